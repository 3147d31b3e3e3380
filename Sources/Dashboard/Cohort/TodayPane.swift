// Draws, below the cohort's first page, the whole of what is said of the entry that is chosen.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawTodayPane(
        _ entry: TodayEntry, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        let row = entry.member.row
        let today = entry.member.zone.date(context.wall.instant)
        canvas.rule(row: area.row)
        let born = hidesNames ? "" : row.bornYear.map { " · born \($0)" } ?? ""
        let phone = entry.member.phoneWords(hidesNames ? .nameless : .whole)
        let end = canvas.put(
            " \(shownName(row))\(born)", 2, area.row, Style(.strong), limit: area.columns - 4)
        canvas.put(" · \(phone) ", end, area.row, .text, limit: max(0, area.endColumn - 2 - end))
        var lines = todayPaneLines(entry, today).flatMap { CleanText($0).wrapped(to: area.columns - 6) }
        let course = todayCourseWords(entry.member, today)
        let room = area.rows - 1
        if lines.count >= room { lines = Array(lines.prefix(room - 1)) }
        for (index, line) in lines.enumerated() {
            canvas.put(line, 3, area.row + 1 + index, .text, limit: area.columns - 5)
        }
        canvas.put(course, 3, area.row + 1 + lines.count, .muted, limit: area.columns - 5)
    }

    private func todayPaneLines(_ entry: TodayEntry, _ today: CivilDate) -> [String] {
        switch entry {
        case .flag(let flagged):
            let action = flagged.lastAction.map { action in
                "Last: \(action.words(on: today))" + (action.note.map { ": \($0)" } ?? "")
            }
            return [flagged.flag.message, action].compactMap { $0 }
        case .session(let session):
            let asked = session.askedWords(on: today, hidesNames: hidesNames)
            let known = session.knownWords(on: today) + asked
            let messages = session.openFlags.prefix(2).map(\.message)
            return messages.isEmpty ? [known.joined(separator: ", ")] : messages
        case .silent(let silent):
            let last = silent.silence.lastReceived.map { "last received \($0.words(on: today))" }
            let night = silent.silence.lastNight.map { "last night logged \($0.words)" }
            let parts = [last ?? "nothing received yet", night ?? "no night logged yet"]
            return [silent.words(on: today) + ": " + parts.joined(separator: ", ")]
        case .duty(let due):
            return ["\(due.words): \(due.dueWords(on: today))"]
        }
    }

    /// The course and the next session in a line.
    private func todayCourseWords(_ member: CohortMember, _ today: CivilDate) -> String {
        let row = member.row
        guard let name = row.protocolName else { return "no course" }
        var words = [settings.protocolTitles[name] ?? name]
        if let week = row.week, let weeks = row.weeks, !row.isOver {
            words.append("week \(week) of \(weeks)")
        }
        if row.sessionsPlanned > 0 {
            words.append("\(row.sessionsDone) of \(row.sessionsPlanned) sessions held")
        }
        if let next = row.nextSession, next.date != today {
            words.append("next \(next.date.words) \(next.clock)")
        }
        return words.joined(separator: " · ")
    }
}
