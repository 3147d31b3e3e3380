// Draws the check-ins: what is due and when, the last score of each, and the course of the chosen one.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCheckIns(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        let inner = area.inset(columns: 2)
        let list = dueCheckIns(person, in: context)
        let isTight = area.rows < 22
        let title = canvas.put("Check-ins", inner.column, inner.row, .title)
        canvas.focus = Position(column: inner.column, row: inner.row)
        guard !list.isEmpty else {
            drawNothingAsked(on: &canvas, inner.below(2))
            drawOwnFlags(on: &canvas, in: inner.below(6))
            return
        }
        canvas.put(Self.dueWords(list), title + 3, inner.row, .muted, limit: inner.endColumn - title - 3)
        let flags = ownFlagRows(columns: inner.columns)
        let body = inner.below(isTight ? 1 : 2).top(
            inner.rows - (isTight ? 1 : 2) - (flags > 0 ? flags + 1 : 0))
        let isWide = inner.columns >= 112
        let rows = drawList(
            list, person, on: &canvas, isWide ? body.left(54) : body, isTight: isTight, context)
        let due = list[chosenCheckIn(list)]
        let series = person.history.scoreSeries(
            of: due.instrument, in: person.zone, until: context.wall.instant)
        let chart = isWide ? body.right(from: 60) : body.below(rows + (isTight ? 0 : 1))
        if isWide {
            canvas.ruleDown(column: chart.column - 3, from: chart.row, to: chart.endRow)
        } else if chart.rows > 2 {
            canvas.rule(row: chart.row, from: chart.column, to: chart.endColumn)
        }
        drawScores(
            series, person, on: &canvas, in: isWide ? chart : chart.below(1), context)
        if flags > 0 { drawOwnFlags(on: &canvas, in: inner.bottom(flags)) }
    }

    private static func dueWords(_ list: [DueCheckIn]) -> String {
        let due = list.filter(\.isDue).count
        switch due {
        case 0: return "nothing is due now"
        case 1: return "one is due"
        default: return "\(NumberWords.of(due)) are due"
        }
    }

    private func drawNothingAsked(on canvas: inout Canvas, _ area: Rect) {
        canvas.put("Nothing is asked for.", area.column, area.row, .text)
        canvas.put("What you live with chooses the questionnaires:", area.column, area.row + 1, .muted)
        canvas.put(
            "lull patient set --condition depression", area.column, area.row + 2, .muted, limit: area.columns)
    }

    // MARK: The list

    /// Two rows each, with a row between them where there is room.
    /// - Returns: how many rows it took.
    private func drawList(
        _ list: [DueCheckIn], _ person: StoreSnapshot.Person, on canvas: inout Canvas, _ area: Rect,
        isTight: Bool, _ context: Context
    ) -> Int {
        let step = isTight || list.count * 3 > area.rows / 2 ? 2 : 3
        let chosen = chosenCheckIn(list)
        let room = max(1, area.rows / step)
        let first = max(0, min(chosen - room + 1, list.count - room))
        let shown = list.indices.dropFirst(first).prefix(room)
        for (place, index) in shown.enumerated() {
            drawRow(
                list[index], isOn: index == chosen, person, on: &canvas,
                Rect(column: area.column, row: area.row + place * step, columns: area.columns, rows: 2),
                context)
        }
        return shown.count * step - (step - 2)
    }

    private func drawRow(
        _ due: DueCheckIn, isOn: Bool, _ person: StoreSnapshot.Person, on canvas: inout Canvas, _ area: Rect,
        _ context: Context
    ) {
        let today = person.today(in: context)
        if isOn {
            let whole = Rect(column: area.column - 1, row: area.row, columns: area.columns + 2, rows: 2)
            canvas.shade(whole, .selection)
            canvas.put("▸", area.column, area.row, .accent)
            canvas.focus = Position(column: area.column, row: area.row)
        }
        if let glyph = due.glyph {
            canvas.mark(glyph, area.column + 2, area.row, due.isDue ? .figure : .muted)
        }
        canvas.put(due.instrument.title, area.column + 4, area.row, isOn ? .title : .text, limit: 11)
        let series = person.history.scoreSeries(
            of: due.instrument, in: person.zone, until: context.wall.instant)
        let totals = series.rows.compactMap(\.total).suffix(8)
        let marks = area.endColumn - totals.count
        if totals.count > 1, let range = due.instrument.totalRange {
            Sparkline.draw(
                totals.map(Double.init), in: Double(range.lowerBound)...Double(range.upperBound + 1),
                on: &canvas, marks, area.row, .text)
        }
        let end = (totals.count > 1 ? marks : area.endColumn) - 2
        let when = Self.when(due, today)
        let about = canvas.put(
            due.instrument.about, area.column + 16, area.row, .muted,
            limit: max(0, end - area.column - 18 - CleanText(when).width))
        let column = max(about + 2, min(area.column + 38, end - CleanText(when).width))
        canvas.put(when, column, area.row, due.isDue ? .title : .muted, limit: max(0, end - column))
        let words = Self.lastWords(due, series, today)
        canvas.put(words, area.column + 4, area.row + 1, .muted, limit: area.columns - 4)
    }

    private static func when(_ due: DueCheckIn, _ today: CivilDate) -> String {
        let words = due.words(today)
        switch due.state {
        case .due: return "due now, " + NumberWords.count(due.instrument.items.count, "item")
        case .later: return "\(words), \(due.from.relative(to: today))"
        case .begun, .waiting: return words
        }
    }

    /// The last score with its age and its band, and how it stands beside the baseline.
    private static func lastWords(_ due: DueCheckIn, _ series: ScoreSeries, _ today: CivilDate) -> String {
        guard let last = series.last, let total = last.total else { return "not answered yet" }
        let instrument = due.instrument
        var words = "\(total) of \(instrument.totalRange?.upperBound ?? total)"
        if let band = last.score.band { words += ", " + instrument.words(ofBand: band) }
        words += " · " + last.date.relative(to: today)
        if let change = series.change, let before = series.baseline?.total,
            let size = instrument.words(of: change)
        {
            words += " · baseline \(before): \(size)"
        }
        return words
    }
}

extension DueCheckIn {
    /// ◇ to be answered, ◆ answered; nothing for one that waits, or was never answered.
    var glyph: Character? {
        switch state {
        case .due, .begun: "◇"
        case .later: last == nil ? nil : "◆"
        case .waiting: nil
        }
    }
}
