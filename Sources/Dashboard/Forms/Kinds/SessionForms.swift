// The forms for a treatment session: held, moved, not held, or planned beside the course.

import CareDomain

extension FormKind {
    private static let routes = Route.allCases.map { FormChoice(value: $0.rawValue, label: $0.label) }
    private static let units = Dose.Unit.allCases.map { FormChoice(value: $0.rawValue, label: $0.rawValue) }

    private static let doseFields: [FormField] = [
        FormField("route", "Route", .choice(routes)),
        FormField("dose", "Dose", .number(0...100_000), hint: "a number"),
        FormField("unit", "Unit", .choice(units)),
    ]

    static let sessionPlanFields: [FormField] =
        [FormField("date", "On", .date, isNeeded: true), FormField("at", "At", .clock, isNeeded: true)]
        + doseFields

    static let sessionMoveFields: [FormField] = [
        FormField("date", "To", .date, isNeeded: true), FormField("at", "At", .clock, isNeeded: true),
        FormField("note", "Why", .words),
    ]

    static let sessionOffFields: [FormField] = [
        FormField(
            "status", "What became of it",
            .choice([
                FormChoice(value: "missed", label: "not held"),
                FormChoice(value: "cancelled", label: "taken off the plan"),
            ]), isNeeded: true),
        FormField("note", "Why", .words, isNeeded: true),
    ]

    static let sessionDoneFields: [FormField] =
        [
            FormField("date", "On", .date, isNeeded: true),
            FormField("at", "Began at", .clock, isNeeded: true), FormField("end", "Ended at", .clock),
        ] + doseFields + [
            FormField("again", "The same dose once more", .number(0...100_000), hint: "typed again"),
            FormField("weight", "Weight, kg", .number(20...400)),
            FormField("dissociation", "Dissociation at its height", .scale(0...10)),
            FormField("before", "Blood pressure before", .words, hint: "128/82"),
            FormField("during", "Blood pressure after 40 minutes", .words, hint: "141/88"),
            FormField("leaving", "Blood pressure before leaving", .words, hint: "130/84"),
            FormField("observer", "Who watched", .words),
            FormField("note", "Anything else", .words),
        ]

    // MARK: Records

    private static func dose(_ reader: inout FormReader) -> Dose? {
        let amount = reader.number("dose", 0...100_000)
        let unit = reader.choice("unit", units).flatMap(Dose.Unit.init(rawValue:))
        if (amount == nil) != (unit == nil), reader.problems["dose"] == nil, reader.problems["unit"] == nil {
            reader.refuse(amount == nil ? "dose" : "unit", "a number and its unit go together")
        }
        return amount.flatMap { amount in unit.map { Dose(amount, $0) } }
    }

    private static func route(_ reader: inout FormReader) -> Route? {
        reader.choice("route", routes).flatMap(Route.init(rawValue:))
    }

    private static func start(_ reader: inout FormReader) -> OffsetInstant? {
        _ = (reader.needed("date"), reader.needed("at"))
        return reader.date("date").flatMap { reader.moment("at", on: $0) }
    }

    static func sessionPlan(_ reader: inout FormReader) -> RecordBody? {
        let start = start(&reader)
        let (route, dose) = (route(&reader), dose(&reader))
        return start.map { .session(Session(status: .planned, start: $0, route: route, dose: dose)) }
    }

    static func sessionMove(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        guard let start = start(&reader), let session = subject.session else { return nil }
        return .session(session.moved(to: start, why: reader.text("note")))
    }

    static func sessionOff(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        _ = (reader.needed("status"), reader.needed("note"))
        guard case .choice(let choices) = sessionOffFields[0].shape, let session = subject.session,
            let status = reader.choice("status", choices).flatMap(Session.Status.init(rawValue:))
        else { return nil }
        return .session(session.notHeld(status, why: reader.text("note")))
    }

