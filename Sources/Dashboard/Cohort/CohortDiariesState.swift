// What is chosen on who logs, and when they stop, and what keys do there.

import CareDomain
import CellCanvas

struct DiariesState: Equatable {}

extension DashboardModel {
    /// Whom the keys are about; nil where the page is empty.
    var chosenDiary: PersonID? { nil }

    mutating func updateDiaries(_ command: Command, in context: Context) {}
}
