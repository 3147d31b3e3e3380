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
        let strips = Rect(
            column: 2, row: area.row + 1 + gap, columns: area.columns - 4, rows: chart.rows.count + 3)
        drawStrips(of: chart, on: &canvas, in: strips)
        let below = area.below(1 + gap + strips.rows + 1)
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

    private func drawStrips(of chart: SessionNightsChart, on canvas: inout Canvas, in area: Rect) {
        let end = area.endColumn
        let layout = StripLayout(chart, Rect(column: 27, row: area.row + 1, columns: end - 47, rows: 1))
        canvas.put("nights since a session", area.column, area.row, .muted)
        drawStripLegend(chart, on: &canvas, layout.area.column, area.row, to: end - 16)
        canvas.putRight("middle", endColumn: end - 8, area.row, .muted)
        canvas.putRight("nights", endColumn: end, area.row, .muted)
        for (index, row) in chart.rows.enumerated() {
            let at = area.row + 1 + index
            let isSession = row.nightsSinceSession == 0
            if isSession { canvas.mark("●", area.column, at, .session) }
            canvas.put(row.title, area.column + 2, at, row.nightsSinceSession == nil ? .muted : .text)
            layout.drawBaseline(chart, on: &canvas, at)
            for value in row.values {
                canvas.mark("•", layout.column(value), at, Style(isSession ? .session : .text))
            }
            if let median = row.median {
                // A single night is its own middle.
                if row.values.count > 1 { canvas.mark("┃", layout.column(median), at, .figure) }
                canvas.putRight(chart.measure.words(median), endColumn: end - 8, at, .accent)
            } else {
                canvas.putRight("·", endColumn: end - 8, at, .faint)
            }
            canvas.putRight("\(row.values.count)", endColumn: end, at, .text)
        }
        layout.drawAxis(chart, on: &canvas, area.row + 1 + chart.rows.count)
    }

    /// Over the dots, where they begin.
    private func drawStripLegend(
        _ chart: SessionNightsChart, on canvas: inout Canvas, _ column: Int, _ row: Int, to end: Int
    ) {
        var at = column
        var signs = [("•", Style.text, "a night"), ("┃", .figure, "middle")]
        if chart.baseline != nil {
            let long = "half of the nights before the first session"
            signs.append(("┄", .muted, column + long.count + 25 <= end ? long : "before"))
        }
        for (glyph, style, words) in signs where at + words.count + 2 <= end {
            at = canvas.put(glyph, at, row, style)
            at = canvas.put(words, at + 1, row, .muted) + 3
        }
    }
}

/// Where the values of one measure lie along a row.
struct StripLayout {
    let area: Rect
    private let axis: Axis

    init(_ chart: SessionNightsChart, _ area: Rect) {
        self.area = area
        let measure = chart.measure
        let ends = chart.baseline.map { [$0.low, $0.high] } ?? []
        axis = Axis(
            chart.rows.flatMap(\.values) + ends + measure.alwaysOnAxis, ticks: max(3, area.columns / 9),
            limits: measure.axisLimits, step: measure.axisStep)
    }

    func column(_ value: Double) -> Int {
        let place = axis.share(value) * Double(max(0, area.columns - 1))
        return area.column + (place.isFinite ? Int(min(1e6, max(-1e6, place.rounded()))) : 0)
    }

    func drawBaseline(_ chart: SessionNightsChart, on canvas: inout Canvas, _ row: Int) {
        guard let baseline = chart.baseline else { return }
        for column in column(baseline.low)...max(column(baseline.low), column(baseline.high)) {
            canvas.mark("┄", column, row, .faint)
        }
    }

    func drawAxis(_ chart: SessionNightsChart, on canvas: inout Canvas, _ row: Int) {
        canvas.rule(row: row, from: area.column, to: area.endColumn)
        var free = area.column - 6
        for tick in axis.ticks {
            let at = column(tick)
            canvas.mark("┴", at, row, .faint)
            let words = chart.measure.axisWords(tick, top: axis.high)
            let start = at - words.count / 2
            guard start > free else { continue }
            canvas.put(words, start, row + 1, .muted)
            free = start + words.count + 1
        }
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

extension Measure {
    /// What its axis never goes beyond.
    var axisLimits: ClosedRange<Double> {
        switch self {
        case .quality, .refreshed: 1...5
        case .distress: 0...10
        case .awakenings, .nightmares: 0...100_000
        default: rawValue.hasSuffix("Percent") ? 0...100 : 0...2880
        }
    }

    /// Values that its axis always holds: the ends of a scale.
    var alwaysOnAxis: [Double] {
        switch self {
        case .quality, .refreshed: [1, 5]
        case .distress: [0, 10]
        default: []
        }
    }

    /// A step between ticks that suits it; nil where round numbers do.
    var axisStep: Double? {
        switch self {
        case .quality, .refreshed: 1
        case .totalSleepMinutes, .timeInBedMinutes, .opportunityMinutes, .sleepPeriodMinutes: 60
        default: nil
        }
    }

    /// A tick with its unit, hours on an axis of many minutes.
    func axisWords(_ value: Double, top: Double) -> String {
        guard rawValue.hasSuffix("Minutes") else { return words(value) }
        return top > 180 ? NumberWords.decimal(value / 60) + " h" : NumberWords.decimal(value) + " m"
    }
}
