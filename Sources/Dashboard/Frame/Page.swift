// What can lie over a screen or a form until it is closed: closing it leads back to exactly where one was.

import CareDomain
import CellCanvas

/// A page over the screen; what it shows is drawn over everything else of the body.
enum Page: Equatable {
    /// The keys of what lies under it; the first line shown.
    case help(Int)
    /// What the figures are that the screen shows; the first line shown.
    case figures(Int)
    /// Everything that a day holds, from a line on.
    case day(CivilDate, offset: Int)
    /// Five lines for the night.
    case night(NightPageState)
    /// What the person can add, and what there is of it.
    case mine(MineState)
    case someone(SomeoneState)
    /// What a questionnaire came to that has just been answered.
    case checkInResult(RecordID, of: String)
    /// The report for a visit.
    case visit(VisitState)
    /// The themes, beside the screen that shows them.
    case themes(ThemesState)
    /// The columns of the cohort's table, beside it; the line that is chosen.
    case columns(Int)
    /// A person's flags, and what was done about them.
    case flags(FlagsState)
    /// What a command has said.
    case output([String], Scroll)
    /// What one shift hands over to the next, as it stood when it was opened.
    case handOver(ReportText, Scroll)

    var mode: Mode {
        switch self {
        case .help: .help
        case .figures: .figures
        case .mine: .mine
        case .visit(let state): state.mode
        case .night: .night
        case .day: .day
        case .someone: .someone
        case .checkInResult: .checkInResult
        case .themes: .themes
        case .columns: .columns
        case .flags: .flags
        case .output: .output
        case .handOver: .handOver
        }
    }
}

extension DashboardModel {
    mutating func open(_ page: Page) { pages.append(page) }

    /// The page that is seen; nil where there is none, or a form lies over it.
    var topPage: Page? {
        hasForm && pages.count <= pagesUnderForm ? nil : pages.last
    }

    mutating func closePage() { _ = pages.popLast() }

    func drawPage(_ page: Page, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        switch page {
        case .help(let offset): drawHelp(offset, on: &canvas, in: area, context)
        case .figures(let offset): drawFigures(offset, on: &canvas, in: area, context)
        case .mine(let state): drawMine(state, on: &canvas, in: area, context)
        case .visit(let state): drawVisit(state, on: &canvas, in: area, context)
        case .night(let state): drawNightPage(state, on: &canvas)
        case .day(let date, let offset): drawDayPage(date, offset, on: &canvas, in: area, context)
        case .someone(let state): drawSomeone(state, on: &canvas, in: area, context)
        case .checkInResult(let id, let name):
            drawCheckInResult(id, of: name, on: &canvas, in: area, context)
        case .themes(let state): drawThemes(state, on: &canvas, in: area)
        case .columns(let line): drawColumns(line, on: &canvas, in: area)
        case .flags(let state): drawFlags(state, on: &canvas, in: area, context)
        case .output(let lines, let scroll): drawOutput(lines, scroll, on: &canvas, in: area, context)
        case .handOver(let text, let scroll): drawHandOver(text, scroll, on: &canvas, in: area, context)
        }
    }

    mutating func updatePage(_ page: Page, _ command: Command, in context: Context) -> [Effect] {
        if case .themes(let state) = page { return updateThemes(state, command, in: context) }
        guard command != .back else {
            if search?.mode == page.mode { search = nil }
            closePage()
            return []
        }
        switch page {
        case .help(let offset):
            let lines = helpLines(in: context.size).count
            turn(to: .help(scrolled(offset, command, of: lines, in: context)))
        case .figures(let offset) where command == .show(.guide):
            openGuide(fromFigures: offset, in: context)
        case .figures(let offset):
            let lines = figureLines(in: context).count
            turn(to: .figures(scrolled(offset, command, of: lines, in: context)))
        case .mine(let state): return updateMine(state, command, in: context)
        case .visit(let state): return updateVisit(state, command, in: context)
        case .night(let state): return updateNightPage(state, command, in: context)
        case .day(let date, let offset): return updateDayPage(date, offset, command, in: context)
        case .someone(let state): return updateSomeone(state, command, in: context)
        case .columns(let line): return updateColumns(line, command, in: context)
        case .flags(let state): return updateFlags(state, command, in: context)
        case .checkInResult, .themes: break
        case .output(let lines, var scroll):
            scroll.move(
                command, lines: lines.count, rows: Self.outputRows(in: context.size),
                widest: lines.map { CleanText($0).width }.max() ?? 0, columns: context.size.columns - 4)
            turn(to: .output(lines, scroll))
        case .handOver(let text, let scroll): updateHandOver(text, scroll, command, in: context)
        }
        return []
    }

    /// The page that is shown, changed.
    mutating func turn(to page: Page) {
        closePage()
        open(page)
    }

    /// The first line to show of so many, after a key that scrolls.
    func scrolled(_ offset: Int, _ command: Command, of lines: Int, in context: Context) -> Int {
        let page = Overlay.rows(in: context.size)
        let last = max(0, lines - page)
        switch command {
        case .move(.down): return min(offset + 1, last)
        case .move(.up): return max(0, offset - 1)
        case .pageDown: return min(offset + page, last)
        case .pageUp: return max(0, offset - page)
        case .first: return 0
        case .last: return last
        default: return offset
        }
    }
}
