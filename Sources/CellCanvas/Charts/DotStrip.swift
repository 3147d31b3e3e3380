// Values as dots along one line: equal ones are piled up, the middle is a bar, a band lies behind.

package struct DotStrip: Equatable, Sendable {
    package let axis: Axis
    package let values: [Double]
    /// Nil draws no bar.
    package let middle: Double?
    package let band: ClosedRange<Double>?

    package init(
        _ values: [Double], axis: Axis, middle: Double? = nil, band: ClosedRange<Double>? = nil
    ) {
        self.axis = axis
        self.values = values.filter(\.isFinite)
        self.middle = middle.flatMap { $0.isFinite ? $0 : nil }
        self.band = band.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
    }

    package static func column(_ value: Double, on axis: Axis, in area: Rect) -> Int {
        area.column + Int(place: axis.share(value) * Double(max(0, area.columns - 1)))
    }

    /// Draws the piles on the area's last row and upwards; what does not fit into a pile ends it with a `+`.
    package func draw(on canvas: inout Canvas, in area: Rect, _ style: Style) {
        guard area.columns > 0, area.rows > 0 else { return }
        let tier = canvas.tier
        if let band {
            let low = max(column(band.lowerBound, area), area.column)
            let high = min(column(band.upperBound, area), area.endColumn - 1)
            for at in low..<max(low, high + 1) { canvas.mark(tier.band, at, area.endRow - 1, .faint) }
        }
        var piles: [Int: Int] = [:]
        for value in values { piles[column(value, area), default: 0] += 1 }
        for (at, count) in piles where area.contains(column: at, row: area.row) {
            for level in 0..<min(count, area.rows) {
                let isMore = area.rows > 1 && level == area.rows - 1 && count > area.rows
                canvas.mark(isMore ? "+" : tier.dot, at, area.endRow - 1 - level, style)
            }
        }
        guard let middle, area.contains(column: column(middle, area), row: area.row) else { return }
        for row in area.row..<area.endRow { canvas.mark(tier.middle, column(middle, area), row, .figure) }
    }

    private func column(_ value: Double, _ area: Rect) -> Int { Self.column(value, on: axis, in: area) }

    /// Draws the axis, and its words in the row below.
    package static func drawAxis(
        _ axis: Axis, on canvas: inout Canvas, in area: Rect, row: Int, words: (Double) -> String
    ) {
        guard area.columns > 0 else { return }
        canvas.rule(row: row, from: area.column, to: area.endColumn)
        let ticks = axis.ticks.map { (column: column($0, on: axis, in: area), text: words($0)) }
        for tick in ticks { canvas.mark("┴", tick.column, row, .faint) }
        AxisLabels(ticks, within: area.column - 5..<area.endColumn + 5).draw(on: &canvas, row: row + 1)
    }
}
