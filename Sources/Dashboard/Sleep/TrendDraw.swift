// Draws whether it is getting better: one measure over the nights, its seven-night median, the baseline's
// band, the sessions, and under it what the check-ins came to.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawTrend(
        _ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, in area: Rect,
        _ context: Context
    ) {
        let whole = NightTrend(person.history, span, sleep.measure.subject)
        let trend = whole.within(sleep.window(of: span))
        let title = canvas.put(sleep.measure.title, 2, area.row, Style(.accent, bold: true))
        let key = canvas.put("m", title + 3, area.row, .figure)
        canvas.put("another measure", key + 1, area.row, .muted)
        canvas.focus = Position(column: 2, row: area.row)
        let layout = TrendLayout(
            area, sentence: whole.sentence, scores: scoreSeries(person, in: context),
            hasPattern: trend.values.contains { $0 != nil })
        guard whole.values.contains(where: { $0 != nil }), layout.chart.rows >= 3 else {
            let words =
                sleep.measure == .mood
                ? "No day is rated yet; lull log mood notes how a day was." : "No night tells this yet."
            canvas.put(words, 8, area.row + 3, .muted)
            return
        }
        let axis = Axis(
            trend.values.compactMap { $0 } + [whole.band?.low, whole.band?.high].compactMap { $0 }
                + sleep.measure.always,
            rows: layout.chart.rows, limits: sleep.measure.limits, step: sleep.measure.step)
        let nights = NightAxis(window: trend.span, course: person.history.course)
        let plot = Plot(layout.chart, x: nights.axis, y: axis)
        drawTrend(trend, nights, plot, chosen: sleep.date(in: span), on: &canvas)
        let changes = person.history.changes(from: trend.span.first, through: trend.span.last)
        for date in changes.keys.sorted() {
            let place = Double(trend.span.first.days(until: date))
            canvas.mark(Self.changeGlyph, plot.column(place), plot.area.row, .accent)
        }
        drawTrendLegend(trend, hasChanges: !changes.isEmpty, on: &canvas, in: area, row: plot.area.endRow + 2)
        let foot = layout.sentence
        drawSentences([(whole.sentence, .text)], on: &canvas, in: foot)
        drawCheckInsBeneath(person, on: &canvas, in: layout.scores, context)
        if let pattern = layout.pattern { drawPattern(trend, axis, person, on: &canvas, in: pattern) }
    }

    private func drawTrend(
        _ trend: NightTrend, _ nights: NightAxis, _ plot: Plot, chosen: CivilDate, on canvas: inout Canvas
    ) {
        if let band = trend.band { plot.drawBand(band.low, band.high, on: &canvas) }
        plot.drawFrame(on: &canvas) { sleep.measure.tick($0) }
        plot.drawLine(
            trend.medians.enumerated().map { index, median in
                median.map { Plot.Point(x: Double(index), y: $0) }
            }, on: &canvas, .accent)
        let place = trend.span.first.days(until: chosen)
        plot.drawChosen(Double(place), on: &canvas)
        canvas.focus = Position(column: plot.column(Double(place)), row: plot.area.endRow)
        for (index, value) in trend.values.enumerated() {
            guard let value else { continue }
            plot.drawDot(
                Plot.Point(x: Double(index), y: value), on: &canvas,
                index == place ? .title : Style(trend.isSession[index] ? .session : .text))
        }
        drawSessionMarks(trend.isSession, plot, on: &canvas)
        plot.drawAcross(nights.ticks, on: &canvas, .leading)
    }

    /// Stands at the top over the first night that a change of the treatment holds for.
    static let changeGlyph: Character = "△"

    /// On the axis, under the nights that followed sessions.
    func drawSessionMarks(_ isSession: [Bool], _ plot: Plot, on canvas: inout Canvas) {
        for (index, isSession) in isSession.enumerated() where isSession {
            canvas.mark("●", plot.column(Double(index)), plot.area.endRow, .session)
        }
    }

    private func drawTrendLegend(
        _ trend: NightTrend, hasChanges: Bool, on canvas: inout Canvas, in area: Rect, row: Int
    ) {
        let isOfDays = trend.subject.isOfDays
        let dot = String(canvas.tier.dot)
        let line = canvas.tier == .ascii ? "_-'" : canvas.tier == .block ? "▗▀" : "⣀⠤"
        let before = isOfDays ? "half of the days before" : "half of the nights before"
        let isLong = area.columns >= (hasChanges ? 110 : 96)
        var signs = [
            (dot, Style.text, isOfDays ? "a day" : "a night"),
            (line, .accent, isOfDays ? "middle of seven days" : "middle of seven nights"),
        ]
        if trend.band != nil {
            signs.append((String(canvas.tier.band), .muted, isLong ? before : "before"))
        }
        signs.append(("●", .session, hasChanges && area.columns < 96 ? "a session" : "after a session"))
        if hasChanges { signs.append((String(Self.changeGlyph), .accent, "a change")) }
        drawLegend(signs, on: &canvas, 2, row, to: area.endColumn - 2)
    }

    /// The same values as a calendar: which weekdays are which.
    private func drawPattern(
        _ trend: NightTrend, _ axis: Axis, _ person: StoreSnapshot.Person, on canvas: inout Canvas,
        in area: Rect
    ) {
        let start = trend.span.first.startOfWeek
        let weeks = start.days(until: trend.span.last) / 7 + 1
        let values = (0..<weeks).map { week in
            (0..<7).map { day -> ChartValue? in
                let place = trend.span.first.days(until: start.adding(days: week * 7 + day))
                guard place >= 0 else { return nil }
                return place < trend.values.count ? ChartValue(trend.values[place]) : .notDue
            }
        }
        let known = trend.values.compactMap { $0 }
        guard let low = known.min(), let high = known.max() else { return }
        let heat = HeatCalendar(values, in: low.rounded(.down)...high.rounded(.up))
        canvas.put("By weekday", area.column, area.row, .title)
        let days = (0..<7).map { start.adding(days: $0).weekday.shortName }
        let names = (0..<weeks).map { "\(start.adding(days: $0 * 7).day)" }
        heat.draw(on: &canvas, in: area.below(1), days: days, names: names)
        heat.drawLegend(on: &canvas, area.column, area.row + 10) { sleep.measure.tick($0) }
    }
}

