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
        case .done: openEntry(.sessionDone, of: session, in: context)
        case .planned, .moved:
            let isToCome = session.at.instant > context.wall.instant
            openEntry(isToCome ? .sessionMove : .sessionDone, of: session, in: context)
        case .missed, .cancelled: openEntry(.sessionMove, of: session, in: context)
        }
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
