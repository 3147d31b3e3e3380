// Lengths, shares, dates and doses in the words that every screen, line of output and report uses.

extension Minutes {
    /// `6 h 05 m`, `41 m`, `0 m`; rounded to the minute.
    package var words: String {
        let total = Int(value.rounded())
        let size = abs(total)
        let sign = total < 0 ? "−" : ""
        return sign + (size < 60 ? "\(size) m" : "\(size / 60) h \((size % 60).padded(to: 2)) m")
    }

    /// `6 h 05`, as in the column of a table.
    package var short: String {
        let size = Int(value.rounded())
        return size < 60 ? "\(size) m" : "\(size / 60) h \((size % 60).padded(to: 2))"
    }
}

extension Percent {
    /// `81 %`.
    package var words: String { "\(Int(value.rounded())) %" }
}

extension CivilDate {
    /// `Mon 23 Nov`.
    package var words: String { "\(weekday.shortName) \(day) \(MonthName.short(month))" }
    /// `Mon 23 Nov`, with the year where it is not that of another date.
    package func words(on today: CivilDate) -> String { year == today.year ? words : "\(words) \(year)" }
    /// `23 Nov`.
    package var dayMonth: String { "\(day) \(MonthName.short(month))" }
    /// `Monday 23 November`.
    package var longWords: String { "\(weekday.name) \(day) \(MonthName.long(month))" }

    /// How a night that ends on this date is named by both its days: `Thu 19–20`, `Mon 31–1`.
    package var nightWords: String {
        let evening = adding(days: -1)
        return "\(evening.weekday.shortName) \(evening.day)–\(day)"
    }

    /// `today`, `tomorrow`, `yesterday`, `in 3 days`, `5 days ago`.
    package func relative(to today: CivilDate) -> String {
        switch today.days(until: self) {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        case let days where days > 0: "in \(days) days"
        case let days: "\(-days) days ago"
        }
    }

    /// `26 Oct – 6 Dec`.
    package static func range(_ from: CivilDate, _ to: CivilDate) -> String {
        "\(from.dayMonth) – \(to.dayMonth)"
    }
}

package enum NumberWords {
    private static let names = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ]

    /// `three`; digits from thirteen on.
    package static func of(_ count: Int) -> String {
        names.indices.contains(count) ? names[count] : String(count)
    }

    /// `1 night`, `3 nights`.
    package static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// The number with at most so many decimals, and no zeros at its end.
    package static func decimal(_ value: Double, digits: Int = 1) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "–" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((abs(value) * scale).rounded())
        let whole = scaled / Int(scale)
        var fraction = (scaled % Int(scale)).padded(to: digits)
        while fraction.last == "0" { fraction.removeLast() }
        let sign = value < 0 && scaled > 0 ? "−" : ""
        return sign + "\(whole)" + (fraction.isEmpty || digits == 0 ? "" : "." + fraction)
    }
}

extension Dose {
    /// `0.5 mg/kg`, `56 mg`.
    package var words: String { NumberWords.decimal(amount, digits: 2) + " " + unit.rawValue }
}

extension Session.Status {
    /// As a person reads it; `rawValue` is how journals and options have it.
    package var words: String { self == .missed ? "not held" : rawValue }
}
