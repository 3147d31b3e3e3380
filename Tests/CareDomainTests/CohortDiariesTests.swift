// Who logs, and when they stop: one person's weeks, and the fold over everyone.

import CareDomain
import TestKit
import Testing

@Suite struct CohortDiariesTests {
    private func member(
        _ id: String = "walker-a", nights: [Int], weeks: Int = 6, now: String = "2026-11-23T12:00:00-05:00"
    ) throws -> CohortMember {
        var walker = try Walker(id, weeks: weeks)
        try walker.sleep(nights)
        return try walker.member(now)
    }

    /// Twenty-one nights are over; that of the evening before the course began counts to no week.
    @Test func nightsAreCountedByWeekOfTheCourse() throws {
        let diary = try member(nights: [0, 1, 2, 7, 8, 21]).diary
        #expect(diary.weekly == [3, 1, 1] && diary.fullWeeks == 3)
        #expect(diary.nightsDue == 21 && diary.nightsLogged == 5)
        #expect(diary.silentDays == 0 && diary.stoppedWeek == nil && diary.phase == .running)
        let early = try member(nights: [0, 1], now: "2026-11-05T12:00:00-05:00").diary
        #expect(early.weekly == [1] && early.fullWeeks == 0 && early.nightsDue == 3)
    }

    @Test func moreThanSevenDaysWithoutANightIsHavingStopped() throws {
        #expect(try member(nights: [1, 14]).diary.stoppedWeek == nil)
        #expect(try member(nights: [1, 14]).diary.silentDays == 7)
        #expect(try member(nights: [1, 13]).diary.stoppedWeek == 2)
        #expect(try member(nights: [1, 7]).diary.stoppedWeek == 1)
        // Nobody who never began a diary has gone on with it.
        #expect(try member(nights: []).diary.stoppedWeek == 1)
        #expect(try member(nights: [], now: "2026-11-09T12:00:00-05:00").diary.stoppedWeek == nil)
    }

    /// A course that is over asks for no more nights, however long ago that was.
    @Test func theEndOfACourseIsNoSilence() throws {
        let diary = try member(nights: Array(1...14), weeks: 2, now: "2027-03-01T12:00:00-05:00").diary
        #expect(diary.phase == .over && diary.silentDays == 0 && diary.stoppedWeek == nil)
        let stopped = try member(nights: [1, 2, 3], weeks: 2, now: "2027-03-01T12:00:00-05:00").diary
        #expect(stopped.stoppedWeek == 1 && stopped.silentDays == 11)
    }

    @Test func theHourOfWritingGoesRoundTheClock() throws {
        #expect(try member(nights: [1, 2, 3, 4]).diary.usualClock == nil)
        #expect(try member(nights: Array(1...9)).diary.usualClock?.description == "06:30")
    }

    /// Three people of three weeks: one goes on, one stopped in the first week, one in the second.
    @Test func theShareWhoStillLogIsThatOfThoseSeenSoFar() throws {
        let start = Array(1...21)
        let summary = CohortDiaries([
            try member("a", nights: start), try member("b", nights: Array(1...5)),
            try member("c", nights: Array(1...10)),
        ])
        #expect(summary.begun == 3 && summary.running == 3 && summary.logging == 1 && summary.stopped == 2)
        #expect(summary.weeks.map(\.people) == [3, 3, 3])
        #expect(summary.weeks.map(\.often) == [3, 1, 1])
        #expect(summary.weeks.map(\.atRisk) == [3, 2, 1])
        #expect(summary.weeks.map(\.stopped) == [1, 1, 0])
        let shares = summary.weeks.map { $0.stillLogging?.value }
        #expect(near(shares[0], 200.0 / 3) && near(shares[1], 100.0 / 3) && near(shares[2], 100.0 / 3))
        #expect(summary.words.last == "2 of 3 have stopped; 33 % still log after week 3.")
    }

    /// Someone who has come less far counts for the weeks that were seen, and for no other.
    @Test func thoseNotYetSoFarLeaveTheCount() throws {
        let now = "2026-11-23T12:00:00-05:00"
        var late = try Walker("late", weeks: 6)
        try late.sleep(1...7)
        let first = try late.member("2026-11-11T12:00:00-05:00")
        let summary = CohortDiaries([
            first, try member("a", nights: Array(1...21), now: now),
            try member("b", nights: Array(1...10), now: now),
        ])
        #expect(summary.weeks.map(\.atRisk) == [3, 2, 1] && summary.weeks.map(\.people) == [3, 2, 2])
        #expect(near(summary.weeks.last?.stillLogging?.value, 50))
        #expect(summary.furthestWeek == 3)
        #expect(CohortDiaries([]).weeks.isEmpty && CohortDiaries([]).words == ["No course has begun yet."])
    }

    @Test func theLongestSilentGoesFirst() throws {
        let zone = try zone("America/New_York")
        let now = try #require(OffsetInstant("2026-11-23T12:00:00-05:00")).instant
        let idle = try #require(SamplePerson("idle", zone: zone))
        let members = [
            CohortMember(
                CohortSubject(idle.history(), zone: zone, now: now, instruments: [], rules: RuleSet([]))),
            try member("over", nights: [1], weeks: 1), try member("daily", nights: Array(1...21)),
            try member("quiet", nights: [1, 2]), try member("never", nights: []),
        ]
        let order = members.sorted(by: CohortMember.isSilentLonger).map(\.id.text)
        #expect(order == ["never", "quiet", "daily", "over", "idle"])
    }

    /// No diary, and nothing at all, are two things.
    @Test func whatElseCameIsSaidApart() throws {
        var walker = try Walker(weeks: 6)
        try walker.sleep(1...5)
        let now = "2026-11-23T12:00:00-05:00"
        #expect(
            try walker.member(now).diaryWords.joined(separator: " ")
                == "Nothing received since Sat 7 Nov 06:30. No diary since Sat 7 Nov, 16 days. "
                + "5 of 21 nights since the course began, 24 %. Usually written about 06:30.")
        walker.person.add(
            .mood(Mood(day: try date("2026-11-18"), mood: 4)),
            at: walker.zone.instant(CivilTime(try date("2026-11-18"), secondOfDay: 72_000)))
        let words = try walker.member(now).diaryWords
        #expect(words[0] == "No diary since Sat 7 Nov, 16 days. Something else came Wed 18 Nov 20:00.")
        #expect(try member(nights: []).diaryWords[0] == "No diary yet. Nothing received yet.")
        #expect(try member(nights: [21]).diaryWords[0] == "The last night logged is that of Mon 23 Nov.")
    }
}
