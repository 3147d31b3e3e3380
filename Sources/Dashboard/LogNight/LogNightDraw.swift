// Draws the form for a night: a line an item, its problem beside it, and what it comes to as it is typed.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawForm(_ form: LogNightState, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        canvas.clear(area)
        let labelColumn = area.column + 2
        let title =
            (form.isMorning ? "Good morning · " : "") + whoseBefore
            + (form.date.map { "The night to \($0.longWords)" } ?? "A night")
        let isTight = area.rows < LogNightState.fields.count + 6
        canvas.put(title, labelColumn, area.row, .title, limit: area.columns - 4)
        let hasFigures = area.columns >= 92
        let figures = form.figures(now: context.wall.instant)
        if !isTight {
            let usual = "What you do not remember stays empty; guesses are fine."
            let hint = form.isMorning ? sevenNightsWords ?? usual : usual
            let words = hasFigures ? hint : figures.flatMap(Self.figureWords) ?? hint
            canvas.put(words, labelColumn, area.row + 1, .muted, limit: area.columns - 4)
        }
        let top = area.row + (isTight ? 1 : 3)
        let result = form.parse(now: context.wall.instant)
        var problems: NightProblems?
        if case .failure(let found) = result { problems = found }
        let columns = FormColumns(
            label: labelColumn, value: labelColumn + 31,
            end: hasFigures ? area.endColumn - 32 : area.endColumn - 2)
        let fields = form.fields(room: area.endRow - 2 - top)
        for (index, field) in fields.enumerated() {
            drawField(form, field, problems, on: &canvas, columns, row: top + index)
        }
        let saveRow = min(area.endRow - 2, top + fields.count + (isTight ? 0 : 1))
        drawSave(form, on: &canvas, labelColumn, area.endColumn, saveRow)
        drawProblem(form, problems, on: &canvas, labelColumn + 1, saveRow + (isTight ? 1 : 2))
        if hasFigures {
            drawFigures(
                figures, on: &canvas,
                in: area.right(from: area.columns - 28).below(top - area.row))
        }
        if form.isLeaving { drawLeaving("Leave without saving this night?", on: &canvas, in: area) }
    }

    /// One line back, of seven nights and not of the last one.
    private var sevenNightsWords: String? {
        guard let form, let person else { return nil }
        let seven = NightsSummary(person.history.lastNights(7, to: form.today))
        guard seven.nightsLogged >= 4, let sleep = seven.mean(.totalSleepMinutes) else { return nil }
        return "The last seven nights: \(sleep.words) asleep on average, \(seven.nightsLogged) logged."
    }

    private func drawField(
        _ form: LogNightState, _ field: NightField, _ problems: NightProblems?, on canvas: inout Canvas,
        _ columns: FormColumns, row: Int
    ) {
        let isOn = form.field == field
        let lines = (LogNightState.fields.firstIndex(of: field) ?? form.line) - form.line
        canvas.touch(
            Rect(column: columns.label - 1, row: row, columns: columns.end - columns.label + 1, rows: 1),
            .item(columns: 0, rows: lines))
        let (labelColumn, valueColumn, valueEnd) = (columns.label, columns.value, columns.end)
        if isOn {
            let line = Rect(column: labelColumn - 1, row: row, columns: valueEnd - labelColumn + 1, rows: 1)
            canvas.shade(line, .selection)
            canvas.put("▸", labelColumn - 1, row, .accent)
        }
        canvas.put(
            field.question, labelColumn + 1, row, isOn ? .title : .muted, limit: valueColumn - labelColumn - 2
        )
        let text = form.draft[field]
        // A long text shows its end, where the person types.
        let room = max(8, valueEnd - valueColumn - 2)
        let shown = CleanText(text).tail(of: room)
        var after = canvas.put(shown, valueColumn, row, isOn ? .title : .text, limit: room)
        let problem = form.problem(of: field, in: problems)
        if text.isEmpty, problem == nil {
            if let proposal = form.proposals[field] {
                canvas.put(
                    proposal + (isOn ? "  Enter takes it" : "  proposed"), valueColumn, row, .muted,
                    limit: room)
            } else if !isOn {
                canvas.put("·", valueColumn, row, .faint)
            } else {
                canvas.put(field.hint, valueColumn + 1, row, .muted, limit: room - 1)
            }
        }
        if let problem {
            after = max(after + 2, valueColumn + 8)
            canvas.put(
                "▲ " + problem.wordsBeside, after, row, Style(.caution), limit: max(0, valueEnd - after))
        }
        if isOn {
            canvas.focus = Position(column: min(valueEnd - 1, valueColumn + CleanText(shown).width), row: row)
            canvas.showsCursor = true
        }
    }

    /// The first problem that shows, whole, since a line has not always room for it.
    private func drawProblem(
        _ form: LogNightState, _ problems: NightProblems?, on canvas: inout Canvas, _ column: Int, _ row: Int
    ) {
        let shown = LogNightState.fields.first { form.problem(of: $0, in: problems) != nil }
        if let date = form.date, form.logged.contains(date), shown == nil, form.replaces == nil {
            canvas.put("▲ The night to \(date.words) is logged already.", column, row, Style(.caution))
        }
        guard let field = shown, let problem = problems?[field] else { return }
        // That nothing is given is no fault of the item at which it is said.
        let words = "▲ " + (problem == .nothingGiven ? "" : field.plainName + ": ") + problem.wordsBeside
        canvas.put(words, column, row, Style(.caution), limit: canvas.size.columns - column - 1)
    }

    private func drawSave(
        _ form: LogNightState, on canvas: inout Canvas, _ column: Int, _ endColumn: Int, _ row: Int
    ) {
        let isOn = form.field == nil
        if isOn {
            canvas.shade(Rect(column: column - 1, row: row, columns: endColumn - column, rows: 1), .selection)
            canvas.put("▸", column - 1, row, .accent)
            canvas.focus = Position(column: column + 1, row: row)
        }
        let lines = LogNightState.fields.count - form.line
        canvas.touch(
            Rect(column: column - 1, row: row, columns: endColumn - column, rows: 1),
            isOn ? .key(.enter) : .item(columns: 0, rows: lines))
        let words = form.ticket != nil ? "Saving …" : isOn ? "Enter saves this night" : "Save this night"
        canvas.put(words, column + 1, row, isOn ? .title : .muted)
    }

    private func drawFigures(_ night: Night?, on canvas: inout Canvas, in area: Rect) {
        canvas.put("So far", area.column, area.row, .title)
        canvas.ruleDown(column: area.column - 2, from: area.row, to: min(area.endRow, area.row + 10))
        guard let night else {
            canvas.put("·", area.column, area.row + 2, .faint)
            return
        }
        let m = night.measures
        let lines: [(String, String?)] = [
            ("in bed", m.timeInBed?.words), ("asleep", m.totalSleep?.words),
            ("to fall asleep", m.latency?.words),
            ("awake between", m.wakeAfterSleepOnset?.words), ("lying awake after", m.terminalWake?.words),
            ("efficiency", m.efficiency?.words),
            ("middle of sleep", m.midpoint.map { night.zone.clock($0).description }),
        ]
        for (index, line) in lines.enumerated() {
            canvas.put(line.0, area.column, area.row + 2 + index, .muted)
            canvas.putRight(
                line.1 ?? "·", endColumn: area.endColumn - 2, area.row + 2 + index,
                line.1 == nil ? .faint : .accent)
        }
    }

    /// What the night comes to so far, in a line; nil while nothing follows from it.
    private static func figureWords(_ night: Night) -> String? {
        let m = night.measures
        let parts = [
            m.timeInBed.map { "in bed \($0.words)" }, m.totalSleep.map { "asleep \($0.words)" },
            m.efficiency.map { "efficiency \($0.words)" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : "So far: " + parts.joined(separator: " · ")
    }
}

/// Where the labels of the form begin, where its values begin, and where a line ends.
private struct FormColumns {
    let label: Int
    let value: Int
    let end: Int
}

extension NightField {
    /// What the line of the form asks.
    var question: String {
        switch self {
        case .date: "Morning of"
        case .intoBed: "Went to bed at"
        case .trySleep: "Tried to sleep from"
        case .latency: "Minutes to fall asleep"
        case .awakenings: "Times awake, not the last"
        case .wake: "Minutes awake in all of them"
        case .finalAwake: "Woke for the last time at"
        case .trying: "Minutes trying to sleep on"
        case .early: "Minutes earlier than planned"
        case .outOfBed: "Got up at"
        case .quality: "How well you slept, 1 to 5"
        case .refreshed: "How refreshed, 1 to 5"
        case .nightmares: "Nightmares"
        case .distress: "How much they troubled, 0–10"
        case .ownSleep: "Minutes asleep, your own guess"
        case .medication: "Taken for sleep"
        case .comment: "Anything else"
        }
    }

    var hint: String {
        switch self {
        case .date: "2026-11-22"
        case .intoBed, .trySleep, .finalAwake, .outOfBed: "22:40, 2240 or 10:40 pm"
        case .latency, .wake, .trying, .early, .ownSleep: "25, or 1 h 10"
        case .awakenings, .nightmares: "a number"
        case .quality: "1 very poor … 5 very good"
        case .refreshed: "1 not at all … 5 well rested"
        case .distress: "0 … 10"
        case .medication, .comment: "in your words"
        }
    }
}

extension NightProblem {
    /// Beside its line, where the line below is seen as well.
    fileprivate var wordsBeside: String {
        self == .orderTooLong ? "later than the next line, or over 18 hours before getting up" : plainWords
    }
}
