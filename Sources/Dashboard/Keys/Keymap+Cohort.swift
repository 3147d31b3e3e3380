// The keys of the cohort.

import CareDomain
import CellCanvas

extension Keymap {
    /// Without letters: `k` logs a call here.
    static let cohortMoves: [Key: Command] = [
        .up: .move(.up), .down: .move(.down), .left: .move(.left), .right: .move(.right),
    ]

    static let cohortRows: [KeyRow] = [
        KeyRow(
            "↑ ↓", "person", "Move by a person", in: [.cohort, .cohortStrips, .cohortDiaries], cohortMoves),
        KeyRow(
            "↑ ↓", "entry", "Move by an entry; ← and → go from section to section", in: [.cohortToday],
            cohortMoves),
        KeyRow(
            "↑ ↓", "choose", "Choose a questionnaire, a measure or another line of the list",
            in: [.cohortOutcomes, .cohortNights], [.up: .move(.up), .down: .move(.down)]),
        KeyRow(
            "← →", "protocol", "Look at the people of one protocol, of the next, of all",
            in: [.cohortOutcomes, .cohortNights], [.left: .move(.left), .right: .move(.right)]),
        KeyRow(
            "← →", "weeks", "Show the weeks before, the weeks after", in: [.cohortStrips, .cohortDiaries],
            [.left: .move(.left), .right: .move(.right)]),
        KeyRow(
            "t", "today", "Line up by date, at today; again, by week of the course", in: [.cohortStrips],
            [.character("t"): .today]),
        KeyRow(
            "Enter", "open", "Open the person's own screens",
            in: [.cohort, .cohortToday, .cohortStrips, .cohortDiaries], [.enter: .open]),
        KeyRow(
            "s", "sort", "Sort by the next column; S turns the order round", in: [.cohort],
            [.character("s"): .sort, .character("S"): .reverse]),
        KeyRow("C", "columns", "Choose the columns", in: [.cohort], [.character("C"): .columns]),
        KeyRow("↑ ↓", "column", "Move by a column", in: [.columns], moves),
        KeyRow(
            "Space", "show or hide", "Show the column, or leave it out", in: [.columns],
            [.character(" "): .toggle, .enter: .toggle]),
        KeyRow(
            "Esc", "close", "Close the list; the columns are kept", in: [.columns],
            [.escape: .back, .character("q"): .back, .character("C"): .back, .backspace: .back]),
        KeyRow(
            "w", "", "Turn writing on, or off again; it begins with reading", in: cohort,
            [.character("w"): .writing]),
        KeyRow(
            "1 – 6", "pages", "The six pages, from Today to Session nights; Tab goes to the next", in: cohort,
            [
                .character("1"): .showCohort(.today), .character("2"): .showCohort(.table),
                .character("3"): .showCohort(.strips), .character("4"): .showCohort(.outcomes),
                .character("5"): .showCohort(.diaries), .character("6"): .showCohort(.sessions),
                .tab: .nextScreen, .backTab: .previousScreen,
            ]),
        KeyRow(
            "H", "hand over", "What this shift hands over to the next", in: cohort,
            [.character("H"): .handOver]),
        KeyRow(
            "↑ ↓", "scroll", "Move by a line; ← → move what is wider than the window", in: [.handOver],
            moves),
        KeyRow(
            "PgUp PgDn", "", "Move by a page; Home and End go to the ends", in: [.handOver],
            [.pageUp: .pageUp, .pageDown: .pageDown, .home: .first, .end: .last]),
        KeyRow(
            "Esc", "close", "Close this page", in: [.handOver],
            [.escape: .back, .character("q"): .back, .character("H"): .back, .backspace: .back]),
        KeyRow("Q", "", "Quit at once", in: [.handOver], [.character("Q"): .quitAtOnce]),
    ]
}
