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
            repair.noted += try append(drafts, to: place.person, by: author, now: now, in: place.part).count
        }
        return repair
    }

    private struct Place: Hashable, Comparable {
        let part: StoreFolder
        let person: PersonID

        /// Nil for a path that does not lie in a person's folder.
        init?(_ path: String) {
            let parts = path.split(separator: "/")
            guard parts.count == 3, let part = StoreFolder(rawValue: String(parts[0])),
                let person = PersonID(String(parts[1]))
            else { return nil }
            self.part = part
            self.person = person
        }

        static func < (a: Place, b: Place) -> Bool {
            (a.part.rawValue, a.person) < (b.part.rawValue, b.person)
        }
    }

    /// Appends a line break to a journal whose last line is torn.
    /// - Returns: false where the journal is another user's, or has been closed meanwhile.
    private mutating func close(_ relative: String) throws(StoreProblem) -> Bool {
        guard let place = Place(relative), let folder = try personFolder(place.person, in: place.part),
            let name = relative.split(separator: "/").last.map(String.init)
        else { return false }
        let path = path + "/" + relative
        guard !unsafeJournals.contains(relative) else { throw .readOnly(path: path) }
        do {
            let status = try files.status(of: name, in: folder.descriptor)
            guard status.kind == .file, status.links == 1, status.owner == files.user else { return false }
            let file = try files.openFile(name, in: folder.descriptor, for: .appending)
            defer { files.close(file) }
            try lock(file, in: folder, path: path)
            let now = try files.status(of: file)
            guard now.identity == status.identity, now.size > 0 else { return false }
            guard try files.read(file, at: now.size - 1, count: 1) != [0x0A] else { return false }
            var written = 0
            try files.writeAll([0x0A], to: file, path: path, written: &written)
            try sync(file, now.size..<(now.size + 1), folder, in: place.part, relative: relative)
            return true
        } catch {
            throw .wrapping(error, path)
        }
    }
}
