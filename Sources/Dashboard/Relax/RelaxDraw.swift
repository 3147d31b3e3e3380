// Draws the list of programmes, and beside it what the chosen one is or the guide that runs.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawRelax(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let listWidth = 30
        guard area.columns >= 78 else {
            // A narrow window has room for one of the two.
            if relax.run != nil {
                drawGuide(on: &canvas, in: area.inset(columns: 1), context)
            } else {
                drawProgrammes(on: &canvas, in: area)
            }
            return
        }
        drawProgrammes(on: &canvas, in: area.left(listWidth))
        canvas.ruleDown(column: listWidth, from: area.row, to: area.endRow)
        let right = area.right(from: listWidth + 2)
        if relax.run != nil {
            drawGuide(on: &canvas, in: right, context)
        } else {
            drawIntroduction(on: &canvas, in: right)
        }
    }

    private func drawProgrammes(on canvas: inout Canvas, in area: Rect) {
        var lines: [(text: String, index: Int?)] = []
        var family: RelaxationProgramme.Family?
        for (index, programme) in settings.programmes.enumerated() {
            if programme.family != family {
                if family != nil { lines.append(("", nil)) }
                lines.append((programme.family.title, nil))
                family = programme.family
            }
            lines.append((programme.title, index))
        }
        let chosen = lines.firstIndex { $0.index == relax.selected } ?? 0
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
                .item(columns: 0, rows: index - relax.selected))
            canvas.put(line.text, area.column + 4, row, isOn ? .title : .text, limit: area.columns - 13)
            let length = PracticeTimeline(programme: settings.programmes[index]).lengthWords
            canvas.putRight(length, endColumn: area.endColumn - 2, row, .muted)
        }
    }

    private func drawIntroduction(on canvas: inout Canvas, in area: Rect) {
        guard settings.programmes.indices.contains(relax.selected) else { return }
        let programme = settings.programmes[relax.selected]
        let width = min(area.columns - 4, 64)
        var row = area.row + 1
        canvas.put(programme.title, area.column + 1, row, .title)
        row += 2
        for line in CleanText(programme.summary).wrapped(to: width) {
            canvas.put(line, area.column + 1, row, .text)
            row += 1
        }
        row += 1
        for caution in programme.cautions {
            for (index, line) in CleanText(caution.advice).wrapped(to: width - 2).enumerated() {
                canvas.put(index == 0 ? "· " + line : "  " + line, area.column + 1, row, .muted)
                row += 1
            }
        }
        row += 1
        let begin = canvas.put("Enter", area.column + 1, row, .figure)
        canvas.put("begins it. Stop whenever you like.", begin + 1, row, .muted)
        if !lastPractice(of: programme).isEmpty {
            canvas.put(lastPractice(of: programme), area.column + 1, row + 2, .muted, limit: area.columns - 2)
        }
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
