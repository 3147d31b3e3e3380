// How a session stands while it runs: how long since the dose, what was read, when the next reading is due.

extension DoseRoute {
    /// When readings are laid down around a dose.
    package struct Watch: Equatable, Sendable {
        /// Minutes since the dose, rising; 0 is the reading before it.
        package var minutes: [Int]
        /// Minutes to a further reading while the pressure has not come down after the last one laid down;
        /// nil where no further ones are.
        package var again: Int?
        /// Minutes that the person stays at least; nil where no source at hand says.
        package var stay: Int?
        package var source: String

        package init(minutes: [Int], again: Int? = nil, stay: Int? = nil, source: String) {
            self.minutes = minutes
            self.again = again
            self.stay = stay
            self.source = source
        }
    }
}

/// It says what was read and what is due; what follows from a reading is a clinician's.
package struct SessionWatch: Equatable, Sendable {
    /// Whole minutes since the session began; below zero before it.
    package let minutesSinceDose: Int
    /// Readings by minute.
    package let readings: [Session.Observation]
    /// When the next reading is due, which may have passed; nil where none is laid down, none is left, or the
    /// session does not run.
    package let nextDue: Instant?
    /// Of the next reading; nil as above.
    package let nextMinute: Int?
    /// Held, and neither left nor long ago.
    package let isRunning: Bool

    package var lastReading: Session.Observation? { readings.last }

    /// A reading so many minutes early stands for the one that is laid down. Lull's own, as are the hours
    /// after which a session that nobody noted the end of is over.
    private static let early = 5
    private static let longest = 12.0

    /// - Parameter route: nil where nothing is known of the route; then no reading is due.
    package init(session: TreatmentSession, route: DoseRoute?, now: Instant) {
        let record = session.record?.value
        let start = session.at.instant
        let readings = (record?.observations ?? []).sorted { $0.minute < $1.minute }
        minutesSinceDose = Int(now.since(start).value.rounded(.down))
        self.readings = readings
        isRunning =
            session.status == .done && start <= now && now.since(start).hours < Self.longest
            && Self.end(of: session).map { $0 > now } ?? true
        nextMinute = isRunning ? route?.watch.flatMap { Self.next(in: $0, after: readings) } : nil
        nextDue = nextMinute.map { start.adding(Minutes($0)) }
    }

    /// When the person left; at home, where nobody leaves, when the effects were judged over.
    private static func end(of session: TreatmentSession) -> Instant? {
        let isHome = session.route == .oral || session.route == .sublingual
        let record = session.record?.value
        return (record?.leftAt ?? (isHome ? record?.readyAt : nil))?.instant
    }

    /// The reading before the dose is not due any more once the dose was given.
    private static func next(in watch: DoseRoute.Watch, after readings: [Session.Observation]) -> Int? {
        let last = readings.last { $0.minute > 0 }
        let reached = last.map { $0.minute + early } ?? 0
        if let minute = watch.minutes.first(where: { $0 > reached }) { return minute }
        guard let again = watch.again, let last, !hasFallen(readings) else { return nil }
        return last.minute + again
    }

    /// True where the last upper pressure is no higher than before the dose, or lower than the one before
    /// it; unknown pressures have not fallen.
    private static func hasFallen(_ readings: [Session.Observation]) -> Bool {
        let pressures = readings.compactMap { seen in seen.systolic.map { (seen.minute, $0) } }
        guard let last = pressures.last, last.0 > 0, last.0 == readings.last?.minute else { return false }
        if let before = pressures.last(where: { $0.0 <= 0 }), last.1 <= before.1 { return true }
        guard pressures.count > 1 else { return false }
        let earlier = pressures[pressures.count - 2]
        return earlier.0 > 0 && last.1 < earlier.1
    }
}

extension TreatmentSession {
    /// The session as it runs or ran, with what is laid down for its route.
    package func watch(_ routes: [DoseRoute], now: Instant) -> SessionWatch {
        SessionWatch(session: self, route: routes.first { $0.route == route }, now: now)
    }
}
