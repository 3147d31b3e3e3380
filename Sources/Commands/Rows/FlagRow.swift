// A flag as a row of `flags`.

import CareDomain
import PlainJSON

enum FlagRow {
    static let keys = [
        "id", "patient", "rule", "level", "audience", "since", "message", "evidence", "source", "state",
        "open", "acknowledgedBy", "assignee", "until", "title",
    ]

    static let columns: [TextTable.Column] = [
        .left("Level"), .left("Since"), .left("State"), .left("Id", limit: 60), .left("What", limit: 200),
    ]

    static func object(_ flag: ReviewFlag) -> JSONObject {
        [
            "id": .string(flag.id), "patient": .string(flag.person.text), "rule": .string(flag.rule),
            "level": .string(flag.level.rawValue), "audience": .string(flag.audience.rawValue),
            "since": .optional(flag.since), "message": .string(flag.message),
            "evidence": .object(object(flag.evidence)), "source": .string(flag.source),
            "state": .string(flag.state.rawValue), "open": .bool(flag.isOpen),
            "acknowledgedBy": .optional(flag.acknowledgedBy), "assignee": .optional(flag.assignee),
            "until": .optional(flag.until), "title": .string(flag.title),
        ]
    }

    static func cells(_ flag: ReviewFlag) -> [String?] {
        let until = flag.until.map { ", until \($0.dayMonth)" } ?? ""
        let who = flag.assignee.map { ", \($0)" } ?? ""
        return [
            flag.level.words, flag.since.dayMonth, flag.state.rawValue + who + until, flag.id, flag.message,
        ]
    }

    private static func object(_ evidence: OpenObject) -> JSONObject {
        JSONObject(evidence.pairs.map { ($0.name, value($0.value)) })
    }

    private static func value(_ open: OpenValue) -> JSONValue {
        switch open {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .text(let value): .string(value)
        case .list(let values): .array(values.map(value))
        case .object(let object): .object(self.object(object))
        }
    }
}
