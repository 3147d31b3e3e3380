// The keys of forms, and of what is asked about them.

import CellCanvas

extension Keymap {
    private static let forms: Set<Mode> = [.form, .formFigure, .nightFigure]

    static let formRows: [KeyRow] = [
        KeyRow(
            "s", "save", "Save from any line that takes no words",
            in: [.formFigure, .nightFigure],
            [.character("s"): .save]),
        KeyRow(
            "← →", "", "A step less, a step more", in: forms, [.left: .move(.left), .right: .move(.right)]),
        KeyRow(
            "=", "usual times", "Take all the times that are proposed", in: [.nightFigure],
            [.character("="): .takeProposals]),
        KeyRow(
            "Enter ↓", "next", "Keep what stands here and go to the next line", in: forms,
            [.enter: .nextField, .down: .nextField, .tab: .nextField]),
        KeyRow(
            "↑", "back", "Go to the line before", in: forms,
            [.up: .previousField, .backTab: .previousField]),
        KeyRow(
            "Delete", "unknown", "Empty the line: it is then unknown, not zero", in: forms,
            [.delete: .eraseField, .control("u"): .eraseField]),
        KeyRow("Backspace", "", "Take back the last letter", in: forms, [.backspace: .erase]),
        KeyRow(
            "End", "to the end", "Go to the last line, where Enter saves", in: forms,
            [.end: .last, .pageDown: .last, .home: .first, .pageUp: .first]),
        KeyRow("Esc", "leave", "Leave without saving", in: forms, [.escape: .leave]),
        KeyRow("Ctrl-S", "", "Save from any line", in: forms, [.control("s"): .save]),
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
