// Draws the table of the cohort: a line a person, and below it the one that is chosen.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCohort(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        switch cohort.page {
        case .today: drawTodayPage(on: &canvas, in: area, context)
        case .table: drawTable(on: &canvas, in: area, context)
        case .strips: drawStripsPage(on: &canvas, in: area, context)
        case .outcomes: drawOutcomesPage(on: &canvas, in: area, context)
        case .diaries: drawDiariesPage(on: &canvas, in: area, context)
        case .sessions: drawSessionNightsPage(on: &canvas, in: area, context)
        }
    }

    private func drawTable(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let rows = cohort.rows
        let after = canvas.put(settings.storeName, 2, area.row, .title, limit: 30)
        let people = NumberWords.count(cohort.everyone.count, "person").replacingPersons
        let shown = cohort.filter.isEmpty ? people : "\(rows.count) of \(people)"
        let end = canvas.put("\(shown) · \(cohort.sort.title)", after + 2, area.row, .muted)
        if let last = rows.compactMap(\.lastReceived).max(by: { $0.instant < $1.instant }) {
            let words = "last received \(last.civil.date.dayMonth) \(last.civil.clock)"
            if end + words.count + 4 <= area.endColumn {
                canvas.putRight(words, endColumn: area.endColumn - 2, area.row, .muted)
            }
        }
        let paneRows = area.rows >= 20 ? 7 : 0
        let head = area.row + (area.rows >= 22 ? 2 : 1)
        let columns = CohortColumns(area)
        columns.drawHead(on: &canvas, row: head)
        let room = max(1, area.endRow - paneRows - head - 1)
        let offset = min(max(0, cohort.selected - room / 2), max(0, rows.count - room))
        for (index, row) in rows.enumerated().dropFirst(offset).prefix(room) {
            let at = head + 1 + index - offset
            let isOn = index == cohort.selected
            if isOn {
                // The name alone: over a slow line, a move repaints two names and not two rows of colours.
                let area = columns.nameArea(row: at)
                canvas.shade(area, .selection)
                let blanks = String(repeating: " ", count: max(0, area.columns - 1))
                canvas.put("▸" + blanks, area.column, at, Style(.strong))
                canvas.focus = Position(column: 1, row: at)
            }
            canvas.touch(
                Rect(column: 1, row: at, columns: area.columns - 2, rows: 1),
                .item(columns: 0, rows: index - cohort.selected))
            columns.draw(row, name: hidesNames ? row.id.text : row.name, isOn: isOn, on: &canvas, at, context)
        }
        if rows.isEmpty {
            canvas.put("Nobody fits. Esc shows everyone again.", 3, head + 2, .muted)
            canvas.focus = Position(column: 3, row: head + 2)
        }
        guard paneRows > 0, rows.indices.contains(cohort.selected),
            let person = snapshot.people.first(where: { $0.history.id == rows[cohort.selected].id })
        else { return }
        drawPersonPane(person, rows[cohort.selected], on: &canvas, in: area.bottom(paneRows), context)
    }

    private func drawPersonPane(
        _ person: StoreSnapshot.Person, _ row: CohortRow, on canvas: inout Canvas, in area: Rect,
        _ context: Context
    ) {
        canvas.rule(row: area.row)
        let born = row.bornYear.map { " · born \($0)" } ?? ""
        let title = Style(.strong)
        canvas.put(" " + name(of: person.history) + (hidesNames ? "" : born) + " ", 2, area.row, title)
        let today = person.today(in: context)
        // What differs from person to person is in one colour, which a move then has to name once.
        var lines: [(String, String)] = []
        if let course = person.history.course {
            let title = settings.protocolTitles[course.protocolName] ?? course.protocolName
            let dates = CivilDate.range(course.start, course.end ?? course.lastDay)
            lines.append(("Course", "\(title), \(dates)"))
        }
        if let next = row.nextSession {
            let dose = next.dose.map { " · \($0.words)" } ?? ""
            let when = "\(next.date.words) \(next.clock), \(next.date.relative(to: today))"
            lines.append(("Next session", when + dose))
        } else if row.protocolName != nil {
            lines.append(("Next session", "none planned"))
        }
        let last = row.lastNight.map { "\($0.words(on: today)), \($0.relative(to: today))" }
        lines.append(("Last night", last ?? "none logged"))
        if let now = row.efficiency7 {
            var words = "\(now.words) over seven dates, \(row.nightsLogged7) logged"
            if let change = row.efficiencyChangePoints {
                let points = Int(abs(change).rounded())
                words +=
                    "; \(NumberWords.count(points, "point")) \(change < 0 ? "under" : "over") the baseline"
            }
            lines.append(("Efficiency", words))
        }
        let gap = area.rows >= 7 ? 2 : 1
        for (index, line) in lines.prefix(area.rows - gap).enumerated() {
            canvas.put(line.0, 4, area.row + gap + index, .muted)
            canvas.put(line.1, 19, area.row + gap + index, .text, limit: area.columns - 21)
            if line.0 == "Next session" { canvas.put("○", 17, area.row + gap + index, .session) }
        }
    }
}

