// The keys of a record beside its frame, one kind after another.

import CareDomain
import PlainJSON

extension RecordBody {
    /// The keys and values as a journal has them, blank items left out; empty for a kind that is not known.
    package var fields: JSONObject {
        switch self {
        case .person(let person): person.fields
        case .course(let course): course.fields
        case .session(let session): session.fields
        case .night(let night): night.fields
        case .nap(let nap): nap.fields
        case .habits(let habits): habits.fields
        case .mood(let mood): mood.fields
        case .symptoms(let symptoms): symptoms.fields
        case .medication(let medication): medication.fields
        case .practice(let practice): practice.fields
        case .checkIn(let checkIn): checkIn.fields
        case .note(let note): note.fields
        case .contact(let contact): contact.fields
        case .clinic(let clinic): clinic.fields
        case .call(let call): call.fields
        case .duty(let duty): duty.fields
        case .referral(let referral): referral.fields
        case .therapy(let therapy): therapy.fields
        case .plan(let plan): plan.fields
        case .adjustment(let adjustment): adjustment.fields
        case .acknowledgement(let acknowledgement): acknowledgement.fields
        case .viewed(let access), .exported(let access): access.fields
        case .retraction(let id, let why): ["of": .string(id.text), "why": .string(why)]
        case .damage(let damage): damage.fields
        case .other: [:]
        }
    }

    /// Reads the fields of a kind; keys that are not known are passed over, and an unknown kind is `other`.
    /// - Parameter zones: where a zone's name leads; asked once a night.
    /// - Throws: `FieldProblem` for what is missing, of another type, or out of range.
    package init(kind: String, fields: JSONObject, zones: some ZoneSource) throws(FieldProblem) {
        var fields = FieldReader(fields)
        switch kind {
        case "person": self = .person(try PersonDetails(from: &fields))
        case "course": self = .course(try Course(from: &fields))
        case "session": self = .session(try Session(from: &fields))
        case "night": self = .night(try Night(from: &fields, zones: zones))
        case "nap": self = .nap(try Nap(from: &fields))
        case "habits": self = .habits(try Habits(from: &fields))
        case "mood": self = .mood(try Mood(from: &fields))
        case "symptoms": self = .symptoms(try Symptoms(from: &fields))
        case "medication": self = .medication(try Medication(from: &fields))
        case "practice": self = .practice(try Practice(from: &fields))
        case "checkIn": self = .checkIn(try CheckIn(from: &fields))
        case "note": self = .note(try Note(from: &fields))
        case "contact": self = .contact(try Contact(from: &fields))
        case "clinic": self = .clinic(try Clinic(from: &fields))
        case "call": self = .call(try Call(from: &fields))
        case "duty": self = .duty(try Duty(from: &fields))
        case "referral": self = .referral(try Referral(from: &fields))
        case "therapy": self = .therapy(try Therapy(from: &fields))
        case "plan": self = .plan(try CarePlan(from: &fields))
        case "adjustment": self = .adjustment(try Adjustment(from: &fields))
        case "acknowledgement": self = .acknowledgement(try Acknowledgement(from: &fields))
        case "viewed": self = .viewed(try RecordAccess(from: &fields))
        case "exported": self = .exported(try RecordAccess(from: &fields))
        case "retraction":
            let id = try fields.required("of", try fields.id("of"))
            self = .retraction(of: id, why: try fields.string("why") ?? "")
        case "damage": self = .damage(try KnownDamage(from: &fields))
        default: self = .other(kind: kind)
        }
    }
}
