// The nights of a report: the last seven beside the baseline, the weeks of the course, and the clock.

extension VisitReport {
    /// Seven nights beside the nights before the first session.
    package struct SevenNights: Equatable, Sendable {
        package struct Row: Equatable, Sendable {
            package let measure: Measure
            /// The mean, of efficiency the pooled one; nil under four nights that know it.
            package let value: Double?
            package let count: Int
            /// The same before the first session; nil under seven nights that know it.
            package let baseline: Double?
            package let baselineCount: Int
        }

        package let from: CivilDate
        package let to: CivilDate
        package let logged: Int
        /// Main nights before the first session, or before the course while there is none.
        package let baselineNights: Int
        package let rows: [Row]
        /// Nights with nightmares of those that say how many there were.
        package let nightmares: NightsSummary.Nightmares
        package let baselineNightmares: NightsSummary.Nightmares
        private let summary: NightsSummary

        /// Under so many nights there is no baseline. Lull's own; seven to fourteen are usual.
        package static let fewestBaseline = 7

        private static let shown: [Measure] = [
            .totalSleepMinutes, .efficiencyPercent, .sleepOnsetLatencyMinutes, .wakeAfterSleepOnsetMinutes,
            .awakenings, .terminalWakeMinutes, .quality, .refreshed,
        ]

        init(_ history: PersonHistory, today: CivilDate) {
            let summary = NightsSummary(history.lastNights(7, to: today))
            let before = NightsSummary(history.baselineNights)
            (from, to) = (today.adding(days: -6), today)
            logged = summary.nightsLogged
            baselineNights = before.nightsLogged
            (nightmares, baselineNightmares) = (summary.nightmares, before.nightmares)
            self.summary = summary
            rows = Self.shown.compactMap { measure in
                let (count, baseCount) = (
                    summary.means[measure]?.count ?? 0, before.means[measure]?.count ?? 0
                )
                guard count + baseCount > 0 else { return nil }
                return Row(
                    measure: measure, value: Self.value(measure, in: summary), count: count,
                    baseline: baseCount >= Self.fewestBaseline ? Self.value(measure, in: before) : nil,
                    baselineCount: baseCount)
            }
        }

        private static func value(_ measure: Measure, in summary: NightsSummary) -> Double? {
            measure == .efficiencyPercent
                ? summary.weeklyEfficiency?.value : summary.weeklyMean(measure)
        }

        /// The mean of any measure, and the nights that know it; the mean is nil under four.
        func standing(_ measure: Measure) -> (value: Double?, count: Int) {
            (Self.value(measure, in: summary), summary.means[measure]?.count ?? 0)
        }
    }

    /// A week of the course; a figure is nil where fewer than four nights know it.
    package struct Week: Equatable, Sendable {
        package enum Day: Equatable, Sendable {
            case notYet, notLogged
            /// The quality, 1 to 5; nil where it was left out.
            case logged(Int?)
        }

        /// 1 for the first week.
        package let number: Int
        package let from: CivilDate
        package let to: CivilDate
        /// Sessions held on its days.
        package let sessions: Int
        /// The nights that began on its days.
        package let days: [Day]
        package let logged: Int
        package let totalSleep: Minutes?
        package let efficiency: Percent?
        package let quality: Double?

        /// No report has more; of a longer course the last ones.
        static let most = 14

        static func all(of history: PersonHistory, today: CivilDate) -> [Week] {
            guard let course = history.course,
                let now = course.week(on: min(today, course.end ?? course.lastDay))
            else { return [] }
            return (max(1, now - most + 1)...now).map {
                Week($0, of: course, history, today: today)
            }
        }

        private init(_ number: Int, of course: Course, _ history: PersonHistory, today: CivilDate) {
            let from = course.start.adding(days: (number - 1) * 7)
            let dates = (0..<7).map { from.adding(days: $0) }
            let nights = history.nights(ofWeek: number, of: course)
            let summary = NightsSummary(nights)
            let known = Dictionary(
                nights.map { ($0.date, $0.night.quality) }, uniquingKeysWith: { first, _ in first })
            self.number = number
            self.from = from
            to = from.adding(days: 6)
            sessions = history.doneSessions.filter { dates.contains($0.date) }.count
            days = dates.map { day in
                let night = day.adding(days: 1)
                if let quality = known[night] { return .logged(quality) }
                return night >= today ? .notYet : .notLogged
            }
            logged = summary.nightsLogged
            totalSleep = summary.weeklyMean(.totalSleepMinutes).map { Minutes($0) }
            efficiency = summary.weeklyEfficiency
            quality = summary.weeklyMean(.quality)
        }
    }

    /// Regularity and the body clock, over the nights since the course began.
    package struct SleepTimes: Equatable, Sendable {
        package let from: CivilDate
        package let nights: Int
        /// -100 to 100; nil under five days of pairs.
        package let regularity: Double?
        package let regularityDays: Double
        package let middle: MidpointSpread?
        package let body: BodyClock
        package let target: SleepTarget?

        init(_ history: PersonHistory, today: CivilDate) {
            from = history.reportedFrom(today: today)
            let rows = history.mainNights.filter { [from] in $0.date > from && $0.date <= today }
            let pairs = RegularityPairs(nights: rows, naps: history.naps.map(\.value))
            nights = rows.count
            regularity = pairs.index()
            regularityDays = pairs.days
            middle = MidpointSpread(rows)
            body = BodyClock(rows, days: history.dayKinds())
            target = history.details.target
        }
    }

    /// What is drawn of the nights: as far back as there is room for.
    package struct Pictures: Equatable, Sendable {
        package let nights: [LoggedNight]
        package let trend: NightTrend
        package let sessionNights: Set<CivilDate>
        /// The quarter points of the efficiency before the first session; nil under seven nights.
        package let band: QuarterBand?
        /// The dates that are drawn.
        package let dates: [CivilDate]

        /// Ten weeks.
        private static let longest = 70

        init(_ history: PersonHistory, today: CivilDate) {
            let span = NightSpan(history, today: today)
            trend = NightTrend(history, span, .efficiencyPercent)
            dates = history.mainNights.isEmpty ? [] : Array(span.dates.suffix(Self.longest))
            let first = dates.first ?? today
            nights = history.mainNights.filter { $0.date >= first && $0.date <= span.last }
            sessionNights = Set(zip(span.dates, trend.isSession).filter(\.1).map(\.0))
            let figures = history.sessionNightFigures(to: today, today: today)
            band = SessionNightsChart(history, figures, .efficiencyPercent).baseline
        }

        /// A value for each of the dates; nil where it is unknown.
        package var efficiencies: [Double?] { Array(trend.values.suffix(dates.count)) }
        /// The middle of the seven nights up to each of the dates.
        package var medians: [Double?] { Array(trend.medians.suffix(dates.count)) }
    }
}
