// Random numbers that are the same for the same seed, so that a failing case can be run again.

/// SplitMix64. Source: Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// A number of a range.
    package mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in so many times.
    package mutating func once(in count: Int) -> Bool { int(1...max(1, count)) == 1 }

    /// One of a list that is not empty.
    package mutating func pick<Element>(_ list: [Element]) -> Element { list[int(0...(list.count - 1))] }

    /// A value, or nil once in three times.
    package mutating func maybe<Value>(_ value: (inout SeededGenerator) -> Value) -> Value? {
        once(in: 3) ? nil : value(&self)
    }
}
