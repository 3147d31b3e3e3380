// The keys that mean the same on every screen, and those that move.

import CellCanvas

extension Keymap {
    static let movementRows: [KeyRow] = [
        KeyRow("← ↑ ↓ →", "day", "Move by a day, by a week", in: [.calendar], moves),
        KeyRow("↑ ↓", "night", "Move by a night", in: [.sleep], moves),
        KeyRow("↑ ↓", "choose", "Move by a line", in: [.relaxList, .checkIns, .guide], moves),
        KeyRow("↑ ↓", "scroll", "Move by a line", in: [.help, .figures, .guidePage], moves),
        KeyRow("↑ ↓", "", "Move by a line", in: [.mine], moves),
        KeyRow("↑ ↓", "try on", "Move by a theme, and try it on", in: [.themes], moves),
        KeyRow(
            "PgUp PgDn", "", "Move by a page; Home and End go to the ends",
            in: screens.union([.help, .figures, .day, .mine, .themes, .columns]),
            [.pageUp: .pageUp, .pageDown: .pageDown, .home: .first, .end: .last, .character("G"): .last]),
    ]

    static let moves: [Key: Command] = [
        .up: .move(.up), .down: .move(.down), .left: .move(.left), .right: .move(.right),
        .character("k"): .move(.up), .character("j"): .move(.down),
    ]

    static let sharedRows: [KeyRow] = [
        KeyRow(
            "i", "figures", "What the figures on the screen are, each with its source", in: screens,
            [.character("i"): .figures]),
        KeyRow("t", "today", "Go to today", in: [.calendar, .sleep], [.character("t"): .today]),
        KeyRow(
            "1 – 6", "", "The six screens, from Tonight to Guide; Tab goes to the next",
            in: person,
            [
                .character("1"): .show(.tonight), .character("2"): .show(.calendar),
                .character("3"): .show(.sleep),
                .character("4"): .show(.relax), .character("5"): .show(.checkIns),
                .character("6"): .show(.guide), .tab: .nextScreen, .backTab: .previousScreen,
            ]),
        KeyRow(
            "u", "", "Take back what was saved last; Ctrl-R brings it back", in: person,
            [.character("u"): .undo, .control("r"): .redo]),
        KeyRow("P", "hide names", "Hide names, or show them", in: cohort, [.character("P"): .hideNames]),
        KeyRow("P", "", "Hide names, or show them", in: person, [.character("P"): .hideNames]),
        KeyRow(
            "B", "", "Blank the screen at once; any key shows it again",
            in: Set(Mode.allCases.filter { !$0.takesText }), [.character("B"): .blank]),
        KeyRow("T", "", "Choose a theme", in: screens.union([.empty]), [.character("T"): .themes]),
        KeyRow(
            "?", "help", "This page", in: screens.union([.relaxGuide, .relaxSteps, .empty, .checkInForm]),
            [.character("?"): .help, .function(1): .help]),
        KeyRow("F1", "", "This page", in: [.form, .formFigure, .nightFigure], [.function(1): .help]),
        KeyRow(
            "!", "", "Someone to call",
            in: Set(Mode.allCases).subtracting([
                .someone, .tooSmall, .form, .visitQuestion, .commandLine, .search,
            ]),
            [.character("!"): .someone]),
        KeyRow(
            "F1 !", "", "Someone to call; in a line of words ! alone is typed like any letter", in: [.form],
            [:]),
        KeyRow(
            "q", "leave", "Back to the cohort, or out of Lull", in: person,
            [.character("q"): .quit, .escape: .back, .backspace: .back]),
        KeyRow("q", "quit", "Quit", in: cohort.union([.empty, .tooSmall]), [.character("q"): .quit]),
        KeyRow(
            "Q", "", "Quit at once",
            in: screens.union([
                .empty, .tooSmall, .help, .figures, .mine, .day, .night, .relaxGuide, .relaxSteps,
                .relaxRating, .relaxHealth, .relaxBarrier, .relaxWorse, .checkInResult, .themes,
            ]),
            [.character("Q"): .quitAtOnce]),
        KeyRow(
            "Ctrl-L", "", "Read the store again and draw everything", in: Set(Mode.allCases),
            [.control("l"): .reload]),
        KeyRow(
            "Ctrl-Z", "", "Set the program aside; fg brings it back", in: Set(Mode.allCases),
            [.control("z"): .suspend]),
    ]
}
