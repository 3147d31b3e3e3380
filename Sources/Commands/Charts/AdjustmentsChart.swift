// Changes of the treatment as marks in the weeks around them: their counts and means, and no difference.

import CareDomain
import PlainJSON

struct AdjustmentsChart {
    private let subject: Subject
    private let measure: Measure
    private let marks: [(change: Adjustment, mark: AdjustmentMark)]

    init(_ subject: Subject, _ measure: Measure) {
        self.subject = subject
        self.measure = measure
        marks = subject.history.adjustments.compactMap { entry in
            guard let date = entry.value.effective?.date,
                let mark = AdjustmentMark(
                    effective: date, measure, nights: subject.history.mainNights)
            else { return nil }
            return (entry.value, mark)
        }
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: "\(measure.title) around changes, a week a row", body: body,
            legend: marks.isEmpty
                ? ""
                : "The mean of a week stands where four of its nights are known; their number beside it.",
            cautions: marks.isEmpty
                ? []
                : [
                    "Changes are mostly made after bad weeks, and after a bad week the next is usually "
                        + "better whatever is done. So no week is held against another here."
                ],
            sentence: sentence, numbers: numbers)
    }

    private var body: [ChartPiece] {
        marks.flatMap { change, mark -> [ChartPiece] in
            var table = TextTable([.left("Week"), .right("Mean"), .right("Nights")])
            for week in mark.before { table.add(cells(week)) }
            let what = [change.from, change.to].compactMap { $0 }.joined(separator: " to ")
            table.add(["▲ \(mark.effective.dayMonth) \(change.what) \(what)", "", ""])
            for week in mark.after { table.add(cells(week)) }
            return [.table(table), .blank]
        }.dropLast()
    }

    private func cells(_ week: AdjustmentMark.Week) -> [String?] {
        [CivilDate.range(week.from, week.to), week.mean.map(measure.words), "\(week.count) of 7"]
    }

    private var sentence: String {
        guard !marks.isEmpty else {
            return "No change with two weeks of nights on each side yet; 'lull log adjustment' keeps one."
        }
        return "\(NumberWords.count(marks.count, "change")) with at least two weeks of nights on each side."
    }

    private var numbers: JSONObject {
        func weeks(_ weeks: [AdjustmentMark.Week]) -> JSONValue {
            .array(
                weeks.map {
                    [
                        "from": .optional($0.from), "to": .optional($0.to), "count": .integer($0.count),
                        "mean": .optional($0.mean),
                    ]
                })
        }
        let changes = marks.map { change, mark -> JSONValue in
            [
                "effective": .optional(mark.effective), "what": .string(change.what),
                "from": .optional(change.from), "to": .optional(change.to), "why": .optional(change.why),
                "before": weeks(mark.before), "after": weeks(mark.after),
            ]
        }
        return ["measure": .string(measure.rawValue), "changes": .array(changes)]
    }
}
