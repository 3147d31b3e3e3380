// Every chart in its three tiers, as text that a person can read.

import CellCanvas
import TestKit
import Testing

@Suite struct ChartGoldenTests {
    private static func text(_ columns: Int, _ rows: Int, _ draw: (inout Canvas) -> Void) -> String {
        ChartTier.allCases.map { tier in
            var canvas = Canvas(size: Size(columns: columns, rows: rows), tier: tier)
            draw(&canvas)
            let name =
                switch tier {
                case .braille: "braille"
                case .block: "block"
                case .ascii: "ASCII"
                }
            let lines = tier == .ascii ? canvas.inASCII().lines : canvas.lines
            if tier == .ascii {
                #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x7F } })
                #expect(!lines.contains { $0.contains("?") })
            }
            return name + "\n" + lines.map { "|" + $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    /// A course that falls, with a gap in its middle.
    private static let course: [Double?] = [
        19, 18, 18, 16, nil, nil, 14, 15, 12, 9, 9, 7, 4, 6,
    ]

    private func plot(_ area: Rect) -> Plot {
        Plot(
            area, x: Axis(places: Self.course.count),
            y: Axis(Self.course.compactMap { $0 }, rows: area.rows, limits: 0...27))
    }

    @Test func line() {
        Golden.expect(
            Self.text(40, 11) { canvas in
                let plot = plot(Rect(column: 4, row: 0, columns: 34, rows: 9))
                plot.drawBand(14, 18, on: &canvas)
                plot.drawFrame(on: &canvas) { "\(Int($0))" }
                let points = Self.course.enumerated().map { index, value in
                    value.map { Plot.Point(x: Double(index), y: $0) }
                }
                plot.drawLine(points, on: &canvas, .accent)
                for case let point? in points where Int(point.x).isMultiple(of: 3) {
                    plot.drawDot(point, on: &canvas, .text)
                }
                plot.drawChosen(13, on: &canvas)
                plot.drawAcross([(0, "W1"), (7, "W2"), (8, "too near"), (13, "W3")], on: &canvas, .centred)
            }, "line")
    }

    @Test func bars() {
        Golden.expect(
            Self.text(32, 6) { canvas in
                BarChart(
                    [
                        .value(0), .value(0.4), .value(2), .missing, .value(5), .value(7.5), .value(8),
                        .notDue,
                    ], axis: Axis([0, 8], ticks: 3)
                ).draw(on: &canvas, in: canvas.bounds, .accent)
            }, "bars")
    }

    @Test func stackedBars() {
        let layers = [
            StackedBars.Layer("█", plain: "#", .accent), StackedBars.Layer("▒", plain: "=", .text),
            StackedBars.Layer("░", plain: ":", .muted),
        ]
        Golden.expect(
            Self.text(24, 8) { canvas in
                StackedBars(
                    [[1, 4, 1], [2, 3, 0.5], nil, [0, 0, 0], [3, 4, 1], [.nan, 2, 1]], layers: layers,
                    axis: Axis([0, 8], ticks: 3)
                ).draw(on: &canvas, in: canvas.bounds)
            }, "stacked-bars")
    }

    @Test func rasterAndSteps() {
        let awake = StateRow.Sign("▂", plain: ":", .text)
        let asleep = StateRow.Sign("▆", plain: "#", .accent)
        Golden.expect(
            Self.text(20, 6) { canvas in
                let night = [nil, awake, asleep, asleep, asleep, awake, asleep, asleep, nil]
                StateRow(night).draw(on: &canvas, 1, 0)
                StateRow.drawSteps(
                    [0, 0, 2, 2, 3, 3, nil, 1, 1, 3, 0], signs: [awake, asleep, asleep, asleep],
                    on: &canvas, in: Rect(column: 1, row: 2, columns: 18, rows: 4))
            }, "raster")
    }

    @Test func heatCalendar() {
        let weeks: [[ChartValue?]] = (0..<4).map { week in
            (0..<7).map { day in
                if week == 0, day < 2 { return nil }
                if week == 3, day > 3 { return .notDue }
                if (week * 7 + day) % 9 == 5 { return .missing }
                return .value(Double(week * 7 + day) * 3)
            }
        }
        Golden.expect(
            Self.text(34, 10) { canvas in
                let heat = HeatCalendar(weeks, in: 0...80)
                heat.draw(
                    on: &canvas, in: canvas.bounds,
                    days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], names: ["5", "12", "19", "26"])
                heat.drawLegend(on: &canvas, 0, 9) { "\(Int($0))" }
            }, "heat-calendar")
    }

    @Test func distributions() {
        let values = [61, 70, 72, 72, 75, 78, 80, 81, 81, 81, 84, 88, 99.0]
        let axis = Axis(values, ticks: 5, limits: 0...100)
        Golden.expect(
            Self.text(48, 12) { canvas in
                let strip = Rect(column: 2, row: 0, columns: 44, rows: 2)
                DotStrip(values, axis: axis, middle: 80, band: 70...76).draw(on: &canvas, in: strip, .text)
                DotStrip.drawAxis(axis, on: &canvas, in: strip, row: 2) { "\(Int($0)) %" }
                BoxPlot(values)?.draw(
                    on: &canvas, in: Rect(column: 2, row: 5, columns: 44, rows: 1), axis: axis, .accent)
                Histogram(values, axis: axis).draw(
                    on: &canvas, in: Rect(column: 2, row: 7, columns: 44, rows: 4), .accent)
            }, "distributions")
    }

    @Test func smallOnes() {
        Golden.expect(
            Self.text(30, 6) { canvas in
                Sparkline.draw(
                    [.value(0), .value(1), .missing, .value(5), .value(9), .value(10), .notDue],
                    in: 0...10, on: &canvas, 0, 0)
                Gauge(0.62, words: "62 %").draw(on: &canvas, 0, 1, width: 10)
                Gauge(nil, words: "not known").draw(on: &canvas, 0, 2, width: 10)
                HorizontalBar.draw(share: 0.47, width: 12, on: &canvas, 0, 3, .accent)
                HorizontalBar.progress(share: 0.4, width: 12, on: &canvas, 0, 4)
            }, "small")
    }
}
