// Draws tonight's plan with its ticks, and what waits.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawPlan(_ now: Tonight, on canvas: inout Canvas, _ area: Rect) {
        canvas.put(now.isQuiet ? "Your plan for tonight" : "Tonight", area.column, area.row, .title)
        var lines = now.planLines
        guard !lines.isEmpty else {
            canvas.put("No bedtime is planned yet.", area.column, area.row + 2, .muted, limit: area.columns)
            canvas.put(
                "a sets it, under You, and your times.", area.column, area.row + 3, .muted,
                limit: area.columns)
            return
        }
        let gap = area.rows >= lines.count + 2 ? 2 : 1
        // With little room what has passed gives way to what is to come.
        let room = max(0, area.rows - gap)
        let past = lines.filter { $0.isPast && $0.mark == .open }.prefix(max(0, lines.count - room))
        lines.removeAll(where: past.contains)
        let chosen = chosenItem(now)
        for (index, line) in lines.prefix(max(0, area.rows - gap)).enumerated() {
            let row = area.row + gap + index
            touch(.plan(line), of: now, on: &canvas, area, row: row)
            if chosen == .plan(line) { select(on: &canvas, area, row: row) }
            let (glyph, style): (Character, Style) =
                switch line.mark {
                case .done: ("✓", Style(.good))
                case .not: ("–", .muted)
                case .open: ("·", .muted)
                }
            canvas.mark(glyph, area.column, row, style)
            if chosen == .plan(line) { canvas.mark("▸", area.column - 1, row, .accent) }
            canvas.put(
                line.what, area.column + 2, row,
                line.isPast && line.mark == .open ? .muted : .text, limit: 27)
            let more = CleanText(line.more).width <= area.columns - 30 ? line.more : line.brief
            if more.hasPrefix("r ") || more.hasPrefix("a ") {
                canvas.put(String(more.prefix(1)), area.column + 30, row, .figure)
                canvas.put(String(more.dropFirst(2)), area.column + 32, row, .muted, limit: area.columns - 32)
            } else {
                canvas.put(more, area.column + 30, row, .muted, limit: area.columns - 30)
            }
        }
    }

    /// The line that the keys act on; nil where there is none.
    func chosenItem(_ now: Tonight) -> TonightItem? {
        let items = now.items
        return now.chosen(tonight).flatMap { items.indices.contains($0) ? items[$0] : nil }
    }

    /// A click on a line that the keys can act on.
    private func touch(
        _ item: TonightItem, of now: Tonight, on canvas: inout Canvas, _ area: Rect, row: Int
    ) {
        guard let place = now.items.firstIndex(of: item), let chosen = now.chosen(tonight) else { return }
        let line = Rect(column: area.column - 1, row: row, columns: area.columns + 1, rows: 1)
        canvas.touch(line, .item(columns: 0, rows: place - chosen))
    }

    private func select(on canvas: inout Canvas, _ area: Rect, row: Int) {
        let line = Rect(column: area.column - 1, row: row, columns: min(area.columns + 1, 29), rows: 1)
        canvas.shade(line, .selection)
        canvas.focus = Position(column: area.column - 1, row: row)
    }

    func drawWaiting(_ now: Tonight, on canvas: inout Canvas, _ area: Rect) {
        guard area.rows >= 2 else { return }
        canvas.put("Waiting for you", area.column, area.row, .title)
        let waiting = now.waiting
        let gap = area.rows >= waiting.count + 3 ? 2 : 1
        var row = area.row + gap
        if let words = now.drivingWords, row < area.endRow {
            canvas.put("▲", area.column, row, Style(.caution))
            canvas.put(words, area.column + 2, row, .text, limit: area.columns - 2)
            row += 1
        }
        if waiting.isEmpty, row < area.endRow {
            canvas.put("Nothing for now.", area.column + 2, row, .muted)
            if chosenItem(now) == nil { canvas.focus = Position(column: area.column, row: row) }
        }
        let chosen = chosenItem(now)
        for item in waiting where row < area.endRow {
            touch(.waiting(item), of: now, on: &canvas, area, row: row)
            let isOn = chosen == .waiting(item)
            if isOn {
                let line = Rect(
                    column: area.column - 1, row: row, columns: area.columns + 2, rows: 1)
                canvas.shade(line, .selection)
                canvas.put("▸", area.column - 1, row, .accent)
                canvas.focus = Position(column: area.column - 1, row: row)
            }
            canvas.mark(item.mark, area.column, row, item.mark == "◇" ? .session : .muted)
            let after = canvas.put(
                item.what, area.column + 2, row, isOn ? .title : .text, limit: area.columns - 10)
            canvas.put(item.more, after + 2, row, .muted, limit: max(0, area.endColumn - after - 10))
            let key = item.key == "◇" ? (isOn ? "Enter" : "") : item.key
            canvas.putRight(key, endColumn: area.endColumn, row, .figure)
            row += 1
        }
    }

    /// Before bed: what helps now, and that the rest can wait.
    func drawQuietRest(_ now: Tonight, on canvas: inout Canvas, _ area: Rect) {
        guard area.rows >= 2 else { return }
        canvas.put("Now", area.column, area.row, .title)
        var lines = [
            ("r", "breathe or relax, a few minutes"), ("a", "put a worry on paper, for yourself"),
            ("g", "good night: keeps the moment, and goes dark"),
        ]
        if now.isNight { lines.insert(("N", "I cannot sleep: a quiet page for the night"), at: 0) }
        let gap = area.rows >= 6 ? 2 : 1
        var row = area.row + gap
        for (key, words) in lines where row < area.endRow {
            canvas.put(key, area.column + 2, row, .figure)
            canvas.put(words, area.column + 5, row, .text, limit: area.columns - 6)
            row += 1
        }
        if row + 1 < area.endRow {
            canvas.put(
                "Everything else waits until tomorrow. Have a quiet night.", area.column + 2, row + 1, .muted)
        }
        if chosenItem(now) == nil { canvas.focus = Position(column: area.column + 2, row: area.row + gap) }
    }
}
