// The help over a screen: every key that works there, printed from the table of keys.

import CellCanvas

extension DashboardModel {
    struct HelpLine: Equatable {
        var keys: String
        var text: String
    }

    /// What the help lists for the screen under it.
    func helpLines(in size: Size) -> [HelpLine] {
        var model = self
        model.helpOffset = nil
        return Keymap.rows(for: model.mode(in: size)).map { HelpLine(keys: $0.shown, text: $0.help) }
            + Self.signs
    }

    private static let signs = [
        HelpLine(keys: "", text: ""),
        HelpLine(keys: "● ○ ✕", text: "A session done, planned, not held; on the night after it"),
        HelpLine(keys: "▆ ▂ ▁", text: "Asleep, awake, in bed. A diary's wakes stand evenly"),
        HelpLine(keys: "·", text: "Not logged: neither zero nor bad"),
        HelpLine(keys: "∿ ┄", text: "A practice; the nights before the first session"),
    ]

    func drawHelp(_ offset: Int, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let lines = helpLines(in: context.size)
        let width = min(area.columns - 4, 88)
        let height = min(area.rows - 1, lines.count + 4)
        let box = Rect(
            column: (area.columns - width) / 2, row: area.row + max(0, (area.rows - height) / 2),
            columns: width, rows: height)
        canvas.clear(area)
        canvas.clear(box, .panel)
        canvas.put("Keys here", box.column + 2, box.row + 1, .title)
        let shown = lines.dropFirst(offset).prefix(max(0, box.rows - 4))
        for (index, line) in shown.enumerated() {
            let row = box.row + 3 + index
            canvas.put(line.keys, box.column + 2, row, .figure, limit: 15)
            canvas.put(line.text, box.column + 18, row, .text, limit: box.columns - 20)
        }
        if lines.count > shown.count {
            let text = "\(offset + 1)–\(offset + shown.count) of \(lines.count)"
            canvas.putRight(text, endColumn: box.endColumn - 2, box.row + 1, .muted)
        }
        canvas.focus = Position(column: box.column + 2, row: box.row + 1)
    }
}
