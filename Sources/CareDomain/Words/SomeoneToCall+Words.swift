// What a person reads after an answer that needs someone: the same for every such answer, calm, and complete.

extension SomeoneToCall {
    /// A paragraph each, for a screen or a terminal alike.
    package var paragraphs: [String] {
        [Self.thanks, Self.whoKnows] + planWords + reachable + [emergencyWords]
    }

    package static let thanks = "Thank you for saying so. You do not have to be alone with it."

    /// Lull has no way to tell anyone, and does not pretend to.
    package static let whoKnows =
        "Lull has not told anyone. Your clinic sees this when it next reads your records."

    /// What stands in the place of the two where the page was asked for and nothing was answered.
    package static let welcome = "It is good that you came here. You do not have to be alone with it."
    package static let whoWouldKnow =
        "Lull has not told anyone. What you note, your clinic sees when it next reads your records."

    private var planWords: [String] {
        plan.isEmpty ? [] : ["Your own plan for bad hours:"] + plan.map { "  " + $0 }
    }

    private var reachable: [String] {
        let rows = contacts.map(\.words) + lines.map(\.words)
        return rows.isEmpty ? [] : ["Who can be reached now:"] + rows.map { "  " + $0 }
    }

    /// Never nothing: where the number is not known, the person knows it.
    package var emergencyWords: String {
        let number = emergency ?? "your local emergency number"
        return "If it cannot wait: \(number), or the nearest emergency department."
    }
}

extension Contact {
    /// `Kim, sister: 0131 496 0000`.
    package var words: String {
        let who = [name, role].compactMap { $0 }.joined(separator: ", ")
        return "\(who): \(phone ?? "no number stored")" + (when.map { " (\($0))" } ?? "")
    }
}

extension CrisisLine {
    /// The number with its source and the date on which it was last compared.
    package var words: String {
        let hours = hours.map { ", \($0.text)" } ?? ""
        let checked = checked.map { "checked \($0)" } ?? "not checked yet"
        return "\(name): \(phone)\(hours) (\(source); \(checked))"
    }
}

extension SomeoneToCall {
    /// What a clinician reads who has entered such an answer; what the person said comes first.
    package func clinicianParagraphs(_ answer: AnswerOfConcern, of instrument: Instrument) -> [String] {
        let place = instrument.item(answer.item)?.place ?? ""
        let what = "\(instrument.title), item \(answer.item) (\(place)): affirmed."
        let asked =
            answer.urgency == .now
            ? "Its triage guidelines ask for an immediate referral and for precautions."
            : "It asks for a further assessment on the same day."
        return [what, asked] + reachable + [emergencyWords]
    }
}
