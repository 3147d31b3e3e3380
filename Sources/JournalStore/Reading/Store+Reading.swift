// Reading people's journals, without locks, and only what is new since the last time.

import CareDomain

extension Store {
    /// Everything that a person's journals hold.
    /// - Parameter folder: the part of the store; what is private is only read by asking for it.
    /// - Throws: `noSuchPerson` where `people` has no such folder, `readFailed`, `notPermitted`. A journal
    ///   that cannot be read is a problem in the result.
    package mutating func read(_ person: PersonID, in folder: StoreFolder = .people) throws(StoreProblem)
        -> PersonJournal
    {
        guard let opened = try personFolder(person, in: folder) else {
            if folder == .people { throw .noSuchPerson(person) }
            return PersonJournal(id: person)
        }
        return try read(person, in: folder, opened)
    }

    /// Everyone, in the order of their ids.
    package mutating func readEveryone() throws(StoreProblem) -> (
        people: [PersonJournal], problems: [LineProblem]
    ) {
        let (ids, problems) = try people()
        var journals: [PersonJournal] = []
        for id in ids {
            // A folder that has gone since it was listed is no one.
            if let folder = try personFolder(id, in: .people) {
                journals.append(try read(id, in: .people, folder))
            }
        }
        return (journals, problems)
    }

    /// Lets go of what was read of a person's journals: the next reading begins at their first lines.
    package mutating func forget(_ person: PersonID) {
        for folder in StoreFolder.allCases { cursors.forget("\(folder.rawValue)/\(person)/") }
    }

    mutating func read(
        _ person: PersonID, in folder: StoreFolder, _ opened: HeldDescriptor
    ) throws(StoreProblem) -> PersonJournal {
        let prefix = "\(folder.rawValue)/\(person)/"
        let look = try refresh(prefix, opened)
        var result = PersonJournal(id: person)
        result.notices = unsaid.filter { $0.file.hasPrefix(prefix) } + look.notices
        unsaid.removeAll { $0.file.hasPrefix(prefix) }
        result.problems = look.problems
        for path in look.journals {
            guard let cursor = cursors[path] else { continue }
            result.records += cursor.records
            result.problems += cursor.problems
            result.newerLines += cursor.newerLines
        }
        result.knownDamage = Self.merge(&result.records, &result.problems)
        return result
    }

    /// What a look at the journals of one folder found, beside what stands in their cursors.
    struct FolderLook {
        /// The paths in the store of the journals that could be read, by name.
        var journals: [String] = []
        var problems: [LineProblem] = []
        var notices: [JournalNotice] = []
    }

    /// Brings the cursors of a folder's journals up to date; what has not changed is not read.
    /// - Parameter prefix: the folder's path in the store, with a slash at its end.
    mutating func refresh(_ prefix: String, _ opened: HeldDescriptor) throws(StoreProblem) -> FolderLook {
        var look = FolderLook()
        var names: [String]
        do {
            names = try files.list(opened.descriptor).filter(Self.isJournalName)
        } catch {
            throw .reading(error, path + "/" + prefix)
        }
        names.sort()
        for name in cursors.names(in: prefix).sorted() where !names.contains(name) {
            cursors[prefix, name] = nil
            look.notices.append(JournalNotice(file: prefix + name, what: .vanished))
        }
        for name in names { refresh(name, prefix: prefix, opened, &look) }
        return look
    }

    static func isJournalName(_ name: String) -> Bool { name.hasSuffix(".jsonl") && !name.hasPrefix(".") }

    private mutating func refresh(
        _ name: String, prefix: String, _ folder: HeldDescriptor, _ look: inout FolderLook
    ) {
        let path = prefix + name
        do throws(FileProblem) {
            guard try files.status(of: name, in: folder.descriptor).kind == .file else {
                look.problems.append(LineProblem(file: path, line: nil, what: .notAJournal))
                return
            }
            let file = try files.openFile(name, in: folder.descriptor, for: .reading)
            defer { files.close(file) }
            // Taken out while it changes, so that its records are not copied.
            var cursor = cursors.take(prefix, name) ?? JournalCursor(path: path)
            do throws(FileProblem) {
                if let notice = try cursor.refresh(file, files: files, zones: zones) {
                    look.notices.append(notice)
                }
            } catch {
                // Read to the middle, it would look unchanged the next time.
                cursors[prefix, name] = JournalCursor(path: path)
                throw error
            }
            if let newest = cursor.newest { clock.observe(newest) }
            cursors[prefix, name] = cursor
            look.journals.append(path)
            if cursor.hasOpenEnd, try isTorn(file, cursor) {
                look.problems.append(LineProblem(file: path, line: cursor.lines + 1, what: .damaged(.torn)))
            }
        } catch {
            look.problems.append(LineProblem(file: path, line: nil, what: .unreadable(errno: error.errno)))
        }
    }

