// Many people planted at once: the journals that one after another would have had, and one sync for them all.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct PlantingTests {
    private func drafts(_ fixture: StoreFixture) -> [RecordDraft] {
        let person = RecordDraft(
            .person(PersonDetails(name: "Zoe")),
            origin: .init(source: "planted", key: "person", instant: Instant(seconds: 1_690_000_000)))
        var hidden = fixture.imported("to myself", key: "3")
        hidden.body = .note(Note(text: "to myself", to: "self"))
        return [person, fixture.imported("one", key: "1"), fixture.imported("two", key: "2"), hidden]
    }

    @Test func aPlantedJournalIsWhatAppendingWouldHaveWritten() throws {
        let (planted, appended) = (try StoreFixture(), try StoreFixture())
        let zoe = try #require(PersonID("zoe"))
        // A draft that comes twice is written once, whichever way it goes.
        let drafts = drafts(planted) + [planted.imported("one", key: "1")]
        var store = try planted.open("planted")
        try store.plant(try PlantedJournal(of: zoe, drafts, by: "planted", now: planted.now))
        try store.settle()
        var other = try appended.open("planted")
        _ = try other.addPerson(
            zoe, PersonDetails(name: "Zoe"), by: "planted", now: planted.now, origin: drafts[0].origin)
        _ = try other.append(Array(drafts.dropFirst()), to: zoe, by: "planted", now: planted.now)
        for path in ["people/zoe/planted.jsonl", "private/zoe/planted.jsonl"] {
            let text = planted.files.text(StoreFixture.path + "/" + path)
            #expect(text != nil && text == appended.files.text(StoreFixture.path + "/" + path), "\(path)")
        }
        #expect(try store.read(zoe).records.count == 3)
        #expect(try store.read(zoe).problems.isEmpty)
        #expect(throws: StoreProblem.personExists(zoe)) {
            try store.plant(try PlantedJournal(of: zoe, drafts, by: "planted", now: planted.now))
        }
    }

    /// What has settled outlives a power cut, and a sync that fails says so.
    @Test func onlyWhatHasSettledCounts() throws {
        let fixture = try StoreFixture()
        let zoe = try #require(PersonID("zoe"))
        var store = try fixture.open("planted")
        let journal = try PlantedJournal(of: zoe, drafts(fixture), by: "planted", now: fixture.now)
        try store.plant(journal)
        fixture.files.crash()
        store = try fixture.open("planted")
        #expect(try !store.has(zoe))
        try store.plant(journal)
        try store.settle()
        fixture.files.crash()
        store = try fixture.open("planted")
        #expect(try store.read(zoe).records.count == 3)
        #expect(try store.read(zoe, in: .hidden).records.count == 1)
        fixture.files.fault = (fixture.files.calls + 1, .fail(errno: 5))
        #expect(throws: StoreProblem.syncFailed(path: StoreFixture.path, errno: 5)) { try store.settle() }
    }
}
