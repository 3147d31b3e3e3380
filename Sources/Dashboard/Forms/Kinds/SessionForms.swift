// The forms for a treatment session: held, moved, not held, or planned beside the course.

import CareDomain

extension FormKind {
    static let routes = Route.allCases.map { FormChoice(value: $0.rawValue, label: $0.label) }
    static let units = Dose.Unit.allCases.map { FormChoice(value: $0.rawValue, label: $0.rawValue) }

    static let againField = FormField(
        "again", "The same dose once more", .number(0...100_000), hint: "typed again")

    private static let doseFields: [FormField] = [
        FormField("route", "Route", .choice(routes)),
        FormField("dose", "Dose", .number(0...100_000), hint: "a number"),
        FormField("unit", "Unit", .choice(units)),
    ]

    static let sessionPlanFields: [FormField] =
        [FormField("date", "On", .date, isNeeded: true), FormField("at", "At", .clock, isNeeded: true)]
        + doseFields + [againField]

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
            againField,
            FormField("weight", "Weight, kg", .number(20...400)),
            FormField("before", "Blood pressure before", .pressure, hint: "128/82"),
            FormField("checks", "Checked before", .list, hint: "no food for 2 h; no drink for 30 min"),
            FormField("lot", "Lot of the drug", .words), FormField("site", "Where", .words),
            FormField("observer", "Who watches", .words),
            FormField("dissociation", "Dissociation at its height", .scale(0...10)),
            FormField("during", "Blood pressure after 40 minutes", .pressure, hint: "141/88"),
            FormField("leaving", "Blood pressure before leaving", .pressure, hint: "130/84"),
            FormField("note", "Anything else", .words),
        ]

    // MARK: Records

    static func dose(_ reader: inout FormReader) -> Dose? {
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

    static func sessionPlan(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let start = start(&reader)
        let (route, dose) = (route(&reader), dose(&reader))
        if let dose, let date = start?.civil.date {
            let planned = subject.history.plannedDose(near: date, by: route)
            lookAgain(at: dose, planned: planned, on: date, route, &reader, subject)
        }
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
        if let dose = session.dose, let date = start?.civil.date {
            let plan = subject.history.course?.plan.first { $0.id == subject.session?.planned }
            lookAgain(at: dose, planned: plan?.dose, on: date, session.route, &reader, subject)
        }
        session.weight = reader.number("weight", 20...400) ?? session.weight
        session.observations = observations(&reader, before: session.observations)
        session.observer = reader.text("observer")
        session.checks = reader.list("checks")
        (session.lot, session.site) = (reader.text("lot"), reader.text("site"))
        session.note = reader.text("note")
        return start == nil ? nil : .session(session)
    }

    /// A dose far off the plan, or outside what is known of its route, is said back and typed once more.
    static func lookAgain(
        at dose: Dose, planned: Dose?, on date: CivilDate, _ route: Route?, _ reader: inout FormReader,
        _ subject: FormSubject
    ) {
        let weight =
            reader.number("weight", 20...400).map { BodyWeight(kilograms: $0, date: date) }
            ?? subject.history.newestWeight(upTo: date)
        let check = DoseCheck(
            dose, planned: planned, route: subject.doseRoutes.first { $0.route == route },
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
            guard let (upper, lower) = reader.pressure(key) else { continue }
            note(minute) {
                $0.systolic = upper
                $0.diastolic = lower
            }
        }
        if let height = reader.whole("dissociation", 0...10) { note(40) { $0.dissociation = height } }
        return found.sorted { $0.minute < $1.minute }
    }

    // MARK: What stands in the lines at first

    static func texts(of session: TreatmentSession, _ kind: FormKind) -> [String: String] {
        var texts = ["date": session.date.description, "at": session.clock.description]
        guard kind == .sessionDone else { return kind == .sessionOff ? [:] : texts }
        let record = session.record?.value
        for (key, value) in [
            "observer": record?.observer, "lot": record?.lot, "site": record?.site,
            "checks": record?.checks.joined(separator: "; "),
        ] { texts[key] = value.flatMap { $0.isEmpty ? nil : $0 } }
        texts["route"] = session.route?.label
        // A dose is never filled in from the plan: what was given is for the one who gave it to say.
        if record?.status == .done {
            texts["end"] = record?.end?.clockText
            texts["dose"] = record?.dose.map { NumberWords.decimal($0.amount, digits: 3) }
            texts["dissociation"] = record?.peakDissociation.map(String.init)
            texts["note"] = record?.note
            texts["weight"] = record?.weight.map { NumberWords.decimal($0, digits: 1) }
        }
        texts["unit"] = (record?.dose ?? session.dose)?.unit.rawValue
        return texts
    }
}
