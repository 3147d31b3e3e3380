// The yearly rule of a zone, as POSIX writes it: `EST5EDT,M3.2.0,M11.1.0`.

/// When a zone's summer time begins and ends, for years after the last change in its file.
struct ZoneRule: Sendable {
    private var standardOffset: Int
    private var summerOffset: Int
    private var summer: (start: Edge, end: Edge)?

    /// A day of the year and seconds after its midnight, on the clock that is in use until then.
    private struct Edge: Sendable {
        enum Day: Sendable {
            /// Week 1...5 (5 is the last) of a month, weekday 0 is Sunday.
            case weekday(month: Int, week: Int, day: Int)
            /// 1...365, 29 February never counted.
            case julian(Int)
            /// 0...365, 29 February counted.
            case ordinal(Int)
        }

        var day: Day
        var second: Int

        func wallSeconds(year: Int) -> Int {
            guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return 0 }
            let date: CivilDate
            switch day {
            case .julian(let number):
                let isLeap = CivilDate.length(ofMonth: 2, year: year) == 29
                date = newYear.adding(days: number - 1 + (isLeap && number >= 60 ? 1 : 0))
            case .ordinal(let number): date = newYear.adding(days: number)
            case .weekday(let month, let week, let day):
                guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
                let wanted = (day + 6) % 7
                let ahead = (wanted - first.weekday.rawValue).modulo(7) + (week - 1) * 7
                let length = CivilDate.length(ofMonth: month, year: year)
                date = first.adding(days: ahead < length ? ahead : ahead - 7)
            }
            return date.days * 86_400 + second
        }
    }

    /// Nil for an empty or unreadable rule.
    init?(_ text: String) {
        var parser = Parser(text: Substring(text))
        guard parser.name(), let standard = parser.offset() else { return nil }
        standardOffset = -standard
        summerOffset = standardOffset + 3600
        guard !parser.isAtEnd else { return }
        guard parser.name() else { return nil }
        if let own = parser.offset() { summerOffset = -own }
        guard let start = parser.edge(), let end = parser.edge() else { return nil }
        summer = (start, end)
    }

    func offset(at second: Int) -> Int {
        guard let summer else { return standardOffset }
        let year = CivilTime(wallSeconds: second + standardOffset).date.year
        let start = summer.start.wallSeconds(year: year) - standardOffset
        let end = summer.end.wallSeconds(year: year) - summerOffset
        let isSummer = start < end ? second >= start && second < end : second >= start || second < end
        return isSummer ? summerOffset : standardOffset
    }

    private struct Parser {
        var text: Substring
        var isAtEnd: Bool { text.isEmpty }

        mutating func name() -> Bool {
            if text.first == "<" {
                guard let end = text.firstIndex(of: ">") else { return false }
                text = text[text.index(after: end)...]
                return true
            }
            let letters = text.prefix { $0.isLetter }
            text = text.dropFirst(letters.count)
            return letters.count >= 3
        }

        mutating func number() -> Int? {
            let digits = text.prefix { $0.isNumber && $0.isASCII }
            text = text.dropFirst(digits.count)
            return Int(digits)
        }

        /// `5`, `-3:30`, `+10:00:00` in seconds; POSIX counts them west of Greenwich.
        mutating func offset() -> Int? {
            var sign = 1
            if let first = text.first, first == "-" || first == "+" {
                sign = first == "-" ? -1 : 1
                text = text.dropFirst()
            }
            guard let hours = number() else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where text.first == ":" {
                text = text.dropFirst()
                seconds += (number() ?? 0) * unit
            }
            return sign * seconds
        }

        mutating func edge() -> Edge? {
            guard text.first == "," else { return nil }
            text = text.dropFirst()
            var day: Edge.Day?
            switch text.first {
            case "M":
                text = text.dropFirst()
                guard let month = number(), dot(), let week = number(), dot(), let weekday = number() else {
                    return nil
                }
                day = .weekday(month: month, week: week, day: weekday)
            case "J":
                text = text.dropFirst()
                day = number().map { .julian($0) }
            default: day = number().map { .ordinal($0) }
            }
            guard let day else { return nil }
            guard text.first == "/" else { return Edge(day: day, second: 7200) }
            text = text.dropFirst()
            return offset().map { Edge(day: day, second: $0) }
        }

        private mutating func dot() -> Bool {
            guard text.first == "." else { return false }
            text = text.dropFirst()
            return true
        }
    }
}
