// Draws nights after sessions over everyone.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawSessionNightsPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {}
}
