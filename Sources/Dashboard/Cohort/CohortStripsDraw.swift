// Draws a strip calendar a person.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawStripsPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {}
}
