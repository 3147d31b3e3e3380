// What the pages of the cohort have in common: everyone that was read, who is shown in which order, and whom
// the keys are about.

import CareDomain
import CellCanvas

struct CohortState: Equatable {
    var page = CohortPage.table
    var today = TodayState()
    var strips = StripsState()
    var outcomes = OutcomesState()
    var diaries = DiariesState()
    var nights = SessionNightsState()
    /// Everyone that was read so far, by id.
    var members: [CohortMember] = []
    /// Those whom the filter lets through, by id.
    var filtered: [CohortMember] = []
    /// Everyone in the order of the table. Kept, since working it out for thousands takes longer than a key
    /// may; worked out again when the store, the order or the date changes.
    var ordered: [CohortMember] = []
    /// Those whom the filter lets through, in that order.
    var shown: [CohortMember] = []
    /// Pages whose people, order or filter have changed since they were shown.
    var stalePages = Set(CohortPage.allCases)
    /// The row of the table.
    var selected = 0
    var sort = CohortSort.urgency
    var isDescending = false
    var columns = CohortColumn.standard
    /// Whom to show, in the language of filters or as a part of a name; empty for everyone.
    var filter = ""
    /// The date of the rows.
    var date: CivilDate?
    /// The most days that a course of somebody has, by which all sparklines are drawn.
    var longestCourse = 1
    /// The first one of whom records disagree.
    var conflicting: CohortMember?

    /// The rows of the table.
    var rows: LazyMapSequence<[CohortMember], CohortRow> { shown.lazy.map(\.row) }

    mutating func clamp(to count: Int) { selected = min(max(0, selected), max(0, count - 1)) }
}

extension DashboardModel {
    mutating func updateCohort(_ command: Command, in context: Context) -> [Effect] {
        switch command {
        case .showCohort(let page):
            cohort.page = page
            refreshShownPage()
        case .nextScreen: turnCohort(by: 1)
        case .previousScreen: turnCohort(by: -1)
        case .open: return openChosen(in: context)
        case .handOver: openHandOver(in: context)
        case .flags: return attend(to: .flags(chosenTodayFlag?.id), in: context)
        case .call: return attend(to: .call(chosenTodayFlag?.id), in: context)
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
        workOutFolds()
        return []
    }

    private mutating func turnCohort(by step: Int) {
        let pages = CohortPage.allCases
        let at = pages.firstIndex(of: cohort.page) ?? 0
        cohort.page = pages[(at + step + pages.count) % pages.count]
        refreshShownPage()
    }

    /// Works out what the page that is shown keeps, where people, order or filter have changed since: of ten
    /// thousand, all pages at once would hold a key up.
    private mutating func refreshShownPage() {
        workOutFolds()
        guard cohort.stalePages.remove(cohort.page) != nil else { return }
        switch cohort.page {
        case .today: refreshToday()
        case .strips, .diaries:
            refreshCohortPages()
            cohort.stalePages.subtract([.strips, .diaries])
        case .table, .outcomes, .sessions: break
        }
    }

    /// Whom the keys are about on the page that is shown; nil where it is about nobody.
    var chosenMember: CohortMember? {
        let id: PersonID? =
            switch cohort.page {
            case .today: chosenToday
            case .table:
                cohort.shown.indices.contains(cohort.selected) ? cohort.shown[cohort.selected].id : nil
            case .strips: chosenStrip
            case .diaries: chosenDiary
            case .outcomes, .sessions: nil
            }
        return id.flatMap { id in cohort.members.first { $0.id == id } }
    }

    /// The people that the filter lets through, by id.
    var filteredMembers: [CohortMember] { cohort.filtered }

    private mutating func openChosen(in context: Context) -> [Effect] {
        guard let member = chosenMember else { return [] }
        (opened, attended, attendance) = (member.id, nil, nil)
        screen = .tonight
        calendar = CalendarState()
        sleep = SleepState()
        return [.read(member.id)]
    }

    // MARK: Who is shown

    /// Takes over what is known of everyone.
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
        cohort.longestCourse = cohort.members.reduce(1) { max($0, $1.row.courseNights) }
        cohort.conflicting = cohort.members.first { $0.row.conflict != nil }
        refreshMask()
        sortCohort()
    }

    /// Puts everyone in the order that was chosen; the person chosen stays chosen.
    mutating func sortCohort() {
        let chosen = cohort.shown.indices.contains(cohort.selected) ? cohort.shown[cohort.selected].id : nil
        cohort.ordered = cohort.sort.sorted(
            cohort.members, isDescending: cohort.isDescending, name: { shownName($0) })
        showFiltered(chosen: chosen)
    }

    /// Shows those whom a filter names, the others when it is cleared.
    /// - Returns: what is wrong with the filter, in a clause; then those shown before stay. Nil where nothing
    ///   is.
    mutating func filterCohort(_ text: String) -> String? {
        do throws(CohortFilter.Problem) {
            _ = try filter(text)
        } catch {
            return error.words
        }
        let chosen = cohort.shown.indices.contains(cohort.selected) ? cohort.shown[cohort.selected].id : nil
        cohort.filter = text
        showFiltered(chosen: chosen)
        return nil
    }

    private func filter(_ text: String) throws(CohortFilter.Problem) -> CohortFilter {
        try CohortFilter(text) { key in
            CohortRow.filterKeys.contains(key) || settings.care.instruments.contains { $0.name == key }
                || cohort.members.contains { $0.row.scores[key] != nil }
        }
    }

    private mutating func showFiltered(chosen: PersonID?) {
        if !cohort.filter.isEmpty, let filter = try? filter(cohort.filter) {
            cohort.shown = cohort.ordered.filter {
                filter.holds(for: $0.row.filterRow(name: shownName($0.row), hidesID: hidesNames))
            }
            let shown = Set(cohort.shown.map(ObjectIdentifier.init))
            cohort.filtered = cohort.members.filter { shown.contains(ObjectIdentifier($0)) }
        } else {
            (cohort.shown, cohort.filtered) = (cohort.ordered, cohort.members)
        }
        if let chosen, let index = cohort.shown.firstIndex(where: { $0.id == chosen }) {
            cohort.selected = index
        }
        cohort.clamp(to: cohort.shown.count)
        cohort.stalePages = Set(CohortPage.allCases)
        forgetFolds()
        refreshShownPage()
    }
}

extension CohortRow {
    /// How many nights the course has, or had.
    fileprivate var courseNights: Int {
        courseDays.map { $0.lowerBound.days(until: $0.upperBound) + 1 } ?? 1
    }
}
