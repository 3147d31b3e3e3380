// Many new people at once, as a made-up cohort has them: whole journals, and one sync for all of them.

import CareDomain

/// Everything of one person's that is to stand in a store, as the bytes of its journals.
///
/// It is made without a store, so that several can be made at the same time.
package struct PlantedJournal: Sendable {
    let person: PersonID
    let parts: [Part]

    struct Part: Sendable {
        let folder: StoreFolder
        /// In pieces of about 1 MiB, each for one write.
        let pieces: [[UInt8]]
    }

    /// - Parameter drafts: each with an origin, of which its id is made; the first says who the person is. Of
    ///   several with one origin only the first is kept. They are not read back: a test has done so.
    package init(
        of person: PersonID, _ drafts: [RecordDraft], by author: String, now: OffsetInstant
    ) throws(StoreProblem) {
        self.person = person
        var parts: [Part] = []
        for folder in StoreFolder.allCases {
            let places = drafts.indices.filter { drafts[$0].folder == folder }
            if places.isEmpty { continue }
            var batch = AppendBatch(
                places.map { drafts[$0] }, indices: places, author: author, now: now, update: false)
            var clock = RecordClock(random: SystemRandomNumberGenerator())
            let lines = try batch.lines(
                batch.steps(known: []), keeping: places.map { _ in [:] }, after: 0, clock: &clock,
                zones: NoZones(), isReadBack: false)
            parts.append(Part(folder: folder, pieces: lines.pieces))
        }
        self.parts = parts
    }
}

extension Store {
    /// Writes a new person's journals, which are not known to be on the disk before `settle` has answered.
    /// - Throws: `personExists` where the folder holds a journal, and what writing throws.
    package mutating func plant(_ journal: PlantedJournal) throws(StoreProblem) {
        let name = try writer.name(in: self, digits: clock.randomDigits()) + ".jsonl"
        for part in journal.parts { try plant(part, of: journal.person, as: name) }
    }

    private func plant(
        _ part: PlantedJournal.Part, of person: PersonID, as name: String
    ) throws(StoreProblem) {
        let path = "\(path)/\(part.folder.rawValue)/\(person)"
        let folder: HeldDescriptor
        let file: Descriptor
        do {
            folder = try madeFolder(person, in: part.folder, isSynced: false)
            file = try files.openFile(name, in: folder.descriptor, for: .creating)
        } catch {
            if error.call == .open, error.errno == ErrorNumber.fileExists { throw .personExists(person) }
            throw .creating(error, path)
        }
        // Closing gives the lock back too.
        defer { files.close(file) }
        // Whoever reads meanwhile sees that the journal is being written.
        try lock(file, in: folder, path: path + "/" + name)
        do {
            let access = access.inside(part.folder)
            try files.open(file, to: access, mode: access.fileMode)
            var written = 0
            for piece in part.pieces { try files.writeAll(piece, to: file, path: name, written: &written) }
        } catch {
            // A half journal would pass for a whole one.
            try? files.remove(name, in: folder.descriptor)
            throw .writing(error, path + "/" + name)
        }
    }

    /// Brings everything that was planted to the disk: one sync of the whole file system in place of three
    /// for each person. Only then it counts as written.
    package func settle() throws(StoreProblem) {
        do {
            try files.syncEverything(beside: root.descriptor)
        } catch {
            throw .syncFailed(path: path, errno: error.errno)
        }
    }
}

/// For what names no zone that would have to be looked up.
private struct NoZones: ZoneSource {
    func zone(named name: String) -> Zone? { nil }
}
