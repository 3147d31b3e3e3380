// What keys do in the guide.

import CareDomain
import CellCanvas

extension DashboardModel {
    var chosenGuidePage: GuidePage? {
        settings.guidePages.first { $0.name == guide.chosen } ?? settings.guidePages.first
    }

    mutating func updateGuidePages(_ command: Command, in context: Context) {
        switch command {
        case .open: guide.isReading = chosenGuidePage != nil
        case .ownFigures: guide.showsOwn.toggle()
        case .nextPage: chooseGuidePage(1)
        case .previousPage: chooseGuidePage(-1)
        case .pageDown, .pageUp: scrollGuidePage(command, in: context)
        default:
            if guide.isReading {
                scrollGuidePage(command, in: context)
            } else {
                moveInGuideList(command)
            }
        }
    }

    /// From what the figures are to the page beside the first of them that has one; it stays where it is
    /// where none has, and over a form, which is not left by that.
    mutating func openGuide(fromFigures offset: Int, in context: Context) {
        guard person != nil, form == nil, entryForm == nil,
            let page = guidePage(fromFigures: offset, in: context)
        else { return }
        pages = []
        screen = .guide
        guide.chosen = page.name
        guide.isReading = true
    }

    private mutating func moveInGuideList(_ command: Command) {
        switch command {
        case .move(.down): chooseGuidePage(1)
        case .move(.up): chooseGuidePage(-1)
        case .first: guide.chosen = settings.guidePages.first?.name
        case .last: guide.chosen = settings.guidePages.last?.name
        default: break
        }
    }

    private mutating func chooseGuidePage(_ step: Int) {
        let pages = settings.guidePages
        guard let now = pages.firstIndex(where: { $0.name == chosenGuidePage?.name }) else { return }
        guide.chosen = pages[min(pages.count - 1, max(0, now + step))].name
    }

    func guideLayout(in context: Context) -> GuideLayout {
        let body = Rect(column: 0, row: 2, columns: context.size.columns, rows: context.size.rows - 4)
        return GuideLayout(in: body, isReading: guide.isReading)
    }

    /// The lines of the chosen page that scroll.
    func chosenGuideLines(in context: Context) -> [GuideLine] {
        chosenGuidePage.map { guideLines($0, guideLayout(in: context), in: context).main } ?? []
    }

    private mutating func scrollGuidePage(_ command: Command, in context: Context) {
        guard let page = chosenGuidePage else { return }
        let layout = guideLayout(in: context)
        let last = layout.lastPlace(of: guideLines(page, layout, in: context).main.count)
        // A line of what was read stays in sight.
        let leap = max(1, layout.text.rows - 1)
        let place = min(guide.places[page.name] ?? 0, last)
        let moved =
            switch command {
            case .move(.down): place + 1
            case .move(.up): place - 1
            case .pageDown: place + leap
            case .pageUp: place - leap
            case .first: 0
            case .last: last
            default: place
            }
        guide.places[page.name] = min(last, max(0, moved))
    }
}
