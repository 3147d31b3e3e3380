// Appending to this writer's journal: nothing counts as written before it is known to be on the disk.

import CareDomain
import PlainJSON

extension RecordDraft {
    /// Where a record belongs that says so itself: a note to oneself is private.
    var folder: StoreFolder {
        if case .note(let note) = body, note.to == "self" { .hidden } else { .people }
    }
}

extension Store {
    /// Appends records, all of them or none, in one lock and one sync.
    ///
    /// Drafts with an origin that is known already are left out, see `AppendOutcome`. What a draft replaces
    /// hands on the keys that this version does not know.
    /// - Parameters:
    ///   - folder: the part of the store; nil where each draft says it itself: a note to oneself is private.
    ///     Private and other drafts in one list are two appends.
    ///   - update: whether a known key with other content is appended as a correction.
    /// - Returns: an outcome for each draft, in order; only what is safely on the disk is `written`.
    /// - Throws: any `StoreProblem` but those of opening and making a store.
    package mutating func append(
        _ drafts: [RecordDraft], to person: PersonID, by author: String, now: OffsetInstant,
        in folder: StoreFolder? = nil, update: Bool = false
    ) throws(StoreProblem) -> [AppendOutcome] {
        var outcomes: [(place: Int, outcome: AppendOutcome)] = []
        for part in StoreFolder.allCases {
            let places = drafts.indices.filter { (folder ?? drafts[$0].folder) == part }
            if places.isEmpty { continue }
            let opened = try folderForWriting(person, in: part)
            let folder = JournalFolder(of: person, in: part, opened, access.inside(part))
            var batch = AppendBatch(
                places.map { drafts[$0] }, indices: places, author: author, now: now, update: update)
            outcomes += zip(places, try append(&batch, to: folder)).map { ($0, $1) }
        }
        return outcomes.sorted { $0.place < $1.place }.map(\.outcome)
    }

    /// Makes a person's folder and writes the first record in it.
    /// - Throws: `personExists` where the folder holds a journal, `cannotCreate`, and what `append` throws.
    package mutating func addPerson(
        _ id: PersonID, _ details: PersonDetails, by author: String, now: OffsetInstant,
        origin: RecordDraft.Origin? = nil
    ) throws(StoreProblem) -> RecordID {
        let path = "\(path)/\(StoreFolder.people.rawValue)/\(id)"
        do throws(FileProblem) {
            let folder = try madeFolder(id, in: .people)
            // A folder without journals is what an earlier attempt has left.
            if try files.list(folder.descriptor).contains(where: { $0.hasSuffix(".jsonl") }) {
                throw personTaken
            }
        } catch {
            if error == personTaken { throw .personExists(id) }
            throw .creating(error, path)
        }
        let outcomes = try append(
            [RecordDraft(.person(details), origin: origin)], to: id, by: author, now: now)
        guard let first = outcomes.first else {
            throw .cannotCreate(path: path, errno: ErrorNumber.inputOutput)
        }
        return first.id
    }

    private var personTaken: FileProblem { FileProblem(.makeFolder, "", errno: ErrorNumber.fileExists) }

    private func folderForWriting(_ person: PersonID, in folder: StoreFolder) throws(StoreProblem)
        -> HeldDescriptor
    {
        guard let opened = try personFolder(person, in: .people) else { throw .noSuchPerson(person) }
        if folder == .people { return opened }
        do {
            return try madeFolder(person, in: folder)
        } catch {
            throw .creating(error, "\(path)/\(folder.rawValue)/\(person)")
        }
    }

    /// A person's folder, made where there is none.
    /// - Parameter isSynced: whether the names of new folders are brought to the disk.
    func madeFolder(
        _ person: PersonID, in folder: StoreFolder, isSynced: Bool = true
    ) throws(FileProblem) -> HeldDescriptor {
        let parent = try ensuredFolder(folder.rawValue, in: root, for: access, isSynced: isSynced)
        return try ensuredFolder(person.text, in: parent, for: access.inside(folder), isSynced: isSynced)
    }

    func ensuredFolder(
        _ name: String, in parent: HeldDescriptor, for access: StoreAccess, isSynced: Bool = true
    ) throws(FileProblem) -> HeldDescriptor {
        let isNew = try files.ensureFolder(name, in: parent.descriptor)
        let folder = HeldDescriptor(try files.openFolder(name, in: parent.descriptor), files)
        if isNew {
            try files.open(folder.descriptor, to: access, mode: access.folderMode)
            if isSynced { try files.syncFolder(parent.descriptor) }
        }
        return folder
    }

