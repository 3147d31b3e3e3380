// Making and opening a store, and the people in it.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct StoreTests {
    private func open(_ fixture: StoreFixture, _ path: String) throws(StoreProblem) -> Store {
        try Store(opening: path, files: fixture.files, zones: NoZones(), writer: .fixed("kim"))
    }

    @Test func whatIsNoStoreIsToldApart() throws {
        let fixture = try StoreFixture()
        let settings = StoreFixture.path + "/lull-store.json"
        #expect(try open(fixture, StoreFixture.path + "/").id == "01JDA8XXXXXXXXXXXXXXXXXXXX")
        #expect(throws: StoreProblem.noStore(path: "/nowhere")) { try open(fixture, "/nowhere") }
        #expect(throws: StoreProblem.noStore(path: "/home/ada")) { try open(fixture, "/home/ada") }
        #expect(throws: StoreProblem.noStore(path: settings)) { try open(fixture, settings) }
        fixture.files.put(#"{"format":"lull-store","version":2,"id":"x"}"#, at: settings)
        #expect(throws: StoreProblem.newerStore(path: StoreFixture.path, version: 2)) {
            try open(fixture, StoreFixture.path)
        }
        for text in ["", "{}", #"{"format":"other","version":1,"id":"x"}"#] {
            fixture.files.put(text, at: settings)
            #expect(throws: StoreProblem.notAStore(path: StoreFixture.path)) {
                try open(fixture, StoreFixture.path)
            }
        }
    }

    @Test func onlyTheOwnerOfAStoreIsToldThatOthersCanLookIntoIt() throws {
        let fixture = try StoreFixture()
        #expect(try !open(fixture, StoreFixture.path).isOpenToOthers)
        let root = try fixture.files.status(of: StoreFixture.path, in: nil).identity.inode
        fixture.files.disk.modes[root] = 0o755
        #expect(try open(fixture, StoreFixture.path).isOpenToOthers)
        fixture.files.disk.owners[root] = 7
        #expect(try !open(fixture, StoreFixture.path).isOpenToOthers)
    }

    @Test func aStoreIsMadeOnceAndOnlyInAnEmptyFolder() throws {
        let fixture = try StoreFixture()
        let id = try #require(RecordID("01JDA8XXXXXXXXXXXXXXXXXXXX"))
        #expect(throws: StoreProblem.alreadyThere(path: StoreFixture.path)) {
            try Store.make(at: StoreFixture.path, id: id, now: fixture.now, files: fixture.files)
        }
        #expect(throws: StoreProblem.cannotCreate(path: "/home", errno: 39)) {
            try Store.make(at: "/home", id: id, now: fixture.now, files: fixture.files)
        }
        #expect(
            fixture.files.names(StoreFixture.path).filter { !$0.hasPrefix(".") } == [
                "audit", "clinic", "lull-store.json", "people", "private",
            ])
    }

    /// A store that could not be made can be made the next time, and is no store in between.
    @Test func makingIsAllOrNothing() throws {
        let id = try #require(RecordID("01JDA8XXXXXXXXXXXXXXXXXXXX"))
        let now = try #require(OffsetInstant("2026-11-03T07:10:02Z"))
        for fault in [Fault.fail(errno: 28), .stop] {
            var number = 1
            while true {
                let files = MemoryFileSystem()
                files.fault = (number, fault)
                let isMade = (try? Store.make(at: "/a/b/store", id: id, now: now, files: files)) != nil
                let isReached = files.calls >= number
                files.crash()
                func open() throws -> Store {
                    try Store(opening: "/a/b/store", files: files, zones: NoZones(), writer: .fixed("kim"))
                }
                if isMade {
                    #expect(throws: Never.self) { try open() }
                } else {
                    if (try? open()) == nil {
                        try Store.make(at: "/a/b/store", id: id, now: now, files: files)
                    }
                    #expect(throws: Never.self, "call \(number)") { try open() }
                }
                if !isReached { break }
                number += 1
            }
            #expect(number > 20)
        }
    }

    @Test func peopleAreAddedOnce() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        #expect(throws: StoreProblem.personExists(fixture.ada)) {
            try store.addPerson(fixture.ada, PersonDetails(), by: "kim", now: fixture.now)
        }
        let zoe = try #require(PersonID("zoe"))
        #expect(throws: StoreProblem.noSuchPerson(zoe)) { try store.read(zoe) }
        #expect(throws: StoreProblem.noSuchPerson(zoe)) {
            try store.append([fixture.note("x")], to: zoe, by: "kim", now: fixture.now)
        }
        // A folder that an attempt has left without a journal is taken over.
        fixture.files.place(.folder(names: [:], synced: [:]), at: StoreFixture.path + "/people/zoe")
        _ = try store.addPerson(zoe, PersonDetails(name: "Zoë"), by: "kim", now: fixture.now)
        let everyone = try store.readEveryone()
        #expect(everyone.people.map(\.id) == [fixture.ada, zoe])
        #expect(everyone.people.map(\.records.count) == [1, 1])
    }

    @Test func theHolderOfALockIsFoundInTheTable() {
        let table = """
            1: POSIX  ADVISORY  WRITE 11 08:01:131 0 EOF
            2: FLOCK  ADVISORY  READ  12 08:01:131 0 EOF
            3: FLOCK  ADVISORY  WRITE 4242 08:01:131 0 EOF
            3: -> FLOCK  ADVISORY  WRITE 13 08:01:131 0 EOF
            4: FLOCK
            """
        #expect(LockTable.holder(of: 131, in: table) == 4242)
        #expect(LockTable.holder(of: 13, in: table) == nil)
    }
}
