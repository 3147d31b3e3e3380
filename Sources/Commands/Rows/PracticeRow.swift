// A practice as a row of `practices`.

import CareDomain
import JournalStore
import PlainJSON

enum PracticeRow {
    static let keys = [
        "id", "patient", "programme", "start", "plannedSeconds", "seconds", "completed", "tensionBefore",
        "tensionAfter",
    ]

    static let columns: [TextTable.Column] = [
        .left("Day"), .right("At"), .left("Programme"), .right("Length"), .left("Whole"), .right("Tension"),
    ]

    static func object(_ practice: Entry<Practice>, of person: PersonID) -> JSONObject {
        var object = RecordBody.practice(practice.value).fields
        object["id"] = .string(practice.id.text)
        object["patient"] = .string(person.text)
        object["start"] = .optional(practice.value.start)
        return object.complete(keys)
    }

    static func cells(_ practice: Entry<Practice>) -> [String?] {
        let (value, start) = (practice.value, practice.value.start.civil)
        let tension = [value.tensionBefore, value.tensionAfter].map { $0.map(String.init) ?? "–" }
        return [
            start.date.words, start.clock.description, value.programme,
            RelaxGuide.length(seconds: value.seconds),
            value.completed ? "yes" : "in part", tension.joined(separator: " → "),
        ]
    }
}
