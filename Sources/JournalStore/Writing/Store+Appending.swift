// Appending to this writer's journal: nothing counts as written before it is known to be on the disk.

import CareDomain

extension RecordDraft {
    /// Where a record belongs that says so itself: a note to oneself is private.
    fileprivate var folder: StoreFolder {
        if case .note(let note) = body, note.to == "self" { .hidden } else { .people }
    }
}

extension Store {
    /// Appends records, all of them or none, in one lock and one sync.
    ///
    /// Drafts with an origin that is known already are left out, see `AppendOutcome`.
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
            var batch = AppendBatch(
                places.map { drafts[$0] }, indices: places, author: author, now: now, update: update)
            outcomes += zip(places, try append(&batch, to: person, in: part, opened)).map { ($0, $1) }
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
        -> OpenFolder
    {
        guard let opened = try personFolder(person, in: .people) else { throw .noSuchPerson(person) }
        if folder == .people { return opened }
        do {
            return try madeFolder(person, in: folder)
        } catch {
            throw .creating(error, "\(path)/\(folder.rawValue)/\(person)")
        }
    }

    /// A person's folder, made where there is none, with the folders above it on the disk.
    private func madeFolder(_ person: PersonID, in folder: StoreFolder) throws(FileProblem) -> OpenFolder {
        if try files.ensureFolder(folder.rawValue, in: root.descriptor) {
            try files.syncFolder(root.descriptor)
        }
        let parent = OpenFolder(try files.openFolder(folder.rawValue, in: root.descriptor), files)
        if try files.ensureFolder(person.text, in: parent.descriptor) {
            try files.syncFolder(parent.descriptor)
        }
        return OpenFolder(try files.openFolder(person.text, in: parent.descriptor), files)
    }

    private enum Attempt {
        case done([AppendOutcome])
        /// Another file took the journal's name meanwhile.
        case replaced
        /// The journal ends before what this writer has written: it is an older copy.
        case restored
    }

    private mutating func append(
        _ batch: inout AppendBatch, to person: PersonID, in part: StoreFolder, _ folder: OpenFolder
    ) throws(StoreProblem) -> [AppendOutcome] {
        var name = try writer.name(in: self, digits: clock.randomDigits())
        for _ in 0..<50 {
            switch try attempt(&batch, to: person, in: part, folder, journal: name + ".jsonl") {
            case .done(let outcomes): return outcomes
            case .replaced: continue
            case .restored: name = try writer.renew(in: self, digits: clock.randomDigits())
            }
        }
        throw .keepsChanging(path: "\(path)/\(part.rawValue)/\(person)/\(name).jsonl")
    }

    private mutating func attempt(
        _ batch: inout AppendBatch, to person: PersonID, in part: StoreFolder, _ folder: OpenFolder,
        journal name: String
    ) throws(StoreProblem) -> Attempt {
        let folderPath = "\(part.rawValue)/\(person)"
        let relative = folderPath + "/" + name
        let path = self.path + "/" + relative
        guard !unsafeJournals.contains(relative) else { throw .readOnly(path: path) }
        let file: Descriptor
        do {
            file = try files.openFile(name, in: folder.descriptor, for: .appending)
        } catch {
            throw try isNoFile(name, folder) ? .notOurs(path: path) : .writing(error, path)
        }
        // Closing gives the lock back too.
        defer { files.close(file) }
        try lock(file, path: path)
        let status: FileStatus
        do {
            status = try files.status(of: file)
            guard status.kind == .file, status.owner == files.user else {
                throw StoreProblem.notOurs(path: path)
            }
            guard try isStill(name, status, folder) else { return .replaced }
            guard status.links == 1 else { throw StoreProblem.notOurs(path: path) }
        } catch {
            throw .wrapping(error, path)
        }
        let known = try read(person, in: part, folder)
        guard let cursor = cursors[relative], cursor.identity == status.identity, cursor.size == status.size
        else {
            throw .readFailed(path: path, errno: ErrorNumber.inputOutput)
        }
        if writer.lastSequence(in: folderPath) > cursor.sequence { return .restored }
        var lines = try batch.lines(known: known.records, after: cursor.sequence, clock: &clock, zones: zones)
        if lines.pieces.isEmpty { return .done(lines.outcomes) }
        // A crash has torn the last line: it is to stand alone, so the line break goes in the same write.
        if cursor.hasOpenEnd { lines.pieces[0].insert(0x0A, at: 0) }
        try write(lines.pieces, to: file, size: status.size, path: path)
        try sync(file, isNew: status.size == 0, folder, relative: relative)
        do {
            guard try isStill(name, status, folder) else { return .replaced }
        } catch {
            throw .writing(error, path)
        }
        // What cannot be remembered makes the check for older copies weaker, and the record no less safe.
        try? writer.remember(lines.lastSequence, in: folderPath, of: self)
        return .done(lines.outcomes)
    }

    private func isNoFile(_ name: String, _ folder: OpenFolder) throws(StoreProblem) -> Bool {
        guard let status = try? files.status(of: name, in: folder.descriptor) else { return false }
        return status.kind != .file
    }

    private func isStill(_ name: String, _ status: FileStatus, _ folder: OpenFolder) throws(FileProblem)
        -> Bool
    {
        do {
            return try files.status(of: name, in: folder.descriptor).identity == status.identity
        } catch {
            if error.errno == ErrorNumber.noSuchFile { return false }
            throw error
        }
    }

    /// Waits five seconds at most.
    func lock(_ file: Descriptor, path: String) throws(StoreProblem) {
        do {
            for _ in 0..<250 {
                if try files.tryLock(file, shared: false) { return }
                files.pause(milliseconds: 20)
            }
            throw StoreProblem.busy(path: path, holder: files.lockHolder(of: try files.status(of: file)))
        } catch {
            throw .wrapping(error, path)
        }
    }

    private func write(_ pieces: [[UInt8]], to file: Descriptor, size: Int, path: String) throws(StoreProblem)
    {
        var written = 0
        do {
            for piece in pieces { try files.writeAll(piece, to: file, path: path, written: &written) }
        } catch {
            // Only our own bytes are cut off, and only while nothing stands behind them. Where that is
            // refused they stay, and the next writer closes the line.
            if let now = try? files.status(of: file), now.size == size + written {
                try? files.truncate(file, to: size)
            }
            throw .writing(error, path)
        }
    }

    private mutating func sync(
        _ file: Descriptor, isNew: Bool, _ folder: OpenFolder, relative: String
    ) throws(StoreProblem) {
        do {
            try files.syncData(file)
            if isNew { try files.syncFolder(folder.descriptor) }
        } catch {
            // Asked again, the kernel would say yes and have lost it.
            unsafeJournals.insert(relative)
            throw .syncFailed(path: path + "/" + relative, errno: error.errno)
        }
    }
}

extension StoreProblem {
    /// The problem itself, or what a failed call means for a file that is to be written.
    fileprivate static func wrapping(_ error: any Error, _ path: String) -> StoreProblem {
        switch error {
        case let problem as StoreProblem: problem
        case let problem as FileProblem: .writing(problem, path)
        default: .writeFailed(path: path, errno: ErrorNumber.inputOutput)
        }
    }
}
