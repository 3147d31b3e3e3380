// Two clones of one store that are written on both sides: nothing is lost, nothing is twice, and both read
// the same, whatever is copied when.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct ReplicationTests {
    private struct Clone {
        let files: MemoryFileSystem
        var store: Store
    }

    private func clone(_ bytes: [String: [UInt8]], _ user: String) throws -> Clone {
        let files = MemoryFileSystem()
        for (path, bytes) in bytes { files.put(bytes, at: path) }
        let store = try Store(
            opening: StoreFixture.path, files: files, zones: NoZones(),
            writer: .kept(user: user, host: "host", stateFolder: "/home/\(user)/state"),
            random: SeededGenerator(seed: UInt64(user.utf8.first ?? 0)))
        return Clone(files: files, store: store)
    }

    private func journals(_ files: MemoryFileSystem) -> [String: [UInt8]] {
        let names = files.names(StoreFixture.folder)
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                let path = StoreFixture.folder + "/" + name
                return (path, files.bytes(path) ?? [])
            })
    }

    /// Copies journals as an engine would that knows which side is newer: a journal has one writer, so the
    /// longer one is.
    private func copy(from: Clone, to: Clone, _ random: inout SeededGenerator, all: Bool = false) {
        for (path, bytes) in journals(from.files).sorted(by: { $0.key < $1.key }) {
            guard all || random.once(in: 2), bytes.count > (to.files.bytes(path) ?? []).count else {
                continue
            }
            // In two steps, as a copy that a reader comes upon half-way.
            if random.once(in: 2) { to.files.put(Array(bytes.prefix(bytes.count - 7)), at: path) }
            to.files.replace(path, with: bytes)
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func bothSidesComeToOne(_ seed: UInt64) throws {
        let fixture = try StoreFixture()
        var random = SeededGenerator(seed: seed)
        var bytes = journals(fixture.files)
        let settings = StoreFixture.path + "/lull-store.json"
        bytes[settings] = fixture.files.bytes(settings)
        var sides = [try clone(bytes, "ada"), try clone(bytes, "kim")]
        var written: [RecordID] = []
        for number in 0..<24 {
            let side = random.int(0...1)
            switch random.int(0...3) {
            case 0: copy(from: sides[side], to: sides[1 - side], &random)
            case 1:
                guard let target = written.shuffled(using: &random).first else { continue }
                let there = try sides[side].store.read(fixture.ada).records.map(\.record.frame.id)
                guard there.contains(target) else { continue }
                let draft = RecordDraft(.note(Note(text: "corrected \(number)")), replaces: target)
                written += try append([draft], &sides[side].store, fixture)
            default: written += try append([fixture.note("note \(number)")], &sides[side].store, fixture)
            }
        }
        for _ in 0..<2 {
            copy(from: sides[0], to: sides[1], &random, all: true)
            copy(from: sides[1], to: sides[0], &random, all: true)
        }
        let histories = try sides.indices.map { index in
            let journal = try sides[index].store.read(fixture.ada)
            #expect(journal.problems.isEmpty, "\(journal.problems)")
            let ids = journal.records.map(\.record.frame.id)
            for id in written { #expect(ids.count { $0 == id } == 1) }
            return PersonHistory(id: fixture.ada, records: journal.records.map(\.record))
        }
        #expect(histories[0] == histories[1])
        #expect(try sides[0].store.verify().isEmpty)
    }

    private func append(
        _ drafts: [RecordDraft], _ store: inout Store, _ fixture: StoreFixture
    ) throws -> [RecordID] {
        try store.append(drafts, to: fixture.ada, by: "x", now: fixture.now).map(\.id)
    }
}
