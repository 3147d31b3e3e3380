// Draws the session nights by the session's number and by the hours to bed: dots, and no test of either.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawPanels(_ chart: SessionNightsChart, on canvas: inout Canvas, in area: Rect) {
        let split = area.columns / 2
        let left = Rect(column: 2, row: area.row, columns: split - 5, rows: area.rows)
        let right = Rect(
            column: split + 2, row: area.row, columns: area.columns - split - 4, rows: area.rows)
        let numbered = chart.points.compactMap { point in
            point.session.map { Plot.Point(x: Double($0), y: point.value) }
        }
        let timed = chart.points.compactMap { point in
            point.hours.map { Plot.Point(x: $0, y: point.value) }
        }
        ScatterPanel(
            title: "By session number", more: "does it fade? not tested", dots: numbered,
            measure: chart.measure, isWhole: true
        ).draw(on: &canvas, in: left)
        ScatterPanel(
            title: "By hours from session to bed", more: "", dots: timed, measure: chart.measure,
            isWhole: false
        ).draw(on: &canvas, in: right)
    }

    /// Both in one line, where there is no room for panels.
    func drawPanelLine(_ chart: SessionNightsChart, on canvas: inout Canvas, in area: Rect) {
        var column = canvas.put("By session number", 2, area.row, .muted) + 2
        let values = chart.points.map { Optional($0.value) }
        let known = chart.points.map(\.value)
        if let low = known.min(), let high = known.max() {
            let span = max(high - low, 1)
            Sparkline.draw(
                values, in: (low - span / 4)...(high + span / 8), on: &canvas, column, area.row, .session)
            column += values.count + 2
            let words = "\(chart.measure.words(low)) to \(chart.measure.words(high))"
            column = canvas.put(words, column, area.row, .text, limit: 22)
        }
        let hours = chart.points.compactMap(\.hours)
        guard let first = hours.min(), let last = hours.max() else { return }
        let room = area.endColumn - 4 - column
        let words =
            "to bed after \(NumberWords.decimal(first)) to \(NumberWords.decimal(last)) h"
        guard words.count <= room else { return }
        canvas.putRight(words, endColumn: area.endColumn - 2, area.row, .muted)
    }
}

/// Dots in a frame of two thin axes.
struct ScatterPanel {
    let title: String
    let more: String
    let dots: [Plot.Point]
    let measure: Measure
    /// True where x counts something, from 1 on.
    let isWhole: Bool

    func draw(on canvas: inout Canvas, in area: Rect) {
        let after = canvas.put(title, area.column, area.row, .title, limit: area.columns)
        canvas.put(more, after + 2, area.row, .muted, limit: max(0, area.endColumn - after - 2))
        guard !dots.isEmpty else {
            canvas.put("no night tells this yet", area.column, area.row + 1, .muted, limit: area.columns)
            return
        }
        let chart = Rect(
            column: area.column + 7, row: area.row + 1, columns: area.columns - 7, rows: area.rows - 3)
        guard chart.rows >= 2, chart.columns >= 8 else { return }
        let y = Axis(
            dots.map(\.y) + measure.alwaysOnAxis, rows: chart.rows, limits: measure.axisLimits,
            step: measure.axisStep)
        let plot = Plot(chart, x: acrossAxis(chart), y: y, air: 1)
        plot.drawFrame(on: &canvas) { measure.axisWords($0, top: y.high) }
        for dot in dots { plot.drawDot(dot, on: &canvas, .session) }
        let ticks = plot.x.ticks.filter { !isWhole || $0.rounded() == $0 }
        plot.drawAcross(
            ticks.map { ($0, NumberWords.decimal($0) + (isWhole ? "" : " h")) }, on: &canvas, .centred)
    }

    private func acrossAxis(_ chart: Rect) -> Axis {
        let values = dots.map(\.x)
        if isWhole {
            let top = max(2, values.max() ?? 2)
            return Axis(
                [1, top], ticks: Int(top), limits: 1...top, step: top > 24 ? (top / 12).rounded(.up) : 1)
        }
        return Axis(values, ticks: max(2, chart.columns / 8), limits: 0...100_000)
    }
}
