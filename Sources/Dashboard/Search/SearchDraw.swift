// Draws the line of a search, how much was found, and marks it where it stands.

import CellCanvas

extension DashboardModel {
    func drawSearch(_ state: SearchState, on canvas: inout Canvas, _ context: Context) {
        let row = canvas.size.rows - 1
        drawTyped(state.line, behind: "/", on: &canvas, row: row)
        drawFound(state, on: &canvas, context)
        guard state.text.isEmpty else { return }
        let hint = "searches \(Self.searched(in: state.mode) ?? "") · Esc closes"
        canvas.put(hint, 4, row, .faint, limit: canvas.size.columns - 5)
    }

    /// On the rule above the footer, so that the count stays while the keys go on.
    func drawFound(_ state: SearchState, on canvas: inout Canvas, _ context: Context) {
        let words = foundWords(state, context)
        guard !words.isEmpty else { return }
        let isNothing = state.problem != nil || matches(of: state, in: context).isEmpty
        canvas.put(
            " \(words) ", 1, canvas.size.rows - 2, isNothing ? Style(.caution) : .accent,
            limit: canvas.size.columns - 2)
    }

    private func foundWords(_ state: SearchState, _ context: Context) -> String {
        guard !state.text.isEmpty else { return "" }
        if let problem = state.problem { return problem }
        let shown = state.isTyping ? "" : "/\(state.text) · "
        if state.mode == .cohort {
            return shown + "\(cohort.rows.count) of \(snapshot.count)"
        }
        let found = matches(of: state, in: context).count
        return shown + (found == 0 ? "not found" : "\(state.match + 1) of \(found)")
    }

    /// Marks what is searched for in a line that was drawn from a cell on.
    /// - Parameter skipping: columns of the line that lie to the left of that cell.
    func mark(_ line: String, on canvas: inout Canvas, _ column: Int, _ row: Int, skipping: Int = 0) {
        guard let active = search(in: modeUnderLines), active.mode != .cohort else { return }
        let text = CleanText(line).string
        let characters = Array(text)
        for range in TextSearch.ranges(of: active.text, in: text) {
            let before = CleanText(String(characters[..<range.lowerBound])).width - skipping
            guard before >= 0 else { continue }
            let width = CleanText(String(characters[range])).width
            canvas.emphasise(Rect(column: column + before, row: row, columns: width, rows: 1))
        }
    }
}
