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
        while case .help = model.pages.last { model.closePage() }
        model.search?.isTyping = false
        model.commandLine = nil
        return keymap.rows(for: model.mode(in: size)).map { HelpLine(keys: $0.shown, text: $0.help) }
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
        let overlay = Overlay(lines: lines.count, in: area, title: "Keys here", on: &canvas)
        let box = overlay.box
        let shown = lines.dropFirst(offset).prefix(overlay.rows)
        for (index, line) in shown.enumerated() {
            let row = box.row + 3 + index
            canvas.put(line.keys, box.column + 2, row, .figure, limit: 15)
            canvas.put(line.text, box.column + 18, row, .text, limit: box.columns - 20)
            mark(line.text, on: &canvas, box.column + 18, row)
        }
        overlay.drawPlace(offset, on: &canvas)
    }
}

/// A page of lines that lies over the screen, as high as its lines or as there is room.
struct Overlay {
    let box: Rect
    /// Lines that it shows at once.
    let rows: Int
    private let lines: Int

    /// Lines that fit over a screen of a size.
    static func rows(in size: Size) -> Int { max(1, size.rows - 9) }

    /// Clears the screen under it and draws the frame.
    init(lines: Int, in area: Rect, title: String, on canvas: inout Canvas) {
        self.lines = lines
        let width = Self.columns(in: area)
        let height = min(area.rows - 1, lines + 4)
        box = Rect(
            column: (area.columns - width) / 2, row: area.row + max(0, (area.rows - height) / 2),
            columns: width, rows: height)
        rows = max(0, height - 4)
        canvas.clear(area)
        canvas.clear(box, .panel)
        canvas.put(title, box.column + 2, box.row + 1, .title)
        canvas.focus = Position(column: box.column + 2, row: box.row + 1)
    }

    static func columns(in area: Rect) -> Int { min(area.columns - 4, 88) }

    /// Says which lines are shown, where there are more.
    func drawPlace(_ offset: Int, on canvas: inout Canvas) {
        guard lines > rows else { return }
        let text = "\(offset + 1)–\(min(lines, offset + rows)) of \(lines)"
        canvas.putRight(text, endColumn: box.endColumn - 2, box.row + 1, .muted)
    }
}
