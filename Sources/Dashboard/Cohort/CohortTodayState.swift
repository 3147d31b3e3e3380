// What is chosen on the first page of the cohort: who needs somebody today, and what keys do there.

import CareDomain
import CellCanvas

struct TodayState: Equatable {}

extension DashboardModel {
    /// Whom the keys are about; nil where the page is empty.
    var chosenToday: PersonID? { nil }

    mutating func updateToday(_ command: Command, in context: Context) -> [Effect] { [] }
}
