// Opens the dashboard: the real terminal, clock and store put together, and what is said when it ends.

import CareDomain
import CellCanvas
import Commands
import CursesTerminal
import Dashboard
import DashboardRuntime
import Glibc
import JournalStore
import Presets

struct OpenedDashboard {
    private let request: DashboardRequest
    private let environment: CommandEnvironment
    private let folders: TemporaryFolders

    init(_ request: DashboardRequest, _ environment: CommandEnvironment, _ folders: TemporaryFolders) {
        self.request = request
        self.environment = environment
        self.folders = folders
    }

    /// - Returns: the exit status. A request to end from outside ends the process by that very signal.
    func run() -> Int32 {
        let ending = Result { try runLoop() }
        // Before anything that may end the process: the made-up people go with the program that showed them.
        folders.removeAll()
        switch ending {
        case .success(.idle(let words)):
            try? environment.write("\(words)\n", .output)
            return ExitStatus.ok.rawValue
        case .success(.plain(nil)), .success(.plain(.terminalGone)): return ExitStatus.ok.rawValue
        case .success(.plain(.interrupt)): return ExitStatus.interrupted.rawValue
        case .success(.plain(let signal?)):
            // The parent is to see by what the process ended.
            Glibc.signal(signal.rawValue, SIG_DFL)
            raise(signal.rawValue)
            return 128 + signal.rawValue
        case .failure(let problem as TerminalProblem):
            complain(
                problem.sentence
                    + " 'lull status' says the same in words; 'lull --help' lists what else there is.")
            return ExitStatus.usage.rawValue
        case .failure(let problem as StoreProblem):
            let failure = storeFailure(problem, files: environment.files)
            complain(failure.sentence)
            return failure.status.rawValue
        case .failure(let problem):
            complain("\(problem)")
            return ExitStatus.inputOutput.rawValue
        }
    }

    private enum Ending {
        case plain(EndReason?)
        /// Nobody touched a key for a while; what is said of it.
        case idle(String)
    }

    private func runLoop() throws -> Ending {
        let zones = ZoneDatabase(
            files: environment.files, folder: environment.variables["TZDIR"],
            systemSetting: environment.variables["TZ"])
        let systemZone = request.zone.flatMap(zones.zone(named:)) ?? zones.systemZone()
        let clock = SystemClock(start: request.now, zone: systemZone)
        guard let store = try openStore(zones) else {
            // A guide needs no store, and then keeps no practice.
            var settings = settings(in: systemZone)
            settings.isReadOnly = true
            return try show(settings, clock, NobodysLedger(zone: systemZone))
        }
        let files = environment.files
        var settings = settings(in: systemZone)
        let ledger = StoreLedger(
            store, zones: zones, systemZone: systemZone, author: request.author, only: request.patient,
            drafts: request.isDemo || request.readonly
                ? nil : DraftShelf(of: store, stateFolder: environment.stateFolder),
            care: settings.care,
            sentence: { storeFailure($0, files: files).sentence })
        if !request.isDemo, let ids = try? store.people().ids, ids.count > 1 { careForAClinic(&settings) }
        settings.opensReadOnly = settings.opensReadOnly || request.isDemo
        return try show(settings, clock, ledger)
    }

    private func show(
        _ settings: DashboardSettings, _ clock: SystemClock, _ ledger: some Ledger
    ) throws -> Ending {
        let (shelf, kept) = (ThemeShelf(environment), KeptTheme(environment))
        let wish = request.themeWish(kept: kept.name)
        let asksBackground = if case .pair = wish { true } else { false }
        var terminal = try CursesTerminal(
            TerminalOptions(
                colours: colours, asksBackground: asksBackground, ascii: request.ascii,
                crashNote: "lull: an error in the program ended it. What was saved is on the disk.\n"))
        let start = StartingTheme(wish, from: shelf, background: terminal.background)
        terminal.use(start.theme)
        var settings = settings
        settings.theme = start.name
        settings.warning = start.warning
        settings.showsThemes = terminal.colours.showsThemes
        var loop = DashboardLoop(
            model: DashboardModel(settings: settings), clock: clock, ledger: ledger,
            saveReport: saveReport,
            wardrobe: ShelfWardrobe(
                shelf: shelf, kept: kept, keptColumns: KeptColumns(environment), start: start),
            voice: speech.map { SpokenVoice($0) } ?? NoVoice(),
            commands: DashboardCommands(
                request, environment, stateFolder: request.isDemo ? folders.make() : nil),
            lock: SystemLock(
                command: request.configuration[.lockCommand],
                searchPath: environment.variables["PATH"] ?? ""))
        let reason = loop.run(on: &terminal)
        guard reason == .idle else { return .plain(reason) }
        return .idle(closingWords(after: settings.idleMinutes ?? 0, loop.draftRefusal))
    }

