// What the pages of the cohort know of one person: worked out once from the records, and small, so that ten
// thousand fit into memory and every page is a fold over them.

/// Immutable, and shared wherever it is looked at: a list of them is copied without copying what they hold.
package final class CohortMember: Equatable, Sendable {
    package let id: PersonID
    package let zone: Zone
    package let row: CohortRow
    package let today: TodayFacts
    package let strip: PersonStrip
    package let diary: DiaryFacts
    package let outcome: OutcomeFacts
    package let sessionNights: SessionNightFacts
    /// The first moment at which something of it would be said otherwise though no record came: the next
    /// midnight where the person is, or the time of the next session.
    package let staleAt: Instant

    package init(_ subject: CohortSubject) {
        id = subject.history.id
        zone = subject.zone
        row = CohortRow(
            subject.history, today: subject.today, now: subject.now, zone: subject.zone,
            instruments: subject.instruments, flags: subject.flags)
        today = TodayFacts(subject)
        strip = PersonStrip(subject)
        diary = DiaryFacts(subject)
        outcome = OutcomeFacts(subject)
        sessionNights = SessionNightFacts(subject)
        let midnight = subject.zone.instant(CivilTime(subject.today.adding(days: 1), .midnight))
        let next = subject.history.nextSession(after: subject.now)?.at.instant
        staleAt = min(midnight, next.map { $0 > subject.now ? $0 : midnight } ?? midnight)
    }

    package static func == (a: CohortMember, b: CohortMember) -> Bool {
        a === b
            || (a.row == b.row && a.zone == b.zone && a.today == b.today && a.strip == b.strip
                && a.diary == b.diary && a.outcome == b.outcome && a.sessionNights == b.sessionNights)
    }
}
