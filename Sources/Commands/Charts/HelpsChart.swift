// What goes with a better night: nights with something and nights without it, and no word of what caused it.

import CareDomain
import PlainJSON

struct HelpsChart {
    private let subject: Subject
    private let measure: Measure
    private let rows: [FactorSides]

    init(_ subject: Subject, _ window: DateWindow, _ measure: Measure) {
        self.subject = subject
        self.measure = measure
        let nights = window.narrow(subject.history.nights, date: \.date)
        rows = subject.history.factorSides(measure, nights: nights)
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: measure.titleWithUnit + ", on nights with something and without it",
            body: body, legend: legend, cautions: rows.isEmpty ? [] : [WithAndWithout.caution],
            sentence: sentence, numbers: numbers)
    }

    private var body: [ChartPiece] {
        var table = TextTable([
            .left(""), .right("With"), .right("Nights"), .right("Without"), .right("Nights"),
        ])
        for row in rows {
            let sides = row.sides
            table.add([
                row.factor.title, sides.with.median.map(measure.words) ?? "·", "\(sides.with.count)",
                sides.without.median.map(measure.words) ?? "·", "\(sides.without.count)",
            ])
        }
        return rows.isEmpty ? [] : [.table(table)]
    }

    private var legend: String {
        guard !rows.isEmpty else { return "" }
        return
            "With, Without: the middle value of those nights, from \(WithAndWithout.fewest) nights on each "
            + "side; · until then. Session nights and the ones after them are left out. A night of which it "
            + "is not known stands on neither side."
    }

    private var sentence: String {
        guard !rows.isEmpty else {
            return "No practice and no habit is noted before a night yet; 'lull log habits' and "
                + "'lull relax' note them."
        }
        return rows.first { $0.sides.with.median != nil }?.sentence
            ?? "Nothing here has \(WithAndWithout.fewest) nights on each side yet."
    }

    private var numbers: JSONObject {
        let side = { (side: WithAndWithout.Side) -> JSONValue in
            [
                "count": .integer(side.count), "median": .optional(side.median),
                "values": .array(
                    side.values.map { ["night": .optional($0.date), "value": .number($0.value)] }),
            ]
        }
        let rows = rows.map { row -> JSONValue in
            [
                "factor": .string(row.factor.rawValue), "title": .string(row.factor.title),
                "with": side(row.sides.with), "without": side(row.sides.without),
            ]
        }
        return [
            "measure": .string(measure.rawValue), "unit": .string(measure.unit),
            "fewest": .integer(WithAndWithout.fewest), "rows": .array(rows),
        ]
    }
}
