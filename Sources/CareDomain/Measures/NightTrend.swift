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

    private init(first: CivilDate, last: CivilDate) { (self.first, self.last) = (first, last) }

    /// So many nights with a date in their middle, moved so that they lie within the span.
    /// - Parameter nights: nil for all of them.
    package func window(of nights: Int?, around date: CivilDate) -> NightSpan {
        guard let nights, nights < count else { return self }
        let size = max(1, nights)
        let end = min(last, max(clamped(date).adding(days: size / 2), first.adding(days: size - 1)))
        return NightSpan(first: end.adding(days: 1 - size), last: end)
    }

    package func clamped(_ date: CivilDate) -> CivilDate { min(max(date, first), last) }
    package var count: Int { first.days(until: last) + 1 }
    package var dates: [CivilDate] { (0..<count).map { first.adding(days: $0) } }
}

/// The values of one measure or rating, night by night, and what they come to.
package struct NightTrend: Equatable, Sendable {
    package let span: NightSpan
    package let subject: TrendSubject
    /// One for each night of the span; nil where it was not logged or the item left out.
    package let values: [Double?]
    /// The median of the seven nights up to each one; nil under four known.
    package let medians: [Double?]
    package let isSession: [Bool]
    /// Where the middle half of those before the first session lies; nil under seven.
    package let band: QuarterBand?
    /// Nights or days before the first session that know it.
    package let baselineCount: Int
    private let hasSessions: Bool

    package init(_ history: PersonHistory, _ span: NightSpan, _ measure: Measure) {
        self.init(history, span, .measure(measure))
    }

    package init(_ history: PersonHistory, _ span: NightSpan, _ subject: TrendSubject) {
        self.span = span
        self.subject = subject
        let known = subject.values(history)
        let values = span.dates.map { known[$0] }
        self.values = values
        medians = values.indices.map { index in
            let week = values[max(0, index - 6)...index].compactMap { $0 }
            return week.count >= 4 ? Spread(week)?.median : nil
        }
        let sessions = history.sessionNights
        isSession = span.dates.map(sessions.isSessionNight)
        let before = subject.baseline(history)
        baselineCount = before.count
        hasSessions = !history.doneSessions.isEmpty
        band = history.doneSessions.isEmpty ? nil : QuarterBand(before)
    }

    /// The median before the first session; nil under seven.
    package var baseline: Double? { band?.median }

    private init(_ whole: NightTrend, _ span: NightSpan) {
        let from = max(0, whole.span.first.days(until: span.first))
        let range = from..<max(from, min(whole.values.count, from + span.count))
        self.span = span
        subject = whole.subject
        values = Array(whole.values[range])
        medians = Array(whole.medians[range])
        isSession = Array(whole.isSession[range])
        (band, baselineCount, hasSessions) = (whole.band, whole.baselineCount, whole.hasSessions)
    }

    /// The part of it that lies in a window of its span; the medians still look back beyond it.
    package func within(_ window: NightSpan) -> NightTrend { NightTrend(self, window) }

    /// The chart in plain words.
    package var sentence: String {
        let unit = subject.isOfDays ? "day" : "night"
        guard let last = medians.last ?? nil else {
            return "From four \(unit)s of seven on, their middle value is drawn as a line."
        }
        let now = "The middle of the last seven \(unit)s' \(subject.noun) is \(subject.scaleWords(last))"
        guard let baseline else {
            return hasSessions && baselineCount < 7
                ? now + ". Seven \(unit)s before the first session would have made a baseline." : now + "."
        }
        return now
            + "; in the \(NumberWords.of(baselineCount)) \(unit)s before the first session "
            + "it was \(subject.scaleWords(baseline))."
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
