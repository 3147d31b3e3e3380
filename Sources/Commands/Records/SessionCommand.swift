// One session: planned, held, missed, cancelled or moved.

import ArgumentParser
import CareDomain

struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session",
        abstract: "One session: plan, done, reading, event, left, miss, cancel, move.",
        discussion: "A session is named by its id in the plan (s3), by its date, or by its record's id.",
        subcommands: [
            SessionPlan.self, SessionDone.self, SessionReading.self, SessionEvent.self, SessionLeft.self,
            SessionMiss.self, SessionCancel.self, SessionMove.self,
        ])
}

struct SessionPlan: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plans a session beside the course's own.",
        discussion: "  lull session plan --at 2026-11-25T14:00 --route iv --dose 0.5 --unit mg/kg")

    @Option(help: ArgumentHelp("When: an instant, or a date and a time.", valueName: "instant"))
    var at: String

    @OptionGroup var dose: DoseOptions
    @OptionGroup var confirmation: DoseConfirmation
    @OptionGroup var place: PlaceOptions

    @Option(help: ArgumentHelp("A note.", valueName: "text"), transform: Parse.text)
    var note: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let start = try WhenReader(zone: subject.zone, date: subject.today).instant(at)
        let date = start.civil.date
        try confirmation.check(
            dose, against: subject.history.plannedDose(near: date, by: dose.route), route: nil, on: date,
            weight: subject.history.newestWeight(upTo: date), &invocation)
        var session = Session(status: .planned, start: start, route: dose.route, dose: dose.dose, note: note)
        place.fill(&session, from: nil)
        try invocation.append(RecordDraft(.session(session)), to: subject)
    }
}

struct SessionDone: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Notes a session that was held.",
        discussion: """
            Without a name it is the day's own; without one planned, a session
            outside the plan. An event's details stand behind semicolons: at, severity,
            action, resolvedAt, and the word serious.

              lull session done --at 14:05 --end 14:45 --dose 40 --unit mg --route iv
              lull session done s3 --systolic 141 --diastolic 88 --dissociation 4
              lull session done --event "nausea; severity=mild; at=14:30" --left-at 16:40
            """)

    @Argument(help: "The id in the plan, or the date.")
    var planned: String?

    @Option(help: ArgumentHelp("When it began; else the planned time.", valueName: "instant"))
    var at: String?

    @Option(help: ArgumentHelp("When it ended.", valueName: "instant"))
    var end: String?

    @OptionGroup var dose: DoseOptions
    @OptionGroup var confirmation: DoseConfirmation
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var place: PlaceOptions
    @OptionGroup var held: HeldOptions

    @Option(help: ArgumentHelp("Who watched.", valueName: "name"), transform: Parse.text)
    var observer: String?

    @Option(help: ArgumentHelp("A note.", valueName: "text"), transform: Parse.text)
    var note: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let lookup = SessionLookup(subject)
        let named = try planned.map(lookup.open)
        let reader = WhenReader(zone: subject.zone, date: named?.date ?? subject.today)
        var start = try at.map(reader.instant)
        let session = named ?? lookup.open(on: start?.civil.date ?? subject.today)
        if start == nil {
            if session == nil { try lookup.refuseWhereHeld(on: subject.today) }
            // Held before its planned time: it began at the latest when it was noted.
            let now = invocation.stamp(in: subject.zone)
            start = session.map { $0.at.instant <= now.instant ? $0.at : now } ?? now
        }
        guard let start, start.instant <= invocation.now else {
            throw Failure.badData(
                "the session would begin after now; give the time at which it began with --at")
        }
        let ended = try end.map { try WhenReader(zone: subject.zone, date: start.civil.date).instant($0) }
        if let ended, ended.instant < start.instant {
            throw Failure.badData(
                "the session would end at \(ended.text()), before it began; check --at and --end")
        }
        let date = start.civil.date
        let weight =
            held.weightKg.map { BodyWeight(kilograms: $0, date: date) }
            ?? subject.history.newestWeight(upTo: date)
        try confirmation.check(
            dose, against: session?.dose, route: session?.route, on: date, weight: weight, &invocation)
        var body = Session(
            planned: session?.planned, status: .done, start: start, end: ended, route: dose.route,
            dose: dose.dose, observations: reading.observations, observer: observer, note: note)
        place.fill(&body, from: session?.record?.value)
        try held.fill(&body, start: start, zone: subject.zone, now: invocation.now)
        try invocation.keep(session: lookup.draft(body, about: session), of: subject)
    }
}

/// What a session that was not held is noted with.
struct SessionEndOptions: ParsableArguments {
    @Argument(help: "The id in the plan, or the date.")
    var planned: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Parse.text)
    var why: String

    func perform(_ status: Session.Status, in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let lookup = SessionLookup(subject)
        let session = try lookup.open(planned)
        try invocation.append(lookup.draft(session.notHeld(status, why: why), about: session), to: subject)
    }
}

struct SessionMiss: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "miss",
        abstract: "Notes that a session did not take place.",
        discussion: "  lull session miss s4 --why \"a cold\"")

    @OptionGroup var options: SessionEndOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws { try options.perform(.missed, in: &invocation) }
}

struct SessionCancel: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Takes a session off the plan.",
        discussion: "  lull session cancel 2026-11-12 --why \"the clinic is closed\"")

    @OptionGroup var options: SessionEndOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws { try options.perform(.cancelled, in: &invocation) }
}

struct SessionMove: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Moves a session to another time.",
        discussion: "  lull session move s4 --to 2026-11-13T14:00")

    @Argument(help: "The id in the plan, or the date.")
    var planned: String

    @Option(help: ArgumentHelp("When: an instant, or a date and a time.", valueName: "instant"))
    var to: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Parse.text)
    var why: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let lookup = SessionLookup(subject)
        let session = try lookup.open(planned)
        let start = try WhenReader(zone: subject.zone, date: session.date).instant(to)
        let body = session.moved(to: start, why: why)
        try invocation.append(lookup.draft(body, about: session), to: subject)
    }
}
