// What can be drawn night by night: a measure of the night, or how the day after it was rated.

package enum TrendSubject: Equatable, Sendable {
    case measure(Measure)
    /// The rating of the day that a night ended on.
    case feeling(Feeling)

    package var isOfDays: Bool {
        if case .feeling = self { true } else { false }
    }

    package var noun: String {
        switch self {
        case .measure(let measure): measure.noun
        case .feeling(let feeling): feeling.noun
        }
    }

    /// A value in words that stand by themselves in a sentence.
    package func scaleWords(_ value: Double) -> String {
        switch self {
        case .measure(let measure): measure.scaleWords(value)
        case .feeling: NumberWords.decimal(value) + " of 10"
        }
    }

    /// What is known, by the date of getting up.
    func values(_ history: PersonHistory) -> [CivilDate: Double] {
        switch self {
        case .measure(let measure):
            history.mainNights.reduce(into: [:]) { $0[$1.date] = $0[$1.date] ?? measure.value(of: $1) }
        case .feeling(let feeling): history.ratings(feeling)
        }
    }

    /// The values before the first session; of ratings those of the days before it.
    func baseline(_ history: PersonHistory) -> [Double] {
        switch self {
        case .measure(let measure): return history.baselineNights.compactMap(measure.value(of:))
        case .feeling(let feeling):
            guard let first = history.doneSessions.first?.date else { return [] }
            return history.ratings(feeling).filter { $0.key < first }.sorted { $0.key < $1.key }
                .map(\.value)
        }
    }
}
