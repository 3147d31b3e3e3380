// One person as all records together tell it: the fold of the journals at a moment.

/// A record's content with what its frame says.
package struct Entry<Value: Equatable & Sendable>: Equatable, Sendable {
    package var frame: RecordFrame
    package var value: Value

    package init(frame: RecordFrame, value: Value) {
        self.frame = frame
        self.value = value
    }

    package var id: RecordID { frame.id }
}

package struct PersonHistory: Equatable, Sendable {
    package let id: PersonID
    package internal(set) var details = PersonDetails()
    /// In the order of their starts.
    package internal(set) var courses: [Entry<Course>] = []
    /// Planned and unplanned, by time.
    package internal(set) var sessions: [TreatmentSession] = []
    /// Every row, a night and source, by date.
    package internal(set) var nights: [LoggedNight] = []
    package internal(set) var naps: [Entry<Nap>] = []
    package internal(set) var habits: [Entry<Habits>] = []
    package internal(set) var moods: [Entry<Mood>] = []
    package internal(set) var symptoms: [Entry<Symptoms>] = []
    package internal(set) var practices: [Entry<Practice>] = []
    package internal(set) var checkIns: [Entry<CheckIn>] = []
    package internal(set) var notes: [Entry<Note>] = []
    /// What records say against each other; of each, what shows is the later one.
    package internal(set) var conflicts: [RecordConflict] = []
    /// By the day on which each was begun.
    package internal(set) var medications: [Entry<Medication>] = []
    package internal(set) var therapies: [Entry<Therapy>] = []
    /// By the day on which each was sent.
    package internal(set) var referrals: [Entry<Referral>] = []
    /// By the day from which each holds.
    package internal(set) var adjustments: [Entry<Adjustment>] = []
    package internal(set) var contacts: [Entry<Contact>] = []
    package internal(set) var calls: [Entry<Call>] = []
    /// Open and done ones, by the day on which each is due.
    package internal(set) var duties: [Entry<Duty>] = []
    package internal(set) var acknowledgements: [Entry<Acknowledgement>] = []
    /// The person's own clinic as it was last written down.
    package internal(set) var clinic: Entry<Clinic>?
    /// The plan as it was last made, with goals and what helps in bad hours.
    package internal(set) var plan: Entry<CarePlan>?
    /// When the newest record was written; nil where there is none.
    package internal(set) var lastReceived: OffsetInstant?
    /// Records of kinds that this version does not know.
    package internal(set) var unknownKinds = 0

    init(id: PersonID) { self.id = id }

    /// The name, or the id where none is known.
    package var displayName: String { details.name ?? id.text }

    /// The course that runs, or the last one.
    package var course: Course? { courses.last?.value }

    /// One night a date: what charts and measures use.
    package var mainNights: [LoggedNight] { nights.filter(\.isMain) }

    package func mainNight(on date: CivilDate) -> LoggedNight? {
        nights.last { $0.isMain && $0.night.date == date }
    }

    /// By date, the device's row that gives the stages of a night whose times the diary gives; of several the
    /// longest. A date without a diary, or without a device that tells stages, has none.
    package var stageNights: [CivilDate: LoggedNight] {
        let diaries = Set(mainNights.filter { $0.source == "diary" }.map(\.date))
        let length = { (row: LoggedNight) in row.measures.timeInBed ?? .zero }
        let rows = nights.filter { !$0.isMain && $0.measures.rem != nil && diaries.contains($0.date) }
        return Dictionary(rows.map { ($0.date, $0) }) { length($1) > length($0) ? $1 : $0 }
    }

    package var doneSessions: [TreatmentSession] { sessions.filter { $0.status == .done } }

    /// The next one that is planned, from an instant on.
    package func nextSession(after instant: Instant) -> TreatmentSession? {
        sessions.first { $0.status == .planned && $0.at.instant >= instant }
    }
}

/// A session of the course, the plan and what became of it together.
package struct TreatmentSession: Equatable, Sendable {
    /// The id in the plan; nil for one outside it.
    package var planned: String?
    /// Its place among the sessions that were not cancelled, 1 for the first; nil for one cancelled.
    package var number: Int?
    package var status: Session.Status
    /// When it began, or is planned for.
    package var at: OffsetInstant
    /// What was noted; nil while it is only planned.
    package var record: Entry<Session>?
    package var dose: Dose?
    package var route: Route?
    /// Of the record that its own one corrects, and so on to the first; nil where nothing is noted.
    package internal(set) var firstRecord: RecordID?

    package init(
        planned: String?, number: Int? = nil, status: Session.Status, at: OffsetInstant,
        record: Entry<Session>? = nil,
        dose: Dose? = nil, route: Route? = nil
    ) {
        self.planned = planned
        self.number = number
        self.status = status
        self.at = at
        self.record = record
        self.dose = dose
        self.route = route
    }

    /// What tells it from others, and stays while readings are added: its id in the plan, else that of the
    /// first record of it; nil for one that is known by its time alone.
    package var key: String? { planned ?? (firstRecord ?? record?.id)?.text }

    /// What became of it as it is shown: `moved` where it was put off and has not been held since, which is
    /// `planned` wherever it counts as still to come.
    package var shownStatus: Session.Status {
        status == .planned && record?.value.status == .moved ? .moved : status
    }

    /// The date of the place where it is held.
    package var date: CivilDate { at.civil.date }
    package var clock: ClockTime { at.civil.clock }
}

/// A night with its figures and its place after the last session.
package struct LoggedNight: Equatable, Sendable {
    package var frame: RecordFrame
    package var night: Night
    package var measures: NightMeasures
    /// True for the row that measures and charts use: the diary's, else the longest.
    package var isMain: Bool
    /// Nights since the last session done, 0 for the first night after it; nil before any.
    package var nightsSinceSession: Int?
    /// Hours from the last session's start to trying to sleep; nil before any, and where that time is
    /// unknown.
    package var hoursSinceSession: Double?

    /// The program that the record comes from; `diary` for a person's own. Made-up nights pass for what they
    /// imitate.
    package var source: String {
        switch frame.source {
        case nil: "diary"
        case "planted": night.recording == nil ? "diary" : night.vendor?.lowercased() ?? "device"
        case let name?: name
        }
    }

    /// Hours from getting up to the writing of the record; nil where getting up is unknown.
    package var loggedHoursAfter: Double? {
        measures.outOfBed.map { frame.at.instant.since($0).hours }
    }

    package var date: CivilDate { night.date }

    /// The first instant that is known of the night.
    var firstKnown: Instant? {
        measures.trySleep ?? measures.intoBed ?? measures.sleepOnset ?? measures.finalAwake
            ?? measures.outOfBed
    }
}
