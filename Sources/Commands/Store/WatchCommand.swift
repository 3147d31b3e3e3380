// Watching the store: each record is printed as it arrives, whoever wrote it.

import ArgumentParser
import CareDomain
import JournalStore

struct WatchCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Prints each record as it arrives, also from other programs.",
        discussion: """
            Goes on until it is interrupted (Ctrl-C). With --json or --jsonl an object a
            line, as 'records' has it.

              lull watch --jsonl
            """)

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        if global.form == .csv { throw Failure.usage("what arrives is no table; take --jsonl") }
        if global.patient != nil { _ = try invocation.thePerson() }
        var watcher = try invocation.withStore { store throws(StoreProblem) in try StoreWatcher(store) }
        var seen: [PersonID: Set<RecordID>] = [:]
        for person in try invocation.people() { seen[person] = try ids(of: person, &invocation) }
        // It ends with an interruption, so it is noted as it begins.
        invocation.noteAccess(of: self)
        while true {
            // A hint can be missing, as on folders that another machine writes to.
            let isHinted = invocation.waitForNews(
                watcher.descriptors, seconds: watcher.descriptors.isEmpty ? 1 : 2)
            guard let isHinted else { throw Failure(.interrupted, nil) }
            let changed = try Result { () throws(StoreProblem) in try watcher.changed(looking: !isHinted) }
                .mapError { Failure($0, files: invocation.environment.files) }.get()
            for person in changed where global.patient == nil || global.patient == person {
                try show(person, &seen[person, default: []], &invocation)
            }
        }
    }

    private func ids(of person: PersonID, _ invocation: inout Invocation) throws -> Set<RecordID> {
        let journal = try invocation.withStore { store throws(StoreProblem) in try store.read(person) }
        return Set(journal.records.map(\.record.frame.id))
    }

    private func show(
        _ person: PersonID, _ seen: inout Set<RecordID>, _ invocation: inout Invocation
    ) throws {
        guard try invocation.people().contains(person) else { return }
        let lines = try invocation.storedLines(of: person).filter { !seen.contains($0.id) }
        for line in lines.sorted(by: { $0.stored.record.frame.at.instant < $1.stored.record.frame.at.instant }
        ) {
            seen.insert(line.id)
            if global.form == .text {
                let cells = [person.text] + line.cells.map { $0 ?? "" }
                try invocation.put(lines: [cells.joined(separator: "  ")])
            } else {
                try invocation.put(lines: [line.rowText])
            }
        }
    }
}

extension Invocation {
    /// Waits until one of the descriptors can be read, or the time is over.
    /// - Returns: whether one can be read; nil where a person interrupted.
    fileprivate func waitForNews(_ descriptors: [Int32], seconds: Int64) -> Bool? {
        environment.waitForNews(descriptors, environment.steadyClock() + seconds * 1_000_000_000)
    }
}
