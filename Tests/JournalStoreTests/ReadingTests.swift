// Reading: damaged lines are named and do not stop the others, and only what is new is read again.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct ReadingTests {
    private func written(_ texts: [String]) throws -> (StoreFixture, Store) {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        _ = try store.append(texts.map { fixture.note($0) }, to: fixture.ada, by: "kim", now: fixture.now)
        return (fixture, try fixture.open("reader"))
    }

    private func problem(_ line: Int?, _ what: LineProblem.What) -> LineProblem {
        LineProblem(file: "people/ada/kim.jsonl", line: line, what: what)
    }

    @Test func whatWasForgottenIsReadAgain() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        _ = try store.append([fixture.note("one")], to: fixture.ada, by: "kim", now: fixture.now)
        let first = try store.read(fixture.ada)
        store.forget(fixture.ada)
        fixture.files.remove(fixture.journal("kim"))
        let second = try store.read(fixture.ada)
        // What is not known any more is not missed either.
        #expect(first.notes == ["one"] && second.notes.isEmpty && second.notices.isEmpty)
        _ = try store.append([fixture.note("two")], to: fixture.ada, by: "kim", now: fixture.now)
        store.forget(fixture.ada)
        #expect(try store.read(fixture.ada).notes == ["two"])
        #expect(try store.read(fixture.ada).problems.isEmpty)
    }

    @Test func damagedLinesAreNamedAndTheOthersRead() throws {
        var (fixture, store) = try written(["one", "two", "three"])
        var lines = fixture.lines("kim")
        lines[1] = "\0\0\0\0"
        lines.insert("", at: 1)
        lines.insert("not json", at: 0)
        lines.insert(String(repeating: "x", count: RecordLine.maximumLength + 1), at: 0)
        fixture.files.put(lines.joined(separator: "\n"), at: fixture.journal("kim"))
        let journal = try store.read(fixture.ada)
        #expect(journal.notes == ["one", "three"])
        #expect(journal.problems.map(\.line) == [1, 2, 5])
        #expect(journal.problems.first?.what == .damaged(.tooLong))
        #expect(journal.records.last?.line == 6)
    }

    @Test func aLineThatWasEditedIsReadAndKnown() throws {
        var (fixture, store) = try written(["dose 56", "two"])
        let text = try #require(fixture.files.text(fixture.journal("kim")))
        fixture.files.put(text.replacing("dose 56", with: "dose 84"), at: fixture.journal("kim"))
        let journal = try store.read(fixture.ada)
        #expect(journal.notes == ["dose 84", "two"])
        #expect(journal.records.filter(\.isEdited).map(\.line) == [1])
        #expect(journal.problems.map(\.what) == [.edited] && journal.problems.map(\.line) == [1])
    }

    @Test func missingLinesAreNoted() throws {
        var (fixture, store) = try written(["one", "two", "three", "four"])
        var lines = fixture.lines("kim")
        lines.removeSubrange(1...2)
        fixture.files.put(lines.joined(separator: "\n"), at: fixture.journal("kim"))
        #expect(try store.read(fixture.ada).problems == [problem(2, .missing(2))])
    }

    @Test func newerLinesAreCounted() throws {
        var (fixture, store) = try written(["one"])
        let text = try #require(fixture.files.text(fixture.journal("kim")))
        fixture.files.put(text + "{\"v\":2,\"what\":\"ever\"}\n", at: fixture.journal("kim"))
        let journal = try store.read(fixture.ada)
        #expect(journal.newerLines == 1 && journal.problems.isEmpty && journal.notes == ["one"])
        var writer = try fixture.open("kim")
        _ = try writer.append([fixture.note("two")], to: fixture.ada, by: "kim", now: fixture.now)
        #expect(try store.read(fixture.ada).records.last?.record.frame.sequence == 3)
    }

    @Test func conflictCopiesAreReadAndDuplicatesAreOne() throws {
        var (fixture, store) = try written(["one", "two"])
        let text = try #require(fixture.files.text(fixture.journal("kim")))
        let copy = "kim.sync-conflict-20261103-071002-ABCDEFG"
        fixture.files.put(text, at: fixture.journal(copy))
        #expect(try store.read(fixture.ada).notes == ["one", "two"])
        #expect(try store.read(fixture.ada).problems.isEmpty)
        fixture.files.put(text.replacing("two", with: "too"), at: fixture.journal(copy))
        let journal = try store.read(fixture.ada)
        #expect(journal.notes == ["one", "two", "too"])
        let id = try #require(journal.records.last).record.frame.id
        #expect(journal.problems.contains { $0.what == .sameID(id) && $0.file.contains("sync-conflict") })
    }

    @Test func whatIsStillBeingWrittenIsNoDamage() throws {
        var (fixture, store) = try written(["one"])
        let text = try #require(fixture.files.text(fixture.journal("kim")))
        fixture.files.put(text + "{\"v\":1", at: fixture.journal("kim"))
        let folder = try fixture.files.openFolder(StoreFixture.folder, in: nil)
        let writer = try fixture.files.openFile("kim.jsonl", in: folder, for: .appending)
        #expect(try fixture.files.tryLock(writer, shared: false))
        #expect(try store.read(fixture.ada).problems.isEmpty)
        fixture.files.close(writer)
        #expect(try store.read(fixture.ada).problems == [problem(2, .damaged(.torn))])
    }

    @Test func onlyTheNewTailIsRead() throws {
        var (fixture, store) = try written((0..<200).map { "note \($0)" })
        #expect(try store.read(fixture.ada).notes.count == 200)
        var reads = 0
        fixture.files.beforeCall = { call, _ in reads += call == .read ? 1 : 0 }
        _ = try store.read(fixture.ada)
        #expect(reads == 0)
        fixture.files.beforeCall = nil
        var writer = try fixture.open("kim")
        _ = try writer.append([fixture.note("new")], to: fixture.ada, by: "kim", now: fixture.now)
        let journal = try store.read(fixture.ada)
        #expect(journal.notes.last == "new" && journal.records.last?.line == 201 && journal.notices.isEmpty)
    }

    @Test(arguments: ["shrank", "replaced", "rewritten", "vanished"])
    func aJournalThatIsAnotherIsReadAfresh(_ how: String) throws {
        var (fixture, store) = try written(["one", "two"])
        _ = try store.read(fixture.ada)
        let lines = fixture.lines("kim")
        let path = fixture.journal("kim")
        switch how {
        case "shrank": fixture.files.put(lines[0] + "\n", at: path)
        case "replaced": fixture.files.replace(path, with: Array((lines[0] + "\n").utf8))
        case "rewritten":
            fixture.files.put(lines[0] + "\n" + String(repeating: " ", count: 5000) + "\n", at: path)
        default: fixture.files.remove(path)
        }
        let journal = try store.read(fixture.ada)
        #expect(journal.notes == (how == "vanished" ? [] : ["one"]))
        let expected: JournalNotice.What =
            how == "shrank" ? .shrank : how == "vanished" ? .vanished : .replaced
        #expect(journal.notices.map(\.what) == [expected])
        #expect(try store.read(fixture.ada).notices.isEmpty)
    }

    @Test func aReadThatFailsIsMadeGoodTheNextTime() throws {
        var (fixture, store) = try written(["one", "two"])
        let files = fixture.files
        files.beforeCall = { call, _ in
            if call == .read, files.fault == nil { files.fault = (files.calls + 1, .fail(errno: 5)) }
        }
        #expect(try store.read(fixture.ada).problems == [problem(nil, .unreadable(errno: 5))])
        files.beforeCall = nil
        files.fault = nil
        #expect(try store.read(fixture.ada).notes == ["one", "two"])
    }

    @Test func whatIsNoPersonOrJournalIsNamed() throws {
        var (fixture, store) = try written(["one"])
        let people = StoreFixture.path + "/people"
        fixture.files.place(.folder(names: [:], synced: [:]), at: people + "/Not A Person")
        fixture.files.place(.link(to: "/etc"), at: people + "/zoe")
        fixture.files.place(.link(to: "/etc/passwd"), at: StoreFixture.folder + "/link.jsonl")
        fixture.files.place(.pipe, at: StoreFixture.folder + "/pipe.jsonl")
        let (ids, problems) = try store.people()
        #expect(ids == [fixture.ada])
        #expect(problems.map(\.what) == [.notAPerson, .notAJournal])
        let journal = try store.read(fixture.ada)
        #expect(journal.notes == ["one"])
        #expect(journal.problems.map(\.what) == [.notAJournal, .notAJournal])
    }

    @Test func theWatcherNamesWhoChanged() throws {
        let (fixture, store) = try written(["one"])
        var watcher = try StoreWatcher(store)
        #expect(watcher.descriptors.isEmpty)
        #expect(try watcher.changed().isEmpty)
        var writer = try fixture.open("kim")
        _ = try writer.append([fixture.note("two")], to: fixture.ada, by: "kim", now: fixture.now)
        #expect(try watcher.changed() == [fixture.ada])
        #expect(try watcher.changed().isEmpty)
        let zoe = try #require(PersonID("zoe"))
        _ = try writer.addPerson(zoe, PersonDetails(), by: "kim", now: fixture.now)
        #expect(try watcher.changed() == [zoe])
    }
}
