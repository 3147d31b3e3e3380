// The nights after sessions: all of them described, and those that can be compared, compared.

/// What the nights after a person's sessions are like. Description and comparison are two things and are
/// never mixed; the baseline is in neither. Of each measure, the nights of one source. The rules are Lull's
/// own.
package struct SessionNights: Equatable, Sendable {
    /// The middle of a measure so many nights after sessions.
    package struct Described: Equatable, Sendable {
        package let measure: Measure
        /// 0 for the night of the session; nil for all nights since the first session but those.
        package let nightsSinceSession: Int?
        package let count: Int
        /// Nil for no nights.
        package let median: Double?
    }

    /// A session's night, for charts by its number and by the hours to bed.
    package struct Point: Equatable, Sendable {
        package let date: CivilDate
        /// The session's place among those not cancelled, 1 for the first.
        package let session: Int?
        /// From the session's start to trying to sleep; nil where that time is unknown.
        package let hours: Double?
        package let value: Double
    }

    /// In the fixed order of measures, of each those of night 0, 1, 2 ... and last all but night 0.
    package let description: [Described]
    /// In the fixed order of measures, never by size: of each night 0, then night 1. Only of `compared` and
    /// the one named.
    package let comparisons: [SessionNightComparison]
    private let points: [Measure: [Point]]
    private let values: [Measure: [Int: [Double]]]

    /// What is compared. Other measures are sums and shares of these: they are described, and not looked at
    /// again, since each further look is one more chance for a claim where there is nothing.
    package static let compared: Set<Measure> = [
        .sleepOnsetLatencyMinutes, .awakenings, .wakeAfterSleepOnsetMinutes, .totalSleepMinutes,
        .efficiencyPercent, .quality, .refreshed, .nightmares, .remMinutes, .deepMinutes, .remLatencyMinutes,
    ]

    /// The comparison that was named.
    package var named: SessionNightComparison? { comparisons.first(where: \.isNamed) }

    /// The session nights that know a measure, by date.
    package func nights(_ measure: Measure) -> [Point] { points[measure] ?? [] }

    /// The values of a measure so many nights after sessions, by date; of nil all but those of night 0.
    package func values(_ measure: Measure, _ nightsSinceSession: Int?) -> [Double] {
        guard let nightsSinceSession else {
            return (values[measure] ?? [:]).filter { $0.key > 0 }.sorted { $0.key < $1.key }.flatMap(\.value)
        }
        return values[measure]?[nightsSinceSession] ?? []
    }

    package func described(_ measure: Measure, _ nightsSinceSession: Int?) -> Described? {
        description.first { $0.measure == measure && $0.nightsSinceSession == nightsSinceSession }
    }

    /// - Parameters:
    ///   - calendar: the sessions done among the main nights.
    ///   - rows: every row, a night and source.
    ///   - from: the first date to look at; nil for no limit.
    ///   - to: the last one.
    ///   - today: nights after it are not missing, nor is today's while it is not logged.
    ///   - named: the one measure whose night 0 is compared with 95 %.
    package init(
        _ calendar: SessionNightCalendar, rows: [LoggedNight], from: CivilDate? = nil, to: CivilDate? = nil,
        today: CivilDate, named: Measure = .sleepOnsetLatencyMinutes
    ) {
        let first = max(calendar.gaps.first?.nightZero ?? today, from ?? CivilDate(days: .min / 2))
        let rows = rows.filter { row in row.date >= first && (to.map { row.date <= $0 } ?? true) }
        let logged = Set(rows.map(\.date))
        let isDue = { (date: CivilDate) in
            date >= first && (to.map { date <= $0 } ?? true) && (date < today || logged.contains(date))
        }
        var (description, comparisons) = ([Described](), [SessionNightComparison]())
        var points: [Measure: [Point]] = [:]
        var byNight: [Measure: [Int: [Double]]] = [:]
        for measure in Measure.allCases {
            let one = SingleSource(rows, measure)
            guard measure == named || (!calendar.gaps.isEmpty && !one.rows.isEmpty) else { continue }
            let values = one.rows.map { (date: $0.date, value: $0.value) }
            let nights = Self.byNight(values, calendar)
            byNight[measure] = nights
            description += Self.described(measure, nights)
            points[measure] = one.rows.compactMap { Self.point($0.row, $0.value, calendar) }
            for night in 0...1 where Self.compared.contains(measure) || measure == named {
                comparisons.append(
                    SessionNightComparison(
                        measure, night: night, isNamed: measure == named && night == 0,
                        values: Dictionary(values.map { ($0.date, $0.value) }) { first, _ in first },
                        gaps: calendar.gaps, source: one.source, leftOut: one.leftOut, isDue: isDue))
            }
        }
        self.description = calendar.gaps.isEmpty ? [] : description
        self.comparisons = comparisons
        self.points = points
        self.values = byNight
    }

    /// By nights since the last session; of night 0 an entry in any case.
    private static func byNight(
        _ values: [(date: CivilDate, value: Double)], _ calendar: SessionNightCalendar
    ) -> [Int: [Double]] {
        var byNight: [Int: [Double]] = [0: []]
        for (date, value) in values {
            guard let night = calendar.gap(of: date)?.nightZero.days(until: date) else { continue }
            byNight[night, default: []].append(value)
        }
        return byNight
    }

    private static func described(_ measure: Measure, _ byNight: [Int: [Double]]) -> [Described] {
        let nights = byNight.keys.sorted().map { night -> (Int?, [Double]) in (night, byNight[night] ?? []) }
        let others = nights.filter { $0.0 != 0 }.flatMap(\.1)
        return (nights + [(nil, others)]).map { night, values in
            Described(
                measure: measure, nightsSinceSession: night, count: values.count,
                median: Spread(values)?.median)
        }
    }

    private static func point(_ row: LoggedNight, _ value: Double, _ calendar: SessionNightCalendar) -> Point?
    {
        guard let gap = calendar.gap(of: row.date), gap.nightZero == row.date else { return nil }
        let hours = calendar.place(of: row)?.hours
        return Point(date: row.date, session: gap.session.number, hours: hours, value: value)
    }
}

extension PersonHistory {
    /// The nights after sessions, within some dates where they are given.
    /// - Parameter named: the measure that is compared with 95 %; nil for the one that the person's setting
    ///   names.
    package func sessionNightFigures(
        from: CivilDate? = nil, to: CivilDate? = nil, today: CivilDate, named: Measure? = nil
    ) -> SessionNights {
        SessionNights(
            sessionNights, rows: nights, from: from, to: to, today: today,
            named: named ?? details.namedMeasure.measure)
    }
}
