// A correction is whole: where the record comes from, and keys that this version does not know, go along.

import CareDomain
import JournalStore
import PlainJSON
import TestKit
import Testing

@Suite struct CorrectionTests {
    @Test func theSourceAndTheKeyGoAlong() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let first = try #require(
            store.append(
                [fixture.imported("slept", key: "7")], to: fixture.ada, by: "ada", now: fixture.now
            ).first)
        let draft = RecordDraft(.note(Note(text: "slept well")), replaces: first.id)
        _ = try store.append([draft], to: fixture.ada, by: "ada", now: fixture.now)
        let last = try #require(
            store.read(fixture.ada).records.first { $0.record.frame.replaces == first.id }?.record)
        #expect(last.frame.source == "fitbit" && last.frame.key == "7" && last.frame.id != first.id)
        // Imported again, the correction stays.
        let again = try store.append(
            [fixture.imported("slept", key: "7")], to: fixture.ada, by: "ada", now: fixture.now)
        #expect(again == [.changed(last.frame.id)])
    }

    @Test func unknownKeysGoAlongFromWithinListsToo() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let session = Session(
            status: .done, start: fixture.now,
            observations: [
                Session.Observation(minute: 0, systolic: 120), Session.Observation(minute: 40, systolic: 130),
            ])
        let first = try #require(
            store.append([RecordDraft(.session(session))], to: fixture.ada, by: "ada", now: fixture.now).first
        )
        let text = try #require(fixture.files.text(fixture.journal("kim")))
        let edited = text.replacing(#""minute":40,"#, with: #""minute":40,"mood":{"a":[1]},"#)
            .replacing(#""status":"#, with: #""later":"kept","status":"#)
        fixture.files.put(edited, at: fixture.journal("kim"))
        var corrected = session
        corrected.note = "calm"
        corrected.observations[0].systolic = 118
        _ = try store.append(
            [RecordDraft(.session(corrected), replaces: first.id)], to: fixture.ada, by: "ada",
            now: fixture.now)
        let line = try #require(fixture.lines("kim").dropLast().last)
        let object = try JSONReader.value(Array(line.utf8))
        #expect(object["later"]?.string == "kept")
        #expect(object["observations"]?[1]?["mood"]?["a"]?[0]?.int == 1)
        #expect(object["observations"]?[0]?["systolic"]?.int == 118)
        #expect(object["note"]?.string == "calm")
        #expect(try store.read(fixture.ada).records.last?.isEdited == false)
    }
}
