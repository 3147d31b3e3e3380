// A row of small bars, one a value, with marks of their own where there is none.

package enum Sparkline {
    /// The bar for a share of the whole, 0...1; values outside are drawn at the end they passed.
    package static func bar(_ share: Double, _ tier: ChartTier = .braille) -> Character {
        guard share.isFinite else { return tier.missing }
        return tier.heights[max(0, min(7, Int(place: (share * 8).rounded(.down))))]
    }

    /// Draws a value a column; nil is a dot, which is neither zero nor not yet due.
    package static func draw(
        _ values: [Double?], in range: ClosedRange<Double>, on canvas: inout Canvas, _ column: Int,
        _ row: Int, _ style: Style = .accent
    ) {
        draw(values.map { ChartValue($0) }, in: range, on: &canvas, column, row, style)
    }

    /// Draws a value a column. Where the range begins at zero, zero is a mark of its own.
    package static func draw(
        _ values: [ChartValue], in range: ClosedRange<Double>, on canvas: inout Canvas, _ column: Int,
        _ row: Int, _ style: Style = .accent
    ) {
        let size = max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
        let tier = canvas.tier
        for (index, value) in values.enumerated() {
            guard let known = value.known else {
                canvas.mark(
                    value == .notDue ? tier.notDue : tier.missing, column + index, row, .faint)
                continue
            }
            let isZero = known == 0 && range.lowerBound == 0
            // The lowest bar looks like the mark of zero, so the smallest value is one step up.
            let bar = bar((known - range.lowerBound) / size, tier)
            let lowest = range.lowerBound == 0 && bar == tier.zero ? tier.heights[1] : bar
            canvas.mark(isZero ? tier.zero : lowest, column + index, row, style)
        }
    }
}
