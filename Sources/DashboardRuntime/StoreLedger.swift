// A store on disk as the loop sees it: snapshots out, records in, changes noticed.

import CareDomain
import Dashboard
import JournalStore

/// Histories are kept between loads, and only those people are folded again whose journals have grown.
package struct StoreLedger: Ledger {
    private var store: Store
    private var watcher: StoreWatcher?
    private var drafts: DraftShelf?
    private let zones: any ZoneSource
    private let systemZone: Zone
    private let author: String
    /// Only this person; nil for everyone.
    private let only: PersonID?
    /// Turns a problem into the sentence that a person reads.
    private let sentence: (StoreProblem) -> String
    private var known: [PersonID: Known] = [:]
    private var failure: String?

    private struct Known {
        var journal: PersonJournal
        var person: StoreSnapshot.Person
        /// The first moment at which a fold could tell something else, since records of later events were
        /// left out.
        var foldedAt: Instant
    }

    package init(
        _ store: Store, zones: any ZoneSource, systemZone: Zone, author: String, only: PersonID? = nil,
        drafts: DraftShelf? = nil,
        sentence: @escaping (StoreProblem) -> String
    ) {
        self.store = store
        self.zones = zones
        self.systemZone = systemZone
        self.author = author
        self.only = only
        self.sentence = sentence
        self.drafts = drafts
        watcher = try? StoreWatcher(store)
    }

    package var descriptors: [Int32] { watcher?.descriptors ?? [] }
    /// A look costs a status call a journal, so it is made often enough for folders that give no hints.
    package var lookEvery: Duration { descriptors.isEmpty ? .seconds(1) : .seconds(2) }

    package mutating func load(now: OffsetInstant) -> StoreSnapshot {
        var snapshot = StoreSnapshot()
        do throws(StoreProblem) {
            let (ids, folderProblems) = try store.people()
            snapshot.problems = folderProblems.map(Self.words)
            if store.isOpenToOthers { snapshot.problems.append("Others can look into \(store.path).") }
            for id in ids where only == nil || id == only {
                let journal = try store.read(id)
                snapshot.problems += journal.problems.filter { !$0.isKnown }.map(Self.words)
                if journal.newerLines > 0 {
                    let count = NumberWords.count(journal.newerLines, "line")
                    snapshot.problems.append("\(id): \(count) of a later version of Lull left out.")
                }
                snapshot.news += journal.notices.map { $0.description + "." }
                var person = person(journal, now: now.instant)
                if ids.count == 1, only == nil { person.ownNotes = try ownNotes(of: id, now: now.instant) }
                snapshot.people.append(person)
                snapshot.count += 1
            }
        } catch {
            snapshot.problems.append(sentence(error))
            snapshot.people = known.keys.sorted().compactMap { known[$0]?.person }
            snapshot.count = snapshot.people.count
        }
        if let failure { snapshot.problems.append(failure) }
        return snapshot
    }

    /// From the private part of a store that is one person's alone.
    private mutating func ownNotes(of id: PersonID, now: Instant) throws(StoreProblem) -> [Entry<Note>] {
        let records = try store.read(id, in: .hidden).records.map(\.record)
        return PersonHistory(id: id, records: records, now: now).notes.filter { $0.value.to == "self" }
    }

    private mutating func person(_ journal: PersonJournal, now: Instant) -> StoreSnapshot.Person {
        if let same = known[journal.id], same.journal == journal, now.since(same.foldedAt) < Minutes(1),
            same.foldedAt <= now
        {
            return same.person
        }
        let history = PersonHistory(id: journal.id, records: journal.records.map(\.record), now: now)
        let zone = history.details.zone.flatMap(zones.zone(named:)) ?? systemZone
        let person = StoreSnapshot.Person(history: history, zone: zone)
        known[journal.id] = Known(journal: journal, person: person, foldedAt: now)
        return person
    }

    package mutating func append(
        _ draft: RecordDraft, to person: PersonID, now: OffsetInstant
    ) -> Result<RecordID, AppendRefusal> {
        do throws(StoreProblem) {
            let outcomes = try store.append([draft], to: person, by: author, now: now)
            guard let outcome = outcomes.first else {
                return .failure(AppendRefusal(sentence: "Nothing was written."))
            }
            return .success(outcome.id)
        } catch {
            return .failure(AppendRefusal(sentence: sentence(error)))
        }
    }

    package mutating func takeOverDrafts() -> [FormDraft] { drafts?.takeOver() ?? [] }

    package mutating func keep(_ draft: FormDraft) -> AppendRefusal? {
        do throws(FileProblem) {
            try drafts?.keep(draft)
            return nil
        } catch {
            return AppendRefusal(sentence: sentence(.writeFailed(path: error.path, errno: error.errno)))
        }
    }

    package mutating func dropDraft(of person: PersonID) { drafts?.drop(person) }
    package mutating func setDraftAside(of person: PersonID) { drafts?.setAside(person) }

    package mutating func hasChanged(isLook: Bool) -> Bool {
        guard watcher != nil else { return isLook }
        return (try? watcher?.changed(looking: isLook).isEmpty == false) ?? true
    }

    private static func words(_ problem: LineProblem) -> String {
        problem.file + (problem.line.map { ":\($0)" } ?? "") + ": " + problem.what.description
    }
}
