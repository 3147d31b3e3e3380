// The course of questionnaires: each total by its date, with its band.

import CareDomain
import PlainJSON

struct ScoresChart {
    private let subject: Subject
    private let series: [ScoreSeries]

    /// - Parameter only: one questionnaire by name; nil for all that were answered.
    init(_ subject: Subject, _ window: DateWindow, _ shelf: InstrumentShelf, now: Instant, only: String?) {
        self.subject = subject
        let all = subject.history.scoredCheckIns(in: subject.zone, until: now) { shelf.instrument($0) }
        let rows = window.narrowItems(all, date: \.date)
        series = Set(rows.map(\.instrument)).sorted().filter { only == nil || $0 == only }.map { name in
            ScoreSeries(
                instrument: shelf.instrument(name) ?? .undescribed(name),
                rows: rows.filter { $0.instrument == name }, start: subject.history.treatmentStart)
        }
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: "Questionnaires, total by date", body: body, legend: legend,
            plainLegend: series.isEmpty ? "" : "Baseline: the last one before the treatment.",
            sentence: sentence, numbers: numbers)
    }

    private var body: [ChartPiece] {
        series.enumerated().flatMap { index, series -> [ChartPiece] in
            let instrument = series.instrument
            let range = instrument.totalRange
            let about = instrument.about.isEmpty ? "" : ", \(instrument.about)"
            let scale = range.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
            let bar = TextBar([], always: range.map { [Double($0.lowerBound), Double($0.upperBound)] } ?? [])
            var table = TextTable([.left("  Date"), .right("Total"), .left("Band"), .left(""), .left("")])
            for row in series.rows {
                table.add([
                    "  " + row.date.description, row.total.map(String.init),
                    row.score.band.map(instrument.words) ?? "",
                    range == nil ? "" : bar.text(row.total.map(Double.init)),
                    row.id == series.baseline?.id ? "baseline" : "",
                ])
            }
            return (index > 0 ? [.blank] : []) + [.line(instrument.title + about + scale), .table(table)]
        }
    }

    private var legend: String {
        series.isEmpty
            ? ""
            : "The bar is the total on the scale of its form. Baseline: the last one before the treatment. "
                + "– is not known, never 0."
    }

    private var sentence: String {
        guard !series.isEmpty else {
            return "No questionnaire was answered yet. 'lull check-in list' shows what is due."
        }
        return series.map(\.sentence).joined(separator: " ")
    }

    private var numbers: JSONObject {
        let all = series.map { series -> JSONValue in
            let range = series.instrument.totalRange
            let rows = series.rows.map { row -> JSONValue in
                [
                    "id": .string(row.id.text), "date": .optional(row.date), "total": .optional(row.total),
                    "band": .optional(row.score.band), "prorated": .bool(row.score.isProrated),
                ]
            }
            return [
                "instrument": .string(series.instrument.name), "title": .string(series.instrument.title),
                "lowest": .optional(range?.lowerBound), "highest": .optional(range?.upperBound),
                "baseline": .optional(series.baseline?.total), "last": .optional(series.last?.total),
                "change": .optional(series.change?.points), "rows": .array(rows),
            ]
        }
        return ["series": .array(all)]
    }
}
