// `chart`: each text has its title, its legend and a sentence that reads it, and claims nothing it must not.

import CareDomain
import Commands
import Foundation
import PlainJSON
import Testing

@Suite struct ChartTests {
    private let world = World()
    private static let first = CivilDate(days: 20_577)

    /// Eight weeks in Oslo from Monday 4 May 2026, a session on Mondays from the second week on, and habits.
    private func plant(sessions weeks: ClosedRange<Int> = 1...7) throws {
        world.now = try #require(OffsetInstant("2026-06-29T09:00:00+02:00")).instant
        world.lull([
            "init", "--id", "ada", "--zone", "Europe/Oslo", "--bed", "22:45", "--rise", "06:30",
        ])
        for week in weeks {
            world.lull("session done --at \(Self.first.adding(days: week * 7))T14:00")
        }
        var nights: [String] = []
        for day in 0..<56 {
            let isSession = day % 7 == 0 && weeks.contains(day / 7)
            let night: JSONValue = [
                "night": .string("\(Self.first.adding(days: day + 1))"), "intoBed": "22:45",
                "trySleep": "23:00",
                "sleepOnsetLatencyMinutes": .integer(isSession ? 50 : 20 + Int64(day % 3)),
                "awakenings": 1, "wakeAfterSleepOnsetMinutes": 10, "finalAwake": "06:30", "outOfBed": "07:00",
                "quality": .integer(day % 2 == 0 ? 4 : 3),
            ]
            nights.append(night.text())
        }
        world.input = nights
        #expect(world.lull("log night --stdin") == .finished(.ok), "\(world.errors)")
        world.input = (0..<40).map { day -> String in
            let date = Self.first.adding(days: day)
            let habits: JSONValue = [
                "day": .string("\(date)"), "windDown": .bool(day % 2 == 0),
                "caffeine": [["at": .string("\(date)T17:00:00+02:00"), "mg": 100]],
            ]
            return habits.text()
        }
        #expect(world.lull("log habits --stdin") == .finished(.ok), "\(world.errors)")
        world.lull("check-in phq9 --answers 2,2,2,2,2,2,1,1,0")
        world.lull("check-in isi --answers 2,2,2,3,2,2,2")
    }

    private func text(_ line: String) -> String {
        #expect(world.lull(line) == .finished(.ok), "\(line): \(world.errors)")
        return world.output
    }

    private func json(_ line: String) throws -> JSONValue { try JSONReader.value(text(line + " --json")) }

    private static let all = [
        "chart sleep", "chart trend", "chart trend quality", "chart session-nights",
        "chart session-nights efficiency", "chart helps", "chart helps latency", "chart caffeine",
        "chart scores",
    ]

    /// What no text here says, by the clinical rules.
    private static let claims = [
        "because", "thanks to", "effect of", "no difference", "normal", "abnormal", "safe", "you are well",
        "improved", "worsened", "caused by", "streak", "missed", "failed", "percentile", "mortality",
        "not discharged", "do not dose", "will contact you", "has been told", "fewer nightmares",
        "only 3 of 7",
    ]

    @Test func noChartClaimsWhatItMustNot() throws {
        var texts: [String] = []
        for line in Self.all { texts.append(try emptyText(line)) }
        try plant()
        for line in Self.all { texts.append(text(line)) }
        texts.append(text("chart list"))
        texts += FigureNote.all.flatMap { [$0.title, $0.definition, $0.source] }
        for text in texts {
            let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for claim in Self.claims { #expect(!words.contains(claim), "\(claim): \(text)") }
        }
    }

    private func emptyText(_ line: String) throws -> String {
        let empty = World()
        empty.lull(["init", "--id", "eva", "--zone", "Europe/Oslo"])
        #expect(empty.lull(line) == .finished(.ok), "\(line): \(empty.errors)")
        #expect(empty.output.split(separator: "\n").count >= 2, "\(line): says what will be here")
        return empty.output
    }

    @Test func everyChartFitsEightyColumnsAndItsNumbersReadTheSame() throws {
        try plant()
        for line in Self.all {
            let lines = text(line).split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.count <= 80 }, "\(line): \(lines.filter { $0.count > 80 })")
            let object = try json(line)
            #expect(object["title"]?.string == lines.first.map(String.init), "\(line)")
            let sentence = try #require(object["sentence"]?.string)
            let shown = text(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(sentence.hasSuffix(".") && shown.contains(sentence), "\(line)")
            #expect(object["patient"] == "ada")
            let ascii = text(line + " --ascii")
            #expect(ascii.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
        }
    }

    @Test func theSleepChartHasARowANightWithItsFigures() throws {
        try plant()
        let rows = text("chart sleep --last 7").split(separator: "\n").filter { $0.contains("▆") }
        // The legend has the sign too.
        #expect(rows.count == 8)
        #expect(rows[0].hasPrefix("Mon 22–23  ● ") && rows[0].contains(" 6 h 30"))
        #expect(try json("chart sleep --last 7")["rows"]?.array?.count == 7)
        #expect(try json("chart sleep")["plannedBed"] == "22:45")
    }

