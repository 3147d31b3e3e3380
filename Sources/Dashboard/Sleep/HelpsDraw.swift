// Draws what goes with a better night: nights with something and without it as dots, and how the days around
// the nights were rated.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawHelps(
        _ person: StoreSnapshot.Person, _ span: NightSpan, on canvas: inout Canvas, in area: Rect,
        _ context: Context
    ) {
        let all = person.history.factorSides(helpsMeasure, nights: person.history.nights)
        let days = DaysBesideNights(
            person.history, sleep.window(of: span), helpsMeasure)
        canvas.focus = Position(column: 2, row: area.row)
        var below = area
        if let one = all.first(where: { $0.factor == sleep.factor }) ?? all.first {
            below = drawFactor(one, of: all, on: &canvas, in: area)
        } else {
            canvas.put("Nights with a habit and without it", 2, area.row, Style(.accent, bold: true))
            let words =
                "They will stand here side by side, from eight nights on each side. lull log habits notes "
                + "a habit, r begins a practice."
            let end = drawSentences(
                [(words, .muted)], on: &canvas, in: area.below(1).inset(columns: 2))
            below = area.below(end - area.row + 1)
        }
        drawDaysBeside(days, person, on: &canvas, in: below.inset(columns: 2), context)
    }

    /// - Returns: what is left under it.
    private func drawFactor(
        _ one: FactorSides, of all: [FactorSides], on canvas: inout Canvas, in area: Rect
    ) -> Rect {
        var column = canvas.put(one.factor.title, 2, area.row, Style(.accent, bold: true))
        let place = all.firstIndex(of: one) ?? 0
        column = canvas.put("\(place + 1) of \(all.count)", column + 2, area.row, .muted)
        if all.count > 1 {
            let key = canvas.put("m", column + 3, area.row, .figure)
            canvas.put("another", key + 1, area.row, .muted)
        }
        let gap = area.rows >= 21 ? 1 : 0
        let height = area.rows >= 21 ? 2 : 1
        let table = StripTable(
            one.sides.measure.titleWithUnit,
            [
                StripTable.Row("with", one.sides.with.values.map(\.value), median: one.sides.with.median),
                StripTable.Row(
                    "without", one.sides.without.values.map(\.value), median: one.sides.without.median),
            ], one.sides.measure, baseline: nil, columns: area.columns - 4, height: height)
        table.draw(on: &canvas, in: area.below(1 + gap).inset(columns: 2))
        let text = area.below(1 + gap + table.size + gap).inset(columns: 2)
        let end = drawSentences(
            [(one.sentence, .text), (WithAndWithout.caution, .muted)], on: &canvas, in: text)
        return area.below(end - area.row + 1)
    }
}
