// Draws the cohort: a line a person, and below it the one that is chosen.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCohort(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let rows = cohort.rows
        let after = canvas.put(settings.storeName, 2, area.row, .title, limit: 30)
        canvas.put(
            "\(NumberWords.count(rows.count, "person").replacingPersons) · \(cohort.sort.title)", after + 2,
            area.row, .muted)
        if let last = rows.compactMap(\.lastReceived).max(by: { $0.instant < $1.instant }) {
            let words = "last received \(last.civil.date.dayMonth) \(last.civil.clock)"
            canvas.putRight(words, endColumn: area.endColumn - 2, area.row, .muted)
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
                canvas.shade(Rect(column: 1, row: at, columns: area.columns - 2, rows: 1), .selection)
                canvas.put("▸", 1, at, .accent)
                canvas.focus = Position(column: 1, row: at)
            }
            columns.draw(row, name: hidesNames ? row.id.text : row.name, isOn: isOn, on: &canvas, at, context)
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
        canvas.put(" " + name(of: person.history) + (hidesNames ? "" : born) + " ", 2, area.row, .title)
        let today = person.today(in: context)
        var lines: [(String, String, Style)] = []
        if let course = person.history.course {
            let title = settings.protocolTitles[course.protocolName] ?? course.protocolName
            lines.append(
                ("Course", "\(title), \(CivilDate.range(course.start, course.end ?? course.lastDay))", .text))
        }
        if let next = row.nextSession {
            let dose = next.dose.map { " · \($0.words)" } ?? ""
            lines.append(
                (
                    "Next session",
                    "\(next.date.words) \(next.clock), \(next.date.relative(to: today))\(dose)", .session
                ))
        } else if row.protocolName != nil {
            lines.append(("Next session", "none planned", .muted))
        }
        lines.append(
            (
                "Last night",
                row.lastNight.map { "\($0.words(on: today)), \($0.relative(to: today))" } ?? "none logged",
                .text
            ))
        if let now = row.efficiency7 {
            var words = "\(now.words) over seven dates, \(row.nightsLogged7) logged"
            if let change = row.efficiencyChangePoints {
                let points = Int(abs(change).rounded())
                words +=
                    "; \(NumberWords.count(points, "point")) \(change < 0 ? "under" : "over") the baseline"
            }
            lines.append(("Efficiency", words, .text))
        }
        let gap = area.rows >= 7 ? 2 : 1
        for (index, line) in lines.prefix(area.rows - gap).enumerated() {
            canvas.put(line.0, 4, area.row + gap + index, .muted)
            canvas.put(line.1, 19, area.row + gap + index, line.2, limit: area.columns - 21)
        }
    }
}

/// Where the columns of the cohort's table stand; a wider screen shows more of the course's nights.
private struct CohortColumns {
    private let nameColumns: Int
    private let weekEnd: Int
    private let sessionsEnd: Int
    private let diaryEnd: Int
    private let qualityColumn: Int
    private let qualityColumns: Int
    private let sleepEnd: Int
    private let efficiencyEnd: Int
    private let lastEnd: Int

    init(_ area: Rect) {
        lastEnd = area.endColumn - 2
        efficiencyEnd = lastEnd - 11
        sleepEnd = efficiencyEnd - 7
        nameColumns = min(26, max(14, area.columns / 5))
        weekEnd = 3 + nameColumns + 6
        sessionsEnd = weekEnd + 10
        diaryEnd = sessionsEnd + 7
        qualityColumn = diaryEnd + 3
        qualityColumns = max(0, min(56, sleepEnd - 8 - qualityColumn))
    }

    func drawHead(on canvas: inout Canvas, row: Int) {
        canvas.put("Person", 3, row, .muted)
        canvas.putRight("Week", endColumn: weekEnd, row, .muted)
        canvas.putRight("Sessions", endColumn: sessionsEnd, row, .muted)
        canvas.putRight("Diary", endColumn: diaryEnd, row, .muted)
        canvas.put(qualityColumns >= 19 ? "Quality, the course" : "Quality", qualityColumn, row, .muted)
        canvas.putRight("Asleep", endColumn: sleepEnd, row, .muted)
        canvas.putRight("Eff.", endColumn: efficiencyEnd, row, .muted)
        canvas.putRight("Last night", endColumn: lastEnd, row, .muted)
    }

    func draw(
        _ row: CohortRow, name: String, isOn: Bool, on canvas: inout Canvas, _ at: Int, _ context: Context
    ) {
        canvas.put(name, 3, at, isOn ? .title : .text, limit: nameColumns)
        if let weeks = row.weeks {
            let words = row.isOver ? "done" : row.week.map { "\($0)/\(weeks)" } ?? "soon"
            canvas.putRight(words, endColumn: weekEnd, at, .text)
            canvas.putRight(
                "\(row.sessionsDone)/\(row.sessionsPlanned)", endColumn: sessionsEnd, at, .session)
        }
        canvas.putRight(
            "\(row.nightsLogged7)/7", endColumn: diaryEnd, at, row.nightsLogged7 < 4 ? Style(.caution) : .text
        )
        let qualities = row.qualities.suffix(qualityColumns).map { $0.map(Double.init) }
        Sparkline.draw(Array(qualities), in: 0...7, on: &canvas, qualityColumn, at, .accent)
        canvas.putRight(
            row.totalSleep7?.short ?? "·", endColumn: sleepEnd, at, row.totalSleep7 == nil ? .faint : .text)
        canvas.putRight(
            row.efficiency7?.words ?? "·", endColumn: efficiencyEnd, at,
            row.efficiency7 == nil ? .faint : .accent)
        guard let days = row.daysSinceNight else {
            canvas.putRight("none yet", endColumn: lastEnd, at, .muted)
            return
        }
        let words = days <= 0 ? "today" : days == 1 ? "yesterday" : "\(days) days"
        canvas.putRight(words, endColumn: lastEnd, at, days >= 3 ? Style(.caution) : .muted)
    }
}

extension String {
    /// English has its own plural for this one.
    fileprivate var replacingPersons: String { hasSuffix("persons") ? dropLast(7) + "people" : self }
}
