// Why a text is not JSON, and where.

package struct JSONProblem: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case endsTooEarly
        /// A byte that cannot stand where it does.
        case unexpected(UInt8)
        case byteOrderMark
        /// Text after the value.
        case textAfterValue
        case badNumber
        /// A number too great for a double.
        case numberTooGreat
        /// A control character that is not written as an escape.
        case controlCharacter
        case badEscape
        /// Half of a surrogate pair.
        case loneSurrogate
        case badUTF8
        case tooDeep
        /// A key that an object has twice: neither value is chosen in silence.
        case repeatedKey(String)
        /// Where one array was to be, something else is.
        case notAnArray
    }

    package var reason: Reason
    /// Bytes from the start of the text.
    package var offset: Int
    /// 1 for the first line of the text.
    package var line: Int

    package init(_ reason: Reason, offset: Int, line: Int) {
        self.reason = reason
        self.offset = offset
        self.line = line
    }
}

extension JSONProblem.Reason: CustomStringConvertible {
    /// `the text ends too early`: to stand after a file and a line.
    package var description: String {
        switch self {
        case .endsTooEarly: "the text ends too early"
        case .unexpected(let byte): "\(Self.name(of: byte)) cannot stand here"
        case .byteOrderMark: "a byte order mark"
        case .textAfterValue: "there is text after the value"
        case .badNumber: "not a number as JSON writes it"
        case .numberTooGreat: "a number too great"
        case .controlCharacter: "a control character in a string"
        case .badEscape: "an escape that JSON does not have"
        case .loneSurrogate: "half of a surrogate pair"
        case .badUTF8: "not UTF-8"
        case .tooDeep: "more than \(JSONReader.maximumDepth) levels"
        case .repeatedKey(let key):
            "the key \(JSONValue.string(String(key.unicodeScalars.prefix(40))).text()) occurs twice"
        case .notAnArray: "not an array"
        }
    }

    private static func name(of byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return "'" + String(Unicode.Scalar(byte)) + "'" }
        return "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
