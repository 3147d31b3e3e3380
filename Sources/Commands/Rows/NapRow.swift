// A nap as a row of `naps`.

import CareDomain
import PlainJSON

enum NapRow {
    static let keys = ["id", "patient", "start", "end", "minutes", "zone", "source"]

    static let columns: [TextTable.Column] = [
        .left("Day"), .right("From"), .right("To"), .right("Length"), .left("Source"),
    ]

    static func object(_ nap: Entry<Nap>, of subject: Subject) -> JSONObject {
        [
            "id": .string(nap.id.text), "patient": .string(subject.id.text),
            "start": .optional(nap.value.start),
            "end": .optional(nap.value.end), "minutes": .optional(nap.value.length),
            "zone": .string(nap.value.zone ?? subject.zone.name), "source": .string(source(nap.frame)),
        ]
    }

    static func cells(_ nap: Entry<Nap>) -> [String?] {
        let start = nap.value.start.civil
        return [
            start.date.words, start.clock.description, nap.value.end?.civil.clock.description,
            nap.value.length?.words, source(nap.frame),
        ]
    }

    /// As for nights: what a person has logged comes from the diary.
    private static func source(_ frame: RecordFrame) -> String {
        frame.source.flatMap { $0 == "planted" ? nil : $0 } ?? "diary"
    }
}
