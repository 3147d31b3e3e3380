// The keys of the command line and the search, of the lines in which they are typed, and of what a command
// says.

import CellCanvas

extension Keymap {
    /// Where something can be searched.
    static let searchable = cohort.union([.relaxList, .guide, .guidePage, .help, .figures, .output])

    static let lineRows: [KeyRow] =
        [
            KeyRow(
                ":", "", "Type a command, as on the command line", in: commanding,
                [.character(":"): .commandLine]),
            KeyRow("/", "search", "Search, by a name or a filter", in: cohort, [.character("/"): .search]),
            KeyRow(
                "/", "", "Search: the cohort, programmes, guide, help and what commands say",
                in: commanding.subtracting(cohort), [.character("/"): .search]),
            KeyRow("n", "", "What was found next", in: searchable, [.character("n"): .nextMatch]),
            // On a person's screens N is for those who cannot sleep.
            KeyRow(
                "N", "", "What was found before", in: searchable.subtracting(person),
                [.character("N"): .previousMatch]),
            KeyRow("Esc", "", "Show everyone again", in: cohort, [.escape: .clearSearch]),
            KeyRow(
                "M", "", "Leave the mouse to the terminal, or take it back",
                in: commanding, [.character("M"): .mouse]),
            KeyRow(
                "↑ ↓", "scroll", "Move by a line; ← → move what is wider than the window", in: [.output],
                moves),
            KeyRow(
                "PgUp PgDn", "", "Move by a page; Home and End go to the ends", in: [.output],
                [.pageUp: .pageUp, .pageDown: .pageDown, .home: .first, .end: .last, .character("G"): .last]),
            KeyRow(
                "Esc", "close", "Close this page", in: [.output],
                [.escape: .back, .character("q"): .back, .enter: .back]),
            KeyRow("Q", "", "Quit at once", in: [.output], [.character("Q"): .quitAtOnce]),
        ] + typing

    /// Where a command can be typed: everywhere but in forms and questions.
    private static let commanding: Set<Mode> = screens.union([
        .help, .figures, .output, .handOver, .mine, .day, .visit, .empty, .relaxGuide,
    ])

    private static let typing: [KeyRow] = [
        KeyRow("Enter", "run", "Run the command", in: [.commandLine], [.enter: .accept]),
        KeyRow("Enter", "keep", "Go on with what was found", in: [.search], [.enter: .accept]),
        KeyRow("Tab", "complete", "Complete the word", in: [.commandLine], [.tab: .complete]),
        KeyRow(
            "↑ ↓", "earlier", "The command before, the command after", in: [.commandLine],
            [.up: .olderEntry, .down: .newerEntry]),
        KeyRow(
            "↑ ↓", "next", "What was found before, what was found next", in: [.search],
            [.up: .previousMatch, .down: .nextMatch]),
        KeyRow(
            "← →", "", "Move within the line", in: [.commandLine, .search],
            [
                .left: .move(.left), .right: .move(.right), .home: .first, .end: .last,
                .control("a"): .first, .control("e"): .last,
            ]),
        KeyRow(
            "Backspace", "", "Take back a letter; Ctrl-W a word, Ctrl-U the line",
            in: [.commandLine, .search],
            [.backspace: .erase, .control("w"): .eraseWord, .control("u"): .eraseField]),
        KeyRow("Esc", "close", "Close this line", in: [.commandLine, .search], [.escape: .back]),
    ]
}
