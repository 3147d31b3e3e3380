// Draws when the person slept: a row a night, the newest below, with the plan, the sessions and the figures
// beside it.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// The most nights that the raster shows in a window.
    func rasterRows(in size: Size) -> Int {
        let body = Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 4)
        return Self.rasterRows(sleepBody(in: body))
    }

    private static func rasterFootRows(_ area: Rect) -> Int { area.rows >= 21 ? 6 : 4 }

    private static func rasterRows(_ area: Rect) -> Int {
        max(1, area.rows - rasterFootRows(area) - 1)
    }

    func drawRaster(
        _ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, in area: Rect
    ) {
        let rows = Self.rasterRows(area)
        let dates = sleep.window(of: span, room: rows).dates
        let chosen = sleep.date(in: span)
        let nights = Dictionary(
            person.history.mainNights.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        let layout = RasterLayout(area: area, nights: dates.compactMap { nights[$0] })
        drawHours(layout, on: &canvas, row: area.row)
        let sessions = person.history.sessionNights
        // Few nights stand further apart.
        let step = dates.count * 2 <= rows + 1 ? 2 : 1
        for (index, date) in dates.enumerated() {
            let row = area.row + 1 + index * step
            canvas.touch(
                Rect(column: 1, row: row, columns: area.columns - 2, rows: 1),
                .item(columns: 0, rows: chosen.days(until: date)))
            if date == chosen { drawChosenRow(layout, on: &canvas, row: row) }
            drawNightRow(
                date, nights[date], isSession: sessions.isSessionNight(date),
                target: person.history.details.target, layout, on: &canvas, row)
        }
        let foot = area.below(1 + dates.count * step - (step - 1)).inset(columns: 2)
        drawRasterFoot(person, span, on: &canvas, in: foot)
    }

    private func drawChosenRow(_ layout: RasterLayout, on canvas: inout Canvas, row: Int) {
        // The night itself stays as it is: without colour, a selection would turn sleep into gaps. Its name
        // alone is marked, as every cell that changes its colour costs a slow line.
        canvas.shade(Rect(column: 1, row: row, columns: layout.startColumn - 2, rows: 1), .selection)
        canvas.put("▸", 1, row, .accent)
        canvas.focus = Position(column: 1, row: row)
    }

    private func drawHours(_ layout: RasterLayout, on canvas: inout Canvas, row: Int) {
        let hours = stride(from: layout.firstHour, through: layout.lastHour, by: 2).map { hour in
            let clock = hour.modulo(24)
            return (column: layout.column(ofHour: Double(hour)), text: clock < 10 ? "0\(clock)" : "\(clock)")
        }
        AxisLabels(hours, within: layout.startColumn - 1..<layout.endColumn + 2).draw(on: &canvas, row: row)
        guard layout.hasFigures else { return }
        canvas.putRight("asleep", endColumn: layout.sleepEnd, row, .muted)
        canvas.putRight("eff.", endColumn: layout.efficiencyEnd, row, .muted)
        if layout.hasQuality { canvas.putRight("quality", endColumn: layout.qualityEnd, row, .muted) }
    }

    private func drawNightRow(
        _ date: CivilDate, _ night: LoggedNight?, isSession: Bool, target: SleepTarget?,
        _ layout: RasterLayout,
        on canvas: inout Canvas, _ row: Int
    ) {
        let evening = date.adding(days: -1)
        canvas.put(evening.weekday.shortName, 2, row, .text)
        canvas.putRight("\(evening.day)–\(date.day)", endColumn: 11, row, .muted)
        if isSession { canvas.mark("●", 12, row, .session) }
        if let target {
            for clock in [target.bed, target.rise] {
                canvas.mark("┊", layout.column(ofHour: layout.hour(of: clock)), row, .faint)
            }
        }
        guard let night else {
            canvas.put("not logged", layout.column(ofHour: 24.5), row, .muted, limit: 10)
            if layout.hasFigures {
                canvas.putRight("·", endColumn: layout.sleepEnd, row, .faint)
                canvas.putRight("·", endColumn: layout.efficiencyEnd, row, .faint)
            }
            return
        }
        NightStrip(
            night, hours: layout.firstHour...layout.lastHour, columns: layout.endColumn - layout.startColumn
        )
        .draw(on: &canvas, layout.startColumn, row)
        guard layout.hasFigures else { return }
        canvas.putRight(night.measures.totalSleep?.short ?? "·", endColumn: layout.sleepEnd, row, .text)
        canvas.putRight(
            night.measures.efficiency?.words ?? "·", endColumn: layout.efficiencyEnd, row, .accent)
        guard layout.hasQuality else { return }
        guard let quality = night.night.quality else {
            canvas.putRight("·", endColumn: layout.qualityEnd, row, .faint)
            return
        }
        for step in 0..<5 {
            canvas.mark(
                step < quality ? "■" : "□", layout.qualityEnd - 5 + step, row,
                step < quality ? .accent : .faint)
        }
    }

    private func drawRasterFoot(
        _ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, in area: Rect
    ) {
        canvas.rule(row: area.row, from: area.column, to: area.endColumn)
        let states: [(NightStrip.State, String)] = [
            (.asleep, "asleep"), (.awake, "awake, evenly placed"), (.inBed, "in bed"),
        ]
        let isASCII = canvas.tier == .ascii
        var legend = states.map { state, words in
            (String(isASCII ? state.sign.plain : state.sign.fine), state.sign.style, words)
        }
        legend.append(("●", .session, "after a session"))
        if let target = person.history.details.target {
            legend.append(("┊", .muted, "your plan \(target.bed)–\(target.rise)"))
        }
        drawLegend(legend, on: &canvas, area.column, area.row + 1, to: area.endColumn)
        var row = area.row + (area.rows >= 5 ? 3 : 2)
        drawRegularity(person, span, on: &canvas, in: area, row: row)
        row += area.rows >= 6 ? 2 : 1
        let sentence = CleanText(person.history.bedtimeSentence ?? "").wrapped(to: area.columns)
        // A sentence that does not fit is left out: half of one could be read as another.
        guard row + sentence.count <= area.endRow else { return }
        for (index, line) in sentence.enumerated() { canvas.put(line, area.column, row + index, .text) }
    }

    private func drawRegularity(
        _ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, in area: Rect, row: Int
    ) {
        let recent = person.history.lastNights(28, to: span.last)
        var column = canvas.put("Middle of sleep", area.column, row, .muted) + 1
        if let middle = MidpointSpread(recent) {
            let clock = ClockTime(nearestToSecond: middle.meanSecondOfDay)
            column = canvas.put(clock.description, column, row, .title) + 1
            if let spread = middle.spread { column = canvas.put("± \(spread.words)", column, row, .muted) }
        } else {
            column = canvas.put("·", column, row, .faint)
        }
        column = max(column + 3, area.column + 36)
        column = canvas.put("Regularity", column, row, .muted) + 1
        let naps = person.history.naps.map(\.value)
        guard let index = RegularityIndex(nights: recent, naps: naps) else {
            canvas.put("needs six nights in a row", column, row, .muted, limit: area.endColumn - column)
            return
        }
        column = canvas.put("\(Int(index.value.rounded()))", column, row, .figure) + 1
        let days = NumberWords.count(Int(index.days.rounded(.down)), "day")
        let words = ["of 100, from \(days) of the last 28", "of 100, \(days)", "of 100"]
            .first { column + $0.count <= area.endColumn }
        if let words { canvas.put(words, column, row, .muted) }
    }
}

