// Correcting a session: the options of 'session done' over what was noted.

import ArgumentParser
import CareDomain
import PlainJSON

/// What can be corrected of a session.
struct SessionAmendOptions: ParsableArguments {
    @Option(help: "planned, done, missed, moved or cancelled.")
    var status: Session.Status?

    @Option var at: String?
    @Option var end: String?
    @OptionGroup var dose: DoseOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var place: PlaceOptions
    @OptionGroup var held: HeldOptions

    @Option(transform: Parse.text)
    var observer: String?

    @Option(transform: Parse.text)
    var note: String?

    /// - Throws: `Failure` for times that cannot be, or have not come.
    func apply(to session: inout Session, zone: Zone, now: Instant) throws {
        let day = session.start?.civil.date ?? zone.date(now)
        session.status = status ?? session.status
        if let at { session.start = try WhenReader(zone: zone, date: day).instant(at) }
        if let end {
            session.end = try WhenReader(zone: zone, date: session.start?.civil.date ?? day).instant(end)
        }
        if let start = session.start, let end = session.end, end.instant < start.instant {
            throw Failure.badData(
                "the session would end at \(end.text()), before it began; check --at and --end")
        }
        if session.status == .done, let start = session.start, start.instant > now {
            throw Failure.badData("the session would begin after now, and is noted as done")
        }
        session.route = dose.route ?? session.route
        session.dose = dose.dose ?? session.dose
        session.observer = observer ?? session.observer
        session.note = note ?? session.note
        for new in reading.observations {
            // A reading of the same minute is the one that was meant.
            session.observations.removeAll { $0.minute == new.minute }
            session.observations.append(new)
            session.observations.sort { $0.minute < $1.minute }
        }
        let earlier = session
        place.fill(&session, from: earlier)
        try held.fill(&session, over: earlier, zone: zone, now: now)
    }
}

extension HeldOptions {
    /// What is not given stays as it was noted.
    fileprivate func fill(
        _ session: inout Session, over earlier: Session, zone: Zone, now: Instant
    ) throws {
        guard let start = session.start else { return }
        try fill(&session, start: start, zone: zone, now: now)
        session.lot = lot ?? earlier.lot
        session.weight = weightKg ?? earlier.weight
        if check.isEmpty { session.checks = earlier.checks }
        if event.isEmpty { session.events = earlier.events }
        session.readyAt = session.readyAt ?? earlier.readyAt
        session.leftAt = session.leftAt ?? earlier.leftAt
    }
}

extension Session.Status: ExpressibleByArgument {}
