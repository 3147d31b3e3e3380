// What charts do with nothing, with one value, with what is no number, and with areas of any size.

import CellCanvas
import TestKit
import Testing

@Suite struct ChartTests {
    private static let inputs: [[Double]] = [
        [], [5], [5, 5, 5], [0], [.nan], [.infinity, -.infinity, .nan], [1, .nan, 3],
        [-1e300, 1e300], [.leastNonzeroMagnitude, .greatestFiniteMagnitude], [-4, -2, -9],
        (0..<500).map { Double($0 % 17) },
    ]
    private static let areas: [Rect] = [
        Rect(column: 0, row: 0, columns: 0, rows: 0), Rect(column: 3, row: 2, columns: -5, rows: -9),
        Rect(column: 1, row: 1, columns: 1, rows: 1), Rect(column: 8, row: 1, columns: 20, rows: 5),
        Rect(column: -40, row: -40, columns: 30, rows: 30),
        Rect(column: 2, row: 2, columns: 50_000, rows: 3), Rect(column: 2, row: 2, columns: 3, rows: 50_000),
    ]

    private func drawAll(_ values: [Double], on canvas: inout Canvas, in area: Rect) {
        let axis = Axis(values, ticks: 4)
        _ = Axis(values, rows: area.rows, limits: 0...100, step: 7)
        let plot = Plot(
            area, x: Axis(places: values.count), y: Axis(values, rows: area.rows), air: values.count % 2)
        plot.drawBand(values.min() ?? 0, values.max() ?? 1, on: &canvas)
        plot.drawFrame(on: &canvas) { "\($0)" }
        let points = values.enumerated().map { Plot.Point(x: Double($0.offset), y: $0.element) }
        plot.drawLine(points, on: &canvas, .accent)
        for point in points { plot.drawDot(point, on: &canvas, .text) }
        plot.drawChosen(0, on: &canvas)
        plot.drawAcross(points.map { ($0.x, "\($0.x)") }, on: &canvas, .centred)
        BarChart(values.map { ChartValue($0) }, axis: axis).draw(on: &canvas, in: area, .accent)
        let layers = [StackedBars.Layer("█", plain: "#", .accent), StackedBars.Layer("░", plain: ":", .text)]
        StackedBars(values.map { [$0, 1] }, layers: layers, axis: axis).draw(on: &canvas, in: area)
        DotStrip(values, axis: axis, middle: values.first, band: 0...1).draw(on: &canvas, in: area, .text)
        DotStrip.drawAxis(axis, on: &canvas, in: area, row: area.row) { "\($0)" }
        BoxPlot(values)?.draw(on: &canvas, in: area, axis: axis, .accent)
        Histogram(values, axis: axis).draw(on: &canvas, in: area, .accent)
        HeatCalendar([values.map { ChartValue($0) }], in: 0...9)
            .draw(on: &canvas, in: area, days: ["Mon"], names: ["1"])
        Sparkline.draw(values.map { $0 }, in: 0...9, on: &canvas, area.column, area.row)
        Gauge(values.first, words: "%").draw(on: &canvas, area.column, area.row, width: area.columns)
        HorizontalBar.draw(
            share: values.first ?? 0, width: area.columns, on: &canvas, area.column, area.row, .text)
        StateRow.drawSteps(
            values.map { $0.isFinite ? Int($0.remainder(dividingBy: 7)) : nil },
            signs: [StateRow.Sign("▆", plain: "#", .text)], on: &canvas, in: area)
    }

    @Test(arguments: ChartTier.allCases) func nothingTrapsAndNothingIsNotACell(tier: ChartTier) {
        for values in Self.inputs {
            for area in Self.areas {
                var canvas = Canvas(size: Size(columns: 40, rows: 12), tier: tier)
                drawAll(values, on: &canvas, in: area)
                #expect(canvas.faults.isEmpty, "\(values.prefix(4)) in \(area): \(canvas.faults.prefix(2))")
            }
        }
    }

    @Test func anAreaWithoutRoomDrawsNothing() {
        for columns in [0, -3] {
            var canvas = Canvas(size: Size(columns: 20, rows: 6))
            let area = Rect(column: 4, row: 2, columns: columns, rows: 3)
            Plot(area, x: Axis(places: 3), y: Axis([1, 2], ticks: 2)).drawLine(
                [Plot.Point(x: 0, y: 1), Plot.Point(x: 2, y: 2)], on: &canvas, .accent)
            BarChart([.value(3)], axis: Axis([0, 3], ticks: 2)).draw(on: &canvas, in: area, .accent)
            DotStrip([3], axis: Axis([0, 3], ticks: 2)).draw(on: &canvas, in: area, .accent)
            #expect(canvas.lines.allSatisfy { $0.isEmpty })
        }
    }

    @Test(arguments: ChartTier.allCases) func missingZeroAndNotDueAreThreeMarks(tier: ChartTier) {
        #expect(Set([tier.missing, tier.zero, tier.notDue]).count == 3)
        #expect(!tier.shades.contains(tier.missing) && !tier.shades.contains(tier.notDue))
        var canvas = Canvas(size: Size(columns: 3, rows: 3), tier: tier)
        let values: [ChartValue] = [.missing, .value(0), .notDue]
        Sparkline.draw(values, in: 0...9, on: &canvas, 0, 0)
        BarChart(values, axis: Axis([0, 9], ticks: 2))
            .draw(on: &canvas, in: Rect(column: 0, row: 1, columns: 3, rows: 2), .text)
        let marks = String([tier.missing, tier.zero, tier.notDue])
        #expect(canvas.lines == [marks, "", marks])
    }

