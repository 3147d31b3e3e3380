// The line at the bottom: the keys that work here and now, printed from the table; above it what has just
// happened.

import CellCanvas

extension DashboardModel {
    func drawFooter(on canvas: inout Canvas, _ mode: Mode, _ context: Context) {
        let row = canvas.size.rows - 1
        canvas.rule(row: row - 1)
        if let notice {
            let style = Style(notice.kind == .done ? .good : .caution, bold: true)
            let mark = notice.kind == .done ? "✓ " : "▲ "
            let text = CleanText(mark + notice.text).fitted(to: canvas.size.columns - 4)
            canvas.put(" " + text + " ", 1, row - 1, style)
        } else if !snapshot.problems.isEmpty {
            let count = snapshot.problems.count
            let text =
                count == 1
                ? snapshot.problems[0]
                : "\(count) lines of the store could not be read: lull verify names them"
            canvas.put(" ▲ " + text + " ", 1, row - 1, Style(.caution), limit: canvas.size.columns - 2)
        }
        let rows = Keymap.rows(for: mode).filter { !$0.label.isEmpty }
        // Help and quit close the line, so that they stay where the eye looks for them.
        let (ends, others) = (rows.filter { $0.isClosing }, rows.filter { !$0.isClosing })
        let closing = ends.map(Self.width).reduce(0, +)
        var column = 1
        for key in others where column + Self.width(key) + closing <= canvas.size.columns + 2 {
            column = Self.draw(key, on: &canvas, column, row)
        }
        for key in ends where column + Self.width(key) <= canvas.size.columns + 2 {
            column = Self.draw(key, on: &canvas, column, row)
        }
    }

    private static func width(_ row: KeyRow) -> Int {
        CleanText(row.shown).width + CleanText(row.label).width + 4
    }

    private static func draw(_ key: KeyRow, on canvas: inout Canvas, _ column: Int, _ row: Int) -> Int {
        let after = canvas.put(key.shown, column, row, .figure)
        return canvas.put(key.label, after + 1, row, .muted) + 3
    }
}

extension KeyRow {
    fileprivate var isClosing: Bool { keys.values.contains(.help) || keys.values.contains(.quit) }
}
