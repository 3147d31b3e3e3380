// Which night follows a session: sleep by day, sessions moved, doubled or left out, nights missing.

import CareDomain
import TestKit
import Testing

@Suite struct SessionCalendarTests {
    private func person() throws -> SamplePerson {
        try #require(SamplePerson("calendar", zone: try zone("Europe/London")))
    }

    private func nightsSince(_ person: SamplePerson) -> [Int?] {
        person.history().nights.map(\.nightsSinceSession)
    }

    @Test func theFirstAttemptMayComeAtAnyHour() throws {
        for (attempt, up, wake) in [
            ("15:00", "22:00", "2026-05-04"), ("23:00", "07:00", "2026-05-05"),
            ("04:00", "12:00", "2026-05-05"),
        ] {
            var person = try person()
            person.session("2026-05-04T10:00")
            try person.night("2026-05-04", try: "23:30", woke: "07:00", up: "07:00")
            if wake != "2026-05-04" {
                try person.night(wake, try: attempt, woke: up, up: up)
                #expect(nightsSince(person) == [nil, 0], "\(attempt)")
            } else {
                person = try self.person()
                person.session("2026-05-04T10:00")
                try person.night(wake, try: attempt, woke: up, up: up)
                #expect(nightsSince(person) == [0], "\(attempt)")
                #expect(person.history().nights[0].hoursSinceSession == 5)
            }
        }
    }

    @Test func whoSleepsByDaySleepsAfterAMorningSession() throws {
        var person = try person()
        person.session("2026-05-06T08:00")
        for day in 4...9 { try person.sleep(try date("2026-05-0\(day)"), "09:00", "16:30") }
        #expect(nightsSince(person) == [nil, nil, 0, 1, 2, 3])
        #expect(person.history().nights[2].hoursSinceSession == 1)
    }

    @Test func whoSleepsByDaySleepsOnTheNextDayAfterAnEveningSession() throws {
        var person = try person()
        person.session("2026-05-06T19:00")
        for day in 4...9 { try person.sleep(try date("2026-05-0\(day)"), "09:00", "16:30") }
        #expect(nightsSince(person) == [nil, nil, nil, 0, 1, 2])
    }

    @Test(arguments: [
        ("08:00", [nil, nil, 1, 2]), ("12:00", [nil, nil, 1, 2]), ("19:00", [nil, nil, 0, 1]),
    ])
    func aDaySleepThatWasNotLoggedCounts(at clock: String, expected: [Int?]) throws {
        var person = try person()
        person.session("2026-05-06T\(clock)")
        for day in [4, 5, 7, 8] { try person.sleep(try date("2026-05-0\(day)"), "09:00", "16:30") }
        #expect(nightsSince(person) == expected)
    }

    @Test(arguments: [("00:30", [nil, 1]), ("04:30", [nil, 1]), ("09:00", [nil, 0]), ("14:00", [nil, 0])])
    func aNightThatWasNotLoggedCounts(at clock: String, expected: [Int?]) throws {
        var person = try person()
        person.session("2026-05-05T\(clock)")
        for day in [4, 6] { try person.sleep(try date("2026-05-0\(day)"), "23:00", "07:00") }
        #expect(nightsSince(person) == expected)
    }

    @Test func aSessionAmidTheNightBelongsToTheNextAttempt() throws {
        var person = try person()
        person.session("2026-05-05T23:30")
        try person.night("2026-05-06", try: "22:30", woke: "07:00", up: "07:00")
        try person.night("2026-05-07", try: "22:30", woke: "07:00", up: "07:00")
        #expect(nightsSince(person) == [nil, 0])
    }

