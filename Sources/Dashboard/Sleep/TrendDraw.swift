// Draws whether it is getting better: one measure over the nights, its seven-night median, the baseline, the
// sessions.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawTrend(_ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, in area: Rect)
    {
        let trend = NightTrend(person.history, span, sleep.measure.measure)
        let title = canvas.put(sleep.measure.title, 2, area.row, Style(.accent, bold: true))
        let key = canvas.put("m", title + 3, area.row, .figure)
        canvas.put("another measure", key + 1, area.row, .muted)
        let hasSentenceRoom = area.rows >= 18
        let room = Rect(
            column: 8, row: area.row + 2, columns: area.columns - 10,
            rows: area.rows - (hasSentenceRoom ? 10 : 6))
        guard trend.values.contains(where: { $0 != nil }), room.rows >= 3 else {
            canvas.put("No night tells this yet.", 8, area.row + 3, .muted)
            return
        }
        let axis = Axis(
            trend.values.compactMap { $0 } + [trend.baseline].compactMap { $0 } + sleep.measure.always,
            ticks: max(3, room.rows / 3), limits: sleep.measure.limits, step: sleep.measure.step)
        // As many rows as put every tick on a row of its own, at equal distances.
        let steps = max(1, axis.ticks.count - 1)
        let rows = room.rows > steps ? (room.rows - 1) / steps * steps + 1 : room.rows
        let chart = room.bottom(rows)
        drawValueAxis(axis, on: &canvas, chart)
        drawBaseline(trend, axis, on: &canvas, chart)
        drawMedian(trend, axis, on: &canvas, chart)
        drawNights(trend, axis, on: &canvas, chart)
        drawDates(trend, person.history, on: &canvas, chart)
        drawTrendFoot(trend, on: &canvas, in: area, row: chart.endRow + 3, wraps: hasSentenceRoom)
    }

    private func drawValueAxis(_ axis: Axis, on canvas: inout Canvas, _ chart: Rect) {
        canvas.ruleDown(column: chart.column - 1, from: chart.row, to: chart.endRow)
        var lastRow = Int.max
        for tick in axis.ticks {
            let row = chart.row + axis.row(tick, rows: chart.rows)
            guard lastRow - row >= 2 || lastRow == .max else { continue }
            canvas.putRight(sleep.measure.tick(tick), endColumn: chart.column - 2, row, .muted)
            canvas.mark("┤", chart.column - 1, row, .faint)
            lastRow = row
        }
    }

    private func drawBaseline(_ trend: NightTrend, _ axis: Axis, on canvas: inout Canvas, _ chart: Rect) {
        guard let baseline = trend.baseline else { return }
        let row = chart.row + axis.row(baseline, rows: chart.rows)
        for column in chart.column..<chart.endColumn { canvas.mark("┄", column, row, .muted) }
    }

    private func drawMedian(_ trend: NightTrend, _ axis: Axis, on canvas: inout Canvas, _ chart: Rect) {
        var grid = BrailleGrid(columns: chart.columns, rows: chart.rows)
        var last: (x: Int, y: Int)?
        for (index, median) in trend.medians.enumerated() {
            guard let median else {
                last = nil
                continue
            }
            let place = (1 - axis.share(median)) * Double(grid.height - 1)
            let point = (
                x: trend.dot(of: index, width: grid.width), y: Int(min(1e6, max(-1e6, place.rounded())))
            )
            if let last { grid.line(from: last, to: point) } else { grid.set(point.x, point.y) }
            last = point
        }
        grid.draw(on: &canvas, at: chart.column, chart.row) { _, _ in .accent }
    }

    private func drawNights(_ trend: NightTrend, _ axis: Axis, on canvas: inout Canvas, _ chart: Rect) {
        let chosen = sleep.chosen ?? trend.span.last
        for (index, value) in trend.values.enumerated() {
            let column = chart.column + trend.dot(of: index, width: chart.columns * 2) / 2
            let isChosen = trend.span.first.adding(days: index) == chosen
            if isChosen {
                for row in chart.row..<chart.endRow where canvas[column, row].character == " " {
                    canvas.mark("┊", column, row, .muted)
                }
                canvas.focus = Position(column: column, row: chart.endRow)
            }
            guard let value else { continue }
            let row = chart.row + axis.row(value, rows: chart.rows)
            canvas.mark(
                "•", column, row, isChosen ? .title : Style(trend.isSession[index] ? .session : .text))
        }
    }

    private func drawDates(
        _ trend: NightTrend, _ history: PersonHistory, on canvas: inout Canvas, _ chart: Rect
    ) {
        canvas.rule(row: chart.endRow, from: chart.column, to: chart.endColumn)
        canvas.mark("└", chart.column - 1, chart.endRow, .faint)
        var free = chart.column - 1
        for index in trend.values.indices {
            let column = chart.column + trend.dot(of: index, width: chart.columns * 2) / 2
            if trend.isSession[index] { canvas.mark("●", column, chart.endRow, .session) }
            let date = trend.span.first.adding(days: index)
            let isWeekStart =
                history.course.map { $0.start.days(until: date).modulo(7) == 0 } ?? (date.weekday == .monday)
            guard isWeekStart, column > free else { continue }
            let week =
                history.course?.week(on: date).flatMap {
                    $0 <= (history.course?.weeks ?? 0) ? "W\($0) " : nil
                } ?? ""
            let label = week + date.dayMonth
            guard column + label.count <= chart.endColumn else { continue }
            canvas.put(label, column, chart.endRow + 1, .muted)
            free = column + label.count + 1
        }
    }

    private func drawTrendFoot(
        _ trend: NightTrend, on canvas: inout Canvas, in area: Rect, row: Int, wraps: Bool
    ) {
        var column = 2
        for (glyph, style, words) in [
            ("•", Style.text, "a night"), ("⣀⠤", .accent, "middle of seven nights"),
            ("┄", .muted, "baseline"),
            ("●", .session, "after a session"),
        ] where column + words.count + 6 < area.endColumn {
            let after = canvas.put(glyph, column, row, style)
            column = canvas.put(words, after + 1, row, .muted) + 3
        }
        guard wraps else { return }
        let lines = CleanText(trend.sentence).wrapped(to: area.columns - 4)
        for (index, line) in lines.prefix(max(0, area.endRow - row - 2)).enumerated() {
            canvas.put(line, 2, row + 2 + index, .text)
        }
    }
}

extension NightTrend {
    /// The dot of a night, of so many across.
    func dot(of index: Int, width: Int) -> Int {
        values.count < 2 ? width / 2 : index * (width - 1) / (values.count - 1)
    }
}
