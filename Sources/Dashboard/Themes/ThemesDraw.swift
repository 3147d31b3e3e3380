// Draws the list of themes at the side of the screen, which stays in sight to be seen in their colours.

import CellCanvas

extension DashboardModel {
    /// Themes that the list shows at once on a screen of a size.
    static func themeRows(in size: Size) -> Int { size.rows - 4 - 2 - themeFootRows }

    /// Below the list: a rule, and three lines that show the roles or say what is wrong.
    private static let themeFootRows = 5

    func drawThemes(_ state: ThemesState, on canvas: inout Canvas, in area: Rect) {
        let width = min(30, area.columns / 2)
        let box = area.right(from: area.columns - width)
        canvas.clear(box, .panel)
        canvas.put("Theme", box.column + 2, box.row, .title)
        let count = state.choices.count
        canvas.putRight("\(state.selected + 1) of \(count)", endColumn: box.endColumn - 2, box.row, .muted)
        let room = max(1, box.rows - 2 - Self.themeFootRows)
        let offset = min(max(0, state.selected - room / 2), max(0, count - room))
        for (index, choice) in state.choices.enumerated().dropFirst(offset).prefix(room) {
            let row = box.row + 2 + index - offset
            let isOn = index == state.selected
            if isOn {
                canvas.shade(Rect(column: box.column, row: row, columns: width, rows: 1), .selection)
                canvas.put("▸", box.column + 1, row, .accent)
                canvas.focus = Position(column: box.column + 1, row: row)
            }
            let end = canvas.put(
                choice.name, box.column + 3, row, isOn ? .title : .text, limit: width - 4)
            if choice.name == theme, end + 5 < box.endColumn {
                canvas.putRight("now", endColumn: box.endColumn - 2, row, .muted)
            } else if choice.isOwn, end + 5 < box.endColumn {
                canvas.putRight("own", endColumn: box.endColumn - 2, row, .muted)
            }
        }
        drawThemeFoot(state, on: &canvas, in: box.bottom(Self.themeFootRows))
    }

    private func drawThemeFoot(_ state: ThemesState, on canvas: inout Canvas, in area: Rect) {
        canvas.rule(row: area.row, from: area.column + 2, to: area.endColumn - 2)
        let note =
            state.refusal
            ?? (settings.showsThemes ? nil : "This terminal shows its own colours; a theme needs 256.")
        if let note {
            let lines = CleanText(note).wrapped(to: area.columns - 4)
            for (index, line) in lines.prefix(area.rows - 1).enumerated() {
                canvas.put(line, area.column + 2, area.row + 1 + index, Style(.caution))
            }
            return
        }
        let samples: [[(String, Style)]] = [
            [("▆▆▆▆", .accent), ("▂▂", Style(.caution)), ("▆▆▆▆▆", .accent), ("▁▁", .muted)],
            [("● session", .session), ("sleep", .figure)],
            [("✓ good", Style(.good)), ("▲ look", Style(.caution)), ("▲▲ now", Style(.urgent))],
        ]
        for (index, line) in samples.enumerated() {
            var column = area.column + 2
            for (text, style) in line {
                column = canvas.put(text, column, area.row + 1 + index, style) + (index == 0 ? 0 : 2)
            }
        }
    }
}
