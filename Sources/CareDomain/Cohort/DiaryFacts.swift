// Which nights one person has logged, and when that stopped.

package struct DiaryFacts: Equatable, Sendable {
    package enum Phase: Int, Sendable {
        case running, over
        /// No course, or one that has not begun.
        case none
    }

    /// More days than these without a night, while nights are due, count as having stopped.
    package static let silence = 7

    package let phase: Phase
    /// Nights logged in each week of the course that has begun, 0...7; a night counts to the week on whose
    /// day it began.
    package let weekly: [UInt8]
    /// Since the course began.
    package let nightsLogged: Int
    /// Nights of the course that are over; 0 before its first morning and without one.
    package let nightsDue: Int
    package let lastNight: CivilDate?
    /// Days from the last night, or from the course's start where none came since, to today, or to the end
    /// of a course that is over; nil without a course that has begun.
    package let silentDays: Int?
    /// When the newest thing of the person's own came in, a night or anything else; nil for nothing.
    package let heard: OffsetInstant?
    /// The clock time around which nights are written down; nil under five nights.
    package let usualClock: ClockTime?

    private static let fewestForClock = 5
    private static let mostWeeks = 200

    init(_ subject: CohortSubject) {
        let history = subject.history
        let nights = history.mainNights
        lastNight = nights.last?.date
        heard = history.lastHeard(in: subject.zone, until: subject.now)
        let seconds = nights.suffix(28).filter { $0.source == "diary" }.map { night in
            Double(night.frame.eventTime(in: subject.zone).civil.secondOfDay)
        }
        usualClock =
            seconds.count < Self.fewestForClock
            ? nil : CircularMean.of(seconds, period: 86_400).map { ClockTime(nearestToSecond: $0) }
        guard let course = history.course, course.start <= subject.today else {
            phase = .none
            (weekly, nightsLogged, nightsDue, silentDays) = ([], 0, 0, nil)
            return
        }
        let end = max(course.start, (course.end ?? course.lastDay).adding(days: 1))
        let until = min(subject.today, end)
        phase = subject.today > end ? .over : .running
        nightsDue = course.start.days(until: until)
        let weeks = min(Self.mostWeeks, (nightsDue + 6) / 7)
        var weekly = [UInt8](repeating: 0, count: weeks)
        var logged = 0
        var last: CivilDate?
        for night in nights where night.date > course.start && night.date <= until {
            logged += 1
            last = night.date
            let week = (course.start.days(until: night.date) - 1) / 7
            if week < weeks { weekly[week] += 1 }
        }
        self.weekly = weekly
        nightsLogged = logged
        silentDays = (last ?? course.start).days(until: until)
    }

    /// Weeks of which all seven nights are over.
    package var fullWeeks: Int { min(weekly.count, nightsDue / 7) }

    /// The week of the last night before the diary stopped, 1 at least; nil where it goes on, or went on to
    /// the course's end.
    package var stoppedWeek: Int? {
        guard let silentDays, silentDays > Self.silence else { return nil }
        return min(Self.mostWeeks, max(1, (nightsDue - silentDays + 6) / 7))
    }

    /// Nights logged of those since the course began, 0...100; nil where none is due.
    package var share: Percent? {
        nightsDue > 0 ? Percent(100 * Double(nightsLogged) / Double(nightsDue)) : nil
    }
}

extension PersonHistory {
    /// When the newest record of the person's own came in, by the rule of silence: nights, naps, days,
    /// practice, check-ins and notes.
    fileprivate func lastHeard(in zone: Zone, until now: Instant) -> OffsetInstant? {
        var last: OffsetInstant?
        func take<Value>(_ entries: [Entry<Value>]) {
            for entry in entries { take(entry.frame) }
        }
        func take(_ frame: RecordFrame) {
            let at = frame.eventTime(in: zone)
            if at.instant <= now, last.map({ $0.instant < at.instant }) ?? true { last = at }
        }
        for night in nights { take(night.frame) }
        take(naps)
        take(habits)
        take(moods)
        take(symptoms)
        take(practices)
        take(checkIns)
        take(notes)
        return last
    }
}
