// Draws the check-ins: what is due, and how each has gone.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCheckIns(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        canvas.put("Check-ins", area.column + 2, area.row, .title)
        canvas.focus = Position(column: area.column + 2, row: area.row)
    }
}
