// Notices that journals changed: the system's hints where it gives them, sizes and identities as the truth.

import CareDomain

package struct StoreWatcher {
    /// Become readable when something may have changed; none where the system gives no hints, as for network
    /// folders: `changed` is then to be asked every second or two.
    package var descriptors: [Int32] { watch.map { [$0.descriptor.number] } ?? [] }

    private let store: Store
    private var watch: HeldDescriptor?
    /// The watched folders by their numbers; nil stands for the folder of all people.
    private var people: [Int32: PersonID?] = [:]
    private var seen: [PersonID: [String: Look]] = [:]

    private struct Look: Equatable {
        var identity: FileIdentity
        var size: Int
        var modified: Int64
    }

    /// - Parameter hints: false to go without the system's hints.
    package init(_ store: Store, hints: Bool = true) throws(StoreProblem) {
        self.store = store
        if hints, let descriptor = store.files.makeWatch() { watch = HeldDescriptor(descriptor, store.files) }
        watch(nil)
        for id in try store.people().ids {
            watch(id)
            seen[id] = try look(at: id)
        }
    }

    /// The people whose journals were added to, replaced or removed since the last call, new people too.
    /// - Parameter looking: true to look at everyone even where no hint came; a hint can be missing on
    ///   folders that another machine writes to.
    package mutating func changed(looking: Bool = false) throws(StoreProblem) -> [PersonID] {
        var suspects: Set<PersonID>?
        if !looking, let watch {
            if let numbers = store.files.changes(watch.descriptor) {
                if numbers.isEmpty { return [] }
                suspects = Set(numbers.compactMap { people[$0] ?? nil })
                if numbers.contains(where: { people[$0] == .some(nil) || people[$0] == nil }) {
                    suspects = nil
                }
            }
        } else if let watch {
            _ = store.files.changes(watch.descriptor)
        }
        let ids = if let suspects { suspects.sorted() } else { try store.people().ids }
        var result: [PersonID] = []
        for id in ids {
            if seen[id] == nil { watch(id) }
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
    private mutating func watch(_ id: PersonID?) {
        guard let watch else { return }
        let path = store.path + "/" + StoreFolder.people.rawValue + (id.map { "/" + $0.text } ?? "")
        do {
            people[try store.files.watch(path, with: watch.descriptor)] = .some(id)
        } catch {
            self.watch = nil
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
