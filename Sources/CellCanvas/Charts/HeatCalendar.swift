// Values as shades: a column a week, a row a day of the week.

package struct HeatCalendar: Equatable, Sendable {
    /// Seven places a week, the first day of the week first; nil for a place that nothing is drawn in.
    package let weeks: [[ChartValue?]]
    package let range: ClosedRange<Double>

    package init(_ weeks: [[ChartValue?]], in range: ClosedRange<Double>) {
        self.weeks = weeks
        self.range = range
    }

    /// The columns that so many weeks take beside their days' names.
    package static func columns(weeks: Int) -> Int { 4 + 3 * weeks }

    /// 0 for the lightest shade, 3 for the darkest; nil for what has none.
    package func level(_ value: ChartValue) -> Int? {
        guard let known = value.known, known != 0 || range.lowerBound < 0 else { return nil }
        let size = range.upperBound - range.lowerBound
        guard size > 0 else { return 3 }
        return max(0, min(3, Int(place: ((known - range.lowerBound) / size * 4).rounded(.down))))
    }

    /// Draws the last of the weeks that fit; the first row has their names.
    /// - Parameter style: of a place, by the week and the day; nil for the usual one.
    package func draw(
        on canvas: inout Canvas, in area: Rect, days: [String], names: [String],
        _ style: (_ week: Int, _ day: Int) -> Style? = { _, _ in nil }
    ) {
        let fit = max(0, (area.columns - 4) / 3)
        let first = max(0, weeks.count - fit)
        guard area.rows > 1, fit > 0 else { return }
        let ticks = names.enumerated().dropFirst(first).map { index, name in
            (column: area.column + 4 + (index - first) * 3, text: name)
        }
        AxisLabels(ticks, within: area.column + 4..<area.endColumn, .leading).draw(on: &canvas, row: area.row)
        for (day, name) in days.prefix(min(7, area.rows - 1)).enumerated() {
            canvas.put(name, area.column, area.row + 1 + day, .muted, limit: 3)
        }
        for (index, week) in weeks.enumerated().dropFirst(first) {
            for (day, value) in week.prefix(min(7, area.rows - 1)).enumerated() {
                guard let value else { continue }
                let sign = sign(value, canvas.tier)
                let usual = level(value) == nil ? Style.faint : .accent
                for column in 0..<2 {
                    canvas.mark(
                        sign, area.column + 4 + (index - first) * 3 + column, area.row + 1 + day,
                        style(index, day) ?? usual)
                }
            }
        }
    }

    private func sign(_ value: ChartValue, _ tier: ChartTier) -> Character {
        if let level = level(value) { return tier.shades[level] }
        return value == .notDue ? tier.notDue : value.known == nil ? tier.missing : tier.zero
    }

    /// What the shades mean, with the numbers at the ends: `· unknown  50 ░▒▓█ 100`.
    package func drawLegend(
        on canvas: inout Canvas, _ column: Int, _ row: Int, words: (Double) -> String
    ) {
        var at = canvas.put(String(canvas.tier.missing), column, row, .faint)
        at = canvas.put("unknown", at + 1, row, .muted) + 2
        at = canvas.put(words(range.lowerBound), at, row, .muted) + 1
        at = canvas.put(String(canvas.tier.shades), at, row, .accent) + 1
        canvas.put(words(range.upperBound), at, row, .muted)
    }
}
