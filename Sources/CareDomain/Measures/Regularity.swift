// How regular sleep is: the sleep regularity index, and where the middle of the night lies.

/// The sleep regularity index: how likely it is to be in the same state, asleep or awake, 24 elapsed hours
/// apart, laid out from -100 (always the other state) over 0 (chance) to 100 (always the same).
///
/// Source: Phillips et al. 2017, PMC5468315. Computed here over exact intervals instead of epochs; 24 hours
/// are elapsed ones, so a clock change counts. A diary knows no wake within the night, so its index reads
/// high.
package struct RegularityIndex: Equatable, Sendable {
    /// -100...100.
    package let value: Double
    /// Days of pairs that were compared.
    package let days: Double

    private static let day: Int64 = 86_400
    /// Fewer days of pairs than these say nothing.
    private static let minimumDays = 5.0

    /// Nil where fewer than five days of pairs are known.
    /// - Parameters:
    ///   - nights: main nights; one without onset or last waking leaves its noon to noon unknown.
    ///   - naps: those with start and end.
    package init?(nights: [LoggedNight], naps: [Nap] = []) {
        let known = nights.filter { $0.measures.sleepOnset != nil && $0.measures.finalAwake != nil }
        guard let first = known.first, let last = known.last else { return nil }
        var covered: [Range<Int64>] = []
        var asleep: [Range<Int64>] = []
        for night in known {
            let zone = night.night.zone
            let to = zone.instant(CivilTime(night.date, secondOfDay: 43_200)).seconds
            let from = zone.instant(CivilTime(night.date.adding(days: -1), secondOfDay: 43_200)).seconds
            covered.append(from..<max(from, to))
            if let onset = night.measures.sleepOnset, let waking = night.measures.finalAwake, onset < waking {
                asleep.append(onset.seconds..<waking.seconds)
            }
        }
        for nap in naps {
            guard let end = nap.end, nap.start.instant < end.instant else { continue }
            asleep.append(nap.start.instant.seconds..<end.instant.seconds)
        }
        let span =
            first.night.zone.instant(CivilTime(first.date.adding(days: -1), secondOfDay: 43_200))
            .seconds..<last.night.zone.instant(CivilTime(last.date, secondOfDay: 43_200)).seconds
        guard let result = Self.compare(span: span, covered: covered, asleep: asleep) else { return nil }
        self = result
    }

    private init(value: Double, days: Double) {
        self.value = value
        self.days = days
    }

    /// Cuts the span wherever a state changes, now or a day later, and adds up the pieces that agree.
    private static func compare(
        span: Range<Int64>, covered: [Range<Int64>], asleep: [Range<Int64>]
    ) -> RegularityIndex? {
        var edges: Set<Int64> = [span.lowerBound, span.upperBound - day]
        for range in covered + asleep {
            for edge in [range.lowerBound, range.upperBound] { edges.formUnion([edge, edge - day]) }
        }
        let cuts = edges.filter { $0 >= span.lowerBound && $0 <= span.upperBound - day }.sorted()
        var same: Int64 = 0
        var compared: Int64 = 0
        let isCovered = Lookup(covered)
        let isAsleep = Lookup(asleep)
        for (from, to) in zip(cuts, cuts.dropFirst()) {
            guard isCovered.contains(from), isCovered.contains(from + day) else { continue }
            compared += to - from
            if isAsleep.contains(from) == isAsleep.contains(from + day) { same += to - from }
        }
        let days = Double(compared) / Double(day)
        guard days >= minimumDays else { return nil }
        return RegularityIndex(value: -100 + 200 * Double(same) / Double(compared), days: days)
    }

    /// Ranges that can be asked whether one of them holds a second.
    private struct Lookup {
        private var starts: [Int64] = []
        private var ends: [Int64] = []

        init(_ ranges: [Range<Int64>]) {
            for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let last = ends.last, range.lowerBound <= last {
                    ends[ends.count - 1] = max(last, range.upperBound)
                } else {
                    starts.append(range.lowerBound)
                    ends.append(range.upperBound)
                }
            }
        }

        func contains(_ second: Int64) -> Bool {
            var low = 0
            var high = starts.count
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] <= second { low = middle + 1 } else { high = middle }
            }
            return low > 0 && second < ends[low - 1]
        }
    }
}

/// Where the middles of some nights lie on the clock.
package struct MidpointSpread: Equatable, Sendable {
    /// Seconds after midnight of the circular mean, 0..<86400.
    package let meanSecondOfDay: Double
    /// Standard deviation, n - 1, of the middles laid out around that mean; nil for a single night.
    package let spread: Minutes?
    package let count: Int

    /// Nil where no night knows its middle, or they lie all around the clock without a mean.
    package init?(_ nights: [LoggedNight]) {
        let seconds = nights.compactMap { row in
            row.measures.midpoint.map { Double(row.night.zone.civil($0).secondOfDay) }
        }
        guard let mean = CircularMean.of(seconds, period: 86_400) else { return nil }
        meanSecondOfDay = mean
        count = seconds.count
        let distances = seconds.map { CircularMean.distance(from: mean, to: $0, period: 86_400) / 60 }
        spread = Spread(distances)?.standardDeviation.map { Minutes($0) }
    }
}
