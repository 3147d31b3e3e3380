// Asks for a kind of record key by key, by the same table that has its options.

import ArgumentParser
import CareDomain
import PlainJSON

struct EntryQuestions {
    let kind: EntryKind
    private let keys: [EntryKey]
    /// What was answered so far, by option.
    private var answers: [String: [JSONValue]] = [:]

    /// - Parameters:
    ///   - names: the keys to ask for; nil for all.
    ///   - fields: what is known already, where the record takes the place of an earlier one.
    init(_ kind: EntryKind, only names: [String]? = nil, fields: JSONObject = JSONObject()) {
        self.kind = kind
        keys = kind.keys.filter { key in
            key.option != nil && !Self.isUnasked(key, of: kind) && (names?.contains(key.path) ?? true)
        }
        for key in keys {
            let value = key.holder.map { fields[$0]?[key.name] } ?? fields[key.name]
            guard let option = key.option, let value, !value.isNull else { continue }
            answers[option] = key.form.isList ? value.array ?? [] : [value]
        }
    }

    /// Ids and lengths that nobody types from memory.
    private static func isUnasked(_ key: EntryKey, of kind: EntryKind) -> Bool {
        if key.name == "about" || key.name == "plannedSeconds" { return true }
        if case .whole = key.form, key.name == "seconds" { return true }
        return false
    }

    /// Asks until the record can be kept, and keeps it; says so where nothing was given.
    func ask(_ subject: Subject, _ invocation: inout Invocation) throws {
        try invocation.refuseWhereReadOnly()
        let reader = EntryReader(
            kind: kind, subject: subject, now: invocation.now, zones: invocation.zones, naming: .questions)
        var asked = self
        var open = keys
        try invocation.put(lines: Self.opening(invocation, isLong: keys.count > 3))
        while true {
            try asked.askThrough(open, reader, invocation)
            guard asked.isWorthKeeping(answers) else {
                return try invocation.put(lines: ["Nothing new was given, so nothing is kept."])
            }
            do {
                let draft = try reader.draft(kind.object(of: asked.answers))
                return try invocation.append(draft, to: subject)
            } catch let failure as Failure where [.usage, .badData].contains(failure.status) {
                let sentence = failure.message ?? "this cannot be kept"
                try invocation.put(lines: [sentence.asSentence])
                let named = keys.filter { sentence.contains($0.plainName) }
                open = named.isEmpty ? keys : named
            }
        }
    }

    private static func opening(_ invocation: Invocation, isLong: Bool) -> [String] {
        ["Enter alone leaves a question open." + (isLong ? " A full stop alone ends and keeps." : "")]
            + (invocation.isPlain ? [] : [Invocation.signs])
    }

    /// A day alone says nothing of it.
    private func isWorthKeeping(_ before: [String: [JSONValue]]) -> Bool {
        answers != before && answers.contains { $0.key != "day" }
    }

    // MARK: Key by key

    private mutating func askThrough(
        _ open: [EntryKey], _ reader: EntryReader, _ invocation: Invocation
    ) throws {
        var index = 0
        while index < open.count {
            do {
                guard try ask(open[index], reader, invocation) else { return }
                index += 1
            } catch let turn as Unanswered where turn.way == .back && index > 0 {
                index -= 1
            }
        }
    }

    /// - Returns: false where nothing more is to be asked.
    private mutating func ask(
        _ key: EntryKey, _ reader: EntryReader, _ invocation: Invocation
    ) throws -> Bool {
        guard let option = key.option else { return true }
        var given: [JSONValue] = []
        while true {
            let answer = try invocation.ask(
                question(key, given, invocation),
                help: [key.title + ".", key.form.hint.map { "Give \($0)." }, Invocation.signs].compactMap {
                    $0
                })
            if answer == "." { return false }
            if answer.isEmpty { return true }
            if answer == "-" {
                answers[option] = nil
                return true
            }
            do {
                let value = try key.form.value(of: Self.dated(answer, key, reader.subject.today))
                let values = given + [value]
                let before = answers[option]
                answers[option] = values
                if let problem = reader.problem(of: key, in: kind.object(of: answers)) {
                    answers[option] = before
                    try invocation.put(lines: [problem.asSentence])
                    continue
                }
                guard key.form.isList else { return true }
                given = values
            } catch let problem as ValidationError {
                try invocation.put(lines: [problem.message.asSentence])
            }
        }
    }

    /// A date as people say it, as the journal has it.
    private static func dated(_ answer: String, _ key: EntryKey, _ today: CivilDate) throws -> String {
        switch key.form {
        case .date: break
        case .dayOrTime where !answer.contains(":"): break
        default: return answer
        }
        do throws(TypedDateProblem) {
            return try CivilDate(typed: answer, today: today).description
        } catch {
            throw ValidationError("\(quoted(answer)): \(error.plainWords)")
        }
    }

    private func question(_ key: EntryKey, _ given: [JSONValue], _ invocation: Invocation) -> String {
        if !given.isEmpty { return invocation.question("Another one", enter: "goes on") }
        let hint = key.form.hint.map { ", \($0)" } ?? ""
        let there = key.option.flatMap { answers[$0] } ?? []
        guard !there.isEmpty else { return invocation.question(key.title + hint) }
        let words = there.map(Self.words).joined(separator: "; ")
        return invocation.question("\(key.title)\(hint). So far: \(words)", enter: "keeps it, - drops it")
    }

    private static func words(_ value: JSONValue) -> String {
        if let text = value.string { return text }
        if let answer = value.bool { return answer ? "yes" : "no" }
        guard let object = value.object else { return value.text() }
        return object.pairs.map { $0.value.string ?? $0.value.text() }.joined(separator: ", ")
    }
}

extension EntryKey {
    /// What is asked, without the full stop of its help.
    fileprivate var title: String {
        if case .secondsOfMinutes = form { return "How many minutes it took" }
        return help.hasSuffix(".") ? String(help.dropLast()) : help
    }
}

extension EntryForm {
    /// What an answer looks like; nil where the question says it.
    fileprivate var hint: String? {
        switch self {
        case .yesOrNo: "yes or no"
        case .time: "a time such as 22:40"
        case .date, .dayOrTime: "a date such as 2026-11-03"
        case .tick: "yes, no or a time"
        case .reached: "yes, no or message"
        case .drinks: "a time and milligrams such as 13:30=60"
        case .goals: "such as: asleep sooner; target=30; by=2026-12-15"
        case .text, .argument, .texts, .whole, .number, .word, .secondsOfMinutes: nil
        }
    }
}

extension String {
    /// A message as a sentence of its own.
    var asSentence: String {
        let text = prefix(1).uppercased() + dropFirst()
        return text.hasSuffix(".") ? text : text + "."
    }
}
