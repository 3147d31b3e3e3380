// Which night followed which session: the first attempt to sleep after it, whatever the date.

/// Night 0 of a session is the first night whose attempt to sleep came after the session's start. Where that
/// night was not logged, it is the night that would be expected: the one after the session's date, or of that
/// date for a session in the small hours.
package struct SessionNightCalendar: Sendable {
    /// The hour until which a session counts to the night that is already under way.
    private static let smallHours = ClockTime(minutesAfterMidnight: 300) ?? .midnight

    private struct Mark: Sendable {
        var start: Instant
        /// The date of getting up after night 0.
        var nightZero: CivilDate
    }

    /// By start.
    private var marks: [Mark] = []

    package init(sessions: [TreatmentSession], nights: [LoggedNight]) {
        let byDate = Dictionary(nights.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        for session in sessions {
            marks.append(
                Mark(start: session.at.instant, nightZero: Self.nightZero(of: session, among: byDate)))
        }
        marks.sort { $0.start < $1.start }
    }

    /// The date of getting up after the first attempt to sleep that followed a session.
    private static func nightZero(of session: TreatmentSession, among nights: [CivilDate: LoggedNight])
        -> CivilDate
    {
        let date = session.date
        if let sameDay = nights[date], let attempt = sameDay.firstKnown {
            return attempt >= session.at.instant ? date : date.adding(days: 1)
        }
        return session.clock < smallHours ? date : date.adding(days: 1)
    }

    /// Nights and hours since the last session before a night; nil where there is none.
    package func place(of row: LoggedNight) -> (nights: Int, hours: Double?)? {
        let attempt = row.measures.trySleep ?? row.measures.intoBed
        let last = marks.last { mark in
            row.firstKnown.map { mark.start <= $0 } ?? (mark.nightZero <= row.date)
        }
        guard let last else { return nil }
        let nights = last.nightZero.days(until: row.date)
        let hours = (row.measures.trySleep ?? attempt).map { $0.since(last.start).hours }
        return (max(0, nights), hours)
    }

    /// True where the night of a date, logged or not, is the first one after a session.
    package func isSessionNight(_ date: CivilDate) -> Bool { marks.contains { $0.nightZero == date } }
}

extension PersonHistory {
    /// Where the sessions of any status but cancelled and missed stand among the nights.
    package var sessionNights: SessionNightCalendar {
        SessionNightCalendar(sessions: doneSessions, nights: mainNights)
    }

    /// The night, by the date of getting up, that a session's mark stands on.
    package func nightDate(of session: TreatmentSession) -> CivilDate {
        let calendar = SessionNightCalendar(sessions: [session], nights: mainNights)
        return [session.date, session.date.adding(days: 1)].first { calendar.isSessionNight($0) }
            ?? session.date.adding(days: 1)
    }
}
