// What of a day's ratings is drawn beside sleep, and which day belongs to a night.

/// A rating of a day, 0 to 10. The scale is Lull's own.
package enum Feeling: String, CaseIterable, Sendable {
    case mood, anxiety, clear

    package var title: String {
        switch self {
        case .mood: "Mood"
        case .anxiety: "Anxiety"
        case .clear: "Clear-headed"
        }
    }

    /// One word for it, as a column has it.
    package var shortTitle: String { self == .clear ? "Clear" : title }

    /// The word for it in a sentence.
    package var noun: String {
        switch self {
        case .mood: "mood"
        case .anxiety: "anxiety"
        case .clear: "clear-headedness"
        }
    }

    package func value(of mood: Mood) -> Int? {
        switch self {
        case .mood: mood.mood
        case .anxiety: mood.anxiety
        case .clear: mood.clear
        }
    }
}

extension PersonHistory {
    /// A rating by day; of several records of a day the last one that has it counts.
    package func ratings(_ feeling: Feeling) -> [CivilDate: Double] {
        moods.reduce(into: [:]) { days, entry in
            if let value = feeling.value(of: entry.value) { days[entry.value.day] = Double(value) }
        }
    }
}

/// How the days around each night were rated, beside one measure of the night: the day whose evening the
/// night began on, and the day that it ended on. What stands side by side is not compared.
package struct DaysBesideNights: Equatable, Sendable {
    package enum Side: String, CaseIterable, Sendable {
        case sameDay, nextDay

        package var words: String {
            switch self {
            case .sameDay: "the day before the night"
            case .nextDay: "the day after the night"
            }
        }
    }

    package let span: NightSpan
    package let measure: Measure
    /// One for each date, the date of getting up; nil where it is not known.
    package let nights: [Double?]
    private let days: [Feeling: [CivilDate: Double]]

    /// The nights, by the date of getting up.
    package var dates: [CivilDate] { span.dates }

    package init(_ history: PersonHistory, _ span: NightSpan, _ measure: Measure) {
        self.span = span
        self.measure = measure
        let known = Dictionary(
            history.mainNights.map { ($0.date, measure.value(of: $0)) },
            uniquingKeysWith: { first, _ in first }
        )
        nights = span.dates.map { known[$0] ?? nil }
        days = Dictionary(uniqueKeysWithValues: Feeling.allCases.map { ($0, history.ratings($0)) })
    }

    /// One for each date; nil where the day was not rated.
    package func values(_ feeling: Feeling, _ side: Side) -> [Double?] {
        let rated = days[feeling] ?? [:]
        return span.dates.map { rated[side == .sameDay ? $0.adding(days: -1) : $0] }
    }

    /// False where no day around these nights was rated.
    package var hasRatings: Bool {
        Feeling.allCases.contains { feeling in
            DaysBesideNights.Side.allCases.contains { side in
                values(feeling, side).contains { $0 != nil }
            }
        }
    }

    /// How many nights have both the measure and the rating.
    package func pairs(_ feeling: Feeling, _ side: Side) -> Int {
        zip(nights, values(feeling, side)).filter { $0 != nil && $1 != nil }.count
    }

    /// Reads what stands side by side: the counts, and no word of how they go together.
    package var sentence: String {
        guard hasRatings else { return "No day is rated yet; 'lull log mood' notes how a day was." }
        let counts = Side.allCases.map { side in
            let most = Feeling.allCases.map { pairs($0, side) }.max() ?? 0
            return "\(NumberWords.count(most, "night")) with \(side.words)"
        }
        return "Side by side: \(counts.joined(separator: ", ")). What lies side by side is not a cause."
    }
}
