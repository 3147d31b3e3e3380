// The keys of a person's flags, and of calls.

import CellCanvas

extension Keymap {
    private static let chosen: Set<Mode> = [.cohort, .cohortToday, .cohortStrips, .cohortDiaries]

    static let flagRows: [KeyRow] = [
        KeyRow("↑ ↓", "", "Move by a flag", in: [.flags], cohortMoves),
        KeyRow(
            "s", "seen", "Mark the flag as seen", in: [.flags], [.character("s"): .flagSeen]),
        KeyRow(
            "c", "contacted", "The person was contacted", in: [.flags],
            [.character("c"): .flagContacted]),
        KeyRow(
            "x", "close", "Close the flag: with a reason in words, or after a call", in: [.flags],
            [.character("x"): .flagClose]),
        KeyRow(
            "A", "owner", "Say who sees to it, and until when it rests", in: [.flags],
            [.character("A"): .assign]),
        KeyRow(
            "S", "", "Mark all notes and all for the next working day as seen", in: [.flags],
            [.character("S"): .flagsSeen]),
        KeyRow(
            "f", "flags", "The person's flags, and what was done about them", in: chosen,
            [.character("f"): .flags]),
        KeyRow("f", "", "The person's flags, in a clinic's store", in: person, [.character("f"): .flags]),
        KeyRow("k", "call", "Log a call to the person", in: chosen.union([.flags]), [.character("k"): .call]),
        KeyRow(
            "PgUp PgDn", "", "Move in what is said of the flag; Home and End go to the ends of the list",
            in: [.flags],
            [.pageUp: .pageUp, .pageDown: .pageDown, .home: .first, .end: .last, .character("G"): .last]),
        KeyRow(
            "u", "", "Take back what was saved last; Ctrl-R brings it back", in: [.flags],
            [.character("u"): .undo, .control("r"): .redo]),
        KeyRow(
            "w", "", "Turn writing on, or off again; it begins with reading", in: [.flags],
            [.character("w"): .writing]),
        KeyRow("P", "", "Hide names, or show them", in: [.flags], [.character("P"): .hideNames]),
        KeyRow(
            "Esc", "back", "Back to where you were", in: [.flags],
            [.escape: .back, .character("q"): .back, .backspace: .back, .character("f"): .flags]),
        KeyRow("?", "help", "This page", in: [.flags], [.character("?"): .help, .function(1): .help]),
        KeyRow("Q", "", "Quit at once", in: [.flags], [.character("Q"): .quitAtOnce]),
    ]
}
