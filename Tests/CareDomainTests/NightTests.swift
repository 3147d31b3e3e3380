// From what is typed to a night and its figures: midnight, clock changes, unknown items, and what cannot be.

import CareDomain
import JournalStore
import Testing

@Suite struct NightTests {
    private let zones = ZoneDatabase(files: PosixFileSystem())

    private func draft(_ fields: [NightField: String]) -> NightDraft {
        var draft = NightDraft()
        for (field, text) in fields { draft[field] = text }
        return draft
    }

    private func night(
        _ fields: [NightField: String], _ zoneName: String = "Europe/London", skipped: SkippedTime = .refuse
    ) throws -> Night {
        let zone = try #require(zones.zone(named: zoneName))
        let today = try #require(CivilDate("2026-12-31"))
        return try Night(draft(fields), zone: zone, today: today, skipped: skipped)
    }

    private func problems(_ fields: [NightField: String], _ zoneName: String = "Europe/London") throws
        -> NightProblems
    {
        let zone = try #require(zones.zone(named: zoneName))
        let today = try #require(CivilDate("2026-12-31"))
        do throws(NightProblems) {
            _ = try Night(draft(fields), zone: zone, today: today)
            return NightProblems()
        } catch {
            return error
        }
    }

    private static let ordinary: [NightField: String] = [
        .date: "2026-03-03", .intoBed: "22:15", .trySleep: "23:05", .latency: "40", .awakenings: "3",
        .wake: "35",
        .finalAwake: "06:10", .trying: "20", .early: "30", .outOfBed: "07:00", .quality: "1",
    ]

    @Test func acrossMidnightTheFourEfficienciesDiffer() throws {
        let m = try night(Self.ordinary, "America/Chicago").measures
        #expect(m.timeInBed == Minutes(525))
        #expect(m.opportunity == Minutes(475))
        #expect(m.sleepPeriod == Minutes(385))
        #expect(m.totalSleep == Minutes(350))
        #expect(m.terminalWake == Minutes(50))
        #expect(m.totalWake == Minutes(125))
        #expect(abs((m.efficiencyInBed?.value ?? 0) - 66.6667) < 1e-4)
        #expect(abs((m.efficiency?.value ?? 0) - 73.6842) < 1e-4)
        #expect(abs((m.efficiencyOfEpisode?.value ?? 0) - 78.6517) < 1e-4)
        #expect(abs((m.maintenance?.value ?? 0) - 90.9091) < 1e-4)
        let zone = try #require(zones.zone(named: "America/Chicago"))
        #expect(m.midpoint.map { OffsetInstant($0, in: zone).text() } == "2026-03-03T02:57:30-06:00")
    }

    @Test func theHourThatClocksSkipIsNotSlept() throws {
        let fields: [NightField: String] = [
            .date: "2026-03-08", .intoBed: "22:30", .trySleep: "23:00", .latency: "15", .awakenings: "1",
            .wake: "10",
            .finalAwake: "06:30", .trying: "0", .outOfBed: "06:45",
        ]
        let m = try night(fields, "America/New_York").measures
        #expect(m.timeInBed == Minutes(435))
        #expect(m.totalSleep == Minutes(365))
        let zone = try #require(zones.zone(named: "America/New_York"))
        #expect(m.midpoint.map { OffsetInstant($0, in: zone).text() } == "2026-03-08T03:22:30-04:00")
    }

    @Test func theHourThatIsRepeatedIsSleptTwice() throws {
        let m = try night([.date: "2026-11-01", .intoBed: "23:00", .outOfBed: "07:00"], "America/New_York")
            .measures
        #expect(m.timeInBed == Minutes(540))
        let again = try night(
            [.date: "2026-11-01", .intoBed: "01:30", .outOfBed: "07:00"], "America/New_York")
        #expect(again.measures.timeInBed == Minutes(330))
        #expect(again.warnings.contains(.ambiguousTime))
    }

