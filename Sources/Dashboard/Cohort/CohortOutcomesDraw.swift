// Draws outcomes by week of the course: a list of what can be followed on the left, beside it what is chosen.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawOutcomesPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let outcomes = cohort.outcomes.outcomes else { return }
        drawCaseloadLine(outcomes, on: &canvas, in: area)
        let body = area.below(area.rows >= 22 ? 2 : 1)
        let pane: Rect
        if area.columns >= GroupList.fewestColumns {
            GroupList(outcomeLines, chosen: cohort.outcomes.items.firstIndex(of: cohort.outcomes.item) ?? 0)
                .draw(on: &canvas, in: body)
            pane = GroupList.rest(of: body)
        } else {
            canvas.put("▸", 0, body.row, .accent)
            canvas.focus = Position(column: 0, row: body.row)
            pane = body.inset(columns: 2)
        }
        guard outcomes.caseload.started > 0 else {
            let words = "Outcomes will stand here, from the first course that begins."
            canvas.put(words, pane.column, pane.row, .muted, limit: pane.columns)
            canvas.put(
                "lull course start begins one.", pane.column, pane.row + 1, .muted, limit: pane.columns)
            return
        }
        switch cohort.outcomes.item {
        case .topic: cohort.outcomes.series.map { drawSeries($0, on: &canvas, in: pane) }
        case .caseload: drawCaseload(outcomes, on: &canvas, in: pane)
        case .events: drawEvents(outcomes.events, on: &canvas, in: pane)
        }
    }

    private func drawCaseloadLine(_ outcomes: CohortOutcomes, on canvas: inout Canvas, in area: Rect) {
        let load = outcomes.caseload
        var parts = [
            outcomes.protocolName == nil
                ? "\(load.started) of \(load.people) have started" : "\(load.started) have started",
            "\(load.active) in their course today",
        ]
        if load.endedEarly > 0 { parts.append("\(load.endedEarly) ended early") }
        drawGroupLine(outcomes.protocolName, parts, on: &canvas, in: area)
    }

    /// Who is looked at, and what they are.
    func drawGroupLine(_ name: String?, _ parts: [String], on canvas: inout Canvas, in area: Rect) {
        let title = name.map { settings.protocolTitles[$0] ?? $0 } ?? "All protocols"
        var column = canvas.put(title, 2, area.row, .title, limit: area.columns / 2)
        let isFiltered = cohort.filter.isEmpty ? [] : ["of those who fit the filter"]
        for (index, part) in (parts + isFiltered).enumerated() {
            let words = (index == 0 ? "" : "· ") + part
            let gap = index == 0 ? 2 : 1
            guard column + gap + words.count <= area.endColumn - 2 else { break }
            column = canvas.put(words, column + gap, area.row, .muted)
        }
    }

    private var outcomeLines: [GroupList.Line] {
        var lines: [GroupList.Line] = []
        var last = ""
        for (index, item) in cohort.outcomes.items.enumerated() {
            let (heading, title) = words(of: item)
            if heading != last { lines.append(.heading(heading)) }
            last = heading
            lines.append(.item(title, index))
        }
        return lines
    }

    private func words(of item: OutcomeItem) -> (heading: String, title: String) {
        switch item {
        case .topic(.instrument(let name)): ("Questionnaires", instrument(name).title)
        case .topic(.measure(let measure)): ("Sleep", measure.title)
        case .caseload: ("Clinic", "Caseload")
        case .events: ("Clinic", "Adverse events")
        }
    }
}

/// A narrow list with headings on the left of a page over everyone, one line of it chosen.
struct GroupList {
    enum Line {
        case heading(String)
        /// With its number among those that can be chosen.
        case item(String, Int)
    }

    let lines: [Line]
    let chosen: Int

    init(_ lines: [Line], chosen: Int) {
        (self.lines, self.chosen) = (lines, chosen)
    }

    /// On a narrower screen what is chosen takes the whole width.
    static let fewestColumns = 76
    private static let columns = 21

    /// What is left for the pane.
    static func rest(of area: Rect) -> Rect {
        Rect(
            column: area.column + columns + 3, row: area.row, columns: area.columns - columns - 5,
            rows: area.rows)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let at = lines.firstIndex { if case .item(_, chosen) = $0 { true } else { false } } ?? 0
        let first = min(max(0, at - area.rows / 2), max(0, lines.count - area.rows))
        for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            let row = area.row + row
            switch line {
            case .heading(let title): canvas.put(title, area.column + 2, row, .muted)
            case .item(let title, let index):
                let isOn = index == chosen
                let place = Rect(column: area.column + 1, row: row, columns: Self.columns, rows: 1)
                if isOn {
                    canvas.shade(place, .selection)
                    canvas.put("▸", place.column + 1, row, .accent)
                    canvas.focus = Position(column: place.column + 1, row: row)
                }
                canvas.put(
                    title, place.column + 3, row, isOn ? Style(.strong) : .text, limit: place.columns - 3)
                canvas.touch(place, .item(columns: 0, rows: index - chosen))
            }
        }
        canvas.ruleDown(
            column: area.column + Self.columns + 1, from: area.row, to: area.endRow, .faint)
    }
}
