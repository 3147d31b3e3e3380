// How deep the nights were, as a device guessed: minutes of each stage, and the share of REM sleep.

import CareDomain
import PlainJSON

struct StagesChart {
    private let subject: Subject
    private let stages: StageNights
    private let rows: [StageNights.Night]

    init(_ subject: Subject, _ window: DateWindow) {
        self.subject = subject
        stages = StageNights(subject.history, today: subject.today)
        rows = window.narrow(stages.nights, date: \.date)
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: "Stages of the night, minutes, as a device guessed them", body: body,
            legend: legend, cautions: rows.isEmpty ? [] : [stages.caution], sentence: sentence,
            numbers: numbers)
    }

    private var body: [ChartPiece] {
        var table = TextTable([
            .left("Night"), .left(""), .right("Awake"), .right("REM"), .right("Core"), .right("Deep"),
            .right("REM share"),
        ])
        for night in rows {
            let minutes = night.minutes.reversed().map { Minutes($0).short }
            table.add(
                [night.date.nightWords, night.isSession ? "●" : ""] + minutes
                    + [night.remShare?.words ?? "·"])
        }
        return rows.isEmpty ? [] : [.table(table)]
    }

    private var legend: String {
        guard !rows.isEmpty else { return "" }
        let others = stages.leftOut > 0 ? " \(NumberWords.count(stages.leftOut, "night")) of another " : ""
        return "● after a session, · not known. Core is light sleep. The share of REM sleep is of all sleep."
            + (others.isEmpty ? "" : others + "device left out.")
    }

    private var sentence: String {
        guard stages.source != nil else {
            return "No device has told stages yet; 'lull import' reads a Fitbit export."
        }
        return rows.isEmpty ? "No night in this range has stages." : stages.sentence
    }

    private var numbers: JSONObject {
        let shares = { (shares: StageNights.Shares) -> JSONValue in
            ["count": .integer(shares.values.count), "median": .optional(shares.median)]
        }
        let rows = rows.map { night -> JSONValue in
            [
                "night": .optional(night.date), "sessionNight": .bool(night.isSession),
                "awakeMinutes": .number(night.minutes[3]), "remMinutes": .number(night.minutes[2]),
                "lightMinutes": .number(night.minutes[1]), "deepMinutes": .number(night.minutes[0]),
                "remPercent": .optional(night.remShare),
            ]
        }
        return [
            "source": .optional(stages.source), "leftOut": .integer(stages.leftOut),
            "remPercentSessionNights": shares(stages.session), "remPercentOtherNights": shares(stages.others),
            "rows": .array(rows),
        ]
    }
}
