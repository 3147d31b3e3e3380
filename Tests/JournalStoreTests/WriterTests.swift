// Several writers, imports that repeat, ids, and the writer's name.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct WriterTests {
    @Test func twoWritersInterleave() throws {
        let fixture = try StoreFixture()
        var kim = try fixture.open("kim", seed: 1)
        var ada = try fixture.open("ada-laptop", seed: 2)
        var ids: [RecordID] = []
        for number in 0..<6 {
            // The second clock is a minute behind, and its ids still follow what it has read.
            let behind = OffsetInstant(fixture.now.instant.adding(seconds: -60), offsetSeconds: 0)
            ids += try kim.append([fixture.note("k\(number)")], to: fixture.ada, by: "kim", now: fixture.now)
                .map(\.id)
            ids += try ada.append([fixture.note("a\(number)")], to: fixture.ada, by: "ada", now: behind).map(
                \.id)
        }
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        let expected = (0..<6).flatMap { ["k\($0)", "a\($0)"] }
        #expect(try kim.read(fixture.ada).notes == expected)
        #expect(try ada.read(fixture.ada).notes == expected)
        #expect(try kim.read(fixture.ada).problems.isEmpty)
    }

    /// Neither knows of the other's next record, and both go on from the same one.
    @Test func twoWritersWithClocksBehindNeverMakeOneID() throws {
        let fixture = try StoreFixture()
        var first = try fixture.open("clinic", seed: 1)
        _ = try first.append([fixture.note("seen by both")], to: fixture.ada, by: "clinic", now: fixture.now)
        let behind = OffsetInstant(fixture.now.instant.adding(seconds: -60), offsetSeconds: 0)
        var kim = try fixture.open("kim", seed: 2)
        var ada = try fixture.open("ada-laptop", seed: 3)
        _ = try (kim.read(fixture.ada), ada.read(fixture.ada))
        let kims = try kim.append([fixture.note("k")], to: fixture.ada, by: "kim", now: behind)
        let adas = try ada.append([fixture.note("a")], to: fixture.ada, by: "ada", now: behind)
        #expect(kims.map(\.id) != adas.map(\.id))
        #expect(try kim.read(fixture.ada).notes.sorted() == ["a", "k", "seen by both"])
    }

    /// Another process appends to the same journal before each call of an append in turn.
    @Test func oneJournalTakesTwoProcesses() throws {
        for step in 1...40 {
            let fixture = try StoreFixture()
            var mine = try fixture.open("kim", seed: 1)
            let files = fixture.files
            var others = 0
            let start = files.calls
            files.beforeCall = { _, _ in
                guard files.calls == start + step else { return }
                files.beforeCall = nil
                guard var other = try? fixture.open("kim", seed: 9) else { return }
                let outcome = try? other.append(
                    [fixture.note("other")], to: fixture.ada, by: "kim", now: fixture.now)
                others = outcome?.count ?? 0
            }
            _ = try mine.append([fixture.note("mine")], to: fixture.ada, by: "kim", now: fixture.now)
            files.beforeCall = nil
            let journal = try mine.read(fixture.ada)
            #expect(journal.notes.sorted() == (others == 1 ? ["mine", "other"] : ["mine"]), "step \(step)")
            #expect(journal.problems.isEmpty)
        }
    }

    @Test func importingTwiceChangesNothing() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let drafts = (0..<50).map { fixture.imported("night \($0)", key: "\($0)") }
        let first = try store.append(drafts, to: fixture.ada, by: "ada", now: fixture.now)
        let bytes = fixture.files.bytes(fixture.journal("kim"))
        var again = try fixture.open("kim", seed: 5)
        let second = try again.append(drafts, to: fixture.ada, by: "ada", now: fixture.now)
        #expect(second == first.map { .alreadyThere($0.id) })
        #expect(fixture.files.bytes(fixture.journal("kim")) == bytes)

        // On another machine the same rows get the same ids, and are one when both journals are there.
        let elsewhere = try StoreFixture()
        var other = try elsewhere.open("ada-phone", seed: 7)
        #expect(try other.append(drafts, to: elsewhere.ada, by: "ada", now: fixture.now) == first)
        let copied = try #require(elsewhere.files.bytes(elsewhere.journal("ada-phone")))
        fixture.files.put(copied, at: fixture.journal("ada-phone"))
        let both = try again.read(fixture.ada)
        #expect(both.records.count == 51 && both.problems.isEmpty)
    }

    @Test func aKnownKeyWithOtherContentIsCorrectedOnRequestOnly() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        func put(_ text: String, update: Bool) throws -> AppendOutcome? {
            try store.append(
                [fixture.imported(text, key: "1")], to: fixture.ada, by: "ada", now: fixture.now,
                update: update
            ).first
        }
        let first = try #require(try put("A", update: false)).id
        #expect(try put("B", update: false) == .changed(first))
        let second = try #require(try put("B", update: true))
        #expect(second == .written(second.id) && second.id != first)
        #expect(try put("B", update: false) == .alreadyThere(second.id))
        // There and back again, every step is a record of its own.
        let third = try #require(try put("A", update: true))
        let fourth = try #require(try put("B", update: true))
        #expect(Set([first, second.id, third.id, fourth.id]).count == 4)
        let replaced = try store.read(fixture.ada).records.compactMap(\.record.frame.replaces)
        #expect(Set(replaced) == [first, second.id, third.id])
        #expect(try put("B", update: true) == .alreadyThere(fourth.id))
    }

    @Test func oneKeyTwiceInAnImportIsOneRecord() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let drafts = [
            fixture.imported("A", key: "1"), fixture.imported("A", key: "1"), fixture.imported("B", key: "1"),
        ]
        let outcomes = try store.append(drafts, to: fixture.ada, by: "ada", now: fixture.now)
        let id = try #require(outcomes.first).id
        #expect(outcomes == [.written(id), .alreadyThere(id), .changed(id)])
        #expect(id.milliseconds == 1_700_000_000_000)
    }

    @Test func manyRecordsTakeOneSync() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        var writes = 0
        var syncs = 0
        fixture.files.beforeCall = { call, _ in
            writes += call == .write ? 1 : 0
            syncs += call == .sync ? 1 : 0
        }
        let long = String(repeating: "x", count: 10_000)
        let drafts = (0..<300).map { fixture.note(long + "\($0)") }
        #expect(try store.append(drafts, to: fixture.ada, by: "kim", now: fixture.now).count == 300)
        // Three megabytes in pieces of one; then the names of the file and of the folders above it.
        #expect(writes == 3 && syncs == 4)
        _ = try store.append([fixture.note("more")], to: fixture.ada, by: "kim", now: fixture.now)
        #expect(writes == 4 && syncs == 5)
    }

    @Test func theNameIsKeptOutsideTheStore() throws {
        let fixture = try StoreFixture()
        let name = WriterName.kept(user: "Ada L.", host: "laptop", stateFolder: StoreFixture.stateFolder)
        for seed in 1...3 {
            var store = try fixture.open(name, seed: UInt64(seed))
            _ = try store.append([fixture.note("x")], to: fixture.ada, by: "ada", now: fixture.now)
        }
        let journals = fixture.files.names(StoreFixture.folder).filter { $0 != "planter.jsonl" }
        #expect(journals.count == 1)
        #expect(journals.first?.wholeMatch(of: /ada-l--laptop-[0-9a-f]{4}\.jsonl/) != nil)
    }

    @Test func aRestoredStoreGetsANewWriter() throws {
        let fixture = try StoreFixture()
        let name = WriterName.kept(user: "ada", host: "laptop", stateFolder: StoreFixture.stateFolder)
        var store = try fixture.open(name, seed: 1)
        for text in ["one", "two"] {
            _ = try store.append([fixture.note(text)], to: fixture.ada, by: "ada", now: fixture.now)
        }
        let journal = try #require(fixture.files.names(StoreFixture.folder).first { $0 != "planter.jsonl" })
        let lines = try #require(fixture.files.text(StoreFixture.folder + "/" + journal)).split(
            separator: "\n")
        fixture.files.put(lines[0] + "\n", at: StoreFixture.folder + "/" + journal)
        var later = try fixture.open(name, seed: 2)
        _ = try later.append([fixture.note("three")], to: fixture.ada, by: "ada", now: fixture.now)
        #expect(fixture.files.names(StoreFixture.folder).count == 3)
        #expect(fixture.files.text(StoreFixture.folder + "/" + journal) == lines[0] + "\n")
    }
}
