// Reads JSON text strictly (RFC 8259), straight from its bytes.

/// A reader that refuses what the standard refuses, and also a byte order mark, a key that occurs twice in an
/// object, numbers beyond a double, and more than 64 levels.
///
/// Journals hold hundreds of thousands of lines, so it looks at bytes, never at characters, and makes a
/// string only where one ends.
package struct JSONReader {
    package static let maximumDepth = 64

    let bytes: [UInt8]
    let start: Int
    let end: Int
    var at: Int
    /// A line break can only stand between tokens, so it is counted there.
    var line = 1
    private var depth = 0

    /// - Parameter range: the part of the bytes to read; all of them where nil. What lies outside the bytes
    ///   is left out.
    init(_ bytes: [UInt8], in range: Range<Int>?) {
        let range = (range ?? bytes.indices).clamped(to: bytes.indices)
        self.bytes = bytes
        start = range.lowerBound
        end = range.upperBound
        at = start
    }

    /// The one value that a text holds, with nothing but space around it.
    package static func value(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONProblem) -> JSONValue
    {
        var reader = JSONReader(bytes, in: range)
        try reader.refuseByteOrderMark()
        let value = try reader.value()
        try reader.finish()
        return value
    }

    package static func value(_ text: String) throws(JSONProblem) -> JSONValue { try value(Array(text.utf8)) }

    func problem(_ reason: JSONProblem.Reason) -> JSONProblem {
        JSONProblem(reason, offset: at - start, line: line)
    }

    /// The byte at the cursor cannot stand there, or there is none.
    func unexpected() -> JSONProblem { problem(at < end ? .unexpected(bytes[at]) : .endsTooEarly) }

    func refuseByteOrderMark() throws(JSONProblem) {
        guard at + 2 < end, bytes[at] == 0xEF, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF else { return }
        throw problem(.byteOrderMark)
    }

    mutating func finish() throws(JSONProblem) {
        skipSpace()
        if at < end { throw problem(.textAfterValue) }
    }

    mutating func skipSpace() {
        while at < end {
            switch bytes[at] {
            case 0x20, 0x09, 0x0D: break
            case 0x0A: line += 1
            default: return
            }
            at += 1
        }
    }

    /// Goes past a byte where it is the next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard at < end, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    mutating func value() throws(JSONProblem) -> JSONValue {
        skipSpace()
        guard at < end else { throw problem(.endsTooEarly) }
        switch bytes[at] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"):
            return try nested { reader throws(JSONProblem) in .object(try reader.object()) }
        case UInt8(ascii: "["): return try nested { reader throws(JSONProblem) in .array(try reader.array()) }
        case UInt8(ascii: "-"), 0x30...0x39: return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected()
        }
    }

    private mutating func nested(
        _ body: (inout JSONReader) throws(JSONProblem) -> JSONValue
    ) throws(JSONProblem) -> JSONValue {
        guard depth < Self.maximumDepth else { throw problem(.tooDeep) }
        depth += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
        for byte in word.description.utf8 {
            guard take(byte) else { throw unexpected() }
        }
        return value
    }

    private mutating func array() throws(JSONProblem) -> [JSONValue] {
        at += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }

    private mutating func object() throws(JSONProblem) -> JSONObject {
        at += 1
        var pairs: [JSONObject.Pair] = []
        var keys = KeysSoFar()
        skipSpace()
        if take(UInt8(ascii: "}")) { return JSONObject() }
        // A line's own object has more keys than those in it.
        pairs.reserveCapacity(depth == 1 ? 24 : 6)
        while true {
            skipSpace()
            guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw unexpected() }
            let keyAt = at
            let key = try string()
            guard keys.isNew(key, after: pairs) else {
                throw JSONProblem(.repeatedKey(key), offset: keyAt - start, line: line)
            }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw unexpected() }
            pairs.append(JSONObject.Pair(key: key, value: try value()))
            skipSpace()
            if take(UInt8(ascii: "}")) { return JSONObject(distinct: pairs) }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
        }
    }
}

/// Tells whether a key is one that an object has already, mostly without looking at any other.
private struct KeysSoFar {
    /// A bit for each sort of key that has come: by length, first and last byte.
    private var sorts: UInt64 = 0
    /// True where a key is more than ASCII: such a key can be the same as one that is spelt otherwise.
    private var hasOthers = false
    /// All of them, once there are many.
    private var many: Set<String> = []
    private static let few = 48

    mutating func isNew(_ key: String, after pairs: [JSONObject.Pair]) -> Bool {
        if pairs.count >= Self.few {
            if pairs.count == Self.few { many = Set(pairs.map(\.key)) }
            return many.insert(key).inserted
        }
        let bytes = key.utf8.span
        for place in bytes.indices where bytes[place] >= 0x80 { hasOthers = true }
        let ends = bytes.isEmpty ? 0 : Int(bytes[0]) &* 5 &+ Int(bytes[bytes.count - 1]) &* 11
        let sort: UInt64 = 1 << UInt64((bytes.count &* 7 &+ ends) & 63)
        defer { sorts |= sort }
        if sorts & sort == 0, !hasOthers { return true }
        return !pairs.contains { $0.key == key }
    }
}

/// The elements of a text that is one array, read one at a time, so that a file of many megabytes is never
/// held as values, and each can be named by its line.
package struct JSONElements {
    private var reader: JSONReader
    private var isFirst = true
    private var isDone = false

    /// - Throws: `notAnArray` where the text does not begin with `[`, `byteOrderMark`.
    package init(_ bytes: [UInt8]) throws(JSONProblem) {
        reader = JSONReader(bytes, in: nil)
        try reader.refuseByteOrderMark()
        reader.skipSpace()
        guard reader.take(UInt8(ascii: "[")) else { throw reader.problem(.notAnArray) }
    }

    /// How many bytes have been read, to show how far a long text is.
    package var bytesRead: Int { reader.at }

    /// The next element and the line on which it starts, 1 for the first; nil after the last. After a
    /// problem, nil.
    package mutating func next() throws(JSONProblem) -> (value: JSONValue, line: Int)? {
        if isDone { return nil }
        isDone = true
        reader.skipSpace()
        if reader.take(UInt8(ascii: "]")) {
            try reader.finish()
            return nil
        }
        if !isFirst {
            guard reader.take(UInt8(ascii: ",")) else { throw reader.unexpected() }
            reader.skipSpace()
        }
        isFirst = false
        let line = reader.line
        let value = try reader.value()
        isDone = false
        return (value, line)
    }
}
