// Fitbit logs in the shapes that exports have, quirks included.

import CareDomain
import Testing

@testable import Exchange

/// A log as an export writes it; stages as `level seconds`, short wakings as `time seconds`.
private func log(
    id: Int = 1, date: String, start: String, end: String?, main: Bool = true, asleep: Int? = nil,
    duration: Int? = nil,
    stages: [(String, Int)] = [], short: [(String, Int)] = [], extra: String = ""
) -> String {
    let data = stages.map { "{\"dateTime\":\"\(start)\",\"level\":\"\($0.0)\",\"seconds\":\($0.1)}" }
    let wakes = short.map { "{\"dateTime\":\"\($0.0)\",\"level\":\"wake\",\"seconds\":\($0.1)}" }
    var fields = ["\"logId\":\(id)", "\"dateOfSleep\":\"\(date)\"", "\"startTime\":\"\(start)\""]
    if let end { fields.append("\"endTime\":\"\(end)\"") }
    if let asleep { fields.append("\"minutesAsleep\":\(asleep)") }
    if let duration { fields.append("\"duration\":\(duration)") }
    fields.append("\"mainSleep\":\(main)")
    fields.append(
        "\"levels\":{\"data\":[\(data.joined(separator: ","))],"
            + "\"shortData\":[\(wakes.joined(separator: ","))]}"
    )
    return "{" + fields.joined(separator: ",") + extra + "}"
}

private func imported(_ logs: String..., zone: String = "Europe/Oslo") throws -> ImportResult {
    try read("[" + logs.joined(separator: ",\n") + "]", as: .fitbit, options(zone))
}

private func letters(_ night: Night) -> String {
    (night.recording?.runs ?? []).map { "\($0.stage.rawValue)\($0.seconds / 60)" }.joined(separator: " ")
}

@Suite struct FitbitTests {
    @Test func stagesAndShortWakings() throws {
        let result = try imported(
            log(
                id: 26_194_923, date: "2020-02-11", start: "2020-02-10 23:00:00",
                end: "2020-02-11T06:00:30.000", asleep: 396,
                stages: [("wake", 600), ("light", 6000), ("deep", 6000), ("rem", 6000), ("light", 6600)],
                short: [("2020-02-10T23:30:00.000", 120), ("2020-02-11T00:49:00.000", 120)]))
        let night = try #require(result.allNights.first)
        #expect(night.date.description == "2020-02-11")
        #expect(night.vendor == "Fitbit")
        #expect(letters(night) == "W10 L20 W2 L77 W2 D99 R100 L110")
        #expect(night.measures.totalSleep == Minutes(406))
        #expect(night.measures.outOfBed?.text(in: night.zone) == "2020-02-11T06:00:00+01:00")
        let origin = try #require(result.drafts.first?.draft.origin)
        #expect(origin.source == "fitbit" && origin.key == "26194923")
        #expect(origin.instant.text(in: night.zone) == "2020-02-10T23:00:00+01:00")
        #expect(night.quality == nil && night.intoBed == nil)
        #expect(result.warnings.count == 1 && result.warnings[0].contains("minutesAsleep"))
    }

    /// The stages run on as if no hour were missing, the length is an hour too long, and padding makes up for
    /// it.
    @Test(.enabled(if: TestZones.zone("Europe/Oslo") != nil)) func clocksGoForward() throws {
        let result = try imported(
            log(
                date: "2020-03-29", start: "2020-03-28T23:36:00.000", end: "2020-03-29T07:30:30.000",
                asleep: 382,
                duration: 28_440_000,
                stages: [("light", 7200), ("rem", 7200), ("deep", 10_440), ("unknown", 3600)],
                short: [("2020-03-29T04:36:00.000", 1920)]))
        let night = try #require(result.allNights.first)
        let m = night.measures
        #expect(m.timeInBed == Minutes(414))
        #expect(m.totalSleep == Minutes(382))
        #expect(letters(night) == "L120 R120 D60 W32 D82")
        #expect(m.outOfBed?.text(in: night.zone) == "2020-03-29T07:30:00+02:00")
        #expect(m.unscored == .zero)
        #expect(result.warnings.isEmpty)
    }

