// What a chart of the nights after sessions shows of one measure, and the sentences that read it.

/// One measure by nights since the last session, by session number and by the hours to bed. The middle values
/// describe; only the pairs of `comparisons` compare. The baseline is a band and is never tested. The rules
/// are Lull's own.
package struct SessionNightsChart: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        /// 0 for the night of the session; nil for all nights since the first session but those.
        package let nightsSinceSession: Int?
        /// A value a night that knows the measure.
        package let values: [Double]
        /// Nil for no nights.
        package let median: Double?

        package var title: String {
            switch nightsSinceSession {
            case nil: "all other nights"
            case 0: "session night"
            case 1: "1 night after"
            case let nights?: "\(nights) nights after"
            }
        }
    }

    package let measure: Measure
    package let isNamed: Bool
    /// Night 0 first, all others last; nights with a place of their own between them.
    package let rows: [Row]
    /// The session nights by date.
    package let points: [SessionNights.Point]
    /// Of night 0, and apart from it of night 1.
    package let comparisons: [SessionNightComparison]
    /// Of the nights before the first session, from seven of the same source on.
    package let baseline: QuarterBand?
    /// The measures that there are charts of, the named one first, then in the fixed order.
    package let measures: [Measure]
    /// False where no session is noted as done.
    package let hasSessions: Bool

    /// - Parameters:
    ///   - measure: nil for the named one.
    ///   - figures: over the nights to look at.
    ///   - own: how many nights after a session have a row of their own, the session's included.
    package init(_ history: PersonHistory, _ figures: SessionNights, _ measure: Measure? = nil, own: Int = 4)
    {
        let named = figures.named?.measure ?? NamedMeasure.byDefault
        let measure = measure ?? named
        self.measure = measure
        isNamed = measure == named
        var seen: Set<Measure> = [named]
        measures = [named] + figures.comparisons.map(\.measure).filter { seen.insert($0).inserted }
        let nights: [Int?] = (0..<max(1, own)).map { $0 }
        rows = (nights + [nil]).compactMap { night in
            let values = figures.values(measure, night)
            guard night == nil || night == 0 || !values.isEmpty else { return nil }
            return Row(nightsSinceSession: night, values: values, median: Spread(values)?.median)
        }
        points = figures.nights(measure)
        comparisons = figures.comparisons.filter { $0.measure == measure }
        let source = comparisons.first?.source
        baseline = QuarterBand(
            history.baselineNights.filter { source == nil || $0.source == source }
                .compactMap(measure.value(of:)))
        hasSessions = !history.doneSessions.isEmpty
    }

    package var sessionRow: Row? { rows.first { $0.nightsSinceSession == 0 } }
    package var otherRow: Row? { rows.first { $0.nightsSinceSession == nil } }

    /// Whether the measure was named at the start, or is one of the others.
    package var standing: String { isNamed ? "named at the start" : "looked at as well" }

    /// The middle values with their counts, and nothing about what lies between them.
    package var descriptionSentence: String {
        guard let first = sessionRow, let median = first.median else {
            return "No first night after a session tells its \(measure.noun) yet."
        }
        let nights = NumberWords.count(first.values.count, "first night")
        var text = "The middle \(measure.noun) of \(nights) after a session is \(measure.scaleWords(median))"
        if let others = otherRow, let middle = others.median {
            text += "; of the \(NumberWords.count(others.values.count, "other night")) since the first "
            text += "session it is \(measure.scaleWords(middle))"
        }
        return text + "."
    }

    /// What has to stand beside a device's stages; nil for other measures.
    package var deviceCaution: String? { measure.deviceCaution(comparisons.first?.source) }

    /// What the pairs of night 0 come to, or what is missing.
    package var comparisonSentence: String { comparisons.first?.sentences ?? "Nothing is said yet." }
}

extension SessionNightComparison {
    /// Whole sentences with capital letters, the caution about weekdays and what was left out in any case.
    package var sentences: String {
        if reasons == [.everyNight] { return "Every night is a session night; not comparable." }
        let words = plainWords
        var text = words.prefix(1).uppercased() + words.dropFirst()
        guard estimate == nil else { return text }
        if sameWeekdays { text += " " + Self.weekdayCaution }
        return text + leftOutWords
    }
}
