// What a record says once it is corrected: its own items, with those that were given in their place.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct Amendment {
    let found: FoundRecord
    let subject: Subject
    /// The options of the record's kind.
    let arguments: [String]
    /// Keys that are to be unknown.
    let cleared: [String]

    /// - Throws: `Failure` for options that the kind does not have, and for what then makes no sense.
    func body(_ invocation: inout Invocation) throws -> RecordBody {
        switch found.line.stored.record.body {
        case .night(let night): return .night(try amended(night, now: invocation.now))
        case .session(let session): return .session(try amended(session, now: invocation.now))
        case .checkIn(let checkIn): return .checkIn(try amended(checkIn, &invocation))
        case .person:
            throw Failure.usage("this says who the person is; change it with 'lull patient set'")
        case .course:
            throw Failure.usage(
                "a course is changed by its sessions ('lull session move') and ended with 'lull course end'")
        case let body:
            guard let kind = EntryKind(rawValue: body.kind) else {
                throw Failure.usage(
                    "this is not corrected; 'lull retract \(found.line.id)' takes it back")
            }
            let reader = EntryReader(
                kind: kind, subject: subject, now: invocation.now, zones: invocation.zones, naming: .options,
                completes: false)
            let amended = try reader.draft(try merged(body.fields, kind)).body
            if case (.note(let old), .note(let new)) = (body, amended),
                (old.to == "self") != (new.to == "self")
            {
                throw Failure.badData(
                    "a note to oneself lies apart from the others; take it back, and write it anew")
            }
            return amended
        }
    }

    private func options<Options: ParsableArguments>(_ type: Options.Type) throws -> Options {
        do {
            return try type.parse(arguments)
        } catch {
            throw Failure.usage(oneLine(type.message(for: error)))
        }
    }

    private func unknownKey(_ key: String, _ keys: [String]) -> Failure {
        .usage("there is no \(quoted(key)) to clear; there are \(keys.joined(separator: ", "))")
    }

    // MARK: By keys

    private func merged(_ fields: JSONObject, _ kind: EntryKind) throws -> JSONObject {
        var fields = fields
        for pair in try kind.parse(self).pairs {
            guard let inner = pair.value.object, var outer = fields[pair.key]?.object else {
                fields[pair.key] = pair.value
                continue
            }
            for item in inner.pairs { outer[item.key] = item.value }
            fields[pair.key] = .object(outer)
        }
        for key in cleared {
            guard fields[key] != nil || kind.outermostKeys.contains(key) else {
                throw unknownKey(key, kind.outermostKeys)
            }
            fields[key] = nil
        }
        return fields
    }

    fileprivate func object<Table: EntryTable>(_ table: Table.Type) throws -> JSONObject {
        try options(EntryOptions<Table>.self).object
    }

    // MARK: Nights

    private func amended(_ night: Night, now: Instant) throws -> Night {
        let given = try options(NightOptions.self).draft
        var draft = NightDraft(night)
        let moves = !given[.date].isEmpty && given[.date] != night.date.description
        for field in NightField.allCases {
            // On another date the times are those of the clock.
            if moves, field.isClockTime { draft[field] = NightDraft(night, byClock: true)[field] }
            if !given[field].isEmpty { draft[field] = given[field] }
        }
        for key in cleared {
            guard let field = NightField.allCases.first(where: { $0.key == key && $0 != .date }) else {
                throw unknownKey(key, NightField.allCases.dropFirst().map(\.key))
            }
            draft[field] = ""
        }
        do {
            let today = night.zone.date(now)
            var amended = try Night(draft, zone: night.zone, today: today, now: now)
            // What a device has recorded is not a person's to correct.
            (amended.recording, amended.vendor) = (night.recording, night.vendor)
            let others = subject.history.nights.filter {
                $0.source == "diary" && $0.frame.id != found.line.id && $0.date == amended.date
            }
            if found.line.stored.record.frame.source == nil, let other = others.first {
                throw Failure.badData(
                    "the night to \(amended.date) is logged already, as \(other.frame.id)")
            }
            return amended
        } catch let problems as NightProblems {
            throw Failure(
                problems.isMistyped ? .usage : .badData, problems.sentence(of: draft) { $0.option })
        }
    }

    // MARK: Check-ins

    private struct CheckInAmendOptions: ParsableArguments {
        @Option(parsing: .unconditional) var answers: String?
        @Option(transform: Parse.whole(0...100_000)) var total: Int?
    }

    private func amended(_ checkIn: CheckIn, _ invocation: inout Invocation) throws -> CheckIn {
        if let key = cleared.first {
            throw Failure.usage(
                "a check-in has no \(quoted(key)) to clear; give --answers or --total, or take it back")
        }
        let given = try options(CheckInAmendOptions.self)
        guard let instrument = invocation.instrumentShelf().instrument(checkIn.instrument) else {
            throw Failure.usage("there is no questionnaire \(quoted(checkIn.instrument)) here to check it by")
        }
        var amended = checkIn
        if let answers = given.answers {
            (amended.answers, amended.givenTotal) = (try CheckInAnswers(of: instrument).read(answers), nil)
        } else if let total = given.total {
            guard instrument.isTotal(total) else {
                throw Failure.usage("\(total) is no total of \(instrument.title)")
            }
            (amended.answers, amended.givenTotal) = ([], total)
        }
        return amended
    }

    // MARK: Sessions

    private func amended(_ session: Session, now: Instant) throws -> Session {
        var amended = session
        let given = try options(SessionAmendOptions.self)
        try given.apply(to: &amended, zone: subject.zone, now: now)
        for key in cleared {
            switch key {
            case "end": amended.end = nil
            case "note": amended.note = nil
            case "observer": amended.observer = nil
            case "dose": amended.dose = nil
            case "observations": amended.observations = []
            case "events": amended.events = []
            default:
                throw unknownKey(key, ["end", "note", "observer", "dose", "observations", "events"])
            }
        }
        return amended
    }
}

extension EntryKind {
    /// The items that the options of an amendment give, in the form of a journal's line.
    fileprivate func parse(_ amendment: Amendment) throws -> JSONObject {
        switch self {
        case .habits: try amendment.object(HabitsEntry.self)
        case .mood: try amendment.object(MoodEntry.self)
        case .nap: try amendment.object(NapEntry.self)
        case .symptoms: try amendment.object(SymptomsEntry.self)
        case .medication: try amendment.object(MedicationEntry.self)
        case .note: try amendment.object(NoteEntry.self)
        case .practice: try amendment.object(PracticeEntry.self)
        case .contact: try amendment.object(ContactEntry.self)
        case .clinic: try amendment.object(ClinicEntry.self)
        case .plan: try amendment.object(PlanEntry.self)
        case .call: try amendment.object(CallEntry.self)
        case .duty: try amendment.object(DutyEntry.self)
        case .referral: try amendment.object(ReferralEntry.self)
        case .therapy: try amendment.object(TherapyEntry.self)
        case .adjustment: try amendment.object(AdjustmentEntry.self)
        }
    }
}
