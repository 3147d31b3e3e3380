// Dates as people type them: words, weekdays, a day and a month; never one that could be two.

/// Why a text is not taken for a date.
package enum TypedDateProblem: Error, Equatable, Sendable {
    case notADate
    /// `03/04` is the third of April to some and the fourth of March to others.
    case couldBeTwo

    /// A plain clause without a full stop, to stand beside the field.
    package var plainWords: String {
        switch self {
        case .notADate: "not a date such as 2026-11-03, 3 nov or yesterday"
        case .couldBeTwo: "could be two dates; give 2026-11-03 or 3 nov"
        }
    }
}

extension CivilDate {
    /// Reads `2026-11-03`, `today`, `yesterday`, `tomorrow`, `in 3 days`, `3 days ago`, `+3`, `-1`, `mon`
    /// (the next one, today's included), `last mon`, `3 nov` and `3 nov 2026`.
    ///
    /// A day and a month without a year are those nearest to today.
    package init(typed text: String, today: CivilDate) throws(TypedDateProblem) {
        let text = text.trimmingSpaces.lowercased()
        if let date = CivilDate(text) ?? Self.word(text, today) ?? Self.shift(text, today) {
            self = date
            return
        }
        let isSlashed = text.contains("/") || text.contains(".") || text.contains("-")
        if isSlashed, text.allSatisfy({ $0.isNumber || "/.-".contains($0) }) { throw .couldBeTwo }
        guard let date = Self.dayAndMonth(text, today) else { throw .notADate }
        self = date
    }

    private static func word(_ text: String, _ today: CivilDate) -> CivilDate? {
        switch text {
        case "today": return today
        case "yesterday": return today.adding(days: -1)
        case "tomorrow": return today.adding(days: 1)
        default: break
        }
        let isLast = text.hasPrefix("last ")
        let name = isLast ? String(text.dropFirst(5)) : text
        let found = Weekday.allCases.first { $0.name.lowercased().hasPrefix(name) }
        guard name.count >= 3, let day = found else { return nil }
        let ahead = (day.rawValue - today.weekday.rawValue).modulo(7)
        return today.adding(days: isLast ? (ahead == 0 ? -7 : ahead - 7) : ahead)
    }

    /// `+3`, `-1`, `in 3 days`, `3 days ago`.
    private static func shift(_ text: String, _ today: CivilDate) -> CivilDate? {
        if let sign = text.first, sign == "+" || sign == "-", let days = count(text.dropFirst()) {
            return today.adding(days: sign == "+" ? days : -days)
        }
        let words = text.split(separator: " ")
        guard words.count == 3 else { return nil }
        let units = ["day": 1, "days": 1, "week": 7, "weeks": 7]
        if words[0] == "in", let days = count(words[1]), let unit = units[String(words[2])] {
            return today.adding(days: days * unit)
        }
        if words[2] == "ago", let days = count(words[0]), let unit = units[String(words[1])] {
            return today.adding(days: -days * unit)
        }
        return nil
    }

    /// Up to four digits: further away nobody means.
    private static func count(_ text: Substring) -> Int? {
        text.utf8.count <= 4 ? Int(digits: text.utf8) : nil
    }

    private static func dayAndMonth(_ text: String, _ today: CivilDate) -> CivilDate? {
        let words = text.split(separator: " ")
        guard (2...3).contains(words.count), words[0].utf8.count <= 2, let day = Int(digits: words[0].utf8),
            words[1].count >= 3
        else { return nil }
        let month = (1...12).first { MonthName.long($0).lowercased().hasPrefix(words[1]) }
        guard let month else { return nil }
        if words.count == 3 {
            guard words[2].utf8.count == 4, let year = Int(digits: words[2].utf8) else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }
        let near = (-1...1).compactMap { CivilDate(year: today.year + $0, month: month, day: day) }
        return near.min { abs(today.days(until: $0)) < abs(today.days(until: $1)) }
    }
}
