// What keys do in the table of the cohort: moving, the order, and the choice of columns.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func updateTable(_ command: Command, in context: Context) {
        let page = max(1, context.size.rows - 14)
        switch command {
        case .move(.down): cohort.selected += 1
        case .move(.up): cohort.selected -= 1
        case .pageDown: cohort.selected += page
        case .pageUp: cohort.selected -= page
        case .first: cohort.selected = 0
        case .last: cohort.selected = cohort.shown.count - 1
        case .sort: sortByNext(in: context)
        case .reverse:
            cohort.isDescending.toggle()
            sortCohort()
        case .columns:
            open(.columns(0))
        default: break
        }
        cohort.clamp(to: cohort.shown.count)
    }

    /// From urgency by way of the name to the columns that are on the screen, and back.
    private mutating func sortByNext(in context: Context) {
        let shown = tableColumns(in: context.size).shown
        let orders = [CohortSort.urgency, .name] + shown.map { .column($0) }
        let at = orders.firstIndex(of: cohort.sort) ?? orders.count - 1
        cohort.sort = orders[(at + 1) % orders.count]
        cohort.isDescending = false
        sortCohort()
    }

    // MARK: Columns

    var allColumns: [CohortColumn] { CohortColumn.all(instruments: settings.care.instruments) }

    mutating func updateColumns(_ line: Int, _ command: Command, in context: Context) -> [Effect] {
        let all = allColumns
        var line = line
        switch command {
        case .move(.down): line = min(all.count - 1, line + 1)
        case .move(.up): line = max(0, line - 1)
        case .first: line = 0
        case .last: line = all.count - 1
        case .toggle where all.indices.contains(line):
            let chosen = Set(cohort.columns).symmetricDifference([all[line]])
            cohort.columns = all.filter(chosen.contains)
            return [.keepColumns(cohort.columns.map(\.name))]
        default: return []
        }
        turn(to: .columns(line))
        return []
    }

    func drawColumns(_ line: Int, on canvas: inout Canvas, in area: Rect) {
        let width = min(64, area.columns - 4)
        let box = area.right(from: area.columns - width)
        canvas.clear(box, .panel)
        canvas.put("Columns of the table", box.column + 2, box.row, .title)
        let all = allColumns
        let room = max(1, box.rows - 3)
        let offset = min(max(0, line - room / 2), max(0, all.count - room))
        for (index, column) in all.enumerated().dropFirst(offset).prefix(room) {
            let row = box.row + 2 + index - offset
            let isOn = index == line
            if isOn {
                canvas.shade(Rect(column: box.column, row: row, columns: width, rows: 1), .selection)
                canvas.put("▸", box.column + 1, row, .accent)
                canvas.focus = Position(column: box.column + 1, row: row)
            }
            let isChosen = cohort.columns.contains(column)
            canvas.put(isChosen ? "✓" : "·", box.column + 3, row, isChosen ? Style(.good) : .faint)
            canvas.put(column.shortTitle, box.column + 5, row, isOn ? .title : .text, limit: 14)
            canvas.put(column.about, box.column + 20, row, .muted, limit: width - 22)
        }
    }
}
