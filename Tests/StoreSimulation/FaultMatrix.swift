// Every call of every operation fails in every way, and what was acknowledged is there.

import CareDomain
import JournalStore

/// One operation on a store, one fault at one of its calls, and then the power or only the program goes.
package struct FaultMatrix {
    /// What a program does with a store.
    package enum Operation: CaseIterable, Sendable {
        case make, plant, addPerson, append, appendTorn, appendMany, keepPrivate, importAgain, correct,
            repair, read, look, lookTorn
    }

    /// How many faults there were, and how many of them had the operation refused.
    package struct Count: Sendable {
        package var faults = 0
        package var refused = 0

        package init() {}
    }

    package static let everyFault: [Fault] =
        [5, 28, 122, 30, 13].flatMap { [Fault.fail(errno: $0), .failFromHere(errno: $0)] } + [.short, .stop]

    private static let path = "/home/store"
    private static let stamp = OffsetInstant(Instant(seconds: 1_790_000_000), offsetSeconds: 0)

    package init() {}

    /// Lets each call of an operation fail in one way, one after another.
    /// - Throws: `BrokenPromise`, its seed the number of the call.
    package func run(
        _ operation: Operation, _ fault: Fault, powerGoes: Bool, _ count: inout Count
    ) throws {
        var number = 1
        while try run(operation, fault, at: number, powerGoes: powerGoes, &count) { number += 1 }
    }

    /// - Returns: whether the operation makes so many calls.
    private func run(
        _ operation: Operation, _ fault: Fault, at number: Int, powerGoes: Bool, _ count: inout Count
    ) throws -> Bool {
        let disk = MemoryDisk()
        var promised = try prepare(disk, operation)
        let files = MemoryFileSystem(disk)
        files.fault = (number, fault)
        do {
            promised.merge(try perform(operation, files)) { _, new in new }
        } catch is StoreProblem {
            count.refused += 1
        }
        let isReached = files.calls >= number
        if powerGoes { disk.crash() }
        files.restart()
        count.faults += 1
        try check(promised, disk, "\(operation), \(fault) at call \(number)", UInt64(number))
        return isReached
    }

    // MARK: Operations

    private func open(_ files: MemoryFileSystem, seed: UInt64 = 1) throws(StoreProblem) -> Store {
        try Store(
            opening: Self.path, files: files, zones: UniversalTime(),
            writer: .kept(user: "ada", host: "laptop", stateFolder: "/home/ada/state"),
            random: SeededGenerator(seed: seed))
    }

    private func note(_ text: String, key: String? = nil, to: String? = nil) -> RecordDraft {
        let origin = key.map {
            RecordDraft.Origin(source: "fitbit", key: $0, instant: Instant(seconds: 1_780_000_000))
        }
        return RecordDraft(.note(Note(text: text, to: to)), origin: origin)
    }

    private func person(_ name: String) throws -> PersonID {
        guard let id = PersonID(name) else { throw BrokenPromise(seed: 0, step: 0, what: "no id \(name)") }
        return id
    }

    private func make(_ files: MemoryFileSystem) throws(StoreProblem) {
        let id = RecordID(milliseconds: Self.stamp.instant.milliseconds, randomness: (1, 1))
        try Store.make(at: Self.path, id: id, now: Self.stamp, files: files)
    }

    /// What stands before the operation: a store, one person, and records on the disk.
    private func prepare(_ disk: MemoryDisk, _ operation: Operation) throws -> [RecordID: String] {
        let files = MemoryFileSystem(disk)
        files.put("", at: "/home/ada/.keep")
        if operation == .make { return [:] }
        try make(files)
        if operation == .plant { return [:] }
        var store = try open(files)
        let ada = try person("ada")
        _ = try store.addPerson(ada, PersonDetails(), by: "ada", now: Self.stamp)
        let drafts = [note("first"), note("from elsewhere", key: "1")]
        var promised = try promises(drafts, store.append(drafts, to: ada, by: "ada", now: Self.stamp))
        if operation == .lookTorn { promised.merge(try look("seen before", &store)) { $1 } }
        let folder = Self.path + (operation == .lookTorn ? "/audit" : "/people/ada")
        if [.appendTorn, .repair, .lookTorn].contains(operation) {
            for name in files.names(folder) {
                files.put(
                    (files.bytes(folder + "/" + name) ?? []) + Array("{\"v\":1,\"id".utf8),
                    at: folder + "/" + name)
            }
        }
        return promised
    }

    private func look(_ what: String, _ store: inout Store) throws(StoreProblem) -> [RecordID: String] {
        let note = AuditNote.viewed(RecordAccess(patient: PersonID("ada"), what: what))
        let ids = try store.appendAccess([note], by: "ada", now: Self.stamp)
        return Dictionary(ids.map { ($0, what) }) { $1 }
    }

    private func promises(_ drafts: [RecordDraft], _ outcomes: [AppendOutcome]) -> [RecordID: String] {
        var result: [RecordID: String] = [:]
        for (draft, outcome) in zip(drafts, outcomes) {
            if case .changed = outcome { continue }
            if case .note(let note) = draft.body { result[outcome.id] = note.text }
        }
        return result
    }

    /// - Returns: what is acknowledged.
    private func perform(_ operation: Operation, _ files: MemoryFileSystem) throws -> [RecordID: String] {
        if operation == .make {
            try make(files)
            return [:]
        }
        var store = try open(files, seed: 2)
        let ada = try person("ada")
        func append(_ drafts: [RecordDraft], update: Bool = false) throws -> [RecordID: String] {
            promises(
                drafts, try store.append(drafts, to: ada, by: "ada", now: Self.stamp, update: update))
        }
        switch operation {
        case .make: return [:]
        case .plant: return try plant(ada, in: &store)
        case .addPerson:
            _ = try store.addPerson(try person("zoe"), PersonDetails(), by: "ada", now: Self.stamp)
            return [:]
        case .append, .appendTorn: return try append([note("second")])
        case .appendMany: return try append((0..<40).map { note("many \($0)") })
        case .keepPrivate: return try append([note("hidden", to: "self"), note("open")])
        case .importAgain:
            let drafts = [note("from elsewhere", key: "1"), note("new", key: "2")]
            return try append(drafts + [note("changed", key: "1")], update: true)
        case .correct:
            let first = try store.read(ada).records.first {
                if case .note = $0.record.body { true } else { false }
            }
            let draft = RecordDraft(.note(Note(text: "corrected")), replaces: first?.record.frame.id)
            return try append([draft])
        case .repair:
            _ = try store.repair(by: "ada", now: Self.stamp)
            return [:]
        case .look, .lookTorn: return try look("seen", &store)
        case .read:
            _ = try store.readEveryone()
            _ = try store.verify()
            return [:]
        }
    }

    /// A person with an open and a private journal, and another one.
    private func plant(_ id: PersonID, in store: inout Store) throws -> [RecordID: String] {
        let details = RecordDraft(
            .person(PersonDetails()),
            origin: .init(source: "planted", key: "person", instant: Self.stamp.instant))
        let notes = [note("planted", key: "1"), note("hidden", key: "2", to: "self")]
        for person in [id, try person("zoe")] {
            try store.plant(
                PlantedJournal(of: person, [details] + notes, by: "planted", now: Self.stamp))
        }
        try store.settle()
        return try promises(notes, store.append(notes, to: id, by: "ada", now: Self.stamp))
    }

    // MARK: Promises

    private func check(
        _ promised: [RecordID: String], _ disk: MemoryDisk, _ what: String, _ number: UInt64
    ) throws {
        func broken(_ why: String) -> BrokenPromise {
            BrokenPromise(seed: number, step: 0, what: what + ": " + why)
        }
        let files = MemoryFileSystem(disk)
        // What was being made when it failed can be made, and is a store or none.
        if (try? open(files)) == nil {
            do { try make(files) } catch { throw broken("cannot be made: \(error)") }
        }
        var store = try open(files, seed: 3)
        let ada = try person("ada")
        if try !store.has(ada) { _ = try store.addPerson(ada, PersonDetails(), by: "ada", now: Self.stamp) }
        do {
            let id = try store.append([note("after")], to: ada, by: "ada", now: Self.stamp).first?.id
            let lastLook = try look("seen after", &store)
            var found: [RecordID: [String]] = [:]
            for part in [StoreFolder.people, .hidden] {
                for stored in try store.read(ada, in: part).records {
                    let text = if case .note(let note) = stored.record.body { note.text } else { "" }
                    found[stored.record.frame.id, default: []].append(text)
                }
            }
            for stored in try store.readAudit().records {
                let text = if case .viewed(let access) = stored.record.body { access.what } else { "" }
                found[stored.record.frame.id, default: []].append(text)
            }
            for (id, text) in promised.merging(lastLook, uniquingKeysWith: { $1 }) where found[id] != [text] {
                throw broken("\(id) says \(found[id] ?? []) in place of \(text)")
            }
            guard let id, found[id] == ["after"] else { throw broken("nothing can be written any more") }
            let twice = found.filter { $0.value.count > 1 }
            if !twice.isEmpty { throw broken("\(twice.count) records are there twice") }
        } catch let problem as StoreProblem {
            throw broken("\(problem)")
        }
    }
}
