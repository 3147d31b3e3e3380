// Reading what was looked at: the audit journals of every writer.

import CareDomain

/// What was read from the audit journals of all writers.
package struct AuditJournal: Equatable, Sendable {
    /// By id; each once.
    package var records: [StoredRecord] = []
    /// By file and line.
    package var problems: [LineProblem] = []
    /// What notes say of damaged lines.
    package var knownDamage: Set<KnownDamage> = []
    /// Lines of a greater version, which are not acted on.
    package var newerLines = 0
    package var notices: [JournalNotice] = []

    package init() {}
}

extension Store {
    /// Everything that the audit journals hold; nothing where there is no such folder.
    /// - Throws: `readFailed`, `notPermitted`. A journal that cannot be read is a problem in the result.
    package mutating func readAudit() throws(StoreProblem) -> AuditJournal {
        guard let folder = try auditFolder() else { return AuditJournal() }
        return try readAudit(folder)
    }

    mutating func readAudit(_ opened: HeldDescriptor) throws(StoreProblem) -> AuditJournal {
        let look = try refresh(Self.auditName + "/", opened)
        var result = AuditJournal()
        result.notices = look.notices
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

    func auditFolder() throws(StoreProblem) -> HeldDescriptor? {
        do {
            return HeldDescriptor(try files.openFolder(Self.auditName, in: root.descriptor), files)
        } catch {
            if error.errno == ErrorNumber.noSuchFile { return nil }
            throw .reading(error, path + "/" + Self.auditName)
        }
    }

    /// Who has read each flag first, by the flag's id. Only what was added since the last time is read, and
    /// what cannot be read says nothing: `verify` names it.
    package mutating func firstReadings() -> [String: FlagReading] {
        guard let folder = try? auditFolder() else { return [:] }
        flagReadings.refresh(folder, files: files, zones: zones)
        return flagReadings.first
    }

    /// True where there are several people, so that it is a clinic's, and what is looked at is noted.
    /// - Complexity: O(people), a name each.
    package func holdsSeveral() throws(StoreProblem) -> Bool {
        let name = StoreFolder.people.rawValue
        do {
            let folder = HeldDescriptor(try files.openFolder(name, in: root.descriptor), files)
            return try files.list(folder.descriptor).lazy.filter { PersonID($0) != nil }.prefix(2).count > 1
        } catch {
            if error.errno == ErrorNumber.noSuchFile { return false }
            throw .reading(error, path + "/" + name)
        }
    }
}
