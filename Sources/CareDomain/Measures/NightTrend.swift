// One measure over the nights: each value, the middle of the last seven, and the baseline beside them.

/// The nights that the charts run over, logged or not: from the first one logged to this morning's.
package struct NightSpan: Equatable, Sendable {
    package let first: CivilDate
    package let last: CivilDate

    /// At most so many nights back.
    private static let longest = 400

    package init(_ history: PersonHistory, today: CivilDate) {
        let dates = history.mainNights.map(\.date)
        // A person who stopped logging long ago is shown where the nights are.
        let newest = dates.last ?? today
        last = newest.days(until: today) > 28 ? newest : max(newest, today)
        first = max(dates.first ?? today, last.adding(days: -Self.longest))
    }

    package func clamped(_ date: CivilDate) -> CivilDate { min(max(date, first), last) }
    package var count: Int { first.days(until: last) + 1 }
    package var dates: [CivilDate] { (0..<count).map { first.adding(days: $0) } }
}

/// The values of one measure, night by night, and what they come to.
package struct NightTrend: Equatable, Sendable {
    package let span: NightSpan
    package let measure: Measure
    /// One for each night of the span; nil where it was not logged or the item left out.
    package let values: [Double?]
    /// The median of the seven nights up to each one; nil under four known.
    package let medians: [Double?]
    package let isSession: [Bool]
    /// The median before the first session; nil under seven nights.
    package let baseline: Double?
    /// Nights before the first session that know the measure.
    package let baselineCount: Int
    private let hasSessions: Bool

    package init(_ history: PersonHistory, _ span: NightSpan, _ measure: Measure) {
        self.span = span
        self.measure = measure
        let known = Dictionary(
            history.mainNights.map { ($0.date, measure.value(of: $0)) },
            uniquingKeysWith: { first, _ in first })
        let values = span.dates.map { known[$0] ?? nil }
        self.values = values
        medians = values.indices.map { index in
            let week = values[max(0, index - 6)...index].compactMap { $0 }
            return week.count >= 4 ? Spread(week)?.median : nil
        }
        let sessions = history.sessionNights
        isSession = span.dates.map(sessions.isSessionNight)
        let before = history.baselineNights.compactMap(measure.value(of:))
        baselineCount = before.count
        hasSessions = !history.doneSessions.isEmpty
        baseline = !history.doneSessions.isEmpty && before.count >= 7 ? Spread(before)?.median : nil
    }

    /// The chart in plain words.
    package var sentence: String {
        guard let last = medians.last ?? nil else {
            return "From four nights of seven on, their middle value is drawn as a line."
        }
        let now = "The middle of the last seven nights' \(measure.noun) is \(measure.scaleWords(last))"
        guard let baseline else {
            return hasSessions && baselineCount < 7
                ? now + ". Seven nights before the first session would have made a baseline." : now + "."
        }
        return now
            + "; in the \(NumberWords.of(baselineCount)) nights before the first session "
            + "it was \(measure.scaleWords(baseline))."
    }
}

extension PersonHistory {
    /// How many of the last fourteen nights began within half an hour of the plan, in a sentence. Nil without
    /// a plan, and under seven nights.
    package var bedtimeSentence: String? {
        let recent = mainNights.suffix(14)
        guard let target = details.target, recent.count >= 7 else { return nil }
        let near = recent.filter { night in
            guard let bed = night.measures.trySleep ?? night.measures.intoBed else { return false }
            let clock = Double(night.night.zone.clock(bed).minutesAfterMidnight)
            let way = CircularMean.distance(
                from: Double(target.bed.minutesAfterMidnight), to: clock, period: 1440)
            return abs(way) <= 30
        }
        return "You went to bed within half an hour of your plan on \(near.count) "
            + "of the last \(recent.count) nights logged."
    }
}
