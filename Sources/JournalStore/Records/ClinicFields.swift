// The keys of what a clinic does: calls, duties, acknowledgements, and who has looked at what.

import CareDomain
import PlainJSON

extension Call {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("start", start)
        fields.add("reached", reached?.value)
        fields.add("about", texts: about)
        fields.add("note", note)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        let start = try fields.required("start", try fields.instant("start"))
        var reached: Reached?
        if let value = fields.value("reached") {
            reached = Reached.allCases.first { $0.value == value }
            if reached == nil { throw fields.problem("reached", .expected("true, false or \"message\"")) }
        }
        self.init(
            start: start, reached: reached, about: try fields.texts("about"), note: try fields.string("note"))
    }
}

extension Call.Reached {
    /// As a journal has it.
    fileprivate var value: JSONValue {
        switch self {
        case .yes: true
        case .no: false
        case .message: "message"
        }
    }
}

extension Duty {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("session", session)
        fields.add("what", what)
        fields.add("due", due)
        fields.add("done", done)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            session: try fields.string("session"),
            what: try fields.required("what", try fields.string("what")), due: try fields.dayOrTime("due"),
            done: try fields.dayOrTime("done"))
    }
}

extension Acknowledgement {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("flag", flag)
        fields.add("state", state.rawValue)
        fields.add("note", note)
        fields.add("until", until)
        fields.add("assignee", assignee)
        fields.add("seen", list: seen.map { .object($0.fields) })
        fields.add("rules", rules)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            flag: try fields.required("flag", try fields.string("flag")),
            state: try fields.required("state", try fields.word("state")), note: try fields.string("note"),
            until: try fields.date("until"), assignee: try fields.string("assignee"))
        for var head in try fields.objects("seen") { seen.append(try JournalHead(from: &head)) }
        rules = try fields.string("rules")
    }
}

extension Acknowledgement.JournalHead {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("name", name)
        fields.add("seq", sequence)
        fields.add("sum", sum)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            name: try fields.required("name", try fields.string("name")),
            sequence: try fields.required("seq", try fields.int("seq", 1...Int(Int32.max))),
            sum: try fields.required("sum", try fields.string("sum")))
    }
}

extension RecordAccess {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("patient", patient?.text)
        fields.add("what", what)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        var patient: PersonID?
        if let text = try fields.string("patient") {
            patient = PersonID(text)
            if patient == nil {
                throw fields.problem("patient", .unknown("the person " + fields.quoted(text)))
            }
        }
        self.init(patient: patient, what: try fields.required("what", try fields.string("what")))
    }
}
