// The keys of a person, and of notes.

import CareDomain
import PlainJSON

extension Weekday {
    /// `mon`.
    fileprivate var word: String { shortName.lowercased() }

    fileprivate init?(word: String) {
        guard let day = Weekday.allCases.first(where: { $0.word == word }) else { return nil }
        self = day
    }
}

extension PersonDetails {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("name", name)
        fields.add("zone", zone)
        fields.add("bornYear", bornYear)
        fields.add("conditions", list: conditions.map { .string($0) })
        fields.add("cautions", list: cautions.map { .string($0) })
        if let target {
            fields.add(
                "target", ["bed": .string(target.bed.description), "rise": .string(target.rise.description)])
        }
        fields.add("workDays", list: workDays.map { .string($0.word) })
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            name: try fields.string("name"), zone: try fields.string("zone"),
            bornYear: try fields.int("bornYear", 1850...9999), conditions: try fields.strings("conditions"),
            cautions: try fields.strings("cautions"))
        if var target = try fields.object("target") {
            self.target = SleepTarget(
                bed: try target.required("bed", try target.clock("bed")),
                rise: try target.required("rise", try target.clock("rise")))
        }
        for word in try fields.strings("workDays") {
            guard let day = Weekday(word: word) else {
                throw fields.problem("workDays", .unknown("the day " + fields.quoted(word)))
            }
            workDays.append(day)
        }
    }
}

extension Note {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("text", text)
        fields.add("about", about)
        fields.add("to", to)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            text: try fields.required("text", try fields.string("text")), about: try fields.string("about"),
            to: try fields.string("to"))
    }
}
