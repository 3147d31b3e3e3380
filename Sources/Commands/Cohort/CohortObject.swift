// A person as a row of `cohort`.

import CareDomain
import PlainJSON

enum CohortObject {
    static let keys = [
        "patient", "name", "bornYear", "protocol", "reason", "lastReceived", "lastContact", "nextSession",
        "week",
        "weeks", "sessionsDone", "sessionsPlanned", "nightsLogged7", "lastNight", "efficiency7Percent",
        "efficiencyChangePoints", "totalSleep7Minutes", "regularityIndex", "qualities", "scores", "flags",
    ]

    static let columns: [TextTable.Column] = [
        .left("Person", limit: 20), .left("Reason", limit: 28), .right("Week"), .right("Sessions"),
        .right("Diary 7 d"), .right("SE 7 d"),
        .right("Asleep 7 d"), .left("Last night"), .left("Next session"),
    ]

    static func object(_ row: CohortRow) -> JSONObject {
        let scores = row.scores.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.integer($0.value)) }
        let object: JSONObject = [
            "patient": .string(row.id.text), "name": .string(row.name), "bornYear": .optional(row.bornYear),
            "protocol": .optional(row.protocolName), "reason": .optional(row.reason),
            "lastContact": .optional(row.lastContact), "lastReceived": .optional(row.lastReceived),
            "nextSession": .optional(row.nextSession?.at), "week": .optional(row.week),
            "weeks": .optional(row.weeks), "sessionsDone": .integer(row.sessionsDone),
            "sessionsPlanned": .integer(row.sessionsPlanned), "nightsLogged7": .integer(row.nightsLogged7),
            "lastNight": .optional(row.lastNight), "efficiency7Percent": .optional(row.efficiency7),
            "efficiencyChangePoints": .optional(row.efficiencyChangePoints),
            "totalSleep7Minutes": .optional(row.totalSleep7),
            "regularityIndex": .optional(row.regularityIndex),
            "qualities": .array(row.qualities.map { .optional($0) }), "scores": .object(JSONObject(scores)),
            "flags": .array(row.flags.map { .object(short($0)) }),
        ]
        return object.complete(keys)
    }

    private static func short(_ flag: ReviewFlag) -> JSONObject {
        [
            "id": .string(flag.id), "rule": .string(flag.rule), "level": .string(flag.level.rawValue),
            "since": .optional(flag.since),
        ]
    }

    static func cells(_ row: CohortRow) -> [String?] {
        [
            row.name, row.reason ?? "", row.week.flatMap { week in row.weeks.map { "\(week)/\($0)" } },
            "\(row.sessionsDone)/\(row.sessionsPlanned)", "\(row.nightsLogged7)/7", row.efficiency7?.words,
            row.totalSleep7?.short, row.lastNight?.words, row.nextSession.map { $0.date.words },
        ]
    }
}
