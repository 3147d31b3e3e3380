// The forms for what is done about a flag, and for a call.

import CareDomain
import CellCanvas

extension FormSubject {
    /// Takes up the person's flags, and the one that the form is about.
    mutating func take(_ flags: [ReviewFlag], chosen: ReviewFlag?, _ rules: RuleSet) {
        self.flags = flags
        flag = chosen.flatMap { chosen in flags.first { $0.id == chosen.id } }
        for flag in flags { ruleDigests[flag.rule] = rules[flag.rule]?.digest }
    }

    /// The flag of the form as it is now, where that is another than was shown when the form was opened.
    func newsOfFlag(in flags: [ReviewFlag]) -> ReviewFlag? {
        guard let flag, let now = flags.first(where: { $0.id == flag.id }) else { return nil }
        let isSame =
            now.state == flag.state && now.level == flag.level && now.message == flag.message
            && now.acknowledgedBy == flag.acknowledgedBy && now.assignee == flag.assignee
        return isSame ? nil : now
    }
}

extension FormKind {
    /// True where the form needs to know of flags.
    var isAboutFlags: Bool { [.flagAssign, .flagContacted, .flagClose, .call].contains(self) }

    /// False for a form that lacks what it is about.
    func isReady(_ subject: FormSubject) -> Bool {
        switch self {
        case .flagAssign, .flagContacted, .flagClose: subject.flag != nil
        case .answer: subject.answered != nil || subject.corrected != nil
        default: true
        }
    }

    // MARK: Steps

    private static let untilField = FormField(
        "until", "Rests through", .date, hint: "empty: it does not rest")

    static let flagAssignFields: [FormField] = [
        FormField("assignee", "Who sees to it", .words, hint: "a name", isNeeded: true), untilField,
        FormField("note", "What is to be done", .words),
    ]

    static let flagContactedFields: [FormField] = [
        FormField("note", "How, and what came of it", .words),
        FormField("called", "By a call, just now", .answer, hint: "y also logs the call"),
        FormField("assignee", "Who sees to it", .words, hint: "a name"), untilField,
    ]

    static let flagCloseFields: [FormField] = [
        FormField("note", "Why it is closed", .words),
        FormField("reached", "A call, just now", .choice(reachedChoices), hint: "← → also logs the call"),
        FormField("until", "Look again after", .date, hint: "empty: when the rule says so"),
    ]

    private static let reachedChoices = [
        FormChoice(value: Call.Reached.yes.rawValue, label: "reached"),
        FormChoice(value: Call.Reached.no.rawValue, label: "no answer"),
        FormChoice(value: Call.Reached.message.rawValue, label: "left a message"),
    ]

    static func reachedLabel(_ reached: Call.Reached) -> String {
        reachedChoices.first { $0.value == reached.rawValue }?.label ?? reached.rawValue
    }

    /// What stands in the form when it is opened. What the form is about is kept with what is typed, so that
    /// it is found again after a crash.
    func begun(_ subject: FormSubject, now: OffsetInstant) -> [String: String] {
        var texts: [String: String] = [:]
        texts["flag"] = subject.flag?.id
        texts["note of"] = subject.answered?.id.text
        switch self {
        case .flagAssign, .flagContacted:
            texts["assignee"] = subject.flag?.assignee
            texts["until"] = subject.flag?.until?.description
        case .call:
            texts["about"] = subject.flag?.choiceLabel
            texts["day"] = now.civil.date.description
            texts["at"] = now.civil.clock.description
        default: break
        }
        return texts
    }

    /// The mark that a step makes, by the same rule as on the command line.
    func mark(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        guard let flag = subject.flag else { return nil }
        let state: Acknowledgement.State =
            switch self {
            case .flagClose: .closed
            case .flagContacted: .contacted
            default: Acknowledgement.State(rawValue: flag.state.rawValue) ?? .seen
            }
        let assignee = self == .flagAssign ? reader.needed("assignee") : reader.text("assignee")
        return mark(flag, state, assignee: assignee, until: reader.date("until"), &reader, subject)
    }

    private func mark(
        _ flag: ReviewFlag, _ state: Acknowledgement.State, assignee: String?, until: CivilDate?,
        _ reader: inout FormReader, _ subject: FormSubject
    ) -> RecordBody? {
        let note = reader.text("note")
        let calls =
            subject.history.calls.map(\.value) + (ownCall(&reader, subject).map { [$0] } ?? [])
        let problem = FlagStep.problem(
            state, of: flag, note: note, until: until, calls: calls, today: subject.today,
            in: subject.zone)
        switch problem {
        case .needsReason: reader.refuse("note", "say why, or log a call that reached the person")
        case .restIsOver: reader.refuse("until", "not after today")
        case nil: break
        }
        return .acknowledgement(
            Acknowledgement(
                flag: flag.id, state: state, note: note, until: until, assignee: assignee,
                rules: subject.ruleDigests[flag.rule]))
    }

