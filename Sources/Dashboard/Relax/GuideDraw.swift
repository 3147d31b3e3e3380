// Draws the guide while it runs: the picture that moves, the words of the moment, and how much is left.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// What a guide is drawn in: all of it while dim, else what the frame leaves.
    func guideArea(in size: Size) -> Rect {
        let whole = Rect(size)
        guard !relax.isDim else { return whole.inset(columns: 1, rows: 1) }
        let body = Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 4)
        return body.inset(columns: 2)
    }

    func guideLayout(of run: GuideRun, in area: Rect, _ tier: ChartTier) -> PracticeLayout {
        let columns = PracticeLayout.wordColumns(in: area.columns)
        let rows = CleanText(run.longestText).wrapped(to: columns).count
        return PracticeLayout(
            in: area, isDim: relax.isDim, wordRows: max(1, min(4, rows)), tier: tier)
    }

    /// How long what was changed is said over a dim guide.
    private static let explainingMilliseconds = 15_000

    func drawGuide(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let run = relax.run else { return }
        switch run.stage {
        case .tensionBefore, .tensionAfter: drawRating(run, on: &canvas, in: area)
        case .worse: drawWorse(run, on: &canvas, in: area)
        case .writing(let text): drawWriting(text, on: &canvas, in: area)
        case .guiding: drawLed(run, on: &canvas, in: area, context)
        }
    }

    private func drawLed(_ run: GuideRun, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let layout = guideLayout(of: run, in: area, canvas.tier)
        let elapsed = shownElapsed(of: run, in: context)
        guard let position = run.timeline.position(at: elapsed) else { return }
        let step = run.timeline.steps[position.stepIndex]
        if !relax.isDim {
            drawHead(run, on: &canvas, in: layout.head)
        } else if elapsed < run.leftOutMilliseconds + Self.explainingMilliseconds {
            let columns = PracticeLayout.wordColumns(in: area.columns)
            let lines = CleanText(run.changes.joined(separator: " ")).wrapped(to: columns)
            for (row, change) in lines.enumerated() {
                canvas.putCentred(change, in: area, row: area.row + row, .muted)
            }
        }
        if settings.motion != .none {
            drawPicture(run, step, at: elapsed, on: &canvas, layout)
        }
        drawWords(run, step, at: elapsed, on: &canvas, in: layout.words)
        if !relax.isDim { drawFoot(run, at: elapsed, on: &canvas, in: layout.foot) }
    }

    /// With less motion the picture stands still between whole seconds; without any, through each phase.
    private func shownElapsed(of run: GuideRun, in context: Context) -> Int {
        let elapsed = min(run.elapsed(at: context.now), max(0, run.timeline.totalMilliseconds - 1))
        guard settings.motion != .full, let position = run.timeline.position(at: elapsed) else {
            return elapsed
        }
        let start = run.timeline.steps[position.stepIndex].atMilliseconds
        return settings.motion == .none ? start : start + position.secondInPhase * 1000
    }

    private func drawHead(_ run: GuideRun, on canvas: inout Canvas, in area: Rect) {
        canvas.putCentred(run.programme.title, in: area, row: area.row, .title)
        let words = run.changes.isEmpty ? paceWords(run) : run.changes.joined(separator: " ")
        canvas.putCentred(CleanText(words).fitted(to: area.columns), in: area, row: area.row + 1, .muted)
    }

    // MARK: The picture

    private func drawPicture(
        _ run: GuideRun, _ step: PracticeTimeline.Step, at elapsed: Int, on canvas: inout Canvas,
        _ layout: PracticeLayout
    ) {
        let style: Style = relax.isDim ? .faint : Style(.accentSoft)
        switch GuidePicture(run.programme) {
        case .disc:
            let disc = layout.disc
            disc.draw(step: disc.step(openness: run.timeline.openness(at: elapsed)), style, on: &canvas)
        case .still:
            if let newDream, run.programme.name == "dream-rehearsal" {
                drawDream(newDream, on: &canvas, in: layout.picture)
            } else {
                layout.disc.draw(step: layout.disc.steps / 3, style, on: &canvas)
            }
        case .body: drawBody(run, step, at: elapsed, on: &canvas, layout)
        }
    }

    private func drawBody(
        _ run: GuideRun, _ step: PracticeTimeline.Step, at elapsed: Int, on canvas: inout Canvas,
        _ layout: PracticeLayout
    ) {
        let area = layout.picture
        let lit: Style = relax.isDim ? .muted : .accent
        let hasBar = run.timeline.cycles > 1
        let figure = layout.hasRoomForFigure ? BodyFigure.size.columns : 0
        let width = figure + (hasBar ? TensionBar.columns + 2 : 0)
        var column = area.column + max(0, (area.columns - width) / 2)
        let row = area.row + max(0, (area.rows - layout.bar.rows) / 2)
        if figure > 0 {
            BodyFigure(lit: step.places).draw(lit, on: &canvas, at: column, row)
            column += figure + 2
        }
        guard hasBar else { return }
        let level = layout.bar.step(openness: run.timeline.openness(at: elapsed))
        layout.bar.draw(step: level, lit, on: &canvas, at: column, row)
        let word = step.phase == .tense ? "tense" : step.phase == .release ? "let go" : ""
        canvas.put(word, column + TensionBar.columns + 1, row + layout.bar.rows / 2, .muted)
    }

    private func drawDream(_ text: String, on canvas: inout Canvas, in area: Rect) {
        let width = PracticeLayout.wordColumns(in: area.columns)
        let lines = CleanText(text).wrapped(to: width).prefix(max(0, area.rows))
        let column = area.column + max(0, (area.columns - width) / 2)
        for (index, line) in lines.enumerated() { canvas.put(line, column, area.row + index, .muted) }
    }

    // MARK: Words

    private func drawWords(
        _ run: GuideRun, _ step: PracticeTimeline.Step, at elapsed: Int, on canvas: inout Canvas,
        in area: Rect
    ) {
        let width = PracticeLayout.wordColumns(in: area.columns)
        let words = PracticeLayout.lines(run.isPaused ? "Paused" : step.text, in: width)
        let style: Style = relax.isDim ? .muted : .title
        for (index, line) in words.enumerated() where index < area.rows {
            canvas.putCentred(line, in: area, row: area.row + index, style)
        }
        let below = under(run, step, at: elapsed)
        canvas.putCentred(
            below, in: area, row: area.row + words.count,
            run.isPaused || relax.isDim ? .muted : .figure)
        let first = CleanText(words.first ?? "").width
        canvas.focus = Position(column: area.column + max(0, (area.columns - first) / 2), row: area.row)
    }

    /// The seconds that the phase still has, or why it stands still.
    private func under(_ run: GuideRun, _ step: PracticeTimeline.Step, at elapsed: Int) -> String {
        if run.isPaused {
            guard case .gap(let gap) = run.pause else { return "space goes on" }
            return "Nothing moved for \(Self.words(gap)). space goes on from where you were"
        }
        if showsSeconds(of: run) { return "\((step.endMilliseconds - elapsed + 999) / 1000)" }
        guard settings.motion == .none, !relax.hidesSeconds, !run.programme.manner.hidesTime else {
            return ""
        }
        return NumberWords.decimal(Double(step.milliseconds * run.pacePercent) / 100_000) + " s"
    }

    private static func words(_ gap: Duration) -> String {
        let seconds = Int(gap.components.seconds)
        return seconds < 120 ? "\(seconds) s" : Minutes(Double(seconds) / 60).words
    }

    // MARK: What is left

    private func drawFoot(_ run: GuideRun, at elapsed: Int, on canvas: inout Canvas, in area: Rect) {
        let timeline = run.timeline
        let width = max(10, min(area.columns - 4, 76))
        let column = area.column + (area.columns - width) / 2
        let row = area.row + 1
        if !run.programme.manner.hidesTime {
            let share = Double(elapsed) / Double(max(1, timeline.totalMilliseconds))
            canvas.rule(row: area.row, from: column, to: column + width)
            let done = Int((share * Double(width)).rounded())
            HorizontalBar.progress(share: 1, width: done, on: &canvas, column, area.row, Style(.accentSoft))
            let left = max(0, timeline.totalMilliseconds - elapsed) * run.pacePercent / 100 / 1000
            canvas.put(timeLeft(left, run), column, row, .muted)
        }
        if let noun = run.programme.cycleNoun, timeline.cycles > 1,
            let cycle = timeline.position(at: elapsed)?.cycle
        {
            canvas.putRight("\(noun) \(cycle) of \(timeline.cycles)", endColumn: column + width, row, .muted)
        }
        let on = [relax.speaks ? "voice on" : nil, relax.rings ? "bell on" : nil].compactMap { $0 }
        canvas.putCentred(
            on.joined(separator: " · "),
            in: Rect(column: column, row: row, columns: width, rows: 1), row: row, .muted)
    }

    private func timeLeft(_ seconds: Int, _ run: GuideRun) -> String {
        guard showsSeconds(of: run) else {
            return seconds < 60 ? "less than a minute left" : "\((seconds + 30) / 60) min left"
        }
        return seconds < 60 ? "\(seconds) s left" : "\(seconds / 60) min \(seconds % 60) s left"
    }

    private func paceWords(_ run: GuideRun) -> String {
        guard case .breathing(let phases, _) = run.programme.body else {
            return run.programme.cautions.contains(.tensing)
                ? "gently, never to the point of pain" : "stop whenever you like"
        }
        let cycle = phases.reduce(0) { $0 + $1.milliseconds } * run.pacePercent / 100
        guard cycle > 0 else { return "" }
        let lengths = phases.filter { $0.milliseconds > 0 }.map { phase in
            NumberWords.decimal(Double(phase.milliseconds * run.pacePercent) / 100_000)
        }
        return NumberWords.decimal(60_000 / Double(cycle)) + " a minute · "
            + lengths.joined(separator: "–")
            + " seconds · small, soft breaths"
    }
}
