// What was known at an instant, and how far each journal has grown: what a look at a flag rests on.

import CareDomain
import JournalStore

extension Invocation {
    /// The one that was named, else everyone, as what was written by an instant tells of them.
    mutating func subjects(knownBy instant: Instant) throws -> [Subject] {
        let ids = try global.patient.map { _ in [try thePerson()] } ?? people()
        return try ids.map { id in
            let journal = try withStore { store throws(StoreProblem) in try store.read(id) }
            report(journal)
            var records = journal.records.map(\.record).filter { $0.frame.known <= instant }
            // Someone is somebody before anything was known of them.
            if !records.contains(where: \.isOfPerson) {
                let first = journal.records.map(\.record).filter(\.isOfPerson)
                    .min { ($0.frame.known, $0.frame.id) < ($1.frame.known, $1.frame.id) }
                records += first.map { [$0] } ?? []
            }
            let now = min(instant, self.now)
            let history = PersonHistory(id: id, records: records, now: now)
            let zone = try zone(of: history.details)
            return Subject(history: history, zone: zone, today: zone.date(now))
        }
    }

    /// The last record of each of a person's journals.
    mutating func journalHeads(of person: PersonID) throws -> [Acknowledgement.JournalHead] {
        try withStore { store throws(StoreProblem) in
            let journal = try store.read(person)
            return try store.heads(of: journal.tails)
        }
    }
}

extension Record {
    fileprivate var isOfPerson: Bool { if case .person = body { true } else { false } }
}

extension RecordFrame {
    /// When it came to be known: when it was written, but a made-up record when it would have been.
    fileprivate var known: Instant {
        source == "planted" ? Instant(milliseconds: id.milliseconds) : at.instant
    }
}
