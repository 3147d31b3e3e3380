// Which person of the cohort is chosen, in which order they stand, and what keys do with it.

import CareDomain
import CellCanvas

enum CohortSort: Int, CaseIterable, Sendable {
    case name, lastNight, efficiency, week

    var title: String {
        switch self {
        case .name: "by name"
        case .lastNight: "longest without a night first"
        case .efficiency: "lowest efficiency first"
        case .week: "by week of the course"
        }
    }
}

struct CohortState: Equatable {
    var selected = 0
    var sort = CohortSort.name
    /// Everyone on a line, in the order chosen. Kept, since working it out for hundreds of people takes
    /// longer than a key may; worked out again when the store, the order or the date changes.
    var rows: [CohortRow] = []
    /// The date of the rows.
    var date: CivilDate?

    mutating func clamp(to count: Int) { selected = min(max(0, selected), max(0, count - 1)) }
}

extension DashboardModel {
    mutating func updateCohort(_ command: Command, in context: Context) {
        let rows = cohort.rows
        let page = max(1, context.size.rows - 14)
        switch command {
        case .move(.down): cohort.selected += 1
        case .move(.up): cohort.selected -= 1
        case .pageDown: cohort.selected += page
        case .pageUp: cohort.selected -= page
        case .first: cohort.selected = 0
        case .last: cohort.selected = rows.count - 1
        case .sort:
            cohort.sort =
                CohortSort(rawValue: (cohort.sort.rawValue + 1) % CohortSort.allCases.count) ?? .name
            sortCohort()
        case .open:
            guard rows.indices.contains(cohort.selected) else { return }
            opened = rows[cohort.selected].id
            screen = .tonight
            calendar = CalendarState()
            sleep = SleepState()
        default: break
        }
        cohort.clamp(to: rows.count)
    }

    /// Works out everyone's line.
    mutating func refreshCohort(in context: Context) {
        guard snapshot.people.count > 1 else { return }
        cohort.date = context.wall.civil.date
        setCohort(
            snapshot.people.map { person in
                CohortRow(person.history, today: person.today(in: context), now: context.wall.instant)
            })
    }

    /// Puts everyone in the order that was chosen; the person chosen stays chosen.
    mutating func sortCohort() { setCohort(cohort.rows) }

    private mutating func setCohort(_ rows: [CohortRow]) {
        let chosen = cohort.rows.indices.contains(cohort.selected) ? cohort.rows[cohort.selected].id : nil
        cohort.rows = sorted(rows)
        if let chosen, let index = cohort.rows.firstIndex(where: { $0.id == chosen }) {
            cohort.selected = index
        }
        cohort.clamp(to: cohort.rows.count)
    }

    /// What is unknown stands last, but for the nights, where nothing logged is what to see first.
    private func sorted(_ rows: [CohortRow]) -> [CohortRow] {
        func name(_ row: CohortRow) -> String { hidesNames ? row.id.text : row.name }
        return rows.sorted { a, b in
            switch cohort.sort {
            case .lastNight where a.lastNight != b.lastNight:
                return a.lastNight.map(\.days) ?? .min < b.lastNight.map(\.days) ?? .min
            case .efficiency where a.efficiency7 != b.efficiency7:
                return a.efficiency7?.value ?? .infinity < b.efficiency7?.value ?? .infinity
            case .week where a.week != b.week: return a.week ?? .max < b.week ?? .max
            default: return (name(a), a.id) < (name(b), b.id)
            }
        }
    }
}
