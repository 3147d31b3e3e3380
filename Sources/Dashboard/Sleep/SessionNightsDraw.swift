// Draws what the nights after sessions are like: every night by the nights since its session, the middle
// values with their counts, and below them what the pairs come to.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// What the page shows of a person.
    /// - Parameter own: rows for nights after a session, the session's included.
    func sessionNightsChart(
        _ person: StoreSnapshot.Person, own: Int = 4, in context: Context
    ) -> SessionNightsChart {
        let figures = person.history.sessionNightFigures(today: person.today(in: context))
        return SessionNightsChart(person.history, figures, sleep.sessionMeasure, own: own)
    }

    func drawSessionNights(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        let chart = sessionNightsChart(person, own: area.rows >= 32 ? 7 : area.rows < 16 ? 1 : 4, in: context)
        guard chart.hasSessions else { return drawNoSessions(on: &canvas, in: area) }
        var column = canvas.put(chart.measure.title, 2, area.row, Style(.accent, bold: true))
        column = canvas.put(chart.standing, column + 2, area.row, .muted)
        if chart.measures.count > 1 {
            let key = canvas.put("m", column + 3, area.row, .figure)
            canvas.put("another measure", key + 1, area.row, .muted, limit: area.endColumn - key - 2)
        }
        canvas.focus = Position(column: 2, row: area.row)
        let text = SessionNightsText(chart, columns: area.columns - 4, room: area.rows)
        let gap = area.rows >= 22 ? 1 : 0
        let strips = StripTable(
            "nights since a session",
            chart.rows.map { row in
                StripTable.Row(
                    row.title, row.values, median: row.median, isSession: row.nightsSinceSession == 0,
                    isMuted: row.nightsSinceSession == nil)
            }, chart.measure, baseline: chart.baseline, columns: area.columns - 4, height: 1)
        strips.draw(on: &canvas, in: area.below(1 + gap).inset(columns: 2))
        let below = area.below(1 + gap + strips.size + 1)
        let foot = min(text.rows, max(0, below.rows - 2))
        if area.rows >= 22 {
            let rows = min(15, below.rows - foot - 1)
            if rows >= 5 { drawPanels(chart, on: &canvas, in: below.top(rows)) }
            text.draw(on: &canvas, 2, in: below.below(rows >= 5 ? rows + 1 : 0))
        } else if area.rows < 16 {
            text.draw(on: &canvas, 2, in: below)
        } else {
            drawPanelLine(chart, on: &canvas, in: below)
            text.draw(on: &canvas, 2, in: below.below(2))
        }
    }

    private func drawNoSessions(on canvas: inout Canvas, in area: Rect) {
        let row = area.row + area.rows / 3
        canvas.putCentred("The nights after sessions will stand here, beside the others.", in: area, row: row)
        canvas.putCentred(
            "No session is noted as done yet; lull session done notes one.", in: area, row: row + 2, .muted)
    }
}

/// The sentences under the charts, with a word before each; one that does not fit is left out whole, since
/// half of one could be read as another.
struct SessionNightsText {
    private var parts: [(label: String, lines: [String])] = []
    private static let indent = 11

    init(_ chart: SessionNightsChart, columns: Int, room: Int) {
        // In the smallest windows the figures above say it alone.
        if room >= 16 { add("Described", chart.descriptionSentence, columns) }
        add("Compared", chart.comparisonSentence, columns)
        if let caution = chart.deviceCaution { add("Device", caution, columns) }
        if room >= 32, chart.comparisons.count > 1, chart.comparisons[1].reasons != [.everyNight] {
            add("Apart", chart.comparisons[1].sentences, columns)
        }
    }

    private mutating func add(_ label: String, _ text: String, _ columns: Int) {
        parts.append((label, CleanText(text).wrapped(to: max(20, columns - Self.indent), keepsUnits: true)))
    }

    var rows: Int { parts.reduce(0) { $0 + $1.lines.count } }

    func draw(on canvas: inout Canvas, _ column: Int, in area: Rect) {
        var row = area.row
        for (label, lines) in parts {
            guard row + lines.count <= area.endRow else { return }
            canvas.put(label, column, row, .muted)
            for line in lines {
                canvas.put(line, column + Self.indent, row, .text)
                row += 1
            }
        }
    }
}
