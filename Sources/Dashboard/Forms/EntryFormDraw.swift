// Draws a form: a line an item, its problem beside it, and what the record would change.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawEntry(_ form: EntryFormState, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        canvas.clear(area)
        let column = area.column + 2
        canvas.put(whoseBefore + form.kind.title, column, area.row, .title, limit: area.columns - 4)
        let hint = CleanText(form.kind.hint).wrapped(to: area.columns - 4)
        for (index, line) in hint.prefix(2).enumerated() {
            canvas.put(line, column, area.row + 1 + index, .muted)
        }
        let (_, problems) = form.read(now: form.begun)
        let lines = formLines(form, problems, hasAir: area.rows >= 24)
        let effect = effectLines(form, in: context)
        let top = area.row + min(2, hint.count) + 2
        let foot = 3 + (effect.isEmpty ? 0 : effect.count + 1)
        let room = max(3, area.endRow - top - foot)
        let chosen = lines.firstIndex { $0 == .field(form.line) } ?? lines.count - 1
        let first = min(max(0, chosen - room + 2), max(0, lines.count - room))
        let longest = form.fields.map { CleanText($0.question).width }.max() ?? 0
        let valueColumn = column + min(longest + 4, area.columns / 2)
        var row = top
        for line in lines.dropFirst(first).prefix(room) {
            switch line {
            case .heading(let text): canvas.put(text, column, row, .muted)
            case .gap: break
            case .field(let index):
                touch(form, index, problems, on: &canvas, in: area, row)
                drawLine(form, index, problems, on: &canvas, in: area, valueColumn, row)
            }
            row += 1
        }
        if lines.count > room {
            let place = "\(first + 1)–\(min(lines.count, first + room)) of \(lines.count)"
            canvas.putRight(place, endColumn: area.endColumn - 2, area.row, .muted)
        }
        let saveRow = min(area.endRow - foot + 1, row + 1)
        drawSaveLine(form, on: &canvas, in: area, row: saveRow)
        drawEntryFoot(form, problems, effect, on: &canvas, in: area, row: saveRow + 1)
        if form.isLeaving { drawLeaving("Leave without saving?", on: &canvas, in: area) }
    }

    /// A click on a line goes there over those between, as the keys do.
    private func touch(
        _ form: EntryFormState, _ index: Int, _ problems: [String: String], on canvas: inout Canvas,
        in area: Rect, _ row: Int
    ) {
        let between = form.fields.indices.filter { at in
            (min(index, form.line)..<max(index, form.line)).contains(at)
                && form.isShown(form.fields[at], problems)
        }
        canvas.touch(
            Rect(column: area.column + 1, row: row, columns: area.columns - 2, rows: 1),
            .item(columns: 0, rows: index < form.line ? -between.count : between.count))
    }

    private enum FormLine: Equatable {
        case heading(String)
        case gap
        case field(Int)
    }

    private func formLines(
        _ form: EntryFormState, _ problems: [String: String], hasAir: Bool
    ) -> [FormLine] {
        var lines: [FormLine] = []
        for (index, field) in form.fields.enumerated() where form.isShown(field, problems) {
            if let heading = field.heading, hasAir { lines += [.gap, .heading(heading)] }
            lines.append(.field(index))
        }
        return lines
    }

    private func drawLine(
        _ form: EntryFormState, _ index: Int, _ problems: [String: String], on canvas: inout Canvas,
        in area: Rect, _ valueColumn: Int, _ row: Int
    ) {
        let field = form.fields[index]
        let isOn = form.line == index
        let column = area.column + 2
        let end = area.endColumn - 2
        if isOn {
            canvas.shade(
                Rect(column: column - 1, row: row, columns: area.columns - 2, rows: 1), .selection)
            canvas.put("▸", column - 1, row, .accent)
        }
        canvas.put(
            field.question, column + 1, row, isOn ? .text : .muted, limit: valueColumn - column - 3)
        let text = form.text(field)
        let shown = CleanText(text).tail(of: max(8, end - valueColumn - 2))
        var after = canvas.put(shown, valueColumn, row, isOn ? .title : .text)
        if case .scale(let range) = field.shape {
            after = drawScale(Int(text), range, on: &canvas, valueColumn + 4, row)
        }
        if field.shape == .date, let words = dateWords(text, form) {
            after = canvas.put(words, max(after + 2, valueColumn + 12), row, .muted)
        }
        let problem = form.problem(of: field, in: problems)
        if let problem {
            canvas.put("▲ " + problem, after + 2, row, Style(.caution), limit: max(0, end - after - 2))
        } else if isOn {
            let hint = field.hint
            if text.isEmpty || field.shape.hasSteps {
                canvas.put(hint, after + 2, row, .muted, limit: max(0, end - after - 2))
            }
        } else if text.isEmpty {
            canvas.put("·", valueColumn, row, .faint)
        }
        if isOn {
            canvas.focus = Position(column: min(end - 1, valueColumn + CleanText(shown).width), row: row)
            canvas.showsCursor = true
        }
    }

    /// `Mon 23 Nov, today`, so that a date typed in figures is read as a day.
    private func dateWords(_ text: String, _ form: EntryFormState) -> String? {
        let today = form.subject.today
        guard !text.isEmpty, let date = try? CivilDate(typed: text, today: today) else { return nil }
        return "\(date.words(on: today)), \(date.relative(to: today))"
    }

    /// A scale as cells, so that where an answer lies is seen as well as read.
    private func drawScale(
        _ value: Int?, _ range: ClosedRange<Int>, on canvas: inout Canvas, _ column: Int, _ row: Int
    ) -> Int {
        let steps = range.upperBound - range.lowerBound + (range.lowerBound == 0 ? 0 : 1)
        let filled = value.map { $0 - range.lowerBound + (range.lowerBound == 0 ? 0 : 1) } ?? 0
        for step in 0..<steps {
            canvas.mark(
                step < filled ? "■" : "□", column + step, row,
                step < filled ? .accent : .faint)
        }
        return column + steps
    }

    private func drawSaveLine(
        _ form: EntryFormState, on canvas: inout Canvas, in area: Rect, row: Int
    ) {
        let isOn = form.field == nil
        let column = area.column + 2
        if isOn {
            canvas.shade(
                Rect(column: column - 1, row: row, columns: area.columns - 2, rows: 1), .selection)
            canvas.put("▸", column - 1, row, .accent)
            canvas.focus = Position(column: column - 1, row: row)
        }
        let verb = form.isCorrection ? "Save the change" : "Save"
        let words = form.ticket != nil ? "Saving …" : isOn ? "Enter saves" : verb
        canvas.put(words, column + 1, row, isOn ? .title : .muted)
    }

    private func drawEntryFoot(
        _ form: EntryFormState, _ problems: [String: String], _ effect: [String], on canvas: inout Canvas,
        in area: Rect, row: Int
    ) {
        var row = row
        if let field = form.fields.first(where: { form.problem(of: $0, in: problems) != nil }),
            let problem = form.problem(of: field, in: problems)
        {
            let text = "▲ \(field.question): \(problem)"
            canvas.put(text, area.column + 3, row, Style(.caution), limit: area.columns - 5)
            row += 1
        }
        row += effect.isEmpty ? 0 : 1
        for line in effect where row < area.endRow {
            canvas.put(line, area.column + 3, row, .text, limit: area.columns - 5)
            row += 1
        }
    }

    /// Asks whether to leave what was typed.
    func drawLeaving(_ question: String, on canvas: inout Canvas, in area: Rect) {
        let box = Rect(
            column: (area.columns - 52) / 2, row: area.row + area.rows / 2 - 2, columns: 52, rows: 5)
        canvas.clear(box, .panel)
        canvas.put(question, box.column + 3, box.row + 1, .title)
        let after = canvas.put("y", box.column + 3, box.row + 3, .figure)
        let next = canvas.put("leaves it;", after + 1, box.row + 3, .text)
        canvas.put("any other key goes on typing.", next + 1, box.row + 3, .text)
        canvas.focus = Position(column: box.column + 3, row: box.row + 3)
    }
}

extension FormField.Shape {
    /// True where the arrows change the value, which is worth saying also beside one.
    var hasSteps: Bool {
        switch self {
        case .choice, .scale: true
        default: false
        }
    }
}
