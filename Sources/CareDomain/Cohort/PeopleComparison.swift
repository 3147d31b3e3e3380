// The session nights of many people, compared: of each the figure of their own pairs, then the middle.

/// The person is the unit: each one's own middle counts once, however many sessions stand behind it.
package struct PeopleComparison: Equatable, Sendable {
    /// People with a figure.
    package let people: Int
    /// People for whom nothing is said, left out.
    package let leftOut: Int
    /// The Hodges-Lehmann median of the people's differences with its 95 % interval, exact for up to 200
    /// people; nil under six.
    package let estimate: SessionNightComparison.Estimate?

    /// From so many people on the rank of the interval comes from the normal law.
    static let mostExact = 200

    /// - Parameter comparisons: one a person, of one measure and night.
    package init(_ comparisons: [SessionNightComparison]) {
        let differences = comparisons.compactMap { $0.estimate?.difference }
        self.init(differences, leftOut: comparisons.count - differences.count)
    }

    /// - Parameter differences: one a person, of those for whom something is said.
    package init(_ differences: [Double], leftOut: Int) {
        people = differences.count
        self.leftOut = leftOut
        guard differences.count > Self.mostExact else {
            let ranked = SignedRank(differences)
            estimate = ranked.flatMap { rank in
                rank.interval(level: 95).map {
                    SessionNightComparison.Estimate(difference: rank.estimate, low: $0.low, high: $0.high)
                }
            }
            return
        }
        let averages = WalshAverages(differences)
        let count = Double(differences.count)
        let middle = count * (count + 1) / 4
        let spread = (count * (count + 1) * (2 * count + 1) / 24).squareRoot()
        let rank = Int((middle - 1.959964 * spread).rounded(.down))
        estimate = SessionNightComparison.Estimate(
            difference: (averages.value((averages.count + 1) / 2) + averages.value(averages.count / 2 + 1))
                / 2,
            low: averages.value(rank), high: averages.value(averages.count + 1 - rank))
    }

    /// Whole sentences: what the middle comes to, or why nothing is said. Nil where there is nobody.
    /// - Parameter measure: that the differences are of.
    package func sentence(_ measure: Measure) -> String? {
        guard people > 0 else { return nil }
        let known = "Pairs of nights, \(people == 1 ? "1 person" : "\(people) people"): "
        guard let estimate else { return known + "something is said from six people on." }
        let (low, high) = (measure.differenceWords(estimate.low), measure.differenceWords(estimate.high))
        return known + "\(measure.differenceWords(estimate.difference)), "
            + "95 % interval \(low) to \(high)"
            + (estimate.tells ? "." : ": these nights do not tell.")
    }
}

/// The means of every two values, each with itself too, in order, without a list of them all.
struct WalshAverages {
    private let values: [Double]
    /// How many there are.
    let count: Int

    init(_ values: [Double]) {
        self.values = values.sorted()
        count = values.count * (values.count + 1) / 2
    }

    /// The average of a rank, 1 for the smallest, to a hundred-thousandth.
    /// - Complexity: O(n) for each of some sixty steps.
    func value(_ rank: Int) -> Double {
        guard var low = values.first, var high = values.last else { return 0 }
        while high - low > 1e-6 {
            let middle = (low + high) / 2
            if atMost(middle) >= rank { high = middle } else { low = middle }
        }
        return (high * 1e5).rounded() / 1e5
    }

    /// How many of them are no greater than a value.
    private func atMost(_ limit: Double) -> Int {
        var (found, high) = (0, values.count - 1)
        for (low, value) in values.enumerated() {
            while high >= low, (value + values[high]) / 2 > limit { high -= 1 }
            if high < low { break }
            found += high - low + 1
        }
        return found
    }
}
