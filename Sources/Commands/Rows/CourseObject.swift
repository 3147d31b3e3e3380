// A course as JSON: the plan with what became of each session, and where the course stands.

import CareDomain
import PlainJSON

enum CourseObject {
    /// Protocol, plan and end: `course show`.
    static func plan(_ course: Course, _ subject: Subject) -> JSONObject {
        let sessions = Dictionary(
            subject.history.sessions.compactMap { session in session.planned.map { ($0, session) } },
            uniquingKeysWith: { first, _ in first })
        let plan = course.plan.map { item -> JSONValue in
            let session = sessions[item.id]
            return [
                "id": .string(item.id), "at": .optional(session?.at ?? item.at),
                "dose": .optional((session?.dose ?? item.dose)?.amount),
                "unit": .optional((session?.dose ?? item.dose)?.unit.rawValue),
                "route": .optional((session?.route ?? item.route)?.rawValue),
                "status": .string((session?.shownStatus ?? .planned).rawValue),
            ]
        }
        return [
            "id": .optional(subject.history.courses.last?.id.text), "patient": .string(subject.id.text),
            "protocol": .string(course.protocolName), "start": .optional(course.start),
            "weeks": .integer(course.weeks), "end": .optional(course.end), "why": .optional(course.why),
            "plan": .array(plan),
        ]
    }

    /// The week, the day and the sessions so far; nil without a course.
    static func standing(_ subject: Subject) -> JSONObject? {
        guard let course = subject.history.course else { return nil }
        let day = course.day(on: subject.today)
        return [
            "protocol": .string(course.protocolName), "week": .optional(course.week(on: subject.today)),
            "weeks": .integer(course.weeks), "day": day > 0 ? .integer(day) : .null,
            "sessionsDone": .integer(subject.history.doneSessions.count),
            "sessionsPlanned": .integer(subject.history.sessions.filter { $0.status != .cancelled }.count),
        ]
    }
}
