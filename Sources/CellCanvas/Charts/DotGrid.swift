// A fine grid of dots for curves and circles: as many dots in each cell as the tier has.

/// Dots counted from the top left; drawing outside is clipped.
package struct DotGrid {
    package let columns: Int
    package let rows: Int
    package let tier: ChartTier
    private var bits: [UInt8]

    /// The most cells each way: no terminal has more.
    private static let most = 2000

    /// - Parameters:
    ///   - columns: cells across.
    ///   - rows: cells down.
    package init(columns: Int, rows: Int, tier: ChartTier = .braille) {
        self.columns = min(Self.most, max(0, columns))
        self.rows = min(Self.most, max(0, rows))
        self.tier = tier
        bits = Array(repeating: 0, count: self.columns * self.rows)
    }

    /// Dots across a cell.
    package static func across(_ tier: ChartTier) -> Int { tier == .ascii ? 1 : 2 }
    /// Dots down a cell.
    package static func down(_ tier: ChartTier) -> Int {
        switch tier {
        case .braille: 4
        case .block: 2
        case .ascii: 3
        }
    }

    package var width: Int { columns * Self.across(tier) }
    package var height: Int { rows * Self.down(tier) }

    /// The weights of the dots of a cell, from left to right and from the top down.
    static let braille: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    private static let quarters = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
    /// A stroke high, in the middle or low; a steep piece is a bar.
    private static let strokes = Array(" '-|_:||")

    package mutating func set(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        let (across, down) = (Self.across(tier), Self.down(tier))
        let dot = y % down * across + x % across
        bits[y / down * columns + x / across] |= tier == .braille ? Self.braille[dot] : 1 << UInt8(dot)
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

    private func character(_ pattern: UInt8) -> Character? {
        switch tier {
        case .braille: Unicode.Scalar(0x2800 + UInt32(pattern)).map(Character.init)
        case .block: Self.quarters[Int(pattern & 0xF)]
        case .ascii: Self.strokes[Int(pattern & 0x7)]
        }
    }

    /// Draws what has dots; a cell without any is left as it is.
    package func draw(on canvas: inout Canvas, at column: Int, _ row: Int, _ style: (Int, Int) -> Style) {
        for y in 0..<rows {
            for x in 0..<columns {
                let pattern = bits[y * columns + x]
                guard pattern != 0, let character = character(pattern) else { continue }
                canvas.mark(character, column + x, row + y, style(x, y))
            }
        }
    }
}
