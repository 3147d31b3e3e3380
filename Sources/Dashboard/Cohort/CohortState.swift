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
    var page = CohortPage.table
    var today = TodayState()
    var strips = StripsState()
    var outcomes = OutcomesState()
    var diaries = DiariesState()
    var nights = SessionNightsState()
    /// Everyone that was read so far, by id.
    var members: [CohortMember] = []
    /// The row of the table.
    var selected = 0
    var sort = CohortSort.name
    /// Everyone on a line, in the order chosen. Kept, since working it out for hundreds of people takes
    /// longer than a key may; worked out again when the store, the order or the date changes.
    var rows: [CohortRow] = []
    /// The same without a filter.
    var everyone: [CohortRow] = []
    /// Whom to show, in the language of filters or as a part of a name; empty for everyone.
    var filter = ""
    /// The date of the rows.
    var date: CivilDate?

    mutating func clamp(to count: Int) { selected = min(max(0, selected), max(0, count - 1)) }
}

extension DashboardModel {
    mutating func updateCohort(_ command: Command, in context: Context) -> [Effect] {
        switch command {
        case .showCohort(let page): cohort.page = page
        case .nextScreen: turnCohort(by: 1)
        case .previousScreen: turnCohort(by: -1)
        case .open: return openChosen(in: context)
        default:
            switch cohort.page {
            case .today: return updateToday(command, in: context)
            case .table: updateTable(command, in: context)
            case .strips: updateStrips(command, in: context)
            case .outcomes: updateOutcomes(command, in: context)
            case .diaries: updateDiaries(command, in: context)
            case .sessions: updateSessionNights(command, in: context)
            }
        }
        return []
    }

    private mutating func turnCohort(by step: Int) {
        let pages = CohortPage.allCases
        let at = pages.firstIndex(of: cohort.page) ?? 0
        cohort.page = pages[(at + step + pages.count) % pages.count]
    }

    /// Whom the keys are about on the page that is shown; nil where it is about nobody.
    var chosenMember: CohortMember? {
        let id: PersonID? =
            switch cohort.page {
            case .today: chosenToday
            case .table: cohort.rows.indices.contains(cohort.selected) ? cohort.rows[cohort.selected].id : nil
            case .strips: chosenStrip
            case .diaries: chosenDiary
            case .outcomes, .sessions: nil
            }
        return cohort.members.first { $0.id == id }
    }

    /// The people that the filter lets through, by id.
    var filteredMembers: [CohortMember] {
        guard !cohort.filter.isEmpty else { return cohort.members }
        let shown = Set(cohort.rows.map(\.id))
        return cohort.members.filter { shown.contains($0.id) }
    }

    private mutating func openChosen(in context: Context) -> [Effect] {
        guard let member = chosenMember else { return [] }
        opened = member.id
        screen = .tonight
        calendar = CalendarState()
        sleep = SleepState()
        return [.read(member.id)]
    }

    private mutating func updateTable(_ command: Command, in context: Context) {
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
        default: break
        }
        cohort.clamp(to: rows.count)
    }

    /// Works out everyone's line.
    mutating func refreshCohort(in context: Context) {
        guard snapshot.hasSeveral else { return }
        cohort.date = context.wall.civil.date
        cohort.members =
            snapshot.members.isEmpty
            ? snapshot.people.map { person in
                CohortMember(
                    CohortSubject(
                        person.history, zone: person.zone, now: context.wall.instant,
                        instruments: settings.care.instruments, rules: settings.care.rules))
            } : snapshot.members
        setCohort(cohort.members.map(\.row))
    }

    /// Puts everyone in the order that was chosen; the person chosen stays chosen.
    mutating func sortCohort() { setCohort(cohort.everyone) }

    /// Shows those whom a filter names, the others when it is cleared.
    /// - Returns: what is wrong with the filter, in a clause; then those shown before stay. Nil where nothing
    ///   is.
    mutating func filterCohort(_ text: String) -> String? {
        if let problem = chosenRows(text, of: []).problem { return problem }
        cohort.filter = text
        sortCohort()
        return nil
    }

    private func chosenRows(_ text: String, of rows: [CohortRow]) -> (rows: [CohortRow], problem: String?) {
        let keys = cohort.everyone.reduce(into: CohortRow.filterKeys) { $0.formUnion($1.scores.keys) }
        do throws(CohortFilter.Problem) {
            let filter = try CohortFilter(text) { keys.contains($0) }
            return (rows.filter { filter.holds(for: $0.filterRow(name: shownName($0))) }, nil)
        } catch {
            return (rows, error.words)
        }
    }

    private func shownName(_ row: CohortRow) -> String { hidesNames ? row.id.text : row.name }

    private mutating func setCohort(_ rows: [CohortRow]) {
        let chosen = cohort.rows.indices.contains(cohort.selected) ? cohort.rows[cohort.selected].id : nil
        cohort.everyone = sorted(rows)
        cohort.rows = chosenRows(cohort.filter, of: cohort.everyone).rows
        if let chosen, let index = cohort.rows.firstIndex(where: { $0.id == chosen }) {
            cohort.selected = index
        }
        cohort.clamp(to: cohort.rows.count)
    }

    /// What is unknown stands last, but for the nights, where nothing logged is what to see first.
    private func sorted(_ rows: [CohortRow]) -> [CohortRow] {
        rows.sorted { a, b in
            switch cohort.sort {
            case .lastNight where a.lastNight != b.lastNight:
                return a.lastNight.map(\.days) ?? .min < b.lastNight.map(\.days) ?? .min
            case .efficiency where a.efficiency7 != b.efficiency7:
                return a.efficiency7?.value ?? .infinity < b.efficiency7?.value ?? .infinity
            case .week where a.week != b.week: return a.week ?? .max < b.week ?? .max
            default: return (shownName(a), a.id) < (shownName(b), b.id)
            }
        }
    }
}
