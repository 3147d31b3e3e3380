// Bars that stand: one value each, or several layers on top of each other, each with a sign of its own.

/// Where bars stand across an area: all alike, a column of air between them where there is room.
package struct BarColumns: Equatable, Sendable {
    package let count: Int
    private let area: Rect
    private let step: Int

    /// - Parameter widest: columns that a bar takes at most.
    package init(_ count: Int, in area: Rect, widest: Int = 7) {
        self.count = min(max(0, count), area.columns)
        self.area = area
        step = max(1, min(widest + 1, self.count > 0 ? area.columns / self.count : 1))
    }

    /// The columns of one bar. Where there is no room for air, the bars fill the area without it.
    package func columns(_ index: Int) -> Range<Int> {
        guard step == 1, count > 0 else {
            let start = area.column + index * step
            return start..<start + max(1, step - 1)
        }
        let start = area.column + index * area.columns / count
        return start..<max(start + 1, area.column + (index + 1) * area.columns / count)
    }

    package func middle(_ index: Int) -> Int {
        let columns = columns(index)
        return columns.lowerBound + (columns.count - 1) / 2
    }

    /// The columns that all of them take together.
    package var used: Int { step == 1 ? area.columns : count * step }
}

package struct BarChart: Equatable, Sendable {
    package let values: [ChartValue]
    package let axis: Axis

    package init(_ values: [ChartValue], axis: Axis) {
        self.values = values
        self.axis = axis
    }

    /// Draws the last of the bars that fit; a bar ends in eighths of a cell, in ASCII in thirds.
    package func draw(on canvas: inout Canvas, in area: Rect, _ style: Style) {
        let bars = BarColumns(values.count, in: area)
        guard area.rows > 0 else { return }
        for (index, value) in values.suffix(bars.count).enumerated() {
            for column in bars.columns(index) {
                draw(value, on: &canvas, column, area, style)
            }
        }
    }

    private func draw(
        _ value: ChartValue, on canvas: inout Canvas, _ column: Int, _ area: Rect, _ style: Style
    ) {
        let foot = area.endRow - 1
        guard let known = value.known else {
            canvas.mark(
                value == .notDue ? canvas.tier.notDue : canvas.tier.missing, column, foot, .faint)
            return
        }
        guard known != 0 else { return canvas.mark(canvas.tier.zero, column, foot, style) }
        let signs: [Character] = canvas.tier == .ascii ? [":", "=", "#"] : canvas.tier.heights
        let share = min(1, max(0, axis.share(known)))
        let parts = max(1, Int(place: share * Double(area.rows * signs.count)))
        for level in 0..<area.rows where parts > level * signs.count {
            let part = min(signs.count, parts - level * signs.count)
            canvas.mark(signs[part - 1], column, foot - level, style)
        }
    }
}

package struct StackedBars: Equatable, Sendable {
    /// What one part of each bar is drawn with: the sign tells it from the others without colour.
    package struct Layer: Equatable, Sendable {
        package let fine: Character
        package let plain: Character
        package let style: Style

        package init(_ fine: Character, plain: Character, _ style: Style) {
            self.fine = fine
            self.plain = plain
            self.style = style
        }

        package func sign(_ tier: ChartTier) -> Character { tier == .ascii ? plain : fine }
    }

    /// From the foot up.
    package let layers: [Layer]
    /// A bar each: the size of every layer from the foot up; nil where nothing is known.
    package let bars: [[Double]?]
    package let axis: Axis

    package init(_ bars: [[Double]?], layers: [Layer], axis: Axis) {
        self.bars = bars
        self.layers = layers
        self.axis = axis
    }

    package func draw(on canvas: inout Canvas, in area: Rect) {
        let columns = BarColumns(bars.count, in: area)
        guard area.rows > 0 else { return }
        for (index, bar) in bars.suffix(columns.count).enumerated() {
            guard let bar else {
                canvas.mark(canvas.tier.missing, columns.middle(index), area.endRow - 1, .faint)
                continue
            }
            for (level, layer) in cells(of: bar, rows: area.rows).enumerated() {
                for column in columns.columns(index) {
                    canvas.mark(layer.sign(canvas.tier), column, area.endRow - 1 - level, layer.style)
                }
            }
        }
    }

    /// The layer of each cell from the foot up: that in which the cell's middle lies.
    private func cells(of bar: [Double], rows: Int) -> [Layer] {
        let size = (axis.high - axis.low) / Double(rows)
        guard size > 0 else { return [] }
        var result: [Layer] = []
        var top = 0.0
        for (layer, part) in zip(layers, bar) where part.isFinite && part > 0 {
            top += part
            while result.count < rows, axis.low + (Double(result.count) + 0.5) * size <= top {
                result.append(layer)
            }
        }
        return result
    }
}

/// How many values lie between each two ticks of an axis.
package struct Histogram: Equatable, Sendable {
    package let axis: Axis
    package let counts: [Int]

    package init(_ values: [Double], axis: Axis) {
        self.axis = axis
        let bins = max(1, axis.ticks.count - 1)
        var counts = Array(repeating: 0, count: bins)
        for value in values where value.isFinite {
            let bin = Int((axis.share(value) * Double(bins)).rounded(.down).clamped(to: -1...Double(bins)))
            // What lies on the last tick belongs to the last bin.
            let place = value == axis.high ? bins - 1 : bin
            if counts.indices.contains(place) { counts[place] += 1 }
        }
        self.counts = counts
    }

    package func draw(on canvas: inout Canvas, in area: Rect, _ style: Style) {
        let most = Double(counts.max() ?? 0)
        BarChart(
            counts.map { .value(Double($0)) }, axis: Axis([0, max(1, most)], ticks: 2)
        ).draw(on: &canvas, in: area, style)
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? range.lowerBound : min(range.upperBound, max(range.lowerBound, self))
    }
}
