// What is chosen on outcomes by week of the course, and what keys do there.

import CareDomain
import CellCanvas

struct OutcomesState: Equatable {}

extension DashboardModel {
    mutating func updateOutcomes(_ command: Command, in context: Context) {}
}
