// Draws the guide: its pages at the side, and the one that is open.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawGuidePages(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        canvas.put("Guide", area.column + 2, area.row, .title)
        canvas.focus = Position(column: area.column + 2, row: area.row)
    }
}
