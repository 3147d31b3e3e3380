// Draws the guide: its pages at the side, and the one that is open in a column of a measured width.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawGuidePages(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        guard let page = chosenGuidePage else {
            canvas.put("The guide has no page.", area.column + 2, area.row + 1, .muted)
            canvas.focus = Position(column: area.column + 2, row: area.row + 1)
            return
        }
        let layout = GuideLayout(in: area, isReading: guide.isReading)
        if let list = layout.list { drawGuideList(on: &canvas, in: list, chosen: page) }
        guard let column = layout.page else { return }
        if layout.list != nil {
            canvas.ruleDown(column: column.column - 3, from: area.row, to: area.endRow)
        }
        drawGuidePage(page, layout, in: column, on: &canvas, context)
    }

    /// The lines of a page as wide as the layout has room for.
    func guideLines(_ page: GuidePage, _ layout: GuideLayout, in context: Context) -> GuideLines {
        let titles = settings.programmes.map { ($0.name, $0.title) }
        let own = person.map { person in
            OwnGuideFigures(
                page.own, of: person.history, today: person.today(in: context),
                titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }))
        }
        return GuideLines(
            page, own: own, showsOwn: guide.showsOwn, columns: layout.text.columns,
            marginColumns: layout.margin?.columns)
    }

    // MARK: The list

    private func drawGuideList(on canvas: inout Canvas, in area: Rect, chosen: GuidePage) {
        let lines = guideListLines(rows: area.rows - 1)
        let at = lines.firstIndex { $0.page?.name == chosen.name } ?? 0
        let offset = min(max(0, at - area.rows + 3), max(0, lines.count - area.rows + 1))
        for (line, row) in zip(lines.dropFirst(offset), (area.row + 1)..<max(area.row + 1, area.endRow)) {
            guard let page = line.page else {
                canvas.put(line.heading, area.column + 2, row, .muted)
                continue
            }
            let isOn = page.name == chosen.name
            if isOn, !guide.isReading {
                canvas.shade(
                    Rect(column: area.column + 1, row: row, columns: area.columns - 2, rows: 1), .selection)
                canvas.put("▸", area.column + 2, row, .accent)
                canvas.focus = Position(column: area.column + 2, row: row)
            }
            if !guide.isReading {
                let steps = { (name: String) in settings.guidePages.firstIndex { $0.name == name } ?? 0 }
                canvas.touch(
                    Rect(column: area.column + 1, row: row, columns: area.columns - 2, rows: 1),
                    .item(columns: 0, rows: steps(page.name) - steps(chosen.name)))
            }
            let title = area.columns < 50 ? page.short ?? page.title : page.title
            canvas.put(title, area.column + 4, row, isOn ? .title : .text, limit: area.columns - 6)
        }
    }

    private struct ListLine {
        var heading = ""
        var page: GuidePage?
    }

    /// Air between the parts where there is room for it.
    private func guideListLines(rows: Int) -> [ListLine] {
        let parts = GuidePage.Part.allCases.map { part in
            (part, settings.guidePages.filter { $0.part == part })
        }.filter { !$0.1.isEmpty }
        let isAiry = settings.guidePages.count + 2 * parts.count - 1 <= rows
        var lines: [ListLine] = []
        for (part, pages) in parts {
            if isAiry, !lines.isEmpty { lines.append(ListLine()) }
            lines.append(ListLine(heading: part.title))
            lines += pages.map { ListLine(page: $0) }
        }
        return lines
    }

    // MARK: The page

    private func drawGuidePage(
        _ page: GuidePage, _ layout: GuideLayout, in column: Rect, on canvas: inout Canvas,
        _ context: Context
    ) {
        let lines = guideLines(page, layout, in: context)
        canvas.put(page.title, column.column, column.row, .title, limit: column.columns)
        let first = min(guide.places[page.name] ?? 0, layout.lastPlace(of: lines.main.count))
        drawRule(first, of: lines.main.count, layout, in: column, on: &canvas)
        for (line, row) in zip(lines.main.dropFirst(first), layout.text.row..<layout.text.endRow) {
            draw(line, on: &canvas, layout.text, row)
        }
        if let margin = layout.margin {
            for (line, row) in zip(lines.margin, margin.row..<margin.endRow) {
                draw(line, on: &canvas, margin, row)
            }
        }
        guard guide.isReading else { return }
        canvas.put("▸", column.column - 2, column.row, .accent)
        canvas.focus = Position(column: column.column - 2, row: column.row)
    }

    /// The rule under the title, which says how far one has read.
    private func drawRule(
        _ first: Int, of count: Int, _ layout: GuideLayout, in column: Rect, on canvas: inout Canvas
    ) {
        let row = column.row + 1
        canvas.rule(row: row, from: column.column, to: column.endColumn)
        if let margin = layout.margin { canvas.rule(row: row, from: margin.column, to: margin.endColumn) }
        guard count > layout.text.rows else { return }
        let place = " \(first + 1)–\(min(count, first + layout.text.rows)) of \(count)"
        canvas.putRight(place, endColumn: column.endColumn, row, .muted)
    }

    private func draw(_ line: GuideLine, on canvas: inout Canvas, _ area: Rect, _ row: Int) {
        let (labelStyle, style): (Style, Style) =
            switch line.kind {
            case .gap, .text: (.text, .text)
            case .rule: (.faint, .faint)
            case .summary, .source: (.faint, .muted)
            case .heading: (.text, .title)
            case .mark, .unknown: (.accent, .text)
            case .own: (.muted, Style(.strong))
            case .key: (.figure, .muted)
            }
        if line.kind == .rule {
            canvas.rule(row: row, from: area.column, to: area.column + min(12, area.columns))
            return
        }
        canvas.put(line.label, area.column, row, labelStyle, limit: area.columns)
        canvas.put(line.text, area.column + line.indent, row, style, limit: area.columns - line.indent)
        mark(line.text, on: &canvas, area.column + line.indent, row)
    }
}