    /// Whether an end without a line break stays: no one holds the lock for writing, and nothing was added.
    private func isTorn(_ file: Descriptor, _ cursor: JournalCursor) throws(FileProblem) -> Bool {
        guard try files.tryLock(file, shared: true) else { return false }
        return try files.status(of: file).size == cursor.size
    }

    /// Puts records in order, those that several files have once, and marks the problems that are known.
    /// - Returns: what notes among the records say of damaged lines.
    static func merge(
        _ records: inout [StoredRecord], _ problems: inout [LineProblem]
    ) -> Set<KnownDamage> {
        order(&records)
        var knownDamage: Set<KnownDamage> = []
        var kept: [StoredRecord] = []
        kept.reserveCapacity(records.count)
        var sameFrom = 0
        for stored in records {
            if kept.last?.record.frame.id != stored.record.frame.id { sameFrom = kept.count }
            let isKnown = kept[sameFrom...].contains { haveOneContent($0, stored) }
            if isKnown { continue }
            if sameFrom < kept.count {
                let id = stored.record.frame.id
                problems.append(LineProblem(file: stored.file, line: stored.line, what: .sameID(id)))
            }
            if case .damage(let damage) = stored.record.body { knownDamage.insert(damage) }
            kept.append(stored)
        }
        records = kept
        problems = LineProblem.inOrder(problems)
        LineProblem.mark(&problems, known: knownDamage)
        return knownDamage
    }

    /// By id; those with one id by file and line. Places are sorted, and records moved once.
    private static func order(_ records: inout [StoredRecord]) {
        let isBefore = { (a: StoredRecord, b: StoredRecord) in
            let (x, y) = (a.record.frame.id, b.record.frame.id)
            return x == y ? (a.file, a.line) < (b.file, b.line) : x < y
        }
        if (1..<max(1, records.count)).allSatisfy({ !isBefore(records[$0], records[$0 - 1]) }) { return }
        let ids = records.map(\.record.frame.id)
        let places = records.indices.sorted { a, b in
            ids[a] == ids[b] ? isBefore(records[a], records[b]) : ids[a] < ids[b]
        }
        records = places.map { records[$0] }
    }

    static func haveOneContent(_ a: StoredRecord, _ b: StoredRecord) -> Bool {
        // Of a kind that is not known, only the line itself can be compared.
        if case .other = a.record.body { return a.checkSum == b.checkSum }
        return a.record.body == b.record.body
    }

    /// A record's line as it stands in its journal, without the line break.
    /// - Throws: `readFailed`, `notPermitted`, `noSuchPerson` where the folder has gone.
    package func line(of stored: StoredRecord) throws(StoreProblem) -> [UInt8] {
        let parts = stored.file.split(separator: "/")
        guard parts.count == 3, let folder = StoreFolder(rawValue: String(parts[0])),
            let person = PersonID(String(parts[1]))
        else { throw .readFailed(path: stored.file, errno: ErrorNumber.noSuchFile) }
        guard let opened = try personFolder(person, in: folder) else { throw .noSuchPerson(person) }
        do {
            let file = try files.openFile(String(parts[2]), in: opened.descriptor, for: .reading)
            defer { files.close(file) }
            return try files.read(file, at: stored.range.lowerBound, count: stored.range.count)
        } catch {
            throw .reading(error, path + "/" + stored.file)
        }
    }
}

extension KnownDamage {
    /// The note that would say that a problem is known; nil for one that is not about a line.
    init?(_ problem: LineProblem) {
        guard let line = problem.line else { return nil }
        let content = problem.checkSum.map { String($0, radix: 16) }
        self.init(file: problem.file, line: line, why: problem.what.description, content: content)
    }
}
