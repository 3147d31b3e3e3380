// Draws the page for a visit: the report in its own 80 columns, and at the foot what is asked.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Lines of the report that are shown at once.
    func visitRows(_ state: VisitState, in size: Size) -> Int {
        // The frame takes two rows above and two below, the title two, what is asked two.
        max(1, size.rows - 6 - (state.mode == .visit ? 0 : 2))
    }

    func drawVisit(_ state: VisitState, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        canvas.clear(area)
        let width = min(area.columns, ReportText.columns)
        let left = area.column + (area.columns - width) / 2
        let lines = state.lines
        let rows = visitRows(state, in: context.size)
        let top = max(0, min(state.top, lines.count - rows))
        drawVisitTitle(lines.count, from: top, rows: rows, on: &canvas, in: area, left, width)
        let headings = state.headings(in: lines)
        let chosen = headings.indices.contains(state.selected) ? headings[state.selected] : nil
        for (index, line) in lines.enumerated().dropFirst(top).prefix(rows) {
            let row = area.row + 2 + index - top
            let text = shown(line.text)
            if index == chosen, state.mode == .visit {
                drawChosen(line, on: &canvas, left, row, width, state)
            } else {
                drawLine(line, text, on: &canvas, left, row, width, state)
            }
        }
        let foot = Rect(column: left, row: area.endRow - 2, columns: width, rows: 2)
        switch state.mode {
        case .visitQuestion: drawQuestion(state, on: &canvas, in: foot)
        case .visitForm: drawFormChoice(on: &canvas, in: foot)
        default: break
        }
    }

    private func drawVisitTitle(
        _ count: Int, from top: Int, rows: Int, on canvas: inout Canvas, in area: Rect, _ left: Int,
        _ width: Int
    ) {
        let isCut = width < ReportText.columns
        canvas.put(
            whoseBefore + (whoseBefore.isEmpty ? "For my visit" : "for the visit"), left, area.row, .title)
        let seen =
            isCut
            ? "80 columns show it whole"
            : snapshot.hasSeveral ? "as the clinic sees it" : "as you take it along"
        let place = count > rows ? " · \(top + 1)–\(min(count, top + rows)) of \(count)" : ""
        canvas.putRight(seen + place, endColumn: left + width, area.row, .muted)
    }

    private func drawChosen(
        _ line: ReportText.Line, on canvas: inout Canvas, _ left: Int, _ row: Int, _ width: Int,
        _ state: VisitState
    ) {
        canvas.shade(Rect(column: left, row: row, columns: width, rows: 1), .selection)
        let isLeftOut = line.part.map(state.report.leftOut.contains) ?? false
        // The sign stands beside the page where there is room, and else before the title.
        let isBeside = left >= 2
        canvas.put("▸", isBeside ? left - 2 : left, row, .figure)
        let style = isLeftOut ? Style.muted : .title
        canvas.put(line.text, isBeside ? left : left + 2, row, style.on(.selection), limit: width - 2)
        canvas.focus = Position(column: left, row: row)
    }

    private func drawLine(
        _ line: ReportText.Line, _ text: String, on canvas: inout Canvas, _ left: Int, _ row: Int,
        _ width: Int, _ state: VisitState
    ) {
        let isLeftOut = line.part.map(state.report.leftOut.contains) ?? false
        let style: Style =
            switch line.kind {
            case .title: .title
            case .heading: isLeftOut ? .muted : .figure
            case .columns, .note: .muted
            case .body, .gap: .text
            case .rule: .faint
            }
        let end = canvas.put(text, left, row, style, limit: width)
        guard line.kind == .body else { return }
        // Sleep and sessions have the colours here that they have everywhere.
        for column in left..<end {
            switch canvas[column, row].character {
            case "●": canvas[column, row].style = .session
            case "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█": canvas[column, row].style = .accent
            case "·": canvas[column, row].style = .faint
            default: break
            }
        }
    }

    private func drawQuestion(_ state: VisitState, on canvas: inout Canvas, in area: Rect) {
        canvas.rule(row: area.row, from: area.column, to: area.endColumn)
        let label = canvas.put("To the clinic", area.column, area.row + 1, .figure) + 2
        let shown = CleanText(state.question ?? "").tail(of: max(1, area.endColumn - label - 1))
        let end = canvas.put(shown, label, area.row + 1, .text)
        canvas.focus = Position(column: end, row: area.row + 1)
        canvas.showsCursor = true
    }

    private func drawFormChoice(on canvas: inout Canvas, in area: Rect) {
        canvas.rule(row: area.row, from: area.column, to: area.endColumn)
        var column = canvas.put("Save as", area.column, area.row + 1, .title) + 3
        for (key, word) in [("t", "text, to print or to mail"), ("h", "HTML, with charts")] {
            column = canvas.put(key, column, area.row + 1, .figure) + 1
            column = canvas.put(word, column, area.row + 1, .text) + 3
        }
        canvas.focus = Position(column: area.column, row: area.row + 1)
    }
}
