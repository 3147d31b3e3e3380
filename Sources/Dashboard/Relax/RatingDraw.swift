// Draws what is asked around a programme: how tense one is, what to do where that rose, and the new dream.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawRating(_ run: GuideRun, on canvas: inout Canvas, in area: Rect) {
        let isBefore = run.stage == .tensionBefore
        var row = area.row + max(1, area.rows / 2 - 4)
        let (title, text): (Style, Style) = relax.isDim ? (.muted, .muted) : (.title, .text)
        canvas.putCentred(run.programme.title, in: area, row: row, title)
        row += 2
        canvas.putCentred(
            isBefore ? "How tense are you now?" : "And how tense are you now?", in: area, row: row, text)
        row += 2
        let scale = "0  1  2  3  4  5  6  7  8  9  t"
        canvas.putCentred(scale, in: area, row: row, relax.isDim ? .muted : .figure)
        canvas.focus = Position(column: area.column + max(0, (area.columns - scale.count) / 2), row: row)
        canvas.putCentred("not at all            t is ten, the most", in: area, row: row + 1, .muted)
        row += 3
        let enter = isBefore ? "Enter begins without a number" : "Enter leaves it out; what you did is kept"
        canvas.putCentred(enter, in: area, row: row, .muted)
        if isBefore {
            for (index, change) in run.changes.enumerated() {
                canvas.putCentred(change, in: area, row: row + 2 + index, .text)
            }
        } else if let before = run.tensionBefore {
            canvas.putCentred("before: \(before)", in: area, row: row + 1, .muted)
        }
    }

    func drawWorse(_ run: GuideRun, on canvas: inout Canvas, in area: Rect) {
        let (before, after) = (run.tensionBefore ?? 0, run.tensionAfter ?? 0)
        var lines: [(String, Style)] = [
            ("Tenser than before: \(before) → \(after)", .title), ("", .text),
            ("That happens, and it says nothing against you. Leave this one for today.", .text),
            ("Enter leads through three minutes of grounding, eyes open. Esc stops here.", .text),
            ("", .text),
        ]
        lines.append((whomToTell, .text))
        drawParagraphs(lines, on: &canvas, in: area)
    }

    /// Whom the person can tell, by name where one is stored.
    private var whomToTell: String {
        let history = person?.history
        let clinic = history?.clinic?.value
        if let name = clinic?.name {
            let phone = clinic?.phone.map { ", \($0)" } ?? ""
            return "If it stays, or comes each time: tell \(name)\(phone)."
        }
        if let contact = history?.contacts.first?.value {
            let phone = contact.phone.map { ", \($0)" } ?? ""
            return "If it stays, or comes each time: tell your clinic, or \(contact.name)\(phone)."
        }
        return "If it stays, or comes each time: tell your clinic at the next contact."
    }

    func drawParagraphs(_ lines: [(String, Style)], on canvas: inout Canvas, in area: Rect) {
        let width = PracticeLayout.wordColumns(in: area.columns)
        let rows = lines.flatMap { text, style in
            (text.isEmpty ? [""] : CleanText(text).wrapped(to: width)).map { ($0, style) }
        }
        let column = area.column + max(0, (area.columns - width) / 2)
        let top = area.row + max(0, (area.rows - rows.count) / 2)
        for (index, (line, style)) in rows.enumerated() where top + index < area.endRow {
            canvas.put(line, column, top + index, style)
        }
        canvas.focus = Position(column: column, row: top)
    }

    func drawWriting(_ text: String, on canvas: inout Canvas, in area: Rect) {
        let width = PracticeLayout.wordColumns(in: area.columns)
        let column = area.column + max(0, (area.columns - width) / 2)
        canvas.put("The new dream", column, area.row + 1, .title)
        canvas.put(
            "Only the new one. It stays on this machine, for your eyes alone.", column, area.row + 2, .muted,
            limit: width)
        let room = max(1, area.rows - 7)
        let lines = text.isEmpty ? [""] : CleanText(text).wrapped(to: width)
        let shown = lines.suffix(room)
        canvas.clear(
            Rect(column: column - 1, row: area.row + 4, columns: width + 2, rows: room), .panel)
        for (index, line) in shown.enumerated() {
            canvas.put(line, column, area.row + 4 + index, .text)
        }
        let last = CleanText(shown.last ?? "").width
        canvas.focus = Position(
            column: min(column + last, column + width), row: area.row + 3 + max(1, shown.count))
        canvas.showsCursor = true
    }
}
