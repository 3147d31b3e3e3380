// Two small pictures of who logs: in which share of people a week has five nights or more, and how many go on
// logging, by week of the course.

import CareDomain
import CellCanvas

struct DiariesPicture {
    private let summary: CohortDiaries
    private let area: Rect
    private static let axis = Axis(from: 0...100)
    /// Columns of the words at the axis that goes up.
    private static let margin = 9

    init(_ summary: CohortDiaries, area: Rect) { (self.summary, self.area) = (summary, area) }

    func draw(on canvas: inout Canvas) {
        let half = (area.columns - 4) / 2
        drawOften(on: &canvas, plot(column: area.column + 2, columns: half - 1))
        drawStill(on: &canvas, plot(column: area.column + 3 + half, columns: half - 1))
    }

    /// Below the title; below it stand the axis, the weeks and two rows of counts.
    private func plot(column: Int, columns: Int) -> Rect {
        Rect(
            column: column + Self.margin, row: area.row + 1, columns: columns - Self.margin,
            rows: area.rows - 5)
    }

    private func drawOften(on canvas: inout Canvas, _ box: Rect) {
        canvas.put("Five nights of seven, or more", box.column - Self.margin, area.row, Style(.strong))
        let weeks = summary.weeks.filter { $0.people > 0 }.prefix(box.columns)
        let plot = Plot(box, x: Axis(places: weeks.count), y: Self.axis)
        plot.drawFrame(on: &canvas) { Percent($0).words }
        let bars = BarColumns(weeks.count, in: box)
        BarChart(weeks.map { ChartValue($0.oftenShare?.value) }, axis: Self.axis)
            .draw(on: &canvas, in: box, .accent)
        let places = weeks.enumerated().map { (column: bars.middle($0.offset), week: $0.element) }
        drawBelow(
            ["people", "of"],
            places.map { ($0.column, ["W\($0.week.week)", "\($0.week.often)", "\($0.week.people)"]) }, box,
            on: &canvas)
    }

    private func drawStill(on canvas: inout Canvas, _ box: Rect) {
        canvas.put(
            "Still logging, of \(summary.begun) who began", box.column - Self.margin, area.row,
            Style(.strong), limit: box.columns + Self.margin)
        let weeks = summary.weeks.filter { $0.stillLogging != nil }
        let x = Axis(places: weeks.count + 1)
        let plot = Plot(box, x: x, y: Self.axis)
        plot.drawFrame(on: &canvas) { Percent($0).words }
        var points = [Plot.Point(x: 0, y: 100)]
        for week in weeks {
            guard let share = week.stillLogging?.value, let last = points.last else { continue }
            points.append(Plot.Point(x: Double(week.week), y: last.y))
            if share != last.y { points.append(Plot.Point(x: Double(week.week), y: share)) }
        }
        plot.drawLine(points, on: &canvas, .accent)
        drawBelow(
            ["stopped", "of"],
            weeks.map { (plot.column(Double($0.week)), ["W\($0.week)", "\($0.stopped)", "\($0.atRisk)"]) },
            box, on: &canvas)
    }

    /// The weeks, and under each the counts; a week is left out where it has no room.
    private func drawBelow(
        _ names: [String], _ ticks: [(column: Int, words: [String])], _ box: Rect, on canvas: inout Canvas
    ) {
        for (index, name) in names.enumerated() {
            canvas.putRight(name, endColumn: box.column - 2, box.endRow + 2 + index, .muted)
        }
        var free = box.column - 1
        for tick in ticks {
            let width = tick.words.map(\.count).max() ?? 0
            let start = min(tick.column - width / 2, box.endColumn - width + 1)
            guard start >= free else { continue }
            for (index, words) in tick.words.enumerated() {
                let style: Style = index == 1 ? .text : .muted
                canvas.putRight(words, endColumn: start + width, box.endRow + 1 + index, style)
            }
            free = start + width + 1
        }
    }
}
