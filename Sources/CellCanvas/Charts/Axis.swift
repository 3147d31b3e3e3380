// A scale from values to places, with ticks at round numbers.

package struct Axis: Equatable, Sendable {
    package let low: Double
    package let high: Double
    /// Round values from low to high, rising, at steps of 1, 2 or 5 times a power of ten.
    package let ticks: [Double]

    /// An axis that holds all values, from tick to tick.
    /// - Parameters:
    ///   - count: about how many ticks; at least 2.
    ///   - limits: what the axis never goes beyond, 0...100 for a share.
    package init(
        _ values: [Double], ticks count: Int, limits: ClosedRange<Double>? = nil, step given: Double? = nil
    ) {
        let known = values.filter(\.isFinite)
        var least = known.min() ?? 0
        var most = known.max() ?? 1
        if most - least < 1e-9 {
            least -= 1
            most += 1
        }
        let step = given ?? Self.roundStep((most - least) / Double(max(1, count - 1)))
        var low = (least / step).rounded(.down) * step
        var high = (most / step).rounded(.up) * step
        if let limits {
            low = max(low, limits.lowerBound)
            high = min(high, limits.upperBound)
        }
        if high - low < step { high = low + step }
        self.low = low
        self.high = high
        let steps = min(50, Int(((high - low) / step).rounded()))
        ticks = (0...max(1, steps)).map { low + Double($0) * step }
    }

    /// The next of 1, 2, 5, 10 ... at or above a length.
    static func roundStep(_ length: Double) -> Double {
        var power = 1.0
        while power * 10 <= length { power *= 10 }
        while power > length { power /= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= length - 1e-12 } ?? 10 * power
    }

    /// How far a value is from low to high, 0...1 within the axis.
    package func share(_ value: Double) -> Double { (value - low) / (high - low) }

    /// The row of a value, where `rows` of them stand one above the other and high is row 0.
    package func row(_ value: Double, rows: Int) -> Int {
        let place = (1 - share(value)) * Double(max(0, rows - 1))
        return place.isFinite ? Int(min(1e6, max(-1e6, place.rounded()))) : 0
    }
}
