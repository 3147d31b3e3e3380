// What is chosen on the first page of the cohort: who needs somebody today, and what keys do there.

import CareDomain
import CellCanvas

struct TodayState: Equatable {
    /// Worked out when the people change, and not for every picture.
    var list = CohortToday.empty
    /// Of all entries, section after section.
    var selected = 0
    /// The first row of the list that is shown.
    var top = 0
    /// False until somebody has chosen an entry: until then it is the first one, whoever is still being read.
    var isChosen = false
}

/// One line or a few of the page, about one person.
enum TodayEntry {
    case flag(CohortToday.Flagged)
    case session(CohortToday.InSession)
    case silent(CohortToday.Silent)
    case duty(CohortToday.Due)

    var member: CohortMember {
        switch self {
        case .flag(let entry): entry.member
        case .session(let entry): entry.member
        case .silent(let entry): entry.member
        case .duty(let entry): entry.member
        }
    }

    var key: CohortToday.Key {
        switch self {
        case .flag(let entry): entry.key
        case .session(let entry): entry.key
        case .silent(let entry): entry.key
        case .duty(let entry): entry.key
        }
    }
}

enum TodaySection: CaseIterable {
    case flags, sessions, silent, duties
}

extension CohortToday {
    func count(_ section: TodaySection) -> Int {
        switch section {
        case .flags: flags.count
        case .sessions: sessions.count
        case .silent: silent.count
        case .duties: duties.count
        }
    }

    var entryCount: Int { TodaySection.allCases.reduce(0) { $0 + count($1) } }

    /// - Parameter index: of all entries, section after section; nil outside them.
    func entry(at index: Int) -> TodayEntry? {
        var index = index
        for section in TodaySection.allCases {
            let count = count(section)
            if (0..<count).contains(index) {
                switch section {
                case .flags: return .flag(flags[index])
                case .sessions: return .session(sessions[index])
                case .silent: return .silent(silent[index])
                case .duties: return .duty(duties[index])
                }
            }
            index -= count
        }
        return nil
    }

    /// The index of the first entry of each section that has one.
    var sectionStarts: [Int] {
        var start = 0
        return TodaySection.allCases.compactMap { section in
            defer { start += count(section) }
            return count(section) > 0 ? start : nil
        }
    }
}

extension DashboardModel {
    var chosenTodayEntry: TodayEntry? { cohort.today.list.entry(at: cohort.today.selected) }

    /// Whom the keys are about; nil where the page is empty.
    var chosenToday: PersonID? { chosenTodayEntry?.member.id }

    /// The flag that the keys are about; nil where the chosen entry is none.
    var chosenTodayFlag: ReviewFlag? {
        guard cohort.page == .today, case .flag(let entry)? = chosenTodayEntry else { return nil }
        return entry.flag
    }

    /// Works out the page anew; the entry chosen stays chosen, and the place where it was if it is gone.
    mutating func refreshToday() {
        let chosen = cohort.today.isChosen ? chosenTodayEntry?.key : nil
        let list = CohortToday(filteredMembers)
        cohort.today.list = list
        let count = list.entryCount
        if let chosen, let index = (0..<count).first(where: { list.entry(at: $0)?.key == chosen }) {
            cohort.today.selected = index
        }
        cohort.today.selected = min(cohort.today.selected, max(0, count - 1))
    }

    mutating func updateToday(_ command: Command, in context: Context) -> [Effect] {
        let list = cohort.today.list
        let selected = cohort.today.selected
        cohort.today.isChosen = true
        let layout = todayLayout(in: context)
        let area = Rect(column: 0, row: 2, columns: context.size.columns, rows: context.size.rows - 4)
        let rows = todayListArea(in: area).rows
        switch command {
        case .move(.down): cohort.today.selected += 1
        case .move(.up): cohort.today.selected -= 1
        case .move(.right):
            cohort.today.selected = list.sectionStarts.first { $0 > selected } ?? selected
        case .move(.left):
            cohort.today.selected = list.sectionStarts.last { $0 < selected } ?? 0
        case .pageDown: cohort.today.selected = layout.entry(from: selected, rows: rows)
        case .pageUp: cohort.today.selected = layout.entry(from: selected, rows: -rows)
        case .first: cohort.today.selected = 0
        case .last: cohort.today.selected = list.entryCount - 1
        default: break
        }
        cohort.today.selected = min(max(0, cohort.today.selected), max(0, list.entryCount - 1))
        cohort.today.top = layout.top(
            showing: cohort.today.selected, from: cohort.today.top, rows: rows)
        return []
    }
}
