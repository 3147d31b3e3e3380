// Words along an axis: each at its tick, moved in at the ends, left out where it would touch another.

package struct AxisLabels: Equatable, Sendable {
    package struct Label: Equatable, Sendable {
        /// Where the first letter stands.
        package let column: Int
        package let text: String
    }

    package private(set) var labels: [Label] = []

    package enum Alignment: Sendable {
        case centred
        /// The first letter under the tick.
        case leading
    }

    /// - Parameters:
    ///   - ticks: from left to right; where two collide, the earlier one stays.
    ///   - columns: what the words may not leave.
    ///   - gap: columns that stay free between two.
    package init(
        _ ticks: [(column: Int, text: String)], within columns: Range<Int>, _ alignment: Alignment = .centred,
        gap: Int = 1
    ) {
        var free = columns.lowerBound
        for (column, text) in ticks {
            let width = CleanText(text).width
            let start = alignment == .centred ? column - width / 2 : column
            let moved = min(max(start, columns.lowerBound), columns.upperBound - width)
            // Half a word off its tick would name another place.
            guard width > 0, moved >= free, abs(moved - start) <= max(1, width / 2) else { continue }
            labels.append(Label(column: moved, text: text))
            free = moved + width + gap
        }
    }

    package func draw(on canvas: inout Canvas, row: Int, _ style: Style = .muted) {
        for label in labels { canvas.put(label.text, label.column, row, style) }
    }
}
