// Draws how the days around the nights were rated, under the nights themselves: lines on one time axis.

import CareDomain
import CellCanvas

/// One line of the panel.
private struct BesideLine {
    let title: String
    let values: [Double?]
    let range: ClosedRange<Double>
    let style: Style
    /// The value at the chosen night.
    let words: String
}

extension DashboardModel {
    func drawDaysBeside(
        _ days: DaysBesideNights, _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect,
        _ context: Context
    ) {
        guard area.rows >= 3 else { return }
        let title = canvas.put("The days beside the nights", area.column, area.row, .title)
        guard days.hasRatings else {
            canvas.put(
                "lull log mood notes how a day was; its line will run here under the nights.",
                area.column, area.row + 1, .muted, limit: area.columns)
            return
        }
        let sentence = CleanText(days.sentence).wrapped(to: max(20, area.columns), keepsUnits: true)
        let hasSentence = area.rows >= 7 + sentence.count
        let chart = area.below(1).top(area.rows - 1 - (hasSentence ? sentence.count : 0))
        let isWide = chart.columns >= 76
        let sides = DaysBesideNights.Side.allCases
        let half = isWide ? (chart.columns - 4) / 2 : chart.columns
        if !isWide {
            canvas.put(
                DaysBesideNights.Side.nextDay.words, title + 2, area.row, .muted,
                limit: area.endColumn - title - 2)
        }
        for (index, side) in (isWide ? sides : [.nextDay]).enumerated() {
            let panel = Rect(
                column: chart.column + index * (half + 4), row: chart.row, columns: half, rows: chart.rows)
            if isWide { canvas.put(side.words, panel.column, panel.row, .muted) }
            draw(
                besideLines(days, side, person, rows: panel.rows, in: context), days, person, on: &canvas,
                in: isWide ? panel.below(1) : panel)
        }
        if hasSentence {
            for (index, line) in sentence.enumerated() {
                canvas.put(line, area.column, chart.endRow + index, .muted)
            }
        }
    }

    private func besideLines(
        _ days: DaysBesideNights, _ side: DaysBesideNights.Side, _ person: StoreSnapshot.Person, rows: Int,
        in context: Context
    ) -> [BesideLine] {
        let place = days.dates.firstIndex(of: sleep.chosen ?? days.dates.last ?? CivilDate(days: 0))
        func at(_ values: [Double?], _ words: (Double) -> String) -> String {
            let value = place.flatMap { values.indices.contains($0) ? values[$0] : nil }
            return value.map(words) ?? "·"
        }
        let axis = Axis(days.nights.compactMap { $0 } + days.measure.alwaysOnAxis, ticks: 3)
        var lines = [
            BesideLine(
                title: days.measure.shortNoun, values: days.nights, range: axis.low...axis.high,
                style: .accent, words: at(days.nights, days.measure.words))
        ]
        lines += Feeling.allCases.map { feeling in
            let values = days.values(feeling, side)
            return BesideLine(
                title: feeling.title.lowercased(), values: values, range: 0...10, style: .text,
                words: at(values) { NumberWords.decimal($0) })
        }
        if side == .nextDay, rows >= 13, let scores = scoreLine(days, person, in: context) {
            lines.append(scores)
        }
        return lines
    }

    /// Totals of the questionnaire that has a sleep item, without it, at the days on which they were given.
    private func scoreLine(
        _ days: DaysBesideNights, _ person: StoreSnapshot.Person, in context: Context
    ) -> BesideLine? {
        let series = scoreSeries(person, in: context).first { $0.instrument.sleepItem != nil }
        guard let series else { return nil }
        let totals = series.rows.reduce(into: [CivilDate: Int]()) { totals, row in
            if let total = series.instrument.totalBesideSleep(row) { totals[row.date] = total }
        }
        let values = days.dates.map { totals[$0].map(Double.init) }
        guard let last = values.compactMap({ $0 }).last else { return nil }
        return BesideLine(
            title: series.instrument.titleBesideSleep, values: values, range: 0...24, style: .muted,
            words: NumberWords.decimal(last))
    }

    private func draw(
        _ lines: [BesideLine], _ days: DaysBesideNights, _ person: StoreSnapshot.Person,
        on canvas: inout Canvas, in area: Rect
    ) {
        let label = area.columns >= 60 ? 22 : 13
        // As if both sides had as many lines, so that they stand beside each other.
        let slots = area.rows >= 12 ? 5 : 4
        let height = max(1, min(4, (area.rows - 1) / slots))
        let shown = lines.prefix(max(0, (area.rows - 1) / height))
        let nights = NightAxis(window: days.span, course: person.history.course)
        let chart = Rect(
            column: area.column + label, row: area.row, columns: area.columns - label - 7,
            rows: height * shown.count)
        guard chart.columns >= 7 else { return }
        for (index, line) in shown.enumerated() {
            let place = Rect(
                column: chart.column, row: chart.row + index * height, columns: chart.columns, rows: height)
            let middle = place.row + (height - 1) / 2
            canvas.put(line.title, area.column, middle, .muted, limit: label - 1)
            canvas.putRight(line.words, endColumn: area.endColumn, middle, .text)
            draw(
                line, Plot(place, x: nights.axis, y: Axis(from: line.range)), on: &canvas)
        }
        AxisLabels(
            nights.ticks.map { (Plot(chart, x: nights.axis, y: nights.axis).column($0.x), $0.text) },
            within: chart.column..<chart.endColumn, .leading
        ).draw(on: &canvas, row: chart.endRow)
    }

    /// A line; single values, and ratings far apart, are dots.
    private func draw(_ line: BesideLine, _ plot: Plot, on canvas: inout Canvas) {
        let isSparse = line.values.filter { $0 != nil }.count * 4 < line.values.count
        let points = line.values.enumerated().map { index, value in
            value.map { Plot.Point(x: Double(index), y: $0) }
        }
        if isSparse {
            for point in points { if let point { plot.drawDot(point, on: &canvas, line.style) } }
        } else {
            plot.drawLine(points, on: &canvas, line.style)
        }
        // Where nothing is known along the foot, a mark says so.
        guard !isSparse, line.values.count <= plot.area.columns else { return }
        for (index, value) in line.values.enumerated() where value == nil {
            let (column, row) = (plot.column(Double(index)), plot.area.endRow - 1)
            if canvas[column, row].character == " " {
                canvas.mark(canvas.tier.missing, column, row, .faint)
            }
        }
    }
}

extension Measure {
    /// A word or two for it at the left of its line.
    fileprivate var shortNoun: String {
        switch self {
        case .sleepOnsetLatencyMinutes: "to sleep"
        case .totalSleepMinutes: "asleep"
        case .wakeAfterSleepOnsetMinutes: "awake"
        default: noun
        }
    }
}
