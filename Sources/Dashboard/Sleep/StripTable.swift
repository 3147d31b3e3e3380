// Rows of dots over one axis, each with its middle value and its count: how nights of several kinds lie.

import CareDomain
import CellCanvas

struct StripTable {
    struct Row {
        let title: String
        let isSession: Bool
        let isMuted: Bool
        let values: [Double]
        /// Nil where it is not known, or not to be said yet.
        let median: Double?

        init(
            _ title: String, _ values: [Double], median: Double?, isSession: Bool = false,
            isMuted: Bool = false
        ) {
            self.title = title
            self.values = values
            self.median = median
            self.isSession = isSession
            self.isMuted = isMuted
        }
    }

    let heading: String
    let rows: [Row]
    let measure: Measure
    let baseline: QuarterBand?
    private let axis: Axis
    /// Rows of the screen that each of them takes, for piles of equal values.
    private let height: Int

    init(
        _ heading: String, _ rows: [Row], _ measure: Measure, baseline: QuarterBand?, columns: Int,
        height: Int
    ) {
        self.heading = heading
        self.rows = rows
        self.measure = measure
        self.baseline = baseline
        self.height = max(1, height)
        let ends = baseline.map { [$0.low, $0.high] } ?? []
        axis = Axis(
            rows.flatMap(\.values) + ends + measure.alwaysOnAxis,
            ticks: max(3, Self.strip(0, columns).columns / 10), limits: measure.axisLimits,
            step: measure.axisStep)
    }

    /// Heading, rows, axis and its words.
    var size: Int { rows.count * height + 3 }

    private static func strip(_ column: Int, _ columns: Int) -> Rect {
        Rect(column: column + 25, row: 0, columns: columns - 43, rows: 1)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let end = area.endColumn
        let strip = Self.strip(area.column, area.columns)
        canvas.put(heading, area.column, area.row, .muted, limit: 24)
        drawLegend(on: &canvas, strip.column, area.row, to: end - 14)
        canvas.putRight("middle", endColumn: end - 8, area.row, .muted)
        canvas.putRight("nights", endColumn: end, area.row, .muted)
        for (index, row) in rows.enumerated() {
            let last = area.row + (index + 1) * height
            if row.isSession { canvas.mark("●", area.column, last, .session) }
            canvas.put(row.title, area.column + 2, last, row.isMuted ? .muted : .text, limit: 22)
            let place = Rect(
                column: strip.column, row: last - height + 1, columns: strip.columns, rows: height)
            DotStrip(
                row.values, axis: axis, middle: row.values.count > 1 ? row.median : nil,
                band: baseline.map { $0.low...$0.high }
            ).draw(on: &canvas, in: place, Style(row.isSession ? .session : .text))
            canvas.putRight(
                row.median.map(measure.words) ?? String(canvas.tier.missing), endColumn: end - 8, last,
                row.median == nil ? .faint : .accent)
            canvas.putRight("\(row.values.count)", endColumn: end, last, .text)
        }
        DotStrip.drawAxis(
            axis, on: &canvas, in: strip, row: area.row + rows.count * height + 1
        ) { measure.axisWords($0, top: axis.high) }
    }

    /// Over the dots, where they begin.
    private func drawLegend(on canvas: inout Canvas, _ column: Int, _ row: Int, to end: Int) {
        var at = column
        var signs = [
            (canvas.tier.dot, Style.text, "a night"), (canvas.tier.middle, .figure, "middle"),
        ]
        if baseline != nil {
            let long = "half of the nights before the first session"
            signs.append(
                (canvas.tier.band, .muted, column + long.count + 25 <= end ? long : "before"))
        }
        for (sign, style, words) in signs where at + words.count + 2 <= end {
            at = canvas.put(String(sign), at, row, style)
            at = canvas.put(words, at + 1, row, .muted) + 3
        }
    }
}

extension Measure {
    /// What its axis never goes beyond.
    var axisLimits: ClosedRange<Double> {
        switch self {
        case .quality, .refreshed: 1...5
        case .distress: 0...10
        case .awakenings, .nightmares: 0...100_000
        default: rawValue.hasSuffix("Percent") ? 0...100 : 0...2880
        }
    }

    /// Values that its axis always holds: the ends of a scale.
    var alwaysOnAxis: [Double] {
        switch self {
        case .quality, .refreshed: [1, 5]
        case .distress: [0, 10]
        default: []
        }
    }

    /// A step between ticks that suits it; nil where round numbers do.
    var axisStep: Double? {
        switch self {
        case .quality, .refreshed: 1
        case .totalSleepMinutes, .timeInBedMinutes, .opportunityMinutes, .sleepPeriodMinutes: 60
        default: nil
        }
    }

    /// A tick with its unit, hours on an axis of many minutes.
    func axisWords(_ value: Double, top: Double) -> String {
        guard rawValue.hasSuffix("Minutes") else { return words(value) }
        return top > 180 ? NumberWords.decimal(value / 60) + " h" : NumberWords.decimal(value) + " m"
    }
}
