// The person of the screen goldens: five weeks of nights that are told by arithmetic, so that every run has
// the same.

import CareDomain
import TestKit

enum Ada {
    /// Weeks of two sessions, Monday and Thursday at 14:00; restless after each of them, better from week to
    /// week. One session was held at 00:10, and one night began after midnight.
    static func person(
        zone: Zone, id: String = "lovell-a", name: String = "Ada Lovell",
        conditions: [String] = ["depression"]
    ) throws -> SamplePerson {
        let details = PersonDetails(
            name: name, zone: zone.name, bornYear: 1988, conditions: conditions,
            target: SleepTarget(
                bed: ClockTime(typed: "22:45") ?? .midnight, rise: ClockTime(typed: "06:30") ?? .midnight))
        guard var person = SamplePerson(id, zone: zone, details: details), let start = CivilDate("2026-10-26")
        else {
            throw Evening.Unusable(what: id)
        }
        let days = (0..<6).flatMap { [$0 * 7, $0 * 7 + 3] }
        let plan = CourseProtocol(
            name: "iv-twelve-6w", title: "Six weeks, two sessions a week", weeks: 6, route: .intravenous,
            dose: Dose(0.5, .milligramsPerKilogram), sessionDays: days, source: "sample")
        let course = plan.course(from: start, at: ClockTime(typed: "14:00") ?? .midnight, in: zone)
        person.add(.course(course), at: zone.instant(CivilTime(start.adding(days: -12), secondOfDay: 36_000)))
        try addNights(
            to: &person, from: start.adding(days: -9), through: start.adding(days: 27),
            sessionDays: Set(days), start)
        addSessions(to: &person, course, until: start.adding(days: 27))
        let practised = OffsetInstant(
            zone.instant(CivilTime(start.adding(days: 24), secondOfDay: 79_200)), in: zone)
        person.add(
            .practice(
                Practice(
                    programme: "resonance", start: practised, plannedSeconds: 600, seconds: 600,
                    completed: true, tensionBefore: 7,
                    tensionAfter: 3)),
            at: practised.instant.adding(seconds: 600))
        return person
    }

    private static func addNights(
        to person: inout SamplePerson, from first: CivilDate, through last: CivilDate, sessionDays: Set<Int>,
        _ start: CivilDate
    ) throws {
        for number in 0...first.days(until: last) where number % 11 != 6 {
            let date = first.adding(days: number)
            let day = start.days(until: date) - 1
            let isAfterSession = sessionDays.contains(day) && day >= 0 && day != 10
            let better = max(0, day)
            let sol = max(10, 40 - better + (isAfterSession ? 30 : 0) + number * 7 % 4 * 5)
            let waso = max(10, 55 - better + number * 5 % 5 * 5)
            let bed =
                date == start.adding(days: 18) ? "00:40" : ["22:30", "22:50", "23:05", "22:40"][number % 4]
            let asleep = ["22:45", "23:00", "23:10", "22:50"][number % 4]
            let woke = ["06:10", "06:30", "05:50", "06:40", "06:20"][number % 5]
            let up = ["06:35", "06:45", "06:30", "06:55", "06:40"][number % 5]
            try person.night(
                date.description, bed: bed, try: bed == "00:40" ? "00:50" : asleep, sol: "\(sol)",
                wakes: "\(1 + number % 3)",
                waso: "\(waso)", woke: woke, up: up,
                quality: "\(min(5, max(1, 2 + better / 9 - (isAfterSession ? 1 : 0) + number % 2)))",
                comment: number == 30 ? "odd dreams" : "")
        }
    }

    private static func addSessions(to person: inout SamplePerson, _ course: Course, until last: CivilDate) {
        for (index, item) in course.plan.enumerated() where item.at.civil.date < last {
            let date = item.at.civil.date
            switch index {
            case 3:
                person.add(
                    .session(Session(planned: item.id, status: .cancelled, note: "a cold")),
                    at: item.at.instant)
            case 5: person.session("\(date.adding(days: 1))T00:10", planned: item.id, dissociation: 3)
            default: person.session("\(date)T14:05", planned: item.id, dissociation: 4 + index % 3)
            }
        }
    }
}
