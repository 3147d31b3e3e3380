// What is chosen on outcomes by week of the course, what keys do there, and what has been worked out for it.

import CareDomain
import CellCanvas

/// A line of the list.
enum OutcomeItem: Hashable {
    case topic(OutcomeTopic)
    case caseload, events
}

struct OutcomesState: Equatable {
    /// Nil for the first.
    var chosen: OutcomeItem?
    /// The protocol that is looked at, on the page of session nights too; nil for all.
    var protocolName: String?
    /// Worked out when people, filter or protocol change and the page is shown; nil until then.
    var outcomes: CohortOutcomes?
    /// Of the topic that is chosen; nil for the others.
    var series: OutcomeSeries?

    var items: [OutcomeItem] { (outcomes?.topics ?? []).map { .topic($0) } + [.caseload, .events] }

    /// The one that is shown.
    var item: OutcomeItem {
        let items = items
        return chosen.flatMap { items.contains($0) ? $0 : nil } ?? items[0]
    }
}

extension DashboardModel {
    mutating func updateOutcomes(_ command: Command, in context: Context) {
        let items = cohort.outcomes.items
        let at = items.firstIndex(of: cohort.outcomes.item) ?? 0
        let next: Int
        switch command {
        case .move(.down): next = at + 1
        case .move(.up): next = at - 1
        case .pageDown: next = at + 5
        case .pageUp: next = at - 5
        case .first: next = 0
        case .last: next = items.count - 1
        case .move(.right): return turnProtocol(by: 1)
        case .move(.left): return turnProtocol(by: -1)
        default: return
        }
        cohort.outcomes.chosen = items[max(0, min(next, items.count - 1))]
        workOutSeries()
    }

    /// From all to the first protocol, and on; what was worked out is of the one before.
    mutating func turnProtocol(by step: Int) {
        let names: [String?] = [nil] + protocolsThere
        let at = names.firstIndex(of: cohort.outcomes.protocolName) ?? 0
        cohort.outcomes.protocolName = names[(at + step + names.count) % names.count]
        forgetFolds()
        workOutFolds()
    }

    /// Those of which a course has begun, by name; of everyone that the filter lets through.
    private var protocolsThere: [String] {
        Set(filteredMembers.compactMap(\.outcome.protocolName)).sorted()
    }

    /// What was worked out for the pages over everyone is of people or a filter that are no more.
    mutating func forgetFolds() {
        cohort.outcomes.outcomes = nil
        cohort.outcomes.series = nil
        cohort.nights.figures = nil
    }

    /// Works out what the page that is shown needs and does not have yet: for ten thousand people it takes
    /// longer than a picture may.
    mutating func workOutFolds() {
        switch cohort.page {
        case .outcomes where cohort.outcomes.outcomes == nil:
            let members = filteredMembers
            if let name = cohort.outcomes.protocolName,
                !members.contains(where: { $0.outcome.protocolName == name })
            {
                cohort.outcomes.protocolName = nil
            }
            cohort.outcomes.outcomes = CohortOutcomes(
                members, instruments: settings.care.instruments, protocolName: cohort.outcomes.protocolName,
                today: cohort.date ?? CivilDate(days: 0))
            workOutSeries()
        case .sessions where cohort.nights.figures == nil: workOutSessionNights()
        default: break
        }
    }

    private mutating func workOutSeries() {
        guard case .topic(let topic) = cohort.outcomes.item else {
            cohort.outcomes.series = nil
            return
        }
        guard cohort.outcomes.series?.topic != topic else { return }
        cohort.outcomes.series = OutcomeSeries(
            topic, filteredMembers, instruments: settings.care.instruments,
            protocolName: cohort.outcomes.protocolName)
    }

    func instrument(_ name: String) -> Instrument {
        settings.care.instruments.first { $0.name == name } ?? .undescribed(name)
    }
}
