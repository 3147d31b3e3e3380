// Draws how deep the nights were, as a device guessed: stacked stages, the share of REM sleep, one night's
// course.

import CareDomain
import CellCanvas

extension StageRecording.Stage {
    /// Darker is deeper; the sign tells it without colour.
    fileprivate var layer: StackedBars.Layer {
        switch self {
        case .deep: StackedBars.Layer("█", plain: "#", .accent)
        case .light, .asleep: StackedBars.Layer("▓", plain: "=", Style(.accentSoft))
        case .rem: StackedBars.Layer("▒", plain: "%", .text)
        case .awake, .unscored: StackedBars.Layer("░", plain: ":", Style(.caution))
        }
    }
}

extension DashboardModel {
    func drawStages(
        _ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, in area: Rect,
        _ context: Context
    ) {
        let stages = StageNights(person.history, today: person.today(in: context))
        canvas.focus = Position(column: 2, row: area.row)
        guard let source = stages.source, !stages.nights.isEmpty else {
            return drawNoStages(on: &canvas, in: area)
        }
        let layout = StagesLayout(area, stages)
        let title = canvas.put("Stages of the night, hours", 2, area.row, Style(.accent, bold: true))
        canvas.put("guessed by \(source)", title + 3, area.row, .muted, limit: area.endColumn - title - 5)
        let window = sleep.window(of: span, room: layout.chart.columns)
        let chosen = sleep.date(in: span)
        drawStacks(stages, window, person.history.course, chosen, on: &canvas, in: layout.chart)
        drawStageLegend(on: &canvas, in: area, row: layout.chart.endRow + 2)
        drawShares(stages, on: &canvas, in: layout)
        drawSentences(
            [(layout.sentence(of: stages), .text), (stages.caution, .muted)], on: &canvas,
            in: layout.sentences)
        if let place = layout.hypnogram {
            drawHypnogram(stages.night(on: chosen), chosen, on: &canvas, in: place)
        }
    }

    private func drawNoStages(on canvas: inout Canvas, in area: Rect) {
        let texts = [
            "How deep your nights are will be drawn here, once a device has guessed it.",
            "lull import FILE reads what a watch or a band has exported: Fitbit's sleep files.",
            "A diary cannot tell stages, and nothing is missing without them.",
        ]
        var row = area.row + area.rows / 4
        for (index, text) in texts.enumerated() {
            for line in CleanText(text).wrapped(to: min(72, area.columns - 4)) {
                canvas.putCentred(line, in: area, row: row, index == 0 ? .text : .muted)
                row += 1
            }
            row += 1
        }
    }

