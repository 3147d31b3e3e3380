// The forms for a session that was begun: a reading, something unwanted, and the end.

import CareDomain

extension FormKind {
    /// Those that add to a session that was held, and lose nothing of it.
    static let addingToSession: Set<FormKind> = [.reading, .adverseEvent, .sessionLeft]

    static let readingFields: [FormField] = [
        FormField(
            "minute", "Minutes since the dose", .whole(-1440...10_080), hint: "0 and less: before it",
            isNeeded: true),
        FormField("pressure", "Blood pressure", .pressure, hint: "128/82"),
        FormField("pulse", "Pulse, a minute", .whole(0...400)),
        FormField("saturation", "Saturation, %", .whole(0...100)),
        FormField("sedation", "Sedation", .whole(-5...10), hint: "on the clinic's scale"),
        FormField("dissociation", "Dissociation", .scale(0...10)),
    ]

    private static let severities = ["mild", "moderate", "severe"].map { FormChoice(value: $0, label: $0) }

    static let adverseEventFields: [FormField] = [
        FormField("what", "What", .words, isNeeded: true),
        FormField("severity", "How bad", .choice(severities)),
        FormField("serious", "Serious, as drug safety means it", .answer),
        FormField("at", "From", .clock), FormField("resolved", "Until", .clock, hint: "empty while it lasts"),
        FormField("action", "What was done", .words),
    ]

    static let sessionLeftFields: [FormField] = [
        FormField("ready", "Judged ready at", .clock), FormField("left", "Left at", .clock),
        FormField("escort", "Who sees the person home", .words),
    ]

    // MARK: Records

    static func reading(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        guard let session = held(&reader, subject, "minute") else { return nil }
        _ = reader.needed("minute")
        guard let minute = reader.whole("minute", -1440...10_080) else { return nil }
        let since = Int(reader.now.instant.since(session.at.instant).value.rounded(.down))
        if minute > since { reader.refuse("minute", "has not come yet; the dose was \(since) min ago") }
        var seen = Session.Observation(minute: minute)
        if let pressure = reader.pressure("pressure") { (seen.systolic, seen.diastolic) = pressure }
        seen.pulse = reader.whole("pulse", 0...400)
        seen.saturation = reader.whole("saturation", 0...100)
        seen.sedation = reader.whole("sedation", -5...10)
        seen.dissociation = reader.whole("dissociation", 0...10)
        if seen.isEmpty { reader.refuse("pressure", "nothing was read yet") }
        return session.noted { $0.add(seen) }?.body
    }

    static func adverseEvent(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        guard let session = held(&reader, subject, "what") else { return nil }
        let what = reader.needed("what")
        let (at, end) = (moment(&reader, "at", session), moment(&reader, "resolved", session))
        if let at, let end, end.instant < at.instant { reader.refuse("resolved", "before it began") }
        let event = Session.AdverseEvent(
            at: at, what: what ?? "", severity: reader.choice("severity", severities),
            serious: reader.answer("serious"), action: reader.text("action"), resolvedAt: end)
        return session.noted { $0.events.append(event) }?.body
    }

    static func sessionLeft(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        guard let session = held(&reader, subject, "ready") else { return nil }
        let (ready, left) = (moment(&reader, "ready", session), moment(&reader, "left", session))
        if let ready, let left, left.instant < ready.instant { reader.refuse("left", "before being ready") }
        let escort = reader.text("escort")
        if ready == nil, left == nil, escort == nil { reader.refuse("left", "nothing is given yet") }
        return session.noted { body in
            (body.readyAt, body.leftAt, body.escort) = (ready, left, escort)
        }?.body
    }

    private static func held(
        _ reader: inout FormReader, _ subject: FormSubject, _ key: String
    ) -> TreatmentSession? {
        let session = subject.session.flatMap { $0.status == .done ? $0 : nil }
        if session == nil { reader.refuse(key, "no session was begun; s on its day notes one") }
        return session
    }

    /// A time of the session: on its day or, for what is told after midnight, on the next.
    private static func moment(
        _ reader: inout FormReader, _ key: String, _ session: TreatmentSession
    ) -> OffsetInstant? {
        guard var found = reader.moment(key, on: session.date) else { return nil }
        if found.instant < session.at.instant,
            let next = reader.moment(key, on: session.date.adding(days: 1)),
            next.instant <= reader.now.instant
        {
            found = next
        }
        if found.instant < session.at.instant { reader.refuse(key, "before the session began") }
        if found.instant > reader.now.instant { reader.refuse(key, "has not come yet") }
        return found
    }

    // MARK: What stands in the lines at first

    /// - Parameter now: when the form is opened.
    static func texts(_ kind: FormKind, of session: TreatmentSession?, now: OffsetInstant) -> [String: String]
    {
        guard let session else { return [:] }
        let watch = session.watch([], now: now.instant)
        switch kind {
        case .reading where watch.isRunning: return ["minute": "\(watch.minutesSinceDose)"]
        case .adverseEvent where watch.isRunning: return ["at": now.clockText]
        case .sessionLeft:
            let record = session.record?.value
            var texts = [String: String]()
            texts["ready"] = record?.readyAt?.clockText
            texts["left"] = record?.leftAt?.clockText
            texts["escort"] = record?.escort
            return texts
        default: return [:]
        }
    }
}
