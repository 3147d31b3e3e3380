// What is written with a record, taken back with it, and brought back with it.

import CareDomain

extension DashboardModel {
    /// Once a record is on the disk: the duties of a session, the reason of a change; and what went with a
    /// record that was taken back, or comes again.
    mutating func whatGoesWith(
        _ id: RecordID, _ pending: UndoHistory.Pending?, _ ticket: Int, in context: Context
    ) -> [Effect] {
        let later = afterwards.removeValue(forKey: ticket) ?? []
        switch pending {
        case .record(let person, _):
            let duties = duties(of: id, person, in: context)
            return (later + duties).map { write($0, of: person, .more(of: id)) }
        case .undo(let entry):
            return entry.more.map { more in
                let draft = RecordDraft(.retraction(of: more, why: "undone"))
                return write(draft, of: entry.person, .undoMore(of: entry.id))
            }
        case .redo(let entry):
            return (history.undoneMore.removeValue(forKey: entry.id) ?? []).map { more in
                write(RecordDraft(.retraction(of: more, why: "redone")), of: entry.person, .redoMore)
            }
        case .more, .undoMore, .redoMore, nil: return []
        }
    }

    private mutating func write(
        _ draft: RecordDraft, of person: PersonID, _ pending: UndoHistory.Pending
    ) -> Effect {
        let ticket = nextTicket()
        history.pending[ticket] = pending
        return .append(draft, to: person, ticket: ticket)
    }

    /// What the session that a record tells of lays on the clinic.
    private func duties(of id: RecordID, _ person: PersonID, in context: Context) -> [RecordDraft] {
        guard let history = snapshot.people.first(where: { $0.history.id == person })?.history,
            let session = history.sessions.first(where: { $0.record?.id == id })
        else { return [] }
        return SessionDuties.drafts(for: session, in: history, now: context.wall.instant)
    }
}
