// Worked cases of sleep figures by what they hold, so that a case added to the table is tried at once.

import CareDomain
import Foundation
import PlainJSON
import TestKit
import Testing

@Suite(.enabled(if: Shared.has("cases/metrics.json"), "the cases are absent"))
struct WorkedMeasureTests {
    private static var cases: [(id: String, input: JSONValue, expected: JSONValue)] {
        let all = (try? Shared.json("cases/metrics.json"))?["cases"]?.array ?? []
        return all.map { ($0["id"]?.string ?? "?", $0["input"] ?? .null, $0["expected"] ?? .null) }
    }

    /// What a case is about, by the keys that it has.
    enum Kind: CaseIterable {
        case oneNight, nightsTogether, entries, matrix, elapsedDays, sessionNights, caffeine

        func fits(_ input: JSONValue, _ expected: JSONValue) -> Bool {
            switch self {
            case .oneNight: expected["SE_TIB"] != nil
            case .nightsTogether: expected["perNight"] != nil
            case .entries: expected[0]?["errors"] != nil
            case .matrix: expected["SRI"] != nil && input["days"] != nil
            case .elapsedDays: expected["SRI_elapsed24h"] != nil
            case .sessionNights: expected["labels"] != nil
            case .caffeine: expected["remainingMg"] != nil
            }
        }
    }

    private static func ids(_ kind: Kind) -> [String] {
        cases.filter { kind.fits($0.input, $0.expected) }.map(\.id)
    }

    private func find(_ id: String) throws -> (input: JSONValue, expected: JSONValue) {
        let found = try #require(Self.cases.first { $0.id == id })
        return (found.input, found.expected)
    }

    @Test func theTableHasItsKinds() {
        for kind in Kind.allCases { #expect(!Self.ids(kind).isEmpty, "\(kind)") }
    }

    // MARK: Nights

    private static let fields: [(NightField, String)] = [
        (.date, "date"), (.intoBed, "intoBed"), (.trySleep, "trySleep"), (.latency, "sol"),
        (.awakenings, "nwak"), (.wake, "waso"), (.finalAwake, "finalAwake"), (.trying, "tasafa"),
        (.early, "earlierThanPlanned"), (.outOfBed, "outOfBed"), (.quality, "quality"),
    ]

    private func draft(_ input: JSONValue) -> NightDraft {
        var draft = NightDraft()
        for (field, key) in Self.fields {
            guard let value = input[key], !value.isNull else { continue }
            draft[field] = value.string ?? value.text()
        }
        return draft
    }

    private func night(_ input: JSONValue) throws -> Night {
        try Night(
            draft(input), zone: zone(input["tz"]?.string ?? "UTC"), today: date("2100-01-01"),
            skipped: .moveOn)
    }

    private func compare(_ night: Night, _ expected: JSONValue, _ id: String) {
        let m = night.measures
        let figures: [(String, Double?)] = [
            ("TIB", m.timeInBed?.value), ("opportunity", m.opportunity?.value), ("SPT", m.sleepPeriod?.value),
            ("TST", m.totalSleep?.value), ("TWAK", m.terminalWake?.value), ("TWT", m.totalWake?.value),
            ("SE_TIB", m.efficiencyInBed?.value), ("SE_opportunity", m.efficiency?.value),
            ("SE_DSE", m.efficiencyOfEpisode?.value), ("SME", m.maintenance?.value),
            ("EMA", m.earlierThanPlanned?.value), ("NWAK", m.awakenings.map(Double.init)),
        ]
        for (key, value) in figures where expected[key] != nil {
            let wanted = expected[key]?.double
            #expect(
                wanted == nil ? value == nil : near(value, wanted ?? 0),
                "\(id) \(night.date) \(key): \(value.map { "\($0)" } ?? "unknown")")
        }
        for (key, instant) in [("midpointLocal", m.midpoint), ("onsetLocal", m.sleepOnset)]
        where expected[key] != nil {
            let text = instant.map { String(OffsetInstant($0, in: night.zone).text().prefix(19)) }
            #expect(text == expected[key]?.string, "\(id) \(key)")
        }
    }

    @Test(arguments: ids(.oneNight))
    func oneNight(_ id: String) throws {
        let (input, expected) = try find(id)
        compare(try night(input), expected, id)
    }