    private func drawStacks(
        _ stages: StageNights, _ window: NightSpan, _ course: Course?, _ chosen: CivilDate,
        on canvas: inout Canvas, in area: Rect
    ) {
        let nights = Dictionary(
            stages.nights.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        let shown = window.dates.map { nights[$0] }
        let most = shown.compactMap { $0?.minutes.reduce(0, +) }.max() ?? 480
        let axis = Axis([0, most], rows: area.rows, limits: 0...2880, step: 60)
        let bars = BarColumns(shown.count, in: area)
        let chart = area.left(bars.used)
        let layers = StageNights.stages.map(\.layer)
        let plot = Plot(chart, x: NightAxis(window: window, course: course).axis, y: axis)
        plot.drawFrame(on: &canvas) { NumberWords.decimal($0 / 60) }
        StackedBars(shown.map { $0?.minutes }, layers: layers, axis: axis).draw(on: &canvas, in: chart)
        let middle = bars.middle
        for (index, night) in shown.enumerated() where night?.isSession == true {
            canvas.mark("●", middle(index), chart.endRow, .session)
        }
        let place = window.first.days(until: chosen)
        if place >= 0, place < shown.count {
            canvas.mark("▴", middle(place), chart.endRow, .title)
            canvas.focus = Position(column: middle(place), row: chart.endRow)
        }
        let ticks = NightAxis(window: window, course: course).ticks.map { tick in
            (column: middle(Int(tick.x)), text: tick.text)
        }
        AxisLabels(ticks, within: area.column..<area.endColumn, .leading)
            .draw(on: &canvas, row: chart.endRow + 1)
    }

    private func drawStageLegend(on canvas: inout Canvas, in area: Rect, row: Int) {
        var signs = StageNights.stages.reversed().map { stage in
            (String(stage.layer.sign(canvas.tier)), stage.layer.style, stage.words)
        }
        signs += [
            (String(canvas.tier.missing), .faint, "no stages"), ("●", .session, "after a session"),
        ]
        drawLegend(signs, on: &canvas, 2, row, to: area.endColumn - 2)
    }

    /// The share of REM sleep, a dot a night.
    private func drawShares(_ stages: StageNights, on canvas: inout Canvas, in layout: StagesLayout) {
        guard let area = layout.shares else { return }
        var rows = [StripTable.Row("other nights", stages.others.values, median: stages.others.median)]
        if stages.hasSessions {
            rows.insert(
                StripTable.Row(
                    "session nights", stages.session.values, median: stages.session.median,
                    isSession: true), at: 0)
        } else {
            rows = [StripTable.Row("all nights", stages.others.values, median: stages.others.median)]
        }
        StripTable(
            "share of REM sleep", rows, .remPercent, baseline: nil, columns: area.columns, height: 2
        ).draw(on: &canvas, in: area)
    }

    private func drawHypnogram(
        _ night: StageNights.Night?, _ date: CivilDate, on canvas: inout Canvas, in area: Rect
    ) {
        let levels: [StageRecording.Stage] = [.awake, .rem, .light, .deep]
        guard let night else {
            canvas.put(
                "No stages of the night to \(date.words).", area.column, area.row, .muted,
                limit: area.columns)
            return
        }
        let height = max(1, (area.rows - 1) / levels.count)
        let chart = Rect(
            column: area.column + 14, row: area.row, columns: area.columns - 14,
            rows: height * levels.count)
        for (index, stage) in levels.enumerated() {
            let row = area.row + index * height
            let minutes = StageNights.stages.firstIndex(of: stage).map { night.minutes[$0] } ?? 0
            canvas.put(stage == .light ? "core" : stage.words, area.column, row, .muted)
            canvas.putRight(Minutes(minutes).short, endColumn: chart.column - 1, row, .text)
        }
        let hypnogram = Hypnogram(night.recording, columns: chart.columns)
        StateRow.drawSteps(
            hypnogram.cells.map { stage in
                stage.flatMap { levels.firstIndex(of: $0 == .asleep ? .light : $0) }
            },
            signs: levels.map { StateRow.Sign($0.layer.fine, plain: $0.layer.plain, $0.layer.style) },
            on: &canvas, in: chart)
        let hours = hypnogram.hours(in: night.zone).map { share, clock in
            (column: chart.column + Int(place: share * Double(chart.columns - 1)), text: clock.description)
        }
        AxisLabels(hours, within: chart.column - 2..<chart.endColumn + 2, gap: 2)
            .draw(on: &canvas, row: chart.endRow)
    }
}

/// Where the parts of the page lie. The caution stands wherever stages do; the rest takes what is left.
struct StagesLayout {
    let chart: Rect
    /// For the dots of both kinds of nights; nil without room.
    let shares: Rect?
    let sentences: Rect
    let hypnogram: Rect?
    private let isShort: Bool

    func sentence(of stages: StageNights) -> String { isShort ? stages.shortSentence : stages.sentence }

    init(_ area: Rect, _ stages: StageNights) {
        let columns = area.columns - 4
        isShort = area.rows < 16
        let lines = [isShort ? stages.shortSentence : stages.sentence, stages.caution]
            .map { CleanText($0).wrapped(to: max(20, columns), keepsUnits: true).count }.reduce(0, +)
        let gap = area.rows >= 21 ? 1 : 0
        // Title, the axis with its words, and the legend.
        let fixed = 1 + gap + 2 + 1 + lines
        let free = area.rows - fixed
        let isTall = area.rows >= 32
        let strips = isTall ? 8 + gap : 0
        let night = free - strips >= 4 + 5 + gap ? (isTall ? 9 : 5) + 2 * gap : 0
        let rows = max(2, free - strips - night)
        chart = Rect(column: 8, row: area.row + 1 + gap, columns: area.columns - 10, rows: rows)
        var row = chart.endRow + 3
        shares = isTall ? Rect(column: 2, row: row + gap, columns: columns, rows: 7) : nil
        row += strips
        sentences = Rect(column: 2, row: row + (isTall ? 0 : gap), columns: columns, rows: lines)
        row += lines + (isTall ? 0 : gap)
        hypnogram =
            night > 0
            ? Rect(column: 2, row: row + gap, columns: columns, rows: isTall ? 9 : 5) : nil
    }
}
