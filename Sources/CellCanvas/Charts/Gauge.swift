// Bars that lie: to a value, or a part of a whole with its number.

/// A bar that grows to the right in eighths of a cell, in ASCII in halves.
package enum HorizontalBar {
    private static let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// - Parameter share: of the width, 0...1.
    package static func draw(
        share: Double, width: Int, on canvas: inout Canvas, _ column: Int, _ row: Int, _ style: Style
    ) {
        let eighths = Int((min(1, max(0, share.isFinite ? share : 0)) * Double(max(0, width) * 8)).rounded())
        let isPlain = canvas.tier == .ascii
        for index in 0..<(eighths / 8) { canvas.mark(isPlain ? "#" : "█", column + index, row, style) }
        guard eighths % 8 > 0, !isPlain || eighths % 8 >= 4 else { return }
        canvas.mark(isPlain ? "=" : parts[eighths % 8 - 1], column + eighths / 8, row, style)
    }

    /// A thin line of which the first part is done.
    package static func progress(
        share: Double, width: Int, on canvas: inout Canvas, _ column: Int, _ row: Int,
        _ style: Style = .accent
    ) {
        let width = max(0, width)
        let done = Int(place: min(1, max(0, share.isFinite ? share : 0)) * Double(width))
        let (on, off): (Character, Character) = canvas.tier == .ascii ? ("=", "-") : ("━", "━")
        for index in 0..<width {
            canvas.mark(index < done ? on : off, column + index, row, index < done ? style : .faint)
        }
    }
}

/// A part of a whole, always with its number: `██████░░░░ 62 %`.
package struct Gauge: Equatable, Sendable {
    /// 0...1; nil where it is unknown.
    package let share: Double?
    package let words: String

    /// - Parameter words: the number with its unit.
    package init(_ share: Double?, words: String) {
        self.share = share.flatMap { $0.isFinite ? min(1, max(0, $0)) : nil }
        self.words = words
    }

    /// - Parameter width: columns of the bar; the words follow it.
    /// - Returns: the column after the last one drawn.
    @discardableResult
    package func draw(
        on canvas: inout Canvas, _ column: Int, _ row: Int, width: Int, _ style: Style = .accent
    ) -> Int {
        let width = max(0, width)
        let tier = canvas.tier
        let done = Int(place: (share ?? 0) * Double(width))
        for index in 0..<width {
            let rest: Character = share == nil ? tier.missing : tier == .ascii ? "-" : "░"
            let isDone = index < done
            let sign = isDone ? (tier == .ascii ? "#" : "█") : rest
            canvas.mark(sign, column + index, row, isDone ? style : .faint)
        }
        return canvas.put(words, column + width + 1, row, share == nil ? .muted : .text)
    }
}
