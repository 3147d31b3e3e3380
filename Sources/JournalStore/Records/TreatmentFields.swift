// The keys of what is done beside the sessions: medicines, therapies, referrals, plans, adjustments.

import CareDomain
import PlainJSON

extension Medication {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("name", name)
        fields.add("class", drugClass?.rawValue)
        fields.add("dose", dose?.value)
        fields.add("unit", dose?.unit)
        fields.add("start", start)
        fields.add("stop", stop)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            name: try fields.required("name", try fields.string("name")),
            drugClass: try fields.word("class"))
        let value = try fields.double("dose", 0...1_000_000)
        let unit = try fields.string("unit")
        // A dose without its unit is no dose.
        if let value { dose = Amount(value, try fields.required("unit", unit)) }
        start = try fields.dayOrTime("start")
        stop = try fields.dayOrTime("stop")
    }
}

extension Therapy {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("what", what)
        fields.add("start", start)
        fields.add("end", end)
        fields.add("outcome", outcome)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            what: try fields.required("what", try fields.string("what")),
            start: try fields.dayOrTime("start"), end: try fields.dayOrTime("end"),
            outcome: try fields.string("outcome"))
    }
}

extension Referral {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("to", to)
        fields.add("why", why)
        fields.add("sent", sent)
        fields.add("seen", seen)
        fields.add("outcome", outcome)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            to: try fields.required("to", try fields.string("to")), why: try fields.string("why"),
            sent: try fields.dayOrTime("sent"), seen: try fields.dayOrTime("seen"),
            outcome: try fields.string("outcome"))
    }
}

extension Adjustment {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("what", what)
        fields.add("from", from)
        fields.add("to", to)
        fields.add("why", why)
        fields.add("effective", effective)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            what: try fields.required("what", try fields.string("what")), from: try fields.string("from"),
            to: try fields.string("to"), why: try fields.string("why"),
            effective: try fields.dayOrTime("effective"))
    }
}

extension CarePlan {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("goals", list: goals.map { .object($0.fields) })
        fields.add("badHours", object: badHours.fields)
        fields.add("with", with)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init()
        for var goal in try fields.objects("goals") { goals.append(try Goal(from: &goal)) }
        if var hours = try fields.object("badHours") { badHours = try BadHours(from: &hours) }
        with = try fields.string("with")
    }
}

extension CarePlan.Goal {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("what", what)
        fields.add("measure", measure)
        switch target {
        case .number(let number)?: fields.add("target", number)
        case .text(let text)?: fields.add("target", text)
        case nil: break
        }
        fields.add("by", by)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            what: try fields.required("what", try fields.string("what")),
            measure: try fields.string("measure"))
        if let value = fields.value("target") {
            if let text = value.string {
                target = .text(text)
            } else if let number = value.double {
                target = .number(number)
            } else {
                throw fields.problem("target", .expected("a number or text"))
            }
        }
        by = try fields.dayOrTime("by")
    }
}

extension CarePlan.BadHours {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("signs", texts: signs)
        fields.add("helps", texts: helps)
        fields.add("people", texts: people)
        fields.add("places", texts: places)
        fields.add("safer", texts: safer)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            signs: try fields.texts("signs"), helps: try fields.texts("helps"),
            people: try fields.texts("people"), places: try fields.texts("places"),
            safer: try fields.texts("safer"))
    }
}
