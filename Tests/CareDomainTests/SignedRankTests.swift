// The exact signed-rank interval against published tables, against counting every sign, and with ties.

import CareDomain
import TestKit
import Testing

@Suite struct SignedRankTests {
    /// Where the interval ends among the Walsh averages of 1, 2, 4 ... which are all different.
    private func rank(_ count: Int, level: Int) -> Int {
        let values = (0..<count).map { Double(1 << $0) }
        guard let interval = SignedRank(values)?.interval(level: level) else { return 0 }
        var walsh: [Double] = []
        for i in 0..<count { for j in i..<count { walsh.append((values[i] + values[j]) / 2) } }
        return 1 + (walsh.sorted().firstIndex(of: interval.low) ?? -1)
    }

    /// Critical values of two-sided tables, plus one: McCornack 1965.
    @Test func ranksAreThoseOfTheTables() {
        let at95 = [6: 1, 7: 3, 8: 4, 9: 6, 10: 9, 11: 11, 12: 14, 15: 26, 20: 53]
        let at99 = [8: 1, 9: 2, 10: 4, 11: 6, 12: 8, 15: 16, 20: 38]
        for (count, expected) in at95 { #expect(rank(count, level: 95) == expected, "\(count)") }
        for (count, expected) in at99 { #expect(rank(count, level: 99) == expected, "\(count)") }
    }

    @Test func tooFewPairsHaveNoInterval() {
        #expect(rank(5, level: 95) == 0)
        #expect(rank(7, level: 99) == 0)
        #expect(SignedRank([]) == nil)
        #expect(SignedRank([1, .nan]) == nil)
        #expect(SignedRank([3])?.estimate == 3)
    }

    /// All signs of up to twelve ranks, one by one.
    @Test(arguments: 6...12)
    func theTailIsCountedOut(_ count: Int) {
        var sums = [Int](repeating: 0, count: count * (count + 1) / 2 + 1)
        for signs in 0..<(1 << count) {
            let sum = (0..<count).reduce(0) { $0 + (signs >> $1 & 1 == 1 ? $1 + 1 : 0) }
            sums[sum] += 1
        }
        for level in [90, 95, 99] {
            var (below, expected) = (0, 0)
            while Double(below + sums[expected]) / Double(1 << count) <= Double(100 - level) / 200 {
                below += sums[expected]
                expected += 1
            }
            #expect(rank(count, level: level) == expected, "\(count) at \(level)")
        }
    }

    /// Differences of a published example: Hollander and Wolfe's depression scores, estimate 0.46.
    @Test func thePublishedExampleComesOut() throws {
        let before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
        let after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
        let rank = try #require(SignedRank(zip(before, after).map { $0 - $1 }))
        #expect(near(rank.estimate, 0.46, 1e-9))
        let interval = try #require(rank.interval(level: 95))
        #expect(near(interval.low, 0.010, 1e-9) && near(interval.high, 0.786, 1e-9))
    }

    @Test func turningTheSignTurnsTheInterval() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<50 {
            let values = (0..<random.int(6...15)).map { _ in Double(random.int(-20...20)) / 3 }
            let (a, b) = (try #require(SignedRank(values)), try #require(SignedRank(values.map { -$0 })))
            #expect(a.estimate == -b.estimate)
            #expect(a.interval(level: 95)?.low == b.interval(level: 95).map { -$0.high })
            #expect(SignedRank(values.shuffled(using: &random)) == a)
        }
    }

    /// Zeros stay in: a third of 0.1 and three times its opposite are no trace of a side.
    @Test func zerosAndTracesAreNoSide() throws {
        let traces = [0.1 + 0.2 - 0.3, 0, 0, 0, 0.3 - 0.1 - 0.2, 0, 0]
        let interval = try #require(SignedRank(traces)?.interval(level: 95))
        #expect(interval.low == 0 && interval.high == 0)
        // Five positive ones and a zero do not tell.
        #expect(SignedRank([5, 5, 5, 5, 5, 0])?.interval(level: 95)?.low == 0)
        #expect(SignedRank([5, 5, 5, 5, 5, 5])?.interval(level: 95)?.low == 5)
    }

    /// Answers in fives, whose differences are full of ties and zeros, are covered at least as often.
    @Test func tiesAreCovered() throws {
        var random = SeededGenerator(seed: 23)
        var (held, held99) = (0, 0)
        for _ in 0..<2000 {
            let values = (0..<10).map { _ in (random.normal() * 8 / 5).rounded() * 5 }
            let rank = try #require(SignedRank(values))
            let interval = try #require(rank.interval(level: 95))
            let wide = try #require(rank.interval(level: 99))
            if interval.low <= 0 && interval.high >= 0 { held += 1 }
            if wide.low <= 0 && wide.high >= 0 { held99 += 1 }
            #expect(wide.low <= interval.low && interval.high <= wide.high)
        }
        #expect(held >= 1900 && held99 >= 1980, "\(held), \(held99) of 2000")
    }
}
