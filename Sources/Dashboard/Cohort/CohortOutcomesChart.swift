// Draws the weeks of one questionnaire or measure: a box a week from quarter to quarter with its middle, and
// below each box what it stands for.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawSeries(_ series: OutcomeSeries, on canvas: inout Canvas, in area: Rect) {
        let scale = OutcomeScale(series.topic, settings.care.instruments)
        let after = canvas.put(scale.title, area.column, area.row, .title, limit: area.columns)
        let more = scale.hint
        var end = after
        if after + 2 + more.count <= area.endColumn { end = canvas.put(more, after + 2, area.row, .muted) }
        if scale.remissionBelow != nil, end + 13 <= area.endColumn {
            canvas.put("\(canvas.tier.band) remission", end + 2, area.row, .muted)
        }
        guard series.weeks.contains(where: { $0.count > 0 }) else {
            let words = "None of the \(series.started) who started has a value here yet."
            canvas.put(words, area.column, area.row + 2, .muted, limit: area.columns)
            return
        }
        let table = OutcomeTable(series, scale, columns: area.columns)
        let foot = footLines(series, columns: area.columns, room: area.rows - 1 - table.rows - 9)
        let chart = OutcomeChart(series, scale, table)
        let gap = area.rows >= 20 ? 1 : 0
        let rows = min(18, area.rows - 2 - table.rows - foot.count - gap)
        let plot = Rect(
            column: area.column + OutcomeTable.gutter, row: area.row + 1,
            columns: table.step * table.weeks.count, rows: rows)
        if rows >= 3 { chart.draw(on: &canvas, in: plot) }
        let below = rows >= 3 ? plot.endRow + 1 : area.row + 1
        table.draw(on: &canvas, area.column, below)
        var row = below + table.rows + gap
        for line in foot where row < area.endRow {
            canvas.put(line.text, area.column, row, line.style, limit: area.columns)
            row += 1
        }
    }

    /// The last week first; the definition and the caution go where there is no room.
    private func footLines(
        _ series: OutcomeSeries, columns: Int, room: Int
    ) -> [(text: String, style: Style)] {
        let instruments = settings.care.instruments
        var lines: [(text: String, style: Style)] = series.lastWeekLines().flatMap { text in
            CleanText(text).wrapped(to: columns, keepsUnits: true).map { ($0, Style.text) }
        }
        for text in [series.definition(instruments), OutcomeSeries.caution].compactMap({ $0 }) {
            let wrapped = CleanText(text).wrapped(to: columns, keepsUnits: true)
            guard lines.count + wrapped.count <= room else { break }
            lines += wrapped.map { ($0, .muted) }
        }
        return lines
    }
}

/// How the values of a topic are named, scaled and written in a narrow column.
struct OutcomeScale {
    let title: String
    /// What is drawn, behind the title.
    let hint: String
    let style: Style
    /// Of the axis.
    let limits: ClosedRange<Double>
    let always: [Double]
    let step: Double?
    /// A value under it is a remission; nil where none is defined.
    let remissionBelow: Double?
    private let measure: Measure?

    init(_ topic: OutcomeTopic, _ instruments: [Instrument]) {
        switch topic {
        case .measure(let measure):
            self.measure = measure
            title = measure.title
            let unit = Self.isInHours(measure) ? "hours" : measure.unit
            let isNamed = unit.isEmpty || title.hasSuffix(unit)
            hint = (isNamed ? "" : unit + ", ") + "people by week of the course"
            style = Style(.accentSoft)
            limits = measure.axisLimits
            always = measure.alwaysOnAxis
            step = measure.axisStep
            remissionBelow = nil
        case .instrument(let name):
            let instrument = instruments.first { $0.name == name } ?? .undescribed(name)
            measure = nil
            title = instrument.title
            let side = instrument.better == .lower ? "lower" : "higher"
            hint = (instrument.about.isEmpty ? "" : instrument.about + ", ") + "\(side) is better"
            style = .muted
            let range = instrument.totalRange ?? 0...1
            limits = Double(range.lowerBound)...max(Double(range.lowerBound) + 1, Double(range.upperBound))
            step = nil
            remissionBelow = instrument.remissionBelow.map(Double.init)
            always = instrument.remissionBelow.map { [Double($0)] } ?? []
        }
    }

    private static func isInHours(_ measure: Measure) -> Bool {
        [.totalSleepMinutes, .timeInBedMinutes].contains(measure)
    }

    /// Short enough for a column of five.
    func words(_ value: Double) -> String {
        guard let measure else { return NumberWords.decimal(value) }
        if Self.isInHours(measure) { return NumberWords.decimal(value / 60) }
        let isWhole = measure.rawValue.hasSuffix("Minutes") || measure.rawValue.hasSuffix("Percent")
        return NumberWords.decimal(value, digits: isWhole ? 0 : 1)
    }

    /// Words at a tick of the axis.
    func axisWords(_ value: Double) -> String {
        guard let measure else { return NumberWords.decimal(value) }
        return Self.isInHours(measure) ? NumberWords.decimal(value / 60) : NumberWords.decimal(value)
    }
}

/// Rows below the chart, a column for each week: how many of those who started, the quarter points, and how
/// many are in response and remission.
struct OutcomeTable {
    /// Columns of the words on the left.
    static let gutter = 12
    /// Columns of a week.
    let step: Int
    let weeks: [OutcomeSeries.Week]
    /// Weeks for which there is no room.
    let left: Int
    let series: OutcomeSeries
    private let scale: OutcomeScale
    private let labels: [String]

