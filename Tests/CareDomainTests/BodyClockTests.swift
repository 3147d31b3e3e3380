// The middle of sleep around the clock: means, spread, work and free days, and the deviation of phase.

import CareDomain
import Foundation
import TestKit
import Testing

@Suite struct BodyClockTests {
    private func history(
        _ nights: [(String, String, String)], zone zoneName: String = "Europe/London",
        workDays: [Weekday] = [], sessions: [String] = []
    ) throws -> PersonHistory {
        var person = try #require(
            SamplePerson("clock", zone: try zone(zoneName), details: PersonDetails(workDays: workDays)))
        for (day, from, to) in nights { try person.sleep(try date(day), from, to) }
        for session in sessions { person.session(session) }
        return person.history()
    }

    private static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

    /// Monday 4 May 2026 on: five work nights of 23:00 to 06:00, two free ones of 01:00 to 10:00.
    private static let week = (4...10).map { day -> (String, String, String) in
        let text = "2026-05-" + (day < 10 ? "0\(day)" : "\(day)")
        return day < 9 ? (text, "23:00", "06:00") : (text, "01:00", "10:00")
    }

    @Test func middlesOnBothSidesOfMidnightHaveAMeanBetweenThem() throws {
        let nights = try history([
            ("2026-05-04", "20:00", "03:40"), ("2026-05-05", "20:40", "04:00"),
        ]).mainNights
        // 23:50 and 00:20, of which the arithmetic mean would lie at noon.
        let middle = try #require(MidpointSpread(nights))
        #expect(near(middle.meanSecondOfDay, 5 * 60, 1e-6))
        #expect(near(middle.spread?.value, 30 / 2.0.squareRoot(), 1e-9))
    }

    @Test func middlesAllAroundTheClockHaveNoMean() throws {
        let nights = try history([
            ("2026-05-04", "00:00", "06:00"), ("2026-05-05", "12:00", "18:00"),
        ]).mainNights
        #expect(MidpointSpread(nights) == nil)
        #expect(MidpointSpread(Array(nights.prefix(1)))?.spread == nil)
        #expect(MidpointSpread([]) == nil)
    }

    @Test func theCircularMeanIsTheOneOfTheVectors() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let values = (0..<random.int(1...9)).map { _ in Double.random(in: 0..<86_400, using: &random) }
            let angles = values.map { $0 / 86_400 * 2 * .pi }
            let (x, y) = (angles.map { cos($0) }.reduce(0, +), angles.map { sin($0) }.reduce(0, +))
            guard (x * x + y * y).squareRoot() > 0.01 else { continue }
            var expected = atan2(y, x) / (2 * .pi) * 86_400
            if expected < 0 { expected += 86_400 }
            let mean = CircularMean.of(values, period: 86_400)
            let distance = CircularMean.distance(from: mean ?? .nan, to: expected, period: 86_400)
            #expect(abs(distance) < 1e-6)
        }
    }

    @Test func halfMinutesAreKept() throws {
        let night = try history([("2026-05-04", "23:00", "06:01")]).mainNights
        #expect(near(MidpointSpread(night)?.meanSecondOfDay, 9030, 1e-6))
    }

    @Test(arguments: [("2026-03-29", 3.5), ("2026-10-25", 2.5)])
    func theMiddleOfANightWithAClockChangeIsElapsed(_ day: String, _ hour: Double) throws {
        // Elapsed 7 h and 9 h between the same readings of the clock.
        let nights = try history([(day, "23:00", "07:00")]).mainNights
        #expect(near(MidpointSpread(nights)?.meanSecondOfDay, hour * 3600, 1e-6))
    }

    // MARK: Work and free days

    @Test func socialJetlagAndTheCorrectedMiddle() throws {
        let history = try history(Self.week, workDays: Self.weekdays)
        let body = BodyClock(history.mainNights, days: history.dayKinds())
        #expect(body.work?.count == 5 && body.free?.count == 2)
        #expect(near(body.work?.meanSecondOfDay, 2.5 * 3600, 1e-6))
        #expect(near(body.free?.meanSecondOfDay, 5.5 * 3600, 1e-6))
        #expect(near(body.socialJetlag?.value, 180, 1e-9))
        // 9 h on free days, (5 · 7 + 2 · 9) / 7 h in the week: half of the rest comes off.
        let half = (9 - 53 / 7.0) / 2
        #expect(near(body.correctedSecondOfDay, (5.5 - half) * 3600, 1e-6))
    }

    @Test func missingNightsDoNotMoveTheWeek() throws {
        let all = try history(Self.week, workDays: Self.weekdays)
        let some = try history(
            Self.week.filter { $0.0 != "2026-05-06" }, workDays: Self.weekdays)
        let bodies = [all, some].map { BodyClock($0.mainNights, days: $0.dayKinds()) }
        #expect(near(bodies[0].correctedSecondOfDay, bodies[1].correctedSecondOfDay ?? .nan, 1e-6))
    }

    @Test func whoSleepsLessOnFreeDaysIsNotCorrected() throws {
        let nights = Self.week.map { day, from, to in
            from == "01:00" ? (day, "02:00", "07:00") : (day, from, to)
        }
        let history = try history(nights, workDays: Self.weekdays)
        let body = BodyClock(history.mainNights, days: history.dayKinds())
        #expect(body.correctedSecondOfDay == body.free?.meanSecondOfDay)
    }

    @Test func jetlagTakesTheShorterWayRound() throws {
        let history = try history(
            [("2026-05-08", "19:00", "02:00"), ("2026-05-09", "22:00", "05:00")], workDays: [.friday])
        let body = BodyClock(history.mainNights, days: history.dayKinds())
        // 22:30 and 01:30.
        #expect(near(body.socialJetlag?.value, 180, 1e-9))
    }

    @Test func aDayWithASessionIsNeitherFreeNorWork() throws {
        let history = try history(Self.week, workDays: Self.weekdays, sessions: ["2026-05-09T10:00"])
        let days = history.dayKinds()
        #expect(days.kind(of: try date("2026-05-09")) == .session)
        #expect(BodyClock(history.mainNights, days: days).free?.count == 1)
    }

    @Test func aHabitsRecordMovesAFreeDay() throws {
        let history = try history(Self.week, workDays: Self.weekdays)
        let days = history.dayKinds(free: [try date("2026-05-06")], working: [try date("2026-05-10")])
        #expect(days.kind(of: try date("2026-05-06")) == .free)
        #expect(days.kind(of: try date("2026-05-10")) == .work)
        #expect(days.kind(of: try date("2026-05-09")) == .free)
    }

    @Test func withoutWorkDaysNothingIsSaidOfThem() throws {
        let history = try history(Self.week)
        let body = BodyClock(history.mainNights, days: history.dayKinds())
        #expect(body.work == nil && body.free == nil && body.socialJetlag == nil)
        #expect(body.correctedSecondOfDay == nil)
        #expect(!body.deviationIsFromCorrected && body.deviationCount == 6)
    }

    // MARK: Composite phase deviation

    @Test func deviationIsTakenToTheOwnMeanAndTheNightBefore() throws {
        // Middles 03:00, 04:00, 03:00, 02:00: the mean is 03:00.
        let history = try history([
            ("2026-05-04", "23:00", "07:00"), ("2026-05-05", "00:00", "08:00"),
            ("2026-05-06", "23:00", "07:00"), ("2026-05-07", "22:00", "06:00"),
        ])
        let body = BodyClock(history.mainNights, days: history.dayKinds())
        let expected = (2.0.squareRoot() + 1 + 2.0.squareRoot()) / 3
        #expect(body.deviationCount == 3)
        #expect(near(body.compositePhaseDeviation, expected, 1e-6))
    }

    @Test func deviationNeedsTheNightBefore() throws {
        let history = try history([
            ("2026-05-04", "23:00", "07:00"), ("2026-05-06", "00:00", "08:00"),
            ("2026-05-07", "00:00", "08:00"),
        ])
        let body = BodyClock(history.mainNights, days: history.dayKinds())
        #expect(body.deviationCount == 1)
        #expect(BodyClock([], days: history.dayKinds()).compositePhaseDeviation == nil)
    }

    @Test func deviationIsFromTheCorrectedMiddleWhereThatIsKnown() throws {
        let history = try history(Self.week, workDays: Self.weekdays)
        let body = BodyClock(history.mainNights, days: history.dayKinds())
        let reference = (body.correctedSecondOfDay ?? .nan) / 3600
        let middles = [2.5, 2.5, 2.5, 2.5, 2.5, 5.5, 5.5]
        let lengths = zip(middles, middles.dropFirst()).map { before, middle in
            ((middle - reference) * (middle - reference) + (middle - before) * (middle - before)).squareRoot()
        }
        #expect(body.deviationIsFromCorrected)
        #expect(near(body.compositePhaseDeviation, lengths.reduce(0, +) / 6, 1e-9))
    }
}
