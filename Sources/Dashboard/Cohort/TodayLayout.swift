// Where each section and entry of the cohort's first page stands, in rows of a list that is scrolled.

import CareDomain
import CellCanvas

struct TodayLayout: Equatable {
    struct Section: Equatable {
        let section: TodaySection
        /// The row of its title.
        let row: Int
        /// Of all entries.
        let entries: Range<Int>
    }

    private(set) var sections: [Section] = []
    /// The first row of each entry.
    private(set) var tops: [Int] = []
    /// The row after the last one of each entry.
    private(set) var ends: [Int] = []
    private(set) var rows = 0

    /// - Parameter height: rows of an entry of a section, by its place there.
    init(_ list: CohortToday, height: (TodaySection, Int) -> Int) {
        for section in TodaySection.allCases {
            let count = list.count(section)
            let first = tops.count
            if !sections.isEmpty { rows += 1 }
            sections.append(Section(section: section, row: rows, entries: first..<first + count))
            // Where there is nothing, the title's row says so.
            rows += 1
            for index in 0..<count {
                tops.append(rows)
                rows += height(section, index)
                ends.append(rows)
            }
        }
    }

    /// The entry so many rows below or above another one, at least the next one.
    func entry(from index: Int, rows: Int) -> Int {
        guard tops.indices.contains(index) else { return 0 }
        let aim = tops[index] + rows
        if rows > 0 {
            let found = tops.indices.last { tops[$0] <= aim } ?? index
            return min(tops.count - 1, max(index + 1, found))
        }
        let found = tops.indices.first { tops[$0] >= aim } ?? 0
        return max(0, min(index - 1, found))
    }

    /// The first row to show so that an entry is seen whole, with its section's title where it is the first
    /// one; it stays where it can.
    func top(showing index: Int, from top: Int, rows shown: Int) -> Int {
        guard tops.indices.contains(index) else { return 0 }
        let isFirst = sections.first { $0.entries.lowerBound == index && !$0.entries.isEmpty }
        // The titles of the empty sections before belong to it as well.
        let start = index == 0 ? 0 : isFirst?.row ?? tops[index]
        let end = index == tops.count - 1 ? rows : ends[index]
        var top = top
        if end > top + shown { top = end - shown }
        if start < top { top = start }
        if tops[index] >= top + shown { top = tops[index] }
        return max(0, min(top, max(0, rows - shown)))
    }
}

extension DashboardModel {
    /// The list without the line above it and the pane below it.
    func todayListArea(in area: Rect) -> Rect {
        let head = area.rows >= 22 ? 2 : 1
        let pane = todayPaneRows(in: area)
        return Rect(
            column: area.column, row: area.row + head, columns: area.columns,
            rows: max(1, area.rows - head - pane))
    }

    /// Rows of the pane that says more of what is chosen; 0 where there is no room.
    func todayPaneRows(in area: Rect) -> Int { area.rows >= 24 && cohort.today.list.entryCount > 0 ? 5 : 0 }

    func todayLayout(in context: Context) -> TodayLayout {
        let list = cohort.today.list
        let now = context.wall.instant
        return TodayLayout(list) { section, index in
            switch section {
            case .flags: return 2
            case .silent, .duties: return 1
            case .sessions:
                let entry = list.sessions[index]
                let flags = entry.openFlags.isEmpty ? 0 : 1
                switch entry.phase(settings.doseRoutes, now: now) {
                case .ahead, .waiting: return 3 + flags
                case .running: return 2 + flags
                case .over, .notHeld: return 1
                }
            }
        }
    }
}
