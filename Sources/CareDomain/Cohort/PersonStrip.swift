// One person's course as a strip of days, a byte each: the night that began on the day's evening, the session
// before that night, and what else came on the day.

package struct PersonStrip: Equatable, Sendable {
    package enum Night: Equatable, Sendable {
        /// Nobody is asked for it: before the diary began, after the course, or yet to come.
        case notAsked
        /// That of today's evening.
        case notDue
        case notLogged
        /// With its quality, 1...5; nil where that was left out.
        case logged(Int?)
    }

    package struct Day: Equatable, Sendable {
        package let date: CivilDate
        /// That which began on the day's evening, as on the calendar.
        package let night: Night
        /// The session that the night followed; nil for none. Of several the one that was held.
        package let session: Session.Status?
        package let hasCheckIn: Bool
        /// True where a flag that is open began to hold.
        package let hasFlag: Bool
    }

    /// The day of the first cell.
    package let first: CivilDate
    /// The date of now, where the person is.
    package let today: CivilDate
    /// Day 1 of the course; nil without one.
    package let start: CivilDate?
    /// The course's last day; nil without one.
    package let lastDay: CivilDate?
    private let cells: [UInt8]

    /// The most days that are kept, the newest of them.
    static let longest = 400
    /// Days before a course in which its baseline is logged.
    private static let baseline = 14
    private static let statuses: [Session.Status?] = [nil, .done, .planned, .moved, .missed, .cancelled]
    private static let withoutQuality: UInt8 = 6
    private static let gap: UInt8 = 7
    private static let checkIn: UInt8 = 64
    private static let flag: UInt8 = 128

    init(_ subject: CohortSubject) {
        let history = subject.history
        let nights = history.mainNights
        let course = history.course
        today = subject.today
        start = course?.start
        lastDay = course.map { $0.end ?? $0.lastDay }
        let sessions = history.sessions.map { session in
            let night = SessionNightCalendar.nightZero(of: session, among: nights[...])
            return (day: night.adding(days: -1), status: session.shownStatus)
        }
        let span = Self.span(course, subject.today, nights: nights, sessions: sessions.map(\.day))
        first = span.lowerBound
        var cells = [UInt8](repeating: 0, count: first.days(until: span.upperBound) + 1)
        if let start, let lastDay {
            let due = min(lastDay, subject.today.adding(days: -1))
            for (index, date) in zip(cells.indices, first.days...) where date <= due.days {
                // A baseline is asked for from its first night on.
                if date >= start.days || index > 0 { cells[index] = Self.gap }
            }
        }
        func mark(_ date: CivilDate, _ change: (inout UInt8) -> Void) {
            let index = span.lowerBound.days(until: date)
            if cells.indices.contains(index) { change(&cells[index]) }
        }
        for night in nights {
            let quality = night.night.quality.flatMap { (1...5).contains($0) ? UInt8($0) : nil }
            mark(night.date.adding(days: -1)) { $0 = $0 & ~7 | (quality ?? Self.withoutQuality) }
        }
        for session in sessions {
            let code = UInt8(Self.statuses.firstIndex(of: session.status) ?? 0)
            mark(session.day) { cell in
                let old = cell >> 3 & 7
                if old == 0 || code < old { cell = cell & ~56 | code << 3 }
            }
        }
        for entry in history.checkIns {
            let at = entry.frame.eventTime(in: subject.zone)
            if at.instant <= subject.now { mark(at.civil.date) { $0 |= Self.checkIn } }
        }
        for flag in subject.flags where flag.isOpen { mark(flag.since) { $0 |= Self.flag } }
        self.cells = cells
    }

    /// From the baseline's first night to the end of the course and of what is known; without a course the
    /// last six weeks.
    private static func span(
        _ course: Course?, _ today: CivilDate, nights: [LoggedNight], sessions: [CivilDate]
    ) -> ClosedRange<CivilDate> {
        guard let course else { return today.adding(days: -41)...today }
        let early = course.start.adding(days: -baseline)
        let firstNight = nights.first { $0.date > early }.map { $0.date.adding(days: -1) }
        let known = [
            course.lastDay, course.end, sessions.max(), nights.last.map { $0.date.adding(days: -1) },
        ]
        let furthest = max(today, course.start).adding(days: longest / 2)
        let last = max(course.start, min(furthest, known.compactMap { $0 }.max() ?? course.lastDay))
        let first = min(course.start, firstNight ?? course.start)
        return max(first, last.adding(days: 1 - longest))...last
    }

    /// The day of the last cell.
    package var last: CivilDate { first.adding(days: cells.count - 1) }

    /// Nil outside the strip.
    package func day(_ date: CivilDate) -> Day? {
        let index = first.days(until: date)
        guard cells.indices.contains(index) else { return nil }
        let cell = cells[index]
        let code = Int(cell >> 3 & 7)
        return Day(
            date: date, night: night(date, cell & 7),
            session: Self.statuses.indices.contains(code) ? Self.statuses[code] : nil,
            hasCheckIn: cell & Self.checkIn != 0, hasFlag: cell & Self.flag != 0)
    }

    private func night(_ date: CivilDate, _ code: UInt8) -> Night {
        switch code {
        case 0: date == today && lastDay.map { date <= $0 } ?? false ? .notDue : .notAsked
        case Self.withoutQuality: .logged(nil)
        case Self.gap: .notLogged
        default: .logged(Int(code))
        }
    }

    /// All of them, in order.
    package var days: [Day] { cells.indices.compactMap { day(first.adding(days: $0)) } }

    /// The week of the course that a day lies in, 1 for the first, 0 for the seven days before it; nil
    /// without a course.
    package func week(of date: CivilDate) -> Int? {
        start.map { $0.days(until: date).floorDivided(by: 7) + 1 }
    }
}
