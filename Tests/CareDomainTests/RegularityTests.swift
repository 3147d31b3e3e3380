// The regularity index: other programs' figures, clock changes, missing nights, naps and sleep by day.

import CareDomain
import Foundation
import PlainJSON
import TestKit
import Testing

@Suite struct RegularityTests {
    private func person(_ zoneName: String = "Europe/London") throws -> SamplePerson {
        try #require(SamplePerson("regular", zone: try zone(zoneName)))
    }

    private func days(_ first: String, _ count: Int) throws -> [CivilDate] {
        let first = try date(first)
        return (0..<count).map { first.adding(days: $0) }
    }

    // MARK: Other programs

    /// Figures of sleepreg 1.3.5 and pyActigraphy 1.2.2 over whole days.
    @Test(
        .enabled(if: Shared.has("samples/sleepreg"), "the samples are absent"),
        arguments: [
            ("regular8", 100.0), ("alternating2h", 66.66666666666667), ("opposite12h", -33.33333333333333),
            ("drift1h", 83.33333333333333),
        ])
    func agreesWithSleepreg(_ name: String, _ expected: Double) throws {
        let sample = try Shared.json("samples/sleepreg/\(name).json")
        let intervals = (sample["iv"]?.array ?? []).map {
            Int64($0[0]?.int ?? 0) * 1000..<Int64($0[1]?.int ?? 0) * 1000
        }
        let start = Int64(try #require(sample["t0"]?.int)) * 1000
        let whole = (Int64(try #require(sample["t1"]?.int)) * 1000 - start) / 86_400_000 * 86_400_000
        let pairs = RegularityPairs(asleep: intervals, known: [start..<start + whole])
        #expect(near(pairs.index(), expected, 1e-9))
        #expect(pairs.days == Double(whole / 86_400_000 - 1))
    }

    /// The same sleeps as nights of a diary come to the same.
    @Test(
        .enabled(if: Shared.has("samples/sleepreg"), "the samples are absent"),
        arguments: [
            ("regular8", 100.0), ("alternating2h", 66.66666666666667), ("drift1h", 83.33333333333333),
        ])
    func agreesThroughTheDiary(_ name: String, _ expected: Double) throws {
        let sample = try Shared.json("samples/sleepreg/\(name).json")
        var person = try #require(SamplePerson("sample", zone: .utc))
        for interval in sample["iv"]?.array ?? [] {
            let from = Instant(seconds: Int64(interval[0]?.int ?? 0))
            let to = Instant(seconds: Int64(interval[1]?.int ?? 0))
            try person.sleep(
                Zone.utc.date(to), Zone.utc.clock(from).description, Zone.utc.clock(to).description)
        }
        let index = try #require(RegularityIndex(nights: person.history().mainNights))
        #expect(near(index.value, expected, 1e-9))
        #expect(index.days == 7)
    }

    // MARK: Clock changes

    @Test(arguments: [
        ("2026-03-24", "Europe/London"), ("2026-10-20", "Europe/London"), ("2026-03-04", "America/New_York"),
        ("2026-10-28", "America/New_York"),
    ])
    func aClockChangeCountsOnce(_ first: String, _ zoneName: String) throws {
        var person = try person(zoneName)
        for day in try days(first, 8) { try person.sleep(day, "23:00", "07:00") }
        let index = try #require(RegularityIndex(nights: person.history().mainNights))
        // One pair of days differs by the hour: at falling asleep, or at waking, or at both.
        let hours = index.days * 24
        let mismatch = (100 - index.value) / 200 * hours
        #expect(near(mismatch, 2, 1e-9), "\(mismatch) h of \(hours) h")
        #expect(near(hours, first < "2026-06" ? 167 : 169, 1e-9))
    }

    @Test func nothingChangesWhereClocksStay() throws {
        var person = try person("America/Phoenix")
        for day in try days("2026-03-04", 8) { try person.sleep(day, "23:00", "07:00") }
        #expect(RegularityIndex(nights: person.history().mainNights)?.value == 100)
    }

    // MARK: What is unknown

    @Test func aNightThatIsMissingIsUnknownAndNotAwake() throws {
        var person = try person()
        for day in try days("2026-05-04", 12) where day.day != 9 { try person.sleep(day, "23:00", "07:00") }
        let pairs = RegularityPairs(nights: person.history().mainNights)
        // Eleven pairs of days, of which two have the missing one.
        #expect(pairs.days == 9)
        #expect(pairs.index() == 100)
    }

    @Test func aNightWithoutItsTimesIsAsGoodAsMissing() throws {
        var person = try person()
        for day in try days("2026-05-04", 8) { try person.sleep(day, "23:00", "07:00") }
        try person.night("2026-05-12", bed: "23:00", try: "23:00", woke: "07:00", up: "07:00")
        #expect(RegularityPairs(nights: person.history().mainNights).days == 7)
    }

    @Test func fewerThanFiveDaysSayNothingButAreCounted() throws {
        var person = try person()
        for day in try days("2026-05-04", 5) { try person.sleep(day, "23:00", "07:00") }
        var pairs = RegularityPairs(nights: person.history().mainNights)
        #expect(pairs.days == 4 && pairs.index() == nil)
        try person.sleep(try date("2026-05-09"), "23:00", "07:00")
        pairs = RegularityPairs(nights: person.history().mainNights)
        #expect(pairs.days == 5 && pairs.index() == 100)
        #expect(RegularityPairs(nights: []).days == 0)
    }

    // MARK: Naps

    @Test func aTimedNapCountsAndOneWithoutItsTimesDoesNot() throws {
        var person = try person()
        let days = try days("2026-05-04", 6)
        for day in days { try person.sleep(day, "23:00", "07:00") }
        let nights = person.history().mainNights
        let start = OffsetInstant(
            person.zone.instant(CivilTime(days[2], secondOfDay: 14 * 3600)), in: person.zone)
        let end = OffsetInstant(start.instant.adding(Minutes(60)), in: person.zone)
        let timed = Nap(start: start, end: end)
        let untimed = Nap(start: start, givenMinutes: Minutes(60))
        // An hour asleep against an awake one the day before and the day after.
        let expected = 100 - 200 * 2 / 120.0
        #expect(near(RegularityIndex(nights: nights, naps: [timed])?.value, expected, 1e-9))
        #expect(RegularityIndex(nights: nights, naps: [untimed])?.value == 100)
        #expect(RegularityIndex(nights: nights, naps: [timed, timed])?.value != 100)
        #expect(
            RegularityIndex(nights: nights, naps: [timed, timed])
                == RegularityIndex(nights: nights, naps: [timed]))
    }

    // MARK: Sleep by day

    /// What a sleep by day has behind noon is another day's: the first afternoon is awake, all others asleep.
    @Test func aDaySleeperLosesTheFirstAfternoon() throws {
        var person = try person()
        for day in try days("2026-05-04", 9) { try person.sleep(day, "09:00", "17:00") }
        let pairs = RegularityPairs(nights: person.history().mainNights)
        #expect(near(pairs.index(), 100 - 200 * 5 / (8 * 24.0), 1e-9))
        #expect(pairs.days == 8)
    }

    @Test func sixDaySleepsAreEnough() throws {
        var person = try #require(SamplePerson("regular", zone: .utc))
        for day in try days("2026-05-06", 6) { try person.sleep(day, "09:00", "16:00") }
        let pairs = RegularityPairs(nights: person.history().mainNights)
        #expect(pairs.days == 5 && near(pairs.index(), 100 - 200 * 4 / 120.0, 1e-9))
    }

    /// Three nights, then three sleeps by day: from the noon before the first to the noon of the last.
    @Test func whatLiesBetweenANightAndASleepByDayIsKnown() throws {
        var person = try #require(SamplePerson("shifts", zone: .utc))
        for day in try days("2026-05-04", 3) { try person.sleep(day, "23:00", "07:00") }
        for day in try days("2026-05-07", 3) { try person.sleep(day, "09:00", "17:00") }
        let pairs = RegularityPairs(nights: person.history().mainNights)
        #expect(pairs.days == 5)
        // The night of the 6th against the sleep of the 7th: eight hours each that have no partner.
        #expect(near(pairs.index(), 100 - 200 * 16 / 120.0, 1e-9))
        // Back to nights: to the noon after the last.
        try person.sleep(try date("2026-05-10"), "23:00", "07:00")
        #expect(RegularityPairs(nights: person.history().mainNights).days == 6)
    }

    @Test func aDaySleepThatIsMissingLosesItsAfternoon() throws {
        var person = try person()
        for day in try days("2026-05-04", 12) where day.day != 9 { try person.sleep(day, "09:00", "17:00") }
        let index = RegularityIndex(nights: person.history().mainNights)
        #expect(near(index?.value, 100 - 200 * 10 / (9 * 24.0), 1e-9) && index?.days == 9)
    }

    @Test func aLateRiserLosesNothing() throws {
        var person = try person()
        for day in try days("2026-05-04", 7) { try person.sleep(day, "03:00", "12:30") }
        #expect(RegularityPairs(nights: person.history().mainNights).days == 6)
    }

    @Test func oppositeTimesReachTheOtherEnd() {
        let rows: [[Bool?]] = (0..<6).map { day in (0..<24).map { ($0 < 12) == (day % 2 == 0) } }
        #expect(RegularityPairs(days: rows).index() == -100)
        #expect(RegularityPairs(days: rows.map { _ in rows[0] }).index() == 100)
        #expect(RegularityPairs(days: rows.map { $0.map { _ in nil } }).index(minimumDays: 0) == nil)
    }
}
