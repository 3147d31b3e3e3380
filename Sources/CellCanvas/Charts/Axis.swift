// A scale from values to places, with ticks at round numbers.

package struct Axis: Equatable, Sendable {
    package let low: Double
    package let high: Double
    /// Round values from low to high, rising, at steps of 1, 2 or 5 times a power of ten.
    package let ticks: [Double]

    /// No axis reaches beyond; a record can hold any number.
    static let furthest = 1e12

    /// An axis that holds all values, from tick to tick.
    /// - Parameters:
    ///   - count: about how many ticks; at least 2.
    ///   - limits: what the axis never goes beyond, 0...100 for a share.
    package init(
        _ values: [Double], ticks count: Int, limits: ClosedRange<Double>? = nil, step given: Double? = nil
    ) {
        let known = values.filter(\.isFinite).map { min(Self.furthest, max(-Self.furthest, $0)) }
        var least = known.min() ?? 0
        var most = known.max() ?? 1
        if most - least < 1e-9 {
            least -= 1
            most += 1
        }
        let given = given.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
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

    init(low: Double, high: Double, ticks: [Double]) {
        (self.low, self.high, self.ticks) = (low, high, ticks)
    }

    /// An axis that counts places: 0 is the first, and each of them is a tick.
    package init(places: Int) {
        low = 0
        high = Double(max(0, places - 1))
        ticks = (0..<max(1, places)).map(Double.init)
    }

    /// An axis from end to end of a scale, with a tick at each.
    package init(from range: ClosedRange<Double>) {
        let finite = range.lowerBound.isFinite && range.upperBound.isFinite
        (low, high) = finite ? (range.lowerBound, range.upperBound) : (0, 1)
        ticks = [low, high]
    }

    /// The next of 1, 2, 5, 10 ... at or above a length.
    static func roundStep(_ length: Double) -> Double {
        guard length > 1e-300, length.isFinite else { return 1 }
        var power = 1.0
        while power * 10 <= length { power *= 10 }
        while power > length { power /= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= length - 1e-12 } ?? 10 * power
    }

    /// How far a value is from low to high, 0...1 within the axis; in the middle of one without a length.
    package func share(_ value: Double) -> Double { high > low ? (value - low) / (high - low) : 0.5 }

    /// The row of a value, where `rows` of them stand one above the other and high is row 0.
    package func row(_ value: Double, rows: Int) -> Int {
        Int(place: (1 - share(value)) * Double(max(0, rows - 1)))
    }
}