    @Test func theTrendHasItsBaselineAndTheMiddleOfSeven() throws {
        try plant()
        let object = try json("chart trend latency")
        #expect(object["measure"] == "sleepOnsetLatencyMinutes" && object["unit"] == "minutes")
        #expect(object["baseline"]?.double == 21 && object["baselineCount"] == 7)
        #expect(object["rows"]?.array?.count == 56)
        #expect(object["rows"]?[2]?["median7"] == .null && object["rows"]?[3]?["median7"]?.double == 20.5)
        let past = text("chart trend latency --to 2026-05-20").replacing("\n", with: " ")
        #expect(past.contains("of the seven nights up to Tue 19–20 is 21 m."))
        #expect(world.lull("chart trend mood") == .finished(.usage))
        #expect(world.errors.contains("there is no measure \"mood\"; there are: latency, "))
    }

    @Test func sessionNightsAreDescribedAndCompared() throws {
        try plant()
        let words = text("chart session-nights").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("session night 50 m 7 ") && words.contains("all other nights 21 m 42"))
        #expect(words.contains("Baseline: middle 21 m of 7 nights"))
        #expect(words.contains("middle of 7 pairs, 95 % interval +29 m to +29 m"))
        #expect(words.contains("weekday and session cannot be told apart"))
        #expect(words.contains("Apart: Nothing is said yet: 1 more pair of nights needed; there are 7."))
        let object = try json("chart session-nights")
        #expect(object["named"] == true && object["sessionNights"]?.array?.count == 7)
        #expect(object["comparisons"]?.array?.count == 2)
    }

    @Test func fewSessionsSayHowManyPairsAreNeeded() throws {
        try plant(sessions: 1...4)
        #expect(
            text("chart session-nights").replacing("\n", with: " ").contains("2 more pairs of nights needed"))
    }

    @Test func theNamedMeasureIsASetting() throws {
        try plant()
        world.lull("patient set --setting namedMeasure=quality")
        let rows = try json("summary")["sessionNights"]?["comparisons"]?.array ?? []
        #expect(rows.filter { $0["named"] == true }.map { $0["measure"]?.string } == ["quality"])
        #expect(text("chart session-nights").hasPrefix("Quality, 1 to 5, by nights since a session; named"))
        world.lull("patient set --setting namedMeasure=mood")
        let summary = text("summary")
        #expect(world.errors.contains("namedMeasure is \"mood\", which is no measure"))
        #expect(summary.contains("To fall asleep"))
        let fallen = try json("summary")["sessionNights"]?["comparisons"]?.array ?? []
        #expect(fallen.first { $0["named"] == true }?["measure"] == "sleepOnsetLatencyMinutes")
    }

    @Test func whatHelpsNeedsEightNightsOnEachSide() throws {
        try plant()
        let words = text("chart helps").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("You choose the evenings yourself, so this does not show what caused it."))
        let object = try json("chart helps")
        let row = object["rows"]?.array?.first { $0["factor"] == "windDown" }
        // Forty days with a record, less nights 0 and 1 of five sessions.
        #expect((row?["with"]?["count"]?.int ?? 0) + (row?["without"]?["count"]?.int ?? 0) == 30)
        #expect(row?["with"]?["median"]?.double == 4 && row?["without"]?["median"]?.double == 3)
        let few = try json("chart helps --to 2026-05-12")["rows"]?.array?.first { $0["factor"] == "windDown" }
        #expect(few?["with"]?["median"] == .null && few?["with"]?["count"]?.int ?? 0 > 0)
    }

    @Test func caffeineIsLeftByThreeHalfLives() throws {
        try plant()
        let rows = try json("chart caffeine --last 60")["rows"]
        // 100 mg at 17:00, bed at 22:45.
        let first = rows?[0]
        #expect(abs((first?["left5hMilligrams"]?.double ?? 0) - 45.063) < 0.01)
        #expect(first?["lastHoursBefore"]?.double == 5.75)
        #expect(text("chart caffeine").contains("the last came less than"))
    }

    @Test func scoresStandByDateWithTheirBands() throws {
        try plant()
        let series = try json("chart scores")["series"]?.array ?? []
        #expect(series.map { $0["instrument"]?.string } == ["isi", "phq9"])
        #expect(series.last?["rows"]?[0]?["total"] == 14)
        #expect(text("chart scores").contains("PHQ-9, depression, 0 to 27"))
        #expect(try json("chart scores phq9")["series"]?.array?.count == 1)
    }

    @Test func aDayThatHabitsCallFreeIsFree() throws {
        try plant()
        world.lull("patient set --work-days mon,tue,wed,thu,fri")
        let before = try json("summary")["midpointCounts"]
        #expect(before?["workDays"] == 40 && before?["freeDays"] == 16)
        world.lull("log habits --day 2026-06-25 --free-day true")
        let after = try json("summary")["midpointCounts"]
        #expect(after?["workDays"] == 39 && after?["freeDays"] == 17)
    }

    @Test func anUnknownChartNamesTheList() {
        world.lull(["init", "--id", "ada", "--zone", "Europe/Oslo"])
        #expect(world.lull("chart moods") == .finished(.usage))
        #expect(world.errors.contains("'lull chart list' names them"))
        #expect(world.lull("chart list --json") == .finished(.ok))
    }
}
