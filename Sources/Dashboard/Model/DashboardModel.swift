// The dashboard as a value: what is known, what is shown, and where the person is in it.

import CareDomain
import CellCanvas

/// What does not change while the dashboard runs.
package struct DashboardSettings: Equatable, Sendable {
    package var programmes: [RelaxationProgramme]
    package var guidePages: [GuidePage] = []
    /// Those that a course can be begun from.
    package var protocols: [CourseProtocol] = []
    /// What is known of the doses of each route, for a second look at one that is typed.
    package var doseRoutes: [DoseRoute] = []
    /// The day on which weeks begin; nil begins them with the course.
    package var weekStart: Weekday?
    /// Figures of past nights stay on Tonight before bed.
    package var showsFiguresInTheEvening = false
    package var protocolTitles: [String: String]
    package var motion: Motion
    /// What speaks the cues of a guide; nil where there is no such program.
    package var voice: VoiceSettings?
    /// Nothing is written.
    package var isReadOnly: Bool
    /// The store holds several people: nothing is written until writing is turned on.
    package var opensReadOnly = false
    /// The person to open at the start; nil for the cohort, where there are several.
    package var opened: PersonID?
    /// The page of the cohort to begin with.
    package var cohortPage = CohortPage.table
    /// The names of the columns of the cohort's table; nil for the usual ones.
    package var cohortColumns: [String]?
    /// What the store is called in the cohort's title.
    package var storeName: String
    /// The relaxation programme to begin with, empty for the list; nil to begin on Tonight.
    package var programme: String?
    package var care: CareKnowledge
    /// The name of the theme that it begins with.
    package var theme = ""
    /// False where the terminal has too few colours for a theme, so that choosing one changes little.
    package var showsThemes = true
    /// What is to be said at the start, in a sentence.
    package var warning: String?
    /// Keys that the person has chosen, in the place of those of the table.
    package var ownKeys: [OwnKeys] = []
    /// The names of the commands that the line at the bottom takes.
    package var commands = CommandWords()
    /// Clicks and the wheel work from the start.
    package var usesMouse = true
    /// Minutes without a key until the screen is covered; nil for never.
    package var idleMinutes: Int?
    /// What else happens then; nil for nothing, so that any key shows the screen again.
    package var idleLock: IdleLock?
    /// What is wrong with the person's own settings, a sentence each.
    package var problems: [String] = []

    package init(
        programmes: [RelaxationProgramme] = [], protocolTitles: [String: String] = [:],
        motion: Motion = .full,
        isReadOnly: Bool = false, opened: PersonID? = nil, storeName: String = "Cohort",
        programme: String? = nil, care: CareKnowledge = CareKnowledge()
    ) {
        self.programmes = programmes
        self.protocolTitles = protocolTitles
        self.motion = motion
        self.isReadOnly = isReadOnly
        self.opened = opened
        self.storeName = storeName
        self.programme = programme
        self.care = care
    }
}

/// The program that speaks.
package struct VoiceSettings: Equatable, Sendable {
    /// How long it takes from being asked to being heard: a cue is spoken ahead by so much, in milliseconds.
    package var leadMilliseconds: Int

    package init(leadMilliseconds: Int) { self.leadMilliseconds = leadMilliseconds }
}

