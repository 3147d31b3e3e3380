// The keys of courses and sessions.

import CareDomain
import PlainJSON

extension Dose {
    fileprivate init?(from fields: inout FieldReader) throws(FieldProblem) {
        let amount = try fields.double("dose", 0...100_000)
        let unit: Unit? = try fields.word("unit")
        guard let amount else { return nil }
        // A dose without its unit is no dose: the one is never guessed from the other.
        self.init(amount, try fields.required("unit", unit))
    }
}

extension JSONObject {
    fileprivate mutating func add(_ dose: Dose?) {
        add("dose", dose?.amount)
        add("unit", dose?.unit.rawValue)
    }
}

extension Course {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("protocol", protocolName)
        fields.add("start", start)
        fields.add("weeks", weeks)
        fields.add("plan", list: plan.map { .object($0.fields) })
        fields.add("end", end)
        fields.add("why", why)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        let name = try fields.required("protocol", try fields.string("protocol"))
        let start = try fields.required("start", try fields.date("start"))
        let weeks = try fields.required("weeks", try fields.int("weeks", 0...1040))
        var plan: [PlannedSession] = []
        for var session in try fields.objects("plan") { plan.append(try PlannedSession(from: &session)) }
        self.init(
            protocolName: name, start: start, weeks: weeks, plan: plan, end: try fields.date("end"),
            why: try fields.string("why"))
    }
}

extension Course.PlannedSession {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("id", id)
        fields.add("at", at)
        fields.add(dose)
        fields.add("route", route?.rawValue)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            id: try fields.required("id", try fields.string("id")),
            at: try fields.required("at", try fields.instant("at")), dose: try Dose(from: &fields),
            route: try fields.word("route"))
    }
}

extension Session {
    var fields: JSONObject {
        var fields = JSONObject()
        fields.add("planned", planned)
        fields.add("status", status.rawValue)
        fields.add("start", start)
        fields.add("end", end)
        fields.add("route", route?.rawValue)
        fields.add(dose)
        fields.add("observations", list: observations.map { .object($0.fields) })
        fields.add("events", list: events.map { .object($0.fields) })
        fields.add("site", site)
        fields.add("lot", lot)
        fields.add("weightKg", weight)
        fields.add("escort", escort)
        fields.add("checks", texts: checks)
        fields.add("readyAt", readyAt)
        fields.add("leftAt", leftAt)
        fields.add("observer", observer)
        fields.add("note", note)
        return fields
    }

    init(from fields: inout FieldReader) throws(FieldProblem) {
        let planned = try fields.string("planned")
        let status: Status = try fields.required("status", try fields.word("status"))
        self.init(
            planned: planned, status: status, start: try fields.instant("start"),
            end: try fields.instant("end"),
            route: try fields.word("route"), dose: try Dose(from: &fields))
        for var observation in try fields.objects("observations") {
            observations.append(try Observation(from: &observation))
        }
        for var event in try fields.objects("events") { events.append(try AdverseEvent(from: &event)) }
        site = try fields.string("site")
        lot = try fields.string("lot")
        weight = try fields.double("weightKg", 1...500)
        escort = try fields.string("escort")
        checks = try fields.texts("checks")
        readyAt = try fields.instant("readyAt")
        leftAt = try fields.instant("leftAt")
        observer = try fields.string("observer")
        note = try fields.string("note")
    }
}

extension Session.Observation {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("minute", minute)
        fields.add("systolic", systolic)
        fields.add("diastolic", diastolic)
        fields.add("pulse", pulse)
        fields.add("saturation", saturation)
        fields.add("sedation", sedation)
        fields.add("dissociation", dissociation)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            minute: try fields.required("minute", try fields.int("minute", -1440...10_080)),
            systolic: try fields.int("systolic", 0...400), diastolic: try fields.int("diastolic", 0...400),
            pulse: try fields.int("pulse", 0...400), saturation: try fields.int("saturation", 0...100),
            // Scales of sedation differ; that of Richmond runs from -5 to 4.
            sedation: try fields.int("sedation", -5...10),
            dissociation: try fields.int("dissociation", 0...10))
    }
}

extension Session.AdverseEvent {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.add("at", at)
        fields.add("what", what)
        fields.add("severity", severity)
        fields.add("serious", serious)
        fields.add("action", action)
        fields.add("resolvedAt", resolvedAt)
        return fields
    }

    fileprivate init(from fields: inout FieldReader) throws(FieldProblem) {
        self.init(
            at: try fields.instant("at"), what: try fields.required("what", try fields.string("what")),
            severity: try fields.string("severity"), serious: try fields.bool("serious"),
            action: try fields.string("action"), resolvedAt: try fields.instant("resolvedAt"))
    }
}
