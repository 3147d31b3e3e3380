// Which store and which person a command is about, and the way to both.

import CareDomain
import JournalStore

/// A person of the store, with the zone and the date that hold for them now.
struct Subject {
    let history: PersonHistory
    let zone: Zone
    let today: CivilDate

    var id: PersonID { history.id }
}

extension Invocation {
    /// The store's folder: `--store`, else `LULL_STORE`, else `lull` in the data folder.
    /// It is made absolute, since this user's journals in it are known by its path.
    var storePath: String {
        let path = global.store ?? environment.variable("LULL_STORE") ?? folders.data
        guard !path.hasPrefix("/"), let here = environment.variable("PWD") else { return path }
        return (here == "/" ? "" : here) + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
    }

    var folders: Folders { Folders(environment) }

    /// The store, opened once.
    /// - Throws: `Failure` where there is none, or it cannot be opened.
    mutating func store() throws -> Store {
        if let openedStore { return openedStore }
        return try openStore(writer: environment.ownWriter, at: storePath)
    }

    @discardableResult
    mutating func openStore(writer: WriterName, at path: String) throws -> Store {
        do throws(StoreProblem) {
            let store = try Store(
                opening: path, files: environment.files, zones: zones, writer: writer,
                random: environment.random)
            if openedStore == nil, store.isOpenToOthers {
                note("others can look into \(store.path); 'chmod 700' keeps them out")
            }
            openedStore = store
            return store
        } catch {
            throw Failure(error, files: environment.files)
        }
    }

    /// Does something with the store, which keeps what it has learnt by it.
    mutating func withStore<Value>(_ body: (inout Store) throws(StoreProblem) -> Value) throws -> Value {
        var store = try store()
        // Only one copy, so that what was read is not copied with it.
        openedStore = nil
        defer { openedStore = store }
        do throws(StoreProblem) {
            return try body(&store)
        } catch {
            throw Failure(error, files: environment.files)
        }
    }

    mutating func isStoreThere() throws -> Bool {
        do {
            _ = try store()
            return true
        } catch let failure as Failure where failure.status == .notFound {
            return false
        }
    }
}

// MARK: Reading

extension Invocation {
    mutating func people() throws -> [PersonID] {
        try withStore { store throws(StoreProblem) in try store.people().ids }
    }

    mutating func subject(_ id: PersonID) throws -> Subject {
        let journal = try withStore { store throws(StoreProblem) in try store.read(id) }
        report(journal)
        let history = PersonHistory(id: id, records: journal.records.map(\.record), now: now)
        for conflict in history.conflicts { note("\(id): \(conflict.words)") }
        let zone = try zone(of: history.details)
        return Subject(history: history, zone: zone, today: zone.date(now))
    }

    /// The one that was named, else everyone.
    mutating func subjects() throws -> [Subject] {
        if let id = global.patient { return [try subject(id)] }
        return try people().map { try subject($0) }
    }

    /// The one that was named, else the only one.
    mutating func theSubject() throws -> Subject {
        let subject = try subject(thePerson())
        conversation.subject = subject
        return subject
    }

    mutating func thePerson() throws -> PersonID {
        if let id = global.patient {
            guard try withStore({ store throws(StoreProblem) in try store.has(id) }) else {
                throw Failure.noSuchPerson(id)
            }
            return id
        }
        let ids = try people()
        guard let first = ids.first else {
            throw Failure(.notFound, "the store holds no one yet; add someone with 'lull patient add ID'")
        }
        guard ids.count == 1 else {
            throw Failure.usage(
                "the store holds \(ids.count) people; say whom you mean, such as --patient \(first)"
            )
        }
        return first
    }

    /// Says which lines could not be read, or are not as they were written; and what happened to journals.
    func report(_ journal: PersonJournal) {
        report(
            journal.notices, journal.problems, newerLines: journal.newerLines, of: journal.id.description)
    }

