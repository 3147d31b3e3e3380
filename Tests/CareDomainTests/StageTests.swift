// Nights of devices: stages with gaps, and what two programs print of their own nights.

import CareDomain
import Foundation
import PlainJSON
import TestKit
import Testing

@Suite struct StageTests {
    typealias Run = StageRecording.Run

    private func measures(_ runs: [Run]) -> NightMeasures {
        var night = Night(date: CivilDate(days: 20_577), zone: .utc)
        night.recording = StageRecording(start: Instant(seconds: 1_777_762_800), runs: runs)
        return night.measures
    }

    private static let withGaps: [Run] = [
        Run(seconds: 600, stage: .awake), Run(seconds: 1800, stage: .light),
        Run(seconds: 900, stage: .unscored),
        Run(seconds: 2700, stage: .deep), Run(seconds: 300, stage: .awake),
        Run(seconds: 600, stage: .unscored),
        Run(seconds: 3600, stage: .light), Run(seconds: 1500, stage: .rem), Run(seconds: 420, stage: .awake),
    ]

    @Test func sleepIsTheSumOfItsSegments() {
        let m = measures(Self.withGaps)
        #expect(m.totalSleep == Minutes(160))
        // Not the period less the wake, which holds 25 minutes that nobody scored.
        #expect(m.sleepPeriod == Minutes(190))
        #expect(m.wakeAfterSleepOnset == Minutes(5) && m.awakenings == 1)
        #expect(m.unscored == Minutes(25) && m.awake == Minutes(22))
        #expect(m.rem == Minutes(25) && m.light == Minutes(90) && m.deep == Minutes(45))
        #expect(m.latency == Minutes(10) && m.terminalWake == Minutes(7))
        #expect(near(m.efficiency?.value, 100 * 160 / 207.0))
    }

