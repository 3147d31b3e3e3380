// A store in memory with one person, and the drafts that tests write to it.

import CareDomain
import JournalStore
import PlainJSON
import TestKit
import Testing

struct StoreFixture {
    let files = MemoryFileSystem()
    let now: OffsetInstant
    let ada: PersonID

    static let path = "/home/ada/store"
    static let folder = path + "/people/ada"
    static let stateFolder = "/home/ada/.local/state/lull"

    init() throws {
        now = try #require(OffsetInstant("2026-11-03T07:10:02.123-05:00"))
        ada = try #require(PersonID("ada"))
        files.place(.folder(names: [:], synced: [:]), at: "/home/ada")
        let id = try #require(RecordID("01JDA8XXXXXXXXXXXXXXXXXXXX"))
        try Store.make(at: Self.path, id: id, now: now, files: files)
        var store = try open("planter")
        _ = try store.addPerson(ada, PersonDetails(name: "Ada"), by: "ada", now: now)
        files.restart()
    }

    func open(_ writer: String, seed: UInt64 = 1) throws(StoreProblem) -> Store {
        try open(.fixed(writer), seed: seed)
    }

    func open(_ writer: WriterName, seed: UInt64 = 1) throws(StoreProblem) -> Store {
        try Store(
            opening: Self.path, files: files, zones: NoZones(), writer: writer,
            random: SeededGenerator(seed: seed))
    }

    func journal(_ writer: String) -> String { Self.folder + "/" + writer + ".jsonl" }

    func lines(_ writer: String) -> [String] {
        (files.text(journal(writer)) ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    func note(_ text: String, to: String? = nil) -> RecordDraft {
        RecordDraft(.note(Note(text: text, to: to)))
    }

    func imported(_ text: String, key: String) -> RecordDraft {
        RecordDraft(
            .note(Note(text: text)),
            origin: RecordDraft.Origin(source: "fitbit", key: key, instant: Instant(seconds: 1_700_000_000)))
    }
}

/// No names at all: zones are then fixed at the offsets of the records.
struct NoZones: ZoneSource {
    func zone(named name: String) -> Zone? { name == "UTC" ? .utc : nil }
}

extension PersonJournal {
    /// The texts of the notes, in the order of the records.
    var notes: [String] {
        records.compactMap { if case .note(let note) = $0.record.body { note.text } else { nil } }
    }
}
