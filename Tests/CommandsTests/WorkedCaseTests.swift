// Worked cases of sleep figures, all the way through the commands and back out of the JSON.

import CareDomain
import Commands
import PlainJSON
import Testing

@Suite struct WorkedCaseTests {
    private let world = World()

    private func begin(_ zone: String, now: String) {
        world.now = OffsetInstant(now)?.instant ?? world.now
        #expect(world.lull(["init", "--id", "ada", "--zone", zone]) == .finished(.ok))
    }

    private func json(_ line: String) throws -> JSONValue {
        #expect(world.lull(line) == .finished(.ok), "\(world.errors)")
        return try JSONReader.value(world.output)
    }

    private func expect(_ value: JSONValue?, _ figures: [String: Double]) {
        for (key, figure) in figures {
            let found = value?[key]?.double ?? .nan
            #expect(abs(found - figure) < 0.0001, "\(key): \(found), not \(figure)")
        }
    }

    /// C01: one night across midnight, and the four denominators of its efficiency.
    @Test func fourEfficiencies() throws {
        begin("America/Chicago", now: "2026-03-03T09:00:00-06:00")
        world.lull(
            "log night --bed 22:15 --try 23:05 --latency 40 --wakes 3 --awake 35"
                + " --woke 06:10 --trying 20 --up 07:00"
        )
        let night = try json("nights --json")[0]
        expect(
            night,
            [
                "timeInBedMinutes": 525, "opportunityMinutes": 475, "sleepPeriodMinutes": 385,
                "totalSleepMinutes": 350, "terminalWakeMinutes": 50, "totalWakeMinutes": 125,
                "efficiencyPercent": 73.6842, "efficiencyInBedPercent": 66.6667,
                "efficiencyDiaryPercent": 78.6517,
                "maintenancePercent": 90.9091,
            ])
        #expect(night?["midpoint"] == "2026-03-03T02:57:30-06:00")
        #expect(night?["sleepOnset"] == "2026-03-02T23:45:00-06:00")
    }

    /// C03: the clocks go forward in the night; durations are elapsed.
    @Test func clocksGoForward() throws {
        begin("America/New_York", now: "2026-03-08T09:00:00-04:00")
        world.lull(
            "log night --bed 22:30 --try 23:00 --latency 15 --wakes 1 --awake 10"
                + " --woke 06:30 --trying 0 --up 06:45"
        )
        let night = try json("nights --json")[0]
        expect(
            night,
            [
                "timeInBedMinutes": 435, "opportunityMinutes": 405, "sleepPeriodMinutes": 375,
                "totalSleepMinutes": 365, "efficiencyInBedPercent": 83.908, "efficiencyPercent": 90.1235,
                "efficiencyDiaryPercent": 93.5897, "maintenancePercent": 97.3333,
            ])
        #expect(night?["midpoint"] == "2026-03-08T03:22:30-04:00")
        #expect(night?["intoBed"] == "2026-03-07T22:30:00-05:00")
    }

    /// C06: a week with a missed night and blank items; each figure has its own count.
    @Test func blankIsNotZero() throws {
        begin("Europe/London", now: "2026-05-10T09:00:00+01:00")
        world.files.put(Transcript.fixture("week.csv"), at: "/week.csv")
        #expect(try json("import /week.csv --json")["added"] == 6)
        let summary = try json("summary --json")
        #expect(summary["nightsLogged"] == 6)
        let means = summary["means"]
        expect(means?["timeInBedMinutes"], ["mean": 463, "median": 450, "sd": 26.3629, "count": 5])
        expect(means?["opportunityMinutes"], ["mean": 443.3333, "median": 445, "sd": 9.8319, "count": 6])
        expect(means?["totalSleepMinutes"], ["mean": 358.75, "median": 390, "sd": 103.7927, "count": 4])
        expect(means?["terminalWakeMinutes"], ["mean": 23.3333, "median": 12.5, "sd": 33.4166, "count": 6])
        expect(means?["efficiencyInBedPercent"], ["mean": 73.7336, "median": 82.2222, "sd": 29.2517])
        expect(summary, ["pooledEfficiencyInBedPercent": 72.4382])
        #expect(means?["quality"] == ["mean": nil, "median": nil, "sd": nil, "count": 0])
        #expect(summary["regularityIndex"] == .null)
    }

