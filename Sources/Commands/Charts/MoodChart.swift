// Mood, anxiety and clear-headedness of the days around each night, beside the night itself.

import CareDomain
import PlainJSON

struct MoodChart {
    private let subject: Subject
    private let days: DaysBesideNights
    private let shown: [Int]
    private let scores: [(title: String, rows: [(date: CivilDate, total: Int?)])]

    init(_ subject: Subject, _ window: DateWindow, _ measure: Measure, _ shelf: InstrumentShelf, now: Instant)
    {
        self.subject = subject
        let span = NightSpan(subject.history, today: subject.today)
        days = DaysBesideNights(subject.history, span, measure)
        let dates = Set(window.narrow(span))
        let isEmpty = subject.history.mainNights.isEmpty
        shown = isEmpty ? [] : span.dates.indices.filter { dates.contains(span.dates[$0]) }
        let names = Set(subject.history.checkIns.map(\.value.instrument)).sorted()
        scores = names.compactMap { shelf.instrument($0) }.filter { $0.sleepItem != nil }.map { instrument in
            let series = subject.history.scoreSeries(of: instrument, in: subject.zone, until: now)
            return (
                instrument.titleBesideSleep,
                window.narrowItems(series.rows, date: \.date).map {
                    ($0.date, instrument.totalBesideSleep($0))
                }
            )
        }
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: "How the days were rated, 0 to 10, beside the nights", body: body,
            legend: legend, sentence: shown.isEmpty ? "No night is logged yet." : days.sentence,
            numbers: numbers)
    }

    private var body: [ChartPiece] {
        guard !shown.isEmpty else { return [] }
        var columns: [TextTable.Column] = [.left("Night"), .right(days.measure.title)]
        for side in ["", " +1"] {
            columns += Feeling.allCases.map { .right($0.shortTitle + side) }
        }
        var table = TextTable(columns)
        for index in shown {
            table.add(
                [days.dates[index].nightWords, days.nights[index].map(days.measure.words) ?? "·"]
                    + ratings(index).map { $0.map { NumberWords.decimal($0) } ?? "·" })
        }
        return [.table(table)] + scoreLines
    }

    private var scoreLines: [ChartPiece] {
        scores.flatMap { title, rows -> [ChartPiece] in
            let known = rows.compactMap { row in row.total.map { "\($0) on \(row.date.dayMonth)" } }
            return known.isEmpty
                ? [] : [.blank, .words("\(title): \(known.joined(separator: ", ")).")]
        }
    }

    /// Of the day before the night, then of the day after it.
    private func ratings(_ index: Int) -> [Double?] {
        DaysBesideNights.Side.allCases.flatMap { side in
            Feeling.allCases.map { days.values($0, side)[index] }
        }
    }

    private var legend: String {
        shown.isEmpty
            ? ""
            : "The ratings are of the day whose evening the night began on; +1, of the day that it ended on. "
                + "· not known."
    }

    private var numbers: JSONObject {
        let rows = shown.map { index -> JSONValue in
            func side(_ side: DaysBesideNights.Side) -> JSONValue {
                var object: JSONObject = [:]
                for feeling in Feeling.allCases {
                    object[feeling.rawValue] = .optional(days.values(feeling, side)[index])
                }
                return .object(object)
            }
            return [
                "night": .optional(days.dates[index]), "value": .optional(days.nights[index]),
                "sameDay": side(.sameDay), "nextDay": side(.nextDay),
            ]
        }
        let totals = scores.map { title, rows -> JSONValue in
            let rows = rows.map { row -> JSONValue in
                ["date": .optional(row.date), "total": .optional(row.total)]
            }
            return ["title": .string(title), "rows": .array(rows)]
        }
        return [
            "measure": .string(days.measure.rawValue), "unit": .string(days.measure.unit),
            "rows": .array(rows), "scoresWithoutSleep": .array(totals),
        ]
    }
}
