// The items of a questionnaire and its parts, and how what a person types becomes an answer.

extension Instrument {
    package struct Item: Equatable, Sendable {
        /// One word by which the line is found on the form; never its wording.
        package var place: String
        package var answers: ClosedRange<Int>
        package var unit: Unit
        /// True where a blank counts as 0 in a sum.
        package var isOptional: Bool

        package enum Unit: String, CaseIterable, Sendable {
            case points
            /// A reading of the clock, kept as minutes after midnight.
            case clock
            case minutes
            /// A length that is asked for in hours, kept in minutes.
            case hours
        }

        package init(
            place: String, answers: ClosedRange<Int>, unit: Unit = .points, isOptional: Bool = false
        ) {
            self.place = place
            self.answers = answers
            self.unit = unit
            self.isOptional = isOptional
        }
    }

    /// A part of the answers with a figure of its own.
    package struct Subscale: Equatable, Sendable {
        /// As JSON names it.
        package var key: String
        package var word: String
        package var parts: [Part]
        /// Turns the sum of the parts into a score; nil where the sum is the score.
        package var steps: Steps?
        package var pattern: Pattern?

        package init(
            key: String, word: String, parts: [Part], steps: Steps? = nil, pattern: Pattern? = nil
        ) {
            self.key = key
            self.word = word
            self.parts = parts
            self.steps = steps
            self.pattern = pattern
        }
    }

    package struct Part: Equatable, Sendable {
        package var source: Source
        package var steps: Steps?

        package enum Source: Equatable, Sendable {
            /// The sum of items.
            case items([Int])
            /// Time asleep over the time from bed to rise, in percent, by the numbers of the items.
            case efficiency(bed: Int, rise: Int, asleep: Int)
        }

        package init(source: Source, steps: Steps? = nil) {
            self.source = source
            self.steps = steps
        }
    }

    /// A scale of 0 to the count of its limits.
    package enum Steps: Equatable, Sendable {
        /// Rising limits: 0 up to the first, 1 up to the second, and so on.
        case upTo([Double])
        /// Falling limits: 0 from the first on, 1 from the second on, and so on.
        case atLeast([Double])

        package var count: Int {
            switch self {
            case .upTo(let limits), .atLeast(let limits): limits.count
            }
        }

        func score(_ value: Double) -> Int {
            switch self {
            case .upTo(let limits): limits.firstIndex { value <= $0 } ?? limits.count
            case .atLeast(let limits): limits.firstIndex { value >= $0 } ?? limits.count
            }
        }
    }

    /// At least so many items of a subscale answered with at least so much.
    package struct Pattern: Equatable, Sendable {
        package var items: Int
        package var from: Int

        package init(items: Int, from: Int) {
            self.items = items
            self.from = from
        }
    }
}

extension Instrument.Item {
    /// Reads one answer as a person types it: a whole number, a clock time, or a length in hours.
    /// - Returns: nil for what cannot be read, and for what is out of range.
    package func answer(typed text: some StringProtocol) -> Int? {
        let value: Int?
        switch unit {
        case .points, .minutes: value = Int(digits: text.utf8)
        case .clock: value = ClockTime(typed: text)?.minutesAfterMidnight
        case .hours: value = Self.minutes(ofHours: text)
        }
        return value.flatMap { answers.contains($0) ? $0 : nil }
    }

    /// `6.5` and `6:30` alike.
    private static func minutes(ofHours text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, let hours = Int(digits: parts[0].utf8), parts[1].utf8.count == 2,
            let minutes = Int(digits: parts[1].utf8), hours < 100, minutes < 60
        {
            return hours * 60 + minutes
        }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
            let hours = Double(String(text)), hours < 100
        else { return nil }
        return Int((hours * 60).rounded())
    }

    /// What can be answered, in words: `0 to 3`, `a clock time such as 22:45`.
    package var expected: String {
        switch unit {
        case .points: "\(answers.lowerBound) to \(answers.upperBound)"
        case .clock: "a clock time such as 22:45"
        case .minutes: "minutes, \(answers.lowerBound) to \(answers.upperBound)"
        case .hours: "hours such as 6.5"
        }
    }

    /// An answer as it was asked for.
    package func words(_ answer: Int) -> String {
        switch unit {
        case .points, .minutes: String(answer)
        case .clock: ClockTime(minutesAfterMidnight: answer)?.description ?? String(answer)
        case .hours: NumberWords.decimal(Double(answer) / 60, digits: 2)
        }
    }
}
