// Draws Tonight: where the course stands, what comes next, and how the last nights were; in the evening only
// the plan.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawTonight(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        let tonight = Tonight(person, context)
        let inner = area.inset(columns: 2)
        var pen = SectionPen(area: inner, gap: area.rows < 24 ? 0 : area.rows < 36 ? 1 : 2)
        drawTop(tonight, on: &canvas, pen.next(4))
        let isNarrow = inner.columns < 72
        if isNarrow, !tonight.isQuiet {
            drawLastNight(tonight, on: &canvas, pen.section(4, on: &canvas))
            drawPlan(tonight, on: &canvas, pen.rest(on: &canvas))
            return
        }
        if tonight.isQuiet {
            if let session = tonight.sessionToday {
                drawSessionEvening(session, tonight, on: &canvas, pen.section(6, on: &canvas))
            }
            drawPlan(tonight, on: &canvas, pen.section(6, on: &canvas))
        } else {
            let row = pen.section(6, on: &canvas)
            let split = max(40, inner.columns - (inner.columns >= 110 ? 54 : 38))
            drawPlan(tonight, on: &canvas, row.left(split - 2))
            drawStrips(tonight, on: &canvas, row.right(from: split))
            drawSevenNights(tonight, on: &canvas, pen.section(4, on: &canvas))
        }
        drawWaiting(tonight, on: &canvas, pen.rest(on: &canvas))
    }

    private func drawTop(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        let isNarrow = area.columns < 72
        let third = isNarrow ? area.columns - 22 : area.columns * 2 / 5
        drawCourse(tonight, on: &canvas, area.left(third))
        drawNextSession(tonight, on: &canvas, area.right(from: third).left(27))
        if !tonight.isQuiet, !isNarrow { drawLastNight(tonight, on: &canvas, area.right(from: third + 28)) }
    }

    private func drawCourse(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        guard let course = tonight.history.course else {
            canvas.put("No course", area.column, area.row, .title)
            canvas.put(
                "Your nights count all the same.", area.column, area.row + 2, .muted, limit: area.columns - 2)
            return
        }
        let after = canvas.put(tonight.weekWords(of: course), area.column, area.row, .title)
        canvas.put(
            tonight.dayWords(of: course), after + 2, area.row, .muted,
            limit: area.columns - (after - area.column) - 3)
        let sessions = tonight.history.sessions
        let gap = sessions.count * 3 - 2 <= area.columns - 2 ? 3 : 2
        for (index, session) in sessions.enumerated() where index * gap < area.columns - 2 {
            let column = area.column + index * gap
            canvas.mark(session.status.glyph, column, area.row + 2, session.status.style)
            if index + 1 < sessions.count, (index + 1) * gap < area.columns - 2 {
                for step in 1..<gap { canvas.mark("─", column + step, area.row + 2, .faint) }
            }
        }
        canvas.put(tonight.sessionCountWords(within: area.columns - 2), area.column, area.row + 3, .muted)
    }

    private func drawNextSession(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        canvas.put("Next session", area.column, area.row, .title)
        guard let next = tonight.nextSession else {
            canvas.put("none planned", area.column, area.row + 2, .muted)
            return
        }
        canvas.put(
            "\(next.date.words), \(next.clock)", area.column, area.row + 2, .session, limit: area.columns)
        canvas.put(next.date.relative(to: tonight.today), area.column, area.row + 3, .muted)
    }

    private func drawLastNight(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        canvas.put("Last night", area.column, area.row, .title)
        guard let night = tonight.lastNight else {
            canvas.put("not logged yet", area.column, area.row + 2, .muted, limit: area.columns)
            let key = canvas.put("l", area.column, area.row + 3, .figure)
            canvas.put("logs it", key + 1, area.row + 3, .muted)
            return
        }
        var column = canvas.put("slept", area.column, area.row + 2, .muted) + 1
        column = canvas.put(night.measures.totalSleep?.words ?? "·", column, area.row + 2, .figure) + 1
        if let whole = night.measures.opportunity, column + 10 < area.endColumn {
            canvas.put("of \(whole.short)", column, area.row + 2, .muted)
        }
        column = canvas.put("efficiency", area.column, area.row + 3, .muted) + 1
        column = canvas.put(night.measures.efficiency?.words ?? "·", column, area.row + 3, .figure) + 1
        if let quality = night.night.quality, column + 10 <= area.endColumn {
            canvas.put("quality \(quality)", column, area.row + 3, .muted)
        }
    }

    private func drawPlan(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        canvas.put(tonight.isQuiet ? "Your plan for tonight" : "Tonight", area.column, area.row, .title)
        let lines = tonight.planLines
        let gap = area.rows >= 6 ? 2 : 1
        guard !lines.isEmpty else {
            canvas.put(
                "No bedtime is planned yet.", area.column, area.row + gap, .muted, limit: area.columns)
            canvas.put(
                "lull patient set --bed 22:45 --rise 06:30", area.column, area.row + gap + 1, .muted,
                limit: area.columns)
            return
        }
        for (index, line) in lines.prefix(max(0, area.rows - gap)).enumerated() {
            let row = area.row + gap + index
            canvas.mark("·", area.column, row, .muted)
            canvas.put(line.what, area.column + 2, row, line.isPast ? .muted : .text, limit: 26)
            let more = CleanText(line.more).width <= area.columns - 28 ? line.more : line.brief
            if more.hasPrefix("r ") {
                canvas.put("r", area.column + 28, row, .figure)
                canvas.put(String(more.dropFirst(2)), area.column + 30, row, .muted, limit: area.columns - 30)
            } else {
                canvas.put(more, area.column + 28, row, .muted, limit: area.columns - 28)
            }
        }
    }

    private func drawSessionEvening(
        _ session: TreatmentSession, _ tonight: Tonight, on canvas: inout Canvas, _ area: Rect
    ) {
        let end = session.record?.value.end.map { "–\($0.civil.clock)" } ?? ""
        canvas.put(
            "After your session · \(session.clock)\(end)", area.column, area.row, Style(.session, bold: true))
        let lines = [
            "No driving until tomorrow, after a restful sleep; no alcohol; nothing to decide.",
            "Some sleep deeper, some lie awake a while, many notice nothing. Dreams can be odd,",
            "for some unpleasant, for up to three nights. It mostly passes within hours.",
        ]
        let text = CleanText(lines.joined(separator: " ")).wrapped(to: min(area.columns, 86))
        for (index, line) in text.prefix(max(0, area.rows - 2)).enumerated() {
            canvas.put(line, area.column, area.row + 2 + index, .text)
        }
    }

    private func drawWaiting(_ tonight: Tonight, on canvas: inout Canvas, _ area: Rect) {
        guard area.rows >= 2 else { return }
        canvas.put("Waiting for you", area.column, area.row, .title)
        let gap = area.rows >= 4 ? 2 : 1
        guard let waiting = tonight.waiting else {
            canvas.put(
                tonight.isQuiet ? "Nothing. Have a quiet night." : "Nothing for now.", area.column + 2,
                area.row + gap, .muted)
            canvas.focus = Position(column: area.column, row: area.row + gap)
            return
        }
        let row = Rect(column: area.column - 1, row: area.row + gap, columns: area.columns + 2, rows: 1)
        canvas.shade(row, .selection)
        canvas.put("▸", area.column, row.row, .accent)
        let after = canvas.put(waiting.what, area.column + 2, row.row, .title, limit: area.columns - 6)
        canvas.put(waiting.more, after + 2, row.row, .muted, limit: max(0, area.endColumn - after - 6))
        canvas.putRight(waiting.key, endColumn: area.endColumn - 1, row.row, .figure)
        canvas.focus = Position(column: area.column, row: row.row)
    }
}

/// Hands out the rows of a screen from the top, with a rule and air between sections where there is room for
/// them.
struct SectionPen {
    private var left: Rect
    private let gap: Int

    init(area: Rect, gap: Int) {
        self.gap = gap
        left = area.below(gap)
    }

    mutating func next(_ rows: Int) -> Rect {
        let area = left.top(rows)
        left = left.below(rows)
        return area
    }

    mutating func section(_ rows: Int, on canvas: inout Canvas) -> Rect {
        rule(on: &canvas)
        return next(rows)
    }

    mutating func rest(on canvas: inout Canvas) -> Rect {
        rule(on: &canvas)
        return left
    }

    private mutating func rule(on canvas: inout Canvas) {
        left = left.below(gap)
        guard left.rows > 1 else { return }
        canvas.rule(row: left.row, from: left.column, to: left.endColumn)
        left = left.below(max(1, gap))
    }
}
