// A disc that grows and shrinks with the breath, drawn so that a step of it touches only the cells of its
// edge.

/// A disc in the middle of an area. Its radius goes in steps, so that between two steps nothing is drawn.
package struct Disc {
    private let area: Rect
    private let tier: ChartTier
    /// Dots, twice as many as cells across and four times as many down.
    private let width: Int
    private let height: Int
    private let smallest: Double
    private let largest: Double
    /// Steps from the smallest to the largest disc: a quarter of a dot each, and no more than a slow line
    /// can carry.
    package let steps: Int

    private static let mostSteps = 72
    private static let smallestShare = 0.42

    package init(in area: Rect, _ tier: ChartTier = .braille) {
        // A cell is about twice as high as it is wide.
        let columns = min(area.columns, area.rows * 2)
        self.area = Rect(
            column: area.column + (area.columns - columns) / 2, row: area.row, columns: columns,
            rows: area.rows)
        self.tier = tier
        width = columns * 2
        height = area.rows * 4
        largest = max(0, Double(min(width, height)) / 2 - 0.5)
        smallest = largest * Self.smallestShare
        let finest = tier == .braille ? 4.0 : 2
        steps = max(1, min(Self.mostSteps, Int((largest - smallest) * finest)))
    }

    /// The step of a disc: 0 is the smallest, `steps` the largest.
    /// - Parameter openness: 0...1; anything else counts as the nearer end.
    package func step(openness: Double) -> Int {
        guard openness.isFinite else { return 0 }
        return Int((min(1, max(0, openness)) * Double(steps)).rounded())
    }

    /// - Parameter style: of the whole disc, since a change of colour costs more than a cell.
    package func draw(step: Int, _ style: Style, on canvas: inout Canvas) {
        guard largest >= 2 else { return }
        let share = Double(min(steps, max(0, step))) / Double(steps)
        let radius = smallest + (largest - smallest) * share
        for row in 0..<area.rows {
            for column in 0..<area.columns {
                let pattern = pattern(column, row, within: radius)
                guard pattern != 0, let glyph = glyph(pattern) else { continue }
                canvas.mark(glyph, area.column + column, area.row + row, style)
            }
        }
    }

    /// The dots of a cell that lie within a radius of the middle, as braille counts them.
    private func pattern(_ column: Int, _ row: Int, within radius: Double) -> UInt8 {
        var bits: UInt8 = 0
        for y in 0..<4 {
            let dy = Double(row * 4 + y) + 0.5 - Double(height) / 2
            for x in 0..<2 {
                let dx = Double(column * 2 + x) + 0.5 - Double(width) / 2
                if dx * dx + dy * dy <= radius * radius { bits |= DotGrid.braille[y * 2 + x] }
            }
        }
        return bits
    }

    private func glyph(_ pattern: UInt8) -> Character? {
        let count = pattern.nonzeroBitCount
        switch tier {
        case .braille: return Unicode.Scalar(0x2800 + UInt32(pattern)).map(Character.init)
        case .block:
            let isUpper = (pattern & Self.upper).nonzeroBitCount >= 2
            let isLower = (pattern & ~Self.upper).nonzeroBitCount >= 2
            switch (isUpper, isLower) {
            case (true, true): return "█"
            case (true, false): return "▀"
            case (false, true): return "▄"
            case (false, false): return nil
            }
        case .ascii: return count == 8 ? ":" : count > 5 ? "O" : count > 2 ? "o" : "."
        }
    }

    /// The dots of a cell's upper half.
    private static let upper = DotGrid.braille[..<4].reduce(0, |)
}
