// The whole dashboard in a test: the real loop over a store in memory, a scripted terminal and a clock that
// is told.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import JournalStore

/// A dashboard that runs a script from its first picture to its end.
package final class Evening {
    package let files: MemoryFileSystem
    package let script = Script()
    package let clock: FakeClock
    package let zones: ZoneDatabase
    package let zone: Zone
    package var settings: DashboardSettings
    /// The only person who is read, as with --patient; nil for everyone.
    package var only: PersonID?
    /// Where the person's reports are put.
    package var saveReport: ReportSaving = noReports
    /// Themes to choose from; nil for none.
    package var wardrobe: (any Wardrobe)?
    package var commands: any CommandRunner = NoCommands()
    package var lock: any ScreenLock = NoLock()
    /// Why what was being typed was not kept; nil where it was.
    package private(set) var draftRefusal: AppendRefusal?
    package let voice: FakeVoice
    package private(set) var ended: EndReason?
    private static let path = "/store"

    /// - Parameter now: with its offset, `2026-11-22T18:14:00-05:00`.
    /// - Parameter disk: that of an earlier evening, whose store is gone on with; nil for a new one.
    package init(
        _ now: String, zone name: String, settings: DashboardSettings = DashboardSettings(),
        on disk: MemoryDisk? = nil
    ) throws {
        guard let wall = OffsetInstant(now) else { throw Unusable(what: now) }
        zones = ZoneDatabase(files: PosixFileSystem())
        guard let zone = zones.zone(named: name) else { throw Unusable(what: name) }
        self.zone = zone
        clock = FakeClock(wall)
        voice = FakeVoice(clock)
        self.settings = settings
        files = MemoryFileSystem(disk ?? MemoryDisk())
        if disk != nil { return }
        try Store.make(
            at: Self.path, id: RecordID(milliseconds: wall.instant.milliseconds, randomness: (0, 1)),
            now: wall, files: files)
    }

    package struct Unusable: Error {
        package let what: String

        package init(what: String) { self.what = what }
    }

    /// Opens the store as one of the programs that use it, each a writer of its own.
    package func open(as writer: String) throws -> Store {
        try Store(
            opening: Self.path, files: files, zones: zones, writer: .fixed(writer),
            random: SeededGenerator(seed: 7))
    }

    /// Puts a person with all records into the store.
    package func add(_ person: SamplePerson, as writer: String = "sample-1") throws {
        var store = try open(as: writer)
        let wall = clock.wall()
        for (index, record) in person.records.enumerated() {
            let origin = RecordDraft.Origin(
                source: record.frame.source ?? "planted", key: "\(person.id) \(index)",
                instant: record.frame.at.instant)
            if index == 0, case .person(let details) = record.body {
                _ = try store.addPerson(
                    person.id, details, by: "sample", now: record.frame.at, origin: origin)
            } else {
                _ = try store.append(
                    [RecordDraft(record.body, origin: origin)], to: person.id, by: "sample", now: wall)
            }
        }
    }

    /// Plays the script, at a size.
    package func run(_ columns: Int, _ rows: Int, tier: ChartTier = .braille) throws {
        let store = try open(as: "dashboard-1")
        let ledger = StoreLedger(
            store, zones: zones, systemZone: zone, author: "tester", only: only,
            drafts: DraftShelf(of: store, stateFolder: "/state", random: SeededGenerator(seed: 3)),
            care: settings.care,
            sentence: { "not written: \($0)" })
        var loop = DashboardLoop(
            model: DashboardModel(settings: settings), clock: clock, ledger: ledger, saveReport: saveReport,
            wardrobe: wardrobe, voice: voice, commands: commands, lock: lock)
        var terminal = ScriptedTerminal(
            script, clock: clock, size: Size(columns: columns, rows: rows), tier: tier)
        ended = loop.run(on: &terminal)
        draftRefusal = loop.draftRefusal
    }

    /// Everything that stands in the store now.
    package func histories() throws -> [PersonHistory] {
        var store = try open(as: "reader-1")
        return try store.readEveryone().people.map {
            PersonHistory(id: $0.id, records: $0.records.map(\.record))
        }
    }
}
