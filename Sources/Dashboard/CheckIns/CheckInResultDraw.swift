// Draws what a questionnaire came to: the total on its own range, its band, the baseline, and when it is next
// asked.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCheckInResult(
        _ id: RecordID, of name: String, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        canvas.clear(area)
        let width = min(area.columns - 6, 72)
        let left = area.column + max(3, (area.columns - width) / 2)
        let isTight = area.rows < 18
        var row = area.row + (isTight ? 0 : 2)
        canvas.focus = Position(column: left, row: row)
        guard let person, let instrument = settings.care.instrument(named: name) else { return }
        let series = person.history.scoreSeries(
            of: instrument, in: person.zone, until: context.wall.instant)
        guard let scored = series.rows.first(where: { $0.id == id }) else {
            canvas.put("It was taken back.", left, row, .text)
            return
        }
        let title = canvas.put(
            "\(whoseBefore)\(instrument.title), \(instrument.about)", left, row, .title, limit: width)
        canvas.put(scored.date.words(on: person.today(in: context)), title + 3, row, .muted)
        row += isTight ? 1 : 2
        if let total = scored.total, let range = instrument.totalRange {
            let after = canvas.put("\(total) of \(range.upperBound)", left, row, .figure)
            if let band = scored.score.band {
                canvas.put(instrument.words(ofBand: band), after + 3, row, .text)
            }
            row += isTight ? 1 : 2
            row = drawRange(total, range, instrument, on: &canvas, left, row, width: width)
        }
        let due = dueCheckIns(person, in: context).first { $0.instrument.name == name }
        let today = person.today(in: context)
        for paragraph in Self.resultWords(scored, series) + [Self.nextWords(due, today)].compactMap({ $0 }) {
            for line in CleanText(paragraph).wrapped(to: width) where row < area.endRow {
                canvas.put(line, left, row, .text)
                row += 1
            }
            if !isTight { row += 1 }
        }
        guard row < area.endRow else { return }
        canvas.shade(Rect(column: left - 1, row: row, columns: width + 2, rows: 1), .selection)
        canvas.put("▸", left, row, .accent)
        let key = canvas.put("Enter", left + 2, row, .figure)
        canvas.put("closes this page", key + 1, row, .title)
        canvas.focus = Position(column: left, row: row)
    }

    /// A line for the range, where its bands begin, and where the total lies.
    /// - Returns: the next row.
    private func drawRange(
        _ total: Int, _ range: ClosedRange<Int>, _ instrument: Instrument, on canvas: inout Canvas,
        _ column: Int, _ row: Int, width: Int
    ) -> Int {
        func place(_ value: Int) -> Int {
            column + (value - range.lowerBound) * (width - 1) / max(1, range.upperBound - range.lowerBound)
        }
        canvas.rule(row: row, from: column, to: column + width)
        for band in instrument.bands { canvas.mark("┬", place(band.range.lowerBound), row, .faint) }
        canvas.mark("◆", place(total), row, .figure)
        guard !instrument.bands.isEmpty else {
            canvas.put("\(range.lowerBound)", column, row + 1, .muted)
            canvas.putRight("\(range.upperBound)", endColumn: column + width, row + 1, .muted)
            return row + 3
        }
        for (index, band) in instrument.bands.enumerated() {
            let from = place(band.range.lowerBound)
            let next =
                index + 1 < instrument.bands.count
                ? place(instrument.bands[index + 1].range.lowerBound) : column + width + 1
            let isOwn = band.range.contains(total)
            let words = "\(band.range.lowerBound) \(band.word)"
            canvas.put(words, from, row + 1, isOwn ? .text : .muted, limit: max(0, next - from - 1))
        }
        return row + 3
    }

    private static func resultWords(_ scored: ScoredCheckIn, _ series: ScoreSeries) -> [String] {
        let instrument = series.instrument
        var words: [String] = []
        let missing = scored.score.missing
        let items = missing.count == 1 ? "Item \(missing[0]) is" : "Items \(list(missing)) are"
        if scored.score.isProrated {
            words.append("\(items) open; the total is filled in with the mean of the others.")
        } else if scored.total == nil, !missing.isEmpty {
            words.append("\(items) open, so there is no total yet. Enter on the list goes on with it today.")
        }
        if scored.answers.isEmpty, let item = instrument.concerns.first?.items.first {
            words.append("A total alone does not say how item \(item) was answered.")
        }
        if let change = series.change, let baseline = series.baseline, let before = baseline.total,
            series.last?.id == scored.id
        {
            let size = instrument.words(of: change)
            let isUnder = size?.hasPrefix("under") == true
            let now = size.map { isUnder ? "; the change is \($0)" : "; now \($0)" } ?? ""
            words.append("At the baseline, on \(baseline.date.dayMonth), it was \(before)\(now).")
        } else if series.baseline?.id == scored.id {
            words.append("It is the baseline: later ones stand beside it.")
        }
        return words + [instrument.changeNote, instrument.monitoringWords].compactMap { $0 }
    }

    private static func list(_ numbers: [Int]) -> String {
        guard numbers.count > 1, let last = numbers.last else { return numbers.map(String.init).joined() }
        return numbers.dropLast().map(String.init).joined(separator: ", ") + " and \(last)"
    }

    private static func nextWords(_ due: DueCheckIn?, _ today: CivilDate) -> String? {
        guard let due, due.from > today else { return nil }
        return "Next on \(due.from.words(on: today)), \(due.from.relative(to: today))."
    }
}
