// Session nights against the later nights of the same gap: pairs, their middle and its interval, or why not.

/// One measure on one night after sessions, against the nights two to six nights after the same sessions and
/// before the next ones.
///
/// A session gives one pair: its night less the mean of the later nights of its gap; no night serves two
/// pairs. The rule and its numbers are Lull's own. Nothing here says what caused a difference.
package struct SessionNightComparison: Equatable, Sendable {
    /// How many nights of a kind there were, and how many of them know the measure.
    package struct Logged: Equatable, Sendable {
        package var known: Int
        package var due: Int

        package init(known: Int = 0, due: Int = 0) {
            self.known = known
            self.due = due
        }

        package var missing: Int { due - known }
        /// Nil where there were none.
        package var share: Percent? { due > 0 ? Percent(100 * Double(known) / Double(due)) : nil }
    }

    /// The middle of the pairs with its interval, in the measure's unit.
    package struct Estimate: Equatable, Sendable {
        package let difference: Double
        package let low: Double
        package let high: Double

        /// False where the interval holds zero: then these nights do not tell.
        package var tells: Bool { low > 0 || high < 0 }
    }

    /// Why nothing is said.
    package enum Reason: Equatable, Sendable {
        case noSession
        /// A daily dose leaves no other nights.
        case everyNight
        /// No gap is long enough for a night two nights after its session.
        case noOtherNights
        /// So many pairs more are needed.
        case morePairs(Int)
        /// Under three in five of a side are logged, or the two shares differ by more than 20 points.
        case missingNights
    }

    package let measure: Measure
    /// 0 for the night of the session, 1 for the one after it.
    package let nightsSinceSession: Int
    /// True for the one comparison that was named at the start; the others are looked at as well.
    package let isNamed: Bool
    package let pairs: Int
    /// Nil where nothing is said.
    package let estimate: Estimate?
    package let sessionNights: Logged
    package let otherNights: Logged
    /// True where the sessions keep to the weekdays of a usual week, so that weekday and session cannot be
    /// told apart.
    package let sameWeekdays: Bool
    /// The program, or the diary, that all the nights here come from; nil where none knows the measure.
    package let source: String?
    /// Nights of other sources, left out.
    package let leftOut: Int
    /// Empty where something is said.
    package let reasons: [Reason]

    /// The reference begins and ends so many nights after a session.
    package static let others = 2...6
    /// Percent of the interval.
    package var level: Int { Self.bar(isNamed: isNamed).level }

    /// An exact interval of 95 % does not exist for fewer pairs than six, one of 99 % for fewer than eight.
    private static func bar(isNamed: Bool) -> (level: Int, fewest: Int) { isNamed ? (95, 6) : (99, 8) }

    package init(
        _ measure: Measure, night: Int, isNamed: Bool, values: [CivilDate: Double],
        gaps: [SessionNightCalendar.Gap], source: String? = nil, leftOut: Int = 0,
        isDue: (CivilDate) -> Bool
    ) {
        self.init(
            measure, night: night, isNamed: isNamed, value: { values[$0] }, gaps: gaps, source: source,
            leftOut: leftOut, isDue: isDue)
    }

    /// - Parameters:
    ///   - value: the measure on a date, of one source.
    ///   - gaps: every gap between sessions done.
    ///   - isDue: false for dates that are not over, or not asked for.
    init(
        _ measure: Measure, night: Int, isNamed: Bool, value: (CivilDate) -> Double?,
        gaps: [SessionNightCalendar.Gap], source: String? = nil, leftOut: Int = 0,
        isDue: (CivilDate) -> Bool
    ) {
        self.measure = measure
        nightsSinceSession = night
        self.isNamed = isNamed
        self.source = source
        self.leftOut = leftOut
        var differences: [Double] = []
        var (session, other) = (Logged(), Logged())
        var sessionDates: [CivilDate] = []
        for gap in gaps {
            let date = gap.night(night).flatMap { isDue($0) ? $0 : nil }
            let references = Self.others.compactMap(gap.night).filter(isDue)
            let known = references.compactMap(value)
            other.due += references.count
            other.known += known.count
            guard let date else { continue }
            session.due += 1
            sessionDates.append(gap.session.date)
            guard let value = value(date) else { continue }
            session.known += 1
            if let mean = Spread(known)?.mean { differences.append(value - mean) }
        }
        pairs = differences.count
        (sessionNights, otherNights) = (session, other)
        sameWeekdays = other.due > 0 && Self.keepToWeekdays(sessionDates)
        let (level, fewest) = Self.bar(isNamed: isNamed)
        let reasons = Self.reasons(
            gaps, session, other, pairsNeeded: max(0, fewest - differences.count), night: night)
        let ranked = reasons.isEmpty ? SignedRank(differences) : nil
        estimate = ranked.flatMap { rank in
            rank.interval(level: level).map {
                Estimate(difference: rank.estimate, low: $0.low, high: $0.high)
            }
        }
        self.reasons = reasons
    }

    private static func reasons(
        _ gaps: [SessionNightCalendar.Gap], _ session: Logged, _ other: Logged, pairsNeeded: Int, night: Int
    ) -> [Reason] {
        if gaps.isEmpty { return [.noSession] }
        if isDaily(gaps) { return [.everyNight] }
        if other.due == 0 { return [.noOtherNights] }
        var reasons: [Reason] = []
        if pairsNeeded > 0 { reasons.append(.morePairs(pairsNeeded)) }
        if isUneven(session, other) { reasons.append(.missingNights) }
        return reasons
    }

    /// True where most sessions are followed by the next one within a day.
    private static func isDaily(_ gaps: [SessionNightCalendar.Gap]) -> Bool {
        let lengths = gaps.compactMap { gap in gap.next.map { gap.nightZero.days(until: $0) } }
        return lengths.count >= 2 && lengths.filter { $0 <= 1 }.count * 2 > lengths.count
    }

    /// True where dates fall on no more weekdays than there are of them in a usual week: their count over the
    /// weeks from the first to the last, rounded, at least one. The rule is Lull's own; a session that was
    /// left out, or nights that go on long after the last one, change nothing.
    private static func keepToWeekdays(_ dates: [CivilDate]) -> Bool {
        guard let first = dates.min(), let last = dates.max() else { return false }
        let weeks = Double(first.days(until: last) + 1) / 7
        let usual = max(1, Int((Double(dates.count) / weeks).rounded()))
        return Set(dates.map(\.weekday)).count <= usual
    }

    /// In whole numbers, so that exactly 60 % and exactly 20 points are enough.
    private static func isUneven(_ a: Logged, _ b: Logged) -> Bool {
        let areFew = [a, b].contains { $0.due > 0 && $0.known * 100 < $0.due * 60 }
        return areFew || abs(a.known * b.due - b.known * a.due) * 100 > 20 * a.due * b.due
    }
}
