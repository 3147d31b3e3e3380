// Worked cases through a diary table: key figures here, all of them where the file of cases is at hand.

import CareDomain
import Foundation
import PlainJSON
import Testing

@testable import Exchange

private let columns = [
    "date", "tz", "intoBed", "trySleep", "sol", "nwak", "waso", "finalAwake", "tasafa", "earlierThanPlanned",
    "outOfBed",
    "quality",
]

private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 0.00005 } ?? false
}

@Suite(.enabled(if: TestZones.zone("America/Chicago") != nil, "no time zone files"))
struct WorkedCaseTests {
    @Test func efficiencies() throws {
        let night = try #require(
            try read(
                "date,tz,intoBed,trySleep,sol,nwak,waso,finalAwake,tasafa,outOfBed\n"
                    + "2026-03-03,America/Chicago,22:15,23:05,40,3,35,06:10,20,07:00\n"
            ).allNights.first)
        let m = night.measures
        #expect(near(m.efficiencyInBed?.value, 66.66667) && near(m.efficiency?.value, 73.68421))
        #expect(near(m.efficiencyOfEpisode?.value, 78.65169) && near(m.maintenance?.value, 90.90909))
        #expect(m.midpoint?.text(in: night.zone) == "2026-03-03T02:57:30-06:00")
    }

    @Test func clocksGoForward() throws {
        let night = try #require(
            try read(
                "date,tz,intoBed,trySleep,sol,nwak,waso,finalAwake,tasafa,outOfBed\n"
                    + "2026-03-08,America/New_York,22:30,23:00,15,1,10,06:30,0,06:45\n"
            ).allNights.first)
        #expect(night.measures.timeInBed == Minutes(435) && night.measures.totalSleep == Minutes(365))
        #expect(night.marks.isEmpty)
    }

    @Test func refusals() throws {
        let result = try read(
            """
            date,tz,intoBed,trySleep,sol,nwak,waso,finalAwake,tasafa,outOfBed
            2026-05-04,Europe/London,23:00,23:00,20,1,10,07:10,0,07:00
            2026-05-05,Europe/London,23:00,23:00,300,3,200,06:30,0,06:45
            2026-05-06,Europe/London,23:00,23:00,20,0,15,06:30,0,06:45
            2026-05-07,Europe/London,07:30,23:00,20,1,10,06:30,0,06:45
            2026-05-08,Europe/London,23:00,23:00,120,4,75,06:30,0,06:45
            2026-05-09,Europe/London,23:00,02:30,10,1,5,06:30,0,06:45
            """)
        #expect(result.skipped.map(\.line) == [2, 3, 4, 5])
        let whys = [
            "last waking: not within the 12 hours before getting up",
            "minutes awake in the night: more than the time from falling asleep to the last waking",
            "minutes awake in the night: more than 0, though never woken",
            "into bed: more than 18 hours before getting up",
        ]
        #expect(result.skipped.map(\.why) == whys)
        #expect(result.allNights.map(\.warnings) == [[.shortSleep, .longAwake], [.shortSleep]])
    }

    @Test(
        .enabled(if: Shared.has("cases/metrics.json"), "the cases are absent"),
        arguments: ["C01", "C03", "C06"])
    func figures(_ name: String) throws {
        let cases = try JSONReader.value(try #require(Shared.bytes("cases/metrics.json")))
        let found = try #require(cases["cases"]?.array?.first { $0["id"]?.string == name })
        let inputs = found["input"]?.array ?? [found["input"] ?? .null]
        let expected = found["expected"]?["perNight"]?.array ?? [found["expected"] ?? .null]
        let rows = inputs.map { input in columns.map { cell(input[$0]) }.joined(separator: ",") }
        let result = try read(columns.joined(separator: ",") + "\n" + rows.joined(separator: "\n"))
        #expect(result.skipped.isEmpty)
        let figures = expected.filter { !$0.isNull }
        try #require(result.nights == figures.count)
        for (night, figure) in zip(result.allNights, figures) {
            compare(night.measures, figure, in: night.zone)
        }
    }

    private func cell(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text)?: text
        case .integer(let number)?: String(number)
        default: ""
        }
    }

    private func compare(_ m: NightMeasures, _ expected: JSONValue, in zone: Zone) {
        let figures: [(String, Double?)] = [
            ("TIB", m.timeInBed?.value), ("opportunity", m.opportunity?.value), ("SPT", m.sleepPeriod?.value),
            ("TST", m.totalSleep?.value), ("TWAK", m.terminalWake?.value), ("TWT", m.totalWake?.value),
            ("SE_TIB", m.efficiencyInBed?.value), ("SE_opportunity", m.efficiency?.value),
            ("SE_DSE", m.efficiencyOfEpisode?.value), ("SME", m.maintenance?.value),
        ]
        for (name, value) in figures {
            guard let wanted = expected[name]?.double else {
                #expect(value == nil, "\(name)")
                continue
            }
            #expect(value.map { abs($0 - wanted) <= 0.00011 } == true, "\(name)")
        }
        #expect(m.midpoint.map { String($0.text(in: zone).prefix(19)) } == expected["midpointLocal"]?.string)
        #expect(m.sleepOnset.map { String($0.text(in: zone).prefix(19)) } == expected["onsetLocal"]?.string)
    }
}
