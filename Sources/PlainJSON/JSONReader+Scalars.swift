// The strings and numbers of a JSON text.

extension JSONReader {
    /// A string, its quotes included.
    mutating func string() throws(JSONProblem) -> String {
        at += 1
        let from = at
        var isASCII = true
        while at < end {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                let text =
                    isASCII
                    ? String(decoding: bytes[from..<at], as: UTF8.self) : try validated(bytes[from..<at])
                at += 1
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: from) }
            if byte < 0x20 { throw problem(.controlCharacter) }
            if byte >= 0x80 { isASCII = false }
            at += 1
        }
        throw problem(.endsTooEarly)
    }

    /// The rest of a string that has an escape at the cursor.
    private mutating func escapedString(from: Int) throws(JSONProblem) -> String {
        var content = Array(bytes[from..<at])
        while at < end {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\""):
                let text = try validated(content[...])
                at += 1
                return text
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw problem(.controlCharacter)
            default:
                content.append(byte)
                at += 1
            }
        }
        throw problem(.endsTooEarly)
    }

    private func validated(_ content: ArraySlice<UInt8>) throws(JSONProblem) -> String {
        guard let text = String(validating: content, as: UTF8.self) else { throw problem(.badUTF8) }
        return text
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONProblem) {
        at += 1
        guard at < end else { throw problem(.endsTooEarly) }
        let byte = bytes[at]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"):
            at += 1
            content.append(contentsOf: String(try escapedScalar()).utf8)
            return
        default: throw problem(.badEscape)
        }
        at += 1
    }

    /// What four hexadecimal digits name, or two such groups that are a surrogate pair.
    private mutating func escapedScalar() throws(JSONProblem) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw problem(.loneSurrogate)
        }
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw problem(.loneSurrogate) }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard at < end else { throw problem(.endsTooEarly) }
            let byte = bytes[at]
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
            default: throw problem(.badEscape)
            }
            at += 1
        }
        return value
    }

    /// A number: an integer where it has neither fraction nor exponent and fits, else the nearest double.
    mutating func number() throws(JSONProblem) -> JSONValue {
        let from = at
        let isNegative = take(UInt8(ascii: "-"))
        let firstDigit = at
        // Eighteen digits fit an Int64 whatever they are.
        var mantissa: Int64 = 0
        var digits = 0
        digits += takeDigits(into: &mantissa)
        guard digits > 0 else { throw problem(.badNumber) }
        guard digits == 1 || bytes[firstDigit] != 0x30 else { throw problem(.badNumber) }
        var scale = 0
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            scale = takeDigits(into: &mantissa, after: digits)
            guard scale > 0 else { throw problem(.badNumber) }
            digits += scale
        }
        let hasExponent = take(UInt8(ascii: "e")) || take(UInt8(ascii: "E"))
        if hasExponent {
            isWhole = false
            _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
            var ignored: Int64 = 0
            guard takeDigits(into: &ignored) > 0 else { throw problem(.badNumber) }
        }
        if isWhole, digits <= 18, mantissa > 0 || !isNegative {
            return .integer(isNegative ? -mantissa : mantissa)
        }
        // Both sides of the division are exact, so the quotient is the nearest double.
        if !hasExponent, digits <= 15, Self.powersOfTen.indices.contains(scale) {
            let size = Double(mantissa) / Self.powersOfTen[scale]
            return .number(isNegative ? -size : size)
        }
        return try slowNumber(String(decoding: bytes[from..<at], as: UTF8.self), isWhole: isWhole)
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private func slowNumber(_ text: String, isWhole: Bool) throws(JSONProblem) -> JSONValue {
        if isWhole, text != "-0", let value = Int64(text) { return .integer(value) }
        guard let value = Double(text) else { throw problem(.badNumber) }
        guard value.isFinite else { throw problem(.numberTooGreat) }
        return .number(value)
    }

    /// Goes past digits and counts them; only as many as make eighteen together enter the mantissa.
    private mutating func takeDigits(into mantissa: inout Int64, after count: Int = 0) -> Int {
        let from = at
        while at < end, (0x30...0x39).contains(bytes[at]) {
            if count + at - from < 18 { mantissa = mantissa * 10 + Int64(bytes[at] - 0x30) }
            at += 1
        }
        return at - from
    }
}
