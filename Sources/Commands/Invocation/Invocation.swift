// One run of a command: what it was asked, what it can reach, and what it comes to.

import CareDomain
import JournalStore

struct Invocation {
    let environment: CommandEnvironment
    var global: GlobalOptions
    let zones: ZoneDatabase
    let ownConfiguration: OwnConfiguration
    /// Stays `ok` unless something was left undone.
    var status = ExitStatus.ok
    var dashboard: DashboardRequest?
    var openedStore: Store?
    var hasQuestionedClock = false
    /// False where what was given is kept in another way.
    var keepsAside = true
    var conversation = Conversation()
    var showing = Showing()

    init(environment: CommandEnvironment, global: GlobalOptions) {
        self.environment = environment
        self.global = global
        zones = ZoneDatabase(
            files: environment.files, folder: environment.variables["TZDIR"],
            systemSetting: environment.variables["TZ"])
        ownConfiguration = OwnConfiguration(Folders(environment), environment)
    }

    var outcome: RunOutcome { dashboard.map { .openDashboard($0) } ?? .finished(status) }
}

// MARK: Saying

extension Invocation {
    /// Writes to standard output.
    /// - Throws: `Failure` where it cannot be written: what was not read is no success.
    func put(_ text: OutputText) throws {
        do throws(OutputProblem) {
            try environment.write(text, .output)
        } catch {
            throw Failure.output(error, files: environment.files)
        }
    }

    /// Writes lines to standard output; where lines are to be plain, they are spelled and broken for that.
    func put(lines: [String]) throws {
        try put(.lines(isPlain ? lines.flatMap(PlainLine.lines) : lines))
    }

    /// Says something beside the output. That it cannot be said changes nothing.
    func note(_ text: String) { try? environment.write("lull: \(text)\n", .error) }
}

// MARK: When and where

extension Invocation {
    /// The zone that was asked for, else the person's, else the machine's.
    func zone(of details: PersonDetails? = nil) throws -> Zone {
        if let name = global.zone { return try zone(named: name) }
        if let name = details?.zone {
            if let zone = zones.zone(named: name) { return zone }
            note("the time zone \(quoted(name)) is not known here; \(systemZone.name) is used in its place")
        }
        return systemZone
    }

    func zone(named name: String) throws -> Zone {
        guard let zone = zones.zone(named: name) else { throw Failure.unknownZone(name) }
        return zone
    }

    private var systemZone: Zone { zones.systemZone() }

    /// What the clock says.
    var now: Instant { global.now?.instant ?? environment.wallClock() }

    /// The time to stamp on what is written, with the offset of the clock that was given, else the zone's.
    func stamp(in zone: Zone) -> OffsetInstant { global.now ?? OffsetInstant(now, in: zone) }

    /// Who is named as the author of what is written.
    var author: String {
        let given = [global.by, ownConfiguration.configuration[.by]].compactMap { $0?.trimmingSpaces }
        return given.first { !$0.isEmpty } ?? environment.loginName
    }
}