    @Test(.enabled(if: TestZones.zone("Europe/Oslo") != nil)) func startThatDidNotExist() throws {
        let result = try imported(
            log(
                date: "2020-03-29", start: "2020-03-29T02:30:00.000", end: "2020-03-29T08:30:00.000",
                stages: [("light", 18_000)]))
        let night = try #require(result.allNights.first)
        #expect(night.marks == [.shiftedTime])
        #expect(night.recording?.start.text(in: night.zone) == "2020-03-29T03:30:00+02:00")
    }

    /// 25 October 2020, 3:00 summer time is 2:00 again.
    @Test(.enabled(if: TestZones.zone("Europe/Oslo") != nil)) func startInTheRepeatedHour() throws {
        func start(hours: Int) throws -> String? {
            let result = try imported(
                log(
                    date: "2020-10-25", start: "2020-10-25T02:30:00.000", end: "2020-10-25T08:30:30.000",
                    stages: [("light", hours * 3600)]))
            let night = try #require(result.allNights.first)
            #expect(night.marks == [.ambiguousTime])
            return night.recording?.start.text(in: night.zone)
        }
        #expect(try start(hours: 7) == "2020-10-25T02:30:00+02:00")
        #expect(try start(hours: 6) == "2020-10-25T02:30:00+01:00")
        #expect(try start(hours: 4) == "2020-10-25T02:30:00+01:00")
    }

    @Test func classicLevels() throws {
        let result = try imported(
            log(
                date: "2020-02-11", start: "2020-02-11T14:08:00.000", end: "2020-02-11T15:21:00.000",
                asleep: 70,
                stages: [("awake", 120), ("restless", 60), ("asleep", 4200)]))
        let night = try #require(result.allNights.first)
        #expect(letters(night) == "W3 S70")
        #expect(night.measures.totalSleep == Minutes(70))
        #expect(night.measures.light == nil, "the depth is not told")
        #expect(result.warnings.isEmpty)
    }

