// Draws the last fourteen nights as strips, and the last seven beside the baseline.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawStrips(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        guard area.columns >= 30 else { return }
        let count = area.columns >= 50 ? 28 : 14
        canvas.put("The last \(count) nights", area.column, area.row, .title)
        let dates = (0..<count).map { tonight.today.adding(days: $0 - count + 1) }
        let nights = dates.map { tonight.history.mainNight(on: $0) }
        guard nights.contains(where: { $0 != nil }) else {
            canvas.put(
                "They appear here, night by night.", area.column, area.row + 2, .muted, limit: area.columns)
            return
        }
        let chart = area.column + 11
        let strips: [(name: String, measure: Measure, range: ClosedRange<Double>, unit: (Double) -> String)] =
            [
                ("quality", .quality, 0...6, { "\(Int($0)) of 5" }),
                ("efficiency", .efficiencyPercent, 50...100, { Percent($0).words }),
                ("asleep", .totalSleepMinutes, 180...540, { Minutes($0).short }),
            ]
        for (index, strip) in strips.enumerated() where area.row + 2 + index < area.endRow {
            let row = area.row + 2 + index
            canvas.put(strip.name, area.column, row, .muted)
            let values = nights.map { $0.flatMap(strip.measure.value(of:)) }
            Sparkline.draw(values, in: strip.range, on: &canvas, chart, row, .accent)
            if let last = values.last ?? nil {
                canvas.putRight(strip.unit(last), endColumn: area.endColumn, row, .text)
            }
        }
        let marks = area.row + 5
        guard marks < area.endRow else { return }
        canvas.put("sessions", area.column, marks, .muted)
        let calendar = tonight.history.sessionNights
        for (index, date) in dates.enumerated() where calendar.isSessionNight(date) {
            canvas.mark("●", chart + index, marks, .session)
        }
    }

    func drawSevenNights(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        let after = canvas.put("Seven nights, means", area.column, area.row, .title)
        let seven = NightsSummary(tonight.history.lastNights(7, to: tonight.today))
        let baseline = NightsSummary(tonight.history.baselineNights)
        let hasBaseline = baseline.nightsLogged >= 7 && !tonight.history.doneSessions.isEmpty
        canvas.put(
            hasBaseline ? "beside the nights before the course" : "\(seven.nightsLogged) of 7 logged",
            after + 3, area.row, .muted)
        guard seven.nightsLogged >= 4 else {
            canvas.put(
                "From four nights of seven on, their means stand here.", area.column, area.row + 2,
                .muted)
            return
        }
        let figures: [(name: String, now: String?, then: String?)] = [
            ("asleep", seven.mean(.totalSleepMinutes)?.words, baseline.mean(.totalSleepMinutes)?.words),
            ("efficiency", seven.weeklyEfficiency?.words, baseline.weeklyEfficiency?.words),
            (
                "to fall asleep", seven.mean(.sleepOnsetLatencyMinutes)?.words,
                baseline.mean(.sleepOnsetLatencyMinutes)?.words
            ),
            (
                "awake", seven.mean(.wakeAfterSleepOnsetMinutes)?.words,
                baseline.mean(.wakeAfterSleepOnsetMinutes)?.words
            ),
        ]
        let widths = figures.map { $0.name.count + 1 + ($0.now?.count ?? 1) }
        let gap = max(2, min(8, (area.columns - widths.reduce(0, +)) / (figures.count - 1)))
        var column = area.column
        for (figure, width) in zip(figures, widths) where column + width <= area.endColumn {
            let value = canvas.put(figure.name, column, area.row + 2, .muted) + 1
            canvas.put(figure.now ?? "·", value, area.row + 2, .figure)
            if hasBaseline, let then = figure.then { canvas.put("was \(then)", column, area.row + 3, .muted) }
            column += width + gap
        }
    }
}

extension NightsSummary {
    func mean(_ measure: Measure) -> Minutes? { weeklyMean(measure).map { Minutes($0) } }
}
