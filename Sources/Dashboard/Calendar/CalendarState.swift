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
        let span = CalendarSpan(person.history, today: today, weekStart: settings.weekStart)
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
        case .open: open(.day(day, offset: 0))
        case .logNight: openForm(on: day.adding(days: 1), in: context)
        case .edit: editNight(on: day, in: context)
        case .session: changeSession(on: day, in: context)
        case .remove: callOffSession(on: day, in: context)
        default: break
        }
    }
}

/// The weeks that the calendar shows: those of the course, from its first day on, so that a row is a week of
/// the course, or from the day on which weeks begin for the person; without a course the last six.
struct CalendarSpan: Equatable {
    /// The first day of the first row.
    let first: CivilDate
    let weeks: Int
    let course: Course?

    private static let most = 20

    /// - Parameter weekStart: nil begins the weeks with the course, without one on Monday.
    init(_ history: PersonHistory, today: CivilDate, weekStart: Weekday? = nil) {
        course = history.course
        func start(of date: CivilDate, _ day: Weekday) -> CivilDate {
            date.adding(days: -(date.weekday.rawValue - day.rawValue).modulo(7))
        }
        guard let course else {
            first = start(of: today, weekStart ?? .monday).adding(days: -35)
            weeks = 6
            return
        }
        first = weekStart.map { start(of: course.start, $0) } ?? course.start
        // After the course the weeks go on, to the newest night and to today.
        let ends = [course.lastDay, history.sessions.last?.date, history.mainNights.last?.date, today]
        let last = ends.compactMap { $0 }.max() ?? course.lastDay
        weeks = min(Self.most, max(1, first.days(until: last) / 7 + 1))
    }

    var last: CivilDate { first.adding(days: weeks * 7 - 1) }

    func clamped(_ date: CivilDate) -> CivilDate { min(max(date, first), last) }

    /// True for a day that belongs to the course, or for every day without one.
    func isWithin(_ date: CivilDate) -> Bool {
        guard let course else { return true }
        return date >= course.start && date <= (course.end ?? course.lastDay)
    }

    /// What a row is called: `W3`, and after the course or without one its first day.
    func label(ofWeek week: Int) -> String {
        guard let course, week < course.weeks, first == course.start else {
            return first.adding(days: week * 7).dayMonth
        }
        return "W\(week + 1)"
    }
}