    @Test func withoutStages() throws {
        let night = try #require(
            try imported(
                log(
                    date: "2020-02-11", start: "2020-02-10T23:00:00.000", end: "2020-02-11T06:00:00.000",
                    duration: 25_200_000)
            ).allNights.first)
        #expect(night.recording == nil)
        #expect(night.measures.timeInBed == Minutes(420))
        #expect(night.measures.opportunity == Minutes(420))
        #expect(night.measures.totalSleep == nil)
    }

    @Test func napsStandApart() throws {
        let result = try imported(
            log(
                date: "2020-02-11", start: "2020-02-11T14:00:00.000", end: "2020-02-11T15:00:00.000",
                main: false, stages: [("asleep", 3600)]))
        #expect(result.naps == 1 && result.nights == 0)
        #expect(result.allNaps.first?.length == Minutes(60))
        #expect(result.allNaps.first?.zone == "Europe/Oslo")
        #expect(result.from?.description == "2020-02-11")
    }

    @Test func unknownInsideIsUnscored() throws {
        let night = try #require(
            try imported(
                log(
                    date: "2020-02-11", start: "2020-02-10T23:00:00.000", end: "2020-02-11T06:00:00.000",
                    stages: [
                        ("unknown", 600), ("light", 600), ("unknown", 600), ("rem", 600), ("unknown", 600),
                        ("unknown", 60),
                    ])
            ).allNights.first)
        #expect(letters(night) == "U10 L10 U10 R10")
    }

    @Test func wholeFirstWaking() throws {
        let stages = [("wake", 30), ("light", 7170)]
        func night(asleep: Int) throws -> (letters: String, warnings: Int) {
            let result = try imported(
                log(
                    date: "2020-02-11", start: "2020-02-10T23:00:00.000", end: nil, asleep: asleep,
                    stages: stages))
            let runs = result.allNights.first?.recording?.runs.map(\.seconds) ?? []
            return ("\(runs)", result.warnings.count)
        }
        #expect(try night(asleep: 116) == ("[210, 6990]", 1))
        #expect(try night(asleep: 119) == ("[30, 7170]", 0))
        #expect(try night(asleep: 100) == ("[30, 7170]", 1))
    }

    @Test func repeatedLogs() throws {
        func one(_ level: String, average: Int) -> String {
            log(
                id: 7, date: "2020-02-11", start: "2020-02-10T23:00:00.000", end: nil, stages: [(level, 600)],
                extra: ",\"thirtyDayAvgMinutes\":\(average)")
        }
        let same = try imported(one("light", average: 1), one("light", average: 2))
        #expect(same.read == 1 && same.drafts.count == 1 && same.skipped.isEmpty)
        let other = try imported(one("light", average: 1), one("deep", average: 1))
        #expect(other.read == 2 && other.drafts.count == 1)
        #expect(
            other.skipped == [
                ImportResult.Skipped(line: 2, why: "\"7\" was on line 1 already; the first one is taken")
            ])
    }

    @Test(arguments: [
        ("{}", "logId is missing"),
        ("7", "not a sleep log"),
        (#"{"logId":1,"dateOfSleep":"2020-02-30"}"#, "dateOfSleep is missing or no date"),
        (#"{"logId":1,"dateOfSleep":"2020-02-11"}"#, "startTime is missing or no time"),
        (
            log(date: "2020-02-11", start: "2020-02-11T06:00:00.000", end: "2020-02-10T23:00:00.000"),
            "endTime is before startTime"
        ),
        (
            log(date: "2020-02-11", start: "2020-02-11T06:00:00.000", end: "2020-02-11T06:00:00.000"),
            "it ends when it begins"
        ),
        (
            log(date: "2020-02-11", start: "2020-02-11T06:00:00.000", end: nil),
            "neither stages nor endTime nor duration"
        ),
        (
            log(date: "2020-02-11", start: "2020-02-11T06:00:00.000", end: nil, stages: [("light", -30)]),
            "seconds is less than zero"
        ),
        (
            log(date: "2020-02-11", start: "2020-02-11T06:00:00.000", end: nil, stages: [("light", Int.max)]),
            "seconds is more than two days"
        ),
        (
            log(date: "2031-02-11", start: "2031-02-11T06:00:00.000", end: "2031-02-11T07:00:00.000"),
            "2031-02-11 has not come yet"
        ),
        (
            log(
                date: "2020-02-11", start: "2020-02-11T06:00:00.000", end: nil, stages: [("light", 600)],
                short: [("x", 30)]),
            "a short waking without a time"
        ),
        (
            #"{"logId":1,"dateOfSleep":"2020-02-11","startTime":"2020-02-11T06:00:00.000"}"#,
            "mainSleep is missing or neither true nor false"
        ),
    ]) func refusedWithAReason(_ text: String, why: String) throws {
        let good = log(
            id: 99, date: "2020-02-11", start: "2020-02-10T23:00:00.000", end: nil, stages: [("light", 600)])
        let result = try imported(good, text)
        #expect(result.skipped == [ImportResult.Skipped(line: 2, why: why)])
        #expect(result.nights == 1 && result.read == 2)
    }

    @Test func wholeFileProblems() {
        let night = log(
            date: "2020-02-11", start: "2020-02-10T23:00:00.000", end: nil, stages: [("light", 600)])
        let bytes = Array("[\(night),\n\(night)]".utf8)
        for length in 1..<bytes.count {
            let found = problem(Array(bytes.prefix(length)), as: .fitbit)
            #expect(found == .truncated(line: length > night.utf8.count + 2 ? 2 : 1), "cut to \(length)")
        }
        #expect(
            problem(Array(night.utf8), as: .fitbit)
                == .wrongShape(line: 1, why: "the file is no list of sleep logs"))
        #expect(problem(Array("[\n{\"logId\" 1}]".utf8), as: .fitbit)?.line == 2)
        #expect(problem(Array("[]".utf8), as: .fitbit) == nil)
    }
}
