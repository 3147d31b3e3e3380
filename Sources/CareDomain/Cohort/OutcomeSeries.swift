// One questionnaire or one measure of sleep over everyone who has begun a course, by week.

/// What can be followed by week.
package enum OutcomeTopic: Hashable, Sendable {
    /// By the name of the questionnaire.
    case instrument(String)
    case measure(Measure)
}

/// The middle and the quarter points of people, each counted once, with everyone who started beside them.
package struct OutcomeSeries: Equatable, Sendable {
    /// How many reach something that is only known of those who answered.
    package struct Share: Equatable, Sendable {
        package let reached: Int
        /// Of whom it is known.
        package let known: Int

        package init(reached: Int, known: Int) { (self.reached, self.known) = (reached, known) }

        /// With everyone who started as the whole, those who stopped or did not answer counted as not
        /// reached.
        package func percent(of started: Int) -> Percent? {
            started > 0 ? Percent(100 * Double(reached) / Double(started)) : nil
        }
    }

    package struct Week: Equatable, Sendable {
        /// 0 for what was before the first session.
        package let week: Int
        /// People with a value.
        package let count: Int
        /// People whose week has come, whether or not they went on.
        package let due: Int
        /// In the unit of the measure, to hundredths; nil under five people.
        package let quarters: QuarterBand?
        /// Nil for measures, for week 0, and where the questionnaire defines none.
        package let response: Share?
        package let remission: Share?
    }

    package let topic: OutcomeTopic
    /// Everyone whose course has begun, those who have ended it too.
    package let started: Int
    /// From week 0 to the last one in which anyone has a value.
    package let weeks: [Week]
    /// Weeks of the longest of the courses.
    package let courseWeeks: Int
    /// Who was in remission before the first session already; nil for measures, and where the questionnaire
    /// defines none.
    package let baselineRemission: Share?

    /// Under so many people there are counts alone: the quarter points would be single people.
    package static let fewest = 5

    /// - Parameters:
    ///   - protocolName: looks at the people of this protocol; nil at all.
    ///   - instruments: where the questionnaire of the topic is described.
    /// - Complexity: O(n log n) for each week.
    package init(
        _ topic: OutcomeTopic, _ members: [CohortMember], instruments: [Instrument],
        protocolName: String? = nil
    ) {
        let people = members.map(\.outcome).filter { $0.isStarted(protocolName) }
        self.topic = topic
        started = people.count
        courseWeeks = people.compactMap(\.weeks).max() ?? 0
        let last = people.compactMap(\.reached).max() ?? 0
        let due = Self.due(people, to: last)
        var weeks: [Week]
        switch topic {
        case .measure(let measure):
            let place = OutcomeFacts.measures.firstIndex(of: measure) ?? -1
            weeks = (0...last).map { week in
                let values = people.compactMap { $0.value(measureAt: place, week: week) }
                return Week(
                    week: week, count: values.count, due: due[week], quarters: Self.quarters(values),
                    response: nil, remission: nil)
            }
            baselineRemission = nil
        case .instrument(let name):
            let instrument = instruments.first { $0.name == name } ?? .undescribed(name)
            let scores = people.compactMap { $0.scores.first { $0.instrument == name } }
            weeks = (0...last).map { week in
                let totals = scores.compactMap { $0.total(week: week) }
                let pairs = scores.map { ($0.baseline, $0.total(week: week)) }
                return Week(
                    week: week, count: totals.count, due: due[week],
                    quarters: Self.quarters(totals.map(Double.init)),
                    response: week == 0 ? nil : instrument.responses(pairs),
                    remission: week == 0 ? nil : instrument.remissions(totals))
            }
            baselineRemission = instrument.remissions(scores.compactMap(\.baseline))
        }
        while let week = weeks.last, week.week > 0, week.count == 0 { weeks.removeLast() }
        self.weeks = weeks
    }

    /// The last week of the course that five people have a value in, else anyone; nil where there is none but
    /// week 0.
    package var lastOfCourse: Week? {
        let known = weeks.filter { $0.week > 0 && $0.week <= courseWeeks && $0.count > 0 }
        return known.last { $0.count >= Self.fewest } ?? known.last
    }

    private static func due(_ people: [OutcomeFacts], to last: Int) -> [Int] {
        var exactly = [Int](repeating: 0, count: last + 1)
        for person in people { exactly[min(last, person.reached ?? 0)] += 1 }
        var due = exactly
        for week in stride(from: last - 1, through: 0, by: -1) { due[week] += due[week + 1] }
        return due
    }

    private static func quarters(_ values: [Double]) -> QuarterBand? {
        QuarterBand(values, fewest: fewest)?.rounded
    }
}

extension OutcomeFacts {
    /// True where a course has begun, of one protocol where it is named.
    package func isStarted(_ protocolName: String?) -> Bool {
        guard let own = self.protocolName else { return false }
        return protocolName.map { $0 == own } ?? true
    }
}

/// What one questionnaire came to at everyone's newest answer.
package struct OutcomeEnd: Equatable, Sendable {
    /// The name of the questionnaire.
    package let instrument: String
    /// Nil where the questionnaire defines none.
    package let response: OutcomeSeries.Share?
    package let remission: OutcomeSeries.Share?

    /// Nil where the questionnaire defines neither.
    init?(_ instrument: Instrument, _ started: [OutcomeFacts]) {
        let scores = started.compactMap { $0.scores.first { $0.instrument == instrument.name } }
        self.instrument = instrument.name
        response = instrument.responses(scores.map { ($0.baseline, $0.last) })
        remission = instrument.remissions(scores.compactMap(\.last))
        if response == nil, remission == nil { return nil }
    }
}

extension Instrument {
    /// - Parameter pairs: the total before the first session and a later one, nil where unknown.
    /// - Returns: nil where the questionnaire defines no response.
    fileprivate func responses(_ pairs: [(baseline: Int?, later: Int?)]) -> OutcomeSeries.Share? {
        guard response != nil else { return nil }
        let known = pairs.compactMap { pair in
            pair.baseline.flatMap { from in pair.later.flatMap { isResponse(from: from, to: $0) } }
        }
        return OutcomeSeries.Share(reached: known.filter { $0 }.count, known: known.count)
    }

    /// - Returns: nil where the questionnaire defines no remission.
    fileprivate func remissions(_ totals: [Int]) -> OutcomeSeries.Share? {
        guard remissionBelow != nil else { return nil }
        return OutcomeSeries.Share(
            reached: totals.filter { isRemission($0) == true }.count, known: totals.count)
    }
}
