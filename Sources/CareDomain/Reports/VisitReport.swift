// What a person takes to an appointment: the course, the nights, the scores and the questions, as a value.

/// What a report draws on beside the person's records.
package struct ReportKnowledge: Equatable, Sendable {
    package var instruments: [Instrument]
    package var rules: RuleSet
    /// By the name of the protocol.
    package var protocolTitles: [String: String]
    /// By the name of the programme.
    package var programmeTitles: [String: String]

    package init(
        instruments: [Instrument] = [], rules: RuleSet = RuleSet([]), protocolTitles: [String: String] = [:],
        programmeTitles: [String: String] = [:]
    ) {
        self.instruments = instruments
        self.rules = rules
        self.protocolTitles = protocolTitles
        self.programmeTitles = programmeTitles
    }
}

/// A report states what was logged, and draws no conclusion from it. It never holds what a person has written
/// to themselves, a night's comment, or what a plan for bad hours says.
package struct VisitReport: Equatable, Sendable {
    package enum Audience: String, CaseIterable, Sendable {
        /// What the person takes along: flags in the words that the person may read.
        case person = "self"
        /// What the clinic prints: every open flag.
        case clinic
    }

    /// What can be left out, in the order of the page; the raw value is its name on the command line.
    package enum Part: String, CaseIterable, Sendable {
        case course, first
        case sessionNights = "session-nights"
        case sevenNights = "seven-nights"
        case weeks, clock
        case checkIns = "check-ins"
        case effects, medicines, practice, questions, goals, changes
    }

    package let person: PersonID
    package let name: String?
    package let bornYear: Int?
    /// The moment that the report speaks of, on the clocks of the person's place.
    package let at: OffsetInstant
    package let audience: Audience
    package var leftOut: Set<Part>
    package let course: CourseStanding
    package let notices: [Notice]
    package let sessionNights: SessionNights
    package let sevenNights: SevenNights
    package let weeks: [Week]
    package let times: SleepTimes
    package let checkIns: [ReportedScore]
    package let effects: Effects
    package let medicines: Medicines
    package let practice: PracticeTotals
    package let questions: [NoteThread]
    package let goals: [ReportedGoal]
    /// By the day from which each holds.
    package let adjustments: [Adjustment]
    package let pictures: Pictures

    package var today: CivilDate { at.civil.date }

    /// - Parameters:
    ///   - zone: where the person's dates and clock times are read.
    ///   - now: nothing after it counts.
    package init(
        _ history: PersonHistory, knowing knowledge: ReportKnowledge, for audience: Audience,
        leavingOut leftOut: Set<Part> = [], zone: Zone, now: Instant
    ) {
        let today = zone.date(now)
        person = history.id
        name = history.details.name
        bornYear = history.details.bornYear
        at = OffsetInstant(now, in: zone)
        self.audience = audience
        self.leftOut = leftOut
        course = CourseStanding(history, titles: knowledge.protocolTitles, now: now, today: today)
        notices = Notice.all(of: history, knowledge, for: audience, zone: zone, now: now)
        sessionNights = history.sessionNightFigures(to: today, today: today)
        sevenNights = SevenNights(history, today: today)
        weeks = Week.all(of: history, today: today)
        times = SleepTimes(history, today: today)
        checkIns = ReportedScore.all(of: history, knowledge.instruments, for: audience, zone: zone, now: now)
        effects = Effects(history)
        medicines = Medicines(history, today: today)
        practice = PracticeTotals(history, titles: knowledge.programmeTitles, today: today)
        questions = history.threadsToClinic(in: zone, until: now)
        goals = ReportedGoal.all(of: history, sevenNights, checkIns)
        adjustments = history.adjustments.map(\.value)
        pictures = Pictures(history, today: today)
    }
}

extension PersonHistory {
    /// The first day of what a report counts over: the course's, else six weeks ago.
    func reportedFrom(today: CivilDate) -> CivilDate { course?.start ?? today.adding(days: -42) }
}
