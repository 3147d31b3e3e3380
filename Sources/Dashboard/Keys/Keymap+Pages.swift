// The keys of pages that lie over a screen.

import CellCanvas

extension Keymap {
    static let pageRows: [KeyRow] = [
        KeyRow("i", "show it anyway", "Draw what fits", in: [.tooSmall], [.character("i"): .drawAnyway]),
        KeyRow("↑ ↓", "", "Move by a line", in: [.night], moves),
        KeyRow("← →", "day", "The day before, the day after", in: [.day], moves),
        KeyRow(
            "Esc", "close", "Close this page", in: [.day],
            [.escape: .back, .character("q"): .back, .backspace: .back, .enter: .back]),
        KeyRow("Enter", "", "Do what the line says", in: [.night], [.enter: .open, .character(" "): .open]),
        KeyRow(
            "Esc", "", "Leave this page", in: [.night],
            [.escape: .back, .character("q"): .back, .backspace: .back]),
        KeyRow("Enter", "add or change", "Open the form", in: [.mine], [.enter: .open]),
        KeyRow(
            "← →", "what there is", "To what there is of the kind, and back", in: [.mine],
            [.left: .move(.left), .right: .move(.right)]),
        KeyRow(
            "x", "take out", "Take the entry out; u brings it back", in: [.mine],
            [.character("x"): .remove]),
        KeyRow(
            "Esc", "close", "Close this page", in: [.mine],
            [.escape: .back, .character("a"): .back, .character("q"): .back, .backspace: .back]),
        KeyRow(
            "Enter", "keep it", "Keep this theme, now and at the next start", in: [.themes],
            [.enter: .open]),
        KeyRow(
            "Esc", "as it was", "Go back to the theme that was", in: [.themes],
            [.escape: .back, .character("q"): .back, .character("T"): .back]),
        KeyRow(
            "?", "close", "Close this page", in: [.help],
            [
                .character("?"): .back, .escape: .back, .character("q"): .back, .function(1): .back,
                .enter: .back,
            ]),
        KeyRow(
            "i", "close", "Close this page", in: [.figures],
            [.character("i"): .back, .escape: .back, .character("q"): .back, .enter: .back]),
        KeyRow(
            "↑ ↓", "choose", "Choose whom you called", in: [.someone],
            [.up: .move(.up), .down: .move(.down)]),
        KeyRow(
            "k", "I called", "Note that you called; your clinic can read it", in: [.someone],
            [.character("k"): .noteCall]),
        KeyRow(
            "PgUp PgDn", "", "Move by a page", in: [.someone],
            [.pageUp: .pageUp, .pageDown: .pageDown, .home: .first, .end: .last]),
        KeyRow(
            "Esc", "back", "Back to where you were; nothing there has changed", in: [.someone],
            [.escape: .back, .character("q"): .back]),
    ]
}
