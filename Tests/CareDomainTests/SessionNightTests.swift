// Session nights: which nights they are, what they are paired with, and when nothing is said.

import CareDomain
import TestKit
import Testing

@Suite struct SessionNightTests {
    /// Monday 4 May 2026.
    private let first = CivilDate(days: 20_577)

    /// A person with sessions at 14:00 so many days after the first date, and a night to each morning after.
    /// - Parameter latency: by the days from the first date to the evening; nil for a night not logged.
    private func person(
        sessions: [Int], days: Int, latency: (Int) -> Int?
    ) throws -> SamplePerson {
        var person = try #require(SamplePerson("course", zone: try zone("Europe/London")))
        for day in sessions { person.session("\(first.adding(days: day))T14:00") }
        for day in 0..<days {
            guard let minutes = latency(day) else { continue }
            try person.night(
                first.adding(days: day + 1).description, bed: "23:00", try: "23:00", sol: "\(minutes)",
                wakes: "0", woke: "07:00", up: "07:00")
        }
        return person
    }

    private func figures(_ person: SamplePerson, days: Int) -> SessionNights {
        person.history().sessionNightFigures(today: first.adding(days: days))
    }

    /// Days of a Monday and Thursday course.
    private func twiceAWeek(_ count: Int) -> [Int] { (0..<count).map { $0 / 2 * 7 + $0 % 2 * 3 } }