    /// C11: a session's night is the first attempt to sleep after it, whatever the date.
    @Test func sessionNights() throws {
        begin("America/Denver", now: "2026-04-16T12:00:00-06:00")
        for at in ["2026-04-07T10:00", "2026-04-10T17:30", "2026-04-14T10:00", "2026-04-15T00:10"] {
            #expect(world.lull("session done --at \(at)") == .finished(.ok), "\(world.errors)")
        }
        let tries = [
            "23:00", "00:40", "23:10", "23:30", "01:20", "23:00", "23:20", "23:05", "02:10", "23:00",
        ]
        world.input = tries.enumerated().map { index, clock in
            "{\"night\":\"2026-04-\((7 + index).padded(to: 2))\",\"trySleep\":\"\(clock)\"}"
        }
        #expect(world.lull("log night --stdin") == .finished(.ok))
        #expect(world.output.split(separator: "\n").count == 10)
        let rows = try json("nights --json").array ?? []
        #expect(rows.map { $0["nightsSinceSession"]?.int } == [nil, 0, 1, 2, 0, 1, 2, 3, 0, 1])
        let hours = rows.map { $0["hoursSinceSession"]?.double.map { ($0 * 100).rounded() / 100 } }
        #expect(hours == [nil, 14.67, 37.17, 61.5, 7.83, 29.5, 53.83, 77.58, 2, 22.83])
    }

    /// C17: what the protocols make of a start on Monday 7 September 2026.
    @Test(arguments: [
        (
            "esketamine-8w",
            "09-07 09-10 09-14 09-17 09-21 09-24 09-28 10-01 10-05 10-12 10-19 10-26"
        ),
        ("iv-six-2w", "09-07 09-09 09-11 09-14 09-16 09-18"),
        ("iv-six-3w", "09-07 09-10 09-14 09-17 09-21 09-24"),
    ])
    func protocols(name: String, dates: String) throws {
        begin("Europe/London", now: "2026-09-07T09:00:00+01:00")
        world.lull("course start --protocol \(name) --start 2026-09-07 --at 14:00")
        // One that did not take place moves no other.
        world.lull(["session", "miss", "s3", "--why", "a cold"])
        let plan = try json("course show --json")["plan"]?.array ?? []
        #expect(plan.map { $0["at"]?.string?.prefix(10).dropFirst(5) ?? "" }.joined(separator: " ") == dates)
        #expect(plan.map { $0["status"] }.filter { $0 == "missed" }.count == 1)
        #expect(plan.first?["at"] == "2026-09-07T14:00:00+01:00")
    }

    /// C19: what contradicts itself is refused and leaves nothing behind; what is unusual is taken.
    @Test func refusals() throws {
        begin("Europe/London", now: "2026-05-10T09:00:00+01:00")
        for line in [
            "--night 2026-05-04 --bed 23:00 --try 23:00 --latency 20 --wakes 1"
                + " --awake 10 --woke 07:10 --up 07:00",
            "--night 2026-05-05 --bed 23:00 --try 23:00 --latency 300 --wakes 3"
                + " --awake 200 --woke 06:30 --up 06:45",
            "--night 2026-05-06 --bed 23:00 --try 23:00 --latency 20 --wakes 0"
                + " --awake 15 --woke 06:30 --up 06:45",
            "--night 2026-05-07 --bed 07:30 --try 23:00 --latency 20 --wakes 1"
                + " --awake 10 --woke 06:30 --up 06:45",
        ] {
            #expect(world.lull("log night " + line) == .finished(.badData))
            #expect(world.errors.hasPrefix("lull: --") && world.output.isEmpty)
        }
        #expect(try json("nights --json") == [])
        world.lull(
            "log night --night 2026-05-08 --bed 23:00 --try 23:00 --latency 120"
                + " --wakes 4 --awake 75 --woke 6:30 --up 6:45"
        )
        world.lull(
            "log night --night 2026-05-09 --bed 23:00 --try 02:30 --latency 10"
                + " --wakes 1 --awake 5 --woke 6:30 --up 6:45"
        )
        let rows = try json("nights --json").array ?? []
        #expect(rows.map { $0["warnings"] } == [["shortSleep", "longAwake"], ["shortSleep"]])
    }
}
