// A row of the table of keys: keys that belong together, what each does, and the words for it.

import CellCanvas

struct KeyRow: Equatable, Sendable {
    /// As printed: `↑ ↓`, `Enter`.
    let shown: String
    /// The word beside it in the footer; empty for a row that only the help lists.
    let label: String
    let help: String
    let modes: Set<Mode>
    let keys: [Key: Command]

    init(_ shown: String, _ label: String, _ help: String, in modes: Set<Mode>, _ keys: [Key: Command]) {
        self.shown = shown
        self.label = label
        self.help = help
        self.modes = modes
        self.keys = keys
    }

    /// One thing that it does, and the keys that stand for it.
    struct Part: Equatable {
        var command: Command
        var keys: [Key]
    }

    /// What its keys do, in the order of `Key.rank`.
    var commands: [Part] {
        var result: [Part] = []
        for key in keys.keys.sorted(by: Key.isInOrder) {
            guard let command = keys[key] else { continue }
            if let index = result.firstIndex(where: { $0.command == command }) {
                result[index].keys.append(key)
            } else {
                result.append(Part(command: command, keys: [key]))
            }
        }
        return result
    }

    /// The row as it is with other keys.
    fileprivate func with(shown: String, _ keys: [Key: Command]) -> KeyRow {
        KeyRow(shown, label, help, in: modes, keys)
    }
}

/// A row in one mode while a person's own keys are put into it.
struct KeyRowInMode {
    let row: KeyRow
    /// What it does, in order, with the keys that stand for it here.
    var commands: [KeyRow.Part] = []
    var isChanged = false

    /// Nil where no key is left for any of it.
    var result: KeyRow? {
        guard isChanged else { return row }
        let left = commands.filter { !$0.keys.isEmpty }
        guard !left.isEmpty else { return nil }
        var keys: [Key: Command] = [:]
        for part in left { for key in part.keys { keys[key] = part.command } }
        // One of each where it does several things, else the first two.
        let each = left.count == 1 ? 2 : 1
        let shown = left.flatMap { $0.keys.prefix(each).map(\.shown) }.prefix(4).joined(separator: " ")
        return row.with(shown: shown, keys)
    }
}

extension Key {
    /// Arrows and named keys before characters, so that what a key table prints is always the same.
    fileprivate static func isInOrder(_ a: Key, _ b: Key) -> Bool { (a.rank, a.name) < (b.rank, b.name) }

    private var rank: Int {
        switch self {
        case .left: 0
        case .up: 1
        case .down: 2
        case .right: 3
        case .pageUp: 4
        case .pageDown: 5
        case .home: 6
        case .end: 7
        case .enter: 8
        case .escape: 9
        case .tab: 10
        case .backTab: 11
        case .backspace, .delete: 12
        case .character: 20
        case .control, .alt: 21
        case .function: 22
        }
    }
}
