// Draws outcomes by week of the course.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawOutcomesPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {}
}
