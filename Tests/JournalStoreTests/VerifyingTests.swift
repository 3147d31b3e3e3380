// Verifying: each way in which a line, a file or a folder can be wrong is named; repairing only appends.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct VerifyingTests {
    private static let journal = "people/ada/kim.jsonl"

    private func written(_ texts: [String] = ["one", "two", "three", "four", "five"]) throws -> StoreFixture {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        _ = try store.append(texts.map { fixture.note($0) }, to: fixture.ada, by: "kim", now: fixture.now)
        return fixture
    }

    private func found(_ fixture: StoreFixture) throws -> [String] {
        var store = try fixture.open("reader")
        return try store.verify().map { problem in
            problem.file + (problem.line.map { ":\($0)" } ?? "") + ": \(problem.what)"
        }
    }

    private func change(_ fixture: StoreFixture, _ body: (inout [String]) -> Void) {
        var lines = fixture.lines("kim")
        body(&lines)
        fixture.files.put(lines.joined(separator: "\n"), at: fixture.journal("kim"))
    }

    @Test func aWholeStoreHasNothing() throws {
        #expect(try found(written()).isEmpty)
        #expect(try found(StoreFixture()).isEmpty)
    }

    @Test func whatBecameOfALineIsNamed() throws {
        let at = Self.journal
        func check(_ expected: [String], _ body: (inout [String]) -> Void) throws {
            let fixture = try written()
            change(fixture, body)
            let found = try found(fixture)
            #expect(found == expected)
        }
        try check(["\(at):2: changed after it was written"]) {
            $0[1] = $0[1].replacing("two", with: "twelve")
        }
        try check(["\(at):3: one record is missing before it"]) { $0.remove(at: 2) }
        try check(["\(at):1: 2 records are missing before it"]) { $0.removeFirst(2) }
        try check(["\(at):3: out of order: it was written before the line above it"]) { $0.swapAt(1, 2) }
        try check(["\(at):4: the record of line 2 once more"]) { $0.insert($0[1], at: 3) }
        try check(["\(at):4: zero bytes, where a disk has lost what was written"]) { $0[3] = "\0\0\0" }
        try check(["\(at):1: not JSON at byte 1: a byte order mark"]) {
            $0[0] = "\u{FEFF}" + $0[0]
        }
        try check(["\(at):5: cut short while it was written"]) {
            $0 = Array($0[..<4]) + [String($0[4].prefix(40))]
        }
        try check(["\(at):6: not a JSON object"]) { $0[5] = "[]\n" }
    }

    /// Two lines that trade places stand out of order, however far apart.
    @Test func everyLineThatWasMovedIsNamed() throws {
        let fixture = try written()
        change(fixture) { $0.insert($0.remove(at: 4), at: 0) }
        let problems = try found(fixture)
        #expect(problems.count == 4 && problems.allSatisfy { $0.contains("out of order") })
    }

    @Test func aRecordUnderATakenNumberIsNamed() throws {
        let fixture = try written(["one"])
        var other = try fixture.open("zoe")
        _ = try other.append([fixture.note("alien")], to: fixture.ada, by: "zoe", now: fixture.now)
        let alien = fixture.lines("zoe")[0]
        change(fixture) { $0.insert(alien, at: 1) }
        #expect(
            try found(fixture) == [
                "\(Self.journal):2: it has the number of line 1 and says something else"
            ])
    }

    @Test func aTailThatWasCutOffIsMissed() throws {
        let fixture = try StoreFixture()
        let writer = WriterName.kept(user: "ada", host: "laptop", stateFolder: StoreFixture.stateFolder)
        var store = try fixture.open(writer)
        let drafts = ["one", "two", "three"].map { fixture.note($0) }
        _ = try store.append(drafts, to: fixture.ada, by: "ada", now: fixture.now)
        let name = try #require(fixture.files.names(StoreFixture.folder).first { $0.hasPrefix("ada-") })
        let path = StoreFixture.folder + "/" + name
        let lines = try #require(fixture.files.text(path)).split(separator: "\n")
        fixture.files.put(lines[0] + "\n", at: path)
        var again = try fixture.open(writer)
        #expect(
            try again.verify() == [
                LineProblem(file: "people/ada/" + name, line: 2, what: .missingAtEnd(2))
            ])
        fixture.files.remove(path)
        #expect(
            try again.verify() == [
                LineProblem(file: "people/ada/" + name, line: 1, what: .missingAtEnd(3))
            ])
    }

    @Test func whatOthersCouldReadOrOwnIsNamed() throws {
        let fixture = try written()
        let files = fixture.files
        func node(_ path: String) throws -> UInt64 { try files.status(of: path, in: nil).identity.inode }
        files.disk.modes[try node(fixture.journal("kim"))] = 0o644
        files.disk.modes[try node(StoreFixture.folder)] = 0o755
        files.disk.modes[try node(StoreFixture.path)] = 0o711
        files.disk.owners[try node(fixture.journal("planter"))] = 7
        files.linkHard(fixture.journal("kim"), to: "/home/ada/elsewhere")
        files.place(.link(to: "/etc/passwd"), at: StoreFixture.folder + "/link.jsonl")
        files.place(.pipe, at: StoreFixture.path + "/clinic/ada")
        #expect(
            try found(fixture) == [
                ".: has the permissions 0711 and wants 0700",
                "clinic/ada: not a regular file or folder, so not opened",
                "people/ada: has the permissions 0755 and wants 0700",
                "people/ada/kim.jsonl: has the permissions 0644 and wants 0600",
                "people/ada/kim.jsonl: has a second name elsewhere, through which it can be changed",
                "people/ada/link.jsonl: not a regular file or folder, so not opened",
                "people/ada/planter.jsonl: belongs to another user (7)",
            ])
    }

    @Test func aGroupsStoreIsItsGroups() throws {
        let files = MemoryFileSystem()
        files.userIDs = ["kim": 1000, "zoe": 1001]
        let now = try #require(OffsetInstant("2026-11-03T07:10:02Z"))
        let id = try #require(RecordID("01JDA8XXXXXXXXXXXXXXXXXXXX"))
        try Store.make(at: "/ward", id: id, now: now, files: files, for: .group(2000))
        var store = try Store(opening: "/ward", files: files, zones: NoZones(), writer: .fixed("kim"))
        #expect(store.access == .group(2000))
        let ada = try #require(PersonID("ada"))
        _ = try store.addPerson(ada, PersonDetails(), by: "kim", now: now)
        let note = RecordDraft(.note(Note(text: "x", to: "self")))
        _ = try store.append([note], to: ada, by: "kim", now: now)
        for path in ["/ward", "/ward/people", "/ward/people/ada", "/ward/private"] {
            let status = try files.status(of: path, in: nil)
            #expect(status.mode == 0o3770 && status.group == 2000, "\(path)")
        }
        let journal = try files.status(of: "/ward/people/ada/kim.jsonl", in: nil)
        #expect(journal.mode == 0o660 && journal.group == 2000)
        // What is to oneself is no one else's, here too, and each member can keep such a thing.
        #expect(try files.status(of: "/ward/private/ada", in: nil).mode == 0o3770)
        #expect(try files.status(of: "/ward/private/ada/kim.jsonl", in: nil).mode == 0o600)
        #expect(try store.verify().isEmpty)

        // Another member owns what she has written, and writes in nobody else's name.
        let others = MemoryFileSystem(files.disk)
        (others.user, others.userIDs) = (1001, files.userIDs)
        var second = try Store(opening: "/ward", files: others, zones: NoZones(), writer: .fixed("zoe"))
        for author in ["zoe", "someone", "kim"] {
            let draft = RecordDraft(.note(Note(text: "hello")))
            _ = try second.append([draft], to: ada, by: author, now: now)
        }
        let inode = try files.status(of: "/ward/people/ada/zoe.jsonl", in: nil).identity.inode
        files.disk.owners[inode] = 1001
        #expect(
            try store.verify() == [
                LineProblem(file: "people/ada/zoe.jsonl", line: 3, what: .foreignAuthor("kim"))
            ])
    }

    // MARK: Repairing

    @Test func repairingOnlyAppends() throws {
        let fixture = try written()
        change(fixture) {
            $0[1] = $0[1].replacing("two", with: "twelve")
            $0.remove(at: 2)
            $0 = Array($0[..<3]) + [String($0[3].prefix(40))]
        }
        let before = fixture.files.bytes(fixture.journal("kim")) ?? []
        var store = try fixture.open("kim")
        #expect(try store.verify().count == 3)
        let repair = try store.repair(by: "kim", now: fixture.now)
        #expect(repair == Store.Repair(closed: [Self.journal], noted: 3, left: []))
        let after = fixture.files.bytes(fixture.journal("kim")) ?? []
        #expect(after.starts(with: before) && after[before.count] == 0x0A)
        let known = try store.verify()
        #expect(known.count == 3 && known.allSatisfy(\.isKnown))
        #expect(try store.read(fixture.ada).notes == ["one", "twelve", "four"])

        // A second repair has nothing to do; new damage is not known.
        let settled = fixture.files.bytes(fixture.journal("kim"))
        #expect(try store.repair(by: "kim", now: fixture.now) == Store.Repair())
        #expect(fixture.files.bytes(fixture.journal("kim")) == settled)
        change(fixture) { $0[0] = "gone" }
        #expect(try store.verify().filter { !$0.isKnown }.map(\.line) == [1])
    }

    @Test func anothersTornLineIsLeftToThem() throws {
        let fixture = try written()
        change(fixture) { $0 = [String($0[0].prefix(40))] }
        let inode = try fixture.files.status(of: fixture.journal("kim"), in: nil).identity.inode
        fixture.files.disk.owners[inode] = 7
        let before = fixture.files.bytes(fixture.journal("kim"))
        var store = try fixture.open("zoe")
        let repair = try store.repair(by: "zoe", now: fixture.now)
        #expect(repair.closed.isEmpty && repair.left.map(\.what) == [.foreignOwner(7), .damaged(.torn)])
        #expect(fixture.files.bytes(fixture.journal("kim")) == before)
    }

    @Test func aLineThatWasPutIntoAnothersFolderIsNamed() throws {
        let fixture = try written(["one"])
        let zoe = try #require(PersonID("zoe"))
        var store = try fixture.open("kim", seed: 9)
        _ = try store.addPerson(zoe, PersonDetails(), by: "kim", now: fixture.now)
        _ = try store.append([fixture.note("two")], to: fixture.ada, by: "kim", now: fixture.now)
        let stray = fixture.lines("kim")[1]
        let path = StoreFixture.path + "/people/zoe/kim.jsonl"
        fixture.files.put((fixture.files.text(path) ?? "") + stray + "\n", at: path)
        let named = try found(fixture)
        #expect(
            named == [
                "people/ada/kim.jsonl:2: the same record lies in people/zoe/kim.jsonl too",
                "people/zoe/kim.jsonl:2: the same record lies in people/ada/kim.jsonl too",
            ])
    }

    /// What a writer before this one has written is missed too, and a note says that it is known.
    @Test func aTailIsMissedAlsoAfterTheNextWrite() throws {
        let fixture = try StoreFixture()
        let writer = WriterName.kept(user: "ada", host: "laptop", stateFolder: StoreFixture.stateFolder)
        var store = try fixture.open(writer)
        _ = try store.append(
            ["one", "two", "three"].map { fixture.note($0) }, to: fixture.ada, by: "ada", now: fixture.now)
        let name = try #require(fixture.files.names(StoreFixture.folder).first { $0.hasPrefix("ada-") })
        let path = StoreFixture.folder + "/" + name
        let lines = try #require(fixture.files.text(path)).split(separator: "\n")
        fixture.files.put(lines[0] + "\n", at: path)
        var again = try fixture.open(writer, seed: 5)
        _ = try again.append([fixture.note("four")], to: fixture.ada, by: "ada", now: fixture.now)
        let missing = LineProblem(file: "people/ada/" + name, line: 2, what: .missingAtEnd(2))
        #expect(try again.verify() == [missing])
        #expect(try again.repair(by: "ada", now: fixture.now).noted == 1)
        #expect(try again.verify().map(\.isKnown) == [true])
    }

    /// A line that is changed once more after it was noted is not known.
    @Test func aSecondChangeIsNotKnown() throws {
        let fixture = try written()
        change(fixture) { $0[1] = $0[1].replacing("two", with: "twelve") }
        var store = try fixture.open("kim")
        _ = try store.repair(by: "kim", now: fixture.now)
        #expect(try store.verify().map(\.isKnown) == [true])
        change(fixture) { $0[1] = $0[1].replacing("twelve", with: "twenty") }
        #expect(try store.verify().map(\.isKnown) == [false])
    }
}
