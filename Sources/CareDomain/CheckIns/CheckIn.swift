// A questionnaire as it was filled in.

/// The answers to a questionnaire.
package struct CheckIn: Equatable, Sendable {
    /// `phq9`, `isi`.
    package var instrument: String
    /// Which form of it, where there are several: those of one are never mixed with another's.
    package var version: String?
    /// In item order; nil where an item was left blank. Empty where only the total is known.
    package var answers: [Int?]
    /// The total, where only that is known.
    package var givenTotal: Int?

    package init(
        instrument: String, version: String? = nil, answers: [Int?] = [], givenTotal: Int? = nil
    ) {
        self.instrument = instrument
        self.version = version
        self.answers = answers
        self.givenTotal = givenTotal
    }

    /// The sum of complete answers, else the total given; nil where neither is known.
    package var total: Int? {
        guard !answers.isEmpty else { return givenTotal }
        let known = answers.compactMap { $0 }
        return known.count == answers.count ? known.reduce(0, +) : givenTotal
    }
}
