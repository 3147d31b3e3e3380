// The keys of a person, of notes, and of those whom the person can reach.

import CareDomain
import PlainJSON

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
        fields.add("workDays", texts: workDays.map(\.word))
        fields.add("settings", object: JSONObject(settings))
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
        settings = try fields.open("settings")
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

extension Contact {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("name", name)
        fields.add("phone", phone)
        fields.add("role", role)
        fields.add("when", when)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            name: try fields.required("name", try fields.string("name")), phone: try fields.string("phone"),
            role: try fields.string("role"), when: try fields.string("when"))
    }
}

extension Clinic {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("name", name)
        fields.add("phone", phone)
        fields.add("hours", hours)
        fields.add("crisis", crisis)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            name: try fields.string("name"), phone: try fields.string("phone"),
            hours: try fields.string("hours"), crisis: try fields.string("crisis"))
    }
}
