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

    mutating func clamp(to count: Int) { selected = min(max(0, selected), max(0, count - 1)) }
}

extension DashboardModel {
    mutating func updateCohort(_ command: Command, in context: Context) {
        let rows = cohortRows(in: context)
        let page = max(1, context.size.rows - 14)
        switch command {
        case .move(.down): cohort.selected += 1
        case .move(.up): cohort.selected -= 1
        case .pageDown: cohort.selected += page
        case .pageUp: cohort.selected -= page
        case .first: cohort.selected = 0
        case .last: cohort.selected = rows.count - 1
        case .sort: cohort.sort = CohortSort(rawValue: (cohort.sort.rawValue + 1) % CohortSort.allCases.count) ?? .name
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

    /// Everyone on a line, in the order chosen; what is unknown stands last.
    func cohortRows(in context: Context) -> [CohortRow] {
        let rows = snapshot.people.map { person in
            CohortRow(person.history, today: person.today(in: context), now: context.wall.instant)
        }
        func name(_ row: CohortRow) -> String { hidesNames ? row.id.text : row.name }
        return rows.sorted { a, b in
            switch cohort.sort {
            case .name: break
            case .lastNight where a.lastNight != b.lastNight:
                return a.lastNight.map(\.days) ?? .min < b.lastNight.map(\.days) ?? .min
            case .efficiency where a.efficiency7 != b.efficiency7:
                return a.efficiency7?.value ?? .infinity < b.efficiency7?.value ?? .infinity
            case .week where a.week != b.week: return a.week ?? .max < b.week ?? .max
            default: break
            }
            return (name(a), a.id) < (name(b), b.id)
        }
    }
}
