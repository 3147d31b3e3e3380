// Puts what files hold into people's journals, and counts what became of it.

import CareDomain
import Exchange
import JournalStore

struct ImportWork {
    private(set) var report = ImportReport()
    private let update: Bool
    private let isDryRun: Bool
    private let people: Set<PersonID>
    private let shelf: InstrumentShelf
    /// Where records go that name nobody; nil where several people could be meant.
    private let usual: PersonID?
    private var subjects: [PersonID: Subject] = [:]
    /// Of a dry run: what the journals hold by source and key, by person.
    private var known: [PersonID: [Name: RecordBody]] = [:]

    private struct Name: Hashable {
        var source: String
        var key: String
    }

    init(_ invocation: inout Invocation, update: Bool, isDryRun: Bool) throws {
        self.update = update
        self.isDryRun = isDryRun
        let ids = try invocation.people()
        people = Set(ids)
        shelf = invocation.instrumentShelf()
        usual =
            try invocation.global.patient.map { _ in try invocation.thePerson() }
            ?? (ids.count == 1 ? ids.first : nil)
        if ids.isEmpty { _ = try invocation.thePerson() }
    }

    /// - Throws: `Failure` where nothing at all can be read of the file, or the journal cannot be written.
    mutating func take(
        _ source: ImportSource, path: String, as format: ImportFormat?, _ invocation: inout Invocation,
        progress: (Int, Int) -> Void
    ) throws {
        let options = try options(&invocation)
        let result: ImportResult
        do throws(ImportProblem) {
            result = try source.read(as: format, options: options, progress: progress)
        } catch {
            let place = ([path] + [error.line.map(String.init)].compactMap { $0 }).joined(separator: ":")
            throw Failure.badData("\(place): \(error.why)")
        }
        var byPerson: [(id: PersonID, entries: [ImportResult.Entry])] = []
        var refused: [(line: Int, why: String)] = []
        for entry in result.drafts {
            guard let id = person(of: entry) else {
                refused.append((entry.line, whyNobody(entry)))
                continue
            }
            if let index = byPerson.firstIndex(where: { $0.id == id }) {
                byPerson[index].entries.append(entry)
            } else {
                byPerson.append((id, [entry]))
            }
        }
        // Where no one is named, and no one can be meant, that is no fault of the rows.
        if byPerson.isEmpty, !result.drafts.isEmpty, result.drafts.allSatisfy({ $0.person == nil }) {
            _ = try invocation.thePerson()
        }
        report.add(result, refused: refused, path: path)
        let second = ImportSecondLook(shelf)
        for (_, entries) in byPerson {
            for entry in entries { report.warn(second.words(on: entry), at: entry.line, of: path) }
        }
        for (id, entries) in byPerson { try write(entries, to: id, path: path, &invocation) }
    }

    private func person(of entry: ImportResult.Entry) -> PersonID? {
        guard let name = entry.person else { return usual }
        return PersonID(name).flatMap { people.contains($0) ? $0 : nil }
    }

    private func whyNobody(_ entry: ImportResult.Entry) -> String {
        guard let name = entry.person else {
            return "it does not say whose it is; name the person with --patient"
        }
        return "there is no person \(quoted(name)) in the store; add them with 'lull patient add'"
    }

    private mutating func options(_ invocation: inout Invocation) throws -> ImportOptions {
        let (zone, zones) = (
            try usual.map { try subject($0, &invocation).zone } ?? invocation.zone(), invocation.zones
        )
        let shelf = shelf
        return ImportOptions(
            zone: zone, zones: { zones.zone(named: $0) }, today: zone.date(invocation.now),
            now: invocation.now,
            person: invocation.global.patient ?? (people.count == 1 ? usual : nil),
            itemCount: { shelf.instrument($0)?.items.count },
            isTotal: { shelf.instrument($0)?.isTotal($1) ?? true })
    }

    private mutating func subject(_ id: PersonID, _ invocation: inout Invocation) throws -> Subject {
        if let subject = subjects[id] { return subject }
        let subject = try invocation.subject(id)
        subjects[id] = subject
        return subject
    }

    private mutating func write(
        _ entries: [ImportResult.Entry], to id: PersonID, path: String, _ invocation: inout Invocation
    ) throws {
        let drafts = entries.map(\.draft)
        let outcomes =
            isDryRun
            ? try wouldBe(drafts, for: id, &invocation)
            : try invocation.append(drafts, to: try subject(id, &invocation), update: update)
        for (entry, outcome) in zip(entries, outcomes) { report.add(outcome, of: entry, path: path) }
    }

    /// What appending would do.
    private mutating func wouldBe(
        _ drafts: [RecordDraft], for id: PersonID, _ invocation: inout Invocation
    ) throws -> [AppendOutcome] {
        if known[id] == nil {
            let journal = try invocation.withStore { store throws(StoreProblem) in try store.read(id) }
            known[id] = Dictionary(
                journal.records.compactMap { stored in
                    let frame = stored.record.frame
                    guard let source = frame.source, let key = frame.key else { return nil }
                    return (Name(source: source, key: key), stored.record.body)
                }, uniquingKeysWith: { _, last in last })
        }
        let nobody = RecordID(milliseconds: 0, randomness: (0, 0))
        return drafts.map { draft in
            guard let origin = draft.origin else { return .written(nobody) }
            let name = Name(source: origin.source, key: origin.key)
            guard let there = known[id]?[name] else {
                known[id]?[name] = draft.body
                return .written(nobody)
            }
            if there.fields == draft.body.fields { return .alreadyThere(nobody) }
            return update ? .written(nobody) : .changed(nobody)
        }
    }
}
