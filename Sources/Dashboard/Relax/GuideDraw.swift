// Draws the guide while it runs: the disc that breathes, the word of the moment, and how much is left.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawGuide(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let run = relax.run else { return }
        if run.isRating {
            drawRating(run, on: &canvas, in: area)
            return
        }
        let elapsed = run.elapsed(at: context.now)
        let timeline = run.timeline
        if !relax.isDim {
            canvas.put(timeline.programme.title, area.column + 1, area.row, .title)
            canvas.put(paceWords(run), area.column + 1, area.row + 1, .muted, limit: area.columns - 2)
        }
        let top = relax.isDim ? 0 : 2
        let middle = Rect(
            column: area.column, row: area.row + top, columns: area.columns,
            rows: area.rows - top - (relax.isDim ? 0 : 3))
        drawMoment(run, at: elapsed, on: &canvas, in: middle)
        guard !relax.isDim else { return }
        drawProgress(run, at: elapsed, on: &canvas, in: area)
    }

    private func drawMoment(_ run: GuideRun, at elapsed: Int, on canvas: inout Canvas, in area: Rect) {
        let timeline = run.timeline
        guard let position = timeline.position(at: elapsed) else { return }
        let step = timeline.steps[position.stepIndex]
        let width = max(12, min(area.columns * 2 / 5, 26))
        let words = CleanText(run.isPaused ? "Paused" : step.text).wrapped(to: width)
        let height = words.count + 2
        let openness = settings.motion == .none ? 0.6 : timeline.openness(at: elapsed)
        Disc(in: area).draw(
            openness: openness, isFilled: settings.motion != .reduced,
            clear: (words.map { CleanText($0).width }.max() ?? 0, height), on: &canvas)
        let row = area.row + area.rows / 2 - height / 2
        for (index, line) in words.enumerated() {
            canvas.putCentred(line, in: area, row: row + index, .title)
        }
        let left = (step.endMilliseconds - elapsed + 999) / 1000
        let count = run.isPaused ? "space goes on" : "\(left)"
        canvas.putCentred(count, in: area, row: row + words.count + 1, run.isPaused ? .muted : .figure)
        canvas.focus = Position(
            column: area.column + max(0, (area.columns - (words.first?.count ?? 0)) / 2), row: row)
    }

    private func drawProgress(_ run: GuideRun, at elapsed: Int, on canvas: inout Canvas, in area: Rect) {
        let timeline = run.timeline
        let width = max(10, area.columns - 8)
        let column = area.column + (area.columns - width) / 2
        let share = Double(elapsed) / Double(max(1, timeline.totalMilliseconds))
        HorizontalBar.progress(share: share, width: width, on: &canvas, column, area.endRow - 2)
        let left = max(0, timeline.totalMilliseconds - elapsed) * run.pacePercent / 100 / 1000
        let time = left < 60 ? "\(left) s left" : "\(left / 60) min \(left % 60) s left"
        canvas.put(time, column, area.endRow - 1, .muted)
        if let cycle = timeline.position(at: elapsed)?.cycle, timeline.cycles > 1 {
            let noun = if case .breathing = timeline.programme.body { "breath" } else { "round" }
            canvas.putRight(
                "\(noun) \(cycle) of \(timeline.cycles)", endColumn: column + width, area.endRow - 1, .muted)
        }
        if relax.rings {
            canvas.putCentred(
                "bell on", in: Rect(column: column, row: 0, columns: width, rows: 1), row: area.endRow - 1,
                .muted)
        }
    }

    private func paceWords(_ run: GuideRun) -> String {
        guard case .breathing(let phases, _) = run.timeline.programme.body else {
            return run.timeline.programme.summary
        }
        let cycle = phases.reduce(0) { $0 + $1.milliseconds } * run.pacePercent / 100
        guard cycle > 0 else { return "" }
        let lengths = phases.filter { $0.milliseconds > 0 }.map { phase in
            NumberWords.decimal(Double(phase.milliseconds * run.pacePercent) / 100_000)
        }
        return NumberWords.decimal(60_000 / Double(cycle)) + " a minute · " + lengths.joined(separator: "–")
            + " seconds"
    }

    private func drawRating(_ run: GuideRun, on canvas: inout Canvas, in area: Rect) {
        let isBefore = run.stage == .tensionBefore
        let row = area.row + max(1, area.rows / 2 - 3)
        canvas.putCentred(run.timeline.programme.title, in: area, row: row, .title)
        canvas.putCentred(
            isBefore ? "How tense are you now?" : "And how tense are you now?", in: area, row: row + 2, .text)
        canvas.putCentred("0  1  2  3  4  5  6  7  8  9  t", in: area, row: row + 4, .figure)
        canvas.putCentred("not at all            t is ten, the most", in: area, row: row + 5, .muted)
        let enter = isBefore ? "Enter begins without a number" : "Enter leaves it out; what you did is kept"
        canvas.putCentred(enter, in: area, row: row + 7, .muted)
        canvas.focus = Position(column: area.column + area.columns / 2 - 15, row: row + 4)
    }
}
