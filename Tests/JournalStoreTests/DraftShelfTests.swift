// Drafts: what was typed is found after the program that typed it is gone, and by no one while it is there.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct DraftShelfTests {
    private static let folder = StoreFixture.stateFolder + "/drafts"

    private func shelf(
        _ fixture: StoreFixture, _ files: MemoryFileSystem, seed: UInt64 = 1
    ) throws -> DraftShelf {
        let store = try Store(
            opening: StoreFixture.path, files: files, zones: NoZones(), writer: .fixed("kim"))
        return DraftShelf(
            of: store, stateFolder: StoreFixture.stateFolder, random: SeededGenerator(seed: seed))
    }

    private func draft(_ fixture: StoreFixture, _ text: String, minutes: Int = 0) -> FormDraft {
        let begun = OffsetInstant(
            Instant(milliseconds: fixture.now.instant.milliseconds + Int64(minutes) * 60_000),
            offsetSeconds: 0)
        return FormDraft(
            person: fixture.ada, form: "night", begun: begun, texts: ["comment": text, "intoBed": "22:40"])
    }

    @Test func whatWasTypedIsFoundByTheNextProgram() throws {
        let fixture = try StoreFixture()
        let first = MemoryFileSystem(fixture.files.disk)
        var typing = try shelf(fixture, first)
        for text in ["a", "ab", "abc \u{1B}[2J \"é\"\n"] { try typing.keep(draft(fixture, text)) }
        // While it is being typed it is nobody else's.
        var other = try shelf(fixture, MemoryFileSystem(fixture.files.disk))
        #expect(other.takeOver().isEmpty)
        first.restart()
        let found = other.takeOver()
        #expect(found == [draft(fixture, "abc \u{1B}[2J \"é\"\n")])
        other.drop(fixture.ada)
        #expect(fixture.files.names(Self.folder).isEmpty)
    }

    /// Whatever call a keep is killed at, the text before it or the new one is found.
    @Test func aKillLeavesTheTextBefore() throws {
        var number = 1
        while true {
            let fixture = try StoreFixture()
            let files = MemoryFileSystem(fixture.files.disk)
            var typing = try shelf(fixture, files)
            try typing.keep(draft(fixture, "first"))
            files.fault = (files.calls + number, .stop)
            let isReached = (try? typing.keep(draft(fixture, "second"))) == nil
            files.restart()
            var next = try shelf(fixture, MemoryFileSystem(fixture.files.disk), seed: 9)
            let found = next.takeOver()
            #expect(found == [draft(fixture, "first")] || (!isReached && found == [draft(fixture, "second")]))
            // And typing goes on in the same file.
            try next.keep(draft(fixture, "third"))
            #expect(fixture.files.names(Self.folder).count == 1)
            if !isReached { break }
            number += 1
        }
        #expect(number > 1)
    }

    @Test func aFullDiskIsSaidAndTheNextKeepIsWhole() throws {
        let fixture = try StoreFixture()
        let files = MemoryFileSystem(fixture.files.disk)
        var typing = try shelf(fixture, files)
        try typing.keep(draft(fixture, "first"))
        var calls = 0
        files.beforeCall = { call, _ in
            guard call == .write else { return }
            calls += 1
            files.fault = (files.calls + 1, calls == 1 ? .short : .fail(errno: 28))
        }
        #expect(throws: FileProblem.self) { try typing.keep(draft(fixture, "second")) }
        files.beforeCall = nil
        files.fault = nil
        try typing.keep(draft(fixture, "third"))
        files.restart()
        var next = try shelf(fixture, MemoryFileSystem(fixture.files.disk))
        #expect(next.takeOver() == [draft(fixture, "third")])
    }

    @Test func theNewestOfAPersonIsOfferedAndTheOthersStay() throws {
        let fixture = try StoreFixture()
        for (index, text) in ["older", "newer"].enumerated() {
            let files = MemoryFileSystem(fixture.files.disk)
            var typing = try shelf(fixture, files, seed: UInt64(index + 1))
            try typing.keep(draft(fixture, text, minutes: index))
            files.restart()
        }
        fixture.files.put("{\"v\":1", at: Self.folder + "/elsewhere-ada-1.jsonl")
        var next = try shelf(fixture, MemoryFileSystem(fixture.files.disk), seed: 5)
        #expect(next.takeOver().map { $0.texts["comment"] } == ["newer"])
        next.setAside(fixture.ada)
        #expect(next.takeOver().map { $0.texts["comment"] } == ["newer"])
        next.drop(fixture.ada)
        #expect(next.takeOver().map { $0.texts["comment"] } == ["older"])
        // Another store's drafts are left alone.
        #expect(fixture.files.names(Self.folder).contains("elsewhere-ada-1.jsonl"))
    }
}
