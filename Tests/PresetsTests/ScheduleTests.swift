// What is asked of a person, and when: the window that questions look back on, limits, and the time of day.

import CareDomain
import TestKit
import Testing

@testable import Presets

struct ScheduleTests {
    private let zone = Zone(name: "Europe/London", offsetSeconds: 0)

    private func person(_ conditions: [String], course: Bool = true) throws -> SamplePerson {
        let bed = try #require(ClockTime(typed: "22:30"))
        let rise = try #require(ClockTime(typed: "6:30"))
        let details = PersonDetails(conditions: conditions, target: SleepTarget(bed: bed, rise: rise))
        var person = try #require(SamplePerson("due", zone: zone, details: details))
        if course {
            let start = try #require(CivilDate("2026-11-02"))
            let plan = try #require(Shipped.courseProtocol(named: "iv-six-3w"))
            let afternoon = try #require(ClockTime(typed: "14:00"))
            let body = plan.course(from: start, at: afternoon, in: zone)
            person.add(.course(body), at: try at("2026-10-20T09:00"))
        }
        return person
    }

    private func at(_ wall: String) throws -> Instant {
        zone.instant(try #require(ISOTime.civil(wall)).0)
    }

    private func list(_ person: SamplePerson, _ now: String) throws -> [DueCheckIn] {
        CheckInSchedule(
            person.history(), instruments: Shipped.instruments, now: try at(now), zone: zone
        ).list
    }

    private func answer(_ person: inout SamplePerson, _ name: String, _ at: String) throws {
        let count = try #require(Shipped.instrument(named: name)).items.count
        let answers: [Int?] = Array(repeating: 0, count: count)
        person.add(.checkIn(CheckIn(instrument: name, answers: answers)), at: try self.at(at))
    }

    @Test(arguments: [
        ([], ["isi"]), (["insomnia"], ["isi"]), (["depression"], ["isi", "phq9"]),
        (["bipolar depression", "anxiety"], ["gad7", "isi", "phq9"]),
        (["PTSD"], ["isi", "nightmares", "pcl5"]),
    ])
    func conditionsChooseTheSet(conditions: [String], names: [String]) throws {
        let list = try list(person(conditions), "2026-10-25T10:00")
        #expect(list.map(\.instrument.name).sorted() == names)
    }

    @Test func sixteenItemsADayAtMost() throws {
        let person = try person(["depression", "anxiety"])
        let list = try list(person, "2026-10-25T10:00")
        #expect(list.map(\.instrument.name) == ["gad7", "isi", "phq9"])
        #expect(list.map(\.state) == [.due, .due, .waiting(.enoughForToday)])
    }

    @Test func whatIsLongerThanADayHasADayToItself() throws {
        var person = try person(["ptsd"])
        try answer(&person, "isi", "2026-10-25T09:00")
        try answer(&person, "nightmares", "2026-10-25T09:05")
        let today = try list(person, "2026-10-25T10:00")
        #expect(today.first { $0.instrument.name == "pcl5" }?.state == .waiting(.enoughForToday))
        let tomorrow = try list(person, "2026-10-26T10:00")
        #expect(tomorrow.first { $0.instrument.name == "pcl5" }?.state == .due)
    }

    @Test func thirtyItemsAWeekAtMost() throws {
        var person = try person(["ptsd", "depression"])
        try answer(&person, "pcl5", "2026-10-24T10:00")
        try answer(&person, "isi", "2026-10-25T10:00")
        // 27 of the last seven days; nine more are too many until those of the 24th are over.
        let list = try list(person, "2026-10-26T10:00")
        #expect(list.first { $0.instrument.name == "phq9" }?.state == .waiting(.enoughForTheWeek))
        #expect(list.first { $0.instrument.name == "nightmares" }?.state == .due)
        let later = try self.list(person, "2026-10-31T10:00")
        #expect(later.first { $0.instrument.name == "phq9" }?.state == .due)
    }

    @Test func neverSoonerThanHalfOfWhatItLooksBackOn() throws {
        for instrument in Shipped.instruments {
            guard let every = instrument.timing.everyDays else { continue }
            #expect(2 * every >= instrument.timing.recallDays, "\(instrument.name)")
        }
        var person = try person(["depression"])
        try answer(&person, "phq9", "2026-10-25T10:00")
        let list = try list(person, "2026-10-28T10:00")
        let phq9 = try #require(list.first { $0.instrument.name == "phq9" })
        #expect(phq9.state == .later)
        #expect(phq9.from.description == "2026-11-01")
        #expect(phq9.last?.total == 0)
        // Whatever a file says, the questions' own window holds.
        var hasty = try #require(Shipped.instrument(named: "phq9"))
        hasty.timing.everyDays = 2
        let hastily = CheckInSchedule(
            person.history(), instruments: [hasty], now: try at("2026-10-28T10:00"), zone: zone
        ).list
        #expect(hastily.map(\.from.description) == ["2026-11-01"])
    }

    @Test(arguments: [
        ("06:29", false), ("06:30", true), ("12:00", true), ("20:29", true), ("20:30", false),
        ("23:50", false),
        ("03:00", false),
    ])
    func fromWakingUntilTwoHoursBeforeBed(clock: String, isAsked: Bool) throws {
        let list = try list(person([]), "2026-10-25T\(clock)")
        #expect(list.map(\.state) == [isAsked ? .due : .waiting(.night)])
    }

    @Test(arguments: [
        ("2026-11-02T13:59", true), ("2026-11-02T14:01", false), ("2026-11-02T19:00", false),
        ("2026-11-03T06:20", false), ("2026-11-03T09:00", true),
    ])
    func neverOnASessionDayAfterTheSession(now: String, isAsked: Bool) throws {
        var person = try person([])
        person.session("2026-11-02T14:00", planned: "s1")
        #expect(try list(person, now).map(\.isDue) == [isAsked])
    }

    @Test func aMissedSessionBarsNothing() throws {
        var person = try person([])
        person.add(
            .session(Session(planned: "s1", status: .missed)), at: try at("2026-11-02T15:00"))
        #expect(try list(person, "2026-11-02T16:00").map(\.state) == [.due])
    }

    @Test func whatWasLeftHalfWayIsFoundAgain() throws {
        var person = try person(["depression"])
        let half = CheckIn(instrument: "phq9", answers: [1, 2, nil, nil, nil, nil, nil, nil, nil])
        person.add(.checkIn(half), at: try at("2026-10-25T09:00"))
        let today = try list(person, "2026-10-25T09:30")
        let begun = try #require(today.first { $0.instrument.name == "phq9" })
        #expect(begun.state == .begun(open: 7))
        #expect(begun.begunID == person.records.last?.frame.id)
        // Tomorrow it is simply due.
        let tomorrow = try list(person, "2026-10-26T09:30")
        #expect(tomorrow.first { $0.instrument.name == "phq9" }?.state == .due)
    }

    /// Eight weeks from the last session that was held, not from the end of the weeks of the plan; none is
    /// announced that would not be asked for.
    @Test func weeklyForEightWeeksAfterTheLastSession() throws {
        var person = try person(["depression"])
        person.session("2026-11-16T14:00", planned: "s5")
        func phq9(_ now: String) throws -> DueCheckIn? {
            try list(person, now).first { $0.instrument.name == "phq9" }
        }
        try answer(&person, "phq9", "2026-12-28T10:00")
        // While the plan has sessions to come, and up to its last day, it goes on.
        #expect(try phq9("2027-01-04T10:00")?.from.description == "2027-01-04")
        #expect(try phq9("2027-01-11T10:00")?.isDue == true)
        #expect(try phq9("2027-01-12T10:00") == nil)
        try answer(&person, "phq9", "2027-01-04T10:00")
        #expect(try phq9("2027-01-05T10:00")?.from.description == "2027-01-11")
        try answer(&person, "phq9", "2027-01-05T10:00")
        #expect(try phq9("2027-01-06T10:00") == nil)
    }

    /// A session put off beyond the weeks of the plan is the last one, before it is held and after.
    @Test func aLaterLastSessionCounts() throws {
        var person = try person(["depression"])
        person.session("2026-11-19T14:00", planned: "s5")
        let late = OffsetInstant(try at("2026-12-14T14:00"), in: zone)
        person.add(
            .session(Session(planned: "s6", status: .moved, start: late)), at: try at("2026-11-20T09:00"))
        func isAsked(_ now: String) throws -> Bool {
            try list(person, now).contains { $0.instrument.name == "phq9" }
        }
        #expect(try isAsked("2026-12-10T10:00"))
        person.session("2026-12-14T14:00", planned: "s6")
        #expect(try isAsked("2027-02-08T10:00"))
        #expect(try !isAsked("2027-02-09T10:00"))
    }

    @Test func weeklyForEightWeeksAfterTheCourse() throws {
        var person = try person(["depression"])
        try answer(&person, "phq9", "2026-11-20T10:00")
        #expect(try list(person, "2026-12-20T10:00").contains { $0.instrument.name == "phq9" })
        // Three weeks of course and eight after it.
        #expect(try list(person, "2027-01-17T10:00").contains { $0.instrument.name == "phq9" })
        #expect(try !list(person, "2027-01-18T10:00").contains { $0.instrument.name == "phq9" })
    }

    @Test func theMonthsQuestionnaireComesAtBothEnds() throws {
        var psqi = try #require(Shipped.instrument(named: "psqi"))
        psqi.conditions = ["any"]
        var person = try person([])
        func from(_ person: SamplePerson, _ now: String) throws -> String? {
            CheckInSchedule(person.history(), instruments: [psqi], now: try at(now), zone: zone)
                .list.first?.from.description
        }
        #expect(try from(person, "2026-10-25T10:00") == "2026-10-25")
        try answer(&person, "psqi", "2026-10-25T10:00")
        #expect(try from(person, "2026-11-10T10:00") == "2026-11-22")
        try answer(&person, "psqi", "2026-11-22T10:00")
        #expect(try from(person, "2026-11-22T12:00") == nil)
    }

    @Test func whatAClinicianAsksIsNeverAskedOfThePerson() throws {
        var cadss = try #require(Shipped.instrument(named: "cadss6"))
        cadss.conditions = ["any"]
        let person = try person([])
        #expect(
            CheckInSchedule(
                person.history(), instruments: [cadss], now: try at("2026-10-25T10:00"), zone: zone
            ).list.isEmpty)
    }
}

