// While a session runs and when it is over: readings, what was unwanted, and when the person left.

import ArgumentParser
import CareDomain
import Presets

struct SessionReading: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract: "Adds a reading to a session that was begun.",
        discussion: """
            Without a name it is the one that runs; without a minute, now. Earlier
            readings stay as they are.

              lull session reading --minute 40 --systolic 141 --diastolic 88
              lull session reading s3 --pulse 72 --saturation 97 --dissociation 4
            """)

    @Argument(help: "The id in the plan, or the date.")
    var planned: String?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        guard var seen = reading.observations.first else {
            throw Failure.usage("give what was read, such as --systolic 141 --diastolic 88")
        }
        if let upper = seen.systolic, let lower = seen.diastolic, lower > upper {
            throw Failure.badData("--diastolic \(lower) is above --systolic \(upper); check both")
        }
        let subject = try invocation.theSubject()
        let now = invocation.now
        let session = try SessionLookup(subject).held(planned, now: now)
        let watch = session.watch(Shipped.doseRoutes, now: now)
        if reading.minute == nil {
            guard watch.isRunning else {
                throw Failure.usage("the session is over; say at which minute it was with --minute")
            }
            seen.minute = watch.minutesSinceDose
        } else if seen.minute > watch.minutesSinceDose {
            throw Failure.badData(
                "minute \(seen.minute) has not come yet; the dose was \(watch.minutesSinceDose) min ago")
        }
        try invocation.keep(session, of: subject) { $0.add(seen) }
        if let draft = session.noted({ $0.add(seen) }), case .session(let body) = draft.body {
            invocation.noteNext(body, session, subject)
        }
    }
}

struct SessionEvent: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Adds something unwanted to a session that was begun.",
        discussion: """
            Without a name it is the one that runs.

              lull session event --what nausea --severity mild --at 14:30
              lull session event s3 --what fainting --severity severe --serious
            """)

    @Argument(help: "The id in the plan, or the date.")
    var planned: String?

    @Option(help: ArgumentHelp("What it was.", valueName: "text"), transform: Parse.text)
    var what: String

    @Option(help: ArgumentHelp("How bad, in the clinic's word.", valueName: "word"), transform: Parse.text)
    var severity: String?

    @Flag(help: "Serious in the sense of drug safety.")
    var serious = false

    @Option(help: ArgumentHelp("What was done about it.", valueName: "text"), transform: Parse.text)
    var action: String?

    @Option(help: ArgumentHelp("When it began.", valueName: "instant"))
    var at: String?

    @Option(help: ArgumentHelp("When it was over.", valueName: "instant"))
    var resolved: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let session = try SessionLookup(subject).held(planned, now: invocation.now)
        let times = SessionTimes(session, zone: subject.zone, now: invocation.now)
        let event = Session.AdverseEvent(
            at: try times.instant(at, "--at"), what: what, severity: severity, serious: serious ? true : nil,
            action: action, resolvedAt: try times.instant(resolved, "--resolved"))
        if let at = event.at, let end = event.resolvedAt, end.instant < at.instant {
            throw Failure.badData("it would be resolved before it began; check --at and --resolved")
        }
        try invocation.keep(session, of: subject) { $0.events.append(event) }
    }
}

struct SessionLeft: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "left",
        abstract: "Notes when the person was judged ready, and left.",
        discussion: """
            Without a name it is the one that runs; without a time the person left now.

              lull session left --ready 16:05 --left 16:20 --escort "a sister"
            """)

    @Argument(help: "The id in the plan, or the date.")
    var planned: String?

    @Option(help: ArgumentHelp("When the person was judged ready to leave.", valueName: "instant"))
    var ready: String?

    @Option(help: ArgumentHelp("When the person left.", valueName: "instant"))
    var left: String?

    @Option(help: ArgumentHelp("Who sees the person home.", valueName: "name"), transform: Parse.text)
    var escort: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let session = try SessionLookup(subject).held(planned, now: invocation.now)
        let times = SessionTimes(session, zone: subject.zone, now: invocation.now)
        let readyAt = try times.instant(ready, "--ready")
        var leftAt = try times.instant(left, "--left")
        if ready == nil, left == nil {
            guard session.watch([], now: invocation.now).isRunning else {
                throw Failure.usage("the session is over; say when the person left with --left")
            }
            leftAt = invocation.stamp(in: subject.zone)
        }
        let judged = readyAt ?? session.record?.value.readyAt
        if let judged, let leftAt, leftAt.instant < judged.instant {
            throw Failure.badData("the person would have left before being ready; check --ready and --left")
        }
        try invocation.keep(session, of: subject) { body in
            body.readyAt = readyAt ?? body.readyAt
            body.leftAt = leftAt ?? body.leftAt
            body.escort = escort ?? body.escort
        }
    }
}

/// Times of a session: on its day or, for what is told after midnight, on the next.
struct SessionTimes {
    private let start: OffsetInstant
    private let zone: Zone
    private let now: Instant

    init(_ session: TreatmentSession, zone: Zone, now: Instant) {
        (start, self.zone, self.now) = (session.at, zone, now)
    }

    /// - Throws: `Failure` for a time that cannot be read, has not come, or lies before the session.
    func instant(_ text: String?, _ name: String) throws -> OffsetInstant? {
        guard let text else { return nil }
        let date = start.civil.date
        var found = try WhenReader(zone: zone, date: date).instant(text)
        if found.instant < start.instant, ClockTime(typed: text.trimmingSpaces) != nil {
            let next = try WhenReader(zone: zone, date: date.adding(days: 1)).instant(text)
            if next.instant <= now { found = next }
        }
        guard found.instant >= start.instant else {
            throw Failure.badData("\(name) \(found.text()) would be before the session began")
        }
        guard found.instant <= now else {
            throw Failure.badData("\(name) \(found.text()) has not come yet")
        }
        return found
    }
}

extension Invocation {
    /// Writes the session anew with something more.
    mutating func keep(
        _ session: TreatmentSession, of subject: Subject, _ change: (inout Session) -> Void
    ) throws {
        guard let draft = session.noted(change) else {
            throw Failure.badData("the session is not noted as held; 'lull session done' notes it first")
        }
        try keep(session: draft, of: subject)
    }

    /// Says when the next reading is due.
    fileprivate func noteNext(_ body: Session, _ session: TreatmentSession, _ subject: Subject) {
        var session = session
        session.record?.value = body
        let watch = session.watch(Shipped.doseRoutes, now: now)
        guard let due = watch.nextDue, let minute = watch.nextMinute else { return }
        note("the next reading is due at \(subject.zone.clock(due)), \(minute) min since the dose")
    }
}
