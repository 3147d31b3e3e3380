// Draws Tonight: where the course stands, what comes next, and how the last nights were; in the evening only
// the plan.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawTonight(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        let now = tonightNow(person, context)
        let inner = area.inset(columns: 2)
        if now.isFirstDay, now.sessionToday == nil, !now.isEvening {
            drawFirstDay(now, on: &canvas, in: inner)
            return
        }
        var pen = SectionPen(area: inner, gap: area.rows < 24 ? 0 : area.rows < 50 ? 1 : 2)
        if now.sessionToday != nil {
            drawSessionEvening(now, on: &canvas, in: inner)
            return
        }
        drawTop(now, on: &canvas, pen.next(4))
        let isNarrow = inner.columns < 72
        if isNarrow, !now.isQuiet {
            drawNarrow(now, &pen, on: &canvas)
            return
        }
        if now.isQuiet {
            drawPlan(now, on: &canvas, pen.section(8, on: &canvas))
            drawQuietRest(now, on: &canvas, pen.rest(on: &canvas))
            return
        }
        let row = pen.section(area.rows < 24 ? 6 : 7, on: &canvas)
        let split = max(40, inner.columns - (inner.columns >= 110 ? 54 : 38))
        drawPlan(now, on: &canvas, row.left(split - 2))
        drawStrips(now, on: &canvas, row.right(from: split))
        drawSevenNights(now, on: &canvas, pen.section(4, on: &canvas))
        let waits = now.waiting.count + (now.drivingWords == nil ? 0 : 1)
        guard area.rows >= 38 else {
            drawWaiting(now, on: &canvas, pen.rest(on: &canvas))
            return
        }
        drawWaiting(now, on: &canvas, pen.section(max(3, waits + 3), on: &canvas))
        drawHours(now, on: &canvas, pen.rest(on: &canvas))
    }

    /// One column: what waits, the last night in a line, and of the plan what there is room for.
    private func drawNarrow(_ now: Tonight, _ pen: inout SectionPen, on canvas: inout Canvas) {
        let waits = now.waiting.count + (now.drivingWords == nil ? 0 : 1)
        drawWaiting(now, on: &canvas, pen.section(min(3, max(1, waits)) + 1, on: &canvas))
        var rest = pen.rest(on: &canvas)
        if let night = now.lastNight {
            var column = canvas.put("Last night", rest.column, rest.row, .title) + 2
            column = canvas.put(night.measures.totalSleep?.words ?? "·", column, rest.row, .figure) + 2
            let efficiency = night.measures.efficiency.map { "efficiency \($0.words)" } ?? ""
            canvas.put(efficiency, column, rest.row, .muted, limit: rest.endColumn - column)
            rest = rest.below(1)
        }
        drawPlan(now, on: &canvas, rest)
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
