// How much caffeine is left at bedtime, day by day, for three half-lives.

import CareDomain
import PlainJSON

struct CaffeineChart {
    private let subject: Subject
    private let rows: [(night: LoggedNight, bed: Instant, left: CaffeineLeft)]

    init(_ subject: Subject, _ window: DateWindow) {
        self.subject = subject
        rows = window.narrow(subject.history.mainNights, date: \.date).compactMap { night in
            guard let bed = night.measures.intoBed ?? night.measures.trySleep,
                let left = subject.history.caffeineLeft(before: night)
            else { return nil }
            return (night, bed, left)
        }
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: "Caffeine left at bedtime, mg", body: body, legend: legend,
            plainLegend: legend(bar: ""), sentence: sentence, numbers: numbers)
    }

    private var body: [ChartPiece] {
        var table = TextTable([
            .left("Night"), .right("Bed"), .right("Last, h before"), .right("3 h"), .right("5 h"),
            .right("7 h"), .left(""),
        ])
        let bar = TextBar(rows.map(\.left.usual), always: [0])
        for (night, bed, left) in rows {
            table.add(
                [
                    night.date.nightWords, night.night.zone.clock(bed).description,
                    NumberWords.decimal(left.lastHours),
                ] + [left.short, left.usual, left.long].map { NumberWords.decimal($0, digits: 0) }
                    + [bar.text(left.usual)])
        }
        return rows.isEmpty ? [] : [.table(table)]
    }

    private var legend: String { legend(bar: " The bar is for 5 h.") }

    private func legend(bar: String) -> String {
        guard !rows.isEmpty else { return "" }
        return
            "3 h, 5 h, 7 h: milligrams left where half is gone after so many hours; about 5 in most people, "
            + "longer with the pill and in pregnancy, shorter in smokers.\(bar) Worked out "
            + "from notes, not measured. Source: \(Figure.caffeineLeft.note.source)."
    }

    private var sentence: String {
        guard !rows.isEmpty else {
            return "No night with caffeine noted before it yet; 'lull log habits' notes a drink."
        }
        let late = rows.filter(\.left.isUnderSixHours).count
        let nights = NumberWords.count(rows.count, "night")
        return
            "On \(late == 0 ? "none" : "\(late)") of \(nights) with caffeine noted, the last came less than "
            + "six hours before bed."
    }

    private var numbers: JSONObject {
        let rows = rows.map { night, bed, left -> JSONValue in
            [
                "night": .optional(night.date), "intoBed": .instant(bed, in: night.night.zone),
                "lastHoursBefore": .number(left.lastHours), "left3hMilligrams": .number(left.short),
                "left5hMilligrams": .number(left.usual), "left7hMilligrams": .number(left.long),
            ]
        }
        return ["unit": "mg", "halfLivesHours": [3, 5, 7], "rows": .array(rows)]
    }
}
