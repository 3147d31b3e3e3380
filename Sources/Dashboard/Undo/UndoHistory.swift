// Taking back what was written since the dashboard was opened, by appending; and bringing it back.

import CareDomain

/// Records of this run, and what waits for the disk's answer.
struct UndoHistory: Equatable {
    /// A record that can be taken back.
    struct Entry: Equatable {
        var id: RecordID
        var person: PersonID
        /// `the night to Sun 22 Nov`.
        var what: String
        /// What was written with it, and goes and comes with it: duties, the reason of a change.
        var more: [RecordID] = []
    }

    /// What a write that is under way will be, by its ticket.
    enum Pending: Equatable {
        case record(PersonID, what: String)
        case undo(Entry)
        case redo(Entry)
        /// What goes with a record that is there, with one that is taken back, and comes back with it.
        case more(of: RecordID), undoMore(of: RecordID), redoMore

        /// True for what is not said by itself.
        var isQuiet: Bool {
            switch self {
            case .more, .undoMore, .redoMore: true
            case .record, .undo, .redo: false
            }
        }
    }

    var pending: [Int: Pending] = [:]
    /// The last one can be taken back first.
    var done: [Entry] = []
    /// What was taken back, with the retraction that did it.
    var undone: [(entry: Entry, retraction: RecordID)] = []
    /// The retractions of what went with a record, by that record.
    var undoneMore: [RecordID: [RecordID]] = [:]

    static func == (a: UndoHistory, b: UndoHistory) -> Bool {
        a.pending == b.pending && a.done == b.done && a.undoneMore == b.undoneMore
            && a.undone.elementsEqual(b.undone) { $0.entry == $1.entry && $0.retraction == $1.retraction }
    }

    /// Takes note of the disk's answer.
    mutating func written(_ id: RecordID, ticket: Int) {
        switch pending.removeValue(forKey: ticket) {
        case .record(let person, let what):
            done.append(Entry(id: id, person: person, what: what))
            // What comes after is another way on.
            undone.removeAll { $0.entry.person == person }
        case .undo(let entry):
            done.removeAll { $0 == entry }
            undone.append((entry, id))
        case .redo(let entry):
            undone.removeAll { $0.entry == entry }
            done.append(entry)
        case .more(let first):
            if let place = done.lastIndex(where: { $0.id == first }) { done[place].more.append(id) }
        case .undoMore(let first): undoneMore[first, default: []].append(id)
        case .redoMore, nil: break
        }
    }
}

extension DashboardModel {
    /// Writes a record that can be taken back again.
    mutating func write(_ draft: RecordDraft, of person: PersonID, as what: String) -> (Effect, ticket: Int) {
        let ticket = nextTicket()
        history.pending[ticket] = .record(person, what: what)
        return (.append(draft, to: person, ticket: ticket), ticket)
    }

    mutating func undo(in context: Context) -> [Effect] {
        guard let person, canWrite(in: context) else { return [] }
        guard history.pending.isEmpty,
            let entry = history.done.last(where: { $0.person == person.history.id })
        else {
            say("There is nothing to take back since Lull was opened.", .problem, in: context)
            return []
        }
        let ticket = nextTicket()
        history.pending[ticket] = .undo(entry)
        return [
            .append(RecordDraft(.retraction(of: entry.id, why: "undone")), to: entry.person, ticket: ticket)
        ]
    }

    mutating func redo(in context: Context) -> [Effect] {
        guard let person, canWrite(in: context) else { return [] }
        guard history.pending.isEmpty,
            let last = history.undone.last(where: { $0.entry.person == person.history.id })
        else {
            say("There is nothing to bring back.", .problem, in: context)
            return []
        }
        let ticket = nextTicket()
        history.pending[ticket] = .redo(last.entry)
        let draft = RecordDraft(.retraction(of: last.retraction, why: "redone"))
        return [.append(draft, to: last.entry.person, ticket: ticket)]
    }

    /// What is said once the disk has a record.
    mutating func sayWritten(_ pending: UndoHistory.Pending?, in context: Context) {
        func whose(_ id: PersonID) -> String { showsWhose ? self.whose(id).map { " for " + $0 } ?? "" : "" }
        switch pending {
        case .record(let id, let what): say("Saved\(whose(id)): \(what).", in: context)
        case .undo(let entry):
            say("Taken back\(whose(entry.person)): \(entry.what). Ctrl-R brings it back.", in: context)
        case .redo(let entry): say("Brought back\(whose(entry.person)): \(entry.what).", in: context)
        case .more, .undoMore, .redoMore: break
        case nil: say("Kept.", in: context)
        }
    }
}
