// The keys of the guide's pages.

import CellCanvas

extension Keymap {
    static let guideRows: [KeyRow] = [
        KeyRow(
            "Enter →", "read", "Read the chosen page", in: [.guide],
            [.enter: .open, .right: .open]),
        KeyRow(
            "Esc ←", "list", "Back to the list of pages; the place in this one is kept", in: [.guidePage],
            [.escape: .back, .left: .back, .backspace: .back]),
        KeyRow(
            "space", "", "Read on by a screenful", in: [.guide, .guidePage],
            [.character(" "): .pageDown]),
        KeyRow(
            "[ ]", "page", "The page before, the next page", in: [.guide, .guidePage],
            [.character("["): .previousPage, .character("]"): .nextPage]),
        KeyRow(
            "o", "own figures", "What you noted in the last seven days, beside the page; again, without it",
            in: [.guide, .guidePage], [.character("o"): .ownFigures]),
        KeyRow(
            "6", "", "Open the guide at the page that is named beside the first figure", in: [.figures],
            [.character("6"): .show(.guide)]),
    ]
}