/// Where the parts of the trend lie: what reads the chart comes first, what lies beneath gives way.
struct TrendLayout {
    let chart: Rect
    let sentence: Rect
    let scores: Rect
    /// For the calendar of the values; nil without room.
    let pattern: Rect?

    init(_ area: Rect, sentence text: String, scores series: [ScoreSeries], hasPattern: Bool) {
        let text = CleanText(text).wrapped(to: max(20, area.columns - 4), keepsUnits: true).count
        let gap = area.rows >= 17 ? 1 : 0
        // Title, both rows of the axis, the legend and the sentence.
        let fixed = 1 + 2 + 1 + text + 2 * gap
        let isTall = hasPattern && area.rows >= 34
        let wanted =
            series.isEmpty && !isTall ? 0 : max(series.isEmpty ? 0 : series.count + 1, isTall ? 11 : 0)
        let spare = area.rows - fixed - (area.rows >= 20 ? 8 : 6)
        let beneath = max(0, min(wanted + gap, spare))
        let rows = area.rows - fixed - beneath
        chart = Rect(column: 8, row: area.row + 1 + gap, columns: area.columns - 10, rows: rows)
        sentence = Rect(
            column: 2, row: chart.endRow + 3 + gap, columns: area.columns - 4, rows: text)
        let foot = Rect(
            column: 2, row: sentence.endRow + gap, columns: area.columns - 4, rows: beneath - gap)
        pattern = isTall ? foot.right(from: foot.columns / 2 + 4) : nil
        scores = isTall ? foot.left(foot.columns / 2) : foot
    }
}