/// Where the columns of the cohort's table stand. A wider screen shows more of the course's nights; a narrow
/// one leaves columns out, the diary last of all.
private struct CohortColumns {
    private enum Column: CaseIterable {
        case week, sessions, diary, sleep, efficiency, last

        var title: String {
            switch self {
            case .week: "Week"
            case .sessions: "Sessions"
            case .diary: "Diary"
            case .sleep: "Asleep"
            case .efficiency: "Eff."
            case .last: "Last night"
            }
        }

        /// Columns of the screen, the gap before it included.
        var width: Int {
            switch self {
            case .week: 6
            case .sessions: 10
            case .diary, .efficiency: 7
            case .sleep: 8
            case .last: 11
            }
        }

        /// What goes first where there is no room.
        static let leastNeeded: [Column] = [.sleep, .efficiency, .sessions, .last, .week, .diary]
    }

    private let nameColumns: Int
    /// The column of the screen after the last one of each.
    private let ends: [Column: Int]
    private let qualityColumn: Int
    /// Nights of the course that are shown; 0 where there is no room for a few of them.
    private let qualityColumns: Int

    init(_ area: Rect) {
        nameColumns = min(26, max(14, area.columns / 5))
        let end = area.endColumn - 2
        let room = end - 3 - nameColumns
        var shown = Column.allCases
        for column in Column.leastNeeded where shown.reduce(0, { $0 + $1.width }) > room {
            shown.removeAll { $0 == column }
        }
        var ends: [Column: Int] = [:]
        var left = 3 + nameColumns
        for column in shown where [.week, .sessions, .diary].contains(column) {
            left += column.width
            ends[column] = left
        }
        var right = end
        for column in shown.reversed() where ends[column] == nil {
            ends[column] = right
            right -= column.width
        }
        self.ends = ends
        qualityColumn = left + 3
        let nights = min(56, right - qualityColumn)
        qualityColumns = nights >= 7 ? nights : 0
    }

    /// The name with the mark before it.
    func nameArea(row: Int) -> Rect { Rect(column: 1, row: row, columns: nameColumns + 2, rows: 1) }

    func drawHead(on canvas: inout Canvas, row: Int) {
        canvas.put("Person", 3, row, .muted)
        for (column, end) in ends { canvas.putRight(column.title, endColumn: end, row, .muted) }
        guard qualityColumns > 0 else { return }
        canvas.put(qualityColumns >= 19 ? "Quality, the course" : "Quality", qualityColumn, row, .muted)
    }

    func draw(
        _ row: CohortRow, name: String, isOn: Bool, on canvas: inout Canvas, _ at: Int, _ context: Context
    ) {
        canvas.put(name, 3, at, isOn ? Style(.strong) : .text, limit: nameColumns)
        for (column, end) in ends {
            guard let (words, style) = cell(column, of: row) else { continue }
            canvas.putRight(words, endColumn: end, at, style)
        }
        let qualities = row.qualities.suffix(qualityColumns).map { $0.map(Double.init) }
        Sparkline.draw(Array(qualities), in: 0...7, on: &canvas, qualityColumn, at, .accent)
    }

    /// Nil where there is nothing to say of the person.
    private func cell(_ column: Column, of row: CohortRow) -> (String, Style)? {
        switch column {
        case .week:
            guard let weeks = row.weeks else { return nil }
            return (row.isOver ? "done" : row.week.map { "\($0)/\(weeks)" } ?? "soon", .text)
        case .sessions:
            return row.weeks == nil ? nil : ("\(row.sessionsDone)/\(row.sessionsPlanned)", .session)
        case .diary: return ("\(row.nightsLogged7)/7", row.nightsLogged7 < 4 ? Style(.caution) : .text)
        case .sleep: return row.totalSleep7.map { ($0.short, .text) } ?? ("·", .faint)
        case .efficiency: return row.efficiency7.map { ($0.words, .accent) } ?? ("·", .faint)
        case .last:
            guard let days = row.daysSinceNight else { return ("none yet", .muted) }
            let words = days <= 0 ? "today" : days == 1 ? "yesterday" : "\(days) days"
            return (words, days >= 3 ? Style(.caution) : .muted)
        }
    }
}

extension String {
    /// English has its own plural for this one.
    fileprivate var replacingPersons: String { hasSuffix("persons") ? dropLast(7) + "people" : self }
}
