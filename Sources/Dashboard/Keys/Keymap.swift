// The one table of keys: from it come what a key does, the footer, and the help.

import CellCanvas

/// Keys that belong together, what each does, and the words for it.
struct KeyRow: Sendable {
    /// As printed: `↑ ↓`, `Enter`.
    let shown: String
    /// The word beside it in the footer; empty for a row that only the help lists.
    let label: String
    let help: String
    let modes: Set<Mode>
    let keys: [Key: Command]
}

enum Keymap {
    static func command(for key: Key, in mode: Mode) -> Command? {
        for row in rows where row.modes.contains(mode) {
            if let command = row.keys[key] { return command }
        }
        return nil
    }

    static func rows(for mode: Mode) -> [KeyRow] { rows.filter { $0.modes.contains(mode) } }

    static let rows: [KeyRow] = specific + movement + shared

    private static let person: Set<Mode> = [.tonight, .calendar, .sleep, .sessionNights, .relaxList]
    private static let screens: Set<Mode> = person.union([.cohort])

    private static func row(
        _ shown: String, _ label: String, _ help: String, in modes: Set<Mode>, _ keys: [Key: Command]
    ) -> KeyRow {
        KeyRow(shown: shown, label: label, help: help, modes: modes, keys: keys)
    }

    private static let specific: [KeyRow] = [
        row(
            "l", "log a night", "Log a night: when you slept and how it was", in: person,
            [.character("l"): .logNight]),
        row(
            "r", "relax", "Go to the relaxation programmes",
            in: [.tonight, .calendar, .sleep, .sessionNights],
            [.character("r"): .show(.relax)]),
        row(
            "Enter", "begin", "Begin the chosen programme", in: [.relaxList],
            [.enter: .open, .character(" "): .open]),
        row("Enter", "open", "Open the person's own screens", in: [.cohort], [.enter: .open]),
        row("s", "sort", "Sort by the next column", in: [.cohort], [.character("s"): .sort]),
        row(
            "space", "pause", "Pause, and go on again", in: [.relaxGuide], [.character(" "): .pause]),
        row(
            "← →", "pace", "Breathe slower or faster", in: [.relaxGuide],
            [.left: .slower, .right: .faster, .character("-"): .slower, .character("+"): .faster]),
        row(
            "b", "bell", "Ring the bell when the phase changes, or stop ringing it", in: [.relaxGuide],
            [.character("b"): .bell]),
        row(
            "z", "dim", "Show the guide alone, or everything again", in: [.relaxGuide],
            [.character("z"): .dim]),
        row(
            "q", "end", "End here; what you did is kept", in: [.relaxGuide],
            [.character("q"): .endGuide, .escape: .endGuide, .backspace: .endGuide]),
        row(
            "0 – 9", "how tense", "How tense you are, 0 not at all, 9 or t for ten the most",
            in: [.relaxRating],
            Dictionary(
                uniqueKeysWithValues: (0...9).map { (Key.character(Character(String($0))), Command.rate($0)) }
            )
            .merging([.character("t"): .rate(10)]) { first, _ in first }),
        row(
            "Enter", "skip", "Go on without a number", in: [.relaxRating],
            [.enter: .skipRating, .character(" "): .skipRating]),
        row("Esc", "back", "Back to the list", in: [.relaxRating], [.escape: .back, .character("q"): .back]),
        row(
            "[ ]", "page", "The page before, the next page", in: [.sleep, .sessionNights],
            [.character("["): .previousPage, .character("]"): .nextPage]),
        row(
            "m", "measure", "Show the next measure", in: [.sleep, .sessionNights],
            [.character("m"): .nextMeasure]),
        row(
            "[ ]", "week", "A week back, a week on", in: [.calendar],
            [.character("["): .previousPage, .character("]"): .nextPage]),
        row(
            "i", "figures", "What the figures on the screen are, each with its source", in: screens,
            [.character("i"): .figures]),
        row("t", "today", "Go to today", in: [.calendar, .sleep], [.character("t"): .today]),
        row(
            "Enter ↓", "next", "Keep what stands here and go to the next line", in: [.form],
            [.enter: .nextField, .down: .nextField, .tab: .nextField]),
        row(
            "↑", "back", "Go to the line before", in: [.form],
            [.up: .previousField, .backTab: .previousField]),
        row(
            "Delete", "unknown", "Empty the line: it is then unknown, not zero", in: [.form],
            [.delete: .eraseField, .control("u"): .eraseField]),
        row("Backspace", "", "Take back the last letter", in: [.form], [.backspace: .erase]),
        row(
            "End", "to the end", "Go to the last line, where Enter saves", in: [.form],
            [.end: .last, .pageDown: .last, .home: .first, .pageUp: .first]),
        row("Esc", "leave", "Leave without saving", in: [.form], [.escape: .leave]),
        row("Ctrl-S", "", "Save from any line", in: [.form], [.control("s"): .save]),
        row("y", "leave it", "Leave; what you typed is dropped", in: [.leaveForm], [.character("y"): .leave]),
        row(
            "any other key", "go on typing", "Go on typing", in: [.leaveForm],
            [.escape: .stay, .character("n"): .stay]),
        row("Enter", "go on with it", "Go on with what was typed", in: [.draftOffer], [.enter: .open]),
        row("Esc", "later", "Leave it for the next start", in: [.draftOffer], [.escape: .back]),
        row("x", "drop it", "Drop what was typed", in: [.draftOffer], [.character("x"): .dropDraft]),
        row("i", "show it anyway", "Draw what fits", in: [.tooSmall], [.character("i"): .drawAnyway]),
    ]

