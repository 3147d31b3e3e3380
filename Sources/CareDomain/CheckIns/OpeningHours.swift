// When someone answers the telephone, as people write it down: `Mon-Fri 9:00-17:00; Sat 10:00-12:00`.

package struct OpeningHours: Equatable, Sendable {
    /// As it was written.
    package let text: String
    private let spans: [Span]

    private struct Span: Equatable, Sendable {
        var days: Set<Int>
        /// Minutes after midnight; one that ends no later than it begins goes past midnight.
        var from: Int
        var to: Int
    }

    /// Reads spans with semicolons between them: days, then clock times, either of which may be left out;
    /// `always` and `24/7` too. Nil for anything else: such hours are shown, and nothing is made of them.
    package init?(_ text: String) {
        self.text = text
        let small = text.lowercased()
        if ["always", "24/7", "day and night"].contains(small) {
            spans = [Span(days: Set(0..<7), from: 0, to: 1440)]
            return
        }
        var spans: [Span] = []
        for part in small.split(separator: ";") {
            guard let span = Self.span(part) else { return nil }
            spans.append(span)
        }
        guard !spans.isEmpty else { return nil }
        self.spans = spans
    }

    package func covers(_ time: CivilTime) -> Bool {
        let minute = time.secondOfDay / 60
        let day = time.date.weekday.rawValue
        let before = (day - 1).modulo(7)
        return spans.contains { span in
            if span.from < span.to {
                return span.days.contains(day) && (span.from..<span.to).contains(minute)
            }
            return span.days.contains(day) && minute >= span.from
                || span.days.contains(before) && minute < span.to
        }
    }

    private static func span(_ text: Substring) -> Span? {
        // Both kinds of dash, with or without spaces around them.
        let plain = String(text.map { $0 == "–" ? "-" : $0 })
        var days: Set<Int> = []
        var clock: (Int, Int)?
        let joined = plain.split(separator: "-").map(\.trimmed).joined(separator: "-")
        for word in joined.split(whereSeparator: { $0 == " " || $0 == "," }) {
            if let (from, to) = pair(word, { ClockTime(typed: $0)?.minutesAfterMidnight }), clock == nil,
                word.contains(where: \.isNumber)
            {
                clock = (from, to == 0 ? 1440 : to)
            } else if let (from, to) = pair(word, weekday) {
                for offset in 0...((to - from).modulo(7)) { days.insert((from + offset) % 7) }
            } else if let day = weekday(word) {
                days.insert(day)
            } else if word == "daily" {
                days = Set(0..<7)
            } else {
                return nil
            }
        }
        guard !days.isEmpty || clock != nil else { return nil }
        return Span(days: days.isEmpty ? Set(0..<7) : days, from: clock?.0 ?? 0, to: clock?.1 ?? 1440)
    }

    private static func pair(_ word: Substring, _ read: (Substring) -> Int?) -> (Int, Int)? {
        let parts = word.split(separator: "-")
        guard parts.count == 2, let from = read(parts[0]), let to = read(parts[1]) else { return nil }
        return (from, to)
    }

    private static func weekday(_ word: Substring) -> Int? {
        guard word.count >= 3 else { return nil }
        return Weekday.allCases.first { $0.name.lowercased().hasPrefix(word) }?.rawValue
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return text
    }
}
