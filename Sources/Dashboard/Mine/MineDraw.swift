// Draws what can be added at the left, and what there is of the chosen kind at the right.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawMine(_ state: MineState, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let person else { return }
        canvas.clear(area)
        let title =
            whoseBefore + (showsWhose ? "to add, to tell and to ask" : "Yours to add, to tell and to ask")
        canvas.put(title, area.column + 2, area.row, .title, limit: area.columns - 4)
        let gap = area.rows >= 24 ? 2 : 1
        let list = area.below(gap + (area.rows >= 20 ? 1 : 0))
        let isNarrow = area.columns < 76
        let width = isNarrow ? area.columns - 4 : area.columns >= 96 ? 42 : 36
        if isNarrow, state.entry != nil {
            drawMineEntries(state, person.history, on: &canvas, in: list.right(from: 3))
            return
        }
        let rows = max(1, area.endRow - list.row)
        let first = max(0, min(state.selected - rows / 2, state.kinds.count - rows))
        for (index, kind) in state.kinds.enumerated().dropFirst(first).prefix(rows) {
            let row = list.row + index - first
            let isOn = index == state.selected
            if isOn {
                canvas.shade(Rect(column: 1, row: row, columns: width, rows: 1), .selection)
                canvas.put("▸", 1, row, state.entry == nil ? .accent : .muted)
                if state.entry == nil { canvas.focus = Position(column: 1, row: row) }
            }
            if state.entry == nil {
                canvas.touch(
                    Rect(column: 1, row: row, columns: width, rows: 1),
                    .item(columns: 0, rows: index - state.selected))
            }
            canvas.put(kind.listTitle, 3, row, isOn ? .title : .text, limit: width - 7)
            let count = mineEntries(kind, of: person.history).count
            if count > 0 { canvas.putRight("\(count)", endColumn: width, row, .muted) }
        }
        guard !isNarrow else { return }
        canvas.ruleDown(column: width + 2, from: list.row, to: area.endRow - 1)
        drawMineEntries(state, person.history, on: &canvas, in: list.right(from: width + 5))
    }

    private func drawMineEntries(
        _ state: MineState, _ history: PersonHistory, on canvas: inout Canvas, in area: Rect
    ) {
        let room = Rect(
            column: area.column, row: area.row, columns: area.columns - 2, rows: area.rows)
        canvas.put(state.kind.title, room.column, room.row, .title, limit: room.columns)
        var row = room.row + 1
        for line in CleanText(state.kind.hint).wrapped(to: room.columns).prefix(3) {
            canvas.put(line, room.column, row, .muted)
            row += 1
        }
        let after = canvas.put("Enter", room.column, row + 1, .figure)
        let verb =
            switch state.kind {
            case .badHours, .person, .courseAdjust: "changes it"
            case .answer: "on a note answers it"
            default: "adds one"
            }
        canvas.put(verb, after + 1, row + 1, .muted)
        row += 3
        let entries = mineEntries(state.kind, of: history)
        if entries.isEmpty {
            drawMineSingle(state.kind, history, on: &canvas, in: room, row: row)
            return
        }
        let first = max(0, min((state.entry ?? 0) - (room.endRow - row) / 2 + 2, entries.count - 1))
        for (index, entry) in entries.enumerated().dropFirst(first) where row < room.endRow {
            row = drawMineEntry(entry, isOn: state.entry == index, on: &canvas, in: room, row: row)
        }
    }

    /// A line of each, and of the one that is chosen the whole text.
    /// - Returns: the row after it.
    private func drawMineEntry(
        _ entry: MineEntry, isOn: Bool, on canvas: inout Canvas, in room: Rect, row: Int
    ) -> Int {
        func lines(_ text: String) -> [String] {
            let whole = CleanText(text)
            return isOn ? whole.wrapped(to: room.columns) : [whole.fitted(to: room.columns)]
        }
        let (texts, more) = (lines(entry.text), lines(entry.more))
        let height = min(room.endRow - row, texts.count + more.count)
        if isOn {
            canvas.shade(
                Rect(column: room.column - 2, row: row, columns: room.columns + 2, rows: height), .selection)
            canvas.put("▸", room.column - 2, row, .accent)
            canvas.focus = Position(column: room.column - 2, row: row)
        }
        let styled = texts.map { ($0, isOn ? Style.title : .text) } + more.map { ($0, Style.muted) }
        for (index, line) in styled.prefix(height).enumerated() {
            canvas.put(line.0, room.column, row + index, line.1)
        }
        return row + height
    }

    /// What there is one of: the plan for bad hours, the person's own times, the course.
    private func drawMineSingle(
        _ kind: FormKind, _ history: PersonHistory, on canvas: inout Canvas, in area: Rect, row: Int
    ) {
        var lines: [String] = []
        switch kind {
        case .badHours:
            if let hours = history.plan?.value.badHours {
                for (title, texts) in hours.parts where !texts.isEmpty {
                    lines.append("\(title): \(texts.joined(separator: "; "))")
                }
            }
        case .person:
            if let target = history.details.target {
                lines.append("bed \(target.bed), up \(target.rise), \(target.length.words)")
            }
            lines +=
                history.details.cautions.isEmpty
                ? [] : ["careful with: \(history.details.cautions.joined(separator: ", "))"]
        case .course:
            if let course = history.course {
                let title = settings.protocolTitles[course.protocolName] ?? course.protocolName
                lines.append("\(title), \(CivilDate.range(course.start, course.end ?? course.lastDay))")
            }
        default: break
        }
        if lines.isEmpty { lines = ["Nothing here yet."] }
        let wrapped = lines.flatMap { CleanText($0).wrapped(to: area.columns) }
        for (index, line) in wrapped.enumerated() where row + index < area.endRow {
            canvas.put(line, area.column, row + index, .text)
        }
    }
}

extension CarePlan.BadHours {
    /// The parts in the order in which they are read, each with what it is called.
    var parts: [(title: String, texts: [String])] {
        [
            ("How they begin", signs), ("What helps", helps), ("People", people), ("Places", places),
            ("Safer at home", safer),
        ]
    }
}
