// A store on disk as the loop sees it: snapshots out, records in, changes noticed.

import CareDomain
import Dashboard
import JournalStore

/// Of a person's own store the whole history is kept, and folded again when its journals have grown. Of a
/// clinic's store each person is read once and again when something came: what is kept is small, and whole
/// histories are kept of those alone whose screens were opened last.
package struct StoreLedger: Ledger {
    private var store: Store
    private var watcher: StoreWatcher?
    private var drafts: DraftShelf?
    private let zones: any ZoneSource
    private let systemZone: Zone
    private let author: String
    /// Only this person; nil for everyone.
    private let only: PersonID?
    private let care: CareKnowledge
    /// Turns a problem into the sentence that a person reads.
    private let sentence: (StoreProblem) -> String

    /// Everyone in the store, by id; nil until they were listed, or where the list may have changed.
    private var ids: [PersonID]?
    private var folderProblems: [String] = []
    private var people: [PersonID: Known] = [:]
    private var list = ReadingList()
    /// Those whose screens were opened, the last one at the end.
    private var attended: [PersonID] = []
    private var news: [String] = []
    private var failure: String?

    private struct Known {
        /// Nil in a person's own store.
        var member: CohortMember?
        /// Nil for those who were not opened.
        var whole: StoreSnapshot.Person?
        /// The last record of each journal that a whole history was read from.
        var tails: [StoredRecord] = []
        /// A fold at a later moment can tell something else, since records of later events are left out.
        var foldedAt: Instant
        var problems: [String] = []
    }

    /// Up to so many people, what was read of their journals stays in memory, and only the new tail of one is
    /// read again.
    private static let remembered = 500
    /// Whole histories that are kept.
    private static let wholes = 4

    /// - Parameter care: the questionnaires and rules by which a clinic's people are looked at.
    package init(
        _ store: Store, zones: any ZoneSource, systemZone: Zone, author: String, only: PersonID? = nil,
        drafts: DraftShelf? = nil, care: CareKnowledge = CareKnowledge(),
        sentence: @escaping (StoreProblem) -> String
    ) {
        self.store = store
        self.zones = zones
        self.systemZone = systemZone
        self.author = author
        self.only = only
        self.care = care
        self.sentence = sentence
        self.drafts = drafts
        watcher = try? StoreWatcher(store, people: [])
    }

    package var descriptors: [Int32] { watcher?.descriptors ?? [] }
    /// A look costs a status call a journal, so it is made often enough for folders that give no hints.
    package var lookEvery: Duration { descriptors.isEmpty ? .seconds(1) : .seconds(2) }

    /// True where several people are shown.
    private var isCohort: Bool { (ids?.count ?? 0) > 1 }

    // MARK: Reading

    package mutating func load(now: OffsetInstant) -> StoreSnapshot {
        listPeople()
        if isCohort {
            for id in attended where isUrgent(id, now.instant) { read(id, now: now.instant) }
        } else {
            for id in ids ?? [] where isUrgent(id, now.instant) { read(id, now: now.instant) }
        }
        return snapshot()
    }

    package var isReading: Bool { isCohort && !list.isEmpty }

    package mutating func readOn(now: OffsetInstant, while isTime: () -> Bool) {
        listPeople()
        guard isCohort else { return }
        repeat {
            guard let id = list.take() else { return }
            read(id, now: now.instant)
        } while isTime()
    }

    package mutating func forgetAll() {
        ids = nil
        listPeople()
        list.add(ids ?? [])
        if !isCohort { people = [:] }
    }

    package mutating func attend(to person: PersonID) {
        attended.removeAll { $0 == person }
        attended.append(person)
        while attended.count > Self.wholes { people[attended.removeFirst()]?.whole = nil }
    }

    /// A whole history that is not at hand, or was folded a while ago, or has grown.
    private func isUrgent(_ id: PersonID, _ now: Instant) -> Bool {
        guard let known = people[id], known.whole != nil else { return true }
        return list.contains(id) || known.foldedAt > now || now.since(known.foldedAt) >= Minutes(1)
    }

    private mutating func listPeople() {
        guard ids == nil else { return }
        do throws(StoreProblem) {
            let (found, problems) = try store.people()
            let shown = found.filter { only == nil || $0 == only }
            folderProblems = problems.map(Self.words)
            if store.isOpenToOthers { folderProblems.append("Others can look into \(store.path).") }
            let there = Set(shown)
            for id in people.keys where !there.contains(id) {
                people[id] = nil
                attended.removeAll { $0 == id }
                list.remove(id)
            }
            list.add(shown.filter { people[$0] == nil })
            ids = shown
            failure = nil
        } catch {
            failure = sentence(error)
        }
    }

    private mutating func read(_ id: PersonID, now: Instant) {
        list.remove(id)
        // Looked at before it is read: what comes in between is seen at the next look.
        watcher?.watch(id)
        do throws(StoreProblem) {
            let journal = try store.read(id)
            news += journal.notices.map { $0.description + "." }
            let history = PersonHistory(id: id, records: journal.records.map(\.record), now: now)
            let zone = history.details.zone.flatMap(zones.zone(named:)) ?? systemZone
            var known = Known(foldedAt: now, problems: Self.problems(of: journal))
            if isCohort {
                known.member = CohortMember(
                    CohortSubject(
                        history, zone: zone, now: now, instruments: care.instruments, rules: care.rules))
            }
            if !isCohort || attended.contains(id) {
                known.whole = StoreSnapshot.Person(history: history, zone: zone)
                known.tails = journal.tails
                if !isCohort, only == nil { known.whole?.ownNotes = try ownNotes(of: id, now: now) }
            } else if (ids?.count ?? 0) > Self.remembered {
                store.forget(id)
            }
            people[id] = known
            if failedPerson == id { (failure, failedPerson) = (nil, nil) }
        } catch {
            if case .noSuchPerson = error {
                ids = nil
                return listPeople()
            }
            (failure, failedPerson) = (sentence(error), id)
        }
    }

    private var failedPerson: PersonID?

    private static func problems(of journal: PersonJournal) -> [String] {
        var words = journal.problems.filter { !$0.isKnown }.map(Self.words)
        if journal.newerLines > 0 {
            let count = NumberWords.count(journal.newerLines, "line")
            words.append("\(journal.id): \(count) of a later version of Lull left out.")
        }
        return words
    }

    /// From the private part of a store that is one person's alone.
    private mutating func ownNotes(of id: PersonID, now: Instant) throws(StoreProblem) -> [Entry<Note>] {
        let records = try store.read(id, in: .hidden).records.map(\.record)
        return PersonHistory(id: id, records: records, now: now).notes.filter { $0.value.to == "self" }
    }

    private mutating func snapshot() -> StoreSnapshot {
        let ids = ids ?? people.keys.sorted()
        var snapshot = StoreSnapshot(count: ids.count, problems: folderProblems, news: news)
        news = []
        for id in ids {
            guard let known = people[id] else { continue }
            if let member = known.member { snapshot.members.append(member) }
            if let whole = known.whole { snapshot.people.append(whole) }
            snapshot.problems += known.problems
        }
        if isCohort { snapshot.firstRead = store.firstReadings().mapValues(\.at) }
        if let failure { snapshot.problems.append(failure) }
        return snapshot
    }

    private static func words(_ problem: LineProblem) -> String {
        problem.file + (problem.line.map { ":\($0)" } ?? "") + ": " + problem.what.description
    }

    // MARK: Writing

    package mutating func append(
        _ draft: RecordDraft, to person: PersonID, now: OffsetInstant
    ) -> Result<RecordID, AppendRefusal> {
        do throws(StoreProblem) {
            let draft = try store.completed(draft, of: people[person]?.tails ?? [])
            let outcomes = try store.append([draft], to: person, by: author, now: now)
            guard let outcome = outcomes.first else {
                return .failure(AppendRefusal(sentence: "Nothing was written."))
            }
            read(person, now: now.instant)
            return .success(outcome.id)
        } catch {
            return .failure(AppendRefusal(sentence: sentence(error)))
        }
    }

    package mutating func record(_ notes: [AuditNote], now: OffsetInstant) -> AppendRefusal? {
        do throws(StoreProblem) {
            guard try store.holdsSeveral() else { return nil }
            try store.appendAccess(notes, by: author, now: now)
            return nil
        } catch {
            return error.isOfReadOnlyMedium ? nil : AppendRefusal(sentence: sentence(error))
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

    // MARK: Changes

    package mutating func hasChanged(isLook: Bool, now: OffsetInstant) -> Bool {
        let stale = ids?.filter { (people[$0]?.member?.staleAt).map { $0 <= now.instant } ?? false } ?? []
        list.add(stale)
        guard let change = watcher?.changes(looking: isLook) else {
            if isLook { forgetAll() }
            return isLook
        }
        if change.isListChanged { ids = nil }
        for id in change.people { list.addFirst(id) }
        return change.isListChanged || !change.people.isEmpty || !stale.isEmpty
    }
}
