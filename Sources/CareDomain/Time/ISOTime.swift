// Instants as text, ISO 8601 with the offset of the place, in and out.

/// An instant and the offset of the place where it was read: what `2026-11-03T22:40:00-05:00` says.
package struct OffsetInstant: Hashable, Sendable {
    package var instant: Instant
    /// Seconds east of Greenwich.
    package var offsetSeconds: Int

    package init(_ instant: Instant, offsetSeconds: Int) {
        self.instant = instant
        self.offsetSeconds = offsetSeconds
    }

    package init(_ instant: Instant, in zone: Zone) {
        self.init(instant, offsetSeconds: zone.offsetSeconds(at: instant))
    }

    /// Reads a date, `T` or a space, a time with or without seconds and fraction, and `Z` or an offset; nil
    /// for anything else, and where the offset is missing.
    package init?(_ text: some StringProtocol) {
        if let stored = ISOTime.stored(Array(text.utf8).span) {
            self = stored
            return
        }
        self.init(free: text)
    }

    /// The same of a string, without a copy of its bytes.
    package init?(_ text: String) {
        if let stored = ISOTime.stored(text.utf8.span) {
            self = stored
            return
        }
        self.init(free: text)
    }

    private init?(free text: some StringProtocol) {
        guard let (civil, milliseconds, rest) = ISOTime.civil(text), let offset = ISOTime.offset(rest) else {
            return nil
        }
        let seconds = Int64(civil.wallSeconds - offset)
        self.init(Instant(milliseconds: seconds * 1000 + Int64(milliseconds)), offsetSeconds: offset)
    }

    package var civil: CivilTime { CivilTime(wallSeconds: Int(instant.seconds) + offsetSeconds) }

    /// With seconds, and milliseconds where asked for: `2026-11-03T22:40:00.000-05:00`.
    package func text(milliseconds: Bool = false) -> String {
        let civil = civil
        let second = civil.secondOfDay
        let size = abs(offsetSeconds)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(29)
        civil.date.append(to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(second / 3600, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(second / 60 % 60, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(second % 60, digits: 2)
        if milliseconds {
            bytes.append(UInt8(ascii: "."))
            bytes.append(Int(instant.milliseconds).modulo(1000), digits: 3)
        }
        bytes.append(UInt8(ascii: offsetSeconds < 0 ? "-" : "+"))
        bytes.append(size / 3600, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(size / 60 % 60, digits: 2)
        return String(decoding: bytes, as: UTF8.self)
    }
}

package enum ISOTime {
    /// The form that journals have, `2026-11-03T22:40:00-05:00` with or without milliseconds, straight from
    /// its bytes: a cohort holds it by the million. Nil for every other form.
    static func stored(_ bytes: Span<UInt8>) -> OffsetInstant? {
        let length = bytes.count
        let hasMilliseconds = length == 29
        guard hasMilliseconds || length == 25 else { return nil }
        let sign = bytes[length - 6]
        guard bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), !hasMilliseconds || bytes[19] == UInt8(ascii: "."),
            sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes[length - 3] == UInt8(ascii: ":"),
            let date = CivilDate(bytes),
            let hour = number(bytes, 11..<13), hour < 24, let minute = number(bytes, 14..<16), minute < 60,
            let second = number(bytes, 17..<19), second < 60,
            let milliseconds = hasMilliseconds ? number(bytes, 20..<23) : 0,
            let hours = number(bytes, (length - 5)..<(length - 3)), hours <= 18,
            let minutes = number(bytes, (length - 2)..<length), minutes < 60
        else { return nil }
        let offset = (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
        let seconds = date.days * 86_400 + hour * 3600 + minute * 60 + second - offset
        return OffsetInstant(
            Instant(milliseconds: Int64(seconds) * 1000 + Int64(milliseconds)), offsetSeconds: offset)
    }

    /// What digits alone say; nil where there is another byte.
    /// - Parameter range: within the bytes, at most 18 of them.
    static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for place in range {
            let byte = bytes[place]
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The wall time at the start of a text, its milliseconds, and what follows it:
    /// `2019-11-02T07:19:30.000`, a space instead of the `T` too.
    package static func civil<Text: StringProtocol>(_ text: Text) -> (
        CivilTime, milliseconds: Int, rest: Text.SubSequence
    )? {
        guard let date = CivilDate(text.prefix(10)) else { return nil }
        var rest = text.dropFirst(10)
        guard let mark = rest.first, mark == "T" || mark == " " || mark == "t" else { return nil }
        rest = rest.dropFirst()
        guard let hour = Int(digits: rest.prefix(2).utf8), hour < 24 else { return nil }
        rest = rest.dropFirst(2)
        guard rest.first == ":", let minute = Int(digits: rest.dropFirst().prefix(2).utf8), minute < 60 else {
            return nil
        }
        rest = rest.dropFirst(3)
        var second = 0
        var milliseconds = 0
        if rest.first == ":" {
            guard let value = Int(digits: rest.dropFirst().prefix(2).utf8), value < 60 else { return nil }
            second = value
            rest = rest.dropFirst(3)
            if rest.first == "." {
                let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
                guard let value = Int(digits: (digits + "000").prefix(3).utf8), !digits.isEmpty else {
                    return nil
                }
                milliseconds = value
                rest = rest.dropFirst(1 + digits.count)
            }
        }
        return (CivilTime(date, secondOfDay: hour * 3600 + minute * 60 + second), milliseconds, rest)
    }

    /// Seconds of `Z`, `+05:30`, `+0530` or `-05`; nil for anything else.
    package static func offset(_ text: some StringProtocol) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = String(text.dropFirst()).filter { $0 != ":" }
        guard digits.utf8.count == 4 || digits.utf8.count == 2,
            let hours = Int(digits: digits.prefix(2).utf8), hours <= 18
        else { return nil }
        let minutes = digits.utf8.count == 4 ? Int(digits: digits.dropFirst(2).utf8) : 0
        guard let minutes, minutes < 60 else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
