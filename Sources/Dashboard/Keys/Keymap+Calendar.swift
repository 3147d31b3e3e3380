// The keys of the calendar.

import CellCanvas

extension Keymap {
    static let calendarRows: [KeyRow] = [
        KeyRow("Enter", "day", "Everything that the day holds", in: [.calendar], [.enter: .open]),
        KeyRow(
            "s", "session", "Plan a session, move one that is to come, or say how it was",
            in: [.calendar, .day],
            [.character("s"): .session]),
        KeyRow(
            "e", "edit night", "Correct the night of the day", in: [.calendar, .day], [.character("e"): .edit]
        ),
        KeyRow(
            "x", "", "Say that the session is not held, or take it off the plan", in: [.calendar, .day],
            [.character("x"): .remove]),
        KeyRow(
            "[ ]", "week", "A week back, a week on", in: [.calendar],
            [.character("["): .previousPage, .character("]"): .nextPage]),
    ]
}