    @Test func twoSessionsBeforeOneNightAreOneSessionNight() throws {
        var person = try person()
        person.session("2026-05-05T10:00")
        person.session("2026-05-05T17:00")
        person.session("2026-05-06T00:20")
        try person.night("2026-05-06", try: "02:20", woke: "08:00", up: "08:00")
        try person.night("2026-05-07", try: "23:00", woke: "07:00", up: "07:00")
        let history = person.history()
        #expect(history.nights.map(\.nightsSinceSession) == [0, 1])
        #expect(history.nights[0].hoursSinceSession == 2)
        #expect(history.sessionNights.gaps.count == 1)
        let today = try date("2026-05-08")
        #expect(history.sessionNightFigures(today: today).named?.sessionNights.due == 1)
    }

    @Test func hoursAreToTheAttemptAloneAndNeverGuessed() throws {
        var person = try person()
        person.session("2026-05-05T10:00")
        try person.night("2026-05-06", bed: "22:00", woke: "07:00", up: "07:00")
        #expect(person.history().nights[0].nightsSinceSession == 0)
        #expect(person.history().nights[0].hoursSinceSession == nil)
    }

    @Test func aNightWithoutTimesIsTheOneExpected() throws {
        var person = try person()
        person.session("2026-05-05T10:00")
        try person.night("2026-05-06", quality: "3")
        try person.night("2026-05-07", quality: "3")
        #expect(nightsSince(person) == [0, 1])
    }

    @Test func onlyWhatTookPlaceCountsAndWhereItWasMovedTo() throws {
        var person = try person()
        let at = { (text: String) throws in
            OffsetInstant(person.zone.instant(try #require(ISOTime.civil(text)).0), in: person.zone)
        }
        let plan = try [4, 6, 8].enumerated().map { index, day in
            Course.PlannedSession(id: "s\(index + 1)", at: try at("2026-05-0\(day)T14:00"))
        }
        let course = Course(protocolName: "three", start: try date("2026-05-04"), weeks: 1, plan: plan)
        let written = try at("2026-05-03T09:00").instant
        person.add(.course(course), at: written)
        let moved = Session(planned: "s1", status: .moved, start: try at("2026-05-05T14:00"))
        person.add(.session(moved), at: written.adding(Minutes(1)))
        #expect(person.history().sessions.map(\.shownStatus) == [.moved, .planned, .planned])
        // Still to be held: the next one, and none that was done.
        #expect(person.history().nextSession(after: written)?.planned == "s1")
        let done = Session(planned: "s1", status: .done, start: try at("2026-05-05T14:00"))
        person.add(.session(done), at: try at("2026-05-05T15:00").instant)
        person.add(.session(Session(planned: "s2", status: .cancelled)), at: written.adding(Minutes(2)))
        person.add(.session(Session(planned: "s3", status: .missed)), at: written.adding(Minutes(3)))
        for day in 4...9 { try person.sleep(try date("2026-05-0\(day)"), "23:00", "07:00") }
        #expect(nightsSince(person) == [nil, nil, 0, 1, 2, 3])
        #expect(person.history().sessions.map(\.shownStatus) == [.done, .cancelled, .missed])
        #expect(person.history().sessionNights.gaps.map(\.session.number) == [1])
        #expect(person.history().sessionNights.isSessionNight(try date("2026-05-06")))
    }

    @Test(arguments: [("2026-03-28T18:00", "2026-03-29", 4.5), ("2026-10-24T18:00", "2026-10-25", 4.5)])
    func hoursToBedAreElapsed(_ session: String, _ night: String, _ hours: Double) throws {
        var person = try person()
        person.session(session)
        try person.night(night, try: "22:30", woke: "07:00", up: "07:00")
        #expect(person.history().nights[0].hoursSinceSession == hours)
        // In the hour that is left out or repeated: an hour less, or the later of two.
        var late = try self.person()
        late.session(session)
        try late.night(night, try: night < "2026-06" ? "02:30" : "01:30", woke: "07:00", up: "07:00")
        #expect(late.history().nights[0].hoursSinceSession == (night < "2026-06" ? 7.5 : 8.5))
    }
}
