// What goes with a better night: nights with something and nights without it, side by side and no more.

/// A measure on the nights with something, and on those without it.
///
/// Two middle values and two counts, no difference and no interval: people choose the evenings themselves, so
/// this does not show what caused what. Session nights and the ones after them are left out. The rule is
/// Lull's own.
package struct WithAndWithout: Equatable, Sendable {
    package struct Side: Equatable, Sendable {
        /// By date, for the dots.
        package let values: [Value]
        /// Nil while either side has fewer than eight nights.
        package let median: Double?

        package var count: Int { values.count }
    }

    package struct Value: Equatable, Sendable {
        package let date: CivilDate
        package let value: Double
    }

    package let measure: Measure
    package let with: Side
    package let without: Side

    /// Nights that each side needs.
    package static let fewest = 8

    /// - Parameters:
    ///   - nights: rows of any source; those of the source that knows most are taken.
    ///   - had: whether the night had it; nil where that is unknown, and the night is left out.
    package init(_ measure: Measure, nights: [LoggedNight], had: (LoggedNight) -> Bool?) {
        let rows = nights.filter { row in row.nightsSinceSession.map { $0 > 1 } ?? true }
        var (with, without) = ([Value](), [Value]())
        for (date, row, value) in SingleSource(rows, measure).rows {
            switch had(row) {
            case true?: with.append(Value(date: date, value: value))
            case false?: without.append(Value(date: date, value: value))
            case nil: break
            }
        }
        let isEnough = min(with.count, without.count) >= Self.fewest
        let side = { (values: [Value]) in
            Side(values: values, median: isEnough ? Spread(values.map(\.value))?.median : nil)
        }
        self.measure = measure
        self.with = side(with)
        self.without = side(without)
    }
}

extension PersonHistory {
    /// Whether a practice was done in the four hours before trying to sleep, or in the night. Nil before the
    /// first practice of all, and where the night's times are unknown. The four hours are Lull's own.
    package func practised(before row: LoggedNight) -> Bool? {
        guard let first = practices.first, let attempt = row.measures.trySleep ?? row.measures.intoBed,
            first.value.start.instant <= attempt
        else { return nil }
        return practices(before: row).map { !$0.isEmpty }
    }

    /// Whether the last of those practices whose tension was given before and after ended with less of it;
    /// nil where there is none.
    func wasCalmed(before row: LoggedNight) -> Bool? {
        let pairs = practices(before: row)?.compactMap { practice -> Bool? in
            guard let before = practice.tensionBefore, let after = practice.tensionAfter else { return nil }
            return after < before
        }
        return pairs?.last
    }

    /// The practices of the four hours before trying to sleep and of the night; nil where its times are
    /// unknown.
    private func practices(before row: LoggedNight) -> [Practice]? {
        guard let attempt = row.measures.trySleep ?? row.measures.intoBed,
            let end = row.measures.outOfBed ?? row.measures.finalAwake
        else { return nil }
        let span = attempt.adding(Minutes(-240))...max(attempt.adding(Minutes(-240)), end)
        return practices.map(\.value).filter { span.contains($0.start.instant) }
    }
}

/// A change of what is done, as a mark in the weekly series: weeks before it and weeks after it with their
/// counts, and no figure of before against after.
///
/// Changes are mostly made after bad weeks, and after a bad week the next is usually better whatever is done.
package struct AdjustmentMark: Equatable, Sendable {
    package struct Week: Equatable, Sendable {
        /// The first and the last night of the week.
        package let from: CivilDate
        package let to: CivilDate
        package let count: Int
        /// Nil under four nights.
        package let mean: Double?
    }

    package let effective: CivilDate
    package let measure: Measure
    /// In the order of time, whole weeks back from the change.
    package let before: [Week]
    /// Whole weeks on from it.
    package let after: [Week]

    /// Weeks that each side needs.
    package static let fewestWeeks = 2

    /// Nil where the nights do not reach two weeks to either side.
    /// - Parameters:
    ///   - effective: the day of the change; the night to its morning is before it.
    ///   - nights: one a date, in any order.
    ///   - weeks: the most weeks on each side.
    package init?(effective: CivilDate, _ measure: Measure, nights: [LoggedNight], weeks: Int = 4) {
        let dates = nights.map(\.date)
        guard let first = dates.min(), let last = dates.max() else { return nil }
        let whole = { (days: Int) in min(weeks, days / 7) }
        let weeksBefore = whole(first.days(until: effective) + 1)
        let weeksAfter = whole(effective.days(until: last))
        guard weeksBefore >= Self.fewestWeeks, weeksAfter >= Self.fewestWeeks else { return nil }
        let week = { (number: Int) -> Week in
            let from = effective.adding(days: number * 7 + 1)
            let to = from.adding(days: 6)
            let values = nights.filter { (from...to).contains($0.date) }.compactMap(measure.value(of:))
            let isEnough = values.count >= NightsSummary.fewest
            return Week(from: from, to: to, count: values.count, mean: isEnough ? Spread(values)?.mean : nil)
        }
        self.effective = effective
        self.measure = measure
        before = (-weeksBefore..<0).map(week)
        after = (0..<weeksAfter).map(week)
    }
}
