// Draws the pages of the cohort; here the table: a line a person, and below it the one that is chosen.

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

    /// Rows of the pane of the person who is chosen; 0 where the window is too low for it.
    private static func paneRows(in area: Rect) -> Int {
        area.rows >= 24 ? 7 : area.rows >= 18 ? 3 : 0
    }

    func tableColumns(in size: Size) -> CohortTableLayout {
        CohortTableLayout(
            cohort.columns, columns: size.columns,
            longest: cohort.longestCourse)
    }

    private func drawTable(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        drawTableTitle(on: &canvas, in: area, context)
        let paneRows = Self.paneRows(in: area)
        let head = area.row + (area.rows >= 22 ? 2 : 1)
        let layout = tableColumns(in: context.size)
        layout.drawHead(sort: cohort.sort, isDescending: cohort.isDescending, on: &canvas, row: head)
        let room = max(1, area.endRow - paneRows - head - 1)
        let count = cohort.shown.count
        let offset = min(max(0, cohort.selected - room / 2), max(0, count - room))
        let look = CohortLook(
            settings.care.instruments, zone: Zone(context.wall), isWide: layout.isWide)
        for index in offset..<min(count, offset + room) {
            let row = cohort.shown[index].row
            let at = head + 1 + index - offset
            let isOn = index == cohort.selected
            if isOn {
                // The name alone: over a slow line, a move repaints two names and not two rows of colours.
                let area = layout.nameArea(row: at)
                canvas.shade(area, .selection)
                let blanks = String(repeating: " ", count: max(0, area.columns - 1))
                canvas.put("▸" + blanks, area.column, at, Style(.strong))
                canvas.focus = Position(column: area.column, row: at)
            }
            canvas.touch(
                Rect(column: 1, row: at, columns: area.columns - 2, rows: 1),
                .item(columns: 0, rows: index - cohort.selected))
            layout.draw(row, name: shownName(row), isOn: isOn, look, on: &canvas, at)
        }
        if count == 0 {
            let words =
                cohort.members.isEmpty ? "Being read …" : "Nobody fits. Esc shows everyone again."
            canvas.put(words, 3, head + 2, .muted)
            canvas.focus = Position(column: 3, row: head + 2)
        }
        guard paneRows > 0, cohort.shown.indices.contains(cohort.selected) else { return }
        drawPersonPane(cohort.shown[cohort.selected].row, on: &canvas, in: area.bottom(paneRows))
    }

    private func drawTableTitle(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let after = canvas.put(settings.storeName, 2, area.row, .title, limit: 30)
        let read = cohort.members.count
        let people = NumberWords.count(snapshot.count, "person").replacingPersons
        var words = cohort.filter.isEmpty ? people : "\(cohort.shown.count) of \(people)"
        if read < snapshot.count { words += " · \(read) read" }
        let review = cohort.members.count { ($0.row.flags.first?.level ?? .note) >= .nextDay }
        words += " · \(review) to review"
        let order = cohort.sort.title + (cohort.isDescending ? ", turned round" : "")
        var end = canvas.put(words, after + 2, area.row, .muted)
        let last = cohort.members.lazy.compactMap(\.row.lastReceived)
            .max { $0.instant < $1.instant }
        if let last {
            let place = OffsetInstant(last.instant, in: Zone(context.wall)).civil
            let isToday = place.date == context.wall.civil.date
            let words = "last received " + (isToday ? "" : place.date.dayMonth + " ") + "\(place.clock)"
            if end + words.count + 4 <= area.endColumn {
                canvas.putRight(words, endColumn: area.endColumn - 2, area.row, .muted)
                end += words.count + 4
            }
        }
        guard end + order.count + 3 <= area.endColumn else { return }
        canvas.put(" · " + order, after + 2 + words.count, area.row, .muted)
    }

    private func drawPersonPane(_ row: CohortRow, on canvas: inout Canvas, in area: Rect) {
        canvas.rule(row: area.row)
        canvas.put(" " + whose(row) + " ", 2, area.row, Style(.strong))
        // What differs from person to person is in one colour, which a move then has to name once.
        let lines = paneLines(row)
        let gap = lines.count + 1 < area.rows ? 2 : 1
        for (index, line) in lines.prefix(area.rows - gap).enumerated() {
            canvas.put(line.0, 4, area.row + gap + index, .muted)
            canvas.put(line.1, 19, area.row + gap + index, .text, limit: area.columns - 21)
            if line.0 == "Next session" { canvas.mark("○", 17, area.row + gap + index, .session) }
        }
    }

    private func paneLines(_ row: CohortRow) -> [(String, String)] {
        var lines: [(String, String)] = []
        for flag in row.flags.prefix(2) {
            let age = NumberWords.count(flag.since.days(until: row.today), "day")
            let who = flag.assignee.map { ", \($0)" } ?? ""
            lines.append((flag.level.shortWords, "\(flag.message) (\(flag.state.rawValue)\(who), \(age))"))
        }
        if let name = row.protocolName, let days = row.courseDays {
            let title = settings.protocolTitles[name] ?? name
            lines.append(("Course", "\(title), \(CivilDate.range(days.lowerBound, days.upperBound))"))
        }
        if let next = row.nextSession {
            let dose = next.dose.map { " · \($0.words)" } ?? ""
            let when = "\(next.date.words) \(next.clock), \(next.date.relative(to: row.today))"
            lines.append(("Next session", when + dose))
        } else if row.protocolName != nil {
            lines.append(("Next session", row.isOver ? "the course is over" : "none planned"))
        }
        let last = row.lastNight.map { "\($0.words(on: row.today)), \($0.relative(to: row.today))" }
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
        return lines
    }
}

extension FlagLevel {
    /// At the side of a line.
    var shortWords: String {
        switch self {
        case .now: "Now"
        case .sameDay: "Same day"
        case .nextDay: "Next day"
        case .note: "Note"
        }
    }

    /// Before a name: nothing for a note, so that the eye goes to what waits.
    var mark: (String, Style)? {
        switch self {
        case .now: ("▲▲", Style(.urgent))
        case .sameDay: (" ▲", Style(.urgent))
        case .nextDay: (" △", Style(.caution))
        case .note: nil
        }
    }
}

extension String {
    /// English has its own plural for this one.
    var replacingPersons: String { hasSuffix("persons") ? dropLast(7) + "people" : self }
}

extension Zone {
    /// The offset that a clock shows.
    init(_ wall: OffsetInstant) { self.init(name: "wall", offsetSeconds: wall.offsetSeconds) }
}
