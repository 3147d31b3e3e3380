// What each key does in each place, as a table that can be printed, and that a person's own keys change.

/// Keys that a person has chosen for an action, and where that is written.
package struct OwnKeys: Equatable, Sendable {
    package var action: String
    /// Counted from 1; nil where it is not known.
    package var line: Int?
    package var keys: [Key]

    package init(action: String, line: Int?, keys: [Key]) {
        self.action = action
        self.line = line
        self.keys = keys
    }
}

/// Actions, their keys, and the places in which they work.
package struct KeyTable: Equatable, Sendable {
    /// Where keys go: a screen, or what lies over it.
    package struct Place: Equatable, Sendable {
        package var name: String
        package var title: String
        /// Characters are typed here, and no action can have them.
        package var takesText: Bool

        package init(name: String, title: String, takesText: Bool = false) {
            self.name = name
            self.title = title
            self.takesText = takesText
        }
    }

    /// An action in one place.
    package struct Entry: Equatable, Sendable {
        package var action: String
        package var place: String
        package var keys: [Key]
        package var help: String
        /// The keys are a person's own.
        package var isOwn = false

        package init(action: String, place: String, keys: [Key], help: String) {
            self.action = action
            self.place = place
            self.keys = keys
            self.help = help
        }
    }

    package var places: [Place]
    package private(set) var entries: [Entry]

    package init(places: [Place] = [], entries: [Entry] = []) {
        self.places = places
        self.entries = entries
    }

    package var actions: Set<String> { Set(entries.map(\.action)) }

    package func entries(in place: String) -> [Entry] { entries.filter { $0.place == place } }

    /// The action that a key has in a place; nil for none.
    package func action(of key: Key, in place: String) -> String? {
        entries.first { $0.place == place && $0.keys.contains(key) }?.action
    }
}

// MARK: A person's own keys

/// What is wrong with a person's own keys, as facts.
package struct KeyProblem: Equatable, Sendable {
    package enum What: Equatable, Sendable {
        case unknownAction(String)
        /// A key that an earlier line gives to another action in the same place.
        case given(Key, to: String, place: String)
        /// A key that another action has by itself, and now has no more in that place.
        case taken(Key, from: String, place: String)
        /// Characters alone cannot stand for what is done while text is typed.
        case onlyTyped(action: String, place: String)
    }

    package var line: Int?
    package var action: String
    package var what: What

    package init(line: Int?, action: String, what: What) {
        self.line = line
        self.action = action
        self.what = what
    }
}

extension KeyTable {
    /// The table with a person's own keys in the place of those it has; of two actions that want one key in
    /// one place the first has it, and own keys come before those of the table.
    /// - Returns: also what is wrong with them, in the order of the lines; a thing that is wrong in several
    ///   places is said once.
    package func changed(by own: [OwnKeys]) -> (table: KeyTable, problems: [KeyProblem]) {
        var table = self
        var problems: [KeyProblem] = []
        let known = actions
        for wish in own where !known.contains(wish.action) {
            problems.append(
                KeyProblem(line: wish.line, action: wish.action, what: .unknownAction(wish.action)))
        }
        var seen: Set<String> = []
        let wishes = own.filter { known.contains($0.action) && seen.insert($0.action).inserted }
        for place in places { table.change(place, wishes, &problems) }
        return (table, problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }

    private mutating func change(_ place: Place, _ wishes: [OwnKeys], _ problems: inout [KeyProblem]) {
        /// Who has a key here by a line of the person's.
        var owners: [Key: String] = [:]
        let here = Set(entries.lazy.filter { $0.place == place.name }.map(\.action))
        for wish in wishes where here.contains(wish.action) {
            let usable = place.takesText ? wish.keys.filter { !$0.types } : wish.keys
            if usable.isEmpty, place.takesText {
                // Where text is typed, the keys that the table has stay.
                if !wish.keys.isEmpty, !worksElsewhere(wish.action) {
                    add(.onlyTyped(action: wish.action, place: place.title), wish, &problems)
                }
                continue
            }
            var kept: [Key] = []
            for key in usable {
                if let owner = owners[key], owner != wish.action {
                    add(.given(key, to: owner, place: place.title), wish, &problems)
                } else {
                    owners[key] = wish.action
                    if !kept.contains(key) { kept.append(key) }
                }
            }
            // An action that gets none of the keys it wants keeps those it has.
            if kept.isEmpty, !wish.keys.isEmpty { continue }
            give(kept, to: wish.action, in: place.name)
        }
        takeFromOthers(owners, wishes, in: place, &problems)
    }

    /// Own keys go to the action's first entry of the place, which loses nothing to its others.
    private mutating func give(_ keys: [Key], to action: String, in place: String) {
        var isFirst = true
        for index in entries.indices where entries[index].place == place && entries[index].action == action {
            entries[index].keys = isFirst ? keys : []
            entries[index].isOwn = true
            isFirst = false
        }
    }

    private mutating func takeFromOthers(
        _ owners: [Key: String], _ wishes: [OwnKeys], in place: Place, _ problems: inout [KeyProblem]
    ) {
        for index in entries.indices where entries[index].place == place.name && !entries[index].isOwn {
            let entry = entries[index]
            for key in entry.keys {
                guard let owner = owners[key], owner != entry.action,
                    let wish = wishes.first(where: { $0.action == owner })
                else { continue }
                entries[index].keys.removeAll { $0 == key }
                add(.taken(key, from: entry.action, place: place.title), wish, &problems)
            }
        }
    }

    private func worksElsewhere(_ action: String) -> Bool {
        places.contains { place in
            !place.takesText && entries.contains { $0.place == place.name && $0.action == action }
        }
    }

    private func add(_ what: KeyProblem.What, _ wish: OwnKeys, _ problems: inout [KeyProblem]) {
        let isSaid = problems.contains { $0.line == wish.line && $0.what.isSame(as: what) }
        if !isSaid { problems.append(KeyProblem(line: wish.line, action: wish.action, what: what)) }
    }
}

extension KeyProblem.What {
    /// The same but for the place.
    fileprivate func isSame(as other: KeyProblem.What) -> Bool {
        switch (self, other) {
        case (.given(let a, let b, _), .given(let c, let d, _)): a == c && b == d
        case (.taken(let a, let b, _), .taken(let c, let d, _)): a == c && b == d
        case (.onlyTyped(let a, _), .onlyTyped(let b, _)): a == b
        default: self == other
        }
    }
}
