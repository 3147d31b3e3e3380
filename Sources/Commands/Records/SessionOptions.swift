// A dose, a reading, and what else a session is held with, as options.

import ArgumentParser
import CareDomain

struct DoseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("iv, im, nasal, sublingual or oral.", valueName: "route"))
    var route: Route?

    @Option(
        name: .customLong("dose"), help: ArgumentHelp("How much.", valueName: "number"),
        transform: Parse.amount)
    var amount: Double?

    @Option(help: ArgumentHelp("mg or mg/kg.", valueName: "unit"))
    var unit: Dose.Unit?

    func validate() throws {
        // The one is never guessed from the other.
        if (amount == nil) != (unit == nil) {
            throw ValidationError("give --dose and --unit together, or neither")
        }
    }

    var dose: Dose? { amount.flatMap { amount in unit.map { Dose(amount, $0) } } }
}

struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Minutes since the dose, of the reading.", valueName: "n"),
        transform: Parse.whole(-1440...10_080))
    var minute: Int?

    @Option(
        help: ArgumentHelp("Upper blood pressure, mmHg.", valueName: "n"), transform: Parse.whole(0...400))
    var systolic: Int?

    @Option(
        help: ArgumentHelp("Lower blood pressure, mmHg.", valueName: "n"), transform: Parse.whole(0...400))
    var diastolic: Int?

    @Option(help: ArgumentHelp("Beats a minute.", valueName: "n"), transform: Parse.whole(0...400))
    var pulse: Int?

    @Option(
        help: ArgumentHelp("Oxygen saturation, percent.", valueName: "n"), transform: Parse.whole(0...100))
    var saturation: Int?

    @Option(
        help: ArgumentHelp("Sedation, on the clinic's scale.", valueName: "n"),
        transform: Parse.whole(-5...10))
    var sedation: Int?

    @Option(help: ArgumentHelp("Dissociation, 0 to 10.", valueName: "n"), transform: Parse.whole(0...10))
    var dissociation: Int?

    /// One reading, at the dose where no minute is given; none where nothing was read.
    var observations: [Session.Observation] {
        let values = [systolic, diastolic, pulse, saturation, sedation, dissociation]
        guard values.contains(where: { $0 != nil }) else { return [] }
        return [
            Session.Observation(
                minute: minute ?? 0, systolic: systolic, diastolic: diastolic, pulse: pulse,
                saturation: saturation,
                sedation: sedation, dissociation: dissociation)
        ]
    }
}

/// Where a session is held, and who sees the person home.
struct PlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where it is held.", valueName: "text"), transform: Parse.text)
    var site: String?

    @Option(help: ArgumentHelp("Who sees the person home.", valueName: "name"), transform: Parse.text)
    var escort: String?

    /// What was noted of the session before stays where it is not given anew.
    func fill(_ session: inout Session, from earlier: Session?) {
        session.site = site ?? earlier?.site
        session.escort = escort ?? earlier?.escort
    }
}

/// What a session was held with, and how it ended.
struct HeldOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The lot of the drug.", valueName: "text"), transform: Parse.text)
    var lot: String?

    @Option(
        help: ArgumentHelp("The weight on the day, kilograms.", valueName: "n"),
        transform: Parse.amount(upTo: 500))
    var weightKg: Double?

    @Option(
        help: ArgumentHelp("What was checked before the dose; once for each.", valueName: "text"),
        transform: Parse.text)
    var check: [String] = []

    @Option(
        help: ArgumentHelp("Something unwanted, with its details; once for each.", valueName: "event"),
        transform: Self.event)
    var event: [DetailText] = []

    @Option(help: ArgumentHelp("When the person was judged ready to leave.", valueName: "instant"))
    var readyAt: String?

    @Option(help: ArgumentHelp("When the person left.", valueName: "instant"))
    var leftAt: String?

    private static func event(_ text: String) throws -> DetailText {
        try DetailText(text, keys: ["at", "severity", "action", "resolvedAt"], words: ["serious"])
    }

    /// - Throws: `Failure` for a time that cannot be read, has not come, or lies before the session.
    func fill(_ session: inout Session, start: OffsetInstant, zone: Zone, now: Instant) throws {
        let reader = WhenReader(zone: zone, date: start.civil.date)
        func instant(_ text: String?, _ name: String) throws -> OffsetInstant? {
            guard let text else { return nil }
            let instant = try reader.instant(text)
            guard instant.instant >= start.instant else {
                throw Failure.badData("\(name) \(instant.text()) would be before the session began")
            }
            guard instant.instant <= now else {
                throw Failure.badData("\(name) \(instant.text()) has not come yet")
            }
            return instant
        }
        session.lot = lot
        session.weight = weightKg
        session.checks = check
        session.readyAt = try instant(readyAt, "--ready-at")
        session.leftAt = try instant(leftAt, "--left-at")
        session.events = try event.map { details in
            let event = Session.AdverseEvent(
                at: try instant(details["at"], "--event: at"), what: details.what,
                severity: details["severity"], serious: details["serious"].map { _ in true },
                action: details["action"],
                resolvedAt: try instant(details["resolvedAt"], "--event: resolvedAt"))
            if let at = event.at, let end = event.resolvedAt, end.instant < at.instant {
                throw Failure.badData("--event \(quoted(event.what)) would be resolved before it began")
            }
            return event
        }
    }
}
