// What is chosen on nights after sessions over everyone, and what keys do there.

import CareDomain
import CellCanvas

struct SessionNightsState: Equatable {}

extension DashboardModel {
    mutating func updateSessionNights(_ command: Command, in context: Context) {}
}
