// Draws the scores of one questionnaire over the weeks: its own range and bands, the baseline, the sessions.

import CareDomain
import CellCanvas

/// Where the dates and totals of a chart of scores stand.
struct ScorePlot {
    let first: CivilDate
    let last: CivilDate
    let axis: Axis
    /// The cells inside the axes.
    let area: Rect

    /// - Parameter until: the last date that is always shown.
    init?(_ series: ScoreSeries, _ history: PersonHistory, until: CivilDate, in area: Rect) {
        guard let range = series.instrument.totalRange, let oldest = series.rows.first?.date,
            area.rows >= 3, area.columns >= 12
        else { return nil }
        let start = history.course.map { min($0.start, oldest) } ?? oldest
        first = start
        last = max(until, start.adding(days: 14))
        let ends = [Double(range.lowerBound), Double(range.upperBound)]
        axis = Axis(ends, ticks: max(3, area.rows / 3), limits: ends[0]...max(ends[1], ends[0] + 1))
        self.area = area
    }

    /// The dot of a date, of so many across.
    func dot(_ date: CivilDate, width: Int) -> Int {
        let share = Double(first.days(until: date)) / Double(max(1, first.days(until: last)))
        return Int((min(1, max(0, share)) * Double(width - 1)).rounded())
    }

    func column(_ date: CivilDate) -> Int { area.column + dot(date, width: area.columns) }
    func row(_ total: Int) -> Int { area.row + axis.row(Double(total), rows: area.rows) }
}

extension DashboardModel {
    func drawScores(
        _ series: ScoreSeries, _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect,
        _ context: Context
    ) {
        guard area.rows >= 2 else { return }
        let instrument = series.instrument
        let after = canvas.put(
            "\(instrument.title), \(instrument.about)", area.column, area.row, .title, limit: area.columns)
        if let range = instrument.totalRange {
            let better = instrument.better == .lower ? "lower is better" : "higher is better"
            canvas.put(
                "total by date, \(range.lowerBound) to \(range.upperBound), \(better)", after + 3, area.row,
                .muted, limit: max(0, area.endColumn - after - 3))
        }
        let notes = Self.notes(series, columns: area.columns)
        guard series.last != nil else {
            canvas.put("Its scores appear here; Enter answers it.", area.column, area.row + 2, .muted)
            return
        }
        // The sentence goes before the chart where there is no room for both, the notes after it.
        let sentence = CleanText(series.sentence).wrapped(to: area.columns)
        let free = area.rows - 2 - sentence.count
        let extra = min(notes.count, max(0, free - 11))
        let hasChart = free >= 6
        if hasChart {
            let labels = area.columns >= 64 ? (instrument.bands.map(\.word.count).max() ?? -2) + 2 : 0
            let plot = Rect(
                column: area.column + 5, row: area.row + 2, columns: area.columns - 5 - labels,
                rows: free - extra - 4)
            drawPlot(series, person, on: &canvas, in: plot, labels: labels, context)
        }
        let foot = sentence + notes.prefix(extra)
        let top = hasChart ? area.endRow - foot.count : area.row + 1
        for (index, line) in foot.enumerated() {
            canvas.put(
                line, area.column, top + index, index < sentence.count ? .text : .muted, limit: area.columns)
        }
    }

    /// What one should know to read the scores, a line each.
    private static func notes(_ series: ScoreSeries, columns: Int) -> [String] {
        let instrument = series.instrument
        var notes = [instrument.changeNote, instrument.monitoringWords].compactMap { $0 }
        if instrument.bands.isEmpty { notes.append("No bands are published for it.") }
        if !instrument.bands.isEmpty, instrument.provenance.unconfirmed.contains("bands") {
            notes.append("No source at hand confirms its bands.")
        }
        return notes.flatMap { CleanText($0).wrapped(to: columns) }
    }