    private static let movement: [KeyRow] = [
        row("← ↑ ↓ →", "day", "Move by a day, by a week", in: [.calendar], moves),
        row("↑ ↓", "night", "Move by a night", in: [.sleep], moves),
        row("↑ ↓", "choose", "Move by a line", in: [.relaxList], moves),
        row("↑ ↓", "person", "Move by a person", in: [.cohort], moves),
        row("↑ ↓", "scroll", "Move by a line", in: [.help, .figures], moves),
        row(
            "PgUp PgDn", "", "Move by a page; Home and End go to the ends",
            in: screens.union([.help, .figures]),
            [.pageUp: .pageUp, .pageDown: .pageDown, .home: .first, .end: .last, .character("G"): .last]),
    ]

    private static let moves: [Key: Command] = [
        .up: .move(.up), .down: .move(.down), .left: .move(.left), .right: .move(.right),
        .character("k"): .move(.up), .character("j"): .move(.down),
    ]

    private static let shared: [KeyRow] = [
        row(
            "1 – 4", "", "Tonight, Calendar, Sleep, Relax; Tab goes to the next", in: person,
            [
                .character("1"): .show(.tonight), .character("2"): .show(.calendar),
                .character("3"): .show(.sleep),
                .character("4"): .show(.relax), .tab: .nextScreen, .backTab: .previousScreen,
            ]),
        row(
            "u", "", "Take back what was saved last; Ctrl-R brings it back", in: person,
            [.character("u"): .undo, .control("r"): .redo]),
        row("P", "hide names", "Hide names, or show them", in: [.cohort], [.character("P"): .hideNames]),
        row("P", "", "Hide names, or show them", in: person, [.character("P"): .hideNames]),
        row(
            "?", "help", "This page", in: screens.union([.relaxGuide, .empty]),
            [.character("?"): .help, .function(1): .help]),
        row("F1", "", "This page", in: [.form], [.function(1): .help]),
        row(
            "?", "close", "Close this page", in: [.help],
            [
                .character("?"): .back, .escape: .back, .character("q"): .back, .function(1): .back,
                .enter: .back,
            ]),
        row(
            "i", "close", "Close this page", in: [.figures],
            [.character("i"): .back, .escape: .back, .character("q"): .back, .enter: .back]),
        row(
            "q", "leave", "Back to the cohort, or out of Lull", in: person,
            [.character("q"): .quit, .escape: .back, .backspace: .back]),
        row("q", "quit", "Quit", in: [.cohort, .empty, .tooSmall], [.character("q"): .quit]),
        row(
            "Q", "", "Quit at once",
            in: screens.union([.empty, .tooSmall, .help, .figures, .relaxGuide, .relaxRating]),
            [.character("Q"): .quitAtOnce]),
        row(
            "Ctrl-L", "", "Read the store again and draw everything", in: Set(Mode.allCases),
            [.control("l"): .reload]),
        row(
            "Ctrl-Z", "", "Set the program aside; fg brings it back", in: Set(Mode.allCases),
            [.control("z"): .suspend]),
    ]
}