    init(_ series: OutcomeSeries, _ scale: OutcomeScale, columns: Int) {
        self.series = series
        self.scale = scale
        let room = max(1, (columns - Self.gutter) / 5)
        weeks = Array(series.weeks.prefix(room))
        left = series.weeks.count - weeks.count
        step = max(5, min(11, (columns - Self.gutter) / max(1, weeks.count)))
        var labels = ["week", "n of \(series.started)", "quartile 3", "median", "quartile 1"]
        if series.weeks.contains(where: { $0.response != nil }) { labels.append("response") }
        if series.weeks.contains(where: { $0.remission != nil }) { labels.append("remission") }
        self.labels = labels
    }

    var rows: Int { labels.count }

    /// The middle of a week's column, from the chart's first one.
    func middle(_ index: Int) -> Int { index * step + (step - 1) / 2 }

    func draw(on canvas: inout Canvas, _ column: Int, _ row: Int) {
        for (index, label) in labels.enumerated() {
            canvas.put(label, column, row + index, .muted)
        }
        for (index, week) in weeks.enumerated() {
            // Numbers end in one column, a little right of the box's middle.
            let end = column + Self.gutter + middle(index) + 3
            let isAfter = week.week > series.courseWeeks
            let cells: [(String?, Style)] = [
                (week.week == 0 ? "start" : "\(week.week)", isAfter ? .muted : .text),
                ("\(week.count)", .text),
                (week.quarters.map { scale.words($0.high) }, .muted),
                (week.quarters.map { scale.words($0.median) }, .figure),
                (week.quarters.map { scale.words($0.low) }, .muted),
                (week.response.map { "\($0.reached)" }, .text),
                (week.remission.map { "\($0.reached)" }, .text),
            ]
            let shown =
                cells.prefix(5) + (labels.contains("response") ? [cells[5]] : [])
                + (labels.contains("remission") ? [cells[6]] : [])
            for (line, cell) in shown.enumerated() where line < labels.count {
                let isBlank = line > 4 && week.week == 0
                let words = cell.0 ?? (isBlank ? "" : String(canvas.tier.missing))
                canvas.putRight(words, endColumn: end, row + line, cell.0 == nil ? .faint : cell.1)
            }
        }
    }
}

/// Boxes over the columns of the table.
struct OutcomeChart {
    private let series: OutcomeSeries
    private let scale: OutcomeScale
    private let table: OutcomeTable

    init(_ series: OutcomeSeries, _ scale: OutcomeScale, _ table: OutcomeTable) {
        (self.series, self.scale, self.table) = (series, scale, table)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let bands = table.weeks.compactMap(\.quarters)
        guard !bands.isEmpty else {
            let words = "under \(OutcomeSeries.fewest) people a week: counts alone"
            canvas.put(words, area.column, area.row + area.rows / 2, .muted, limit: area.columns)
            return
        }
        let axis = Axis(
            bands.flatMap { [$0.low, $0.high] } + scale.always, rows: area.rows, limits: scale.limits,
            step: scale.step)
        let plot = Plot(area, x: Axis(places: max(2, table.weeks.count)), y: axis)
        plot.drawFrame(on: &canvas) { scale.axisWords($0) }
        drawRemission(plot, on: &canvas)
        drawEndOfCourse(on: &canvas, in: area)
        let width = max(1, min(7, table.step - 2))
        for (index, week) in table.weeks.enumerated() {
            guard let quarters = week.quarters else { continue }
            let first = area.column + table.middle(index) - (width - 1) / 2
            for column in first..<first + width {
                // The sides stay whole, so that the line is seen to lie within a box of two rows as well.
                let isSide = width >= 3 && (column == first || column == first + width - 1)
                drawBox(
                    quarters, plot, on: &canvas, column, week.week == 0 ? .faint : scale.style,
                    hasMiddle: !isSide)
            }
        }
    }

    /// One column of a box, to half a cell; the middle is a line across it.
    private func drawBox(
        _ quarters: QuarterBand, _ plot: Plot, on canvas: inout Canvas, _ column: Int, _ style: Style,
        hasMiddle: Bool
    ) {
        let area = plot.area
        let halves = 2 * area.rows
        let half = { (value: Double) in
            min(halves - 1, max(0, plot.y.row(value, rows: halves)))
        }
        let (top, foot) = (half(quarters.high), half(quarters.low))
        let isPlain = canvas.tier == .ascii
        for row in top / 2...foot / 2 {
            let sign: Character =
                isPlain ? ":" : 2 * row < top ? "▄" : 2 * row + 1 > foot ? "▀" : "█"
            canvas.mark(sign, column, area.row + row, style)
        }
        guard hasMiddle else { return }
        canvas.mark(isPlain ? "=" : "━", column, area.row + half(quarters.median) / 2, .title)
    }

    private func drawRemission(_ plot: Plot, on canvas: inout Canvas) {
        guard let below = scale.remissionBelow else { return }
        let row = plot.row(below)
        guard row >= plot.area.row, row < plot.area.endRow else { return }
        for column in plot.area.column..<plot.area.endColumn {
            canvas.mark(canvas.tier.band, column, row, .muted)
        }
    }

    /// A thin line between the course and the weeks after it.
    private func drawEndOfCourse(on canvas: inout Canvas, in area: Rect) {
        guard let first = table.weeks.firstIndex(where: { $0.week > series.courseWeeks }) else { return }
        let column = area.column + first * table.step - 1
        for row in area.row..<area.endRow { canvas.mark(canvas.tier.chosen, column, row, .faint) }
        let words = "after the course"
        if column + 2 + words.count <= area.endColumn {
            canvas.put(words, column + 2, area.row, .muted)
        }
    }
}