    private enum Attempt {
        case done([AppendOutcome])
        /// Another file took the journal's name meanwhile.
        case replaced
        /// The journal ends before what this writer has written: it is an older copy.
        case restored
    }

    mutating func append(
        _ batch: inout AppendBatch, to folder: JournalFolder
    ) throws(StoreProblem) -> [AppendOutcome] {
        var name = try writer.name(in: self, digits: clock.randomDigits())
        clock.observe(milliseconds: writer.newestMilliseconds)
        for _ in 0..<50 {
            switch try attempt(&batch, in: folder, journal: name + ".jsonl") {
            case .done(let outcomes):
                giveWay(in: folder.opened)
                return outcomes
            case .replaced: continue
            case .restored: name = try writer.renew(in: self, digits: clock.randomDigits())
            }
        }
        throw .keepsChanging(path: "\(path)/\(folder.path)/\(name).jsonl")
    }

    private mutating func attempt(
        _ batch: inout AppendBatch, in folder: JournalFolder, journal name: String
    ) throws(StoreProblem) -> Attempt {
        let relative = folder.path + "/" + name
        let path = self.path + "/" + relative
        guard !unsafeJournals.contains(relative) else { throw .readOnly(path: path) }
        let file: Descriptor
        do {
            file = try files.openFile(name, in: folder.opened.descriptor, for: .appending)
        } catch {
            throw try isNoFile(name, folder.opened) ? .notOurs(path: path) : .writing(error, path)
        }
        // Closing gives the lock back too.
        defer { files.close(file) }
        try lock(file, in: folder.opened, path: path)
        let status: FileStatus
        do {
            status = try files.status(of: file)
            guard status.kind == .file, status.owner == files.user else {
                throw StoreProblem.notOurs(path: path)
            }
            if status.size == 0 { try files.open(file, to: folder.access, mode: folder.access.fileMode) }
            guard try isStill(name, status, folder.opened) else { return .replaced }
            guard status.links == 1 else { throw StoreProblem.notOurs(path: path) }
        } catch {
            throw .wrapping(error, path)
        }
        let (known, end) = try before(batch, in: folder, file, status, relative)
        if writer.lastSequence(in: folder.path) > end.sequence { return .restored }
        let steps = batch.steps(known: known)
        var kept: [JSONObject] = []
        for (step, draft) in zip(steps, batch.drafts) {
            kept.append(try unknownKeys(behind: step, of: draft))
        }
        var lines = try batch.lines(steps, keeping: kept, after: end.last, clock: &clock, zones: zones)
        try syncHolders(of: steps, among: known, folder)
        if lines.pieces.isEmpty { return .done(lines.outcomes) }
        // A crash has torn the last line: it is to stand alone, so the line break goes in the same write.
        if end.isOpen { lines.pieces[0].insert(0x0A, at: 0) }
        try write(lines.pieces, to: file, size: status.size, path: path)
        let size = status.size + lines.pieces.reduce(0) { $0 + $1.count }
        try sync(file, status.size..<size, folder, relative: relative)
        do {
            guard try isStill(name, status, folder.opened) else { return .replaced }
        } catch {
            throw .writing(error, path)
        }
        // What cannot be remembered makes the check for older copies weaker, and the record no less safe.
        let newest = folder.owner == nil ? nil : clock.newest
        try? writer.remember(lines.lastSequence, newest: newest, in: folder.path, of: self)
        return .done(lines.outcomes)
    }

    /// What the journals of a folder hold, as far as a batch needs to know it, and how the one that is
    /// written to ends.
    private mutating func before(
        _ batch: AppendBatch, in folder: JournalFolder, _ file: Descriptor, _ status: FileStatus,
        _ relative: String
    ) throws(StoreProblem) -> (known: [StoredRecord], end: JournalEnd) {
        let path = self.path + "/" + relative
        guard let owner = folder.owner else {
            let known = batch.dependsOnRecords ? try readAudit(folder.opened).records : []
            return (known, try end(of: file, size: status.size, path: path))
        }
        let known = try records(of: owner.person, in: owner.part, folder.opened, for: batch)
        guard let cursor = cursors[relative], cursor.identity == status.identity, cursor.size == status.size
        else {
            throw .readFailed(path: path, errno: ErrorNumber.inputOutput)
        }
        let last = try lastSequence(cursor, file, path: path)
        return (known, JournalEnd(sequence: cursor.sequence, last: last, isOpen: cursor.hasOpenEnd))
    }

