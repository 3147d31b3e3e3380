// Draws the list of programmes, and beside it what the chosen one is; over both, what is asked or led.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawRelax(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        if let gate = relax.gate {
            drawGate(gate, on: &canvas, in: area.inset(columns: 2, rows: area.rows > 15 ? 1 : 0))
            return
        }
        if relax.run != nil {
            drawGuide(on: &canvas, in: guideArea(in: context.size), context)
            return
        }
        let listWidth = min(44, max(38, area.columns * 2 / 5))
        guard area.columns >= 78 else {
            drawProgrammes(on: &canvas, in: area, context)
            return
        }
        drawProgrammes(on: &canvas, in: area.left(listWidth), context)
        canvas.ruleDown(column: listWidth, from: area.row, to: area.endRow)
        drawIntroduction(on: &canvas, in: area.right(from: listWidth + 2), context)
    }

    /// The list's lines: a heading, a blank, or a programme by its index.
    private func listLines(in context: Context) -> [(text: String, index: Int?)] {
        var lines: [(text: String, index: Int?)] = []
        var heading: String?
        let isUnderEffect = practiceDay(in: context).isUnderEffect
        for (place, index) in programmeOrder(in: context).enumerated() {
            let programme = settings.programmes[index]
            let isFirst = isUnderEffect && place == 0 && programme.name == "grounding"
            let title = isFirst ? "After your session" : programme.family.title
            if title != heading {
                if heading != nil { lines.append(("", nil)) }
                lines.append((title, nil))
                heading = title
            }
            lines.append((programme.title, index))
        }
        return lines
    }

    private func drawProgrammes(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let lines = listLines(in: context)
        guard !lines.isEmpty else {
            canvas.put("No programme could be read. lull relax list says why.", area.column + 2, area.row + 1)
            return
        }
        let chosen = lines.firstIndex { $0.index == relax.selected } ?? 0
        let order = programmeOrder(in: context)
        let chosenPlace = order.firstIndex(of: relax.selected) ?? 0
        let rows = area.rows - 1
        let offset = min(max(0, chosen - rows + 2), max(0, lines.count - rows))
        for (line, row) in zip(lines.dropFirst(offset), (area.row + 1)..<max(area.row + 1, area.endRow)) {
            guard let index = line.index else {
                canvas.put(line.text, area.column + 2, row, .title)
                continue
            }
            let isOn = index == relax.selected
            if isOn {
                canvas.shade(
                    Rect(column: area.column + 1, row: row, columns: area.columns - 2, rows: 1), .selection)
                canvas.put("▸", area.column + 2, row, .accent)
                canvas.focus = Position(column: area.column + 2, row: row)
            }
            canvas.touch(
                Rect(column: area.column + 1, row: row, columns: area.columns - 2, rows: 1),
                .item(columns: 0, rows: (order.firstIndex(of: index) ?? 0) - chosenPlace))
            canvas.put(line.text, area.column + 4, row, isOn ? .title : .text, limit: area.columns - 13)
            let length = PracticeTimeline(programme: settings.programmes[index]).lengthWords
            canvas.putRight(length, endColumn: area.endColumn - 2, row, .muted)
        }
        if offset > 0 { canvas.put("↑", area.endColumn - 1, area.row + 1, .muted) }
        if offset + rows < lines.count { canvas.put("↓", area.endColumn - 1, area.endRow - 1, .muted) }
    }

    private func drawIntroduction(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard settings.programmes.indices.contains(relax.selected) else { return }
        let programme = settings.programmes[relax.selected]
        let width = min(area.columns - 4, 64)
        var row = area.row + 1
        func put(_ text: String, _ style: Style, indent: String = "") {
            for (index, line) in CleanText(text).wrapped(to: width - indent.count).enumerated()
            where row < area.endRow {
                let start = index == 0 ? indent : String(repeating: " ", count: indent.count)
                canvas.put(start + line, area.column + 1, row, style)
                row += 1
            }
        }
        put(programme.title, .title)
        row += 1
        put(programme.summary, .text)
        row += 1
        let times = timetable(of: programme, in: context)
        for line in times { put(line, .text) }
        if !times.isEmpty { row += 1 }
        for caution in programme.cautions { put(caution.advice, .muted, indent: "· ") }
        if !programme.cautions.isEmpty { row += 1 }
        guard row < area.endRow else { return }
        let begin = canvas.put("Enter", area.column + 1, row, .figure)
        canvas.put("begins it. Stop at any time.", begin + 1, row, .muted)
        row += 2
        let last = lastPractice(of: programme)
        if !last.isEmpty { put(last, .muted) }
    }

    /// A routine that ends at bedtime, with its clock times, where a bedtime is planned.
    private func timetable(of programme: RelaxationProgramme, in context: Context) -> [String] {
        guard programme.manner.endsAtBedtime, let person, let bed = practiceDay(in: context).bedtime else {
            return []
        }
        let timeline = PracticeTimeline(programme: programme)
        let start = bed.adding(Minutes(-Double(timeline.totalMilliseconds) / 60_000))
        return timeline.steps.map { step in
            let at = start.adding(Minutes(Double(step.atMilliseconds) / 60_000))
            let words = step.text.prefix { $0 != "," && $0 != "." && $0 != ":" }
            return "\(person.zone.clock(at)) \(words)"
        } + ["\(person.zone.clock(bed)) bed, when you are sleepy"]
    }

    private func lastPractice(of programme: RelaxationProgramme) -> String {
        guard
            let last = person?.history.practices.last(where: { $0.value.programme == programme.name })?.value
        else { return "" }
        var text = "Last time \(last.start.civil.date.words), \(Minutes(Double(last.seconds) / 60).words)"
        if let before = last.tensionBefore, let after = last.tensionAfter {
            text += ", tension \(before) → \(after)"
        }
        return text + "."
    }
}

extension PracticeTimeline {
    /// `10 min`, `76 s`.
    var lengthWords: String {
        let seconds = totalMilliseconds / 1000
        return seconds < 120 ? "\(seconds) s" : "\(Int((Double(seconds) / 60).rounded())) min"
    }
}
