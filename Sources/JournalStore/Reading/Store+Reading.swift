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

    mutating func read(
        _ person: PersonID, in folder: StoreFolder, _ opened: OpenFolder
    ) throws(StoreProblem) -> PersonJournal {
        let prefix = "\(folder.rawValue)/\(person)/"
        var result = PersonJournal(id: person)
        var names: [String]
        do {
            names = try files.list(opened.descriptor).filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }
        } catch {
            throw .reading(error, path + "/" + prefix)
        }
        names.sort()
        let gone = cursors.keys.filter {
            $0.hasPrefix(prefix) && !names.contains(String($0.dropFirst(prefix.count)))
        }
        for path in gone.sorted() {
            cursors[path] = nil
            result.notices.append(JournalNotice(file: path, what: .vanished))
        }
        for name in names { read(name, prefix: prefix, opened, into: &result) }
        merge(&result)
        return result
    }

    private mutating func read(
        _ name: String, prefix: String, _ folder: OpenFolder, into result: inout PersonJournal
    ) {
        let path = prefix + name
        do throws(FileProblem) {
            guard try files.status(of: name, in: folder.descriptor).kind == .file else {
                result.problems.append(LineProblem(file: path, line: nil, what: .notAJournal))
                return
            }
            let file = try files.openFile(name, in: folder.descriptor, for: .reading)
            defer { files.close(file) }
            // Taken out while it changes, so that its records are not copied.
            var cursor = cursors.removeValue(forKey: path) ?? JournalCursor(path: path)
            defer { cursors[path] = cursor }
            do throws(FileProblem) {
                if let notice = try cursor.refresh(file, files: files, zones: zones) {
                    result.notices.append(notice)
                }
            } catch {
                // Read to the middle, it would look unchanged the next time.
                cursor = JournalCursor(path: path)
                throw error
            }
            result.records += cursor.records
            result.problems += cursor.problems
            result.newerLines += cursor.newerLines
            for stored in cursor.records { clock.observe(stored.record.frame) }
            if cursor.hasOpenEnd, try isTorn(file, cursor) {
                result.problems.append(LineProblem(file: path, line: cursor.lines + 1, what: .damaged(.torn)))
            }
        } catch {
            result.problems.append(LineProblem(file: path, line: nil, what: .unreadable(errno: error.errno)))
        }
    }

    /// Whether an end without a line break stays: no one holds the lock for writing, and nothing was added.
    private func isTorn(_ file: Descriptor, _ cursor: JournalCursor) throws(FileProblem) -> Bool {
        guard try files.tryLock(file, shared: true) else { return false }
        return try files.status(of: file).size == cursor.size
    }

    /// Puts records in order, those that several files have once.
    private func merge(_ journal: inout PersonJournal) {
        journal.records.sort { a, b in
            let (x, y) = (a.record.frame.id, b.record.frame.id)
            return x == y ? (a.file, a.line) < (b.file, b.line) : x < y
        }
        var kept: [StoredRecord] = []
        kept.reserveCapacity(journal.records.count)
        var sameFrom = 0
        for stored in journal.records {
            if kept.last?.record.frame.id != stored.record.frame.id { sameFrom = kept.count }
            let isKnown = kept[sameFrom...].contains { Self.haveOneContent($0, stored) }
            if isKnown { continue }
            if sameFrom < kept.count {
                let id = stored.record.frame.id
                journal.problems.append(LineProblem(file: stored.file, line: stored.line, what: .sameID(id)))
            }
            kept.append(stored)
        }
        journal.records = kept
        // Stable, as several problems can stand on one line.
        let ordered = journal.problems.enumerated().sorted { a, b in
            (a.element.file, a.element.line ?? 0, a.offset) < (b.element.file, b.element.line ?? 0, b.offset)
        }
        journal.problems = ordered.map(\.element)
    }

    private static func haveOneContent(_ a: StoredRecord, _ b: StoredRecord) -> Bool {
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
