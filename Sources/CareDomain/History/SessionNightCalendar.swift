// Which night followed which session: the first attempt to sleep after it, whatever the date.

/// Night 0 of a session is the first night whose attempt to sleep came after the session's start. Where that
/// night was not logged, it is the night that would be expected: the one after the session's date, or of that
/// date for a session in the small hours, and for one before or amid the sleep of someone who sleeps by day.
package struct SessionNightCalendar: Sendable {
    /// The nights from one session to the next.
    package struct Gap: Equatable, Sendable {
        /// The last session done before its first night; others may have preceded it since the night before.
        package let session: TreatmentSession
        /// The date of getting up after the first attempt to sleep.
        package let nightZero: CivilDate
        /// Night 0 of the next session; nil after the last one.
        package let next: CivilDate?

        /// The date of a night of this gap, 0 for the first; nil where the next session comes before it.
        package func night(_ number: Int) -> CivilDate? {
            let date = nightZero.adding(days: number)
            return next.map { date < $0 } ?? true ? date : nil
        }
    }

    /// In order, a gap a night 0: several sessions before one night make one gap.
    package private(set) var gaps: [Gap] = []

    /// - Parameters:
    ///   - sessions: those done, in any order.
    ///   - nights: main nights, in any order.
    package init(sessions: [TreatmentSession], nights: [LoggedNight]) {
        self.init(sessions: sessions, inOrder: nights.sorted { $0.date < $1.date }[...])
    }

    /// - Parameter nights: main nights, by date.
    init(sessions: [TreatmentSession], inOrder nights: ArraySlice<LoggedNight>) {
        let marks = sessions.map { (session: $0, nightZero: Self.nightZero(of: $0, among: nights)) }
            .sorted { ($0.nightZero, $0.session.at.instant) < ($1.nightZero, $1.session.at.instant) }
        for (index, mark) in marks.enumerated() {
            let next = marks.indices.contains(index + 1) ? marks[index + 1].nightZero : nil
            if next == mark.nightZero { continue }
            gaps.append(Gap(session: mark.session, nightZero: mark.nightZero, next: next))
        }
    }

    /// The date of getting up after the first attempt to sleep that followed a session.
    /// - Parameter nights: by date.
    static func nightZero(of session: TreatmentSession, among nights: ArraySlice<LoggedNight>) -> CivilDate {
        let start = session.at.instant
        let after = nights.place { $0.date < session.date }
        for (offset, date) in (0...2).map({ ($0, session.date.adding(days: $0)) }) {
            let night = nights[after...].prefix(3).first { $0.date == date }
            if let attempt = night?.firstKnown {
                if attempt >= start { return date }
            } else if offset > 0 || session.clock < lastHour(of: session.date, near: after, among: nights) {
                return date
            }
        }
        return session.date.adding(days: 1)
    }

    /// The hour until which a session counts to a sleep of its own date: five in the morning, or two hours
    /// before the nearest night's getting up where that was slept by day. Lull's own.
    private static func lastHour(
        of date: CivilDate, near place: Int, among nights: ArraySlice<LoggedNight>
    ) -> ClockTime {
        let small = ClockTime(minutesAfterMidnight: 300) ?? .midnight
        let near = [place - 1, place].filter(nights.indices.contains).map { nights[$0] }
        guard let night = near.min(by: { abs($0.date.days(until: date)) < abs($1.date.days(until: date)) }),
            night.isByDay,
            let up = night.measures.outOfBed ?? night.measures.finalAwake
        else { return small }
        let minutes = night.night.zone.clock(up).minutesAfterMidnight - 120
        return ClockTime(minutesAfterMidnight: max(300, minutes)) ?? small
    }

    /// The gap that a night of a date lies in; nil before the first session's.
    /// - Complexity: O(log n).
    package func gap(of date: CivilDate) -> Gap? {
        let place = gaps.place { $0.nightZero <= date }
        return place > 0 ? gaps[place - 1] : nil
    }

    /// Nights since the last session before a night, logged or not, and the hours from that session's start
    /// to trying to sleep, nil where that time is unknown. Nil where there is no session.
    package func place(of row: LoggedNight) -> (nights: Int, hours: Double?)? {
        guard let gap = gap(of: row.date) else { return nil }
        let hours = row.measures.trySleep.map { $0.since(gap.session.at.instant).hours }
        return (gap.nightZero.days(until: row.date), hours.flatMap { $0 < 0 ? nil : $0 })
    }

    /// True where the night of a date, logged or not, is the first one after a session.
    package func isSessionNight(_ date: CivilDate) -> Bool { gap(of: date)?.nightZero == date }
}

extension PersonHistory {
    /// Where the sessions done stand among the nights.
    package var sessionNights: SessionNightCalendar {
        SessionNightCalendar(sessions: doneSessions, inOrder: mainNights[...])
    }

    /// The night, by the date of getting up, that a session's mark stands on.
    package func nightDate(of session: TreatmentSession) -> CivilDate {
        SessionNightCalendar.nightZero(of: session, among: mainNights[...])
    }
}
