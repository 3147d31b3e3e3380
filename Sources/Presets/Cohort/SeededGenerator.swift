// Random numbers that come out the same for the same seed, on every machine and in every version.

/// SplitMix64. Source: Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195.
///
/// Nothing here leans on the standard library's ways of drawing, which may change.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter stream: numbers of one stream do not move when another is drawn from more often.
    init(seed: UInt64, stream: String) {
        // FNV-1a over the stream's name.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        state = seed &* 0x9e37_79b9_7f4a_7c15 ^ hash
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    /// 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func between(_ low: Double, _ high: Double) -> Double { low + unit() * (high - low) }

    /// Mean 0, standard deviation 1, within ±6: the sum of twelve even draws.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }

    mutating func chance(_ share: Double) -> Bool { unit() < share }

    /// Nil for an empty list.
    mutating func pick<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[Int(unit() * Double(list.count))]
    }
}

/// Noise in which each value follows the last: an autoregressive process of order one, of standard deviation
/// 1.
struct LingeringNoise {
    /// How much of one value is in the next, 0..<1.
    var memory: Double
    private(set) var value = 0.0

    init(memory: Double, random: inout SeededGenerator) {
        self.memory = memory
        value = random.normal()
    }

    mutating func advance(_ random: inout SeededGenerator) {
        value = memory * value + (1 - memory * memory).squareRoot() * random.normal()
    }
}
