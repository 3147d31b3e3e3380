// What the pages of the cohort keep of those who are shown, so that a key costs no more for many people.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Works out what the pages keep, after the people, their order or the filter have changed.
    mutating func refreshCohortPages() {
        cohort.strips.show(cohort.shown)
        cohort.diaries.show(cohort.shown)
    }

    /// Where a page is drawn, below the header and above the footer.
    static func cohortBody(of size: Size) -> Rect {
        Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 4)
    }

    /// The store's name and what is shown, and how many people that is.
    func drawCohortTitle(_ more: String, on canvas: inout Canvas, in area: Rect) {
        let after = canvas.put(settings.storeName, 2, area.row, .title, limit: 30)
        let all = snapshot.count
        let people = all == 1 ? "1 person" : "\(all) people"
        let shown = cohort.filter.isEmpty ? people : "\(cohort.rows.count) of \(people)"
        canvas.put(
            "\(shown) · \(more)", after + 2, area.row, .muted, limit: area.endColumn - after - 4)
    }

    /// One line of the page, chosen or not: its mark, its name, and what a click on it means.
    func drawCohortName(
        _ row: CohortRow, isOn: Bool, steps: Int, columns: Int, on canvas: inout Canvas, _ at: Int
    ) {
        if isOn {
            // The name alone: over a slow line, a move repaints two names and not two rows of colours.
            canvas.shade(Rect(column: 1, row: at, columns: columns + 2, rows: 1), .selection)
            canvas.put("▸" + String(repeating: " ", count: columns + 1), 1, at, Style(.strong))
            canvas.focus = Position(column: 1, row: at)
        }
        let whole = Rect(column: 1, row: at, columns: canvas.size.columns - 2, rows: 1)
        canvas.touch(whole, .item(columns: 0, rows: steps))
        canvas.put(shownName(row), 3, at, isOn ? Style(.strong) : .text, limit: columns)
    }

    func drawNobodyFits(on canvas: inout Canvas, row: Int) {
        canvas.put("Nobody fits. Esc shows everyone again.", 3, row, .muted)
        canvas.focus = Position(column: 3, row: row)
    }

    /// A rule with a name, and below it sentences as far as there is room.
    func drawCohortPane(
        _ row: CohortRow, _ sentences: [String], on canvas: inout Canvas, in area: Rect
    ) {
        canvas.rule(row: area.row)
        canvas.put(" " + whose(row) + " ", 2, area.row, Style(.strong), limit: area.columns - 4)
        let width = min(100, area.columns - 8)
        let lines = CleanText(sentences.joined(separator: " ")).wrapped(to: width, keepsUnits: true)
        for (index, line) in lines.prefix(area.rows - 1).enumerated() {
            // What has no room is told by the ellipsis at its end.
            let isCut = index == area.rows - 2 && lines.count > area.rows - 1
            let rest = isCut ? lines.dropFirst(index).joined(separator: " ") : line
            canvas.put(rest, 4, area.row + 1 + index, .text, limit: width)
        }
    }
}
