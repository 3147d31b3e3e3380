// Draws the form for a questionnaire: an item a row, what is open, and never a total before the end.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCheckInForm(
        _ form: CheckInForm, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        canvas.clear(area)
        let inner = area.inset(columns: 2)
        canvas.put(
            "\(whoseBefore)\(form.instrument.title), \(form.instrument.about)", inner.column, inner.row,
            .title,
            limit: inner.columns - 18)
        let count = "\(form.answered) of \(form.instrument.items.count) answered"
        canvas.putRight(count, endColumn: inner.endColumn, inner.row, form.open.isEmpty ? .figure : .muted)
        let isTight = area.rows < 20
        let wording = settings.care.wordings[form.instrument.name]
        let hints = CleanText(Self.hint(form, wording)).wrapped(to: inner.columns)
        for (index, line) in hints.prefix(isTight ? 1 : 3).enumerated() {
            canvas.put(line, inner.column, inner.row + 1 + index, .muted)
        }
        let top = inner.row + 1 + min(hints.count, isTight ? 1 : 3) + (isTight ? 0 : 1)
        let list = Rect(
            column: inner.column, row: top, columns: inner.columns,
            rows: max(1, area.endRow - top - (form.hasTotalLine ? 3 : 2) - (isTight ? 0 : 1)))
        let end = drawItems(form, wording, on: &canvas, in: list)
        var row = min(end + (isTight ? 0 : 1), area.endRow - (form.hasTotalLine ? 3 : 2))
        if form.hasTotalLine {
            drawTotalLine(form, on: &canvas, inner, row: row)
            row += 1
        }
        drawFinish(form, on: &canvas, inner, row: row)
        if let problem = form.problem {
            canvas.put("▲ " + problem, inner.column + 2, row + 1, Style(.caution), limit: inner.columns - 2)
        } else if let wording {
            canvas.put(
                "Wording: \(wording.source)", inner.column + 2, row + 1, .muted, limit: inner.columns - 2)
        }
    }

    private static func hint(_ form: CheckInForm, _ wording: Wording?) -> String {
        let goesOn = form.kept == nil ? "" : "You began it today; it goes on where it was left. "
        if let wording { return goesOn + (wording.intro ?? "") }
        let recall = form.instrument.recallWords.map { " It \($0)." } ?? ""
        return goesOn + "Have the paper form at hand (\(form.instrument.form)), and give the number of each "
            + "answer; the words here only mark the place on it." + recall
    }

    // MARK: Items

    /// - Returns: the row after the last one drawn.
    private func drawItems(
        _ form: CheckInForm, _ wording: Wording?, on canvas: inout Canvas, in area: Rect
    ) -> Int {
        let heights = form.instrument.items.indices.map { index in
            form.item == index ? Self.height(of: wording?.items[index], columns: area.columns) : 1
        }
        let current = form.item ?? heights.count - 1
        var first = 0
        while first < current, heights[first...current].reduce(0, +) > area.rows { first += 1 }
        var row = area.row
        var last = first
        for index in heights.indices.dropFirst(first) {
            guard row + heights[index] <= area.endRow || index == current else { break }
            let line = Rect(column: area.column, row: row, columns: area.columns, rows: heights[index])
            drawItem(form, index, wording?.items[index], on: &canvas, line)
            row += heights[index]
            last = index
        }
        if first > 0 || last + 1 < heights.count {
            canvas.putRight(
                "items \(first + 1)–\(last + 1) of \(heights.count)", endColumn: area.endColumn,
                area.row - 1, .muted)
        }
        return row
    }

    private static func height(of wording: Wording.Item?, columns: Int) -> Int {
        guard let wording else { return 1 }
        return CleanText(wording.text).wrapped(to: columns - 8).count + max(1, wording.answers.count)
    }

    private func drawItem(
        _ form: CheckInForm, _ index: Int, _ wording: Wording.Item?, on canvas: inout Canvas, _ area: Rect
    ) {
        let isOn = form.item == index
        if isOn {
            let whole = Rect(
                column: area.column - 1, row: area.row, columns: area.columns + 2, rows: area.rows)
            canvas.shade(whole, .selection)
            canvas.put("▸", area.column, area.row, .accent)
        }
        canvas.putRight("\(index + 1)", endColumn: area.column + 4, area.row, isOn ? .title : .muted)
        let answers = Rect(
            column: area.column + 22, row: area.row, columns: area.columns - 22, rows: 1)
        guard let wording else {
            let place = form.instrument.items[index].place
            canvas.put(place, area.column + 6, area.row, isOn ? .title : .text, limit: 15)
            drawAnswer(form, index, on: &canvas, answers)
            return
        }
        guard isOn else {
            let text = canvas.put(
                wording.text, area.column + 6, area.row, .text, limit: max(8, area.columns - 26))
            let answer = form.answers[index].map { Self.words($0, form.instrument.items[index], wording) }
            canvas.putRight(
                CleanText(answer ?? "open").fitted(to: max(4, area.endColumn - text - 1)),
                endColumn: area.endColumn, area.row, answer == nil ? .muted : .title)
            return
        }
        let lines = CleanText(wording.text).wrapped(to: area.columns - 8)
        for (offset, line) in lines.enumerated() {
            canvas.put(line, area.column + 6, area.row + offset, .title)
        }
        let below = area.below(lines.count)
        guard !wording.answers.isEmpty else {
            return drawAnswer(form, index, on: &canvas, below.right(from: 6))
        }
        drawLabels(form, index, wording, on: &canvas, below)
    }

    private static func words(_ answer: Int, _ item: Instrument.Item, _ wording: Wording.Item) -> String {
        let place = answer - item.answers.lowerBound
        let label = wording.answers.indices.contains(place) ? "  " + wording.answers[place] : ""
        return item.words(answer) + label
    }

    /// The clinic's labels, one a row, as they stand in its file.
    private func drawLabels(
        _ form: CheckInForm, _ index: Int, _ wording: Wording.Item, on canvas: inout Canvas, _ area: Rect
    ) {
        let item = form.instrument.items[index]
        for (offset, label) in wording.answers.enumerated() where offset < area.rows {
            let value = item.answers.lowerBound + offset
            let isChosen = form.answers[index] == value
            let text = isChosen ? "[\(value)]" : " \(value) "
            canvas.put(text, area.column + 6, area.row + offset, isChosen ? .figure : .muted)
            canvas.put(
                label, area.column + 11, area.row + offset, isChosen ? .title : .text,
                limit: area.columns - 11)
            if isChosen || form.answers[index] == nil && offset == 0 {
                canvas.focus = Position(column: area.column + 7, row: area.row + offset)
            }
        }
        canvas.showsCursor = true
    }

    /// The numbers to choose from, or what was typed.
    private func drawAnswer(_ form: CheckInForm, _ index: Int, on canvas: inout Canvas, _ area: Rect) {
        let item = form.instrument.items[index]
        let isOn = form.item == index
        let answer = form.answers[index]
        guard item.isOneDigit else { return drawTyped(form, index, on: &canvas, area) }
        for (offset, value) in item.answers.enumerated() {
            let column = area.column + offset * 5
            let isChosen = value == answer
            canvas.put(
                isChosen ? "[\(value)]" : " \(value) ", column, area.row, isChosen ? .figure : .muted,
                limit: max(0, area.endColumn - column))
            if isOn, isChosen || answer == nil && offset == 0 {
                canvas.focus = Position(column: column + 1, row: area.row)
                canvas.showsCursor = true
            }
        }
        guard answer == nil else { return }
        let words = item.isOptional ? "may stay open" : "open"
        canvas.put(words, area.column + item.answers.count * 5 + 3, area.row, .muted)
    }

    private func drawTyped(_ form: CheckInForm, _ index: Int, on canvas: inout Canvas, _ area: Rect) {
        let item = form.instrument.items[index]
        let isOn = form.item == index
        let text = form.texts[index]
        let end = canvas.put(text, area.column + 1, area.row, isOn ? .title : .figure, limit: area.columns)
        if isOn {
            canvas.put(item.expected, end + 2, area.row, .muted, limit: max(0, area.endColumn - end - 2))
            canvas.focus = Position(column: end, row: area.row)
            canvas.showsCursor = true
        } else if form.isWrong(index) {
            canvas.put("▲ \(item.expected)", end + 2, area.row, Style(.caution))
        } else if text.isEmpty {
            canvas.put(item.isOptional ? "may stay open" : "open", area.column + 1, area.row, .muted)
        }
    }

    // MARK: The end

    private func drawTotalLine(_ form: CheckInForm, on canvas: inout Canvas, _ area: Rect, row: Int) {
        let isOn = form.line == .total
        guard let range = form.instrument.totalRange else { return }
        if isOn { select(on: &canvas, area, row: row) }
        let words = "Or only the total, \(range.lowerBound) to \(range.upperBound):"
        let after = canvas.put(words, area.column + 2, row, isOn ? .title : .muted) + 1
        let end = canvas.put(form.total, after, row, .figure)
        guard isOn else { return }
        canvas.focus = Position(column: end, row: row)
        canvas.showsCursor = true
    }

    private func drawFinish(_ form: CheckInForm, on canvas: inout Canvas, _ area: Rect, row: Int) {
        let isOn = form.line == .finish
        if isOn {
            select(on: &canvas, area, row: row)
            canvas.focus = Position(column: area.column + 2, row: row)
        }
        canvas.put(
            Self.finishWords(form, isOn: isOn), area.column + 2, row, isOn ? .title : .muted,
            limit: area.columns - 2)
    }

    private func select(on canvas: inout Canvas, _ area: Rect, row: Int) {
        canvas.shade(
            Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1), .selection)
        canvas.put("▸", area.column, row, .accent)
    }

    private static func finishWords(_ form: CheckInForm, isOn: Bool) -> String {
        if form.ticket != nil { return "Saving …" }
        let verb = isOn ? "Enter keeps it" : "Keep it"
        guard form.answered > 0 else {
            return form.givenTotal == nil ? "Nothing is answered yet" : verb + ", the total alone"
        }
        let open = form.open
        guard !open.isEmpty else { return verb + (isOn ? " and shows the total" : "") }
        guard open.count <= 4 else { return verb + " with \(open.count) items open" }
        let numbers = open.map(String.init).joined(separator: ", ")
        return verb + " with \(open.count == 1 ? "item" : "items") \(numbers) open"
    }
}
