// The one table of keys: from it come what a key does, the footer, the help, and what a person's own keys
// change.

import CellCanvas

/// The rows stand in files by what they are for. Where two rows of a mode have a key, the first one counts.
package struct Keymap: Equatable, Sendable {
    private var commands: [Mode: [Key: Command]] = [:]
    private var shown: [Mode: [KeyRow]] = [:]

    /// As it is before anyone has changed it.
    static let standard = Keymap(own: [])

    func command(for key: Key, in mode: Mode) -> Command? { commands[mode]?[key] }

    /// What works in a mode, with the keys that stand for it.
    func rows(for mode: Mode) -> [KeyRow] { shown[mode] ?? [] }

    /// A key that does something in a mode; nil where none does.
    func key(for command: Command, in mode: Mode) -> Key? {
        for row in rows(for: mode) {
            if let keys = row.commands.first(where: { $0.command == command })?.keys { return keys.first }
        }
        return nil
    }

    /// What is a screen's own comes first, so that the footer has room for it.
    static let rows: [KeyRow] =
        calendarRows + sleepRows + relaxRows + checkInRows + guideRows + cohortRows + flagRows + formRows
        + lineRows
        + pageRows + movementRows + personRows + visitRows + sharedRows

    /// The screens of a person.
    static let person: Set<Mode> = [
        .tonight, .calendar, .sleep, .sessionNights, .relaxList, .checkIns, .guide, .guidePage,
    ]
    /// The pages of the cohort.
    static let cohort: Set<Mode> = [
        .cohort, .cohortToday, .cohortStrips, .cohortOutcomes, .cohortDiaries, .cohortNights,
    ]
    static let screens: Set<Mode> = person.union(cohort)
}

// MARK: As a table, and with a person's own keys

/// A command of a row in a mode, and the entry of the table that it is.
private struct KeymapEntry {
    let mode: Mode
    /// Of all rows.
    let row: Int
    let command: Command
    let entry: KeyTable.Entry
}

extension Keymap {
    /// What can be bound to keys, by the names of what it does.
    package static let table: KeyTable = {
        let places = Mode.allCases.map {
            KeyTable.Place(name: $0.name, title: $0.title, takesText: $0.takesText)
        }
        return KeyTable(places: places, entries: allEntries.map { $0.entry })
    }()

    private static let allEntries: [KeymapEntry] = {
        var entries: [KeymapEntry] = []
        for mode in Mode.allCases {
            for (index, row) in rows.enumerated() where row.modes.contains(mode) {
                for part in row.commands {
                    guard let action = part.command.action else { continue }
                    let entry = KeyTable.Entry(
                        action: action, place: mode.name, keys: part.keys, help: row.help)
                    entries.append(
                        KeymapEntry(mode: mode, row: index, command: part.command, entry: entry))
                }
            }
        }
        return entries
    }()

    /// The table with a person's own keys in the place of some.
    init(own: [OwnKeys]) {
        let changed = Self.table.changed(by: own).table.entries
        var changes: [Mode: [Int: [KeyRow.Part]]] = [:]
        for (old, new) in zip(Self.allEntries, changed) where old.entry.keys != new.keys {
            changes[old.mode, default: [:]][old.row, default: []]
                .append(KeyRow.Part(command: old.command, keys: new.keys))
        }
        for mode in Mode.allCases {
            var rows: [KeyRow] = []
            for (index, row) in Self.rows.enumerated() where row.modes.contains(mode) {
                var part = KeyRowInMode(row: row)
                if let changed = changes[mode]?[index] {
                    part.isChanged = true
                    part.commands = row.commands.map { old in
                        changed.first { $0.command == old.command } ?? old
                    }
                }
                if let result = part.result { rows.append(result) }
            }
            shown[mode] = rows
            var keys: [Key: Command] = [:]
            for row in rows { keys.merge(row.keys) { first, _ in first } }
            commands[mode] = keys
        }
    }
}
