// What is chosen on a strip calendar a person, and what keys do there.

import CareDomain
import CellCanvas

struct StripsState: Equatable {
    enum Alignment { case course, date }

    var alignment = Alignment.course
    /// The first week shown: of the course, 1 for its first, or counted from the week of 1 January 1970; nil
    /// for the one that it begins with.
    var first: Int?
    /// In the order of the table.
    private(set) var members: [CohortMember] = []
    /// The weeks of the course in which anything stands, 0 for that before it.
    private(set) var courseWeeks = 1...1
    /// The dates on which anything stands.
    private(set) var dates: ClosedRange<CivilDate>?

    mutating func show(_ members: [CohortMember]) {
        self.members = members
        var weeks = 1...1
        var dates: ClosedRange<CivilDate>?
        for strip in members.lazy.map(\.strip) {
            let (first, last) = (strip.first, strip.last)
            dates = min(dates?.lowerBound ?? first, first)...max(dates?.upperBound ?? last, last)
            guard let from = strip.week(of: first), let to = strip.week(of: last) else { continue }
            weeks = min(weeks.lowerBound, from)...max(weeks.upperBound, to)
        }
        (courseWeeks, self.dates) = (weeks, dates)
    }

    /// The weeks that are shown, as `first` counts them.
    /// - Parameters:
    ///   - count: how many there is room for.
    ///   - today: where the screen is.
    func weeks(_ count: Int, today: CivilDate, weekStart: Weekday) -> ClosedRange<Int> {
        let all = allWeeks(today: today, weekStart: weekStart)
        let count = max(1, count)
        let usual =
            alignment == .course ? 1 : Self.week(of: today, weekStart) - max(0, count - 2)
        let start = min(max(first ?? usual, all.lowerBound), max(all.lowerBound, all.upperBound - count + 1))
        return start...start + count - 1
    }

    func allWeeks(today: CivilDate, weekStart: Weekday) -> ClosedRange<Int> {
        guard alignment == .date else { return courseWeeks }
        let dates = dates ?? today...today
        let now = Self.week(of: today, weekStart)
        return min(
            now, Self.week(of: dates.lowerBound, weekStart))...max(
                now, Self.week(of: dates.upperBound, weekStart))
    }

    static func week(of date: CivilDate, _ weekStart: Weekday) -> Int {
        // 1 January 1970 was a Thursday.
        (date.days + 3 - weekStart.rawValue).floorDivided(by: 7)
    }

    /// The first day of a week of the calendar.
    static func firstDay(ofWeek week: Int, _ weekStart: Weekday) -> CivilDate {
        CivilDate(days: week * 7 - 3 + weekStart.rawValue)
    }

    /// The first day of a week for one person; nil by week of the course where there is none.
    func firstDay(ofWeek week: Int, of strip: PersonStrip, _ weekStart: Weekday) -> CivilDate? {
        switch alignment {
        case .course: strip.start?.adding(days: (week - 1) * 7)
        case .date: Self.firstDay(ofWeek: week, weekStart)
        }
    }
}

extension DashboardModel {
    /// Whom the keys are about, the same as in the table; nil where the page is empty.
    var chosenStrip: PersonID? {
        cohort.rows.indices.contains(cohort.selected) ? cohort.rows[cohort.selected].id : nil
    }

    var stripWeekStart: Weekday { settings.weekStart ?? .monday }

    mutating func updateStrips(_ command: Command, in context: Context) {
        let layout = StripsLayout(Self.cohortBody(of: context.size))
        switch command {
        case .move(.down): cohort.selected += 1
        case .move(.up): cohort.selected -= 1
        case .pageDown: cohort.selected += layout.people
        case .pageUp: cohort.selected -= layout.people
        case .first: cohort.selected = 0
        case .last: cohort.selected = cohort.rows.count - 1
        case .move(.left): turnStrips(by: -1, layout, in: context)
        case .move(.right): turnStrips(by: 1, layout, in: context)
        case .today:
            cohort.strips.alignment = cohort.strips.alignment == .course ? .date : .course
            cohort.strips.first = nil
        default: break
        }
        cohort.clamp(to: cohort.rows.count)
    }

    private mutating func turnStrips(by step: Int, _ layout: StripsLayout, in context: Context) {
        let strips = cohort.strips
        let today = context.wall.civil.date
        let all = strips.allWeeks(today: today, weekStart: stripWeekStart)
        let now = strips.weeks(layout.weeks, today: today, weekStart: stripWeekStart)
        let last = max(all.lowerBound, all.upperBound - layout.weeks + 1)
        cohort.strips.first = min(max(all.lowerBound, now.lowerBound + step), last)
    }
}