    /// The call that a step logs beside its mark; nil for none.
    private func ownCall(_ reader: inout FormReader, _ subject: FormSubject) -> Call? {
        guard let flag = subject.flag else { return nil }
        var reached: Call.Reached?
        switch self {
        case .flagContacted: reached = reader.answer("called") == true ? .yes : nil
        case .flagClose:
            reached = reader.choice("reached", Self.reachedChoices).flatMap(Call.Reached.init(rawValue:))
        default: break
        }
        return reached.map {
            Call(start: reader.now, reached: $0, about: [flag.id], note: reader.text("note"))
        }
    }

    /// Everything that the lines come to: a call goes before the mark that rests on it.
    func records(_ reader: inout FormReader, for subject: FormSubject) -> [RecordBody] {
        guard let body = body(&reader, for: subject) else { return [] }
        switch self {
        case .flagContacted, .flagClose:
            return (ownCall(&reader, subject).map { [.call($0)] } ?? []) + [body]
        case .call:
            guard case .call(let call) = body, reader.answer("contacted") == true,
                let flag = Self.flagToMark(call, subject)
            else { return [body] }
            let mark = Acknowledgement(
                flag: flag.id, state: .contacted, note: call.note, until: flag.until,
                rules: subject.ruleDigests[flag.rule])
            return [body, .acknowledgement(mark)]
        default: return [body]
        }
    }

    // MARK: Calls

    static func callFields(_ subject: FormSubject) -> [FormField] {
        let about = aboutChoices(subject)
        return [
            FormField("reached", "Was the person reached", .choice(reachedChoices), isNeeded: true),
            FormField(
                "about", "About", .choice(about),
                hint: about.isEmpty ? "no flag is open" : "← → a flag, or empty"),
            FormField("note", "What was said", .words),
            FormField("contacted", "Set the flag to contacted", .answer),
            FormField("day", "On", .date, heading: "When"),
            FormField("at", "At", .clock),
        ]
    }

    /// The open flags; of a call that is corrected, what it names already.
    private static func aboutChoices(_ subject: FormSubject) -> [FormChoice] {
        let named = corrected(subject)?.about ?? []
        let flags = subject.flags.filter { $0.isOpen || named.contains($0.id) || $0.id == subject.flag?.id }
        let others = named.filter { id in !flags.contains { $0.id == id } }
        return flags.map { FormChoice(value: $0.id, label: $0.choiceLabel) }
            + others.map { FormChoice(value: $0, label: $0) }
    }

    private static func corrected(_ subject: FormSubject) -> Call? {
        subject.corrected.flatMap { id in subject.history.calls.first { $0.id == id }?.value }
    }

    static func call(_ reader: inout FormReader, _ subject: FormSubject) -> Call? {
        let old = corrected(subject)
        _ = reader.needed("reached")
        let reached = reader.choice("reached", reachedChoices).flatMap(Call.Reached.init(rawValue:))
        let about = reader.choice("about", aboutChoices(subject))
        let day = reader.pastDay("day")
        let start = reader.moment("at", on: day) ?? reader.now
        if start.instant > reader.now.instant { reader.refuse("at", "has not come yet") }
        if reader.answer("contacted") == true, reached != .yes {
            reader.refuse("contacted", "only where the person was reached")
        }
        // A call can name more than one line of the form shows.
        let rest = old.map { $0.about.dropFirst().filter { $0 != about } } ?? []
        return Call(
            start: start, reached: reached, about: (about.map { [$0] } ?? []) + rest,
            note: reader.text("note"))
    }

    static func texts(of call: Call, flags: [ReviewFlag]) -> [String: String] {
        var texts: [String: String] = [:]
        texts["reached"] = call.reached.map(reachedLabel)
        texts["about"] = call.about.first.map { id in flags.first { $0.id == id }?.choiceLabel ?? id }
        texts["note"] = call.note
        texts["day"] = call.start.civil.date.description
        texts["at"] = call.start.civil.clock.description
        return texts
    }

    /// True where the call has reached the person about an open flag that can then be marked.
    static func asksContacted(_ texts: [String: String], _ subject: FormSubject) -> Bool {
        guard subject.corrected == nil, texts["reached"] == reachedLabel(.yes) else { return false }
        return subject.flags.contains {
            $0.choiceLabel == texts["about"] && $0.isOpen && $0.state != .contacted
        }
    }

    private static func flagToMark(_ call: Call, _ subject: FormSubject) -> ReviewFlag? {
        guard subject.corrected == nil, call.reached == .yes else { return nil }
        return subject.flags.first { call.about.contains($0.id) && $0.isOpen && $0.state != .contacted }
    }
}

extension ReviewFlag {
    /// How it is chosen among others.
    fileprivate var choiceLabel: String { "\(reason), since \(since.dayMonth)" }
}

extension DashboardModel {
    /// What a form is about, under it: the flag's message, or the note that is answered.
    func aboutLines(_ form: EntryFormState, columns: Int) -> [String] {
        if let flag = form.subject.flag, form.kind != .call {
            return ["\(flag.title) · \(flag.level.words)"] + CleanText(flag.message).wrapped(to: columns)
        }
        guard let note = form.subject.answered else { return [] }
        return CleanText("“\(note.value.text)”").wrapped(to: columns)
    }
}
