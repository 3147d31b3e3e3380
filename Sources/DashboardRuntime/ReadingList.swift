// Who is still to be read, those first that cannot wait; each once.

import CareDomain

struct ReadingList {
    private var waiting: [PersonID] = []
    /// Where the next one stands.
    private var next = 0
    private var urgent: [PersonID] = []
    private var known: Set<PersonID> = []

    var isEmpty: Bool { known.isEmpty }

    mutating func add(_ ids: some Sequence<PersonID>) {
        for id in ids where known.insert(id).inserted { waiting.append(id) }
    }

    /// Puts somebody before all others.
    mutating func addFirst(_ id: PersonID) {
        known.insert(id)
        urgent.append(id)
    }

    func contains(_ id: PersonID) -> Bool { known.contains(id) }

    mutating func remove(_ id: PersonID) { known.remove(id) }

    /// The next one, who is then off the list; nil where nobody waits.
    mutating func take() -> PersonID? {
        while let id = urgent.popLast() {
            if known.remove(id) != nil { return id }
        }
        while next < waiting.count {
            let id = waiting[next]
            next += 1
            if known.remove(id) != nil { return id }
        }
        waiting = []
        next = 0
        return nil
    }
}
