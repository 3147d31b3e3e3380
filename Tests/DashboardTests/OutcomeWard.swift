// The people of the pages over everyone: a few told by arithmetic, of two protocols, one of whom has stopped.

import CareDomain
import TestKit

enum OutcomeWard {
    /// As AdaWithDevice has it, with a response and a remission.
    static let phq9: Instrument = {
        var phq9 = AdaWithDevice.phq9
        phq9.response = .percent(50)
        phq9.remissionBelow = 5
        return phq9
    }()

    /// Twelve people with a session a week, whose weeks all began on 26 October 2026.
    static func people(zone: Zone) throws -> [SamplePerson] {
        try (0..<12).map { try person($0, zone: zone) }
    }

    private static func person(_ number: Int, zone: Zone) throws -> SamplePerson {
        let details = PersonDetails(name: "Person Number \(number)", zone: zone.name)
        guard var person = SamplePerson("person-\(number)", zone: zone, details: details),
            let start = CivilDate("2026-10-26")
        else { throw Evening.Unusable(what: "person-\(number)") }
        func instant(_ day: Int, _ hour: Int) -> Instant {
            zone.instant(CivilTime(start.adding(days: day), secondOfDay: hour * 3600))
        }
        var course = Course(
            protocolName: number % 3 == 0 ? "iv-six-3w" : "iv-twelve-6w", start: start, weeks: 6, plan: [])
        // One ends it in the second week.
        let last = number == 4 ? 10 : 27
        if number == 4 { course.end = start.adding(days: last) }
        person.add(.course(course), at: instant(-10, 10))
        for day in -6...last where (day + number) % 9 != 4 {
            let slow = (day - 1) % 7 == 0 && day > 0 ? number * 4 - 8 : 0
            let better = max(0, day)
            try person.night(
                start.adding(days: day).description, bed: "22:30", try: "22:45",
                sol: "\(max(5, 40 - better + slow + number % 4 * 3))", wakes: "\(1 + number % 3)",
                waso: "\(max(5, 50 - better + number * 2))", woke: "06:30", up: "06:45",
                quality: "\(min(5, 2 + better / 12 + number % 2))")
        }
        for week in stride(from: 0, through: last / 7, by: 1) {
            let at = OffsetInstant(instant(week * 7, 14), in: zone)
            var session = Session(status: .done, start: at, route: .intravenous)
            if (week + number) % 4 == 0 {
                session.events = [.init(at: at, what: "nausea", severity: week == 0 ? "moderate" : "mild")]
            }
            if number == 5, week == 2 {
                session.events = [.init(at: at, what: "fall", severity: "severe", serious: true)]
            }
            person.add(.session(session), at: at.instant)
            let sum = max(3, 19 - week * (2 + number % 4) - number % 3)
            let answers: [Int?] = (0..<9).map { sum / 9 + ($0 < sum % 9 ? 1 : 0) }
            if week == 0 || (week + number) % 5 != 0 {
                person.add(
                    .checkIn(CheckIn(instrument: "phq9", answers: answers)), at: instant(week * 7, 12))
            }
        }
        return person
    }
}
