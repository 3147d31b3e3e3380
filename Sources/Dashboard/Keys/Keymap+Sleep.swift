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
        KeyRow(
            "+ -", "zoom", "Fewer nights, more nights: 7, 14, 28, 56, all", in: [.sleep],
            [.character("+"): .zoomIn, .character("="): .zoomIn, .character("-"): .zoomOut]),
        KeyRow("Enter", "day", "Open the calendar on the day of this night", in: [.sleep], [.enter: .open]),
    ]
}
