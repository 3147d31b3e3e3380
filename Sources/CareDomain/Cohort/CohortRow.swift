// One person on one line of the cohort: where the course stands and how the last seven nights went.

package struct CohortRow: Equatable, Sendable {
    package let id: PersonID
    package let name: String
    /// The name in small letters, which is what it is found and sorted by.
    package let foldedName: String
    /// The date of the row, where the person is.
    package let today: CivilDate
    package let bornYear: Int?
    /// The name of the protocol; nil without a course.
    package let protocolName: String?
    /// The first and the last day of the course; nil without one.
    package let courseDays: ClosedRange<CivilDate>?
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
    /// The start of the newest call in which the person was reached.
    package let lastContact: OffsetInstant?
    /// The newest total of each instrument.
    package let scores: [String: Int]
    /// The dates of those.
    package let scoreDates: [String: CivilDate]
    /// The open flags, the most urgent first.
    package let flags: [ReviewFlag]
    /// That records of the person disagree, in a few words; nil where none do.
    package let conflict: String?

    /// `Ngozi Okafor 1984`: two people can have one name.
    package var nameAndYear: String { name + (bornYear.map { " \($0)" } ?? "") }

    /// The most urgent flag in a few words; nil where none is open.
    package var reason: String? { flags.first?.reason }

    /// - Parameters:
    ///   - zone: where the dates of imported check-ins are read.
    ///   - instruments: an answer to one that is not among them is summed as it stands.
    ///   - flags: all of the person's; the closed ones are left out.
    package init(
        _ history: PersonHistory, today: CivilDate, now: Instant, zone: Zone = .utc,
        instruments: [Instrument] = [], flags: [ReviewFlag] = []
    ) {
        id = history.id
        name = history.displayName
        foldedName = name.lowercased()
        self.today = today
        bornYear = history.details.bornYear
        let course = history.course
        protocolName = course?.protocolName
        weeks = course?.weeks
        courseDays = course.map { $0.start...max($0.start, $0.end ?? $0.lastDay) }
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
        lastContact =
            history.calls.last { $0.value.reached == .yes && $0.value.start.instant <= now }?.value.start
        let byName = Dictionary(instruments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var scores: [String: Int] = [:]
        var dates: [String: CivilDate] = [:]
        for row in history.scoredCheckIns(in: zone, until: now, { byName[$0] }) {
            guard let total = row.total else { continue }
            scores[row.instrument] = total
            dates[row.instrument] = row.date
        }
        scoreDates = dates
        conflict = history.conflictWords
        self.flags = flags.filter(\.isOpen).sorted(by: ReviewFlag.comesFirst)
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

extension CohortRow {
    /// The most urgent first, of one level the oldest; people without a flag stay in their order behind.
    package static func byUrgency(_ rows: [CohortRow]) -> [CohortRow] {
        rows.enumerated().sorted { a, b in
            switch (a.element.flags.first, b.element.flags.first) {
            case (let x?, let y?): ReviewFlag.comesFirst(x, y)
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): a.offset < b.offset
            }
        }.map(\.element)
    }
}
