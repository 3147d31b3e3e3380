// One person's records with everything that a page of the cohort looks at them by.

package struct CohortSubject: Sendable {
    package let history: PersonHistory
    /// Whose days are counted.
    package let zone: Zone
    /// The date of now, where the person is.
    package let today: CivilDate
    /// Nothing after it counts.
    package let now: Instant
    package let instruments: [Instrument]
    /// All of the person's, closed ones too.
    package let flags: [ReviewFlag]

    package init(
        _ history: PersonHistory, zone: Zone, now: Instant, instruments: [Instrument], rules: RuleSet
    ) {
        self.history = history
        self.zone = zone
        self.now = now
        self.instruments = instruments
        today = zone.date(now)
        flags = history.flags(rules, instruments: instruments, zone: zone, now: now)
    }
}
