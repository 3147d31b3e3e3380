// Draws what the person's own records suggest telling the clinic, in plain words.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// How many rows it needs at a width; 0 where there is nothing to tell.
    func ownFlagRows(columns: Int) -> Int {
        checkIns.ownFlags.isEmpty
            ? 0 : 1 + checkIns.ownFlags.map { CleanText($0).wrapped(to: columns - 2).count }.reduce(0, +)
    }

    func drawOwnFlags(on canvas: inout Canvas, in area: Rect) {
        guard !checkIns.ownFlags.isEmpty, area.rows >= 2 else { return }
        canvas.put("Worth telling your clinic", area.column, area.row, .title)
        var row = area.row + 1
        for text in checkIns.ownFlags {
            for (index, line) in CleanText(text).wrapped(to: area.columns - 2).enumerated() {
                guard row < area.endRow else { return }
                if index == 0 { canvas.mark("·", area.column, row, .muted) }
                canvas.put(line, area.column + 2, row, .text)
                row += 1
            }
        }
    }
}
