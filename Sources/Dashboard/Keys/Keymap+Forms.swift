// The keys of forms, and of what is asked about them.

import CellCanvas

extension Keymap {
    static let formRows: [KeyRow] = [
        KeyRow(
            "Enter ↓", "next", "Keep what stands here and go to the next line", in: [.form],
            [.enter: .nextField, .down: .nextField, .tab: .nextField]),
        KeyRow(
            "↑", "back", "Go to the line before", in: [.form],
            [.up: .previousField, .backTab: .previousField]),
        KeyRow(
            "Delete", "unknown", "Empty the line: it is then unknown, not zero", in: [.form],
            [.delete: .eraseField, .control("u"): .eraseField]),
        KeyRow("Backspace", "", "Take back the last letter", in: [.form], [.backspace: .erase]),
        KeyRow(
            "End", "to the end", "Go to the last line, where Enter saves", in: [.form],
            [.end: .last, .pageDown: .last, .home: .first, .pageUp: .first]),
        KeyRow("Esc", "leave", "Leave without saving", in: [.form], [.escape: .leave]),
        KeyRow("Ctrl-S", "", "Save from any line", in: [.form], [.control("s"): .save]),
        KeyRow(
            "y", "leave it", "Leave; what you typed is dropped", in: [.leaveForm], [.character("y"): .leave]),
        KeyRow(
            "any other key", "go on typing", "Go on typing", in: [.leaveForm],
            [.escape: .stay, .character("n"): .stay]),
        KeyRow("Enter", "go on with it", "Go on with what was typed", in: [.draftOffer], [.enter: .open]),
        KeyRow("Esc", "later", "Leave it for the next start", in: [.draftOffer], [.escape: .back]),
        KeyRow("x", "drop it", "Drop what was typed", in: [.draftOffer], [.character("x"): .dropDraft]),
    ]
}
