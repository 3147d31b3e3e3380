// Reads the values of options, and says in words what a value should have been.

import ArgumentParser
import CareDomain
import CellCanvas

enum Parse {
    static func person(_ text: String) throws -> PersonID {
        guard let id = PersonID(text) else { throw ValidationError(Failure.personIDForm) }
        return id
    }

    static func record(_ text: String) throws -> RecordID {
        guard let id = RecordID(text.uppercased()) else {
            throw ValidationError("a record's id has 26 letters and digits; 'lull records' lists them")
        }
        return id
    }

    static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw ValidationError("give a date such as 2026-11-03") }
        return date
    }

    /// Dates with commas between them.
    static func dates(_ text: String) throws -> [CivilDate] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map {
            try date(String($0).trimmingSpaces)
        }
    }

    static func instant(_ text: String) throws -> OffsetInstant {
        guard let instant = OffsetInstant(text) else {
            throw ValidationError("give an instant with its offset, such as 2026-11-03T22:40:00-05:00")
        }
        return instant
    }

    static func clock(_ text: String) throws -> ClockTime {
        guard let clock = ClockTime(typed: text) else {
            throw ValidationError("give a clock time such as 22:40")
        }
        return clock
    }

    /// A whole number within a range.
    static func whole(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
        { text in
            guard let value = Int(text), range.contains(value) else {
                throw ValidationError("give a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return value
        }
    }

    /// A number above zero.
    static func amount(_ text: String) throws -> Double {
        guard let value = Double(text), value.isFinite, value > 0, value < 1e9 else {
            throw ValidationError("give a number above 0")
        }
        return value
    }

    /// A number above zero and at most so great.
    static func amount(upTo limit: Double) -> @Sendable (String) throws -> Double {
        { text in
            guard let value = Double(text), value > 0, value <= limit else {
                throw ValidationError("give a number above 0, at most \(NumberWords.decimal(limit))")
            }
            return value
        }
    }

    static func text(_ text: String) throws -> String {
        let trimmed = text.trimmingSpaces
        guard !trimmed.isEmpty else { throw ValidationError("give some text") }
        return trimmed
    }
}

/// A text from anywhere in quotation marks, safe to print and short enough for a message.
func quoted(_ text: String) -> String { "\"" + CleanText(text).fitted(to: 60) + "\"" }

extension Route: ExpressibleByArgument {}
extension Dose.Unit: ExpressibleByArgument {}
