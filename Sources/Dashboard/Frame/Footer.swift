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
        } else if let text = standingProblem.map(shown) {
            canvas.put(" ▲ " + text + " ", 1, row - 1, Style(.caution), limit: canvas.size.columns - 2)
        }
        let rows = keymap.rows(for: mode).filter { !$0.label.isEmpty }
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

    /// What is not as it should be until someone mends it: lines of the store, and records that disagree.
    private var standingProblem: String? {
        if snapshot.problems.count > 1 {
            return "\(snapshot.problems.count) lines of the store need a look: lull verify names them"
        }
        if let problem = snapshot.problems.first { return problem }
        let more = ": lull status names them"
        if let person { return person.history.conflictWords.map { $0 + more } }
        let member = cohort.conflicting
        return member.flatMap { member in
            member.row.conflict.map { shownName(member.row) + ": " + $0 + more }
        }
    }

    private static func width(_ row: KeyRow) -> Int {
        CleanText(row.shown).width + CleanText(row.label).width + 4
    }

    private static func draw(_ key: KeyRow, on canvas: inout Canvas, _ column: Int, _ row: Int) -> Int {
        let after = canvas.put(key.shown, column, row, .figure)
        let end = canvas.put(key.label, after + 1, row, .muted)
        // The whole hint stands for its last key, a key that is shown beside others for itself.
        let keys = key.shownKeys
        if let last = keys.last {
            canvas.touch(Rect(column: column, row: row, columns: end - column, rows: 1), .key(last.key))
        }
        for one in keys.dropLast() {
            let width = CleanText(one.shown).width
            canvas.touch(Rect(column: column + one.offset, row: row, columns: width, rows: 1), .key(one.key))
        }
        return end + 3
    }
}

extension KeyRow {
    /// The keys that are printed one by one, with the columns before each; none where a range is printed.
    fileprivate var shownKeys: [(shown: String, offset: Int, key: Key)] {
        var found: [(shown: String, offset: Int, key: Key)] = []
        var offset = 0
        for part in shown.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            if let key = Key(shown: part), keys[key] != nil { found.append((part, offset, key)) }
            offset += CleanText(part).width + 1
        }
        return found
    }

    fileprivate var isClosing: Bool { keys.values.contains(.help) || keys.values.contains(.quit) }
}
