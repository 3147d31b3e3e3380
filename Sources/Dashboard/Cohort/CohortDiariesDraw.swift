// Draws who logs, and when they stop.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawDiariesPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {}
}
