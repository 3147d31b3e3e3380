// The middle of paired differences and its exact interval, without any law for how they lie.

/// Wilcoxon's signed ranks turned into an estimate: the Hodges-Lehmann median and its interval.
///
/// The estimate is the median of all Walsh averages, the means of every two differences, each with itself
/// too. The interval runs from the k-th smallest to the k-th greatest of them, k from the exact distribution
/// of the signed-rank sum. Differences of zero stay in as they are, and ties need no correction: with either
/// the closed interval covers at least as often as it says. Source: Hollander, Wolfe and Chicken 2014,
/// Nonparametric Statistical Methods, chapter 3; for ties, Noether 1967.
package struct SignedRank: Equatable, Sendable {
    package let count: Int
    /// The Hodges-Lehmann median of the differences.
    package let estimate: Double
    /// Rising.
    private let walsh: [Double]

    /// Nil for no differences, or one that is not finite.
    /// - Complexity: O(n² log n).
    package init?(_ differences: [Double]) {
        guard !differences.isEmpty, differences.allSatisfy(\.isFinite) else { return nil }
        // Rounded, so that two opposite differences cancel out to zero and not to a trace of a side.
        let values = differences.map { abs($0) < 1e6 ? ($0 * 1e9).rounded() / 1e9 : $0 }.sorted()
        var walsh: [Double] = []
        walsh.reserveCapacity(values.count * (values.count + 1) / 2)
        for (index, value) in values.enumerated() {
            for other in values[index...] { walsh.append((value + other) / 2) }
        }
        walsh.sort()
        count = values.count
        estimate = (walsh[(walsh.count - 1) / 2] + walsh[walsh.count / 2]) / 2
        self.walsh = walsh
    }

    /// The interval that holds the true middle at least so often; nil where so few differences have none: at
    /// 95 % under six, at 99 % under eight.
    /// - Parameter level: percent, 50..<100.
    package func interval(level: Int) -> (low: Double, high: Double)? {
        let rank = Self.rank(count: count, tail: Double(100 - level) / 200)
        guard rank > 0 else { return nil }
        return (walsh[rank - 1], walsh[walsh.count - rank])
    }

    /// The greatest k at which the signed-rank sum is under k no more often than the tail says; 0 for none.
    static func rank(count: Int, tail: Double) -> Int {
        let greatest = count * (count + 1) / 2
        var chance = probabilities(count: count, to: greatest / 2)[...]
        var below = 0.0
        var rank = 0
        while let next = chance.popFirst(), below + next <= tail {
            below += next
            rank += 1
        }
        return min(rank, (greatest + 1) / 2)
    }

    /// How likely each sum of ranks is where every sign is as likely as the other, from 0 to a sum. Built up
    /// rank by rank: each one is in the sum or not.
    static func probabilities(count: Int, to last: Int) -> [Double] {
        var chance = [Double](repeating: 0, count: last + 1)
        chance[0] = 1
        for rank in stride(from: 1, through: count, by: 1) {
            for sum in stride(from: last, through: 0, by: -1) {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2
            }
        }
        return chance
    }
}
