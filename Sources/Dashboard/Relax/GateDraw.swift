// Draws what stands before a programme: the questions that are asked once, and a reason with another way.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawGate(_ gate: RelaxGate, on canvas: inout Canvas, in area: Rect) {
        switch gate {
        case .health(let questions): drawHealth(questions, on: &canvas, in: area)
        case .barrier(let programme, let barrier, let instead):
            drawBarrier(programme, barrier, instead, on: &canvas, in: area)
        }
    }

    private func drawHealth(_ questions: HealthQuestions, on canvas: inout Canvas, in area: Rect) {
        let width = min(area.columns - 2, 72)
        let column = area.column + max(0, (area.columns - width) / 2)
        canvas.put("Does any of this hold for you?", column, area.row, .title)
        canvas.put(
            "Asked once; it decides what is left out or softer.", column, area.row + 1, .muted,
            limit: width)
        // Two columns where there is room for them, else one that scrolls.
        let items = HealthQuestions.items
        let conditions = PracticePerson.asked.count
        let isWide = width >= 64
        let room = max(1, area.rows - 4)
        let offset = isWide ? 0 : min(max(0, questions.selected - room + 1), max(0, items.count - room))
        for (index, item) in items.enumerated() {
            let isInjury = index >= conditions
            let row = isWide ? index - (isInjury ? conditions : 0) : index - offset
            guard row >= 0, row < room else { continue }
            let at = column + (isWide && isInjury ? 36 : 0)
            drawItem(
                item, isOn: questions.isOn(item), isSelected: index == questions.selected, on: &canvas, at,
                area.row + 3 + row, width: isWide ? 34 : width)
        }
        let row = area.row + 4 + min(room, isWide ? max(conditions, items.count - conditions) : items.count)
        guard row < area.endRow else { return }
        canvas.put(
            "Nothing marked is an answer too. e in the list changes it.", column, row,
            .muted, limit: width)
    }

    private func drawItem(
        _ item: HealthQuestions.Item, isOn: Bool, isSelected: Bool, on canvas: inout Canvas, _ column: Int,
        _ row: Int, width: Int
    ) {
        if isSelected {
            canvas.shade(Rect(column: column, row: row, columns: width, rows: 1), .selection)
            canvas.put("▸", column, row, .accent)
            canvas.focus = Position(column: column, row: row)
        }
        let words =
            switch item {
            case .condition(let caution): caution.conditionWords
            case .injury(let region): "hurt: " + region.title
            }
        canvas.put(isOn ? "[x]" : "[ ]", column + 2, row, isOn ? .figure : .muted)
        canvas.put(words, column + 6, row, isOn ? .title : .text, limit: width - 6)
    }

    private func drawBarrier(
        _ programme: RelaxationProgramme, _ barrier: PracticeBarrier, _ instead: RelaxationProgramme?,
        on canvas: inout Canvas, in area: Rect
    ) {
        var lines: [(String, Style)] = [
            (programme.title, .title), ("", .text), (barrier.words, .text), ("", .text),
        ]
        if let instead {
            let length = PracticeTimeline(programme: instead).lengthWords
            lines.append(("Enter begins \(instead.title), \(length): \(instead.summary)", .text))
        }
        if barrier.canBeSettled {
            lines.append(("", .text))
            lines.append(("y  my clinic was asked, and agrees; begin \(programme.title)", .text))
        }
        drawParagraphs(lines, on: &canvas, in: area)
    }
}
