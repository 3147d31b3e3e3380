// The keys of the calendar.

import CellCanvas

extension Keymap {
    static let calendarRows: [KeyRow] = [
        KeyRow(
            "[ ]", "week", "A week back, a week on", in: [.calendar],
            [.character("["): .previousPage, .character("]"): .nextPage])
    ]
}
