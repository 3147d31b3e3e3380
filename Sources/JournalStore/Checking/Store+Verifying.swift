// Verifying a store: every line of every journal is read, and whatever is damaged, edited, missing or open to
// others is named.

import CareDomain

extension Store {
    /// What is wrong with the store, by file and line. Nothing is changed.
    /// - Throws: `readFailed`, `notPermitted` where the store's own folder cannot be read.
    package mutating func verify() throws(StoreProblem) -> [LineProblem] {
        var problems: [LineProblem] = []
        do {
            let status = try files.status(of: root.descriptor)
            problems += self.problems(of: status, ".", wanted: access.folderMode)
        } catch {
            throw .reading(error, path)
        }
        var known: Set<KnownDamage> = []
        for part in StoreFolder.allCases { problems += try verify(part, &known) }
        if let folder = try verifiedFolder(Self.auditName, in: root, Self.auditName, access, &problems) {
            problems += try verifyAudit(in: folder, &known)
        }
        problems += missingJournals(found: problems)
        problems += settingsProblems()
        LineProblem.mark(&problems, known: known)
        return LineProblem.inOrder(problems)
    }

    private mutating func verify(
        _ part: StoreFolder, _ known: inout Set<KnownDamage>
    ) throws(StoreProblem) -> [LineProblem] {
        var problems: [LineProblem] = []
        var places: [RecordID: StoredRecord] = [:]
        let name = part.rawValue
        guard let parent = try verifiedFolder(name, in: root, name, access, &problems) else {
            return problems
        }
        for entry in try list(parent, name).sorted() where !entry.hasPrefix(".") {
            let path = name + "/" + entry
            guard let person = PersonID(entry) else {
                problems.append(LineProblem(file: path, line: nil, what: .notAPerson))
                continue
            }
            let access = access.inside(part)
            guard let folder = try verifiedFolder(entry, in: parent, path, access, &problems) else {
                continue
            }
            problems += try fileProblems(in: folder, path + "/", access)
            let journal = try read(person, in: part, folder)
            problems += journal.problems.filter { !isAnothersOwn($0, access) }
            problems += foreignAuthors(of: journal.records)
            problems += strays(in: journal, &places)
            known.formUnion(journal.knownDamage)
        }
        return problems
    }

    private mutating func verifyAudit(
        in folder: HeldDescriptor, _ known: inout Set<KnownDamage>
    ) throws(StoreProblem) -> [LineProblem] {
        var problems = try fileProblems(in: folder, Self.auditName + "/", access)
        let journal = try readAudit(folder)
        problems += journal.problems
        problems += foreignAuthors(of: journal.records)
        known.formUnion(journal.knownDamage)
        return problems
    }

    /// Records that lie in two people's folders: one of the two lines was put there by hand.
    private func strays(
        in journal: PersonJournal, _ places: inout [RecordID: StoredRecord]
    ) -> [LineProblem] {
        var problems: [LineProblem] = []
        // An id that is made of a key can be that of two people's records.
        for stored in journal.records where stored.record.frame.key == nil {
            let id = stored.record.frame.id
            guard let other = places.updateValue(stored, forKey: id) else { continue }
            for (here, there) in [(other, stored), (stored, other)] {
                problems.append(LineProblem(file: here.file, line: here.line, what: .elsewhere(there.file)))
            }
        }
        return problems
    }

    /// In a group's store what is private to one member is not to be read by the others.
    private func isAnothersOwn(_ problem: LineProblem, _ access: StoreAccess) -> Bool {
        guard case .groupsPrivate = access else { return false }
        return problem.what == .unreadable(errno: ErrorNumber.accessDenied)
    }

    private func settingsProblems() -> [LineProblem] {
        guard let status = try? files.status(of: Self.settingsName, in: root.descriptor) else { return [] }
        return problems(of: status, Self.settingsName, wanted: access.fileMode)
    }

    // MARK: Files and folders

    private func list(_ folder: HeldDescriptor, _ name: String) throws(StoreProblem) -> [String] {
        do {
            return try files.list(folder.descriptor)
        } catch {
            throw .reading(error, path + "/" + name)
        }
    }