    @Test func theDayIsAMonday() { #expect(first.weekday == .monday && first.description == "2026-05-04") }

    // MARK: Pairs

    @Test func aSessionIsPairedWithTheLaterNightsOfItsOwnGap() throws {
        // Latency is the day's number, so that each pair tells which nights it holds.
        let person = try person(sessions: twiceAWeek(12), days: 42) { $0 }
        let named = try #require(figures(person, days: 42).named)
        #expect(named.measure == .sleepOnsetLatencyMinutes && named.nightsSinceSession == 0)
        #expect(named.pairs == 12 && named.level == 95)
        // Mondays: less Wednesday's, two later. Thursdays: less Saturday's and Sunday's, 2.5 later.
        let expected = try #require(SignedRank((0..<12).map { $0 % 2 == 0 ? -2 : -2.5 }))
        #expect(named.estimate?.difference == expected.estimate)
        #expect(named.estimate?.low == -2.5 && named.estimate?.high == -2)
        #expect(named.sessionNights == .init(known: 12, due: 12))
        #expect(named.otherNights == .init(known: 18, due: 18))
        let later = figures(person, days: 42).comparisons.first {
            $0.measure == .sleepOnsetLatencyMinutes && $0.nightsSinceSession == 1
        }
        // One night later, one less.
        #expect(later?.estimate?.high == -1 && later?.level == 99 && later?.isNamed == false)
    }

    @Test func theReferenceEndsSixNightsAfterTheSession() throws {
        let person = try person(sessions: [0, 14, 28, 42, 56, 70], days: 84) { $0 }
        let named = try #require(figures(person, days: 84).named)
        #expect(named.otherNights.due == 30)
        #expect(named.estimate?.difference == -4)
    }

    @Test func aSessionWithoutLaterNightsGivesNoPair() throws {
        let days = twiceAWeek(12)
        let person = try person(sessions: days, days: 42) { $0 % 7 == 2 ? nil : $0 }
        let named = try #require(figures(person, days: 42).named)
        // Wednesday's night is the only later one of a Monday.
        #expect(named.pairs == 6)
    }

    // MARK: When nothing is said

    @Test func theIntervalBeginsAtSixPairsAndAtEight() throws {
        for (count, said, others) in [(5, false, false), (6, true, false), (7, true, false), (8, true, true)]
        {
            let days = (0..<count).map { $0 * 7 }
            let figures = figures(
                try person(sessions: days, days: count * 7) { $0 % 7 == 0 ? 50 : 20 }, days: count * 7)
            let named = try #require(figures.named)
            #expect(named.pairs == count)
            #expect((named.estimate != nil) == said, "\(count)")
            let other = figures.comparisons.first {
                $0.measure == .totalSleepMinutes && $0.nightsSinceSession == 0
            }
            #expect((other?.estimate != nil) == others, "\(count)")
            if !said {
                #expect(named.reasons == [.morePairs(6 - count)])
                #expect(named.whyWords == "1 more pair of nights needed; there are 5")
            }
        }
    }

    /// Ten weekly sessions: 10 session nights, 50 later ones.
    @Test(arguments: [
        (6, 30, true), (5, 30, false), (6, 29, false), (8, 30, true), (9, 30, false), (10, 40, true),
        (10, 39, false),
    ])
    func tooManyMissingNightsSayNothing(session: Int, others: Int, said: Bool) throws {
        var (leftSession, leftOthers) = (session, others)
        let person = try person(sessions: (0..<10).map { $0 * 7 }, days: 70) { day in
            if day % 7 == 0 {
                leftSession -= 1
                return leftSession >= 0 ? 40 : nil
            }
            if day % 7 == 1 { return 20 }
            leftOthers -= 1
            return leftOthers >= 0 ? 20 : nil
        }
        let named = try #require(figures(person, days: 71).named)
        #expect(named.sessionNights == .init(known: session, due: 10))
        #expect(named.otherNights == .init(known: others, due: 50))
        #expect(named.reasons.contains(.missingNights) != said)
        let says = named.estimate != nil
        #expect(says == (said && named.pairs >= 6))
        if !said {
            let words =
                "(not logged: \(10 - session) of 10 nights after sessions, "
                + "\(50 - others) of 50 others)"
            #expect(named.whyWords?.hasSuffix(words) == true)
        }
    }

    @Test func aDailyDoseIsNotComparable() throws {
        let daily = try person(sessions: Array(0..<28), days: 28) { $0 }
        let named = try #require(figures(daily, days: 28).named)
        #expect(named.reasons == [.everyNight] && named.estimate == nil)
        #expect(named.whyWords == "every night is a session night; not comparable")
        // On work days only: the night of Friday is still no comparison for the others.
        let workDays = try person(sessions: (0..<56).filter { $0 % 7 < 5 }, days: 56) { $0 }
        #expect(figures(workDays, days: 56).named?.reasons == [.everyNight])
        let everyOther = try person(sessions: (0..<14).map { $0 * 2 }, days: 28) { $0 }
        #expect(figures(everyOther, days: 27).named?.reasons == [.noOtherNights])
    }

    @Test func withoutASessionNothingIsDescribed() throws {
        let figures = figures(try person(sessions: [], days: 10) { $0 }, days: 10)
        #expect(figures.description.isEmpty)
        #expect(figures.named?.reasons == [.noSession])
    }

    @Test func weekdayAndSessionCannotAlwaysBeToldApart() throws {
        let fixed = try person(sessions: twiceAWeek(12), days: 42) { $0 }
        #expect(figures(fixed, days: 42).named?.sameWeekdays == true)
        let weekly = try person(sessions: (0..<8).map { $0 * 7 }, days: 56) { $0 }
        #expect(figures(weekly, days: 56).named?.sameWeekdays == true)
        let turning = try person(sessions: (0..<8).map { $0 * 8 }, days: 64) { $0 }
        #expect(figures(turning, days: 64).named?.sameWeekdays == false)
    }

    /// After the last session, and where one was left out, later nights fall on session weekdays too.
    @Test(arguments: [[0], [0, 3], [0, 2, 4]], [0, 7, 60])
    func aFixedCourseKeepsTheCautionHoweverItGoesOn(weekdays: [Int], longer: Int) throws {
        let sessions = (0..<42).filter { weekdays.contains($0 % 7) }
        let days = 42 + longer
        for leftOut in [-1] + sessions {
            let held = sessions.filter { $0 != leftOut }
            let figures = figures(try person(sessions: held, days: days) { $0 }, days: days)
            for night in figures.comparisons where night.nightsSinceSession == 0 {
                #expect(night.sameWeekdays, "\(weekdays), \(longer) longer, without \(leftOut)")
            }
        }
    }

    @Test func sessionsThatWanderOverTheWeekHaveNoCaution() throws {
        let twice = [0, 3, 8, 11, 16, 19, 21, 24, 29, 32, 37, 40]
        #expect(figures(try person(sessions: twice, days: 49) { $0 }, days: 49).named?.sameWeekdays == false)
        // Weekly, of which two came a day late.
        let late = [0, 7, 15, 21, 29, 35]
        #expect(figures(try person(sessions: late, days: 60) { $0 }, days: 60).named?.sameWeekdays == false)
    }

    // MARK: Description

    @Test func theDescriptionCountsEveryNightSinceTheFirstSession() throws {
        let person = try person(sessions: [7, 14], days: 21) { $0 < 7 ? 90 : $0 % 7 == 0 ? 40 : 20 }
        let figures = figures(person, days: 21)
        let rows = figures.description.filter { $0.measure == .sleepOnsetLatencyMinutes }
        #expect(rows.map(\.nightsSinceSession) == [0, 1, 2, 3, 4, 5, 6, nil])
        #expect(rows.map(\.count) == [2, 2, 2, 2, 2, 2, 2, 12])
        #expect(rows.map(\.median) == [40, 20, 20, 20, 20, 20, 20, 20])
        #expect(figures.nights(.sleepOnsetLatencyMinutes).map(\.session) == [1, 2])
        #expect(figures.nights(.sleepOnsetLatencyMinutes).map(\.hours) == [9, 9])
        #expect(figures.description.contains { $0.measure == .remMinutes } == false)
    }

    @Test func measuresKeepTheirOrderWhateverTheirSize() throws {
        let person = try person(sessions: twiceAWeek(12), days: 42) { $0 % 7 == 0 ? 90 : 5 }
        let measures = figures(person, days: 42).comparisons.map(\.measure)
        #expect(measures == Measure.allCases.flatMap { measure in measures.filter { $0 == measure } })
        #expect(Set(measures).isSubset(of: SessionNights.compared) && measures.count > 6)
        #expect(figures(person, days: 42).comparisons.filter(\.isNamed).count == 1)
    }

    @Test func aWindowNarrowsNightsAndSessions() throws {
        let person = try person(sessions: twiceAWeek(12), days: 42) { $0 }
        let from = first.adding(days: 15)
        let figures = person.history().sessionNightFigures(
            from: from, to: first.adding(days: 28), today: first.adding(days: 42))
        #expect(figures.named?.sessionNights == .init(known: 4, due: 4))
        #expect(figures.described(.sleepOnsetLatencyMinutes, nil)?.count == 10)
    }

    @Test func aNightThatIsNotOverIsNotMissing() throws {
        let person = try person(sessions: [0, 7, 14], days: 14) { $0 }
        // On the day of the third session, and the morning after it before the night is logged.
        #expect(figures(person, days: 14).named?.sessionNights == .init(known: 2, due: 2))
        #expect(figures(person, days: 15).named?.sessionNights == .init(known: 2, due: 2))
        #expect(figures(person, days: 16).named?.sessionNights == .init(known: 2, due: 3))
    }

    // MARK: One source

    @Test func nightsOfAnotherSourceAreLeftOutAndCounted() throws {
        var person = try person(sessions: twiceAWeek(12), days: 42) { $0 % 10 == 9 ? nil : 30 }
        for day in 0..<42 where day % 10 == 9 {
            let date = first.adding(days: day + 1)
            var night = Night(date: date, zone: person.zone)
            let start = person.zone.instant(CivilTime(date.adding(days: -1), secondOfDay: 82_800))
            night.recording = StageRecording(
                start: start, runs: [.init(seconds: 300, stage: .awake), .init(seconds: 20_000, stage: .rem)])
            person.add(.night(night), at: start, source: "fitbit")
        }
        let figures = figures(person, days: 42)
        #expect(figures.named?.source == "diary" && figures.named?.leftOut == 4)
        #expect(figures.described(.sleepOnsetLatencyMinutes, 0)?.median == 30)
        let rem = figures.comparisons.first { $0.measure == .remMinutes }
        #expect(rem?.source == "fitbit" && rem?.leftOut == 0)
    }

    // MARK: Across people

    @Test func overACohortThePersonIsTheUnit() throws {
        var comparisons: [SessionNightComparison] = []
        for size in 1...7 {
            let person = try person(sessions: twiceAWeek(12), days: 42) {
                $0 % 7 == 0 || $0 % 7 == 3 ? 20 + size : 20
            }
            comparisons.append(try #require(figures(person, days: 42).named))
        }
        comparisons.append(try #require(figures(try person(sessions: [0], days: 7) { $0 }, days: 7).named))
        let cohort = PeopleComparison(comparisons)
        #expect(cohort.people == 7 && cohort.leftOut == 1)
        #expect(cohort.estimate?.difference == 4)
        #expect(cohort.estimate?.low == 1.5 || cohort.estimate?.low == 2)
        #expect(PeopleComparison(Array(comparisons.prefix(5))).estimate == nil)
    }
}
