// One measure night by night, the middle of seven nights, and the baseline: the text twin of the trend.

import CareDomain
import PlainJSON

struct TrendChart {
    private let subject: Subject
    private let measure: Measure
    private let trend: NightTrend
    private let shown: [Int]
    private let source: String?

    init(_ subject: Subject, _ window: DateWindow, _ measure: Measure) {
        self.subject = subject
        self.measure = measure
        let span = NightSpan(subject.history, today: subject.today)
        trend = NightTrend(subject.history, span, measure)
        let dates = Set(window.narrow(span))
        let isEmpty = subject.history.mainNights.isEmpty
        shown = isEmpty ? [] : span.dates.indices.filter { dates.contains(span.dates[$0]) }
        source = subject.history.mainNights.last { measure.value(of: $0) != nil }?.source
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: measure.titleWithUnit + ", night by night", body: body,
            legend: legend,
            plainLegend: shown.isEmpty
                ? "" : "Middle of 7: of the seven nights up to this one, from four known on.",
            cautions: [measure.deviceCaution(source)].compactMap { $0 },
            sentence: sentence, numbers: numbers)
    }

    private var sentence: String {
        guard let last = shown.last, shown.contains(where: { trend.values[$0] != nil }) else {
            return "No night tells this yet."
        }
        guard last < trend.values.count - 1 else { return trend.sentence }
        let night = trend.span.first.adding(days: last).nightWords
        guard let median = trend.medians[last] else {
            return "Of the seven nights up to \(night), fewer than four tell the \(measure.noun)."
        }
        return "The middle of the \(measure.noun) of the seven nights up to \(night) is "
            + "\(measure.scaleWords(median))."
    }

    private var body: [ChartPiece] {
        let bar = TextBar(
            shown.compactMap { trend.values[$0] } + [trend.baseline].compactMap { $0 }, always: [0])
        var table = TextTable([
            .left("Night"), .left(""), .right("Value"), .right("Middle of 7"), .left(""),
        ])
        for index in shown {
            let value = trend.values[index]
            table.add([
                trend.span.first.adding(days: index).nightWords, trend.isSession[index] ? "●" : "",
                value.map(measure.words) ?? "·", trend.medians[index].map(measure.words) ?? "·",
                bar.text(value),
            ])
        }
        guard let baseline = trend.baseline else { return [.table(table)] }
        let words = "Baseline: \(measure.words(baseline)), middle of "
        let count = NumberWords.count(trend.baselineCount, "night")
        return [.table(table), .blank, .line(words + "\(count) before the first session.")]
    }

    private var legend: String {
        shown.isEmpty
            ? ""
            : "● after a session, · not known. Middle of 7: the middle of the seven nights up to this one, "
                + "from four known on. The bar is the night's value."
    }

    private var numbers: JSONObject {
        let rows = shown.map { index -> JSONValue in
            [
                "night": .optional(trend.span.first.adding(days: index)),
                "value": .optional(trend.values[index]), "median7": .optional(trend.medians[index]),
                "sessionNight": .bool(trend.isSession[index]),
            ]
        }
        return [
            "measure": .string(measure.rawValue), "unit": .string(measure.unit),
            "baseline": .optional(trend.baseline), "baselineCount": .integer(trend.baselineCount),
            "rows": .array(rows),
        ]
    }
}
