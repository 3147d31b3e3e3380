// The keys of the sleep charts.

import CellCanvas

extension Keymap {
    static let sleepRows: [KeyRow] = [
        KeyRow(
            "[ ]", "page", "The page before, the next page", in: [.sleep, .sessionNights],
            [.character("["): .previousPage, .character("]"): .nextPage]),
        KeyRow(
            "m", "measure", "Show the next measure", in: [.sleep, .sessionNights],
            [.character("m"): .nextMeasure]),
    ]
}
