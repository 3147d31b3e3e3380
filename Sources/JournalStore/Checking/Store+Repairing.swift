// Repairing a store by appending alone: torn lines are closed, and what is wrong is noted as known.

import CareDomain

extension Store {
    /// What a repair has done.
    package struct Repair: Equatable, Sendable {
        /// Journals whose last line was torn, and is closed now.
        package var closed: [String] = []
        /// Lines that are noted as known.
        package var noted = 0
        /// Problems that are not about a line, and are a person's to mend.
        package var left: [LineProblem] = []

        package init(closed: [String] = [], noted: Int = 0, left: [LineProblem] = []) {
            self.closed = closed
            self.noted = noted
            self.left = left
        }
    }

    /// Closes torn lines of this user's journals, and writes a note for each line with a problem that is not
    /// known yet. Not a byte that stands in a journal is changed.
    /// - Throws: what `verify` and `append` throw.
    package mutating func repair(by author: String, now: OffsetInstant) throws(StoreProblem) -> Repair {
        var repair = Repair()
        for problem in try verify() where problem.what == .damaged(.torn) && !problem.isKnown {
            if try close(problem.file) { repair.closed.append(problem.file) }
        }
        var notes: [Place: [RecordDraft]] = [:]
        for problem in try verify() where !problem.isKnown {
            // A torn line that is still open is another user's to close, and then says something else.
            guard problem.what != .damaged(.torn), let damage = KnownDamage(problem),
                let place = Place(problem.file)
            else {
                repair.left.append(problem)
                continue
            }
            notes[place, default: []].append(RecordDraft(.damage(damage)))
        }
        for (place, drafts) in notes.sorted(by: { $0.key < $1.key }) {
            if let (part, person) = place.owner {
                repair.noted += try append(drafts, to: person, by: author, now: now, in: part).count
            } else {
                repair.noted += try appendToAudit(drafts, by: author, now: now).count
            }
        }
        return repair
    }

    /// A folder of journals by its path in the store.
    private struct Place: Hashable, Comparable {
        let folder: String
        /// The journal's own name.
        let name: String

        /// Nil for a path that lies in no folder of journals.
        init?(_ path: String) {
            guard let slash = path.lastIndex(of: "/") else { return nil }
            folder = String(path[..<slash])
            name = String(path[path.index(after: slash)...])
            guard folder == Store.auditName || owner != nil else { return nil }
        }

        /// Nil for the audit journals.
        var owner: (part: StoreFolder, person: PersonID)? {
            let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let part = StoreFolder(rawValue: String(parts[0])),
                let person = PersonID(String(parts[1]))
            else { return nil }
            return (part, person)
        }

        static func == (a: Place, b: Place) -> Bool { a.folder == b.folder }
        static func < (a: Place, b: Place) -> Bool { a.folder < b.folder }
        func hash(into hasher: inout Hasher) { hasher.combine(folder) }
    }

    private func journalFolder(_ place: Place) throws(StoreProblem) -> JournalFolder? {
        if let (part, person) = place.owner {
            return try personFolder(person, in: part).map {
                JournalFolder(of: person, in: part, $0, access.inside(part))
            }
        }
        return try auditFolder().map { JournalFolder(audit: $0, access) }
    }

    /// Appends a line break to a journal whose last line is torn.
    /// - Returns: false where the journal is another user's, or has been closed meanwhile.
    private mutating func close(_ relative: String) throws(StoreProblem) -> Bool {
        guard let place = Place(relative), let folder = try journalFolder(place) else { return false }
        let name = place.name
        let path = path + "/" + relative
        guard !unsafeJournals.contains(relative) else { throw .readOnly(path: path) }
        do {
            let status = try files.status(of: name, in: folder.opened.descriptor)
            guard status.kind == .file, status.links == 1, status.owner == files.user else { return false }
            let file = try files.openFile(name, in: folder.opened.descriptor, for: .appending)
            defer { files.close(file) }
            try lock(file, in: folder.opened, path: path)
            let now = try files.status(of: file)
            guard now.identity == status.identity, now.size > 0 else { return false }
            guard try files.read(file, at: now.size - 1, count: 1) != [0x0A] else { return false }
            var written = 0
            try files.writeAll([0x0A], to: file, path: path, written: &written)
            try sync(file, now.size..<(now.size + 1), folder, relative: relative)
            return true
        } catch {
            throw .wrapping(error, path)
        }
    }
}
