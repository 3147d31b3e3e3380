// The values that several kinds share: scores, days with or without a time, ticks, texts, open objects.

import CareDomain
import PlainJSON

extension FieldReader {
    /// A rating, 0...10.
    mutating func score(_ key: String) throws(FieldProblem) -> Int? { try int(key, 0...10) }

    mutating func dayOrTime(_ key: String) throws(FieldProblem) -> DayOrTime? {
        guard let text = try string(key) else { return nil }
        guard let moment = DayOrTime(text) else {
            throw problem(key, .unknown("the date or instant " + quoted(text)))
        }
        return moment
    }

    /// True, false, or the time of it.
    mutating func tick(_ key: String) throws(FieldProblem) -> Habits.Tick? {
        guard let value = value(key) else { return nil }
        switch value {
        case .bool(let isDone): return isDone ? .yes : .no
        case .string(let text):
            guard let instant = OffsetInstant(text) else {
                throw problem(key, .unknown("the instant " + quoted(text)))
            }
            return .at(instant)
        default: throw problem(key, .expected("true, false or an instant"))
        }
    }

    /// A list of texts; one text alone is a list of one.
    mutating func texts(_ key: String) throws(FieldProblem) -> [String] {
        guard let value = value(key) else { return [] }
        if let text = value.string { return [text] }
        guard let list = value.array else { throw problem(key, .expected("text, or a list of texts")) }
        var result: [String] = []
        for value in list {
            guard let text = value.string else { throw problem(key, .expected("text, or a list of texts")) }
            result.append(text)
        }
        return result
    }

    mutating func open(_ key: String) throws(FieldProblem) -> OpenObject {
        guard let value = value(key) else { return OpenObject() }
        guard let object = value.object else { throw problem(key, .expected("an object")) }
        return OpenObject(object)
    }
}

extension JSONObject {
    mutating func add(_ key: String, _ value: DayOrTime?) {
        switch value {
        case .day(let date)?: add(key, date)
        case .time(let instant)?: add(key, instant)
        case nil: break
        }
    }

    mutating func add(_ key: String, _ value: Habits.Tick?) {
        switch value {
        case .yes?: add(key, true)
        case .no?: add(key, false)
        case .at(let instant)?: add(key, instant)
        case nil: break
        }
    }

    /// Adds texts where there are any.
    mutating func add(_ key: String, texts: [String]) { add(key, list: texts.map { .string($0) }) }

    /// Adds an object that is not empty.
    mutating func add(_ key: String, object: JSONObject) {
        if !object.isEmpty { add(key, JSONValue.object(object)) }
    }
}

extension JSONObject {
    /// An open object as a journal has it.
    package init(_ object: OpenObject) {
        self.init(object.pairs.map { ($0.name, JSONValue($0.value)) })
    }
}

extension JSONValue {
    package init(_ value: OpenValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .integer(value)
            case .number(let value): .number(value)
            case .text(let text): .string(text)
            case .list(let values): .array(values.map { JSONValue($0) })
            case .object(let object): .object(JSONObject(object))
            }
    }
}

extension OpenObject {
    package init(_ object: JSONObject) {
        self.init(object.pairs.map { Pair($0.key, OpenValue($0.value)) })
    }
}

extension OpenValue {
    package init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .integer(value)
            case .number(let value): .number(value)
            case .string(let text): .text(text)
            case .array(let values): .list(values.map { OpenValue($0) })
            case .object(let object): .object(OpenObject(object))
            }
    }
}
