// A JSON value as it stands in a text: whole numbers apart from fractions, and keys in their order.

package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// A number written without fraction and exponent that fits.
    case integer(Int64)
    /// Any other number; never read as infinite, and written as `null` where it is not finite.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

/// Keys and values in the order in which they were written; a key occurs once.
package struct JSONObject: Equatable, Sendable {
    package struct Pair: Equatable, Sendable {
        package var key: String
        package var value: JSONValue
    }

    package private(set) var pairs: [Pair]

    package init() { pairs = [] }

    /// Of several pairs with one key, the last value stands, in the place of the first.
    package init(_ pairs: [(String, JSONValue)]) {
        self.pairs = []
        self.pairs.reserveCapacity(pairs.count)
        for (key, value) in pairs { self[key] = value }
    }

    /// For pairs whose keys are known to differ.
    init(distinct pairs: [Pair]) { self.pairs = pairs }

    package var keys: [String] { pairs.map(\.key) }
    package var isEmpty: Bool { pairs.isEmpty }

    /// The value of a key, nil where it does not occur; assigning nil removes it, a new one goes last.
    ///
    /// - Complexity: O(n) in the number of keys.
    package subscript(key: String) -> JSONValue? {
        get { pairs.first { $0.key == key }?.value }
        set {
            let index = pairs.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): pairs[index].value = value
            case (let index?, nil): pairs.remove(at: index)
            case (nil, let value?): pairs.append(Pair(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Adds a pair at the end where there is a value, without looking whether its key is there already.
    package mutating func append(_ key: String, _ value: JSONValue?) {
        if let value { pairs.append(Pair(key: key, value: value)) }
    }

    /// Adds a pair at the end where there is a value, and nothing where there is none.
    package mutating func add(_ key: String, _ value: JSONValue?) {
        if let value { self[key] = value }
    }
}

extension JSONValue {
    package var isNull: Bool { self == .null }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// A whole number, also one written as `3.0`; nil for anything else, and what an `Int` does not hold.
    package var int: Int? {
        switch self {
        case .integer(let value): Int(exactly: value)
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    package var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var array: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    package var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The value of a key; nil where this is no object or has no such key.
    package subscript(key: String) -> JSONValue? { object?[key] }

    /// The element at an index; nil where this is no array or has none there.
    package subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    package static func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }

    /// `null` where nothing is known.
    package static func optional(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }
    package static func optional(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
    package static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    package static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

    package static func strings(_ values: some Sequence<String>) -> JSONValue {
        .array(values.map { .string($0) })
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