    /// The number of the journal's last record, also of one that lacks nothing but its line break: it will be
    /// read as soon as the line is closed.
    private mutating func lastSequence(
        _ cursor: JournalCursor, _ file: Descriptor, path: String
    ) throws(StoreProblem) -> Int {
        let open = cursor.size - cursor.offset
        guard open > 0, open <= RecordLine.maximumLength else { return cursor.sequence }
        do {
            let bytes = try files.read(file, at: cursor.offset, count: open)
            guard case .record(let record, _) = RecordLine.read(bytes, zones: zones) else {
                return cursor.sequence
            }
            if record.isOfClock { clock.observe(record.frame.id) }
            return max(cursor.sequence, record.frame.sequence)
        } catch {
            throw .reading(error, path)
        }
    }

    /// Brings those journals to the disk that hold records which count as there already: whoever wrote them
    /// may have been killed before that.
    private func syncHolders(
        of steps: [AppendBatch.Step], among known: [StoredRecord], _ folder: JournalFolder
    ) throws(StoreProblem) {
        let ids = steps.compactMap { if case .done(let outcome) = $0 { outcome.id } else { nil } }
        if ids.isEmpty { return }
        let wanted = Set(ids)
        let journals = Set(known.filter { wanted.contains($0.record.frame.id) }.map(\.file))
        for relative in journals.sorted() {
            guard let name = relative.split(separator: "/").last.map(String.init) else { continue }
            do {
                let file = try files.openFile(name, in: folder.opened.descriptor, for: .reading)
                defer { files.close(file) }
                try files.syncData(file)
                try files.syncFolder(folder.opened.descriptor)
                try syncFolders(above: folder)
            } catch {
                throw .syncFailed(path: path + "/" + relative, errno: error.errno)
            }
        }
    }

    /// What the person's journals hold, as far as the batch needs to know it.
    private mutating func records(
        of person: PersonID, in part: StoreFolder, _ folder: HeldDescriptor, for batch: AppendBatch
    ) throws(StoreProblem) -> [StoredRecord] {
        if batch.dependsOnRecords {
            let journal = try read(person, in: part, folder)
            unsaid += journal.notices
            return journal.records
        }
        // The clock and this writer's own number are all that is needed.
        unsaid += try refresh("\(part.rawValue)/\(person)/", folder).notices
        return []
    }

    /// The keys of a corrected record that this version does not know, with its own keys in which such keys
    /// lie: a correction is whole, with them too.
    private func unknownKeys(
        behind step: AppendBatch.Step, of draft: RecordDraft
    ) throws(StoreProblem) -> JSONObject {
        guard case .write(_, _, let replaced?) = step else { return [:] }
        guard var stored = try? JSONReader.value(try line(of: replaced)).object else { return [:] }
        for key in RecordLine.frameKeys { stored[key] = nil }
        return stored.unknown(beside: replaced.record.body.fields, for: draft.body.fields)
    }

    private func isNoFile(_ name: String, _ folder: HeldDescriptor) throws(StoreProblem) -> Bool {
        guard let status = try? files.status(of: name, in: folder.descriptor) else { return false }
        return status.kind != .file
    }

    private func isStill(_ name: String, _ status: FileStatus, _ folder: HeldDescriptor) throws(FileProblem)
        -> Bool
    {
        do {
            return try files.status(of: name, in: folder.descriptor).identity == status.identity
        } catch {
            if error.errno == ErrorNumber.noSuchFile { return false }
            throw error
        }
    }
}

extension StoreProblem {
    /// The problem itself, or what a failed call means for a file that is to be written.
    static func wrapping(_ error: any Error, _ path: String) -> StoreProblem {
        switch error {
        case let problem as StoreProblem: problem
        case let problem as FileProblem: .writing(problem, path)
        default: .writeFailed(path: path, errno: ErrorNumber.inputOutput)
        }
    }
}
