// One person's records laid out by day, so that a rule finds what it needs of a day without a search.

struct RuleRecord: Sendable {
    let history: PersonHistory
    let today: CivilDate
    /// The main nights, by date: whole, and what most rules ask of them.
    private let mainNights: [LoggedNight]
    let nights: [RuleNight]
    let moods: [CivilDate: [Mood]]
    /// By day, those of one day in the order of their ids.
    let symptoms: [CivilDate: [Symptoms]]
    let habits: [CivilDate: [Habits]]
    let practices: [CivilDate: [Practice]]
    /// Sessions done, by time.
    let sessions: [TreatmentSession]
    let sessionsByDay: [CivilDate: [TreatmentSession]]
    let missedByDay: [CivilDate: [TreatmentSession]]
    /// By questionnaire and time, those without a total too.
    let scores: [String: [ScoredCheckIn]]
    let scoreDays: [CivilDate: Set<String>]
    /// Nights whose first attempt to sleep came before the first session; nil without a session.
    let baseline: [RuleNight]?
    /// The dates on which the nights of each date were received, and those on which anything of the person's
    /// own was.
    let nightReceived: [CivilDate: CivilDate]
    let personReceived: Set<CivilDate>
    /// The date of the first thing that was written.
    let firstWritten: CivilDate?
    let firstNight: CivilDate?

    init(_ history: PersonHistory, instruments: [Instrument], zone: Zone, now: Instant) {
        self.history = history
        today = zone.date(now)
        let main = history.mainNights
        mainNights = main
        nights = main.map { RuleNight($0) }
        firstNight = main.first?.date
        moods = Dictionary(grouping: history.moods.map(\.value), by: \.day)
        symptoms = Dictionary(grouping: history.symptoms.map(\.value), by: \.day)
        habits = Dictionary(grouping: history.habits.map(\.value), by: \.day)
        practices = Dictionary(grouping: history.practices.map(\.value)) { $0.start.civil.date }
        sessions = history.doneSessions.filter { $0.at.instant <= now }
        sessionsByDay = Dictionary(grouping: sessions, by: \.date)
        missedByDay = Dictionary(grouping: history.sessions.filter { $0.status == .missed }, by: \.date)
        let byName = Dictionary(instruments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = history.scoredCheckIns(in: zone, until: now) { byName[$0] }
        scores = Dictionary(grouping: rows, by: \.instrument)
        scoreDays = rows.reduce(into: [:]) { $0[$1.date, default: []].insert($1.instrument) }
        baseline = sessions.first.map { session in
            main.filter { night in
                night.date <= session.date && night.firstKnown.map { $0 < session.at.instant } ?? true
            }.map { RuleNight($0) }
        }
        let received = Received(history, zone)
        (nightReceived, personReceived) = (received.nights, received.person)
        firstWritten = received.first
    }

    // MARK: The course

    var firstSession: TreatmentSession? { sessions.first }

    /// The course that ran on a day; before any the first one.
    func course(on day: CivilDate) -> Course? {
        (history.courses.last { $0.value.start <= day } ?? history.courses.first)?.value
    }

    /// True in the baseline and the first two weeks: what holds then was there from the start.
    func isEarly(_ day: CivilDate) -> Bool {
        let start = course(on: day)?.start ?? firstNight
        return start.map { day < $0.adding(days: 14) } ?? true
    }

    /// The nights before the first session, once it has been held; nil before.
    func baseline(on day: CivilDate) -> [RuleNight]? {
        guard let first = firstSession, first.date <= day else { return nil }
        return baseline
    }

    /// The session of a date or the last one before it.
    func lastSession(on day: CivilDate) -> TreatmentSession? { sessions.last { $0.date <= day } }

    // MARK: Stretches

    func night(on day: CivilDate) -> RuleNight? {
        let place = nights.place { $0.date < day }
        return place < nights.count && nights[place].date == day ? nights[place] : nil
    }

    /// The nights of the seven dates up to a day, the last first.
    func week(to day: CivilDate) -> ReversedCollection<ArraySlice<RuleNight>> {
        let from = nights.place { $0.date < day.adding(days: -6) }
        let to = nights.place { $0.date <= day }
        return nights[from..<max(from, to)].reversed()
    }

    /// The nights before a day.
    func nights(before day: CivilDate) -> ArraySlice<RuleNight> { nights[..<nights.place { $0.date < day }] }

    func mainNights(to day: CivilDate) -> ArraySlice<LoggedNight> {
        mainNights[..<mainNights.place { $0.date <= day }]
    }

    /// Every row, a night and source, up to a day.
    func rows(to day: CivilDate) -> ArraySlice<LoggedNight> {
        history.nights[..<history.nights.place { $0.date <= day }]
    }

    /// The check-ins of a questionnaire up to a day, by time; empty on days without a new one.
    func newScores(_ instrument: String, on day: CivilDate) -> [ScoredCheckIn] {
        guard scoreDays[day]?.contains(instrument) == true else { return [] }
        return (scores[instrument] ?? []).filter { $0.date <= day }
    }

    /// The last total before the treatment, its first day included; nil where there is none, and before it.
    func baselineScore(_ rows: [ScoredCheckIn], on day: CivilDate) -> ScoredCheckIn? {
        let session = firstSession.flatMap { $0.date <= day ? $0.date : nil }
        guard let start = session ?? course(on: day)?.start, start <= day else { return nil }
        return rows.last { $0.date <= start && $0.total != nil }
    }

    var hasBipolarHistory: Bool { history.details.hasBipolarHistory }

    // MARK: Days worth a look

    /// Every day on which something happened, and the weeks after it in which its absence could count.
    func days(and others: [CivilDate]) -> [CivilDate] {
        var dates = Set(others)
        dates.formUnion(nights.map(\.date))
        for keys in [moods.keys.map { $0 }, symptoms.keys.map { $0 }, habits.keys.map { $0 }] {
            dates.formUnion(keys)
        }
        dates.formUnion(practices.keys)
        dates.formUnion(sessionsByDay.keys)
        dates.formUnion(missedByDay.keys)
        dates.formUnion(scoreDays.keys)
        dates.formUnion(personReceived)
        dates.formUnion(history.courses.map(\.value.start))
        dates.formUnion(history.medications.compactMap { $0.value.start?.date })
        dates.formUnion(history.medications.map { $0.frame.at.civil.date })
        dates.formUnion(history.duties.compactMap { $0.value.done?.date })
        var days: [CivilDate] = []
        for date in dates.sorted() where date <= today {
            let from = max(date, days.last?.adding(days: 1) ?? date)
            let to = min(today, date.adding(days: Self.reach))
            if from <= to { days += (from.days...to.days).map { CivilDate(days: $0) } }
        }
        return days
    }

    /// Days after the last news in which a rule can still begin to hold.
    private static let reach = 40
}

/// What rules ask of a night: figures alone, so that looking at one copies nothing else.
struct RuleNight: Sendable {
    let date: CivilDate
    let measures: NightMeasures
    let refreshed: Int?
    let nightmares: Int?
    let nightsSinceSession: Int?

