// The hours after a session, in which a person may still be far away and should neither drive nor decide.

extension PersonHistory {
    /// The session done whose evening and night are not over: from its start until the planned rise after it,
    /// or 7 am without a plan, and for at least twelve hours; it is over as soon as the effects are noted as
    /// gone. Nil where there is none.
    ///
    /// No driving until the next day, after a restful sleep: Spravato label, patient information. The hours
    /// here are Lull's own.
    package func sessionNotSleptOff(at now: Instant, in zone: Zone) -> TreatmentSession? {
        guard let session = doneSessions.last(where: { $0.at.instant <= now }) else { return nil }
        let start = session.at.instant
        let isGone = symptoms.contains { entry in
            entry.value.effectsGoneAt.map { start < $0.instant && $0.instant <= now } ?? false
        }
        if isGone { return nil }
        let rise = details.target?.rise ?? ClockTime(minutesAfterMidnight: 7 * 60) ?? .midnight
        let earliest = start.adding(Minutes(12 * 60))
        var date = zone.date(earliest)
        if zone.instant(CivilTime(date, rise)) < earliest { date = date.adding(days: 1) }
        return now < zone.instant(CivilTime(date, rise)) ? session : nil
    }
}
