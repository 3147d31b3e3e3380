// The keys of the check-ins, of the form for one, and of what it came to.

import CellCanvas

extension Keymap {
    static let checkInRows: [KeyRow] = [
        KeyRow(
            "Enter", "answer", "Answer the chosen questionnaire, or go on with it", in: [.checkIns],
            [.enter: .open]),
        KeyRow(
            "0 – 9", "answer", "Answer an item; the next one follows", in: [.checkInForm], [:]),
        KeyRow(
            "← →", "change", "The answer before, the next answer", in: [.checkInForm],
            [.left: .move(.left), .right: .move(.right)]),
        KeyRow(
            "↑ ↓", "item", "The item before, the next item; Enter goes on as well", in: [.checkInForm],
            [
                .up: .previousField, .backTab: .previousField, .down: .nextField, .tab: .nextField,
                .enter: .nextField,
            ]),
        KeyRow(
            "Delete", "", "Leave the item open: it is then unknown, not zero", in: [.checkInForm],
            [.delete: .eraseField, .control("u"): .eraseField]),
        KeyRow("Backspace", "", "Take back the last digit", in: [.checkInForm], [.backspace: .erase]),
        KeyRow(
            "End", "to the end", "Go to the last line, where Enter keeps the answers; Home to the first",
            in: [.checkInForm], [.end: .last, .pageDown: .last, .home: .first, .pageUp: .first]),
        KeyRow("Ctrl-S", "", "Keep the answers from any line", in: [.checkInForm], [.control("s"): .save]),
        KeyRow(
            "Esc", "leave", "Leave; what is answered is kept, and goes on today", in: [.checkInForm],
            [.escape: .leave]),
        KeyRow(
            "Enter", "close", "Back to the check-ins", in: [.checkInResult],
            [.enter: .back, .escape: .back, .character("q"): .back, .character(" "): .back]),
    ]
}
