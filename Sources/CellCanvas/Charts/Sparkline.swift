// A row of small bars, one a value, with a mark of its own where a value is missing.

package enum Sparkline {
    package static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// The bar for a share of the whole, 0...1; values outside are drawn at the end they passed.
    package static func bar(_ share: Double) -> Character {
        guard share.isFinite else { return "·" }
        return bars[min(bars.count - 1, max(0, Int(share * Double(bars.count))))]
    }

    /// Draws a value a column; nil is a dot, which is neither zero nor not yet due.
    package static func draw(
        _ values: [Double?], in range: ClosedRange<Double>, on canvas: inout Canvas, _ column: Int,
        _ row: Int,
        _ style: Style = .accent
    ) {
        let size = max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
        for (index, value) in values.enumerated() {
            if let value {
                canvas.mark(bar((value - range.lowerBound) / size), column + index, row, style)
            } else {
                canvas.mark("·", column + index, row, .faint)
            }
        }
    }
}

/// A bar that grows to the right in eighths of a cell.
package enum HorizontalBar {
    private static let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// - Parameter share: of the width, 0...1.
    package static func draw(
        share: Double, width: Int, on canvas: inout Canvas, _ column: Int, _ row: Int, _ style: Style
    ) {
        let eighths = Int((min(1, max(0, share.isFinite ? share : 0)) * Double(width * 8)).rounded())
        for index in 0..<(eighths / 8) { canvas.mark("█", column + index, row, style) }
        if eighths % 8 > 0 { canvas.mark(parts[eighths % 8 - 1], column + eighths / 8, row, style) }
    }

    /// A thin line of which the first part is done.
    package static func progress(
        share: Double, width: Int, on canvas: inout Canvas, _ column: Int, _ row: Int,
        _ style: Style = .accent
    ) {
        let done = Int((min(1, max(0, share)) * Double(width)).rounded())
        for index in 0..<width { canvas.mark("━", column + index, row, index < done ? style : .faint) }
    }
}
