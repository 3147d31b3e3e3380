// A line of a form: what it asks, what its value looks like, and how a typed text becomes one.

import CareDomain

/// One of the words that a line can hold.
struct FormChoice: Equatable, Sendable {
    /// As a record has it.
    let value: String
    /// As a person reads it.
    let label: String
}

struct FormField: Equatable, Sendable {
    enum Shape: Equatable, Sendable {
        /// Free text.
        case words
        /// Several texts, with semicolons between them.
        case list
        case whole(ClosedRange<Int>)
        /// A whole number on a short scale, which a digit sets and cells draw.
        case scale(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        /// A reading of the clock on the form's day.
        case clock
        /// Two pressures in mmHg, `128/82`.
        case pressure
        case date
        case answer
        /// Yes, no, or the time at which.
        case tick
        case choice([FormChoice])
        /// Times with milligrams of caffeine, `8:15 90; 13:30 60`.
        case drinks
    }

    /// The name under which what was typed is kept.
    let key: String
    let question: String
    let hint: String
    let shape: Shape
    /// True where the record says nothing without it.
    let isNeeded: Bool
    /// Stands above the line; nil for a line that goes on with the one before.
    let heading: String?

    init(
        _ key: String, _ question: String, _ shape: Shape, hint: String? = nil, isNeeded: Bool = false,
        heading: String? = nil
    ) {
        self.key = key
        self.question = question
        self.shape = shape
        self.hint = hint ?? shape.usualHint
        self.isNeeded = isNeeded
        self.heading = heading
    }
}

extension FormField.Shape {
    /// True where a letter is a part of what is typed, so that no letter can be a key.
    var takesLetters: Bool {
        switch self {
        case .words, .list, .date, .choice, .drinks: true
        case .whole, .scale, .number, .clock, .pressure, .answer, .tick: false
        }
    }

    /// True for lines that are gone on with rather than typed anew.
    var isLong: Bool { self == .words || self == .list || self == .drinks }

    /// What may be typed into the line.
    func accepts(_ character: Character) -> Bool {
        if takesLetters { return true }
        switch self {
        case .scale: return character.isASCII && character.isNumber
        // A sign is taken, so that it is said why it cannot be.
        case .whole, .number: return character.isASCII && character.isNumber || ".,-".contains(character)
        case .clock: return character.isASCII && character.isNumber || ":.hapm ".contains(character)
        case .pressure: return character.isASCII && character.isNumber || "/ ".contains(character)
        // `yes`, `no`, or a time.
        case .answer, .tick:
            return character.isASCII && character.isNumber || ":.hapmyesno ".contains(character)
        default: return true
        }
    }

    var usualHint: String {
        switch self {
        case .words: "in your words"
        case .list: "one; another"
        case .whole: "a number"
        case .scale(let range): "\(range.lowerBound) … \(range.upperBound), or ← →"
        case .number: "a number"
        case .clock: "22:40, 2240 or 10:40pm"
        case .pressure: "128/82"
        case .date: "today, 3 nov, 2026-11-03"
        case .answer: "y or n, or ← →"
        case .tick: "y, n, or a time"
        case .choice(let choices): "← → one of \(choices.count)"
        case .drinks: "8:15 90; 13:30 60"
        }
    }

    /// The text a step further, for the arrows: up or down by what a finger expects.
    /// - Parameter start: where a step from an empty line begins, for a clock time.
    func nudged(_ text: String, by step: Int, today: CivilDate, from start: ClockTime?) -> String {
        let text = text.trimmingSpaces
        switch self {
        case .whole(let range), .scale(let range):
            guard let value = Int(text) else { return "\(step > 0 ? range.lowerBound : range.upperBound)" }
            return "\(min(range.upperBound, max(range.lowerBound, value + step)))"
        case .number(let range):
            guard let value = Double(text) else { return NumberWords.decimal(range.lowerBound, digits: 2) }
            return NumberWords.decimal(min(range.upperBound, max(range.lowerBound, value + Double(step))))
        case .clock, .tick:
            guard let clock = ClockTime(typed: text) else { return start?.description ?? text }
            return clock.adding(minutes: 5 * step).description
        case .date:
            let date = (try? CivilDate(typed: text, today: today)) ?? today
            return date.adding(days: text.isEmpty ? 0 : step).description
        case .answer: return step > 0 ? "yes" : "no"
        case .choice(let choices):
            guard let place = choices.firstIndex(where: { $0.label == text }) else {
                return (step > 0 ? choices.first : choices.last)?.label ?? text
            }
            return choices[(place + step).modulo(choices.count)].label
        case .words, .list, .drinks, .pressure: return text
        }
    }
}
