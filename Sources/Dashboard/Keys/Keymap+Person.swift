// The keys of a person's own screens.

import CellCanvas

extension Keymap {
    static let personRows: [KeyRow] = [
        KeyRow("↑ ↓", "", "Move by a line", in: [.tonight], moves),
        KeyRow("Enter", "", "Do what the line says; tick it", in: [.tonight], [.enter: .open]),
        KeyRow(
            "y n", "", "Tick the line as done, or as not tonight", in: [.tonight],
            [.character("y"): .tick(true), .character("n"): .tick(false)]),
        KeyRow(
            "l", "log a night", "Log a night: when you slept and how it was",
            in: person.union([.day]),
            [.character("l"): .logNight]),
        KeyRow(
            "h", "habits", "Log what the day held: coffee, screens, the room",
            in: person.union([.day]),
            [.character("h"): .log(.habits)]),
        KeyRow(
            "a", "add", "Add something else: a mood, an effect, a note, a medicine", in: person,
            [.character("a"): .add]),
        KeyRow(
            "r", "relax", "Go to the relaxation programmes", in: person.subtracting([.relaxList]),
            [.character("r"): .show(.relax)]),
        KeyRow(
            "g", "good night", "Good night: keeps the moment, and goes dark", in: person,
            [.character("g"): .goodNight]),
        KeyRow(
            "w", "", "Wind down, dim; where several people are: turn writing on or off", in: person,
            [.character("w"): .windDown]),
        KeyRow(
            "N", "", "I cannot sleep: the page for the night", in: person, [.character("N"): .cannotSleep]),
        KeyRow(
            "c", "", "Go to the check-ins", in: person.subtracting([.checkIns]),
            [.character("c"): .show(.checkIns)]),
    ]
}