    static func sessionDone(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let start = start(&reader)
        if let start, start.instant > reader.now.instant { reader.refuse("at", "has not come yet") }
        var end = start.flatMap { reader.moment("end", on: $0.civil.date) }
        if let start, let same = end, same.instant < start.instant {
            end = reader.moment("end", on: start.civil.date.adding(days: 1))
        }
        var session = subject.session?.record?.value ?? Session(status: .done)
        session.status = .done
        session.planned = subject.session?.planned
        (session.start, session.end) = (start, end)
        session.route = route(&reader) ?? subject.session?.route
        session.dose = dose(&reader)
        if let dose = session.dose, let start { lookAgain(at: dose, start, session.route, &reader, subject) }
        session.weight = reader.number("weight", 20...400) ?? session.weight
        session.observations = observations(&reader, before: session.observations)
        session.observer = reader.text("observer") ?? session.observer
        session.note = reader.text("note")
        return start == nil ? nil : .session(session)
    }

    /// A dose far off the plan, or outside what is known of its route, is said back and typed once more.
    private static func lookAgain(
        at dose: Dose, _ start: OffsetInstant, _ route: Route?, _ reader: inout FormReader,
        _ subject: FormSubject
    ) {
        let date = start.civil.date
        let weight =
            reader.number("weight", 20...400).map { BodyWeight(kilograms: $0, date: date) }
            ?? subject.history.newestWeight(upTo: date)
        let plan = subject.history.course?.plan.first { $0.id == subject.session?.planned }
        let check = DoseCheck(
            dose, planned: plan?.dose, route: subject.doseRoutes.first { $0.route == route },
            weight: weight, on: date)
        guard let question = check.questions.first, reader.number("again", 0...100_000) != dose.amount else {
            return
        }
        reader.refuse("again", "\(dose.words): \(question.words). Type the number again")
    }

    /// What the lines say, in place of readings at the same minutes.
    private static func observations(
        _ reader: inout FormReader, before known: [Session.Observation]
    ) -> [Session.Observation] {
        var found = known
        func note(_ minute: Int, _ change: (inout Session.Observation) -> Void) {
            let place = found.firstIndex { $0.minute == minute }
            var seen = place.map { found[$0] } ?? Session.Observation(minute: minute)
            change(&seen)
            if let place { found[place] = seen } else { found.append(seen) }
        }
        for (key, minute) in [("before", 0), ("during", 40), ("leaving", 120)] {
            guard let (upper, lower) = pressure(&reader, key) else { continue }
            note(minute) {
                $0.systolic = upper
                $0.diastolic = lower
            }
        }
        if let height = reader.whole("dissociation", 0...10) { note(40) { $0.dissociation = height } }
        return found.sorted { $0.minute < $1.minute }
    }

    /// mmHg, `128/82`.
    private static func pressure(_ reader: inout FormReader, _ key: String) -> (Int, Int)? {
        guard let text = reader.text(key) else { return nil }
        let parts = text.split(separator: "/").map { Int(String($0).trimmingSpaces) }
        guard parts.count == 2, let upper = parts[0], let lower = parts[1], (0...400).contains(upper),
            (0...400).contains(lower), lower <= upper
        else {
            reader.refuse(key, "two numbers such as 128/82")
            return nil
        }
        return (upper, lower)
    }

    // MARK: What stands in the lines at first

    static func texts(of session: TreatmentSession, _ kind: FormKind) -> [String: String] {
        var texts = ["date": session.date.description, "at": session.clock.description]
        guard kind == .sessionDone else { return kind == .sessionOff ? [:] : texts }
        let record = session.record?.value
        texts["route"] = session.route?.label
        // A dose is never filled in from the plan: what was given is for the one who gave it to say.
        if record?.status == .done {
            texts["end"] = record?.end?.clockText
            texts["dose"] = record?.dose.map { NumberWords.decimal($0.amount, digits: 3) }
            texts["dissociation"] = record?.peakDissociation.map(String.init)
            texts["note"] = record?.note
            texts["observer"] = record?.observer
        }
        texts["unit"] = (record?.dose ?? session.dose)?.unit.rawValue
        return texts
    }
}
