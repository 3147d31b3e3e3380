// A person for the tests of review rules, whose days are counted from the start of the course.

import CareDomain
import Presets
import TestKit
import Testing

/// As they ship, so that the boundaries of the tests are those that a clinic meets.
let testRules = Shipped.reviewRules
let testInstruments = Shipped.instruments

/// Days are counted from the first day of the course, Monday 2 November 2026, which is day 0.
struct RuledPerson {
    var person: SamplePerson
    let zone: Zone
    static let start = CivilDate(days: 20_759)

    init(_ details: PersonDetails = PersonDetails(), weeks: Int = 8, course: Bool = true) throws {
        zone = Zone(name: "UTC", offsetSeconds: 0)
        person = try #require(SamplePerson("ada", zone: zone, details: details))
        guard course else { return }
        let plan = Course(protocolName: "iv-eight-4w", start: Self.start, weeks: weeks, plan: [])
        person.add(.course(plan), at: instant(-30, 8))
    }

    func day(_ day: Int) -> CivilDate { Self.start.adding(days: day) }

    func instant(_ day: Int, _ hour: Int) -> Instant {
        zone.instant(CivilTime(self.day(day), secondOfDay: hour * 3600))
    }

    /// A night of so many minutes asleep, from 23:00; nil leaves an item blank.
    mutating func night(
        _ day: Int, asleep: Int = 420, latency: Int? = 10, awake: Int? = 0, refreshed: Int? = nil,
        nightmares: Int? = nil, writtenOn: Int? = nil
    ) {
        var night = Night(date: self.day(day), zone: zone)
        let bed = instant(day - 1, 23)
        night.intoBed = bed
        night.trySleep = bed
        night.latency = latency.map { Minutes($0) }
        night.awakenings = awake.map { $0 > 0 ? 1 : 0 }
        night.wakeAfterSleepOnset = awake.map { Minutes($0) }
        let woke = bed.adding(Minutes((latency ?? 10) + (awake ?? 0) + asleep))
        night.finalAwake = woke
        night.outOfBed = max(woke, instant(day, 7))
        night.refreshed = refreshed
        night.nightmares = nightmares
        person.add(.night(night), at: writtenOn.map { instant($0, 9) } ?? night.outOfBed ?? woke)
    }

    mutating func nights(_ days: ClosedRange<Int>, asleep: Int = 420, latency: Int = 10) {
        for day in days { night(day, asleep: asleep, latency: latency) }
    }

    @discardableResult
    mutating func session(
        _ day: Int, status: Session.Status = .done, route: Route = .intravenous,
        _ readings: [Session.Observation] = [], events: [String] = []
    ) -> String {
        let start = OffsetInstant(instant(day, 14), in: zone)
        let session = Session(
            status: status, start: start, route: route, observations: readings,
            events: events.map { Session.AdverseEvent(what: $0) })
        person.add(.session(session), at: start.instant)
        return person.records.last?.frame.id.text ?? ""
    }

    mutating func checkIn(_ name: String, _ day: Int, _ answers: [Int?] = [], total: Int? = nil) {
        person.add(
            .checkIn(CheckIn(instrument: name, answers: answers, givenTotal: total)), at: instant(day, 18))
    }

    /// Item 9, the others 0.
    mutating func item9(_ day: Int, _ answer: Int?) {
        checkIn("phq9", day, Array(repeating: 0, count: 8) + [answer])
    }

    mutating func symptoms(_ day: Int, _ change: (inout Symptoms) -> Void) {
        var symptoms = Symptoms(day: self.day(day))
        change(&symptoms)
        person.add(.symptoms(symptoms), at: instant(day, 19))
    }

    mutating func mark(
        _ flag: ReviewFlag, _ state: Acknowledgement.State, _ day: Int, hour: Int = 20, until: Int? = nil
    ) {
        person.add(
            .acknowledgement(
                Acknowledgement(
                    flag: flag.id, state: state, note: "seen to", until: until.map { self.day($0) })),
            at: instant(day, hour))
    }

    func flags(on day: Int, hour: Int = 22, _ rule: String? = nil) -> [ReviewFlag] {
        let now = instant(day, hour)
        let flags = person.history(now: now).flags(
            testRules, instruments: testInstruments, zone: zone, now: now)
        return flags.filter { rule == nil || $0.rule == rule }
    }

    /// `day level state`, oldest first, of one rule.
    func short(on day: Int, _ rule: String) -> [String] {
        flags(on: day, rule).sorted { $0.since < $1.since }.map { flag in
            "\(Self.start.days(until: flag.since)) \(flag.level.rawValue) \(flag.state.rawValue)"
        }
    }
}

func reading(
    _ minute: Int, _ systolic: Int? = nil, _ diastolic: Int? = nil, saturation: Int? = nil,
    sedation: Int? = nil, dissociation: Int? = nil
) -> Session.Observation {
    Session.Observation(
        minute: minute, systolic: systolic, diastolic: diastolic, saturation: saturation,
        sedation: sedation, dissociation: dissociation)
}
