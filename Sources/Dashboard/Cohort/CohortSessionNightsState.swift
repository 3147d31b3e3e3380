// What is chosen on nights after sessions over everyone, and what keys do there.

import CareDomain
import CellCanvas

struct SessionNightsState: Equatable {
    /// The measure that is shown.
    var measure = SessionNightFacts.measures[0]
    /// Worked out when people, filter, protocol or measure change and the page is shown; nil until then.
    var figures: CohortSessionNights?
}

extension DashboardModel {
    mutating func updateSessionNights(_ command: Command, in context: Context) {
        let measures = SessionNightFacts.measures
        let at = measures.firstIndex(of: cohort.nights.measure) ?? 0
        let next: Int
        switch command {
        case .move(.down): next = at + 1
        case .move(.up): next = at - 1
        case .first, .pageUp: next = 0
        case .last, .pageDown: next = measures.count - 1
        case .move(.right): return turnProtocol(by: 1)
        case .move(.left): return turnProtocol(by: -1)
        default: return
        }
        cohort.nights.measure = measures[max(0, min(next, measures.count - 1))]
        if cohort.nights.figures?.measure != cohort.nights.measure { workOutSessionNights() }
    }

    mutating func workOutSessionNights() {
        cohort.nights.figures = CohortSessionNights(
            cohort.nights.measure, filteredMembers, protocolName: cohort.outcomes.protocolName)
    }
}
