// A clinic's outcomes by week, worked out by hand: quartiles, who counts as started, and what is a week.

import CareDomain
import TestKit
import Testing

@Suite struct OutcomeTests {
    private static let phq9 = OutcomeTopic.instrument("phq9")

    /// A person whose course begins on day 0 with a session, and whose total was known by then.
    private func started(
        _ baseline: Int? = 20, protocolName: String = "iv-eight-4w", on day: Int = 0, end: Int? = nil
    ) throws -> RuledPerson {
        var person = try RuledPerson(course: false)
        var course = Course(
            protocolName: protocolName, start: person.day(day), weeks: 4, plan: [])
        course.end = end.map { person.day($0) }
        person.person.add(.course(course), at: person.instant(-30, 8))
        if let baseline { person.checkIn("phq9", day, total: baseline) }
        person.session(day)
        return person
    }

    private func member(_ person: RuledPerson, day: Int = 13) -> CohortMember {
        let now = person.instant(day, 20)
        return CohortMember(
            CohortSubject(
                person.person.history(now: now), zone: person.zone, now: now, instruments: testInstruments,
                rules: RuleSet([])))
    }

    private func series(_ topic: OutcomeTopic, _ members: [CohortMember], _ name: String? = nil)
        -> OutcomeSeries
    {
        OutcomeSeries(topic, members, instruments: testInstruments, protocolName: name)
    }

    /// Seven who started: five with totals in week 2, one who stopped without a word, one who answered only
    /// then. An eighth begins later.
    private func clinic() throws -> [CohortMember] {
        var people: [RuledPerson] = []
        for total in [16, 4, 11, 8, 10] {
            var person = try started()
            person.checkIn("phq9", 9, total: total)
            people.append(person)
        }
        people.append(try started(end: 5))
        var late = try started(nil)
        late.checkIn("phq9", 10, total: 3)
        people.append(late)
        people.append(try started(on: 20))
        return people.map { member($0) }
    }

