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

    /// Where a large window has room: the last nights hour by hour, as on the first page of Sleep.
    func drawHours(_ now: Tonight, on canvas: inout Canvas, _ area: Rect) {
        guard area.rows >= 6 else { return }
        canvas.put("When you slept", area.column, area.row, .title)
        let count = min(14, area.rows - 3)
        let dates = (0..<count).map { now.today.adding(days: $0 - count + 1) }
        let nights = dates.compactMap(now.history.mainNight(on:))
        guard !nights.isEmpty else {
            canvas.put("Your nights will be drawn here.", area.column, area.row + 2, .muted)
            return
        }
        let hours = NightStrip.hours(of: nights)
        let left = area.column + 13
        let width = area.endColumn - left
        for hour in stride(from: hours.lowerBound, through: hours.upperBound, by: 2) {
            let share = Double(hour - hours.lowerBound) / Double(max(1, hours.upperBound - hours.lowerBound))
            let column = left + Int((share * Double(width)).rounded())
            guard column + 1 < area.endColumn else { continue }
            canvas.put(hour.modulo(24).padded(to: 2), column, area.row + 1, .muted)
        }
        let calendar = now.history.sessionNights
        for (index, date) in dates.enumerated() {
            let row = area.row + 2 + index
            let evening = date.adding(days: -1)
            canvas.put(evening.weekday.shortName, area.column, row, .text)
            canvas.putRight("\(evening.day)–\(date.day)", endColumn: area.column + 9, row, .muted)
            if calendar.isSessionNight(date) { canvas.mark("●", area.column + 10, row, .session) }
            guard let night = now.history.mainNight(on: date) else {
                canvas.put("not logged", left, row, .muted)
                continue
            }
            NightStrip(night, hours: hours, columns: width).draw(on: &canvas, left, row)
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