struct ScoreSeriesTests {
    private let zone = Zone(name: "Europe/London", offsetSeconds: 0)

    private func series(_ totals: [(String, Int)], session: String?) throws -> ScoreSeries {
        var person = try #require(SamplePerson("series", zone: zone))
        for (date, total) in totals {
            let instant = zone.instant(try #require(ISOTime.civil(date + "T16:00")).0)
            person.add(.checkIn(CheckIn(instrument: "phq9", givenTotal: total)), at: instant)
        }
        if let session { person.session(session) }
        return person.history().scoreSeries(
            of: try #require(Shipped.instrument(named: "phq9")), in: zone)
    }

    @Test func theBaselineIsTheLastBeforeTheFirstSession() throws {
        let totals = [("2026-10-01", 20), ("2026-11-01", 18), ("2026-11-20", 6), ("2026-11-27", 8)]
        let series = try series(totals, session: "2026-11-02T10:00")
        #expect(series.baseline?.total == 18)
        #expect(series.last?.total == 8)
        #expect(series.best?.total == 6)
        #expect(series.change?.points == -10)
        #expect(series.change?.isResponse == true)
        #expect(series.change?.isRemission == false)
    }

    @Test func withoutOneBeforeThereIsNoBaseline() throws {
        let series = try series([("2026-11-20", 6), ("2026-11-27", 4)], session: "2026-11-02T10:00")
        #expect(series.baseline == nil && series.change == nil)
        #expect(series.last?.total == 4 && series.best?.total == 4)
    }

    @Test func withoutACourseTheFirstIsTheBaseline() throws {
        let series = try series([("2026-11-20", 16), ("2026-11-27", 7)], session: nil)
        #expect(series.baseline?.total == 16 && series.change?.points == -9)
        let one = try self.series([("2026-11-20", 16)], session: nil)
        #expect(one.change == nil)
    }

    @Test func fromZeroThereIsNothingToAnswerTo() throws {
        let series = try series([("2026-11-20", 0), ("2026-11-27", 0)], session: nil)
        #expect(series.change?.percent == nil && series.change?.isResponse == nil)
    }
}