    @Test func theWholeIsEveryoneWhoStartedAndBesideItWhoAnswered() throws {
        let series = series(Self.phq9, try clinic())
        #expect(series.started == 7)
        let week = try #require(series.weeks.last)
        #expect(week.week == 2 && week.count == 6 && week.due == 7)
        // 3 4 8 10 11 16: the quarter points lie a quarter and three quarters of the way.
        #expect(week.quarters?.low == 5 && week.quarters?.median == 9 && week.quarters?.high == 10.75)
        // Half of 20 or less: 4, 8 and 10, of five who have both answers.
        #expect(week.response == OutcomeSeries.Share(reached: 3, known: 5))
        // Under five: 3 and 4, of six with an answer.
        #expect(week.remission == OutcomeSeries.Share(reached: 2, known: 6))
        #expect(near(week.response?.percent(of: series.started)?.value, 42.857, 0.001))
        #expect(series.baselineRemission == OutcomeSeries.Share(reached: 0, known: 6))
        #expect(
            series.lastWeekLines() == [
                "Week 2: response 3 of 7 started, 3 of 5 observed",
                "Week 2: remission 2 of 7 started, 2 of 6 observed",
            ])
        #expect(series.definition(testInstruments)?.contains("50 % better than at the start") == true)
    }

    @Test func theCaseloadCountsWhoStoppedAsStarted() throws {
        let members = try clinic()
        let outcomes = CohortOutcomes(
            members, instruments: testInstruments, today: RuledPerson.start.adding(days: 13))
        let load = outcomes.caseload
        #expect(load.people == 8 && load.started == 7 && load.active == 6 && load.endedEarly == 1)
        #expect(load.contacted7 == 0 && load.diaries5 == 0)
        #expect(outcomes.protocols.map(\.name) == ["iv-eight-4w"])
        #expect(outcomes.protocols.map(\.started) == [7])
        #expect(outcomes.topics.first == Self.phq9)
        #expect(outcomes.ends.map(\.instrument) == ["phq9"])
        #expect(outcomes.ends.first?.response == OutcomeSeries.Share(reached: 3, known: 5))
        #expect(outcomes.ends.first?.remission == OutcomeSeries.Share(reached: 2, known: 6))
    }

    @Test func underFivePeopleThereAreCountsAlone() throws {
        let members = try clinic()
        let four = series(Self.phq9, Array(members.prefix(4)))
        let five = series(Self.phq9, Array(members.prefix(5)))
        #expect(four.weeks.last?.count == 4 && four.weeks.last?.quarters == nil)
        #expect(four.weeks.last?.response?.known == 4)
        #expect(five.weeks.last?.quarters?.median == 10)
        let nobody = series(Self.phq9, [])
        #expect(nobody.started == 0 && nobody.weeks.map(\.count) == [0] && nobody.lastOfCourse == nil)
        #expect(nobody.weeks[0].remission == nil || nobody.weeks[0].remission?.known == 0)
    }

    @Test func aWeekIsSevenDaysOfTheCourseAndItsLastAnswerCounts() throws {
        var person = try started()
        person.checkIn("phq9", 1, total: 19)
        person.checkIn("phq9", 6, total: 18)
        person.checkIn("phq9", 7, total: 17)
        person.checkIn("phq9", 30, total: 9)
        person.checkIn("phq9", 200, total: 2)
        let facts = member(person, day: 210).outcome
        let scores = try #require(facts.scores.first)
        #expect((0...5).map { scores.total(week: $0) } == [20, 18, 17, nil, nil, 9])
        // Eight weeks after the course nothing is followed by week; the newest answer is known all the same.
        #expect(facts.reached == 31 && scores.total(week: 29) == nil && scores.last == 2)
        #expect(!facts.isActive && !facts.endedEarly)
    }

    @Test func whatIsWrittenOnTheDayOfTheFirstSessionIsTheBaseline() throws {
        var person = try RuledPerson(course: false)
        let course = Course(protocolName: "x", start: person.day(0), weeks: 4, plan: [])
        person.person.add(.course(course), at: person.instant(-3, 8))
        person.checkIn("phq9", 0, total: 21)
        person.checkIn("phq9", 3, total: 15)
        person.checkIn("phq9", 4, total: 14)
        person.session(3)
        let scores = try #require(member(person).outcome.scores.first)
        #expect(scores.baseline == 15 && scores.total(week: 1) == 14)
    }

    @Test func aWeekOfNightsNeedsFourAndItsEfficiencyIsPooled() throws {
        var person = try started()
        // Of week 1: nights that begin on days 0 to 6. In bed from 23:00 to 07:00, 480 minutes.
        for (day, asleep) in [(1, 240), (2, 360), (3, 420), (7, 420)] { person.night(day, asleep: asleep) }
        for day in [8, 9, 10] { person.night(day) }
        let facts = member(person).outcome
        #expect(facts.value(.totalSleepMinutes, week: 1) == 360)
        #expect(facts.value(.efficiencyPercent, week: 1) == 75)
        #expect(facts.value(.totalSleepMinutes, week: 2) == nil)
        #expect(facts.value(.totalSleepMinutes, week: 0) == nil)
        person.night(11)
        #expect(member(person).outcome.value(.totalSleepMinutes, week: 2) == 420)
    }

    @Test func nightsBeforeTheFirstSessionAreWeekZero() throws {
        var person = try started()
        person.nights(-6...0, asleep: 300)
        person.nights(1...7, asleep: 400)
        let facts = member(person).outcome
        #expect(facts.value(.totalSleepMinutes, week: 0) == 300)
        #expect(facts.value(.totalSleepMinutes, week: 1) == 400)
    }

    @Test func oneProtocolLooksAtItsPeopleAlone() throws {
        var other = try started(12, protocolName: "iv-six-3w")
        other.checkIn("phq9", 8, total: 4)
        let members = try clinic() + [member(other)]
        let one = series(Self.phq9, members, "iv-six-3w")
        #expect(one.started == 1 && one.weeks.last?.response == OutcomeSeries.Share(reached: 1, known: 1))
        #expect(series(Self.phq9, members).started == 8)
        let outcomes = CohortOutcomes(
            members, instruments: testInstruments, protocolName: "iv-six-3w",
            today: RuledPerson.start.adding(days: 13))
        #expect(outcomes.caseload.people == 1 && outcomes.protocols.count == 2)
    }

    @Test func unwantedEventsStandBesideTheSessionsOfTheirMonth() throws {
        var person = try started()
        for (day, events) in [
            (7, [Session.AdverseEvent(what: " Nausea", severity: "Mild", serious: false)]),
            (14, [.init(what: "nausea", severity: "mild"), .init(what: "collapse", serious: true)]),
            (30, []),
        ] {
            let start = OffsetInstant(person.instant(day, 14), in: person.zone)
            person.person.add(
                .session(Session(status: .done, start: start, events: events)), at: start.instant)
        }
        let members = [member(person, day: 40)]
        let events = CohortOutcomes(members, instruments: [], today: person.day(40)).events
        #expect(events.months.map(\.month.text) == ["2026-11", "2026-12"])
        #expect(events.months.map(\.sessions) == [3, 1])
        let november = events.months[0]
        #expect(november.count { $0.what == "nausea" && $0.severity == "mild" } == 2)
        #expect(november.count(\.isSerious) == 1 && november.count { !$0.isSerious } == 2)
        #expect(events.severities(in: events.months) { !$0.isSerious } == ["mild"])
        #expect(events.kinds(in: events.months) { !$0.isSerious }.map(\.count) == [2])
        #expect(events.months[1].counts.isEmpty)
    }

    @Test func contactsCountBackFromToday() throws {
        func called(_ day: Int, _ reached: Call.Reached) throws -> CohortMember {
            var person = try started()
            let start = OffsetInstant(person.instant(day, 10), in: person.zone)
            person.person.add(.call(Call(start: start, reached: reached)), at: start.instant)
            return member(person, day: 27)
        }
        let members = [
            try called(21, .yes), try called(20, .yes), try called(25, .no), member(try started(), day: 27),
        ]
        let load = CohortOutcomes(
            members, instruments: [], today: RuledPerson.start.adding(days: 27)
        ).caseload
        #expect(load.active == 4 && load.contacted7 == 1 && load.contacted30 == 2)
    }
}
