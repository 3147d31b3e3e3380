// The audit journals: written like all others, read by everyone of the clinic, and checked line by line.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct AuditTests {
    private static let folder = StoreFixture.path + "/audit"
    private let kept = WriterName.kept(user: "kim", host: "ward3", stateFolder: StoreFixture.stateFolder)

    private func viewed(_ what: String, _ patient: PersonID? = PersonID("ada")) -> AuditNote {
        .viewed(RecordAccess(patient: patient, what: what))
    }

    private func found(_ fixture: StoreFixture, as writer: WriterName? = nil) throws -> [String] {
        var store = try writer.map { try fixture.open($0) } ?? fixture.open("reader")
        return try store.verify().map { problem in
            problem.file + (problem.line.map { ":\($0)" } ?? "") + ": \(problem.what)"
        }
    }

    private func path(_ fixture: StoreFixture) throws -> String {
        Self.folder + "/" + (try #require(fixture.files.names(Self.folder).first { $0.hasPrefix("kim-") }))
    }

    private func whats(_ store: inout Store) throws -> [String] {
        try store.readAudit().records.compactMap { stored in
            switch stored.record.body {
            case .viewed(let access), .exported(let access): access.what
            default: nil
            }
        }
    }

    @Test func aLookIsALineLikeAllOthers() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let export = AuditNote.exported(RecordAccess(patient: nil, what: "nights csv"))
        try store.appendAccess([viewed("screens"), export], by: "kim", now: fixture.now)
        try store.appendAccess([viewed("nights")], by: "kim", now: fixture.now)
        let journal = try store.readAudit()
        #expect(journal.records.map(\.record.frame.sequence) == [1, 2, 3])
        #expect(journal.records.map(\.record.frame.author) == ["kim", "kim", "kim"])
        #expect(journal.records[1].record.body == export.body && journal.problems.isEmpty)
        let lines = fixture.files.text(Self.folder + "/kim.jsonl")?.split(separator: "\n") ?? []
        #expect(lines.count == 3 && lines[0].contains(#""kind":"viewed","patient":"ada","what":"screens""#))
        #expect(lines[1].contains(#""kind":"exported","what":"nights csv""#))
        #expect(try fixture.files.status(of: Self.folder + "/kim.jsonl", in: nil).mode == 0o600)
        #expect(try found(fixture).isEmpty)
        // A look is no record of the person's.
        #expect(try store.read(fixture.ada).records.count == 1)
    }

    @Test func withoutALookNothingIsMade() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        #expect(try store.appendAccess([], by: "kim", now: fixture.now).isEmpty)
        #expect(fixture.files.names(Self.folder).isEmpty)
    }

    /// A person's records get the ids that they would have got without anyone looking.
    @Test func aLookMovesNoIdOfAPersonsRecords() throws {
        func id(looking: Bool) throws -> RecordID? {
            let fixture = try StoreFixture()
            var store = try fixture.open(kept, seed: 4)
            if looking { try store.appendAccess([viewed("screens")], by: "kim", now: fixture.now) }
            var next = try fixture.open(kept, seed: 5)
            return try next.append([fixture.note("x")], to: fixture.ada, by: "kim", now: fixture.now).first?
                .id
        }
        #expect(try id(looking: true) == id(looking: false))
    }

    @Test func onlyTheEndOfALongJournalIsRead() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let many = (1...3000).map { viewed("nights \($0)") }
        try store.appendAccess(many, by: "kim", now: fixture.now)
        var next = try fixture.open("kim")
        let before = fixture.files.bytesRead
        try next.appendAccess([viewed("last")], by: "kim", now: fixture.now)
        #expect(fixture.files.bytesRead - before < 100_000)
        #expect(try next.readAudit().records.last?.record.frame.sequence == 3001)
        #expect(try found(fixture).isEmpty)
    }

    // MARK: Verifying

    @Test func whatBecameOfALineIsNamed() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open(kept)
        let notes = ["one", "two", "three", "four"].map { viewed($0) }
        try store.appendAccess(notes, by: "kim", now: fixture.now)
        let path = try self.path(fixture)
        let at = path.dropFirst(StoreFixture.path.count + 1)
        let whole = try #require(fixture.files.text(path))
        let lines = whole.split(separator: "\n").map(String.init)
        func check(_ expected: [String], _ lines: [String]) throws {
            fixture.files.put(lines.map { $0 + "\n" }.joined(), at: path)
            let found = try found(fixture, as: kept)
            #expect(found == expected)
        }
        let edited = lines[1].replacing("\"two\"", with: "\"new\"")
        try check(["\(at):2: changed after it was written"], [lines[0], edited, lines[2], lines[3]])
        try check(["\(at):2: one record is missing before it"], [lines[0], lines[2], lines[3]])
        try check(
            ["\(at):2: not JSON at byte 1: 'x' cannot stand here"], [lines[0], "xx", lines[2], lines[3]])
        try check(["\(at):3: 2 records that were written here are missing at the end"], Array(lines[..<2]))
        fixture.files.remove(path)
        #expect(
            try found(fixture, as: kept) == [
                "\(at):1: 4 records that were written here are missing at the end"
            ])
        fixture.files.put(whole, at: path)
        #expect(try found(fixture, as: kept).isEmpty)
        let inode = try fixture.files.status(of: path, in: nil).identity.inode
        fixture.files.disk.modes[inode] = 0o644
        fixture.files.disk.owners[inode] = 7
        #expect(
            try found(fixture) == [
                "\(at): belongs to another user (7)", "\(at): has the permissions 0644 and wants 0600",
            ])
    }

    /// A copy of the store from before is not written on with numbers that were given already.
    @Test func aRestoredJournalGetsANewWriter() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open(kept)
        try store.appendAccess([viewed("one"), viewed("two")], by: "kim", now: fixture.now)
        let path = try self.path(fixture)
        let lines = try #require(fixture.files.text(path)).split(separator: "\n")
        fixture.files.put(lines[0] + "\n", at: path)
        var again = try fixture.open(kept, seed: 5)
        try again.appendAccess([viewed("three")], by: "kim", now: fixture.now)
        #expect(fixture.files.names(Self.folder).count == 2)
        #expect(try Set(whats(&again)) == ["one", "three"])
        #expect(try found(fixture, as: kept).count == 1)
    }

    @Test func repairingOnlyAppends() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        try store.appendAccess([viewed("one"), viewed("two")], by: "kim", now: fixture.now)
        let path = Self.folder + "/kim.jsonl"
        let whole = try #require(fixture.files.text(path))
        let torn = whole.replacing("\"one\"", with: "\"new\"") + #"{"v":1,"id"#
        fixture.files.put(torn, at: path)
        let repair = try store.repair(by: "kim", now: fixture.now)
        #expect(repair == Store.Repair(closed: ["audit/kim.jsonl"], noted: 2, left: []))
        let after = try #require(fixture.files.text(path))
        #expect(after.hasPrefix(torn + "\n"))
        #expect(fixture.files.names(Self.folder) == ["kim.jsonl"])
        #expect(try store.verify().map(\.isKnown) == [true, true])
        #expect(try store.repair(by: "kim", now: fixture.now) == Store.Repair())
        #expect(try whats(&store) == ["new", "two"])
    }

    /// The next line closes what a crash has torn, and counts on from it.
    @Test func aTornLineIsClosedByTheNextLook() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        try store.appendAccess([viewed("one")], by: "kim", now: fixture.now)
        let path = Self.folder + "/kim.jsonl"
        let whole = try #require(fixture.files.text(path))
        fixture.files.put(whole.dropLast() + "", at: path)
        var next = try fixture.open("kim")
        try next.appendAccess([viewed("two")], by: "kim", now: fixture.now)
        #expect(try next.readAudit().records.map(\.record.frame.sequence) == [1, 2])
        fixture.files.put((fixture.files.text(path) ?? "") + "{\"v\":1,", at: path)
        var third = try fixture.open("kim")
        try third.appendAccess([viewed("three")], by: "kim", now: fixture.now)
        #expect(try whats(&third) == ["one", "two", "three"])
        let found = try self.found(fixture)
        #expect(found.count == 1 && found[0].hasPrefix("audit/kim.jsonl:3: not JSON"), "\(found)")
    }

    // MARK: A group's store

    @Test func eachMemberOfAGroupHasAJournalOfTheirOwn() throws {
        let files = MemoryFileSystem()
        files.userIDs = ["kim": 1000, "zoe": 1001]
        let now = try #require(OffsetInstant("2026-11-03T07:10:02Z"))
        let id = try #require(RecordID("01JDA8XXXXXXXXXXXXXXXXXXXX"))
        try Store.make(at: "/ward", id: id, now: now, files: files, for: .group(2000))
        var store = try Store(opening: "/ward", files: files, zones: NoZones(), writer: .fixed("kim"))
        try store.appendAccess([viewed("one")], by: "kim", now: now)
        let status = try files.status(of: "/ward/audit/kim.jsonl", in: nil)
        #expect(status.mode == 0o660 && status.group == 2000)
        #expect(try store.verify().isEmpty)
        let others = MemoryFileSystem(files.disk)
        (others.user, others.userIDs) = (1001, files.userIDs)
        var second = try Store(opening: "/ward", files: others, zones: NoZones(), writer: .fixed("zoe"))
        try second.appendAccess([viewed("two")], by: "kim", now: now)
        files.disk.owners[try files.status(of: "/ward/audit/zoe.jsonl", in: nil).identity.inode] = 1001
        #expect(
            try store.verify() == [
                LineProblem(file: "audit/zoe.jsonl", line: 1, what: .foreignAuthor("kim"))
            ])
        // Nobody writes on in another's journal.
        var third = try Store(opening: "/ward", files: files, zones: NoZones(), writer: .fixed("zoe"))
        #expect(throws: StoreProblem.notOurs(path: "/ward/audit/zoe.jsonl")) {
            try third.appendAccess([viewed("three")], by: "kim", now: now)
        }
    }

    // MARK: First readings

    @Test func theFirstReadingOfAFlagIsThatOfAnyone() throws {
        let fixture = try StoreFixture()
        var (kim, zoe) = (try fixture.open("kim"), try fixture.open("zoe"))
        let later = OffsetInstant(fixture.now.instant.adding(seconds: 60), offsetSeconds: 0)
        let flag = "ada.R05.2026-11-01"
        func reading(_ id: String) -> AuditNote { .viewed(RecordAccess(readingFlag: id)) }
        #expect(kim.firstReadings().isEmpty)
        try zoe.appendAccess([reading(flag), viewed("screens")], by: "zoe", now: later)
        #expect(kim.firstReadings()[flag] == FlagReading(at: later, by: "zoe"))
        let before = fixture.files.bytesRead
        #expect(kim.firstReadings().count == 1 && fixture.files.bytesRead == before)
        try kim.appendAccess([reading(flag), reading("ada.R06.2026-11-01")], by: "kim", now: fixture.now)
        try zoe.appendAccess([reading(flag), viewed("flag of a ship")], by: "zoe", now: later)
        let first = kim.firstReadings()
        #expect(first[flag] == FlagReading(at: fixture.now, by: "kim") && first.count == 2)
        // A journal that is gone takes what it said along.
        fixture.files.remove(Self.folder + "/kim.jsonl")
        #expect(kim.firstReadings() == [flag: FlagReading(at: later, by: "zoe")])
    }

    @Test func aClinicIsAStoreOfSeveral() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        #expect(try !store.holdsSeveral())
        fixture.files.put("", at: StoreFixture.path + "/people/.hidden/x")
        #expect(try !store.holdsSeveral())
        _ = try store.addPerson(
            try #require(PersonID("zoe")), PersonDetails(), by: "kim", now: fixture.now)
        #expect(try store.holdsSeveral())
    }
}
