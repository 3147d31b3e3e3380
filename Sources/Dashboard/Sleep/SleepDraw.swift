// Draws what all sleep charts have: the question, the span, and the chosen night in words.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawSleep(_ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context)
    {
        let title = canvas.put(sleep.page.question, 2, area.row, .title)
        let place = "page \(sleep.page.rawValue + 1) of \(SleepPage.allCases.count)"
        let after = canvas.put(place, title + 2, area.row, .muted)
        let inner = sleepInner(in: area)
        guard !person.history.mainNights.isEmpty else {
            drawNoNights(on: &canvas, in: inner)
            return
        }
        let span = NightSpan(person.history, today: person.today(in: context))
        drawSpan(person, span, on: &canvas, from: after, in: area)
        guard sleep.page != .sessionNights else {
            return drawSessionNights(person, on: &canvas, in: inner, context)
        }
        let body = sleepBody(in: area)
        switch sleep.page {
        case .raster, .sessionNights: drawRaster(person, span, on: &canvas, in: body)
        case .trend: drawTrend(person, span, on: &canvas, in: body, context)
        case .stages: drawStages(person, span, on: &canvas, in: body, context)
        case .helps: drawHelps(person, span, on: &canvas, in: body, context)
        }
        drawNightLine(person, sleep.date(in: span), on: &canvas, in: inner.bottom(1))
    }

    /// Under the question.
    private func sleepInner(in area: Rect) -> Rect { area.below(area.rows >= 24 ? 2 : 1) }

    /// Between the question and the line of the chosen night.
    func sleepBody(in area: Rect) -> Rect {
        let inner = sleepInner(in: area)
        return inner.top(inner.rows - (inner.rows >= 20 ? 2 : 1))
    }

    private func drawNoNights(on canvas: inout Canvas, in area: Rect) {
        let row = area.row + area.rows / 3
        let words =
            switch sleep.page {
            case .raster: "Your nights will be drawn here."
            case .trend: "The course of your nights will be drawn here."
            case .sessionNights: "The nights after sessions will stand here, beside the others."
            case .stages: "The depth of your nights will be drawn here, as a device guessed it."
            case .helps: "Nights with a habit and without it will stand here, side by side."
            }
        canvas.putCentred(words, in: area, row: row, .text)
        canvas.putCentred(
            "l logs the first; lull import reads a Fitbit export or a diary.", in: area, row: row + 2, .muted)
    }

    /// Over the page at its right: which nights it covers, and whose word they are.
    private func drawSpan(
        _ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, from column: Int,
        in area: Rect
    ) {
        let window = sleep.page == .sessionNights ? span : sleep.window(of: span)
        var words = CivilDate.range(window.first, window.last)
        if window != span { words = "\(window.count) of \(span.count) nights, " + words }
        let chosen = person.history.mainNight(on: sleep.date(in: span))
        if sleep.page != .stages, let source = chosen?.source, area.columns >= 78 {
            let long = words + (source == "diary" ? " · from your diary" : " · from \(source)")
            if CleanText(long).width + column + 4 <= area.endColumn { words = long }
        }
        guard CleanText(words).width + column + 3 <= area.endColumn else { return }
        canvas.putRight(words, endColumn: area.endColumn - 2, area.row, .muted)
    }

    /// The chosen night in words, as many whole pieces as fit.
    private func drawNightLine(
        _ person: StoreSnapshot.Person, _ date: CivilDate, on canvas: inout Canvas, in area: Rect
    ) {
        let row = area.row
        canvas.put("▸", 1, row, .accent)
        let isWide = area.columns >= 76
        let name = (area.columns >= 96 ? "Night to " : "") + date.words
        var column = canvas.put(name, 3, row, .title) + 2
        let end = area.endColumn - 2
        func put(_ label: String, _ value: String) {
            let width = CleanText(label).width + (label.isEmpty ? 0 : 1) + CleanText(value).width
            guard column + width <= end else { return }
            if !label.isEmpty { column = canvas.put(label, column, row, .muted) + 1 }
            column = canvas.put(value, column, row, .text) + 2
        }
        if let night = person.history.mainNight(on: date) {
            put(isWide ? "asleep" : "", night.measures.totalSleep?.words ?? "·")
            put(isWide ? "efficiency" : "", night.measures.efficiency?.words ?? "·")
            put("quality", night.night.quality.map { isWide ? "\($0) of 5" : "\($0)" } ?? "·")
            put("awake", night.measures.wakeAfterSleepOnset?.words ?? "·")
        } else {
            put("", "not logged")
        }
        if sleep.page == .trend, sleep.measure == .mood, let mood = person.history.ratings(.mood)[date] {
            put("mood", TrendSubject.feeling(.mood).scaleWords(mood))
        }
        if sleep.page == .trend, let change = person.history.changes(from: date, through: date)[date]?.last {
            put("", "\(Self.changeGlyph) \(change.words)")
        }
        let calendar = person.history.sessionNights
        guard calendar.isSessionNight(date), column < end else { return }
        canvas.mark("●", column, row, .session)
        let words = calendar.gap(of: date)?.session.number.map { "session \($0)" } ?? "a session"
        if column + 2 + words.count <= end { canvas.put(words, column + 2, row, .muted) }
    }

    /// A legend: signs with their words, as many as fit.
    /// - Returns: the column after the last one drawn.
    @discardableResult
    func drawLegend(
        _ signs: [(String, Style, String)], on canvas: inout Canvas, _ column: Int,
        _ row: Int, to end: Int
    ) -> Int {
        var at = column
        for (sign, style, words) in signs where at + sign.count + 1 + words.count <= end {
            at = canvas.put(sign, at, row, style)
            at = canvas.put(words, at + 1, row, .muted) + 3
        }
        return at
    }

    /// Draws sentences, each whole or not at all: half of one could be read as another.
    /// - Returns: the row after the last one.
    @discardableResult
    func drawSentences(
        _ sentences: [(text: String, style: Style)], on canvas: inout Canvas, in area: Rect
    ) -> Int {
        var row = area.row
        for (text, style) in sentences {
            let lines = CleanText(text).wrapped(to: max(20, area.columns), keepsUnits: true)
            guard row + lines.count <= area.endRow else { continue }
            for line in lines {
                canvas.put(line, area.column, row, style)
                row += 1
            }
        }
        return row
    }
}

/// A time axis of nights: a place a night, its words at the starts of weeks, its marks after sessions.
struct NightAxis {
    let window: NightSpan
    let course: Course?

    var axis: Axis { Axis(places: window.count) }

    /// What is written under the axis: the weeks of the course, else Mondays; days where few are shown.
    var ticks: [(x: Double, text: String)] {
        window.dates.enumerated().compactMap { index, date in
            let days = course.map { $0.start.days(until: date) }
            let isWeekStart = days.map { $0.modulo(7) == 0 } ?? (date.weekday == .monday)
            guard isWeekStart || window.count <= 14 else { return nil }
            guard isWeekStart, let course, let week = course.week(on: date), week <= course.weeks else {
                return (Double(index), date.dayMonth)
            }
            return (Double(index), "W\(week) \(date.dayMonth)")
        }
    }
}
