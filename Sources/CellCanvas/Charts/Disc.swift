// A disc of fine dots with a clear middle for words: what grows and shrinks with the breath.

package struct Disc {
    /// The middle of the area that it is drawn in, and the largest radius that fits, in dots.
    private let area: Rect

    package init(in area: Rect) { self.area = area }

    /// - Parameters:
    ///   - openness: 0 is the smallest disc, 1 the largest that fits.
    ///   - isFilled: false draws the rim alone, which costs a slow line far less.
    ///   - words: rows in the middle that stay clear, half the columns of each.
    package func draw(
        openness: Double, isFilled: Bool = true, clear words: (columns: Int, rows: Int),
        on canvas: inout Canvas
    ) {
        var rim = DotGrid(columns: area.columns, rows: area.rows)
        var fill = DotGrid(columns: area.columns, rows: area.rows)
        var reach = DotGrid(columns: area.columns, rows: area.rows)
        let centre = (x: Double(rim.width) / 2 - 0.5, y: Double(rim.height) / 2 - 0.5)
        let largest = min(Double(rim.width), Double(rim.height)) / 2 - 1
        let share = min(1, max(0, openness.isFinite ? openness : 0))
        let smallest = min(largest * 0.45, Double(words.columns) + 5)
        let radius = smallest + (largest - 3 - smallest) * share
        guard largest > 4 else { return }
        for y in 0..<rim.height {
            let dy = Double(y) - centre.y
            for x in 0..<rim.width {
                let dx = Double(x) - centre.x
                let square = dx * dx + dy * dy
                if square > (largest + 1) * (largest + 1) { continue }
                let distance = square.squareRoot()
                if abs(distance - radius) < 0.9 { rim.set(x, y) }
                if isFilled, distance < radius - 3.5, (x + y) % 4 == 0, (x - y) % 4 == 0 { fill.set(x, y) }
                if abs(distance - largest) < 0.5, (x + 2 * y) % 5 < 2 { reach.set(x, y) }
            }
        }
        reach.draw(on: &canvas, at: area.column, area.row) { _, _ in .faint }
        fill.draw(on: &canvas, at: area.column, area.row) { _, _ in Style(.accentSoft) }
        rim.draw(on: &canvas, at: area.column, area.row) { _, _ in .accent }
        let clearing = Rect(
            column: area.column + area.columns / 2 - words.columns / 2 - 1,
            row: area.row + area.rows / 2 - words.rows / 2,
            columns: words.columns + 2, rows: words.rows)
        canvas.clear(clearing)
    }
}
