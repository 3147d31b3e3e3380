// A session as a row of `sessions`: the keys of the journal, and the plan's where nothing was noted yet.

import CareDomain
import JournalStore
import PlainJSON

enum SessionRow {
    static let keys = [
        "id", "patient", "planned", "number", "status", "start", "end", "route", "dose", "unit",
        "observations", "events", "site", "lot", "weightKg", "escort", "checks", "readyAt", "leftAt",
        "observer", "note",
    ]

    static let columns: [TextTable.Column] = [
        .right("No."), .left("Plan"), .left("Day"), .right("At"), .left("Status"), .right("Dose"),
        .left("Route"),
        .right("Dissociation"), .left("Note", limit: 24),
    ]

    static func object(_ session: TreatmentSession, of person: PersonID) -> JSONObject {
        var object = session.record.map { RecordBody.session($0.value).fields } ?? JSONObject()
        object["id"] = .optional(session.record?.id.text)
        object["patient"] = .string(person.text)
        object["planned"] = .optional(session.planned)
        object["number"] = .optional(session.number)
        object["status"] = .string(session.shownStatus.rawValue)
        object["start"] = .optional(session.at)
        object["route"] = .optional(session.route?.rawValue)
        object["dose"] = .optional(session.dose?.amount)
        object["unit"] = .optional(session.dose?.unit.rawValue)
        for key in ["observations", "events", "checks"] where object[key] == nil { object[key] = [] }
        return object.complete(keys)
    }

    static func cells(_ session: TreatmentSession) -> [String?] {
        [
            session.number.map(String.init), session.planned, session.date.words, session.clock.description,
            session.shownStatus.words, session.dose?.words, session.route?.label,
            session.record?.value.peakDissociation.map { "\($0)/10" }, session.record?.value.note ?? "",
        ]
    }
}
