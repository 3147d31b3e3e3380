// The forms for what a clinic does for a person: notes and answers, duties, referrals, therapies.

import CareDomain

extension FormReader {
    /// A day; where it still is the day of a moment that was known before, that moment with its time.
    mutating func day(_ key: String, insteadOf old: DayOrTime?) -> DayOrTime? {
        guard let date = date(key) else { return nil }
        return date == old?.date ? old : .day(date)
    }

    /// The same for what cannot lie ahead.
    mutating func pastDay(_ key: String, insteadOf old: DayOrTime?) -> DayOrTime? {
        let day = day(key, insteadOf: old)
        if let day, day.date > today { refuse(key, "has not come yet") }
        return day
    }
}

extension FormKind {
    // MARK: Notes

    static let personNoteFields: [FormField] = [
        FormField("text", "What the person is to read", .words, isNeeded: true)
    ]

    static let answerFields: [FormField] = [
        FormField("text", "What the person is to read", .words, isNeeded: true)
    ]

    static func answer(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        guard let text = reader.needed("text"), let note = subject.answered else { return nil }
        return .note(Note(text: text, about: note.id.text))
    }

    // MARK: Duties

    static func dutyFields(_ subject: FormSubject) -> [FormField] {
        [
            FormField(
                "what", "What is to be done", .words, hint: "a letter; monitoring form", isNeeded: true),
            FormField("session", "For the session of", .choice(sessionChoices(subject))),
            FormField("due", "By when", .date),
            FormField("done", "Done on", .date, hint: "empty while it is open"),
        ]
    }

    /// The sessions that were held, the newest first.
    private static func sessionChoices(_ subject: FormSubject) -> [FormChoice] {
        subject.history.doneSessions.reversed().compactMap { session in
            (session.planned ?? session.record?.id.text).map {
                FormChoice(value: $0, label: session.date.words)
            }
        }
    }

    static func duty(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let old = subject.corrected.flatMap { id in subject.history.duties.first { $0.id == id }?.value }
        let choices = sessionChoices(subject)
        let isKnown = choices.contains { $0.value == old?.session }
        let session = reader.choice("session", choices) ?? (isKnown ? nil : old?.session)
        guard let what = reader.needed("what") else { return nil }
        return .duty(
            Duty(
                session: session, what: Duty.what(titled: what),
                due: reader.day("due", insteadOf: old?.due),
                done: reader.pastDay("done", insteadOf: old?.done)))
    }

    static func texts(of duty: Duty, in history: PersonHistory) -> [String: String] {
        var texts = ["what": duty.title]
        let session = history.doneSessions.first { session in
            duty.session != nil && [session.planned, session.record?.id.text].contains(duty.session)
        }
        texts["session"] = session?.date.words
        texts["due"] = duty.due?.date.description
        texts["done"] = duty.done?.date.description
        return texts
    }

    // MARK: Referrals

    static let referralFields: [FormField] = [
        FormField("to", "To whom", .words, hint: "a sleep clinic, a urologist", isNeeded: true),
        FormField("why", "Why", .words),
        FormField("sent", "Sent on", .date),
        FormField("seen", "Seen there on", .date, hint: "empty until then"),
        FormField("outcome", "What came of it", .words, hint: "empty until then"),
    ]

    static func referral(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let old = subject.corrected.flatMap { id in subject.history.referrals.first { $0.id == id }?.value }
        guard let to = reader.needed("to") else { return nil }
        let sent = reader.pastDay("sent", insteadOf: old?.sent)
        let seen = reader.pastDay("seen", insteadOf: old?.seen)
        if let sent, let seen, seen.isBefore(sent) { reader.refuse("seen", "before it was sent") }
        return .referral(
            Referral(
                to: to, why: reader.text("why"), sent: sent, seen: seen, outcome: reader.text("outcome")))
    }

    static func texts(of referral: Referral) -> [String: String] {
        var texts = ["to": referral.to]
        texts["why"] = referral.why
        texts["sent"] = referral.sent?.date.description
        texts["seen"] = referral.seen?.date.description
        texts["outcome"] = referral.outcome
        return texts
    }

    // MARK: Therapies

    static let therapyFields: [FormField] = [
        FormField("what", "Which therapy", .words, hint: "CBT-I, EMDR", isNeeded: true),
        FormField("start", "Begun on", .date),
        FormField("end", "Ended on", .date, hint: "empty while it goes on"),
        FormField("outcome", "What came of it", .words),
    ]

    static func therapy(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        let old = subject.corrected.flatMap { id in subject.history.therapies.first { $0.id == id }?.value }
        guard let what = reader.needed("what") else { return nil }
        let start = reader.day("start", insteadOf: old?.start)
        let end = reader.day("end", insteadOf: old?.end)
        if let start, let end, end.isBefore(start) { reader.refuse("end", "earlier than it was begun") }
        return .therapy(
            Therapy(what: what, start: start, end: end, outcome: reader.text("outcome")))
    }

    static func texts(of therapy: Therapy) -> [String: String] {
        var texts = ["what": therapy.what]
        texts["start"] = therapy.start?.date.description
        texts["end"] = therapy.end?.date.description
        texts["outcome"] = therapy.outcome
        return texts
    }
}

extension Duty {
    /// In words, also where it is one that Lull knows by name.
    var title: String { what == Self.monitoringForm ? Self.monitoringTitle : what }

    private static let monitoringTitle = "monitoring form"

    /// The name of the one that a rule looks for, typed as a person says it; any other as it stands.
    static func what(titled title: String) -> String {
        title.lowercased() == monitoringTitle ? monitoringForm : title
    }
}
