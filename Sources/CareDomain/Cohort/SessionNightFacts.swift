// One person's nights after sessions against their other nights, for the cohort's page.

package struct SessionNightFacts: Equatable, Sendable {
    /// At least one session was done.
    package let hasSessions: Bool
    /// The measure that was named at the start.
    package let named: Measure
    /// What the pairs of the named measure come to on night 0, in its unit; nil where nothing is said.
    package let comparison: Double?
    /// For each of `measures` one of each of `nights`; `unknown` where there are too few.
    private let differences: [Float]

    /// Each is one look; what they add up to is not looked at again.
    package static let measures: [Measure] = [
        .sleepOnsetLatencyMinutes, .wakeAfterSleepOnsetMinutes, .totalSleepMinutes, .efficiencyPercent,
        .awakenings, .quality, .refreshed, .nightmares,
    ]
    /// Nights since the session that are looked at.
    package static let nights = 0...2
    /// So many nights on both sides a person needs. Lull's own.
    package static let fewest = 3
    private static let unknown = Float.infinity

    /// The median of the nights so many nights after sessions less the median of the person's other nights
    /// since the first session, in the unit of the measure; nil with fewer than three on a side.
    package func difference(_ measure: Measure, night: Int) -> Double? {
        guard let place = Self.measures.firstIndex(of: measure), Self.nights.contains(night),
            !differences.isEmpty
        else { return nil }
        let value = differences[place * Self.nights.count + night]
        return value == Self.unknown ? nil : Double(value)
    }

    init(_ subject: CohortSubject) {
        let history = subject.history
        named = history.details.namedMeasure.measure
        hasSessions = history.sessions.contains { $0.status == .done }
        // Of each date the rows of every source, those before the first session left out.
        let rows = hasSessions ? history.nights.filter { $0.nightsSinceSession != nil } : []
        guard let first = rows.first else {
            (comparison, differences) = (nil, [])
            return
        }
        let source = first.source
        let hasOneSource = rows.allSatisfy { $0.isMain && $0.source == source }
        func values(_ measure: Measure) -> [(night: Int, date: CivilDate, value: Double)] {
            if hasOneSource {
                return rows.compactMap { row in
                    measure.value(of: row).map { (row.nightsSinceSession ?? 0, row.date, $0) }
                }
            }
            return SingleSource(rows, measure).rows.map {
                ($0.row.nightsSinceSession ?? 0, $0.date, $0.value)
            }
        }
        var differences: [Float] = []
        differences.reserveCapacity(Self.measures.count * Self.nights.count)
        for measure in Self.measures {
            let known = values(measure)
            for night in Self.nights {
                let own = known.filter { $0.night == night }.map(\.value)
                let others = known.filter { $0.night != night }.map(\.value)
                differences.append(Self.difference(own, others).map { Float($0) } ?? Self.unknown)
            }
        }
        self.differences = differences
        let logged = Set(rows.map(\.date))
        comparison =
            SessionNightComparison(
                named, night: 0, isNamed: true,
                values: Dictionary(values(named).map { ($0.date, $0.value) }) { first, _ in first },
                gaps: history.sessionNights.gaps, source: source,
                isDue: { $0 < subject.today || logged.contains($0) }
            ).estimate?.difference
    }

    private static func difference(_ own: [Double], _ others: [Double]) -> Double? {
        guard own.count >= fewest, others.count >= fewest, let a = median(own), let b = median(others) else {
            return nil
        }
        return a - b
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
