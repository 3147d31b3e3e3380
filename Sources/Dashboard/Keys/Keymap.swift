// The one table of keys: from it come what a key does, the footer, and the help.

import CellCanvas

/// Keys that belong together, what each does, and the words for it.
struct KeyRow: Sendable {
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
}

/// The rows stand in files by what they are for. Where two rows of a mode have a key, the first one counts.
enum Keymap {
    static func command(for key: Key, in mode: Mode) -> Command? {
        for row in rows where row.modes.contains(mode) {
            if let command = row.keys[key] { return command }
        }
        return nil
    }

    static func rows(for mode: Mode) -> [KeyRow] { rows.filter { $0.modes.contains(mode) } }

    /// What is a screen's own comes first, so that the footer has room for it.
    static let rows: [KeyRow] =
        calendarRows + sleepRows + relaxRows + checkInRows + guideRows + cohortRows + formRows + pageRows
        + movementRows + personRows + visitRows + sharedRows

    /// The screens of a person.
    static let person: Set<Mode> = [
        .tonight, .calendar, .sleep, .sessionNights, .relaxList, .checkIns, .guide, .guidePage,
    ]
    static let screens: Set<Mode> = person.union([.cohort])
}
