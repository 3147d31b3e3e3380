// A fine grid of dots for curves and circles: two columns and four rows of them in each cell.

/// Dots counted from the top left; drawing outside is clipped.
package struct BrailleGrid {
    package let columns: Int
    package let rows: Int
    private var bits: [UInt8]

    /// - Parameters:
    ///   - columns: cells across; the grid is twice as many dots wide.
    ///   - rows: cells down; four times as many dots high.
    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        bits = Array(repeating: 0, count: self.columns * self.rows)
    }

    package var width: Int { columns * 2 }
    package var height: Int { rows * 4 }

    private static let weights: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    package mutating func set(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        bits[(y / 4) * columns + x / 2] |= Self.weights[y % 4][x % 2]
    }

    package mutating func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int)) {
        let steps = max(abs(b.x - a.x), abs(b.y - a.y), 1)
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            set(
                a.x + Int((Double(b.x - a.x) * share).rounded()),
                a.y + Int((Double(b.y - a.y) * share).rounded()))
        }
    }

    /// Draws what has dots; a cell without any is left as it is.
    package func draw(on canvas: inout Canvas, at column: Int, _ row: Int, _ style: (Int, Int) -> Style) {
        for y in 0..<rows {
            for x in 0..<columns {
                let pattern = bits[y * columns + x]
                guard pattern != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(pattern)) else { continue }
                canvas.mark(Character(scalar), column + x, row + y, style(x, y))
            }
        }
    }
}
