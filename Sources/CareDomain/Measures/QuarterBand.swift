// Where the middle half of some values lies.

/// The quarter points of some values: between them lies the middle half.
package struct QuarterBand: Equatable, Sendable {
    package let low: Double
    package let high: Double
    package let median: Double
    package let count: Int

    /// Nil under so many values.
    package init?(_ values: [Double], fewest: Int = 7) {
        guard values.count >= max(1, fewest), let spread = Spread(values) else { return nil }
        let sorted = values.sorted()
        func quarter(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = min(sorted.count - 1, Int(place))
            let above = min(sorted.count - 1, below + 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        (low, high, median, count) = (quarter(0.25), quarter(0.75), spread.median, values.count)
    }
}
