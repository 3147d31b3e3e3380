// Draws the evening after a session: how far away one still is, what holds tonight, and when to call.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// True on Tonight while the evening of a session is not over.
    func isSessionEvening(in context: Context) -> Bool {
        guard screen == .tonight, let person else { return false }
        return Tonight(person, context, settings).sessionToday != nil
    }

    func drawSessionEvening(_ now: Tonight, on canvas: inout Canvas, in area: Rect) {
        guard let session = now.sessionToday else { return }
        let hasAir = area.rows >= 22
        var row = area.row + (hasAir ? 1 : 0)
        let title =
            (area.columns < 72 ? "Your session · " : "After your session · ") + timeWords(session, now)
        canvas.put(title, area.column, row, Style(.session, bold: true), limit: area.columns - 18)
        canvas.put("!", area.endColumn - 17, row, .figure)
        canvas.put("someone to call", area.endColumn - 15, row, .muted)
        row += hasAir ? 2 : 1
        drawDetached(now, on: &canvas, in: area, row: row)
        row += hasAir ? 3 : 2
        let isShort = area.rows < 18
        let words = SessionEveningWords.tonight.prefix(isShort ? 1 : 3).joined(separator: " ")
        row = put("Tonight", words, .text, on: &canvas, in: area, row: row)
        row += hasAir ? 1 : 0
        var column = area.column
        for (key, words) in [
            ("r", isShort ? "grounding" : "three minutes of grounding"), ("w", "wind down, dim"),
            ("g", "good night"),
        ] where column + words.count + 2 <= area.endColumn {
            column = canvas.put(key, column, row, .figure) + 1
            column = canvas.put(words, column, row, .text) + 4
        }
        row += hasAir ? 2 : 1
        row = put("Call now", SessionEveningWords.callNow + ".", .text, on: &canvas, in: area, row: row)
        row += hasAir ? 1 : 0
        row = put(
            "Tell us tomorrow", SessionEveningWords.tellTomorrow + ".", .text, on: &canvas, in: area, row: row
        )
        let plan = now.planLines
        guard !plan.isEmpty, row + 2 < area.endRow else { return }
        canvas.rule(row: row + (hasAir ? 1 : 0), from: area.column, to: area.endColumn)
        row += hasAir ? 3 : 1
        drawPlan(
            now, on: &canvas,
            Rect(
                column: area.column, row: row, columns: area.columns, rows: area.endRow - row))
    }

    /// `14:05 to 14:45, seven hours ago`.
    private func timeWords(_ session: TreatmentSession, _ now: Tonight) -> String {
        let end = session.record?.value.end
        let clock = end.map { "\(session.clock) to \($0.civil.clock)" } ?? "\(session.clock)"
        let hours = Int(now.now.since(end?.instant ?? session.at.instant).hours.rounded(.down))
        guard hours >= 1 else { return clock }
        return clock + ", \(NumberWords.of(hours)) \(hours == 1 ? "hour" : "hours") ago"
    }

    private func drawDetached(_ now: Tonight, on canvas: inout Canvas, in area: Rect, row: Int) {
        let isOn = chosenItem(now) == .detached
        if isOn {
            canvas.shade(
                Rect(column: area.column - 1, row: row, columns: area.columns + 2, rows: 1), .selection)
            canvas.put("▸", area.column - 1, row, .accent)
            canvas.focus = Position(column: area.column - 1, row: row)
        }
        let isNarrow = area.columns < 72
        let question = isNarrow ? "Far away?" : "Still floaty or far away?"
        var column = canvas.put(question, area.column, row, isOn ? .title : .text) + (isNarrow ? 1 : 2)
        let value = tonight.detached ?? now.detachedToday
        for number in 0...10 {
            let isChosen = value == number
            let words = isChosen ? "[\(number)]" : " \(number) "
            column = canvas.put(words, column, row, isChosen ? .figure : .muted)
        }
        let isGone = value == TonightState.gone
        canvas.put(
            isGone ? "[gone]" : isNarrow ? " gone " : " gone by now ", column + (isNarrow ? 0 : 1), row,
            isGone ? .figure : .muted,
            limit: area.endColumn - column - 1)
        var hint = "← → choose, Enter keeps it"
        if tonight.detached == nil, let last = now.detachedToday { hint = "last said: \(last). " + hint }
        canvas.put(hint, area.column + (isNarrow ? 11 : 28), row + 1, .muted, limit: area.columns - 28)
    }

    /// A label at the left, and its text beside it.
    private func put(
        _ label: String, _ text: String, _ style: Style, on canvas: inout Canvas, in area: Rect, row: Int
    ) -> Int {
        let indent = area.columns >= 72 ? 18 : 0
        canvas.put(label, area.column, row, .title)
        var row = row + (indent == 0 ? 1 : 0)
        for line in CleanText(text).wrapped(to: min(area.columns - indent, 84)) {
            guard row < area.endRow else { return row }
            canvas.put(line, area.column + indent, row, style)
            row += 1
        }
        return row
    }

    // MARK: The first day

    func drawFirstDay(_ now: Tonight, on canvas: inout Canvas, in area: Rect) {
        var row = area.row + max(1, area.rows / 5)
        let name = showsWhose || hidesNames ? "" : now.history.details.name.map { ", \($0)" } ?? ""
        canvas.put("Good to have you here\(name).", area.column + 2, row, .title)
        row += 2
        var text =
            "Lull keeps a line a night, beside the sessions of your course, so that you and your clinic can "
            + "see how sleep goes along with them. A night takes a minute; what you do not remember stays "
            + "empty."
        if let next = now.nextSession {
            text += " Your next session is on \(next.date.words) at \(next.clock)."
        }
        for line in CleanText(text).wrapped(to: min(area.columns - 4, 72)) {
            canvas.put(line, area.column + 2, row, .text)
            row += 1
        }
        row += 1
        let waiting = now.waiting
        for item in waiting where row < area.endRow {
            let isOn = chosenItem(now) == .waiting(item)
            if isOn {
                canvas.shade(
                    Rect(column: area.column + 1, row: row, columns: area.columns - 2, rows: 1), .selection)
                canvas.put("▸", area.column + 1, row, .accent)
                canvas.focus = Position(column: area.column + 1, row: row)
            }
            let after = canvas.put(item.what, area.column + 3, row, isOn ? .title : .text)
            canvas.put(item.more, after + 2, row, .muted, limit: max(0, area.endColumn - after - 10))
            canvas.putRight(item.key, endColumn: area.endColumn - 2, row, .figure)
            row += 1
        }
        if waiting.isEmpty { canvas.focus = Position(column: area.column + 2, row: row) }
        row += 1
        guard row < area.endRow else { return }
        let after = canvas.put("?", area.column + 3, row, .figure)
        canvas.put("shows every key", after + 1, row, .muted)
    }
}
