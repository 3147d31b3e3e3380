// Takes typed fields out of a JSON object, or says which one is wrong.

import CareDomain
import PlainJSON

/// A reader over one object; `null` counts as left out.
///
/// Fields are asked for in the order in which they are written, so each search begins behind the last find.
struct FieldReader {
    private let pairs: [JSONObject.Pair]
    private let path: String
    private var next = 0

    /// - Parameter path: what stands before a key in a problem, `plan[2].`.
    init(_ object: JSONObject, path: String = "") {
        pairs = object.pairs
        self.path = path
    }

    func problem(_ key: String, _ reason: FieldProblem.Reason) -> FieldProblem {
        FieldProblem(path + key, reason)
    }

    mutating func value(_ key: String) -> JSONValue? {
        for offset in 0..<pairs.count {
            let index = next + offset < pairs.count ? next + offset : next + offset - pairs.count
            guard pairs[index].key == key else { continue }
            next = index + 1 < pairs.count ? index + 1 : 0
            let value = pairs[index].value
            if case .null = value { return nil }
            return value
        }
        return nil
    }

    func required<Value>(_ key: String, _ value: Value?) throws(FieldProblem) -> Value {
        guard let value else { throw problem(key, .missing) }
        return value
    }

    mutating func string(_ key: String) throws(FieldProblem) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.string else { throw problem(key, .expected("text")) }
        return text
    }

    mutating func bool(_ key: String) throws(FieldProblem) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let bool = value.bool else { throw problem(key, .expected("true or false")) }
        return bool
    }

    mutating func int(_ key: String, _ range: ClosedRange<Int>) throws(FieldProblem) -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.int else { throw problem(key, .expected("a whole number")) }
        guard range.contains(number) else {
            throw problem(key, .outside("\(range.lowerBound) to \(range.upperBound)"))
        }
        return number
    }

    mutating func double(_ key: String, _ range: ClosedRange<Double>) throws(FieldProblem) -> Double? {
        guard let value = value(key) else { return nil }
        guard let number = value.double else { throw problem(key, .expected("a number")) }
        guard range.contains(number) else {
            let ends = [range.lowerBound, range.upperBound].map { JSONValue.number($0).text() }
            throw problem(key, .outside(ends.joined(separator: " to ")))
        }
        return number
    }

    /// At most two days: what a night can hold.
    mutating func minutes(_ key: String) throws(FieldProblem) -> Minutes? {
        try double(key, 0...2880).map { Minutes($0) }
    }

    mutating func date(_ key: String) throws(FieldProblem) -> CivilDate? {
        guard let text = try string(key) else { return nil }
        guard let date = CivilDate(text) else { throw problem(key, .unknown("the date " + quoted(text))) }
        return date
    }

    mutating func instant(_ key: String) throws(FieldProblem) -> OffsetInstant? {
        guard let text = try string(key) else { return nil }
        guard let instant = OffsetInstant(text) else {
            throw problem(key, .unknown("the instant " + quoted(text)))
        }
        return instant
    }

    mutating func clock(_ key: String) throws(FieldProblem) -> ClockTime? {
        guard let text = try string(key) else { return nil }
        guard let clock = ClockTime(typed: text) else {
            throw problem(key, .unknown("the clock time " + quoted(text)))
        }
        return clock
    }

    mutating func word<Word: RawRepresentable<String>>(_ key: String) throws(FieldProblem) -> Word? {
        guard let text = try string(key) else { return nil }
        guard let word = Word(rawValue: text) else { throw problem(key, .unknown(quoted(text))) }
        return word
    }

    mutating func id(_ key: String) throws(FieldProblem) -> RecordID? {
        guard let text = try string(key) else { return nil }
        guard let id = RecordID(text) else { throw problem(key, .unknown("the id " + quoted(text))) }
        return id
    }

    /// Empty where the key is left out.
    mutating func list(_ key: String) throws(FieldProblem) -> [JSONValue] {
        guard let value = value(key) else { return [] }
        guard let list = value.array else { throw problem(key, .expected("a list")) }
        return list
    }

    mutating func strings(_ key: String) throws(FieldProblem) -> [String] {
        var result: [String] = []
        for value in try list(key) {
            guard let text = value.string else { throw problem(key, .expected("a list of words")) }
            result.append(text)
        }
        return result
    }

    mutating func words<Word: RawRepresentable<String>>(_ key: String) throws(FieldProblem) -> [Word] {
        var result: [Word] = []
        for text in try strings(key) {
            guard let word = Word(rawValue: text) else { throw problem(key, .unknown(quoted(text))) }
            result.append(word)
        }
        return result
    }

    mutating func object(_ key: String) throws(FieldProblem) -> FieldReader? {
        guard let value = value(key) else { return nil }
        guard let object = value.object else { throw problem(key, .expected("an object")) }
        return FieldReader(object, path: path + key + ".")
    }

    /// A reader over each object of a list; none where the key is left out.
    mutating func objects(_ key: String) throws(FieldProblem) -> [FieldReader] {
        var result: [FieldReader] = []
        for (index, value) in try list(key).enumerated() {
            guard let object = value.object else { throw problem(key, .expected("a list of objects")) }
            result.append(FieldReader(object, path: "\(path)\(key)[\(index)]."))
        }
        return result
    }

    /// The text as JSON writes it, so that a message about it is safe to print; cut where it is long.
    func quoted(_ text: String) -> String {
        // By scalars, since one character can have any number of them.
        JSONValue.string(String(text.unicodeScalars.prefix(40))).text()
    }
}

extension JSONObject {
    /// Adds a whole number where one is known.
    mutating func add(_ key: String, _ value: Int?) { add(key, value.map { JSONValue.integer(Int64($0)) }) }
    mutating func add(_ key: String, _ value: Double?) { add(key, value.map { JSONValue.number($0) }) }
    mutating func add(_ key: String, _ value: Minutes?) { add(key, value.map { JSONValue.number($0.value) }) }
    mutating func add(_ key: String, _ value: Bool?) { add(key, value.map { JSONValue.bool($0) }) }
    mutating func add(_ key: String, _ value: String?) { add(key, value.map { JSONValue.string($0) }) }
    mutating func add(_ key: String, _ value: CivilDate?) { add(key, value?.description) }
    mutating func add(_ key: String, _ value: OffsetInstant?) { add(key, value?.storedText) }

    /// Adds a list that is not empty.
    mutating func add(_ key: String, list: [JSONValue]) {
        if !list.isEmpty { add(key, JSONValue.array(list)) }
    }
}

extension OffsetInstant {
    /// As a journal has it: milliseconds only where there are any. ISO 8601 has no seconds in an offset, as
    /// they were before zones were agreed on, so the offset is cut to minutes and the instant stays what it
    /// is.
    var storedText: String {
        let whole = OffsetInstant(instant, offsetSeconds: offsetSeconds / 60 * 60)
        return whole.text(milliseconds: instant.milliseconds % 1000 != 0)
    }
}