    @Test(arguments: ids(.nightsTogether))
    func nightsTogether(_ id: String) throws {
        let (input, expected) = try find(id)
        let inputs = input.array ?? []
        var person = try #require(
            SamplePerson("week", zone: try zone(inputs.compactMap { $0["tz"]?.string }.first ?? "UTC")))
        for (entry, figures) in zip(inputs, expected["perNight"]?.array ?? []) where !entry.isNull {
            let night = try night(entry)
            compare(night, figures, id)
            person.add(
                .night(night), at: night.outOfBed ?? night.zone.instant(CivilTime(night.date, .midnight)))
        }
        let summary = NightsSummary(person.history().mainNights)
        #expect(summary.nightsLogged == expected["nightsLogged"]?.int)
        let measures: [(String, Measure)] = [
            ("TIB", .timeInBedMinutes), ("opportunity", .opportunityMinutes), ("TST", .totalSleepMinutes),
            ("TWAK", .terminalWakeMinutes), ("SE_TIB_meanOfNights", .efficiencyInBedPercent),
        ]
        for (key, measure) in measures {
            guard let wanted = expected[key] else { continue }
            let spread = try #require(summary.means[measure])
            #expect(spread.count == wanted["n"]?.int, "\(id) \(key)")
            #expect(near(spread.mean, wanted["mean"]?.double ?? .nan), "\(id) \(key)")
            #expect(near(spread.median, wanted["median"]?.double ?? .nan), "\(id) \(key)")
            #expect(near(spread.standardDeviation, wanted["sd"]?.double ?? .nan), "\(id) \(key)")
        }
        #expect(
            near(summary.pooledEfficiency?.value, expected["SE_opportunity_pooled"]?["value"]?.double ?? .nan)
        )
        #expect(summary.pooledEfficiencyCount == expected["SE_opportunity_pooled"]?["n"]?.int)
        #expect(
            near(summary.pooledEfficiencyInBed?.value, expected["SE_TIB_pooled"]?["value"]?.double ?? .nan))
        #expect(summary.pooledEfficiencyInBedCount == expected["SE_TIB_pooled"]?["n"]?.int)
    }

    /// What must be refused is, and only that; what warrants a question gets it, and only that.
    @Test(arguments: ids(.entries))
    func entries(_ id: String) throws {
        let problems: [String: NightProblem] = [
            "finalAwake is after outOfBed": .finalAwakeAfterOutOfBed,
            "awake time exceeds the sleep period": .awakeExceedsSleepPeriod,
            "WASO without awakenings": .wakeWithoutAwakenings,
            "order: more than 18 h from intoBed to outOfBed": .orderTooLong,
        ]
        let questions: [String: NightWarning] = [
            "TST under 5 h": .shortSleep, "more than 3 h awake": .longAwake, "TST over 10 h": .longSleep,
        ]
        let (input, expected) = try find(id)
        for (entry, wanted) in zip(input.array ?? [], expected.array ?? []) {
            let errors = (wanted["errors"]?.array ?? []).compactMap(\.string)
            do {
                let night = try night(entry)
                #expect(errors.isEmpty, "\(id): taken in spite of \(errors)")
                let words = (wanted["warnings"]?.array ?? []).compactMap(\.string)
                #expect(Set(night.warnings) == Set(words.compactMap { questions[$0] }))
            } catch let found as NightProblems {
                #expect(found.list.map(\.problem) == errors.compactMap { problems[$0] }, "\(id)")
            }
        }
    }

    // MARK: Regularity, sessions, caffeine

    @Test(arguments: ids(.matrix))
    func matrix(_ id: String) throws {
        let (input, expected) = try find(id)
        let days = (input["days"]?.array ?? []).map { day in (day.array ?? []).map { $0.int.map { $0 == 1 } }
        }
        let pairs = RegularityPairs(days: days)
        #expect(near(pairs.index(minimumDays: 0), expected["SRI"]?.double ?? .nan))
        let perPair = zip(days, days.dropFirst()).map {
            RegularityPairs(days: [$0, $1]).index(minimumDays: 0) ?? .nan
        }
        let wanted = (expected["dayPairSRI"]?.array ?? []).compactMap(\.double)
        #expect(wanted.isEmpty || zip(perPair, wanted).allSatisfy { near($0, $1) })
        let share = Double(expected["matches"]?.int ?? 0) / Double(expected["pairs"]?.int ?? 1)
        #expect(near(Double(pairs.same) / Double(pairs.compared), share, 1e-12))
    }

    @Test(arguments: ids(.elapsedDays))
    func elapsedDays(_ id: String) throws {
        let (input, expected) = try find(id)
        let zone = try zone(input["tz"]?.string ?? "UTC")
        let instant = { (value: JSONValue) throws -> Int64 in
            let (civil, _, _) = try #require(ISOTime.civil(value.string ?? ""))
            return zone.instant(civil).milliseconds
        }
        let range = { (value: JSONValue) throws in
            try instant(value[0] ?? .null)..<instant(value[1] ?? .null)
        }
        let pairs = RegularityPairs(
            asleep: try (input["sleep"]?.array ?? []).map(range), known: [try range(input["window"] ?? .null)]
        )
        #expect(near(pairs.index(), expected["SRI_elapsed24h"]?.double ?? .nan))
        #expect(near(pairs.days * 1440, expected["comparedMinutes_elapsed"]?.double ?? .nan))
    }

    @Test(arguments: ids(.sessionNights))
    func sessionNights(_ id: String) throws {
        let (input, expected) = try find(id)
        var person = try #require(SamplePerson("doses", zone: try zone(input["tz"]?.string ?? "UTC")))
        for dose in input["doses"]?.array ?? [] { person.session(dose["at"]?.string ?? "") }
        for night in input["nights"]?.array ?? [] {
            // The hours between the attempt and getting up follow from the minutes asleep.
            let attempt = try #require(ClockTime(typed: night["trySleep"]?.string ?? ""))
            let (latency, sleep) = (night["sol"]?.int ?? 0, night["TST"]?.int ?? 0)
            let waking = attempt.adding(minutes: latency + sleep).description
            try person.night(
                night["date"]?.string ?? "", try: attempt.description, sol: "\(latency)", wakes: "0",
                woke: waking, up: waking)
        }
        let history = person.history()
        let labels = expected["labels"]?.array ?? []
        #expect(history.nights.map(\.nightsSinceSession) == labels.map { $0["nightsSinceDose"]?.int })
        let hours = history.nights.map { $0.hoursSinceSession.map { ($0 * 100).rounded() / 100 } }
        #expect(hours == labels.map { $0["hoursFromDose"]?.double })
        let figures = history.sessionNightFigures(today: try #require(history.nights.last?.date))
        let first = figures.nights(.sleepOnsetLatencyMinutes).map(\.value)
        let asleep = figures.nights(.totalSleepMinutes).map(\.value)
        #expect(figures.described(.sleepOnsetLatencyMinutes, 0)?.count == expected["n"]?["dose"]?.int)
        #expect(figures.described(.sleepOnsetLatencyMinutes, nil)?.count == expected["n"]?["notDose"]?.int)
        #expect(near(Spread(first)?.mean, expected["meanSOL"]?["dose"]?.double ?? .nan))
        #expect(near(Spread(asleep)?.mean, expected["meanTST"]?["dose"]?.double ?? .nan))
    }

    @Test(arguments: ids(.caffeine))
    func caffeine(_ id: String) throws {
        let (input, expected) = try find(id)
        let day = try date("2026-05-04")
        let at = { (value: JSONValue?) throws -> OffsetInstant in
            let clock = try #require(ClockTime(typed: value?.string ?? ""))
            return OffsetInstant(Zone.utc.instant(CivilTime(day, clock)), in: .utc)
        }
        let drinks = try (input["drinks"]?.array ?? []).map {
            Habits.Caffeine(at: try at($0[0]), milligrams: $0[1]?.double ?? .nan)
        }
        let left = try #require(CaffeineLeft(drinks, at: try at(input["bed"]).instant))
        let wanted = expected["remainingMg"]
        #expect(near(left.short, wanted?["3"]?.double ?? .nan, 0.005))
        #expect(near(left.usual, wanted?["5"]?.double ?? .nan, 0.005))
        #expect(near(left.long, wanted?["7"]?.double ?? .nan, 0.005))
        #expect(left.hoursBefore == expected["hoursBeforeBed"]?.array?.compactMap(\.double))
        #expect(left.lastHours == expected["lastHours"]?.double)
        #expect(left.isUnderSixHours == expected["flag6h"]?.bool)
        #expect(left.isUnderCoffeeHours == expected["flag8_8h"]?.bool)
    }
}
