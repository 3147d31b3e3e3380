// How often a claim comes out for made-up people without an effect, and with one.

import CareDomain
import TestKit
import Testing

@Suite struct CalibrationTests {
    /// What a made-up person's minutes to fall asleep do without any session.
    enum Course: CaseIterable, Sendable {
        case white, trend, memory, trendAndMemory

        var slope: Double { self == .trend || self == .trendAndMemory ? -0.5 : 0 }
        var memory: Double { self == .memory || self == .trendAndMemory ? 0.6 : 0 }
    }

    private static let first = CivilDate(days: 20_577)
    private static let seeds = 2000

    /// Twelve sessions on Mondays and Thursdays.
    private func gaps() throws -> [SessionNightCalendar.Gap] {
        var person = try #require(SamplePerson("planted", zone: .utc))
        for index in 0..<12 {
            person.session("\(Self.first.adding(days: index / 2 * 7 + index % 2 * 3))T14:00")
        }
        return person.history().sessionNights.gaps
    }

    /// Minutes by date over six weeks, in fives as people say them, 45 at first, 20 around it.
    private func latencies(_ course: Course, effect: Double, seed: UInt64, _ gaps: [SessionNightCalendar.Gap])
        -> [CivilDate: Double]
    {
        var random = SeededGenerator(seed: seed)
        let sessions = Set(gaps.map(\.nightZero))
        var noise = random.normal()
        var values: [CivilDate: Double] = [:]
        for day in 1...42 {
            let rest = (1 - course.memory * course.memory).squareRoot()
            noise = course.memory * noise + rest * random.normal()
            let date = Self.first.adding(days: day)
            let usual = 45 + course.slope * Double(day) + 20 * noise + (sessions.contains(date) ? effect : 0)
            if random.once(in: 10) { continue }
            values[date] = max(0, (usual / 5).rounded() * 5)
        }
        return values
    }

    private func claims(_ course: Course, effect: Double, isNamed: Bool = true) throws -> (all: Int, up: Int)
    {
        let gaps = try gaps()
        var (all, up) = (0, 0)
        for seed in 0..<Self.seeds {
            let values = latencies(course, effect: effect, seed: UInt64(seed), gaps)
            let comparison = SessionNightComparison(
                .sleepOnsetLatencyMinutes, night: 0, isNamed: isNamed, values: values, gaps: gaps,
                isDue: { $0 <= Self.first.adding(days: 42) })
            guard let estimate = comparison.estimate, estimate.tells else { continue }
            all += 1
            if estimate.difference > 0 { up += 1 }
        }
        return (all, up)
    }

    @Test(arguments: Course.allCases) func withoutAnEffectFewClaimsComeOut(_ course: Course) throws {
        let claims = try claims(course, effect: 0).all
        print("claims without an effect, \(course): \(claims) of \(Self.seeds)")
        #expect(claims <= Self.seeds * 7 / 100, "\(claims) of \(Self.seeds)")
        // A rule that never speaks would pass as well.
        #expect(claims >= Self.seeds / 200, "\(claims) of \(Self.seeds)")
    }

    @Test func theOthersClaimLessOften() throws {
        let claims = try claims(.trendAndMemory, effect: 0, isNamed: false).all
        print("claims at 99 % without an effect: \(claims) of \(Self.seeds)")
        #expect(claims <= Self.seeds * 2 / 100, "\(claims) of \(Self.seeds)")
    }

    @Test(arguments: Course.allCases) func halfAnHourIsFoundInMostCourses(_ course: Course) throws {
        let (all, up) = try claims(course, effect: 30)
        print("claims with half an hour, \(course): \(up) of \(Self.seeds)")
        #expect(up >= Self.seeds * 3 / 4, "\(up) of \(Self.seeds)")
        #expect(all == up)
    }
}
