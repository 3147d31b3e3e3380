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
        if let stored = ISOTime.stored(Array(text.utf8)) {
            self = stored
            return
        }
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
        var result = civil.date.description + "T" + (second / 3600).padded(to: 2) + ":"
        result += (second / 60 % 60).padded(to: 2) + ":" + (second % 60).padded(to: 2)
        if milliseconds { result += "." + Int(instant.milliseconds).modulo(1000).padded(to: 3) }
        let size = abs(offsetSeconds)
        return result + (offsetSeconds < 0 ? "-" : "+") + (size / 3600).padded(to: 2) + ":"
            + (size / 60 % 60).padded(to: 2)
    }
}

package enum ISOTime {
    /// The form that journals have, `2026-11-03T22:40:00-05:00` with or without milliseconds, straight from
    /// its bytes: a cohort holds it by the hundred thousand. Nil for every other form.
    static func stored(_ bytes: [UInt8]) -> OffsetInstant? {
        let hasMilliseconds = bytes.count == 29
        guard hasMilliseconds || bytes.count == 25 else { return nil }
        let sign = bytes[bytes.count - 6]
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            !hasMilliseconds || bytes[19] == UInt8(ascii: "."),
            sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            bytes[bytes.count - 3] == UInt8(ascii: ":"),
            let year = Int(digits: bytes[0..<4]), let month = Int(digits: bytes[5..<7]),
            let day = Int(digits: bytes[8..<10]), let date = CivilDate(year: year, month: month, day: day),
            let hour = Int(digits: bytes[11..<13]), hour < 24, let minute = Int(digits: bytes[14..<16]),
            minute < 60,
            let second = Int(digits: bytes[17..<19]), second < 60,
            let milliseconds = hasMilliseconds ? Int(digits: bytes[20..<23]) : 0,
            let hours = Int(digits: bytes[(bytes.count - 5)..<(bytes.count - 3)]), hours <= 18,
            let minutes = Int(digits: bytes[(bytes.count - 2)...]), minutes < 60
        else { return nil }
        let offset = (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
        let seconds = date.days * 86_400 + hour * 3600 + minute * 60 + second - offset
        return OffsetInstant(
            Instant(milliseconds: Int64(seconds) * 1000 + Int64(milliseconds)), offsetSeconds: offset)
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
