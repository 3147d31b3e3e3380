// The figures of `summary` and `cohort`: every key there is, and a course all the way through the commands.

import CareDomain
import Commands
import PlainJSON
import Testing

@Suite struct SummaryTests {
    private let world = World()
    private static let first = CivilDate(days: 20_577)

    /// Six weeks in Oslo from Monday 4 May 2026, Monday and Thursday sessions from the second week on.
    private func plant(latency: (_ day: Int, _ isSession: Bool) -> Int?) throws {
        world.now = try #require(OffsetInstant("2026-06-15T09:00:00+02:00")).instant
        #expect(world.lull(["init", "--id", "ada", "--zone", "Europe/Oslo"]) == .finished(.ok))
        var sessions: Set<Int> = []
        for week in 1..<6 { sessions.formUnion([week * 7, week * 7 + 3]) }
        for day in sessions.sorted() {
            let at = "\(Self.first.adding(days: day))T14:00"
            #expect(world.lull("session done --at \(at)") == .finished(.ok), "\(world.errors)")
        }
        for day in 0..<42 {
            guard let minutes = latency(day, sessions.contains(day)) else { continue }
            let night: JSONValue = [
                "night": .string("\(Self.first.adding(days: day + 1))"), "intoBed": "22:45",
                "trySleep": "23:00",
                "sleepOnsetLatencyMinutes": .integer(minutes), "awakenings": 0, "finalAwake": "06:30",
                "outOfBed": "07:00",
            ]
            world.input.append(night.text())
        }
        #expect(world.lull("log night --stdin") == .finished(.ok), "\(world.errors)")
    }

    private func json(_ line: String) throws -> JSONValue {
        #expect(world.lull(line) == .finished(.ok), "\(world.errors)")
        return try JSONReader.value(world.output)
    }

    private static let keys = [
        "patient", "nightsLogged", "from", "to", "means", "pooledEfficiencyPercent",
        "pooledEfficiencyInBedPercent", "regularityIndex", "regularityMainSleepIndex", "regularityDays",
        "midpointMean", "midpointSpreadMinutes", "midpointWorkDays", "midpointFreeDays", "midpointCorrected",
        "socialJetlagMinutes", "compositePhaseDeviationHours", "byWeek", "baseline", "sessionNights",
        "scores",
        "adherencePercent", "course", "flags",
    ]

