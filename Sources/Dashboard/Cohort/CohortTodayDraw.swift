// Draws the first page of the cohort: who needs somebody today.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawTodayPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {}
}
