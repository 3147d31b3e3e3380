// A rectangle between two axes, and what is drawn into it: lines with gaps, dots, a band.

/// Where values lie on a canvas. The axes' words stand outside the rectangle, to its left and below it.
package struct Plot: Equatable, Sendable {
    package let area: Rect
    package let x: Axis
    package let y: Axis
    /// Columns that stay free at both ends, so that no dot lies on an axis.
    private let air: Int

    package init(_ area: Rect, x: Axis, y: Axis, air: Int = 0) {
        self.area = area
        self.x = x
        self.y = y
        self.air = air
    }

    /// A value's place in halves of a cell from the left.
    private func half(_ value: Double) -> Int {
        Int(place: x.share(value) * Double(max(0, area.columns * 2 - 1 - 4 * air))) + 2 * air
    }

    package func column(_ value: Double) -> Int {
        let half = half(value)
        return area.column + (half >= 0 ? half / 2 : -1)
    }

    package func row(_ value: Double) -> Int { area.row + y.row(value, rows: area.rows) }

    /// Draws both axes, and words at the ticks of the one that goes up.
    /// - Parameter words: of a tick; they take the columns to the left.
    package func drawFrame(on canvas: inout Canvas, words: (Double) -> String) {
        guard area.rows > 0, area.columns > 0 else { return }
        canvas.ruleDown(column: area.column - 1, from: area.row, to: area.endRow)
        canvas.rule(row: area.endRow, from: area.column, to: area.endColumn)
        canvas.mark("└", area.column - 1, area.endRow, .faint)
        var last: Int?
        for tick in y.ticks {
            let row = row(tick)
            guard last.map({ $0 - row >= 2 }) ?? true, row >= area.row, row < area.endRow else { continue }
            canvas.putRight(words(tick), endColumn: area.column - 2, row, .muted)
            canvas.mark("┤", area.column - 1, row, .faint)
            last = row
        }
    }

    /// Draws words below the axis that goes across.
    package func drawAcross(
        _ ticks: [(x: Double, text: String)], on canvas: inout Canvas, _ alignment: AxisLabels.Alignment,
        reach: Int = 0
    ) {
        AxisLabels(
            ticks.map { (column($0.x), $0.text) }, within: area.column - reach..<area.endColumn + reach,
            alignment
        ).draw(on: &canvas, row: area.endRow + 1)
    }

    /// Lifts the rows between two values off the background; their edges are lines, so that the band reads
    /// without colour.
    package func drawBand(_ low: Double, _ high: Double, on canvas: inout Canvas, _ style: Style = .muted) {
        guard low.isFinite, high.isFinite, area.rows > 0 else { return }
        let inside = area.row...(area.endRow - 1)
        let top = max(inside.lowerBound, min(inside.upperBound, row(max(low, high))))
        let foot = max(top, min(inside.upperBound, row(min(low, high))))
        canvas.shade(
            Rect(column: area.column, row: top, columns: area.columns, rows: foot - top + 1), .panel)
        for column in area.column..<area.endColumn {
            canvas.mark(canvas.tier.band, column, top, style)
            canvas.mark(canvas.tier.band, column, foot, style)
        }
    }

    /// Draws a thin line down at a value, behind what stands there already.
    package func drawChosen(_ value: Double, on canvas: inout Canvas) {
        let column = column(value)
        for row in area.row..<area.endRow where canvas[column, row].character == " " {
            canvas.mark(canvas.tier.chosen, column, row, .muted)
        }
    }

    package struct Point: Equatable, Sendable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Draws a line from point to point; nil, and what is no number, breaks it.
    package func drawLine(_ points: [Point?], on canvas: inout Canvas, _ style: Style) {
        var grid = DotGrid(columns: area.columns, rows: area.rows, tier: canvas.tier)
        guard grid.height > 0 else { return }
        var last: (x: Int, y: Int)?
        for point in points {
            guard let point, point.x.isFinite, point.y.isFinite else {
                last = nil
                continue
            }
            let place = Int(place: (1 - y.share(point.y)) * Double(grid.height - 1))
            let dot = (
                x: half(point.x) * DotGrid.across(canvas.tier) / 2, y: min(grid.height, max(-1, place))
            )
            if let last { grid.line(from: last, to: dot) } else { grid.set(dot.x, dot.y) }
            last = dot
        }
        grid.draw(on: &canvas, at: area.column, area.row) { _, _ in style }
    }

    /// Draws a dot, unless it lies outside or is no number.
    package func drawDot(_ point: Point, on canvas: inout Canvas, _ style: Style) {
        guard point.x.isFinite, point.y.isFinite else { return }
        let (column, row) = (column(point.x), row(point.y))
        guard area.contains(column: column, row: row) else { return }
        canvas.mark(canvas.tier.dot, column, row, style)
    }
}
