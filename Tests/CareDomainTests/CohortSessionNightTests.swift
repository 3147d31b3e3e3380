// Session nights over everyone: the person is the unit, held against their own nights.

import CareDomain
import TestKit
import Testing

@Suite struct CohortSessionNightTests {
    /// Three weeks with a session a week; the night of it takes longer to fall asleep by so much.
    private func person(_ longer: Int, sessions: Int = 3) throws -> CohortMember {
        var person = try RuledPerson()
        for week in 0..<sessions { person.session(week * 7) }
        for day in 1...21 { person.night(day, latency: day % 7 == 1 ? 20 + longer : 20) }
        let now = person.instant(21, 20)
        return CohortMember(
            CohortSubject(
                person.person.history(now: now), zone: person.zone, now: now, instruments: [],
                rules: RuleSet([])))
    }

    @Test func aPersonIsTheirOwnMiddle() throws {
        let facts = try person(15).sessionNights
        #expect(facts.hasSessions && facts.named == .sleepOnsetLatencyMinutes)
        #expect(facts.difference(.sleepOnsetLatencyMinutes, night: 0) == 15)
        #expect(facts.difference(.sleepOnsetLatencyMinutes, night: 1) == 0)
        #expect(facts.difference(.totalSleepMinutes, night: 0) == 0)
        #expect(facts.difference(.quality, night: 0) == nil)
        #expect(facts.difference(.sleepOnsetLatencyMinutes, night: 3) == nil)
        // Two nights of a kind are too few for a person to count.
        let two = try person(15, sessions: 2).sessionNights
        #expect(two.hasSessions && two.difference(.sleepOnsetLatencyMinutes, night: 0) == nil)
        #expect(try person(15, sessions: 0).sessionNights.hasSessions == false)
    }

    @Test func overPeopleEachCountsOnce() throws {
        let members = try [-10, 0, 5, 20, 20].map { try person($0) } + [person(30, sessions: 2)]
        let figures = CohortSessionNights(.sleepOnsetLatencyMinutes, members)
        #expect(figures.withSessions == 6)
        let night = try #require(figures.nights.first)
        #expect(night.differences == [-10, 0, 5, 20, 20] && night.people == 5)
        #expect(night.quarters?.low == 0 && night.quarters?.median == 5 && night.quarters?.high == 20)
        #expect(night.higher == 3 && night.same == 1 && night.lower == 1)
        #expect(figures.nights.map(\.nightsSinceSession) == [0, 1, 2])
        let four = CohortSessionNights(.sleepOnsetLatencyMinutes, Array(members.prefix(4)))
        #expect(four.nights[0].people == 4 && four.nights[0].quarters == nil)
        // Three sessions give three pairs, and six are needed.
        #expect(figures.comparison.people == 0 && figures.comparison.leftOut == 6)
        #expect(CohortSessionNights(.quality, members).nights[0].people == 0)
        let other = CohortSessionNights(.sleepOnsetLatencyMinutes, members, protocolName: "another")
        #expect(other.withSessions == 0)
    }

    @Test func manyPeopleAreComparedLikeFew() throws {
        var random = SeededGenerator(seed: 5)
        let values = (0..<240).map { _ in (random.normal() * 20 + 3).rounded() }
        let exact = try #require(SignedRank(values))
        let interval = try #require(exact.interval(level: 95))
        let many = PeopleComparison(values, leftOut: 0)
        let estimate = try #require(many.estimate)
        #expect(near(estimate.difference, exact.estimate, 0.01))
        #expect(near(estimate.low, interval.low, 0.51) && near(estimate.high, interval.high, 0.51))
        #expect(many.people == 240)
        let few = PeopleComparison(Array(values.prefix(5)), leftOut: 2)
        #expect(few.estimate == nil)
        #expect(few.sentence(.quality) == "Pairs of nights, 5 people: something is said from six people on.")
        #expect(PeopleComparison([], leftOut: 3).sentence(.quality) == nil)
    }
}
