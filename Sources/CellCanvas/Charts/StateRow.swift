// A row of states over time, a cell each: the sign tells the state without colour.

package struct StateRow: Equatable, Sendable {
    package struct Sign: Equatable, Sendable {
        package let fine: Character
        package let plain: Character
        package let style: Style

        package init(_ fine: Character, plain: Character, _ style: Style) {
            self.fine = fine
            self.plain = plain
            self.style = style
        }
    }

    /// Nil where there is no state, and the cell stays as it is.
    package let cells: [Sign?]

    package init(_ cells: [Sign?]) { self.cells = cells }

    package func draw(on canvas: inout Canvas, _ column: Int, _ row: Int) {
        for (index, sign) in cells.enumerated() {
            guard let sign else { continue }
            canvas.mark(canvas.tier == .ascii ? sign.plain : sign.fine, column + index, row, sign.style)
        }
    }

    /// States at heights, the steps between them joined: as a hypnogram shows a night.
    /// - Parameters:
    ///   - levels: of each cell its height from the top, 0 for the highest; nil breaks the line.
    ///   - signs: of each height.
    package static func drawSteps(
        _ levels: [Int?], signs: [Sign], on canvas: inout Canvas, in area: Rect
    ) {
        guard !signs.isEmpty, area.rows >= signs.count else { return }
        let height = area.rows / signs.count
        var last: Int?
        for (index, level) in levels.prefix(area.columns).enumerated() {
            guard let level, signs.indices.contains(level) else {
                last = nil
                continue
            }
            defer { last = level }
            if let last, abs(last - level) > 1 {
                for row in (min(last, level) + 1) * height..<max(last, level) * height {
                    canvas.mark(
                        canvas.tier == .ascii ? "|" : "│", area.column + index, area.row + row, .faint)
                }
            }
            let sign = signs[level]
            for row in 0..<height {
                canvas.mark(
                    canvas.tier == .ascii ? sign.plain : sign.fine, area.column + index,
                    area.row + level * height + row, sign.style)
            }
        }
    }
}
