// Draws what the check-ins came to, beneath a chart of sleep: the last total, its course, its change.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// The questionnaires that have a total, in the order in which they ship.
    func scoreSeries(_ person: StoreSnapshot.Person, in context: Context) -> [ScoreSeries] {
        settings.care.instruments.compactMap { instrument in
            guard person.history.checkIns.contains(where: { $0.value.instrument == instrument.name }) else {
                return nil
            }
            let series = person.history.scoreSeries(
                of: instrument, in: person.zone, until: context.wall.instant)
            return series.last == nil ? nil : series
        }
    }

    func drawCheckInsBeneath(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        let all = scoreSeries(person, in: context)
        guard area.rows >= 2, !all.isEmpty else { return }
        let after = canvas.put("Check-ins", area.column, area.row, .title)
        canvas.put("last total, its course, since the baseline", after + 3, area.row, .muted)
        for (index, series) in all.prefix(area.rows - 1).enumerated() {
            draw(series, on: &canvas, in: area, row: area.row + 1 + index)
        }
    }

    private func draw(_ series: ScoreSeries, on canvas: inout Canvas, in area: Rect, row: Int) {
        guard let last = series.last, let total = last.total else { return }
        let range = series.instrument.totalRange ?? 0...max(1, total)
        canvas.put(series.instrument.title, area.column, row, .muted, limit: 9)
        canvas.putRight("\(total)", endColumn: area.column + 13, row, .figure)
        canvas.put("of \(range.upperBound)", area.column + 14, row, .muted)
        let course = series.rows.suffix(12)
        Sparkline.draw(
            course.map { $0.total.map(Double.init) },
            in: Double(range.lowerBound)...Double(range.upperBound), on: &canvas, area.column + 22, row,
            Style(.text))
        let column = area.column + 22 + max(6, course.count) + 2
        var words = last.date.dayMonth
        if let change = series.change, let baseline = series.baseline,
            let since = series.instrument.words(of: change)
        {
            words += ", \(since) since \(baseline.date.dayMonth)"
        }
        guard column + CleanText(words).width <= area.endColumn else { return }
        canvas.put(words, column, row, .text)
    }
}
