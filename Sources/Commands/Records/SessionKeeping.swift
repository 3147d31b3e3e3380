// Keeps what is noted of a session, and the duties that it lays on the clinic.

import CareDomain
import JournalStore

extension Invocation {
    /// Writes the record and the duties that follow from it, and prints the record's id.
    mutating func keep(session draft: RecordDraft, of subject: Subject) throws {
        let id = try write(draft, to: subject)
        try keepDuties(of: id, subject)
        try putKept(id)
    }

    /// They are no answers to a question, so that the word undo does not take them back in their session's
    /// place.
    private mutating func keepDuties(of id: RecordID, _ subject: Subject) throws {
        let history = try self.subject(subject.id).history
        guard let session = history.sessions.first(where: { $0.record?.id == id }) else { return }
        let drafts = SessionDuties.drafts(for: session, in: history, now: now)
        guard !drafts.isEmpty else { return }
        let (author, stamp) = (author, stamp(in: subject.zone))
        _ = try withStore { store throws(StoreProblem) in
            try store.append(drafts, to: subject.id, by: author, now: stamp)
        }
        for case .duty(let duty) in drafts.map(\.body) { note(duty.sentence) }
    }
}

extension Duty {
    /// `to do: monitoring form, by Mon 30 Nov`.
    fileprivate var sentence: String {
        if done != nil { return "\(words): done" }
        switch due {
        case .day(let date)?: return "to do: \(words), by \(date.words)"
        case .time(let at)?: return "to do: \(words), until \(at.civil.clock)"
        case nil: return "to do: \(words)"
        }
    }
}