    @Test func everyKeyIsThereWithAndWithoutNights() throws {
        world.lull(["init", "--id", "ada", "--zone", "Europe/Oslo"])
        let empty = try json("summary --json")
        for key in Self.keys { #expect(empty[key] != nil, "\(key)") }
        #expect(empty["regularityIndex"] == .null && empty["regularityDays"] == 0)
        #expect(empty["sessionNights"]?["description"] == [])
        #expect(empty["sessionNights"]?["comparisons"]?[0]?["why"] == "no session is noted as done yet")
        #expect(world.lull("summary") == .finished(.ok) && world.output == "No nights here yet.\n")
    }

    @Test func sessionNightsOfACourse() throws {
        try plant { $1 ? 50 : 20 + $0 % 3 }
        let sessions = try json("summary --json")["sessionNights"]
        let named = sessions?["comparisons"]?.array?.first { $0["named"] == true }
        let keys = [
            "measure", "nightsSinceSession", "named", "pairs", "difference", "low", "high", "level", "method",
            "loggedPercent", "otherLoggedPercent", "oneWeekday", "why",
        ]
        for key in keys { #expect(named?[key] != nil, "\(key)") }
        #expect(named?["measure"] == "sleepOnsetLatencyMinutes" && named?["nightsSinceSession"] == 0)
        #expect(named?["pairs"] == 10 && named?["level"] == 95 && named?["oneWeekday"] == true)
        #expect(named?["loggedPercent"]?.double == 100 && named?["otherLoggedPercent"]?.double == 100)
        #expect(named?["why"] == .null)
        let (low, high) = (named?["low"]?.double ?? .nan, named?["high"]?.double ?? .nan)
        #expect(low >= 28 && high <= 30 && low <= high)
        let rows = (sessions?["description"]?.array ?? []).filter {
            $0["measure"] == "sleepOnsetLatencyMinutes"
        }
        #expect(rows.map { $0["nightsSinceSession"]?.int } == [0, 1, 2, 3, nil])
        #expect(rows.map { $0["count"]?.int } == [10, 10, 10, 5, 25])
        #expect(rows.first?["median"]?.double == 50)
        // Before the first session there are the nights of the first week.
        let summary = try json("summary --json")
        #expect(summary["baseline"]?["nightsLogged"] == 7)
        #expect(summary["baseline"]?["regularityIndex"]?.double ?? 0 > 90)
    }

    @Test func belowTheMinimumTheFiguresAreNullAndWhySaysWhatIsMissing() throws {
        try plant { day, isSession in day < 21 ? (isSession ? 50 : 20) : nil }
        let rows = try json("summary --json")["sessionNights"]?["comparisons"]?.array ?? []
        let named = try #require(rows.first { $0["named"] == true })
        #expect(named["pairs"] == 4 && named["difference"] == .null && named["low"] == .null)
        let why = named["why"]?.string ?? ""
        #expect(why.hasPrefix("2 more pairs of nights needed; there are 4; too few nights logged (not "))
        #expect(why.hasSuffix("(not logged: 6 of 10 nights after sessions, 8 of 14 others)"))
        #expect(named["loggedPercent"]?.double == 40)
        // Narrowed to the weeks that are logged.
        let narrow = try json("summary --to 2026-05-25 --json")["sessionNights"]?["comparisons"]
        #expect(narrow?[0]?["loggedPercent"]?.double == 100)
    }

    @Test func theWordsCarryTheirCountsAndTheirNames() throws {
        try plant { $1 ? 50 : 20 + $0 % 3 }
        world.lull("summary")
        let words = world.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for text in [
            "By night", "Efficiency, pooled", "all sleep of 42 nights", "7 nights", "Regularity index",
            "Middle of sleep", "first night after a session 50 m, middle of 10", "middle of 10 pairs",
            "95 % interval",
        ] {
            #expect(words.contains(text), "\(text)")
        }
        #expect(!world.output.contains("because") && !world.output.contains("no difference"))
        #expect(world.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        world.lull("summary --last 1")
        #expect(!world.output.contains("before the") && !world.output.contains("compared"))
    }

    /// The diary gives the times, the device the stages, in the whole and in its parts.
    @Test func stagesOfADeviceStandBesideTheTimesOfTheDiary() throws {
        world.now = try #require(OffsetInstant("2026-05-12T09:00:00+01:00")).instant
        #expect(world.lull(["init", "--id", "ada", "--zone", "Europe/London"]) == .finished(.ok))
        for night in ["2026-05-10", "2026-05-11"] {
            world.lull(
                "log night --night \(night) --bed 22:30 --try 23:00 --latency 20 --wakes 0 --woke 7 --up 7")
        }
        world.files.put(Transcript.fixture("sleep-2026-05.json"), at: "/sleep-2026-05.json")
        #expect(world.lull("import /sleep-2026-05.json") == .finished(.ok), "\(world.errors)")
        world.lull("course start --protocol iv-six-3w --start 2026-05-09")
        #expect(world.lull("session done --at 2026-05-11T14:00") == .finished(.ok), "\(world.errors)")
        let summary = try json("summary --json")
        for part in [summary, summary["baseline"], summary["byWeek"]?[0]] {
            #expect(part?["nightsLogged"] == 2)
            #expect(part?["means"]?["remMinutes"]?["mean"] == 90)
            #expect(part?["means"]?["remMinutes"]?["count"] == 1)
            #expect(part?["means"]?["remPercent"]?["mean"] == 20)
            #expect(part?["means"]?["totalSleepMinutes"]?["mean"] == 460)
            #expect(part?["means"]?["totalSleepMinutes"]?["count"] == 2)
        }
        #expect(world.lull("summary") == .finished(.ok) && world.output.contains("1 h 30 m"))
        #expect(try json("nights --json").array?.count == 3)
    }

    /// The regularity index through the commands, over the night of a clock change and with a nap.
    @Test func regularityThroughTheCommands() throws {
        world.now = try #require(OffsetInstant("2026-03-12T09:00:00-04:00")).instant
        #expect(world.lull(["init", "--id", "ada", "--zone", "America/New_York"]) == .finished(.ok))
        for day in 6...12 {
            let night = "2026-03-\(day.padded(to: 2))"
            world.lull(
                "log night --night \(night) --bed 23:00 --try 23:00 --latency 0 --wakes 0 --woke 7:00 --up 7"
            )
        }
        let summary = try json("summary --json")
        #expect(abs((summary["regularityIndex"]?.double ?? 0) - 97.2028) < 1e-4)
        #expect(abs((summary["regularityDays"]?.double ?? 0) * 1440 - 8580) < 1e-6)
        #expect(summary["regularityMainSleepIndex"] == summary["regularityIndex"])
        #expect(summary["midpointMean"] == "03:04:17")
        #expect(summary["midpointWorkDays"] == .null && summary["socialJetlagMinutes"] == .null)
        world.lull("session done --at 2026-03-09T14:00:00-04:00")
        #expect(try json("cohort --json")[0]?["regularityIndex"] == summary["regularityIndex"])
    }
}
