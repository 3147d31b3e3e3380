// Notices that journals changed: the system's hints where it gives them, sizes and identities as the truth.

import CareDomain

package struct StoreWatcher {
    /// Become readable when something may have changed; none where the system gives no hints, as for network
    /// folders: `changed` is then to be asked every second or two.
    package var descriptors: [Int32] { hints.map { [$0.descriptor.number] } ?? [] }

    private let store: Store
    private var hints: HeldDescriptor?
    /// Those that were added one by one, in that order.
    private var inTurn: [PersonID] = []
    /// The watched folders by their numbers; nil stands for the folder of all people.
    private var people: [Int32: PersonID?] = [:]
    private var seen: [PersonID: [String: Look]] = [:]

    /// Whom the next look begins with, of those that are watched.
    private var turn = 0
    /// When a folder last came to those of the people, or went.
    private var listed: Int64?

    private struct Look: Equatable {
        var identity: FileIdentity
        var size: Int
        var modified: Int64
    }

    /// - Parameters:
    ///   - people: whom to watch from the start; nil for everyone.
    ///   - hints: false to go without the system's hints.
    package init(
        _ store: Store, people: [PersonID]? = nil, hints: Bool = true
    ) throws(StoreProblem) {
        self.store = store
        if hints, let descriptor = store.files.makeWatch() {
            self.hints = HeldDescriptor(descriptor, store.files)
        }
        watchFolder(of: nil)
        listed = changeOfList()
        let ids = if let people { people } else { try store.people().ids }
        for id in ids {
            watchFolder(of: id)
            seen[id] = try look(at: id)
        }
    }

    /// Watches a person from now on; what their journals are now counts as known.
    package mutating func watch(_ id: PersonID) {
        if seen[id] == nil {
            watchFolder(of: id)
            inTurn.append(id)
        }
        seen[id] = (try? look(at: id)) ?? [:]
    }

    /// The people whose journals were added to, replaced or removed since the last call, new people too.
    /// - Parameter looking: true to look at everyone even where no hint came; a hint can be missing on
    ///   folders that another machine writes to.
    package mutating func changed(looking: Bool = false) throws(StoreProblem) -> [PersonID] {
        var suspects: Set<PersonID>?
        if !looking, let hints {
            if let numbers = store.files.changes(hints.descriptor) {
                if numbers.isEmpty { return [] }
                suspects = Set(numbers.compactMap { people[$0] ?? nil })
                if numbers.contains(where: { people[$0] == .some(nil) || people[$0] == nil }) {
                    suspects = nil
                }
            }
        } else if let hints {
            _ = store.files.changes(hints.descriptor)
        }
        let ids = if let suspects { suspects.sorted() } else { try store.people().ids }
        var result: [PersonID] = []
        for id in ids {
            if seen[id] == nil { watchFolder(of: id) }
            let looks = try look(at: id)
            if looks != seen[id] { result.append(id) }
            seen[id] = looks
        }
        if suspects == nil {
            for id in seen.keys.sorted() where !ids.contains(id) {
                seen[id] = nil
                result.append(id)
            }
        }
        return result.sorted()
    }

    /// Watches a person's folder, or that of all people. Where the system refuses one, all go without hints.
    private mutating func watchFolder(of id: PersonID?) {
        guard let hints else { return }
        let path = store.path + "/" + StoreFolder.people.rawValue + (id.map { "/" + $0.text } ?? "")
        do {
            people[try store.files.watch(path, with: hints.descriptor)] = .some(id)
        } catch {
            self.hints = nil
        }
    }

    private func look(at id: PersonID) throws(StoreProblem) -> [String: Look] {
        guard let folder = try store.personFolder(id, in: .people) else { return [:] }
        var looks: [String: Look] = [:]
        do {
            for name in try store.files.list(folder.descriptor) where name.hasSuffix(".jsonl") {
                // One that has gone since it was listed is not there.
                guard let status = try? store.files.status(of: name, in: folder.descriptor) else { continue }
                looks[name] = Look(identity: status.identity, size: status.size, modified: status.modified)
            }
        } catch {
            throw .reading(error, "\(store.path)/\(StoreFolder.people.rawValue)/\(id)")
        }
        return looks
    }
}

/// What became of the people that are watched.
package struct StoreChange: Equatable, Sendable {
    /// Whose journals were added to, replaced or removed.
    package var people: [PersonID] = []
    /// People may have come or gone.
    package var isListChanged = false
}

extension StoreWatcher {
    /// How many people are looked at in one look without a hint: of ten thousand, looking at all would hold a
    /// key up.
    static let portion = 200

    /// What changed since the last call among those that `watch` was called for.
    /// - Parameter looking: true to look at the next of them also where no hint came.
    package mutating func changes(looking: Bool) -> StoreChange {
        var change = StoreChange()
        var suspects: Set<PersonID> = []
        if let hints {
            for number in store.files.changes(hints.descriptor) ?? [] {
                switch people[number] {
                case .some(let id?): suspects.insert(id)
                case .some(nil), nil: change.isListChanged = true
                }
            }
        }
        if looking {
            suspects.formUnion(nextPortion())
            let now = changeOfList()
            if now != listed { change.isListChanged = true }
            listed = now
        }
        for id in suspects.sorted() where seen[id] != nil {
            let looks = try? look(at: id)
            if looks != seen[id] { change.people.append(id) }
            seen[id] = looks ?? [:]
        }
        return change
    }

    private mutating func nextPortion() -> [PersonID] {
        guard inTurn.count > Self.portion else { return inTurn }
        if turn >= inTurn.count { turn = 0 }
        let next = inTurn[turn..<min(inTurn.count, turn + Self.portion)]
        turn += Self.portion
        return Array(next)
    }

    private func changeOfList() -> Int64? {
        try? store.files.status(of: StoreFolder.people.rawValue, in: store.root.descriptor).modified
    }
}
