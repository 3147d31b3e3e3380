// One person on one line of the cohort: where the course stands and how the last seven nights went.

package struct CohortRow: Equatable, Sendable {
    package let id: PersonID
    package let name: String
    package let bornYear: Int?
    /// The name of the protocol; nil without a course.
    package let protocolName: String?
    /// Week of the course, 1 for the first; nil before it and without one.
    package let week: Int?
    package let weeks: Int?
    package let isOver: Bool
    package let sessionsDone: Int
    /// All but the cancelled.
    package let sessionsPlanned: Int
    /// Main nights of the last seven dates, today's included.
    package let nightsLogged7: Int
    package let lastNight: CivilDate?
    /// Days from there to the person's today; nil without a night.
    package let daysSinceNight: Int?
    /// Pooled over the last seven dates.
    package let efficiency7: Percent?
    /// That less the baseline's pooled efficiency, in points.
    package let efficiencyChangePoints: Double?
    /// Mean over the last seven dates.
    package let totalSleep7: Minutes?
    package let regularityIndex: Double?
    /// One for each night of the course so far; nil where it was not logged, or quality left out.
    package let qualities: [Int?]
    package let lastReceived: OffsetInstant?
    package let nextSession: TreatmentSession?
    /// The newest total of each instrument.
    package let scores: [String: Int]

    package init(_ history: PersonHistory, today: CivilDate, now: Instant) {
        id = history.id
        name = history.displayName
        bornYear = history.details.bornYear
        let course = history.course
        protocolName = course?.protocolName
        weeks = course?.weeks
        let week = course?.week(on: today)
        isOver = course.map { today > ($0.end ?? $0.lastDay) } ?? false
        self.week = week.map { min($0, course?.weeks ?? $0) }
        sessionsDone = history.doneSessions.count
        sessionsPlanned = history.sessions.filter { $0.status != .cancelled }.count
        let last = history.lastNights(7, to: today)
        nightsLogged7 = last.count
        lastNight = history.mainNights.last?.date
        daysSinceNight = lastNight.map { $0.days(until: today) }
        let summary = NightsSummary(last)
        efficiency7 = summary.pooledEfficiency
        totalSleep7 = summary.means[.totalSleepMinutes].map { Minutes($0.mean) }
        let baseline = NightsSummary(history.baselineNights).pooledEfficiency
        efficiencyChangePoints = efficiency7.flatMap { now in baseline.map { now.value - $0.value } }
        regularityIndex = RegularityIndex(nights: history.mainNights, naps: history.naps.map(\.value))?.value
        qualities = Self.qualities(of: history, today: today)
        lastReceived = history.lastReceived
        nextSession = history.nextSession(after: now)
        var scores: [String: Int] = [:]
        for entry in history.checkIns { scores[entry.value.instrument] = entry.value.total }
        self.scores = scores
    }

    private static func qualities(of history: PersonHistory, today: CivilDate) -> [Int?] {
        guard let course = history.course else { return [] }
        let end = min(today, (course.end ?? course.lastDay).adding(days: 1))
        guard course.start < end else { return [] }
        let known = Dictionary(
            history.mainNights.map { ($0.date, $0.night.quality) }, uniquingKeysWith: { first, _ in first })
        return (1...course.start.days(until: end)).map { known[course.start.adding(days: $0)] ?? nil }
    }
}
