// The nights after sessions over everyone: the person is the unit.

/// One measure on the nights after sessions, a difference a person. It describes; nothing here says what
/// brought a difference about.
package struct CohortSessionNights: Equatable, Sendable {
    package struct Night: Equatable, Sendable {
        /// 0 for the night of the session.
        package let nightsSinceSession: Int
        /// One a person, rising, in the unit of the measure, to hundredths: the median of these nights less
        /// that of the other nights.
        package let differences: [Double]
        /// Nil under five people.
        package let quarters: QuarterBand?
        /// People by what `sameWithin` lets pass.
        package let higher: Int
        package let same: Int
        package let lower: Int

        package var people: Int { differences.count }
    }

    package let measure: Measure
    /// People who have had a session.
    package let withSessions: Int
    /// Night 0, 1 and 2 after a session.
    package let nights: [Night]
    /// Of the people who named this measure at the start, what their pairs of night 0 come to.
    package let comparison: PeopleComparison
    /// Narrower differences are counted as about the same. Lull's own.
    package let sameWithin: Double

    /// Under so many people there are counts alone.
    package static let fewest = 5

    /// - Parameter protocolName: looks at the people whose course is of this protocol; nil at all.
    package init(_ measure: Measure, _ members: [CohortMember], protocolName: String? = nil) {
        let people = members.filter {
            $0.sessionNights.hasSessions && (protocolName == nil || $0.outcome.isStarted(protocolName))
        }
        self.measure = measure
        withSessions = people.count
        let same = Self.sameWithin(measure)
        sameWithin = same
        nights = SessionNightFacts.nights.map { night in
            let differences = people.compactMap { $0.sessionNights.difference(measure, night: night) }
                .map { ($0 * 100).rounded() / 100 }.sorted()
            return Night(
                nightsSinceSession: night, differences: differences,
                quarters: QuarterBand(differences, fewest: Self.fewest)?.rounded,
                higher: differences.filter { $0 >= same }.count,
                same: differences.filter { abs($0) < same }.count,
                lower: differences.filter { $0 <= -same }.count)
        }
        let named = people.filter { $0.sessionNights.named == measure }
        let known = named.compactMap(\.sessionNights.comparison)
        comparison = PeopleComparison(known, leftOut: named.count - known.count)
    }

    /// `same: under 5 m apart`.
    package var sameWords: String {
        "same: under \(measure.differenceWords(sameWithin).filter { $0 != "+" }) apart"
    }

    private static func sameWithin(_ measure: Measure) -> Double {
        switch measure {
        case .totalSleepMinutes: 15
        case .efficiencyPercent: 2
        case .quality, .refreshed, .awakenings, .nightmares: 0.5
        default: 5
        }
    }
}

extension CohortSessionNights.Night {
    package var title: String {
        switch nightsSinceSession {
        case 0: "Night of the session"
        case 1: "1 night after"
        default: "\(nightsSinceSession) nights after"
        }
    }
}