    init(_ night: LoggedNight) {
        date = night.date
        measures = night.measures
        refreshed = night.night.refreshed
        nightmares = night.night.nightmares
        nightsSinceSession = night.nightsSinceSession
    }
}

/// When what came in came in. A record of the person's own came when it was written; what an import brought
/// counts from when it happened.
private struct Received {
    var nights: [CivilDate: CivilDate] = [:]
    var person: Set<CivilDate> = []
    var first: CivilDate?

    init(_ history: PersonHistory, _ zone: Zone) {
        func date(_ frame: RecordFrame) -> CivilDate { frame.eventTime(in: zone).civil.date }
        for night in history.nights {
            // A night cannot have been received before it was over.
            let written = max(date(night.frame), night.date)
            nights[night.date] = min(written, nights[night.date] ?? written)
            person.insert(written)
        }
        let frames =
            history.naps.map(\.frame) + history.habits.map(\.frame) + history.moods.map(\.frame)
            + history.symptoms.map(\.frame) + history.practices.map(\.frame)
            + history.checkIns.map(\.frame) + history.notes.map(\.frame)
        person.formUnion(frames.map(date))
        let others =
            history.sessions.compactMap { $0.record?.frame } + history.courses.map(\.frame)
            + history.contacts.map(\.frame)
        first = (Array(person) + others.map(date)).min()
    }
}
