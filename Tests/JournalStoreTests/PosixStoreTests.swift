// The store on a real disk: modes, links, locks and hints as this system gives them.

import CareDomain
import Foundation
import JournalStore
import TestKit
import Testing

@Suite struct PosixStoreTests {
    let files = PosixFileSystem()
    let zones = ZoneCache(ZoneDatabase(files: PosixFileSystem()))

    /// Runs a body with a new store in a folder of its own, which is removed afterwards.
    private func withStore(_ body: (inout Store, PersonID, OffsetInstant) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lull-test-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let now = try #require(OffsetInstant("2026-11-03T07:10:02.123-05:00"))
        let id = try #require(RecordID("01JDA8XXXXXXXXXXXXXXXXXXXX"))
        let path = folder.path + "/deep/store"
        try Store.make(at: path, id: id, now: now, files: files)
        var store = try open(path, "kim")
        let ada = try #require(PersonID("ada"))
        _ = try store.addPerson(ada, PersonDetails(name: "Ada"), by: "kim", now: now)
        try body(&store, ada, now)
    }

    private func open(_ path: String, _ writer: String) throws(StoreProblem) -> Store {
        try Store(opening: path, files: files, zones: zones, writer: .fixed(writer))
    }

    private func note(_ text: String) -> RecordDraft { RecordDraft(.note(Note(text: text))) }

    @Test func whatIsWrittenIsReadByAnother() throws {
        try withStore { store, ada, now in
            var night = Night(date: now.civil.date, zone: try #require(zones.zone(named: "America/New_York")))
            night.trySleep = OffsetInstant("2026-11-01T01:30:00-05:00")?.instant
            _ = try store.append([RecordDraft(.night(night)), note("hello")], to: ada, by: "kim", now: now)
            var other = try open(store.path, "ada")
            let journal = try other.read(ada)
            #expect(journal.problems.isEmpty)
            #expect(journal.records.map(\.record.body).contains(.night(night)))
            #expect(journal.notes == ["hello"])
        }
    }

    @Test func onlyTheOwnerCanRead() throws {
        try withStore { store, ada, _ in
            let journal = try files.status(of: store.path + "/people/ada/kim.jsonl", in: nil)
            #expect(journal.mode == 0o600 && journal.kind == .file && journal.links == 1)
            for name in ["", "/people", "/people/ada", "/private"] {
                #expect(try files.status(of: store.path + name, in: nil).mode == 0o700)
            }
        }
    }

    @Test func linksAreNotFollowed() throws {
        try withStore { store, ada, now in
            let folder = store.path + "/people/ada/"
            try FileManager.default.moveItem(atPath: folder + "kim.jsonl", toPath: store.path + "/elsewhere")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "kim.jsonl", withDestinationPath: store.path + "/elsewhere")
            #expect(throws: StoreProblem.notOurs(path: folder + "kim.jsonl")) {
                try store.append([note("x")], to: ada, by: "kim", now: now)
            }
            #expect(try store.read(ada).problems.map(\.what) == [.notAJournal])
        }
    }

    @Test func aHeldLockIsSeen() throws {
        try withStore { store, ada, _ in
            let folder = try files.openFolder(store.path + "/people/ada", in: nil)
            defer { files.close(folder) }
            let first = try files.openFile("kim.jsonl", in: folder, for: .appending)
            let second = try files.openFile("kim.jsonl", in: folder, for: .reading)
            defer { files.close(second) }
            #expect(try files.tryLock(first, shared: false))
            #expect(try !files.tryLock(second, shared: true))
            #expect(files.lockHolder(of: try files.status(of: first))?.process == getpid())
            files.close(first)
            #expect(try files.tryLock(second, shared: true))
        }
    }

    @Test func changesAreHintedAt() throws {
        try withStore { store, ada, now in
            var watcher = try StoreWatcher(try open(store.path, "reader"))
            #expect(watcher.descriptors.count == 1)
            #expect(try watcher.changed().isEmpty)
            _ = try store.append([note("x")], to: ada, by: "kim", now: now)
            #expect(try watcher.changed() == [ada])
            let zoe = try #require(PersonID("zoe"))
            _ = try store.addPerson(zoe, PersonDetails(), by: "kim", now: now)
            #expect(try watcher.changed() == [zoe])
            _ = try store.append([note("y")], to: zoe, by: "kim", now: now)
            #expect(try watcher.changed() == [zoe])
            #expect(try watcher.changed(looking: true).isEmpty)
        }
    }

    @Test func errorsHaveTheSystemsWords() {
        #expect(files.text(errno: ErrorNumber.noSpace) == "No space left on device")
        let problem = #expect(throws: FileProblem.self) { try files.openFolder("/no/such/folder", in: nil) }
        #expect(problem == FileProblem(.open, "/no/such/folder", errno: ErrorNumber.noSuchFile))
    }
}
