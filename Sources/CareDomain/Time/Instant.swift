// A point in time, the same everywhere, and lengths of time.

/// Milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(seconds: Int64) { milliseconds = seconds * 1000 }

    /// Whole seconds, rounded down.
    package var seconds: Int64 { Int64(Int(milliseconds).floorDivided(by: 1000)) }

    package func adding(_ minutes: Minutes) -> Instant {
        Instant(milliseconds: milliseconds + Int64((minutes.value * 60_000).rounded()))
    }

    package func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

    /// Elapsed time from another instant to this one; negative where that is later.
    package func since(_ other: Instant) -> Minutes {
        Minutes(Double(milliseconds - other.milliseconds) / 60_000)
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}

/// A length of time in minutes.
package struct Minutes: Hashable, Comparable, Sendable {
    package let value: Double

    package init(_ value: Double) { self.value = value }
    package init(_ value: Int) { self.value = Double(value) }

    package var hours: Double { value / 60 }

    package static let zero = Minutes(0.0)
    package static func < (a: Minutes, b: Minutes) -> Bool { a.value < b.value }
    package static func + (a: Minutes, b: Minutes) -> Minutes { Minutes(a.value + b.value) }
    package static func - (a: Minutes, b: Minutes) -> Minutes { Minutes(a.value - b.value) }
    package static func / (a: Minutes, b: Double) -> Minutes { Minutes(a.value / b) }
    package static prefix func - (a: Minutes) -> Minutes { Minutes(-a.value) }

    /// This length as a share of another; nil where the other is not greater than zero.
    package func percent(of whole: Minutes) -> Percent? {
        whole.value > 0 ? Percent(100 * value / whole.value) : nil
    }
}

/// A share in hundredths.
package struct Percent: Hashable, Comparable, Sendable {
    package let value: Double

    package init(_ value: Double) { self.value = value }

    package static func < (a: Percent, b: Percent) -> Bool { a.value < b.value }
}