    @Test func latencyOfREMRunsFromSleepOnset() {
        // 30 + 15 + 45 + 5 + 10 + 60 minutes after falling asleep, 10 less than from the start.
        #expect(measures(Self.withGaps).remLatency == Minutes(165))
        #expect(
            measures([Run(seconds: 60, stage: .awake), Run(seconds: 60, stage: .rem)]).remLatency == .zero)
        #expect(measures([Run(seconds: 60, stage: .light)]).remLatency == nil)
    }

    @Test func sharesAreOfTheTimeAsleepAndOfAllThatWasScored() {
        let m = measures(Self.withGaps)
        #expect(near(m.remShare?.value, 100 * 25 / 160.0) && near(m.deepShare?.value, 100 * 45 / 160.0))
        let sum = [m.remShare, m.lightShare, m.deepShare].compactMap { $0?.value }.reduce(0, +)
        #expect(near(sum, 100, 1e-9))
        #expect(near(m.awakeShare?.value, 100 * 22 / 182.0))
    }

    @Test func sleepOfNoKnownDepthLeavesTheSharesUnknown() {
        let m = measures(Self.withGaps + [Run(seconds: 600, stage: .asleep)])
        #expect(m.totalSleep == Minutes(170) && m.rem == Minutes(25))
        #expect(m.remShare == nil && m.deepShare == nil)
        let plain = measures([Run(seconds: 60, stage: .awake), Run(seconds: 600, stage: .asleep)])
        #expect(plain.totalSleep == Minutes(10) && plain.rem == nil && plain.awake == nil)
    }

    @Test func whatWasNotScoredIsNotZero() {
        let nothing = measures([Run(seconds: 3600, stage: .unscored)])
        #expect(nothing.totalSleep == nil && nothing.efficiency == nil && nothing.timeInBed == Minutes(60))
        let awake = measures([Run(seconds: 3600, stage: .awake)])
        #expect(awake.totalSleep == .zero && awake.efficiency == Percent(0) && awake.sleepOnset == nil)
        #expect(measures([]).timeInBed == nil && measures([]).totalSleep == nil)
    }

    @Test func splittingARunChangesNothing() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<50 {
            let split = Self.withGaps.flatMap { run -> [Run] in
                let part = random.int(0...run.seconds)
                return [
                    Run(seconds: part, stage: run.stage), Run(seconds: run.seconds - part, stage: run.stage),
                ]
            }
            #expect(measures(split) == measures(Self.withGaps))
        }
    }

    // MARK: Other programs

    /// The sums of a sleep mat: sleep is its stages; awake in the night is what is left of the time, out of
    /// bed too; its efficiency leaves the time out of bed out.
    @Test(.enabled(if: Shared.has("samples/withings-api"), "the samples are absent"))
    func agreesWithWithings() throws {
        let file = try Shared.json("samples/withings-api/sleep_summary_first30.json")
        let series = try #require(file["body"]?["series"]?.array)
        #expect(series.count == 30)
        for night in series {
            let data = night["data"]
            let seconds = { (key: String) in data?[key]?.int ?? 0 }
            let length = (night["enddate"]?.int ?? 0) - (night["startdate"]?.int ?? 0)
            let (before, after) = (seconds("sleep_latency"), seconds("wakeup_latency"))
            let awake = seconds("wakeupduration") - before - after
            let gone = length - seconds("total_sleep_time") - seconds("wakeupduration")
            let m = measures([
                Run(seconds: before, stage: .awake),
                Run(seconds: seconds("lightsleepduration"), stage: .light),
                Run(seconds: max(0, awake), stage: .awake),
                Run(seconds: seconds("deepsleepduration"), stage: .deep),
                Run(seconds: max(0, gone), stage: .unscored),
                Run(seconds: seconds("remsleepduration"), stage: .rem), Run(seconds: after, stage: .awake),
            ])
            #expect(m.totalSleep == Minutes(Double(seconds("total_sleep_time")) / 60))
            #expect(
                m.latency == Minutes(Double(before) / 60) && m.terminalWake == Minutes(Double(after) / 60))
            let lying = (m.wakeAfterSleepOnset ?? .zero) + (m.unscored ?? .zero)
            #expect(near(lying.value * 60, Double(seconds("waso")), 1e-6))
            #expect(near(m.sleepPeriod?.value, (m.totalSleep ?? .zero).value + lying.value, 1e-9))
            let share = 1 - (m.awakeShare?.value ?? .nan) / 100
            let printed = data?["sleep_efficiency"]?.double ?? .nan
            #expect(abs(share - printed) <= 0.005 + 1e-9, "\(share), \(printed)")
        }
    }

    /// Rest intervals and the sleep intervals within them, as an actigraphy program prints them.
    @Test(.enabled(if: Shared.has("samples/actiware-rpx"), "the samples are absent"))
    func agreesWithActiware() throws {
        let bytes = try #require(Shared.bytes("samples/actiware-rpx/rpx_eng_head.csv"))
        let rows = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",").map { $0.filter { $0 != "\"" } } }
        let rest = rows.filter { $0.first == "REST" }
        let sleep = rows.filter { $0.first == "SLEEP" }
        #expect(rest.count >= 7 && rest.count == sleep.count)
        for (bed, asleep) in zip(rest, sleep) {
            let (from, to) = (try instant(bed, 2), try instant(bed, 4))
            let (onset, waking) = (try instant(asleep, 2), try instant(asleep, 4))
            var night = Night(date: Zone.utc.date(to), zone: .utc)
            (night.intoBed, night.trySleep, night.finalAwake, night.outOfBed) = (from, from, waking, to)
            night.latency = onset.since(from)
            night.wakeAfterSleepOnset = Minutes(try number(asleep, 9))
            #expect(night.problems.isEmpty)
            let m = night.measures
            #expect(near(m.efficiency?.value, try number(asleep, 8), 0.005 + 1e-9))
            #expect(near(m.efficiencyInBed?.value, try number(asleep, 8), 0.005 + 1e-9))
            #expect(near(m.totalSleep?.value, try number(asleep, 11), 0.005))
            #expect(near(m.maintenance?.value, try number(asleep, 12), 0.005 + 1e-9))
            #expect(near(m.sleepPeriod?.value, try number(asleep, 6), 0.005))
            #expect(near(m.timeInBed?.value, try number(bed, 6), 0.005))
            // What is left of the rest interval is falling asleep and lying on.
            let rest = try number(bed, 6) - number(asleep, 6)
            #expect(near((m.latency ?? .zero).value + (m.terminalWake ?? .zero).value, rest, 0.005))
        }
    }

    private func number(_ row: [String], _ column: Int) throws -> Double {
        try #require(Double(row[column]))
    }

    /// `04/07/2015` and `21:05:00`.
    private func instant(_ row: [String], _ column: Int) throws -> Instant {
        let parts = row[column].split(separator: "/").compactMap { Int($0) }
        let time = row[column + 1].split(separator: ":").compactMap { Int($0) }
        let date = try #require(CivilDate(year: parts[2], month: parts[1], day: parts[0]))
        return Zone.utc.instant(CivilTime(date, secondOfDay: time[0] * 3600 + time[1] * 60 + time[2]))
    }
}
