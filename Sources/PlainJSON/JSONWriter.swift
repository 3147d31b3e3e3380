// Writes JSON text that is safe to print: no character in it moves the cursor or turns a line round.

extension JSONValue {
    /// The text in one line without spaces, or over several with two spaces a level.
    package func text(pretty: Bool = false) -> String {
        String(decoding: bytes(pretty: pretty), as: UTF8.self)
    }

    /// The text's bytes, without a line break at the end.
    package func bytes(pretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter(isPretty: pretty)
        writer.write(self)
        return writer.bytes
    }
}

extension JSONObject {
    package func text(pretty: Bool = false) -> String { JSONValue.object(self).text(pretty: pretty) }
    package func bytes(pretty: Bool = false) -> [UInt8] { JSONValue.object(self).bytes(pretty: pretty) }

    /// The bytes of one line, with room made for about so many.
    package func bytes(capacity: Int) -> [UInt8] {
        var writer = JSONWriter(isPretty: false)
        writer.bytes.reserveCapacity(capacity)
        writer.write(.object(self))
        return writer.bytes
    }
}

private struct JSONWriter {
    var bytes: [UInt8] = []
    let isPretty: Bool
    private var level = 0
    /// Combining marks since the last character that carries them; as many as it can where there is none.
    private var marks = 0
    private static let mostMarks = 4

    init(isPretty: Bool) { self.isPretty = isPretty }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: put("null")
        case .bool(let value): put(value ? "true" : "false")
        case .integer(let value): put(integer: value)
        case .number(let value): put(number: value)
        case .string(let value): put(string: value)
        case .array(let elements): put(list: elements, "[", "]") { writer, element in writer.write(element) }
        case .object(let object):
            put(list: object.pairs, "{", "}") { writer, pair in
                writer.put(string: pair.key)
                writer.put(writer.isPretty ? ": " : ":")
                writer.write(pair.value)
            }
        }
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func put<Item>(
        list items: [Item], _ open: String, _ close: String, _ write: (inout JSONWriter, Item) -> Void
    ) {
        put(open)
        level += 1
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            write(&self, item)
        }
        level -= 1
        if !items.isEmpty { breakLine() }
        put(close)
    }

    private mutating func breakLine() {
        guard isPretty else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
    }

    private mutating func put(integer: Int64) {
        guard (0...9).contains(integer) else { return put(String(integer)) }
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + integer))
    }

    /// The shortest text that reads as the same double, whole ones without `.0`.
    private mutating func put(number: Double) {
        guard number.isFinite else { return put("null") }
        // Minutes are mostly whole, and a whole number needs no search for the shortest text.
        if let whole = Int64(exactly: number), whole.magnitude < 1 << 53,
            whole != 0 || number.sign == .plus
        {
            return put(integer: whole)
        }
        let text = number.description
        put(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    private mutating func put(string: String) {
        bytes.append(UInt8(ascii: "\""))
        if Self.isPlain(string.utf8.span) {
            put(string)
        } else {
            // Nothing yet that a mark could stand on.
            marks = Self.mostMarks
            for scalar in string.unicodeScalars { put(scalar: scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// True where every byte stands for itself.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        for place in text.indices {
            let byte = text[place]
            guard byte >= 0x20, byte <= 0x7E, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                return false
            }
        }
        return true
    }

    private mutating func put(scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": put("\\\"")
        case "\\": put("\\\\")
        case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        default:
            if isShown(scalar) {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else {
                marks = Self.mostMarks
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { put(escape: unit) }
            }
            return
        }
        marks = scalar == " " ? Self.mostMarks : 0
    }

    /// False for what a terminal obeys, hides or breaks a line at, for what has no meaning that is known, and
    /// for marks that have nothing to stand on or pile up.
    private mutating func isShown(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            return false
        case .nonspacingMark, .enclosingMark, .spacingMark:
            marks += 1
            return marks <= Self.mostMarks && !properties.isDefaultIgnorableCodePoint
        case .spaceSeparator:
            marks = Self.mostMarks
            return true
        default:
            marks = 0
            return !properties.isDefaultIgnorableCodePoint
        }
    }

    private mutating func put(escape unit: UInt16) {
        put("\\u")
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 0xF)
            bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }
}