/// Where hours and figures lie on the raster. Hours count from the midnight before the evening: 22 is 10 pm,
/// 30 is 6 am.
struct RasterLayout {
    let firstHour: Int
    let lastHour: Int
    let startColumn = 14
    let endColumn: Int
    let hasFigures: Bool
    let hasQuality: Bool
    let sleepEnd: Int
    let efficiencyEnd: Int
    let qualityEnd: Int

    init(area: Rect, nights: [LoggedNight]) {
        let hours = NightStrip.hours(of: nights)
        firstHour = hours.lowerBound
        lastHour = hours.upperBound
        hasFigures = area.columns >= 66
        hasQuality = area.columns >= 78
        qualityEnd = area.endColumn - 2
        efficiencyEnd = hasQuality ? qualityEnd - 8 : qualityEnd
        sleepEnd = efficiencyEnd - 6
        endColumn = hasFigures ? sleepEnd - 9 : area.endColumn - 2
    }

    func column(ofHour hour: Double) -> Int {
        let share = (hour - Double(firstHour)) / Double(max(1, lastHour - firstHour))
        return startColumn + Int((share * Double(endColumn - startColumn)).rounded())
    }

    /// The hour of a reading, on whichever side of midnight the raster shows it.
    func hour(of clock: ClockTime) -> Double {
        let hour = Double(clock.minutesAfterMidnight) / 60
        return hour < Double(firstHour) ? hour + 24 : hour
    }
}
