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
            "R", "reading", "Add a reading to the session of the day", in: [.day],
            [.character("R"): .log(.reading)]),
        KeyRow(
            "E", "event", "Note something unwanted in the session of the day", in: [.day],
            [.character("E"): .log(.adverseEvent)]),
        KeyRow(
            "L", "left", "Note when the person was ready, and left", in: [.day],
            [.character("L"): .log(.sessionLeft)]),
        KeyRow(
            "D", "", "Tick what the clinic owes after the session of the day, one by one", in: [.day],
            [.character("D"): .tickDuty]),
        KeyRow(
            "A", "", "Adjust the course: dose, spacing or time of day", in: [.calendar, .day],
            [.character("A"): .log(.courseAdjust)]),
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