    @Test func aSkippedTimeIsRefusedInAFormAndMovedOnInAFile() throws {
        let fields: [NightField: String] = [.date: "2026-03-08", .intoBed: "02:30", .outOfBed: "09:00"]
        #expect(
            try problems(fields, "America/New_York")[.intoBed]
                == .clockSkipped(try #require(ClockTime(typed: "03:30"))))
        let moved = try night(fields, "America/New_York", skipped: .moveOn)
        #expect(moved.measures.timeInBed == Minutes(330))
        #expect(moved.warnings.contains(.shiftedTime))
    }

    @Test func aDaySleeperNeedsNoOtherRule() throws {
        let m = try night([.date: "2026-05-04", .intoBed: "08:30", .trySleep: "09:00", .outOfBed: "16:30"])
            .measures
        #expect(m.timeInBed == Minutes(480))
        #expect(m.opportunity == Minutes(450))
    }

    @Test func unknownStaysUnknown() throws {
        let m = try night([
            .date: "2026-05-05", .trySleep: "23:20", .awakenings: "1", .wake: "15", .finalAwake: "06:20",
            .outOfBed: "06:40",
        ]).measures
        #expect(m.latency == nil)
        #expect(m.totalSleep == nil)
        #expect(m.efficiency == nil)
        #expect(m.terminalWake == Minutes(20))
        #expect(m.timeInBed == nil)
    }

    @Test func noAwakeningMeansNoMinutesAwake() throws {
        let fields: [NightField: String] = [
            .date: "2026-05-06", .trySleep: "23:40", .latency: "10", .awakenings: "0", .finalAwake: "06:40",
            .outOfBed: "06:50",
        ]
        #expect(try night(fields).measures.totalSleep == Minutes(410))
        var some = fields
        some[.awakenings] = "3"
        #expect(try night(some).measures.totalSleep == nil)
    }

    private static func entry(_ changes: [NightField: String]) -> [NightField: String] {
        let usual: [NightField: String] = [
            .date: "2026-05-04", .intoBed: "23:00", .trySleep: "23:00", .latency: "20", .awakenings: "1",
            .wake: "10",
            .finalAwake: "06:30", .trying: "0", .outOfBed: "06:45",
        ]
        return usual.merging(changes) { $1 }
    }

    @Test func whatContradictsItselfIsRefused() throws {
        #expect(
            try problems(Self.entry([.finalAwake: "07:10", .outOfBed: "07:00"]))[.finalAwake]
                == .finalAwakeAfterOutOfBed)
        #expect(try problems(Self.entry([.latency: "300", .wake: "200"]))[.wake] == .awakeExceedsSleepPeriod)
        #expect(try problems(Self.entry([.awakenings: "0", .wake: "15"]))[.wake] == .wakeWithoutAwakenings)
        #expect(try problems(Self.entry([.intoBed: "07:30"]))[.intoBed] == .orderTooLong)
        #expect(try problems(Self.entry([.trying: "40"]))[.trying] == .tryingExceedsLyingAwake)
        #expect(try problems(Self.entry([.quality: "6"]))[.quality] == .outOfRange(1...5))
        #expect(try problems(Self.entry([.awakenings: "-1"]))[.awakenings] == .outOfRange(0...99))
        #expect(try problems(Self.entry([.date: "04.05.2026"]))[.date] == .notADate)
        #expect(try problems(Self.entry([.date: "2027-01-01"]))[.date] == .inTheFuture)
        #expect(try problems([.date: "2026-05-04"])[.outOfBed] == .nothingGiven)
    }

    @Test func timesWithADateMustBeInOrder() throws {
        let times = ["2026-05-03T23:30:00+01:00", "2026-05-03T23:00:00+01:00"]
        #expect(try problems(Self.entry([.intoBed: times[0], .trySleep: times[1]]))[.intoBed] == .notInOrder)
        #expect(try problems(Self.entry([.intoBed: times[1], .trySleep: times[0]])).isEmpty)
        let late = try problems([
            .date: "2026-05-04", .intoBed: "2026-05-04T08:00:00+01:00", .outOfBed: "7:00",
        ])
        #expect(late[.intoBed] == .notInOrder)
    }

    @Test func moreAwakeThanThereIsNightIsRefusedWithoutALatencyToo() throws {
        #expect(try problems(Self.entry([.latency: "", .wake: "451"]))[.wake] == .awakeExceedsSleepPeriod)
        #expect(try problems(Self.entry([.latency: "", .wake: "450"])).isEmpty)
    }

    @Test func whatIsUnlikelyIsTakenAndQuestioned() throws {
        let bad = try night(Self.entry([.latency: "120", .awakenings: "4", .wake: "75"]))
        #expect(bad.warnings == [.shortSleep, .longAwake])
        #expect(
            try night(Self.entry([.trySleep: "02:30", .latency: "10", .wake: "5"])).warnings == [.shortSleep])
        #expect(try night(Self.entry([:])).warnings.isEmpty)
    }

    @Test func aRecordingGivesTheTimesAndTheStages() throws {
        let zone = try #require(zones.zone(named: "Europe/London"))
        let date = try #require(CivilDate("2026-05-04"))
        var night = Night(date: date, zone: zone)
        let start = zone.instant(CivilTime(date.adding(days: -1), secondOfDay: 23 * 3600))
        night.recording = StageRecording(
            start: start,
            runs: [
                .init(seconds: 900, stage: .awake), .init(seconds: 3600, stage: .light),
                .init(seconds: 0, stage: .awake),
                .init(seconds: 1800, stage: .light), .init(seconds: 600, stage: .awake),
                .init(seconds: 3600, stage: .deep),
                .init(seconds: 1200, stage: .unscored), .init(seconds: 1800, stage: .rem),
                .init(seconds: 300, stage: .awake),
            ])
        let m = night.measures
        #expect(m.latency == Minutes(15))
        #expect(m.awakenings == 1)
        #expect(m.wakeAfterSleepOnset == Minutes(10))
        #expect(m.totalSleep == Minutes(180))
        #expect(m.terminalWake == Minutes(5))
        #expect(m.remLatency == Minutes(180))
        #expect(m.unscored == Minutes(20))
        #expect(m.awake == Minutes(30))
        // The sleep of a device is its epochs, not the period less the wake: 20 minutes are unscored.
        #expect(m.sleepPeriod == Minutes(210))
    }
}
