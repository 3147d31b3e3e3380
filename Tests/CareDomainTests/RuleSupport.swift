// A person for the tests of review rules, and the rules with the numbers that ship, written out once more.

import CareDomain
import TestKit
import Testing

/// The rules with the numbers that the tests speak of; that the files have the same is tested with the files.
let testRules: RuleSet = {
    func rule(
        _ id: String, _ numbers: [String: Double] = [:], words: [String: [String]] = [:], step: Double? = nil
    ) -> ReviewRule {
        ReviewRule(
            id: id, title: id, audience: .clinic, levels: [.nextDay], numbers: numbers, words: words,
            step: step)
    }
    return RuleSet([
        rule("R01", ["item": 9, "sameDayFrom": 1, "nowFrom": 2, "nowRise": 1, "joinDays": 28]),
        rule("R02", words: ["items": ["4", "5", "7"]], step: 1),
        rule(
            "R03",
            [
                "dropMinutes": 180, "refreshedFrom": 4, "notRefreshedMost": 2, "moodFrom": 8,
                "fewestBaselineNights": 7,
            ], step: 60),
        rule("R04", ["minutes": 31, "nightsAWeek": 3, "fewestNights": 4], step: 2),
        rule(
            "R05", ["dropPoints": 10, "fewestNights": 5, "fewestBaselineNights": 7, "lowPercent": 80], step: 5
        ),
        rule("R06", ["minutes": 300, "nightsAWeek": 3, "fewestNights": 4], step: 2),
        rule("R07", ["fewestSessions": 6], words: ["measure": ["sleepOnsetLatencyMinutes"]]),
        rule(
            "R08", ["moreNightsAWeek": 2, "fewestNights": 5, "fewestBaselineNights": 7, "ddnsiFrom": 11],
            step: 2),
        rule("R09", ["noteDays": 3, "sameDayDays": 7, "afterSessionDays": 7]),
        rule(
            "R10",
            [
                "systolic": 140, "diastolic": 90, "nowSystolic": 180, "nowDiastolic": 110,
                "endFromMinute": 60, "notFallingRise": 20,
            ], words: ["signs": ["chest pain"]]),
        rule("R11", ["minute": 120, "lateMinute": 240, "detachedFrom": 3]),
        rule("R12", ["inARow": 2], step: 1),
        rule("R13", ["phq9": 5, "gad7": 4, "pcl5": 10, "isi": 6], step: 1),
        rule("R14", ["percent": 25, "doses": 4, "days": 21, "fewestBaselinePoints": 5], step: 25),
        rule("R15", ["from": 11, "sameDayFrom": 16], words: ["restriction": ["sleep window"]], step: 3),
        rule("R16", ["diazepamMg": 8, "lorazepam": 1], words: ["classes": ["benzodiazepine", "hypnotic"]]),
        rule("R17", ["noteDay": 5, "overdueDay": 7]),
        rule("R18", ["inInduction": 2, "inductionDays": 28], step: 1),
        rule("R19", ["minutes": 240]), rule("R20", step: 1), rule("R21", ["fewestNights": 7]),
        rule("R22", ["from": 10, "rise": 5, "weeks": 8], step: 5), rule("R23", ["worseBy": 3]),
        rule("R24", words: ["rules": ["R02", "R03", "R10"]]),
        rule("R25", ["saturation": 94, "nowSaturation": 90], words: ["signs": ["shallow"]]),
    ])
}()

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

/// Questionnaires by their numbers alone.
let testInstruments: [Instrument] = [
    ("phq9", 9, 3), ("gad7", 7, 3), ("isi", 7, 4), ("pcl5", 20, 4), ("epworth", 8, 3), ("ddnsi", 5, 14),
    ("cssrs", 7, 1),
].map { name, items, most in
    Instrument(
        name: name, title: name, about: name, scribe: .person,
        items: (1...items).map { _ in Instrument.Item(place: "item", answers: 0...most) },
        total: name == "cssrs" ? .none : .items(numbers: Array(1...items), times: 1),
        timing: Instrument.Timing(recallDays: 14), licence: "", form: "")
}

func reading(
    _ minute: Int, _ systolic: Int? = nil, _ diastolic: Int? = nil, saturation: Int? = nil,
    sedation: Int? = nil, dissociation: Int? = nil
) -> Session.Observation {
    Session.Observation(
        minute: minute, systolic: systolic, diastolic: diastolic, saturation: saturation,
        sedation: sedation, dissociation: dissociation)
}