    @Test func theSmallestValueIsNotDrawnAsZero() {
        var canvas = Canvas(size: Size(columns: 2, rows: 1))
        Sparkline.draw([.value(0), .value(0.1)], in: 0...9, on: &canvas, 0, 0)
        #expect(canvas[0, 0].character != canvas[1, 0].character)
    }

    @Test func aMissingValueBreaksALine() {
        func columns(_ middle: Plot.Point?) -> Int {
            var canvas = Canvas(size: Size(columns: 9, rows: 1))
            Plot(canvas.bounds, x: Axis(places: 3), y: Axis([0, 1], ticks: 2)).drawLine(
                [Plot.Point(x: 0, y: 0), middle, Plot.Point(x: 2, y: 0)], on: &canvas, .accent)
            return (0..<9).filter { canvas[$0, 0].character != " " }.count
        }
        #expect(columns(Plot.Point(x: 1, y: 0)) == 9)
        #expect(columns(nil) == 2)
        #expect(columns(Plot.Point(x: 1, y: .nan)) == 2)
    }

    @Test func labelsNeverTouch() {
        for gap in 1...3 {
            for step in 1...9 {
                let ticks = (0..<12).map {
                    (column: $0 * step, text: String(repeating: "x", count: 1 + $0 % 6))
                }
                for alignment in [AxisLabels.Alignment.centred, .leading] {
                    let placed = AxisLabels(ticks, within: 0..<40, alignment, gap: gap).labels
                    for (one, next) in zip(placed, placed.dropFirst()) {
                        #expect(one.column + one.text.count + gap <= next.column)
                    }
                    #expect(placed.allSatisfy { $0.column >= 0 && $0.column + $0.text.count <= 40 })
                }
            }
        }
    }

    @Test func ticksAreRound() {
        for (low, high) in [(0.0, 1.0), (3, 47), (81.2, 81.9), (0, 2880), (-7, 12), (1e-7, 3e-7)] {
            let axis = Axis([low, high], ticks: 5)
            let step = axis.ticks[1] - axis.ticks[0]
            var digit = step
            while digit >= 9.999 { digit /= 10 }
            while digit < 0.9999 { digit *= 10 }
            #expect([1, 2, 5].contains { abs($0 - digit) < 1e-6 }, "\(low) to \(high): \(step)")
            #expect(axis.low <= low + 1e-9 && axis.high >= high - 1e-9)
        }
    }

    @Test func anAxisOverRowsFillsThemAndPutsItsTicksAtEqualDistances() {
        for rows in 3...20 {
            for (low, high) in [(59.0, 91.0), (4, 17), (0, 510), (1, 5)] {
                let axis = Axis([low, high], rows: rows, limits: 0...1000)
                #expect(axis.low <= low + 1e-9 && axis.high >= high - 1e-9, "\(rows) rows, \(low)")
                let places = axis.ticks.map { (1 - axis.share($0)) * Double(rows - 1) }
                #expect(places.allSatisfy { abs($0 - $0.rounded()) < 1e-6 }, "\(rows) rows, \(low)")
                #expect(axis.ticks.allSatisfy { (0...1000).contains($0) } && !axis.ticks.isEmpty)
            }
        }
        #expect(Axis([1, 5], rows: 9, limits: 1...5, step: 1).ticks == [1, 2, 3, 4, 5])
        #expect(Axis([59, 91], rows: 9, limits: 0...100).ticks == [60, 70, 80, 90])
        #expect(Axis([], rows: 9).ticks.count >= 2)
        #expect(Axis([.nan, 3], rows: 0).ticks.allSatisfy { $0.isFinite })
    }

    @Test func anAxisWithoutALengthKeepsItsValueInside() {
        #expect(Axis(places: 1).share(0) == 0.5)
        #expect(Axis(places: 0).ticks == [0])
        #expect(Axis([1e300, -1e300], ticks: 4).ticks.allSatisfy { $0.isFinite })
        #expect(Axis([1, 2], ticks: 3, step: 0).ticks.count >= 2)
    }

    @Test func stackedBarsFillWhatTheySumTo() {
        let layers = [StackedBars.Layer("█", plain: "#", .accent), StackedBars.Layer("░", plain: ":", .text)]
        var canvas = Canvas(size: Size(columns: 1, rows: 10))
        StackedBars([[3, 4]], layers: layers, axis: Axis([0, 10], ticks: 3)).draw(
            on: &canvas, in: canvas.bounds)
        #expect(canvas.lines == ["", "", "", "░", "░", "░", "░", "█", "█", "█"])
    }

    @Test func aBoxKnowsItsQuartersAndWhatLiesBeyond() throws {
        let box = try #require(BoxPlot([1, 2, 3, 4, 5, .nan, 40]))
        #expect(box.count == 6)
        #expect(box.median == 3.5)
        #expect(box.low == 2.25 && box.high == 4.75)
        #expect(box.outliers == [40])
        #expect(box.whiskers == 1...5)
        #expect(BoxPlot([.nan]) == nil)
    }

    @Test func aHistogramCountsTheLastTickIn() {
        let axis = Axis([0, 4], ticks: 5)
        #expect(Histogram([0, 0.5, 1, 3.9, 4, .nan, 9], axis: axis).counts == [2, 1, 0, 2])
    }

    @Test func aPileThatIsTooHighSaysSo() {
        var canvas = Canvas(size: Size(columns: 5, rows: 2))
        DotStrip([0, 4, 4, 4], axis: Axis([0, 4], ticks: 5)).draw(on: &canvas, in: canvas.bounds, .text)
        #expect(canvas.lines == ["    +", "•   •"])
    }
}
