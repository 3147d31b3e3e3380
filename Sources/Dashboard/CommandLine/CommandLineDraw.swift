// Draws the line in which a command is typed, what could complete it, and the page of what a command has
// said.

import CellCanvas

extension DashboardModel {
    func drawCommandLine(_ state: CommandLineState, on canvas: inout Canvas) {
        let row = canvas.size.rows - 1
        if !state.offered.isEmpty { drawOffers(state, on: &canvas, row: row - 1) }
        drawTyped(state.line, behind: ":", on: &canvas, row: row)
        guard state.line.text.isEmpty else { return }
        let hint = "a command, such as status or log mood --mood 6 · Tab completes · Esc closes"
        canvas.put(hint, 4, row, .faint, limit: canvas.size.columns - 5)
    }

    /// The text around the cursor, where it is longer than the line.
    func drawTyped(_ line: TypedLine, behind mark: String, on canvas: inout Canvas, row: Int) {
        canvas.clear(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1))
        let start = canvas.put(mark, 1, row, .figure)
        let room = max(1, canvas.size.columns - start - 2)
        let before = CleanText(String(line.text.prefix(line.cursor)))
        let shown = before.width < room ? before.string : before.tail(of: room - 1)
        let cursor = canvas.put(shown, start, row, .text)
        canvas.put(String(line.text.dropFirst(line.cursor)), cursor, row, .text)
        canvas.focus = Position(column: cursor, row: row)
        canvas.showsCursor = true
    }

    private func drawOffers(_ state: CommandLineState, on canvas: inout Canvas, row: Int) {
        canvas.clear(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1))
        let widths = state.offered.map { CleanText($0).width + 2 }
        // From one that leaves the chosen one in sight.
        var first = 0
        let room = canvas.size.columns - 4
        while let chosen = state.chosen, first < chosen, widths[first...chosen].reduce(0, +) > room {
            first += 1
        }
        var column = 2
        for (index, offer) in state.offered.enumerated().dropFirst(first) {
            guard column + widths[index] <= canvas.size.columns - 2 else {
                canvas.put("…", column, row, .muted)
                break
            }
            let isOn = index == state.chosen
            column = canvas.put(
                offer, column, row, isOn ? Style(.strong, bold: true, underlined: true) : .muted)
            column += 2
        }
    }

    func drawOutput(
        _ lines: [String], _ scroll: Scroll, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        canvas.clear(area)
        let rows = Self.outputRows(in: context.size)
        for (index, line) in lines.dropFirst(scroll.line).prefix(rows).enumerated() {
            let text = CleanText(line)
            // A table that is wider than the window can be moved under it.
            let shown = scroll.column == 0 ? text.string : text.tail(of: text.width - scroll.column)
            canvas.put(shown, area.column + 2, area.row + 1 + index, .text, limit: area.columns - 4)
            mark(line, on: &canvas, area.column + 2, area.row + 1 + index, skipping: scroll.column)
        }
        canvas.focus = Position(column: area.column + 2, row: area.row + 1)
        guard lines.count > rows else { return }
        let place = "\(scroll.line + 1)–\(min(lines.count, scroll.line + rows)) of \(lines.count)"
        canvas.putRight(place, endColumn: area.endColumn - 2, area.row, .muted)
    }

    static func outputRows(in size: Size) -> Int { max(1, size.rows - 6) }
}
