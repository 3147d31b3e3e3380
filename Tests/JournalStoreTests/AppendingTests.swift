// Appending: what is acknowledged is there, once, whatever fails and whenever the power goes.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct AppendingTests {
    @Test func whatIsWrittenIsRead() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let outcomes = try store.append(
            [fixture.note("one"), fixture.note("two")], to: fixture.ada, by: "kim", now: fixture.now)
        let journal = try store.read(fixture.ada)
        #expect(journal.notes == ["one", "two"])
        #expect(journal.problems.isEmpty)
        #expect(journal.records.dropFirst().map { AppendOutcome.written($0.record.frame.id) } == outcomes)
        #expect(journal.records.dropFirst().map(\.record.frame.sequence) == [1, 2])
        #expect(journal.records.last?.record.frame.at == fixture.now)
        #expect(journal.records.last?.file == "people/ada/kim.jsonl")
        #expect(journal.records.last?.line == 2)
        let last = try #require(journal.records.last)
        #expect(try store.line(of: last) == Array(fixture.lines("kim")[1].utf8))
    }

    @Test func aNoteToOneselfIsPrivate() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let drafts = [
            fixture.note("open"), fixture.note("hidden", to: "self"), fixture.note("shown", to: "clinic"),
        ]
        #expect(try store.append(drafts, to: fixture.ada, by: "ada", now: fixture.now).count == 3)
        #expect(try store.read(fixture.ada).notes == ["open", "shown"])
        #expect(try store.read(fixture.ada, in: .hidden).notes == ["hidden"])
        #expect(fixture.files.text(StoreFixture.path + "/.gitignore") == "private/\n")
    }

    /// Every call of an append fails once, in each way.
    @Test(arguments: [Fault.fail(errno: 5), .fail(errno: 28), .short, .stop], [false, true])
    func whatIsAcknowledgedSurvives(_ fault: Fault, _ powerGoes: Bool) throws {
        var number = 1
        while true {
            let fixture = try StoreFixture()
            var store = try fixture.open("kim")
            var acknowledged = try store.append(
                [fixture.note("before")], to: fixture.ada, by: "kim", now: fixture.now)
            fixture.files.restart()
            store = try fixture.open("kim", seed: 2)
            let opening = fixture.files.calls
            fixture.files.fault = (opening + number, fault)
            let drafts = [fixture.note("first"), fixture.note("second")]
            let outcome = try? store.append(drafts, to: fixture.ada, by: "kim", now: fixture.now)
            acknowledged += outcome ?? []
            let isReached = fixture.files.calls >= opening + number
            if powerGoes { fixture.files.crash() } else { fixture.files.restart() }

            // Who comes next can read and write, and finds all that was acknowledged, once.
            var next = try fixture.open("kim", seed: 3)
            acknowledged += try next.append(
                [fixture.note("after")], to: fixture.ada, by: "kim", now: fixture.now)
            let journal = try next.read(fixture.ada)
            let ids = journal.records.map(\.record.frame.id)
            for id in acknowledged.map(\.id) { #expect(ids.count { $0 == id } == 1, "call \(number)") }
            #expect(Set(ids).count == ids.count)
            #expect(
                journal.problems.allSatisfy { if case .damaged = $0.what { true } else { false } },
                "\(journal.problems)")
            #expect(fixture.lines("kim").last == "")
            if !isReached { break }
            number += 1
        }
        #expect(number > 10)
    }

    @Test func aTornEndIsHealedAndReported() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        _ = try store.append([fixture.note("whole")], to: fixture.ada, by: "kim", now: fixture.now)
        let whole = try #require(fixture.files.text(fixture.journal("kim")))
        fixture.files.put(whole + #"{"v":1,"id":"01"#, at: fixture.journal("kim"))

        let torn = try store.read(fixture.ada)
        #expect(torn.notes == ["whole"])
        #expect(torn.problems == [LineProblem(file: "people/ada/kim.jsonl", line: 2, what: .damaged(.torn))])
        _ = try store.append([fixture.note("next")], to: fixture.ada, by: "kim", now: fixture.now)
        let healed = try store.read(fixture.ada)
        #expect(healed.notes == ["whole", "next"])
        #expect(healed.problems.map(\.line) == [2])
        #expect(fixture.lines("kim")[1] == #"{"v":1,"id":"01"#)
        #expect(healed.records.last?.record.frame.sequence == 2)
    }

    @Test func aFullDiskLeavesTheJournalAsItWas() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        _ = try store.append([fixture.note("one")], to: fixture.ada, by: "kim", now: fixture.now)
        let before = fixture.files.bytes(fixture.journal("kim"))
        let files = fixture.files
        var isFirst = true
        files.beforeCall = { call, _ in
            guard call == .write else { return }
            // The first write takes a part, the next one finds the disk full.
            files.fault = (files.calls + 1, isFirst ? .short : .fail(errno: 28))
            isFirst = false
        }
        #expect(throws: StoreProblem.writeFailed(path: fixture.journal("kim"), errno: 28)) {
            try store.append([fixture.note("two")], to: fixture.ada, by: "kim", now: fixture.now)
        }
        #expect(fixture.files.bytes(fixture.journal("kim")) == before)
        #expect(try store.read(fixture.ada).notes == ["one"])
    }

    @Test func aFailedSyncIsNotTriedAgain() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let files = fixture.files
        files.beforeCall = { call, _ in if call == .sync { files.fault = (files.calls + 1, .fail(errno: 5)) }
        }
        #expect(throws: StoreProblem.syncFailed(path: fixture.journal("kim"), errno: 5)) {
            try store.append([fixture.note("one")], to: fixture.ada, by: "kim", now: fixture.now)
        }
        files.beforeCall = nil
        files.fault = nil
        #expect(throws: StoreProblem.readOnly(path: fixture.journal("kim"))) {
            try store.append([fixture.note("one")], to: fixture.ada, by: "kim", now: fixture.now)
        }
    }

    @Test func whoeverHoldsTheLockIsNamed() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("planter")
        fixture.files.holder = LockHolder(process: 4242, name: "lull")
        let folder = try fixture.files.openFolder(StoreFixture.folder, in: nil)
        let file = try fixture.files.openFile("planter.jsonl", in: folder, for: .appending)
        #expect(try fixture.files.tryLock(file, shared: false))
        let busy = StoreProblem.busy(
            path: fixture.journal("planter"), holder: LockHolder(process: 4242, name: "lull"))
        #expect(throws: busy) {
            try store.append([fixture.note("one")], to: fixture.ada, by: "kim", now: fixture.now)
        }
        #expect(fixture.files.paused == 5000)
    }

    @Test func aJournalThatIsReplacedMeanwhileIsWrittenAgain() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        _ = try store.append([fixture.note("one")], to: fixture.ada, by: "kim", now: fixture.now)
        let files = fixture.files
        let copy = try #require(files.bytes(fixture.journal("kim")))
        files.beforeCall = { call, _ in
            guard call == .sync else { return }
            // A synchroniser puts its older copy in place between the write and the answer.
            files.beforeCall = nil
            files.replace(fixture.journal("kim"), with: copy)
        }
        let outcome = try store.append([fixture.note("two")], to: fixture.ada, by: "kim", now: fixture.now)
        let journal = try store.read(fixture.ada)
        #expect(journal.notes == ["one", "two"])
        #expect(journal.records.last?.record.frame.id == outcome.first?.id)
    }

    @Test(arguments: ["link", "pipe", "second name", "folder"])
    func whatIsNoJournalIsNotWrittenTo(_ what: String) throws {
        let fixture = try StoreFixture()
        switch what {
        case "link": fixture.files.place(.link(to: "/etc/passwd"), at: fixture.journal("kim"))
        case "pipe": fixture.files.place(.pipe, at: fixture.journal("kim"))
        case "folder": fixture.files.place(.folder(names: [:], synced: [:]), at: fixture.journal("kim"))
        default: fixture.files.linkHard(fixture.journal("planter"), to: fixture.journal("kim"))
        }
        var store = try fixture.open("kim")
        #expect(throws: StoreProblem.notOurs(path: fixture.journal("kim"))) {
            try store.append([fixture.note("one")], to: fixture.ada, by: "kim", now: fixture.now)
        }
    }

    @Test func whatWouldNotReadBackIsRefused() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        let practice = Practice(programme: "box", start: fixture.now, seconds: -3, completed: true)
        let bad = [
            RecordDraft(.practice(practice)), RecordDraft(.other(kind: "weather")),
            fixture.note(String(repeating: "x", count: RecordLine.maximumLength)),
        ]
        for draft in bad {
            let problem = #expect(throws: StoreProblem.self) {
                try store.append([fixture.note("good"), draft], to: fixture.ada, by: "ada", now: fixture.now)
            }
            guard case .notRecordable(index: 1, _) = problem else {
                Issue.record("\(String(describing: problem))")
                continue
            }
        }
        #expect(try store.read(fixture.ada).notes.isEmpty)
    }

    @Test func noDescriptorIsLeftOpen() throws {
        let fixture = try StoreFixture()
        var store = try fixture.open("kim")
        for _ in 0..<3 {
            _ = try store.append([fixture.note("x")], to: fixture.ada, by: "kim", now: fixture.now)
        }
        _ = try store.readEveryone()
        #expect(fixture.files.openDescriptors == 1)
    }
}