    /// Where several people are, nothing is written before writing is turned on, and nobody leaves a screen
    /// open for others to read.
    private func careForAClinic(_ settings: inout DashboardSettings) {
        let own = request.configuration
        settings.opensReadOnly = true
        settings.idleMinutes = own.idleMinutes ?? Self.clinicIdleMinutes
        settings.idleLock = own[.lock].flatMap(IdleLock.init) ?? .end
        if own.isNeverIdle {
            settings.problems.append(
                "idleMinutes is never, which holds for nobody's store but one's own: after "
                    + "\(Self.clinicIdleMinutes) minutes without a key this one closes.")
        }
    }

    private static let clinicIdleMinutes = 5

    private func closingWords(after minutes: Int, _ refusal: AppendRefusal?) -> String {
        let typed = refusal.map { "could not be kept: " + $0.sentence } ?? "is kept."
        return "Lull closed after \(NumberWords.count(minutes, "minute")) without a key. "
            + "What was being typed \(typed)"
    }

    /// Into the folder that the program was started in, else into the person's own.
    private func saveReport(_ report: VisitReport, _ form: ReportForm) -> Result<String, AppendRefusal> {
        let folders = ["PWD", "HOME"].compactMap { environment.variables[$0] }
        return ReportPrinting.save(report, as: form, into: folders, files: environment.files)
            .mapError { AppendRefusal(sentence: $0.sentence) }
    }

    /// Nil where a guide was asked for, and there is no store or no telling whose it would be.
    private func openStore(_ zones: ZoneDatabase) throws -> Store? {
        do throws(StoreProblem) {
            let store = try Store(
                opening: request.storePath, files: environment.files, zones: zones,
                writer: request.isDemo ? .fixed("demo-dashboard-0001") : environment.ownWriter)
            guard request.programme != nil, request.patient == nil else { return store }
            return try store.people().ids.count == 1 ? store : nil
        } catch {
            if case .noStore = error, request.programme != nil { return nil }
            throw error
        }
    }

    private func settings(in systemZone: Zone) -> DashboardSettings {
        let titles = Shipped.protocols.map { ($0.name, $0.title) }
        let own = request.configuration
        var settings = DashboardSettings(
            programmes: request.programmes,
            protocolTitles: Dictionary(titles, uniquingKeysWith: { first, _ in first }),
            motion: request.motion.flatMap { Motion(rawValue: $0.rawValue) } ?? .full,
            isReadOnly: request.readonly,
            opened: request.patient, storeName: request.isDemo ? "Demo, made-up people" : "Cohort",
            programme: request.programme, care: care(in: systemZone))
        settings.guidePages = request.guidePages
        settings.cohortPage = .today
        settings.cohortColumns = KeptColumns(environment).names
        settings.protocols = Shipped.protocols
        settings.doseRoutes = Shipped.doseRoutes
        settings.ownKeys = own.keys
        settings.commands = CommandWords(CommandOutline.ofNames())
        settings.weekStart = weekStart
        settings.showsFiguresInTheEvening = own.showsFiguresInTheEvening
        settings.usesMouse = own.usesMouse
        settings.idleMinutes = own.idleMinutes
        settings.idleLock = request.isDemo ? nil : own[.lock].flatMap(IdleLock.init)
        settings.problems = request.configurationProblems
        settings.voice = speech.map { VoiceSettings(leadMilliseconds: $0.leadMilliseconds) }
        return settings
    }

    private func care(in systemZone: Zone) -> CareKnowledge {
        let known = environment.knowledgeAtHand()
        return CareKnowledge(
            instruments: known.instruments, wordings: known.wordings, rules: known.rules,
            crisisPlaces: Shipped.crisisPlaces, systemZone: systemZone.name)
    }

    private var speech: SpeechProgram? {
        SpeechProgram.found(named: request.voice, searchPath: environment.variables["PATH"] ?? "")
    }

    /// Nil begins the weeks with the course. The locale's first day is the C library's to know.
    private var weekStart: Weekday? {
        switch request.configuration.weekStart {
        case .monday: .monday
        case .sunday: .sunday
        case .saturday: .saturday
        case .locale: Weekday.firstOfLocale
        case nil: nil
        }
    }

    private var colours: ColourDepth? {
        switch request.color {
        case .auto: nil
        case .never: ColourDepth.none
        case .sixteen: .sixteen
        case .twoHundredFiftySix: .twoHundredFiftySix
        case .truecolor: .truecolor
        }
    }

    private func complain(_ sentence: String) {
        try? environment.write("lull: \(sentence)\n", .error)
    }
}

/// The machine's clocks; with a start given, a wall clock that runs on from there.
private struct SystemClock: DashboardRuntime.Clock {
    private let shift: Int64
    private let zone: Zone

    init(start: OffsetInstant?, zone: Zone) {
        shift = start.map { $0.instant.milliseconds - Self.milliseconds() } ?? 0
        self.zone = zone
    }

    func now() -> Moment { CursesTerminal.now() }

    func wall() -> OffsetInstant {
        OffsetInstant(Instant(milliseconds: Self.milliseconds() + shift), in: zone)
    }

    func asleep() -> Duration {
        .nanoseconds(SystemTime.nanosecondsWithSleep() - SystemTime.steadyNanoseconds())
    }

    private static func milliseconds() -> Int64 { SystemTime.wallMilliseconds() }
}
