// How some values lie, in one row: the middle half as a box, its middle, whiskers, and what lies beyond them.

package struct BoxPlot: Equatable, Sendable {
    package let low: Double
    package let high: Double
    package let median: Double
    /// The furthest values within one and a half lengths of the box. Source: Tukey 1977.
    package let whiskers: ClosedRange<Double>
    /// Values beyond the whiskers, rising.
    package let outliers: [Double]
    package let count: Int

    /// Nil where there is no number.
    package init?(_ values: [Double]) {
        let sorted = values.filter(\.isFinite).sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        func quarter(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(sorted.count - 1, below + 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        let (low, high) = (quarter(0.25), quarter(0.75))
        let reach = 1.5 * (high - low)
        let inner = sorted.filter { $0 >= low - reach && $0 <= high + reach }
        self.low = low
        self.high = high
        median = quarter(0.5)
        whiskers = (inner.first ?? first)...(inner.last ?? last)
        outliers = sorted.filter { $0 < low - reach || $0 > high + reach }
        count = sorted.count
    }

    /// Draws the box along an axis, and the count after it.
    package func draw(on canvas: inout Canvas, in area: Rect, axis: Axis, _ style: Style) {
        let words = "n=\(count)"
        let strip = area.left(area.columns - words.count - 2)
        guard strip.columns > 0, area.rows > 0 else { return }
        let isPlain = canvas.tier == .ascii
        let row = area.row
        let at = { (value: Double) in
            min(strip.endColumn - 1, max(strip.column, DotStrip.column(value, on: axis, in: strip)))
        }
        let (left, right) = (at(whiskers.lowerBound), at(whiskers.upperBound))
        for column in left...right { canvas.mark(isPlain ? "-" : "─", column, row, .muted) }
        canvas.mark(isPlain ? "|" : "├", left, row, .muted)
        canvas.mark(isPlain ? "|" : "┤", right, row, .muted)
        for column in at(low)...at(high) { canvas.mark(isPlain ? "=" : "▒", column, row, style) }
        if at(high) > at(low) + 1, isPlain {
            canvas.mark("[", at(low), row, style)
            canvas.mark("]", at(high), row, style)
        }
        canvas.mark(isPlain ? ":" : "┃", at(median), row, .figure)
        for value in outliers { canvas.mark(isPlain ? "o" : "○", at(value), row, style) }
        canvas.put(words, strip.endColumn + 2, row, .muted)
    }
}
