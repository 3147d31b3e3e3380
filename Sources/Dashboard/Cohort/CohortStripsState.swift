// What is chosen on a strip calendar a person, and what keys do there.

import CareDomain
import CellCanvas

struct StripsState: Equatable {}

extension DashboardModel {
    /// Whom the keys are about; nil where the page is empty.
    var chosenStrip: PersonID? { nil }

    mutating func updateStrips(_ command: Command, in context: Context) {}
}
