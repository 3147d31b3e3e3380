// Where the middle half of some values lies.

/// The quarter points of some values: between them lies the middle half.
package struct QuarterBand: Equatable, Sendable {
    package let low: Double
    package let high: Double
    package let median: Double
    package let count: Int

    /// Nil under so many values.
    package init?(_ values: [Double], fewest: Int = 7) {
        guard values.count >= max(1, fewest) else { return nil }
        let sorted = values.sorted()
        func quarter(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = min(sorted.count - 1, Int(place))
            let above = min(sorted.count - 1, below + 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        self.init(low: quarter(0.25), high: quarter(0.75), median: median, count: sorted.count)
    }

    private init(low: Double, high: Double, median: Double, count: Int) {
        (self.low, self.high, self.median, self.count) = (low, high, median, count)
    }

    /// To hundredths.
    package var rounded: QuarterBand {
        func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
        return QuarterBand(low: rounded(low), high: rounded(high), median: rounded(median), count: count)
    }
}
