// Reads the lines of a form one by one, and keeps what is wrong with each beside it.

import CareDomain

/// What was typed on the way to a record. Reading a line that cannot be taken notes why, and gives nil.
struct FormReader {
    /// The day that the form is about, on which its clock times lie.
    var day: CivilDate
    let today: CivilDate
    let zone: Zone
    let now: OffsetInstant
    private let texts: [String: String]
    /// Plain clauses, by the key of the line.
    private(set) var problems: [String: String] = [:]

    init(_ texts: [String: String], today: CivilDate, zone: Zone, now: OffsetInstant) {
        self.texts = texts
        self.today = today
        self.zone = zone
        self.now = now
        day = today
    }

    /// The text without spaces around it; nil for an empty line.
    func text(_ key: String) -> String? {
        let text = (texts[key] ?? "").trimmingSpaces
        return text.isEmpty ? nil : text
    }

    mutating func refuse(_ key: String, _ why: String) {
        if problems[key] == nil { problems[key] = why }
    }

    mutating func needed(_ key: String) -> String? {
        let text = text(key)
        if text == nil { refuse(key, "is needed") }
        return text
    }

    func list(_ key: String) -> [String] {
        (text(key) ?? "").split(separator: ";").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }

    mutating func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let value = Int(text) else {
            refuse(key, "not a whole number")
            return nil
        }
        guard range.contains(value) else {
            refuse(key, "not within \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    mutating func number(_ key: String, _ range: ClosedRange<Double>) -> Double? {
        guard let text = text(key) else { return nil }
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite else {
            refuse(key, "not a number")
            return nil
        }
        guard range.contains(value) else {
            let ends = [range.lowerBound, range.upperBound].map { NumberWords.decimal($0, digits: 2) }
            refuse(key, "not within \(ends[0]) to \(ends[1])")
            return nil
        }
        return value
    }

    mutating func answer(_ key: String) -> Bool? {
        guard let text = text(key) else { return nil }
        if let answer = Self.answer(text) { return answer }
        refuse(key, "neither yes nor no")
        return nil
    }

    private static func answer(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "y": true
        case "no", "n": false
        default: nil
        }
    }

    mutating func tick(_ key: String) -> Habits.Tick? {
        guard let text = text(key) else { return nil }
        if let answer = Self.answer(text) { return answer ? .yes : .no }
        return moment(key).map { .at($0) }
    }

    mutating func clock(_ key: String) -> ClockTime? {
        guard let text = text(key) else { return nil }
        let clock = ClockTime(typed: text)
        if clock == nil { refuse(key, "not a clock time such as 22:40") }
        return clock
    }

    /// The moment of a clock time that is told of the form's day.
    mutating func moment(_ key: String) -> OffsetInstant? {
        clock(key).flatMap { place(CivilTime(toldOf: day, $0), for: key) }
    }

    mutating func moment(_ key: String, on date: CivilDate) -> OffsetInstant? {
        clock(key).flatMap { place(CivilTime(date, $0), for: key) }
    }

    private mutating func place(_ civil: CivilTime, for key: String) -> OffsetInstant? {
        if case .never(let movedOn) = zone.reading(civil) {
            refuse(key, "the clocks skipped that time; did you mean \(zone.clock(movedOn))?")
            return nil
        }
        return OffsetInstant(zone.instant(civil), in: zone)
    }

    /// mmHg, `128/82`.
    mutating func pressure(_ key: String) -> (systolic: Int, diastolic: Int)? {
        guard let text = text(key) else { return nil }
        let parts = text.split(separator: "/").map { Int(String($0).trimmingSpaces) }
        guard parts.count == 2, let upper = parts[0], let lower = parts[1], (0...400).contains(upper),
            (0...400).contains(lower), lower <= upper
        else {
            refuse(key, "two numbers such as 128/82")
            return nil
        }
        return (upper, lower)
    }

    mutating func date(_ key: String) -> CivilDate? {
        guard let text = text(key) else { return nil }
        do throws(TypedDateProblem) {
            return try CivilDate(typed: text, today: today)
        } catch {
            refuse(key, error.plainWords)
            return nil
        }
    }

    /// The day of a record of a day: today where nothing is given, and never one to come.
    mutating func pastDay(_ key: String) -> CivilDate {
        let date = date(key) ?? today
        if date > today { refuse(key, "has not come yet") }
        return date
    }

    mutating func choice(_ key: String, _ choices: [FormChoice]) -> String? {
        guard let text = text(key) else { return nil }
        let typed = text.lowercased()
        let found = choices.first { [$0.label.lowercased(), $0.value.lowercased()].contains(typed) }
        if let found { return found.value }
        refuse(key, "one of \(choices.map(\.label).joined(separator: ", "))")
        return nil
    }

    /// `8:15 90; 13:30 60`: a time and milligrams, once for each.
    mutating func drinks(_ key: String) -> [Habits.Caffeine] {
        list(key).compactMap { part in
            let words = part.replacing("=", with: " ").split(separator: " ")
            guard words.count == 2, let clock = ClockTime(typed: words[0]),
                let amount = Double(words[1].replacing(",", with: ".")), amount.isFinite,
                (0...2000).contains(amount)
            else {
                refuse(key, "a time and milligrams, such as 13:30 60")
                return nil
            }
            return place(CivilTime(toldOf: day, clock), for: key).map {
                Habits.Caffeine(at: $0, milligrams: amount)
            }
        }
    }
}