    /// - Parameter whose: the person's id, or what the journals are.
    func report(_ notices: [JournalNotice], _ problems: [LineProblem], newerLines: Int, of whose: String) {
        for notice in notices { note(notice.description) }
        let unread = problems.filter { $0.hidesSomething && !$0.isKnown }
        for problem in unread.prefix(3) {
            let place = problem.line.map { "\(problem.file):\($0)" } ?? problem.file
            note("\(place): \(problem.what); it was left out")
        }
        if unread.count > 3 { note("\(unread.count - 3) more lines of \(whose) could not be read") }
        let edited = problems.filter { $0.what == .edited && !$0.isKnown }
        for problem in edited.prefix(3) {
            note("\(problem.file):\(problem.line ?? 0): \(problem.what); it is shown as it stands")
        }
        if newerLines > 0 {
            let count = NumberWords.count(newerLines, "line")
            note("\(count) of \(whose) of a later version of Lull left out; update Lull to see more")
        }
    }
}

// MARK: Writing

extension Invocation {
    /// Writes a record and prints its id, once it is safely on the disk.
    mutating func append(_ draft: RecordDraft, to subject: Subject) throws {
        try putKept(write(draft, to: subject))
    }

    /// Writes a record.
    /// - Returns: its id, once it is safely on the disk.
    @discardableResult
    mutating func write(_ draft: RecordDraft, to subject: Subject) throws -> RecordID {
        let outcomes = try append([draft], to: subject)
        guard let id = outcomes.first?.id else {
            throw Failure(.inputOutput, "the record was not kept; try again")
        }
        return id
    }

    mutating func append(
        _ drafts: [RecordDraft], to subject: Subject, update: Bool = false
    ) throws -> [AppendOutcome] {
        try refuseWhereReadOnly()
        let (author, stamp) = (author, stamp(in: subject.zone))
        let outcomes: [AppendOutcome]
        do {
            outcomes = try withStore { store throws(StoreProblem) in
                try store.append(drafts, to: subject.id, by: author, now: stamp, update: update)
            }
        } catch let failure as Failure {
            throw drafts.count == 1 ? keepingAside(drafts[0], failure) : failure
        }
        conversation.note(drafts, outcomes)
        try questionClock(stamp)
        return outcomes
    }

    /// A clock that is far behind the newest record is questioned, and never refused.
    mutating func questionClock(_ stamp: OffsetInstant) throws {
        let zone = try zone()
        guard !hasQuestionedClock, let newest = try store().newest(aheadOf: stamp.instant) else { return }
        hasQuestionedClock = true
        note(
            "the clock says \(stamp.text()), but the newest record is of "
                + "\(OffsetInstant(newest, in: zone).text()); check the date of this machine")
    }

    func refuseWhereReadOnly() throws {
        if environment.variable("HOME") == nil, environment.variable("XDG_STATE_HOME") == nil {
            throw Failure(
                .cannotCreate,
                "neither HOME nor XDG_STATE_HOME is set, so there is no place to remember the "
                    + "writer in; set one of them")
        }
        if global.readonly {
            throw Failure(.notAllowed, "--readonly was given, so nothing is written; leave it out")
        }
    }

    /// Makes a store and opens it.
    mutating func makeStore(
        writer: WriterName, at path: String, id: RecordID? = nil, for access: StoreAccess = .owner
    ) throws {
        try refuseWhereReadOnly()
        let stamp = stamp(in: try zone())
        var random = environment.random
        let id =
            id
            ?? RecordID(
                milliseconds: now.milliseconds,
                randomness: (
                    UInt16.random(in: .min ... .max, using: &random),
                    UInt64.random(in: .min ... .max, using: &random)
                ))
        do throws(StoreProblem) {
            try Store.make(at: path, id: id, now: stamp, files: environment.files, for: access)
        } catch {
            throw Failure(error, files: environment.files)
        }
        try openStore(writer: writer, at: path)
    }
}
