// A course of treatment: its protocol, its weeks, and the sessions planned.

package struct Course: Equatable, Sendable {
    package struct PlannedSession: Equatable, Sendable {
        /// Unique in the plan: `s1`, `s2` ...
        package var id: String
        package var at: OffsetInstant
        package var dose: Dose?
        package var route: Route?

        package init(id: String, at: OffsetInstant, dose: Dose? = nil, route: Route? = nil) {
            self.id = id
            self.at = at
            self.dose = dose
            self.route = route
        }
    }

    /// The name of the protocol file.
    package var protocolName: String
    package var start: CivilDate
    package var weeks: Int
    package var plan: [PlannedSession]
    /// When it was ended before or after its weeks; nil while it runs.
    package var end: CivilDate?
    /// Why it was ended.
    package var why: String?

    package init(
        protocolName: String, start: CivilDate, weeks: Int, plan: [PlannedSession], end: CivilDate? = nil,
        why: String? = nil
    ) {
        self.protocolName = protocolName
        self.start = start
        self.weeks = weeks
        self.plan = plan
        self.end = end
        self.why = why
    }

    /// The last day of its weeks.
    package var lastDay: CivilDate { start.adding(days: weeks * 7 - 1) }

    /// 1 on the first day; zero and less before it.
    package func day(on date: CivilDate) -> Int { start.days(until: date) + 1 }

    /// 1 in the first seven days; nil before the start.
    package func week(on date: CivilDate) -> Int? {
        let day = day(on: date)
        return day < 1 ? nil : (day - 1) / 7 + 1
    }
}

/// A protocol: what a course of its kind looks like, as read from seeds/protocols.
package struct CourseProtocol: Equatable, Sendable {
    /// The name to use on the command line, `iv-six-3w`.
    package var name: String
    /// What a person reads: `Six weeks, two sessions a week`.
    package var title: String
    package var weeks: Int
    package var route: Route
    /// The dose that it usually begins with; nil where the clinic says.
    package var dose: Dose?
    /// Days of each session after the first one's date, rising from 0.
    package var sessionDays: [Int]
    /// Where its schedule was published.
    package var source: String

    package init(
        name: String, title: String, weeks: Int, route: Route, dose: Dose?, sessionDays: [Int], source: String
    ) {
        self.name = name
        self.title = title
        self.weeks = weeks
        self.route = route
        self.dose = dose
        self.sessionDays = sessionDays
        self.source = source
    }

    /// The dates of a course that starts on a date.
    package func dates(from start: CivilDate) -> [CivilDate] { sessionDays.map(start.adding(days:)) }

    /// A course on the dates of this protocol, or on others where the clinic has chosen them.
    package func course(
        from start: CivilDate, at clock: ClockTime, in zone: Zone, weeks: Int? = nil,
        dates: [CivilDate]? = nil
    ) -> Course {
        let plan = (dates ?? self.dates(from: start)).enumerated().map { index, date in
            let instant = zone.instant(CivilTime(date, clock))
            return Course.PlannedSession(
                id: "s\(index + 1)", at: OffsetInstant(instant, in: zone), dose: dose, route: route)
        }
        return Course(protocolName: name, start: start, weeks: weeks ?? self.weeks, plan: plan)
    }
}
