// The keys of pages that lie over a screen.

import CellCanvas

extension Keymap {
    static let pageRows: [KeyRow] = [
        KeyRow("i", "show it anyway", "Draw what fits", in: [.tooSmall], [.character("i"): .drawAnyway]),
        KeyRow(
            "?", "close", "Close this page", in: [.help],
            [
                .character("?"): .back, .escape: .back, .character("q"): .back, .function(1): .back,
                .enter: .back,
            ]),
        KeyRow(
            "i", "close", "Close this page", in: [.figures],
            [.character("i"): .back, .escape: .back, .character("q"): .back, .enter: .back]),
    ]
}
