// The questions of the first time: whose sleep it is, where, when, and which course.

import CareDomain
import Presets

extension InitCommand {
    /// Asks for what is not given; going back begins anew.
    func ask(_ details: inout PersonDetails, _ invocation: inout Invocation) throws -> Course? {
        let given = details
        try invocation.put("Enter alone leaves a question open.\n")
        while true {
            do {
                try askAboutPerson(&details, &invocation)
                guard let name = details.name else { return nil }
                _ = try Self.id(fromName: name)
                return try askAboutCourse(details, &invocation)
            } catch let turn as Unanswered where turn.way == .back && details != given {
                details = given
                try invocation.put(lines: ["From the beginning:"])
            }
        }
    }

    private func askAboutPerson(_ details: inout PersonDetails, _ invocation: inout Invocation) throws {
        details.name = try invocation.ask(invocation.question("Whose sleep is it? A name")).nilIfEmpty
        guard let name = details.name, details.zone == nil else { return }
        // A name of which no id can be made is said before anything else is asked.
        _ = try Self.id(fromName: name)
        let zones = invocation.zones
        let usual = zones.systemZone().name
        details.zone = try invocation.ask(
            invocation.question("Time zone [\(usual)]", enter: "takes it"),
            or: "Give an IANA name such as Europe/Oslo."
        ) { answer in
            answer.isEmpty ? usual : zones.zone(named: answer)?.name
        }
        guard details.target == nil else { return }
        let hint = "Give a clock time such as 22:45, or Enter for no plan."
        let bed = try invocation.ask(
            invocation.question("When do you plan to go to bed?"), or: hint, Self.clockOrNone)
        guard let bed else { return }
        let rise = try invocation.ask(invocation.question("And to get up?"), or: hint, Self.clockOrNone)
        guard let rise else { return }
        details.target = SleepTarget(bed: bed, rise: rise)
    }

    /// The outer nil is no answer, the inner one that there is no plan.
    private static func clockOrNone(_ answer: String) -> ClockTime?? {
        if answer.isEmpty { return .some(nil) }
        return ClockTime(typed: answer).map { .some($0) }
    }

    private func askAboutCourse(_ details: PersonDetails, _ invocation: inout Invocation) throws -> Course? {
        let protocols = Shipped.protocols
        try invocation.put(lines: zip(1..., protocols).map { "  \($0). \($1.name): \($1.title)" })
        let hint = "One of these by its number or name, or Enter for none."
        let chosen: CourseProtocol? = try invocation.ask(
            invocation.question("Which course?", enter: "for none"), or: hint
        ) { answer -> CourseProtocol?? in
            if answer.isEmpty { return .some(nil) }
            if let number = Int(answer), (1...protocols.count).contains(number) {
                return .some(protocols[number - 1])
            }
            return protocols.first { $0.name == answer }.map { .some($0) }
        }
        guard let chosen else { return nil }
        let zone = try invocation.zone(of: details)
        let today = zone.date(invocation.now)
        let start = try invocation.ask(
            invocation.question("Date of the first session [\(today)]", enter: "takes it"),
            or: "Give a date such as 2026-11-03."
        ) {
            $0.isEmpty ? today : CivilDate($0)
        }
        let clock = try invocation.ask(
            invocation.question("Time of the sessions [\(CourseStart.usualTime)]", enter: "takes it"),
            or: "Give a time such as 14:00."
        ) {
            $0.isEmpty ? CourseStart.usualTime : ClockTime(typed: $0)
        }
        return chosen.course(from: start, at: clock, in: zone)
    }
}
