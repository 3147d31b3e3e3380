// Which day of the calendar is chosen, and what keys do with it.

import CareDomain
import CellCanvas

struct CalendarState: Equatable {
    /// Nil stands for today.
    var chosen: CivilDate?
}

extension DashboardModel {
    mutating func updateCalendar(_ command: Command, in context: Context) {
        guard let person else { return }
        let today = person.today(in: context)
        let day = calendar.chosen ?? today
        let span = CalendarSpan(person.history, today: today)
        func move(_ days: Int) { calendar.chosen = span.clamped(day.adding(days: days)) }
        switch command {
        case .move(.left): move(-1)
        case .move(.right): move(1)
        case .move(.up), .previousPage: move(-7)
        case .move(.down), .nextPage: move(7)
        case .first: calendar.chosen = span.first
        case .last: calendar.chosen = span.last
        case .pageUp: move(-28)
        case .pageDown: move(28)
        case .today: calendar.chosen = nil
        default: break
        }
    }
}

/// The weeks that the calendar shows: those of the course, from the Monday of its first day; else the last
/// six.
struct CalendarSpan: Equatable {
    let firstMonday: CivilDate
    let weeks: Int
    let course: Course?

    init(_ history: PersonHistory, today: CivilDate) {
        course = history.course
        guard let course else {
            firstMonday = today.startOfWeek.adding(days: -35)
            weeks = 6
            return
        }
        firstMonday = course.start.startOfWeek
        let lastSession = history.sessions.last?.date ?? course.lastDay
        let last = max(course.lastDay, lastSession)
        weeks = min(14, max(1, firstMonday.days(until: last) / 7 + 1))
    }

    var first: CivilDate { firstMonday }
    var last: CivilDate { firstMonday.adding(days: weeks * 7 - 1) }

    func clamped(_ date: CivilDate) -> CivilDate { min(max(date, first), last) }

    /// True for a day that belongs to the course, or for every day without one.
    func isWithin(_ date: CivilDate) -> Bool {
        guard let course else { return true }
        return date >= course.start && date <= (course.end ?? max(course.lastDay, last))
    }
}
