// A second look at a dose before it is kept: against the plan, and against what its route usually takes.

/// What a file of seeds/routes holds.
package struct DoseRoute: Equatable, Sendable {
    package struct Range: Equatable, Sendable {
        package var unit: Dose.Unit
        package var amounts: ClosedRange<Double>
        package var source: String
        /// True where no source at hand confirms it.
        package var isUnconfirmed: Bool

        package init(
            unit: Dose.Unit, amounts: ClosedRange<Double>, source: String, isUnconfirmed: Bool = false
        ) {
            self.unit = unit
            self.amounts = amounts
            self.source = source
            self.isUnconfirmed = isUnconfirmed
        }
    }

    package var route: Route
    package var title: String
    package var ranges: [Range]
    /// Nil where no source at hand lays readings down.
    package var watch: Watch?

    package init(route: Route, title: String, ranges: [Range], watch: Watch? = nil) {
        self.route = route
        self.title = title
        self.ranges = ranges
        self.watch = watch
    }
}

/// A weight and the day on which it was taken.
package struct BodyWeight: Equatable, Sendable {
    package var kilograms: Double
    package var date: CivilDate

    package init(kilograms: Double, date: CivilDate) {
        self.kilograms = kilograms
        self.date = date
    }
}

/// What makes a dose worth typing again. It says what differs, never what to give.
package enum DoseQuestion: Equatable, Sendable {
    /// So many percent more than the plan says, less where negative.
    case offPlan(planned: Dose, percent: Double)
    case outsideRange(DoseRoute.Range, route: Route)
}

package struct DoseCheck: Equatable, Sendable {
    /// Reasons to have the number typed again; empty where there are none.
    package let questions: [DoseQuestion]
    /// The planned dose that it could not be compared with, there being no weight of the last 30 days.
    package let notCompared: Dose?
    /// False where there was neither a plan nor a range that it could be compared with.
    package let isCompared: Bool

    /// Percent off the plan up to which nothing is asked. Lull's own, as are the days.
    package static let tolerance = 20.0
    package static let weightDays = 30

    /// - Parameters:
    ///   - planned: nil where the plan names no dose.
    ///   - route: nil where it is not known, or nothing is known of it.
    ///   - weight: the newest; one that is more than 30 days old, or of a later day, is not used.
    package init(
        _ dose: Dose, planned: Dose?, route: DoseRoute?, weight: BodyWeight? = nil, on date: CivilDate
    ) {
        let weight = weight.flatMap { weight -> BodyWeight? in
            let age = weight.date.days(until: date)
            return weight.kilograms > 0 && (0...Self.weightDays).contains(age) ? weight : nil
        }
        var questions: [DoseQuestion] = []
        var notCompared: Dose?
        var isCompared = false
        if let planned, planned.amount > 0 {
            if let same = dose.converted(to: planned.unit, by: weight) {
                isCompared = true
                let percent = 100 * (same - planned.amount) / planned.amount
                // A fifth is a fifth whatever binary fractions make of it.
                if abs(percent) > Self.tolerance + 1e-6 {
                    questions.append(.offPlan(planned: planned, percent: percent))
                }
            } else {
                notCompared = planned
            }
        }
        let ranges = route.map { Self.ranges(for: dose, $0, weight) } ?? []
        if let route, let outside = ranges.first(where: { !$0.holds }) {
            questions.append(.outsideRange(outside.range, route: route.route))
        }
        self.questions = questions
        self.notCompared = notCompared
        self.isCompared = isCompared || !ranges.isEmpty
    }

    /// The ranges that the dose can be compared with, and whether it lies in them.
    private static func ranges(
        for dose: Dose, _ route: DoseRoute, _ weight: BodyWeight?
    ) -> [(range: DoseRoute.Range, holds: Bool)] {
        // The unit that was given counts; a converted one only where there is no other.
        let sameUnit = route.ranges.filter { $0.unit == dose.unit }
        return (sameUnit.isEmpty ? route.ranges : sameUnit).compactMap { range in
            guard let amount = dose.converted(to: range.unit, by: weight) else { return nil }
            let low = range.amounts.lowerBound * (1 - 1e-9)
            let high = range.amounts.upperBound * (1 + 1e-9)
            return (range, low...high ~= amount)
        }
    }
}

extension Dose {
    /// The amount in another unit; nil where that would take a weight that is not known.
    fileprivate func converted(to unit: Unit, by weight: BodyWeight?) -> Double? {
        if unit == self.unit { return amount }
        guard let weight else { return nil }
        return unit == .milligrams ? amount * weight.kilograms : amount / weight.kilograms
    }
}

extension DoseQuestion {
    /// A clause that says what differs: `the plan says 56 mg, which is 50 % less`.
    package var words: String {
        switch self {
        case .offPlan(let planned, let percent):
            let size = NumberWords.decimal(abs(percent), digits: abs(percent) < 1000 ? 1 : 0)
            return "that is \(size) % \(percent < 0 ? "less" : "more") than the \(planned.words) of the plan"
        case .outsideRange(let range, let route):
            let low = NumberWords.decimal(range.amounts.lowerBound, digits: 2)
            let high = Dose(range.amounts.upperBound, range.unit).words
            return "what is known of \(route.label) doses runs from \(low) to \(high)"
        }
    }
}

extension PersonHistory {
    /// The weight that was last written down with a session up to a date; nil where none was.
    package func newestWeight(upTo date: CivilDate) -> BodyWeight? {
        let weighed = sessions.filter { $0.date <= date && $0.record?.value.weight != nil }
        return weighed.last.flatMap { session in
            session.record?.value.weight.map { BodyWeight(kilograms: $0, date: session.date) }
        }
    }
}
