// The keys of the relaxation programmes and of the guide while it runs.

import CellCanvas

extension Keymap {
    static let relaxRows: [KeyRow] = listRows + gateRows + guidedRows + ratingRows

    private static let listRows: [KeyRow] = [
        KeyRow(
            "Enter", "begin", "Begin the chosen programme", in: [.relaxList],
            [.enter: .open, .character(" "): .open]),
        KeyRow(
            "e", "", "What bears on the exercises: conditions, and what is hurt", in: [.relaxList],
            [.character("e"): .edit]),
    ]

    private static let gateRows: [KeyRow] = [
        KeyRow(
            "↑ ↓", "choose", "Move by a line", in: [.relaxHealth],
            [
                .up: .move(.up), .down: .move(.down), .character("k"): .move(.up),
                .character("j"): .move(.down),
            ]),
        KeyRow(
            "space", "mark", "This holds for me, or does not", in: [.relaxHealth],
            [.character(" "): .toggle]),
        KeyRow("Enter", "go on", "Keep the answers and go on", in: [.relaxHealth], [.enter: .open]),
        KeyRow(
            "Enter", "the other one", "Begin what is offered in its place", in: [.relaxBarrier],
            [.enter: .open]),
        KeyRow(
            "y", "", "Your clinic was asked, where that is what it takes", in: [.relaxBarrier],
            [.character("y"): .settle]),
        KeyRow("Enter", "grounding", "Three minutes of grounding", in: [.relaxWorse], [.enter: .open]),
        KeyRow(
            "Esc", "back", "Back to where you were", in: [.relaxHealth, .relaxBarrier, .relaxWorse],
            [.escape: .back, .character("q"): .back]),
    ]

    private static let guided: Set<Mode> = [.relaxGuide, .relaxSteps]

    private static let guidedRows: [KeyRow] = [
        KeyRow(
            "space", "pause", "Pause, and go on again", in: guided, [.character(" "): .pause]),
        KeyRow(
            "q", "end", "End here; what you did is kept", in: guided,
            [.character("q"): .endGuide, .escape: .endGuide, .backspace: .endGuide]),
        KeyRow(
            "← →", "pace", "Breathe slower or faster", in: [.relaxGuide],
            [.left: .slower, .right: .faster, .character("-"): .slower, .character("+"): .faster]),
        KeyRow(
            "← →", "step", "The step before, the next step", in: [.relaxSteps],
            [.left: .previousStep, .right: .nextStep]),
        KeyRow(
            "v", "voice", "Speak the cues, or stop speaking them", in: guided,
            [.character("v"): .voice]),
        KeyRow(
            "b", "bell", "Ring the bell when the phase changes, or stop ringing it", in: guided,
            [.character("b"): .bell]),
        KeyRow(
            "z", "dim", "Show the guide alone, or everything again", in: guided,
            [.character("z"): .dim]),
        KeyRow(
            "n", "", "Hide the seconds, or show them", in: guided, [.character("n"): .seconds]),
        KeyRow(
            "e", "", "In dream rescripting: write the new dream, for your eyes alone", in: [.relaxSteps],
            [.character("e"): .edit]),
        KeyRow("Enter", "keep it", "Keep the new dream and go on", in: [.relaxWriting], [.enter: .save]),
        KeyRow("Backspace", "", "Take back the last letter", in: [.relaxWriting], [.backspace: .erase]),
        KeyRow("Esc", "leave it", "Go on without keeping it", in: [.relaxWriting], [.escape: .leave]),
    ]

    private static let ratingRows: [KeyRow] = [
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
