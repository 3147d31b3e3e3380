// What can be changed on a day of the calendar: its session, and its night.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Plans a session on an empty day; moves one that is to come; of one whose time has come, says how it
    /// was.
    mutating func changeSession(on day: CivilDate, in context: Context) {
        guard let person else { return }
        let sessions = CalendarCells(person.history).sessions[day] ?? []
        guard let session = sessions.last(where: { $0.status != .cancelled }) ?? sessions.last else {
            openEntry(.sessionPlan, on: day, in: context)
            return
        }
        switch session.status {
        case .done:
            let isRunning = session.watch([], now: context.wall.instant).isRunning
            openEntry(isRunning ? .reading : .sessionDone, of: session, in: context)
        case .planned, .moved:
            // One that begins a little before its time is not moved.
            let isToCome = session.at.instant.since(context.wall.instant).value > Self.earlyMinutes
            openEntry(isToCome ? .sessionMove : .sessionDone, of: session, in: context)
        case .missed, .cancelled: openEntry(.sessionMove, of: session, in: context)
        }
    }

    /// So long before its time a session can begin. Lull's own.
    private static let earlyMinutes = 45.0

    /// Opens a form that adds to what was held on a day.
    mutating func addToSession(_ kind: FormKind, on day: CivilDate, in context: Context) {
        guard let person else { return }
        let sessions = CalendarCells(person.history).sessions[day] ?? []
        guard let session = sessions.last(where: { $0.status == .done }) else {
            say("No session was begun on \(day.words); s notes one.", .problem, in: context)
            return
        }
        openEntry(kind, of: session, in: context)
    }

    /// Notes as done the first that is open of what the clinic owes after the sessions of a day.
    mutating func tickDuty(on day: CivilDate, in context: Context) -> [Effect] {
        guard let person, canWrite(in: context) else { return [] }
        let sessions = CalendarCells(person.history).sessions[day] ?? []
        let open = sessions.flatMap { person.history.duties(of: $0) }.filter { $0.value.done == nil }
        guard let entry = open.first else {
            say("Nothing is open after a session of \(day.words).", .problem, in: context)
            return []
        }
        var duty = entry.value
        duty.done = .time(OffsetInstant(context.wall.instant, in: person.zone))
        let draft = RecordDraft(.duty(duty), replaces: entry.id)
        return [write(draft, of: person.history.id, as: "\(duty.words), done").0]
    }

    /// Asks why a session is not held; the others stay where they are.
    mutating func callOffSession(on day: CivilDate, in context: Context) {
        guard let person else { return }
        let sessions = CalendarCells(person.history).sessions[day] ?? []
        guard let session = sessions.first(where: { $0.status == .planned || $0.status == .moved }) else {
            say("No session is planned on \(day.words).", .problem, in: context)
            return
        }
        openEntry(.sessionOff, of: session, in: context)
    }

    /// Opens the form on a night that is logged; on one that is not, an empty form for it.
    mutating func editNight(on day: CivilDate, in context: Context) {
        guard let person else { return }
        let date = day.adding(days: 1)
        let rows = person.history.nights.filter { $0.date == date }
        guard let night = rows.last(where: { $0.source == "diary" }) else {
            guard date <= person.today(in: context) else {
                say("That night is yet to come.", .problem, in: context)
                return
            }
            openForm(on: date, in: context)
            return
        }
        openForm(in: context)
        form?.correct(night)
    }
}

extension LogNightState {
    /// Puts a night that is logged into the form, to be corrected.
    mutating func correct(_ row: LoggedNight) {
        draft = NightDraft(row.night, byClock: true)
        replaces = row.frame.id
        proposals = [:]
        line = 1
    }
}
