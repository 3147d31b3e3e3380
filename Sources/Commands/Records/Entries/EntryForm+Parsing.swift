// Reads what is typed as an option's value. Clock times stay as they were typed: their day is not known yet.

import ArgumentParser
import CareDomain
import PlainJSON

extension EntryForm {
    /// What stands for the value in help.
    var valueName: String {
        switch self {
        case .text, .argument, .texts: "text"
        case .whole, .number, .secondsOfMinutes: "n"
        case .yesOrNo: "yes/no"
        case .word: "word"
        case .date: "date"
        case .dayOrTime: "date"
        case .time: "instant"
        case .tick: "yes/no/time"
        case .reached: "yes/no/message"
        case .drinks: "time=mg"
        case .goals: "goal"
        }
    }

    /// True where the option can be given several times.
    var isList: Bool {
        switch self {
        case .texts, .drinks, .goals: true
        default: false
        }
    }

    /// True where the option's name alone says yes.
    var isAnswer: Bool {
        switch self {
        case .yesOrNo, .tick, .reached: true
        default: false
        }
    }

    /// - Throws: `ValidationError` for a text that cannot be such a value.
    func value(of text: String) throws -> JSONValue {
        switch self {
        case .text, .texts: return .string(try Parse.text(text))
        case .argument, .time, .dayOrTime: return .string(text)
        case .date: return .string(try Parse.date(text).description)
        case .whole:
            guard let number = Int(text) else { throw ValidationError("give a whole number") }
            return .integer(number)
        case .number: return .number(try Self.number(text))
        case .secondsOfMinutes:
            return .integer(Int(min(try Parse.amount(text) * 60, 1e9).rounded()))
        case .word(let words):
            guard words.contains(text) else {
                throw ValidationError("give one of \(words.joined(separator: ", "))")
            }
            return .string(text)
        case .yesOrNo:
            guard let answer = Self.answer(text) else { throw ValidationError("give yes or no") }
            return .bool(answer)
        case .tick: return Self.answer(text).map { .bool($0) } ?? .string(text)
        case .reached:
            if text == Call.Reached.message.rawValue { return .string(text) }
            guard let answer = Self.answer(text) else { throw ValidationError("give yes, no or message") }
            return .bool(answer)
        case .drinks: return try Self.drink(text)
        case .goals: return try Self.goal(text)
        }
    }

    private static func answer(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "y", "true": true
        case "no", "n", "false": false
        default: nil
        }
    }

    private static func number(_ text: String) throws -> Double {
        guard let number = Double(text), number.isFinite else { throw ValidationError("give a number") }
        return number
    }

    private static func drink(_ text: String) throws -> JSONValue {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let amount = Double(parts[1]), amount.isFinite else {
            throw ValidationError("give a time and milligrams, such as 13:30=60")
        }
        return ["at": .string(String(parts[0])), "mg": .number(amount)]
    }

    private static func goal(_ text: String) throws -> JSONValue {
        let details = try DetailText(text, keys: ["measure", "target", "by"])
        var goal: JSONObject = ["what": .string(details.what)]
        goal.add("measure", details["measure"].map { .string($0) })
        goal.add(
            "target", details["target"].map { text in Double(text).map { .number($0) } ?? .string(text) })
        goal.add("by", details["by"].map { .string($0) })
        return .object(goal)
    }
}