    /// A folder that is there and can be read, its owner and permissions checked; nil for any other, which is
    /// then among the problems unless it is not there at all.
    private func verifiedFolder(
        _ name: String, in parent: HeldDescriptor, _ path: String, _ access: StoreAccess,
        _ problems: inout [LineProblem]
    ) throws(StoreProblem) -> HeldDescriptor? {
        do throws(FileProblem) {
            guard try files.status(of: name, in: parent.descriptor).kind == .folder else {
                problems.append(LineProblem(file: path, line: nil, what: .notAJournal))
                return nil
            }
            let folder = HeldDescriptor(try files.openFolder(name, in: parent.descriptor), files)
            let status = try files.status(of: folder.descriptor)
            problems += self.problems(of: status, path, wanted: access.folderMode)
            return folder
        } catch {
            if error.errno != ErrorNumber.noSuchFile {
                problems.append(LineProblem(file: path, line: nil, what: .unreadable(errno: error.errno)))
            }
            return nil
        }
    }

    private func problems(of status: FileStatus, _ path: String, wanted: UInt32) -> [LineProblem] {
        var problems: [LineProblem] = []
        // In a group's store each member owns what they have made.
        if self.access == .owner, status.owner != rootOwner {
            problems.append(LineProblem(file: path, line: nil, what: .foreignOwner(status.owner)))
        }
        if status.mode != wanted {
            problems.append(
                LineProblem(file: path, line: nil, what: .permissions(status.mode, wanted: wanted)))
        }
        return problems
    }

    private var rootOwner: UInt32 {
        guard let status = try? files.status(of: root.descriptor) else { return files.user }
        return status.owner
    }

    /// What is wrong with the journals of a folder as files; what lies in them is another matter.
    private func fileProblems(
        in folder: HeldDescriptor, _ prefix: String, _ access: StoreAccess
    ) throws(StoreProblem) -> [LineProblem] {
        var problems: [LineProblem] = []
        for name in try list(folder, prefix).filter(Self.isJournalName) {
            guard let status = try? files.status(of: name, in: folder.descriptor), status.kind == .file else {
                continue
            }
            problems += self.problems(of: status, prefix + name, wanted: access.fileMode)
            if status.links > 1 {
                problems.append(LineProblem(file: prefix + name, line: nil, what: .secondName))
            }
        }
        return problems
    }

    /// In a group's store the owner of a journal vouches for its author.
    private func foreignAuthors(of records: [StoredRecord]) -> [LineProblem] {
        guard case .group = access else { return [] }
        var owners: [String: UInt32?] = [:]
        var users: [String: UInt32?] = [:]
        return records.compactMap { stored in
            let author = stored.record.frame.author
            let owner = owners[stored.file] ?? self.owner(of: stored.file)
            owners[stored.file] = .some(owner)
            let user = users[author] ?? files.userID(named: author)
            users[author] = .some(user)
            guard let owner, let user, user != owner else { return nil }
            return LineProblem(file: stored.file, line: stored.line, what: .foreignAuthor(author))
        }
    }

    private func owner(of path: String) -> UInt32? {
        (try? files.status(of: self.path + "/" + path, in: nil))?.owner
    }

    // MARK: What this writer knows

    /// Records that this writer has written, and that are not at the end of its journals. They are missed on
    /// the line where the first of them would stand.
    private func missingJournals(found: [LineProblem]) -> [LineProblem] {
        guard let kept = writer.kept(in: self) else { return [] }
        var writers = kept.former
        writers[kept.name] = kept.sequences
        return writers.sorted { $0.key < $1.key }.flatMap { name, sequences in
            sequences.sorted { $0.key < $1.key }.compactMap { folder, last in
                let path = "\(folder)/\(name).jsonl"
                // What could not be read is said already.
                if found.contains(where: { $0.file == path && $0.line == nil && $0.hidesSomething }) {
                    return nil
                }
                let cursor = cursors[path]
                let missing = last - (cursor?.sequence ?? 0) - (cursor?.unreadAtEnd ?? 0)
                guard missing > 0 else { return nil }
                let line = (cursor?.lines ?? 0) + 1
                return LineProblem(file: path, line: line, what: .missingAtEnd(missing))
            }
        }
    }
}
