// The form that changes what is still to come of a course, with its reason.

import CareDomain

extension FormKind {
    private static let changes = [
        FormChoice(value: "dose", label: "dose"), FormChoice(value: "spacing", label: "spacing"),
        FormChoice(value: "time", label: "time of day"),
    ]

    static let courseAdjustFields: [FormField] = [
        FormField("what", "What changes", .choice(changes), isNeeded: true),
        FormField("from", "From", .date, isNeeded: true),
        FormField("dose", "New dose", .number(0...100_000)), FormField("unit", "Unit", .choice(units)),
        againField,
        FormField("every", "Days from one to the next", .whole(CourseChange.spacings)),
        FormField("at", "New time of day", .clock),
        FormField("why", "Why", .words, isNeeded: true),
    ]

    /// The lines of what is not being changed.
    static func hiddenInAdjusting(_ texts: [String: String]) -> Set<String> {
        switch changes.first(where: { $0.label == texts["what"] || $0.value == texts["what"] })?.value {
        case "dose": ["every", "at"]
        case "spacing": ["dose", "unit", "again", "at"]
        case "time": ["dose", "unit", "again", "every"]
        default: ["dose", "unit", "again", "every", "at"]
        }
    }

    static func courseAdjust(_ reader: inout FormReader, _ subject: FormSubject) -> RecordBody? {
        courseEffect(&reader, subject).map { .course($0.course) }
    }

    /// What the lines come to; nil where the reader has noted a problem.
    static func courseEffect(_ reader: inout FormReader, _ subject: FormSubject) -> CourseEffect? {
        for key in ["what", "from", "why"] { _ = reader.needed(key) }
        let effect = courseEffect(&reader, subject, why: reader.text("why") ?? "")
        return reader.problems.isEmpty ? effect : nil
    }

    /// What they come to whether the reason stands there or not, so that it can be said while it is typed.
    static func courseEffect(
        _ reader: inout FormReader, _ subject: FormSubject, why: String
    ) -> CourseEffect? {
        guard let kind = reader.choice("what", changes), let from = reader.date("from") else { return nil }
        let what: CourseChange.What?
        switch kind {
        case "dose":
            _ = (reader.needed("dose"), reader.needed("unit"))
            what = dose(&reader).map { .dose($0) }
        case "spacing":
            _ = reader.needed("every")
            what = reader.whole("every", CourseChange.spacings).map { .spacing(days: $0) }
        default:
            _ = reader.needed("at")
            what = reader.clock("at").map { .clock($0) }
        }
        guard let what else { return nil }
        do throws(CourseChangeProblem) {
            let effect = try CourseEffect(
                CourseChange(what, from: from, why: why), subject.history, zone: subject.zone,
                now: reader.now.instant)
            if case .dose(let dose) = what, let first = effect.before.first {
                lookAgain(at: dose, planned: first.dose, on: subject.today, first.route, &reader, subject)
            }
            return effect
        } catch {
            reader.refuse(kind == "dose" ? "dose" : kind == "spacing" ? "every" : "at", error.plainWords)
            return nil
        }
    }
}
