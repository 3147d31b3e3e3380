// Draws nights after sessions over everyone: a dot a person, one strip for each night after the session.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawSessionNightsPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let figures = cohort.nights.figures else { return }
        let people = figures.withSessions == 1 ? "1 person" : "\(figures.withSessions) people"
        drawGroupLine(cohort.outcomes.protocolName, ["\(people) with a session"], on: &canvas, in: area)
        let body = area.below(area.rows >= 22 ? 2 : 1)
        let pane: Rect
        let measures = SessionNightFacts.measures
        if area.columns >= GroupList.fewestColumns {
            let lines = measures.enumerated().map { GroupList.Line.item($1.title, $0) }
            GroupList(lines, chosen: measures.firstIndex(of: figures.measure) ?? 0)
                .draw(on: &canvas, in: body)
            pane = GroupList.rest(of: body)
        } else {
            canvas.put("▸", 0, body.row, .accent)
            canvas.focus = Position(column: 0, row: body.row)
            pane = body.inset(columns: 2)
        }
        drawPeople(figures, on: &canvas, in: pane)
    }

    private func drawPeople(_ figures: CohortSessionNights, on canvas: inout Canvas, in area: Rect) {
        let measure = figures.measure
        let after = canvas.put(measure.title, area.column, area.row, .title, limit: area.columns)
        guard figures.nights.contains(where: { $0.people > 0 }) else {
            let words =
                "People stand here from \(NumberWords.of(SessionNightFacts.fewest)) nights of each kind on."
            canvas.put(words, area.column, area.row + 2, .muted, limit: area.columns)
            return
        }
        let hint = "less the person's other nights"
        if after + hint.count + 2 <= area.endColumn { canvas.put(hint, after + 2, area.row, .muted) }
        let gap = area.rows >= 20 ? 1 : 0
        let foot = footLines(figures, columns: area.columns)
        let strips = PeopleStrips(figures, columns: area.columns)
        // Beside the strips the title, the axis with its words, the lines below, and what a dot is.
        let height = max(1, min(8, (area.rows - 4 - foot.count - 2 * gap) / strips.count - 2))
        let place = area.below(1 + gap)
        strips.draw(on: &canvas, in: place, height: height)
        var row = place.row + strips.rows(height) + gap
        if row < area.endRow {
            canvas.put(String(canvas.tier.dot), area.column, row, .session)
            let words = strips.dotWords(in: place, height: height) + " · " + figures.sameWords
            canvas.put(words, area.column + 2, row, .muted, limit: area.columns - 2)
            row += 1
        }
        for line in foot where row < area.endRow {
            canvas.put(line.text, area.column, row, line.style, limit: area.columns)
            row += 1
        }
    }

    private func footLines(
        _ figures: CohortSessionNights, columns: Int
    ) -> [(text: String, style: Style)] {
        var texts: [(String, Style)] = []
        if let words = figures.comparison.sentence(figures.measure) { texts.append((words, .text)) }
        texts.append(("This does not show why.", .muted))
        return texts.flatMap { text, style in
            CleanText(text).wrapped(to: columns, keepsUnits: true).map { ($0, style) }
        }
    }
}

/// Strips of dots over one axis, below each what they come to.
private struct PeopleStrips {
    private let figures: CohortSessionNights
    private let axis: Axis
    var count: Int { figures.nights.count }

    init(_ figures: CohortSessionNights, columns: Int) {
        self.figures = figures
        axis = Axis(
            figures.nights.flatMap(\.differences) + [0], ticks: max(3, columns / 10),
            step: figures.measure == .totalSleepMinutes ? 30 : nil)
    }

    /// All of them with the axis.
    func rows(_ height: Int) -> Int { count * (height + 2) + 2 }

    func draw(on canvas: inout Canvas, in area: Rect, height: Int) {
        let style = Style(.session)
        let size = peopleADot(in: area, height: height)
        for (index, night) in figures.nights.enumerated() {
            let row = area.row + index * (height + 2)
            drawHead(night, on: &canvas, in: area, row)
            let strip = inner(Rect(column: area.column, row: row + 1, columns: area.columns, rows: height))
            let zero = DotStrip.column(0, on: axis, in: strip)
            for row in strip.row..<strip.endRow { canvas.mark(canvas.tier.chosen, zero, row, .muted) }
            DotStrip(
                thinned(night.differences, in: strip, a: size), axis: axis, middle: night.quarters?.median,
                band: night.quarters.map { $0.low...$0.high }
            ).draw(on: &canvas, in: strip, style)
            drawCounts(night, on: &canvas, in: area, row + 1 + height)
        }
        let foot = area.row + count * (height + 2)
        DotStrip.drawAxis(axis, on: &canvas, in: inner(area), row: foot) { value in
            figures.measure.differenceWords(value)
        }
    }

    /// The axis has words that reach beyond its ends.
    private func inner(_ area: Rect) -> Rect { area.inset(columns: 3) }

    func dotWords(in area: Rect, height: Int) -> String {
        let size = peopleADot(in: area, height: height)
        return size == 1 ? "a person" : "up to \(size) people"
    }

    /// How many people a dot stands for at most, so that all but a few piles have room: many people lie at
    /// zero, and the others would all be flat beside them.
    func peopleADot(in area: Rect, height: Int) -> Int {
        let highest =
            figures.nights.flatMap { night in
                piles(night.differences, in: inner(area)).values.map(\.count)
            }.sorted(by: >).dropFirst(2 * count).first ?? 0
        return max(1, (highest + height - 1) / height)
    }

    private func piles(_ values: [Double], in strip: Rect) -> [Int: [Double]] {
        Dictionary(grouping: values) { DotStrip.column($0, on: axis, in: strip) }
    }

    private func thinned(_ values: [Double], in strip: Rect, a size: Int) -> [Double] {
        piles(values, in: strip).values.flatMap { $0.prefix(($0.count + size - 1) / size) }
    }

    private func drawHead(
        _ night: CohortSessionNights.Night, on canvas: inout Canvas, in area: Rect, _ row: Int
    ) {
        let after = canvas.put(night.title, area.column, row, Style(.strong))
        let people = night.people == 1 ? "1 person" : "\(night.people) people"
        canvas.put(people, after + 2, row, .muted)
        guard let quarters = night.quarters else { return }
        let middle = figures.measure.differenceWords(quarters.median)
        canvas.putRight(middle, endColumn: area.endColumn, row, .figure)
        canvas.putRight("median", endColumn: area.endColumn - middle.count - 1, row, .muted)
    }

    private func drawCounts(
        _ night: CohortSessionNights.Night, on canvas: inout Canvas, in area: Rect, _ row: Int
    ) {
        let measure = figures.measure
        canvas.put(
            "\(night.higher) higher · \(night.same) same · \(night.lower) lower", area.column, row, .text,
            limit: area.columns)
        guard let quarters = night.quarters else { return }
        let (low, high) = (measure.differenceWords(quarters.low), measure.differenceWords(quarters.high))
        canvas.putRight("half \(low) to \(high)", endColumn: area.endColumn, row, .muted)
    }
}
