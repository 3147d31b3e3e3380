// A person's strip of days: which night, session and mark stands on which day.

import CareDomain
import TestKit
import Testing

/// A person on a course of two weeks from Monday 2 November 2026, two sessions a week at 14:00.
struct Walker {
    var person: SamplePerson
    let course: Course
    let zone: Zone

    init(_ id: String = "walker-a", weeks: Int = 2) throws {
        zone = try CareDomainTests.zone("America/New_York")
        person = try #require(SamplePerson(id, zone: zone, details: PersonDetails(name: "Alex Walker")))
        let plan = CourseProtocol(
            name: "two-a-week", title: "Two a week", weeks: weeks, route: .intravenous, dose: nil,
            sessionDays: (0..<weeks).flatMap { [$0 * 7, $0 * 7 + 3] }, source: "sample")
        course = plan.course(
            from: try date("2026-11-02"), at: try #require(ClockTime(typed: "14:00")), in: zone)
        person.add(.course(course), at: zone.instant(CivilTime(try date("2026-10-20"), secondOfDay: 36_000)))
    }

    /// Logs nights by the dates of getting up, 0 for the course's first day.
    mutating func sleep(_ days: some Sequence<Int>, quality: String = "3") throws {
        for day in days {
            try person.sleep(course.start.adding(days: day), "23:00", "06:30", quality: quality)
        }
    }

    func member(_ now: String = "2026-11-11T12:00:00-05:00") throws -> CohortMember {
        let now = try #require(OffsetInstant(now)).instant
        return CohortMember(
            CohortSubject(
                person.history(now: now), zone: zone, now: now, instruments: [], rules: RuleSet([])))
    }
}

@Suite struct CohortStripTests {
    @Test func aNightStandsOnTheDayOfItsEvening() throws {
        var walker = try Walker()
        try walker.sleep([1], quality: "4")
        try walker.sleep([2], quality: "")
        let strip = try walker.member().strip
        #expect(strip.day(try date("2026-11-02"))?.night == .logged(4))
        #expect(strip.day(try date("2026-11-03"))?.night == .logged(nil))
        #expect(strip.day(try date("2026-11-04"))?.night == .notLogged)
        #expect(strip.day(try date("2026-11-10"))?.night == .notLogged)
        #expect(strip.day(try date("2026-11-11"))?.night == .notDue)
        #expect(strip.day(try date("2026-11-12"))?.night == .notAsked)
        #expect(strip.first == walker.course.start && strip.last == walker.course.lastDay)
        #expect(strip.days.count == 14 && strip.day(strip.last.adding(days: 1)) == nil)
        #expect(strip.week(of: try date("2026-11-08")) == 1)
        #expect(strip.week(of: try date("2026-11-09")) == 2)
        #expect(strip.week(of: try date("2026-11-01")) == 0)
    }

    /// As on the calendar: a session in the small hours stands on the evening before.
    @Test func aSessionStandsOnTheNightThatFollowedIt() throws {
        var walker = try Walker()
        walker.person.session("2026-11-02T14:05", planned: "s1")
        walker.person.session("2026-11-06T00:10", planned: "s2")
        walker.person.add(
            .session(Session(planned: "s3", status: .missed, note: "a cold")),
            at: walker.zone.instant(CivilTime(try date("2026-11-09"), secondOfDay: 50_000)))
        let strip = try walker.member().strip
        let held = strip.days.filter { $0.session != nil }.map { "\($0.date) \($0.session?.rawValue ?? "")" }
        #expect(
            held == ["2026-11-02 done", "2026-11-05 done", "2026-11-09 missed", "2026-11-12 planned"])
    }

    @Test func theBaselineBelongsToItFromItsFirstNightOn() throws {
        var walker = try Walker()
        try walker.sleep([-40, -3, 0])
        let strip = try walker.member().strip
        #expect(strip.first == walker.course.start.adding(days: -4))
        #expect(strip.days.prefix(4).map(\.night) == [.logged(3), .notLogged, .notLogged, .logged(3)])
    }

    @Test func checkInsAndOpenFlagsAreMarked() throws {
        var walker = try Walker()
        walker.person.add(
            .checkIn(CheckIn(instrument: "isi", givenTotal: 12)),
            at: walker.zone.instant(CivilTime(try date("2026-11-04"), secondOfDay: 70_000)))
        let strip = try walker.member().strip
        #expect(strip.days.filter(\.hasCheckIn).map(\.date) == [try date("2026-11-04")])
        #expect(strip.days.allSatisfy { !$0.hasFlag })
    }

    @Test func withoutACourseItIsTheLastSixWeeks() throws {
        let zone = try zone("America/New_York")
        var person = try #require(SamplePerson("nobody", zone: zone))
        try person.sleep(try date("2026-11-10"), "23:00", "06:30", quality: "2")
        let now = try #require(OffsetInstant("2026-11-11T12:00:00-05:00")).instant
        let member = CohortMember(
            CohortSubject(person.history(), zone: zone, now: now, instruments: [], rules: RuleSet([])))
        let last = try date("2026-11-11")
        #expect(member.strip.days.count == 42 && member.strip.last == last)
        #expect(member.strip.days.filter { $0.night != .notAsked }.map(\.night) == [.logged(2)])
        #expect(member.strip.week(of: try date("2026-11-11")) == nil)
        #expect(member.stripWords.first == "No course.")
    }

    /// A plan of a hundred years stays small.
    @Test func alongCourseIsCut() throws {
        let walker = try Walker(weeks: 5200)
        let strip = try walker.member("2030-11-11T12:00:00-05:00").strip
        #expect(strip.days.count == 400)
        #expect(strip.day(strip.today)?.night == .notDue)
    }

    @Test func theSentencesSayWhatTheStripShows() throws {
        var walker = try Walker()
        walker.person.session("2026-11-02T14:05", planned: "s1")
        try walker.sleep(1...6)
        let words = try walker.member().stripWords.joined(separator: " ")
        #expect(
            words == "Week 2 of 2, day 10. 1 of 4 sessions held, the next Thu 12 Nov 14:00. "
                + "6 of 9 nights logged since the course began, the last that of Sun 8 Nov.")
        let later = try walker.member("2026-12-01T12:00:00-05:00").stripWords
        #expect(later.first == "The course ended Sun 15 Nov.")
        #expect(try walker.member("2026-10-25T12:00:00-05:00").stripWords.first?.contains("begins") == true)
    }
}
