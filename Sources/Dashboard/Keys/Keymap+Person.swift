// The keys of a person's own screens.

import CellCanvas

extension Keymap {
    static let personRows: [KeyRow] = [
        KeyRow(
            "l", "log a night", "Log a night: when you slept and how it was", in: person,
            [.character("l"): .logNight]),
        KeyRow(
            "h", "habits", "Log what the day held: coffee, screens, the room", in: person,
            [.character("h"): .log(.habits)]),
        KeyRow(
            "a", "add", "Add something else: a mood, a side effect, a note, a medicine, a goal", in: person,
            [.character("a"): .add]),
        KeyRow(
            "r", "relax", "Go to the relaxation programmes", in: person.subtracting([.relaxList]),
            [.character("r"): .show(.relax)]),
        KeyRow(
            "c", "", "Go to the check-ins", in: person.subtracting([.checkIns]),
            [.character("c"): .show(.checkIns)]),
        KeyRow(
            "c", "", "Go to the check-ins", in: person.subtracting([.checkIns]),
            [.character("c"): .show(.checkIns)]),
    ]
}
