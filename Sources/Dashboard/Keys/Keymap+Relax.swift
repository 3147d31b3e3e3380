// The keys of the relaxation programmes and of the guide while it runs.

import CellCanvas

extension Keymap {
    static let relaxRows: [KeyRow] = [
        KeyRow(
            "Enter", "begin", "Begin the chosen programme", in: [.relaxList],
            [.enter: .open, .character(" "): .open]),
        KeyRow(
            "space", "pause", "Pause, and go on again", in: [.relaxGuide], [.character(" "): .pause]),
        KeyRow(
            "← →", "pace", "Breathe slower or faster", in: [.relaxGuide],
            [.left: .slower, .right: .faster, .character("-"): .slower, .character("+"): .faster]),
        KeyRow(
            "b", "bell", "Ring the bell when the phase changes, or stop ringing it", in: [.relaxGuide],
            [.character("b"): .bell]),
        KeyRow(
            "z", "dim", "Show the guide alone, or everything again", in: [.relaxGuide],
            [.character("z"): .dim]),
        KeyRow(
            "q", "end", "End here; what you did is kept", in: [.relaxGuide],
            [.character("q"): .endGuide, .escape: .endGuide, .backspace: .endGuide]),
        KeyRow(
            "0 – 9", "how tense", "How tense you are, 0 not at all, 9 or t for ten the most",
            in: [.relaxRating],
            Dictionary(
                uniqueKeysWithValues: (0...9).map { (Key.character(Character(String($0))), Command.rate($0)) }
            )
            .merging([.character("t"): .rate(10)]) { first, _ in first }),
        KeyRow(
            "Enter", "skip", "Go on without a number", in: [.relaxRating],
            [.enter: .skipRating, .character(" "): .skipRating]),
        KeyRow(
            "Esc", "back", "Back to the list", in: [.relaxRating], [.escape: .back, .character("q"): .back]),
    ]
}
