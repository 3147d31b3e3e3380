// A check-in as a row of `scores`.

import CareDomain
import PlainJSON

enum ScoreRow {
    static let keys = [
        "id", "patient", "instrument", "date", "answers", "total", "band", "subscales", "prorated", "missing",
    ]

    static let columns: [TextTable.Column] = [
        .left("Date"), .left("Name"), .right("Total"), .left("Band"), .left("Parts", limit: 24),
        .left("Left open"),
    ]

    static func object(_ row: ScoredCheckIn, of person: PersonID) -> JSONObject {
        let score = row.score
        let parts = score.subscales.map { ($0.key, JSONValue.optional($0.value)) }
        return [
            "id": .string(row.id.text), "patient": .string(person.text),
            "instrument": .string(row.instrument), "date": .optional(row.date),
            "answers": row.answers.isEmpty ? .null : .array(row.answers.map { .optional($0) }),
            "total": .optional(score.total), "band": .optional(score.band),
            "subscales": parts.isEmpty ? .null : .object(JSONObject(parts)),
            "prorated": .bool(score.isProrated), "missing": .array(score.missing.map { .integer($0) }),
        ]
    }

    /// - Parameter instrument: nil where nobody has described it.
    static func cells(_ row: ScoredCheckIn, _ instrument: Instrument?) -> [String?] {
        let score = row.score
        let parts = score.subscales.map { "\($0.key) \($0.value.map(String.init) ?? "–")" }
        let total = score.total.map { score.isProrated ? "\($0) (prorated)" : "\($0)" }
        return [
            row.date.description, row.instrument, total,
            score.band.map { instrument?.words(ofBand: $0) ?? $0 }, parts.joined(separator: " "),
            score.missing.map(String.init).joined(separator: " "),
        ]
    }
}