    private func drawPlot(
        _ series: ScoreSeries, _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect,
        labels: Int, _ context: Context
    ) {
        let today = person.today(in: context)
        guard let plot = ScorePlot(series, person.history, until: today, in: area) else { return }
        drawScale(plot, series.instrument, on: &canvas)
        drawBands(plot, series.instrument, labels: labels, on: &canvas)
        if let baseline = series.baseline?.total {
            for column in area.column..<area.endColumn {
                canvas.mark("┄", column, plot.row(baseline), .muted)
            }
        }
        drawCourse(plot, series, on: &canvas)
        drawTime(plot, person.history, on: &canvas)
        var column = area.column
        let baseline = series.baseline?.total.map { "baseline, \($0)" }
        for (glyph, style, words) in [
            ("◆", Style.title, "a check-in"), ("┄", .muted, baseline), ("●", .session, "a session"),
        ] {
            guard let words, column + words.count + 2 < area.endColumn else { continue }
            let after = canvas.put(glyph, column, area.endRow + 2, style)
            column = canvas.put(words, after + 1, area.endRow + 2, .muted) + 3
        }
    }

    /// The ends of the range, and between them where each band begins, else round numbers.
    private func drawScale(_ plot: ScorePlot, _ instrument: Instrument, on canvas: inout Canvas) {
        let area = plot.area
        canvas.ruleDown(column: area.column - 1, from: area.row, to: area.endRow)
        let ends = [plot.axis.low, plot.axis.high]
        let bands = instrument.bands.map { Double($0.range.lowerBound) }
        var used: [Int] = []
        for value in ends + (bands.isEmpty ? plot.axis.ticks : bands) {
            let row = area.row + plot.axis.row(value, rows: area.rows)
            guard used.allSatisfy({ abs($0 - row) >= (bands.isEmpty ? 2 : 1) }) else { continue }
            canvas.putRight(NumberWords.decimal(value), endColumn: area.column - 2, row, .muted)
            canvas.mark("┤", area.column - 1, row, .faint)
            used.append(row)
        }
    }

    /// A dotted line where a band begins, and its word beside it, on the instrument's own range.
    private func drawBands(
        _ plot: ScorePlot, _ instrument: Instrument, labels: Int, on canvas: inout Canvas
    ) {
        var used: Set<Int> = []
        for (index, band) in instrument.bands.enumerated() {
            let row = plot.row(band.range.lowerBound)
            if index > 0 {
                for column in stride(from: plot.area.column, to: plot.area.endColumn, by: 2) {
                    canvas.mark("·", column, row, .faint)
                }
            }
            let middle = plot.row((band.range.lowerBound + band.range.upperBound) / 2)
            guard labels > 0, used.insert(middle).inserted else { continue }
            canvas.put(band.word, plot.area.endColumn + 2, middle, .muted, limit: labels - 2)
        }
    }

    private func drawCourse(_ plot: ScorePlot, _ series: ScoreSeries, on canvas: inout Canvas) {
        var grid = DotGrid(columns: plot.area.columns, rows: plot.area.rows, tier: canvas.tier)
        var last: (x: Int, y: Int)?
        let rows = series.rows.compactMap { row in row.total.map { (row.date, $0) } }
        for (date, total) in rows {
            let place = (1 - plot.axis.share(Double(total))) * Double(grid.height - 1)
            let point = (x: plot.dot(date, width: grid.width), y: Int(min(1e6, max(0, place.rounded()))))
            if let last { grid.line(from: last, to: point) }
            last = point
        }
        grid.draw(on: &canvas, at: plot.area.column, plot.area.row) { _, _ in .muted }
        for (date, total) in rows { canvas.mark("◆", plot.column(date), plot.row(total), .title) }
    }

    private func drawTime(_ plot: ScorePlot, _ history: PersonHistory, on canvas: inout Canvas) {
        let area = plot.area
        canvas.rule(row: area.endRow, from: area.column, to: area.endColumn)
        canvas.mark("└", area.column - 1, area.endRow, .faint)
        for session in history.doneSessions where (plot.first...plot.last).contains(session.date) {
            canvas.mark("●", plot.column(session.date), area.endRow, .session)
        }
        let start = history.course?.start
        var free = area.column
        for index in 0...max(0, plot.first.days(until: plot.last)) {
            let date = plot.first.adding(days: index)
            let isWeekStart = start.map { $0.days(until: date).modulo(7) == 0 } ?? (date.weekday == .monday)
            let week = history.course.flatMap { course in
                course.week(on: date).flatMap { $0 <= course.weeks ? "W\($0) " : nil }
            }
            let label = (week ?? "") + date.dayMonth
            let column = plot.column(date)
            guard isWeekStart, column >= free, column + label.count <= area.endColumn else { continue }
            canvas.put(label, column, area.endRow + 1, .muted)
            free = column + label.count + 2
        }
    }
}