package struct DashboardModel: Equatable, Sendable {
    let settings: DashboardSettings
    let keymap: Keymap
    var snapshot: StoreSnapshot
    /// True once the store has been read.
    var isLoaded = false
    /// Whose screens are shown; nil for the cohort.
    var opened: PersonID?
    /// Whom a form or a page that was opened from the cohort is about, while it is open.
    var attended: PersonID?
    /// What is opened about them once their history has been read.
    var attendance: Attendance?
    var screen = PersonScreen.tonight
    var cohort = CohortState()
    var tonight = TonightState()
    var calendar = CalendarState()
    var sleep = SleepState()
    var relax = RelaxState()
    var checkIns = CheckInsState()
    var guide = GuidePagesState()
    /// Over the screen: the form, and over that the pages, of which the last one is shown.
    var form: LogNightState?
    var entryForm: EntryFormState?
    var checkInForm: CheckInForm?
    var pages: [Page] = []
    /// How many of the pages lie under the form.
    var pagesUnderForm = 0
    /// The theme that was chosen, apart from what the list of themes tries on.
    var theme: String
    /// The line at the bottom in which a command is typed, while it is open.
    var commandLine: CommandLineState?
    var commandHistory = CommandHistory()
    /// With all options; nil until Tab has asked for them.
    var commandWords: CommandWords?
    var search: SearchState?
    package var usesMouse: Bool
    /// Writing is turned on; it always is where a person is alone.
    var isWriting: Bool
    var cover = IdleCover()
    var drafts = DraftKeeping()
    /// When each person said good night, until that night is logged.
    var goodNights: [PersonID: OffsetInstant] = [:]
    var history = UndoHistory()
    /// What is written once the record of a ticket is on the disk.
    var afterwards: [Int: [RecordDraft]] = [:]
    var noted = NotedAccess()
    var notice: Notice?
    var hidesNames = false
    /// Everyone's hidden names; nil while names are shown.
    var mask: NameMask?
    var drawsAnyway = false
    private(set) var lastTicket = 0

    package init(settings: DashboardSettings) {
        self.settings = settings
        keymap = settings.ownKeys.isEmpty ? .standard : Keymap(own: settings.ownKeys)
        snapshot = StoreSnapshot()
        opened = settings.opened
        cohort.page = settings.cohortPage
        if let names = settings.cohortColumns {
            cohort.columns = CohortColumn.all(instruments: settings.care.instruments).filter {
                names.contains($0.name)
            }
        }
        theme = settings.theme
        usesMouse = settings.usesMouse
        isWriting = !settings.opensReadOnly
        guard let name = settings.programme else { return }
        screen = .relax
        relax.selected = settings.programmes.firstIndex { $0.name == name } ?? 0
    }

    /// A line above the footer that goes away by itself.
    struct Notice: Equatable {
        enum Kind { case done, problem }

        var text: String
        var kind: Kind
        var until: Moment
    }

    static let smallest = Size(columns: 60, rows: 18)

    /// Whom forms and pages are about: the one who is attended to from the cohort, else whose screens are
    /// shown.
    var person: StoreSnapshot.Person? {
        attended.map { id in snapshot.people.first { $0.history.id == id } } ?? shownPerson
    }

    /// Whose screens are shown; nil for the cohort.
    var shownPerson: StoreSnapshot.Person? {
        if let opened { return snapshot.people.first { $0.history.id == opened } }
        return snapshot.hasSeveral ? nil : snapshot.people.first
    }

    func mode(in size: Size) -> Mode {
        if isTooSmall(size) { return .tooSmall }
        if commandLine != nil { return .commandLine }
        if search?.isTyping == true { return .search }
        return modeUnderLines
    }

    /// Where the keys go but for the lines at the bottom.
    var modeUnderLines: Mode {
        if let page = topPage { return page.mode }
        if let formMode { return formMode }
        if offeredDraft != nil { return .draftOffer }
        guard shownPerson != nil else { return snapshot.isEmpty ? .empty : cohort.page.mode }
        switch screen {
        case .tonight: return .tonight
        case .calendar: return .calendar
        case .sleep: return sleep.page == .sessionNights ? .sessionNights : .sleep
        case .relax:
            return relax.gate?.mode ?? relax.run?.mode ?? .relaxList
        case .checkIns: return .checkIns
        case .guide: return guide.isReading ? .guidePage : .guide
        }
    }

    func isTooSmall(_ size: Size) -> Bool {
        !drawsAnyway && (size.columns < Self.smallest.columns || size.rows < Self.smallest.rows)
    }

    mutating func nextTicket() -> Int {
        lastTicket += 1
        return lastTicket
    }

    mutating func say(_ text: String, _ kind: Notice.Kind = .done, in context: Context) {
        notice = Notice(text: shown(text), kind: kind, until: context.now + .seconds(kind == .done ? 4 : 10))
    }

    /// The next moment at which the picture changes by itself; nil where it does not.
    package func nextChange(in context: Context) -> Moment? {
        // The header's clock shows minutes.
        let intoMinute = Int64(Int(context.wall.instant.milliseconds) % 60_000)
        var next = context.now + .milliseconds(60_000 - intoMinute)
        if let due = drafts.due { next = min(next, max(due, context.now)) }
        if let due = idleDue(in: context) { next = min(next, max(due, context.now)) }
        if let notice { next = min(next, max(notice.until, context.now)) }
        if let change = nextGuideChange(in: context) { next = min(next, change) }
        return next
    }
}

extension StoreSnapshot.Person {
    /// The date where the person lives.
    func today(in context: Context) -> CivilDate { zone.date(context.wall.instant) }
    func clock(in context: Context) -> ClockTime { zone.clock(context.wall.instant) }
}
