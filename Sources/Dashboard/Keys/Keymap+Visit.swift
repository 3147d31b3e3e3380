// The keys of the page for a visit.

import CellCanvas

extension Keymap {
    static let visitRows: [KeyRow] = [
        KeyRow(
            "v", "", "For my visit: what the clinic will see, to ask, to leave out and to save", in: person,
            [.character("v"): .visit]),
        KeyRow("↑ ↓", "part", "Choose the part before, the next part", in: [.visit], moves),
        KeyRow(
            "PgUp PgDn", "", "Move by a page; Home and End go to the ends", in: [.visit],
            [
                .pageUp: .pageUp, .pageDown: .pageDown, .character(" "): .pageDown, .home: .first,
                .end: .last,
                .character("G"): .last,
            ]),
        KeyRow(
            "x", "leave out", "Leave the part out, or take it back in", in: [.visit],
            [.character("x"): .remove]),
        KeyRow("a", "ask", "Add a question or a note to the clinic", in: [.visit], [.character("a"): .add]),
        KeyRow(
            "w", "save as a file", "Save it as a file of your own", in: [.visit],
            [.character("w"): .printReport]),
        KeyRow(
            "Esc", "close", "Close this page", in: [.visit],
            [.escape: .back, .character("v"): .back, .character("q"): .back, .backspace: .back]),
        KeyRow("?", "help", "This page", in: [.visit], [.character("?"): .help, .function(1): .help]),
        KeyRow("Q", "", "Quit at once", in: [.visit], [.character("Q"): .quitAtOnce]),
        KeyRow("P", "", "Hide names, or show them", in: [.visit], [.character("P"): .hideNames]),
        KeyRow(
            "u", "", "Take back what was saved last; Ctrl-R brings it back", in: [.visit],
            [.character("u"): .undo, .control("r"): .redo]),
        KeyRow(
            "Enter", "keep it", "Keep it as a note to the clinic", in: [.visitQuestion],
            [.enter: .save, .control("s"): .save]),
        KeyRow(
            "Esc", "leave", "Leave without keeping it", in: [.visitQuestion], [.escape: .leave]),
        KeyRow(
            "Backspace", "", "Take back the last letter; Ctrl-U takes all", in: [.visitQuestion],
            [.backspace: .erase, .control("u"): .eraseField, .delete: .eraseField]),
        KeyRow(
            "t", "text", "Save as text, to print or to mail", in: [.visitForm],
            [.character("t"): .saveReport(.text)]),
        KeyRow(
            "h", "HTML", "Save as HTML, with charts", in: [.visitForm],
            [.character("h"): .saveReport(.html)]),
        KeyRow(
            "Esc", "leave", "Save nothing", in: [.visitForm], [.escape: .leave, .character("q"): .leave]),
    ]
}
