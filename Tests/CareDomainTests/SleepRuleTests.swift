// Rules about nights: what raises them, what just does not, blanks, clearing, and "from the start".

import CareDomain
import TestKit
import Testing

@Suite struct SleepRuleTests {
    @Test func itIsMonday() { #expect(RuledPerson.start.description == "2026-11-02") }

    // MARK: R03

    @Test(
        arguments: [
            (4, 4, nil, 240, "sameDay"), (4, 5, 8, 240, "now"), (4, 4, 7, 240, "sameDay"),
            (4, nil, nil, 240, "nextDay"), (nil, nil, 9, 240, "nextDay"), (4, 2, nil, 240, nil),
            (3, 4, nil, 240, nil), (4, 4, nil, 241, nil),
        ] as [(Int?, Int?, Int?, Int, String?)])
    func refreshingShortSleep(first: Int?, second: Int?, mood: Int?, asleep: Int, level: String?) throws {
        var ada = try RuledPerson()
        ada.nights(-10...0)
        ada.session(0)
        ada.night(1, asleep: asleep, refreshed: first)
        ada.night(2, asleep: 200, refreshed: second)
        if let mood { ada.person.add(.mood(Mood(day: ada.day(2), mood: mood)), at: ada.instant(2, 12)) }
        #expect(ada.flags(on: 2, "R03").map(\.level.rawValue) == [level].compactMap { $0 })
    }

    @Test func aBipolarHistoryMakesItOneForNow() throws {
        var ada = try RuledPerson(PersonDetails(conditions: ["bipolar depression"]))
        ada.nights(-10...0)
        ada.night(1, asleep: 200, refreshed: 4)
        ada.night(2, asleep: 200, refreshed: 4)
        #expect(ada.short(on: 2, "R03") == ["2 now open"])
        #expect(ada.flags(on: 30, "R03").map(\.id) == ["ada.R03.2026-11-04"])
    }

    // MARK: R04

    /// Two weeks of so many long nights; the others are short.
    private func awake(_ first: Int, _ second: Int, from day: Int = 21) throws -> RuledPerson {
        var ada = try RuledPerson()
        ada.nights(0...(day - 1))
        for offset in 0..<14 {
            let long = offset < 7 ? offset < first : offset - 7 < second
            ada.night(day + offset, latency: long ? 31 : 30)
        }
        return ada
    }

    @Test func longNightsInTwoWeeksRunning() throws {
        let ada = try awake(3, 3)
        #expect(ada.short(on: 29, "R04") == [])
        #expect(ada.short(on: 34, "R04") == ["30 nextDay open"])
        #expect(try awake(3, 2).short(on: 34, "R04") == [])
        #expect(try awake(2, 3).short(on: 34, "R04") == [])
    }

    @Test func whatWasThereFromTheStartIsANoteUntilTheThirdWeek() throws {
        var ada = try RuledPerson()
        ada.nights(-14...30, latency: 45)
        let early = ada.flags(on: 13, "R04")
        #expect(early.map(\.level) == [.note])
        #expect(early.first?.message.hasPrefix("Present from the start") == true)
        #expect(ada.short(on: 14, "R04") == ["-4 nextDay open"])
        #expect(ada.flags(on: 14, "R04").first?.reviewedFrom == ada.day(14))
    }

    @Test func blanksNeitherRaiseNorClear() throws {
        var ada = try awake(3, 7)
        let raised = ada.flags(on: 34, "R04").first?.id
        // Nothing more is written down, and then three nights: too few to say anything.
        for day in 45...47 { ada.night(day) }
        let later = try #require(ada.flags(on: 48, "R04").first)
        #expect(later.id == raised && later.isHolding)
        ada.night(48)
        #expect(ada.flags(on: 48, "R04").first?.isHolding == false)
        #expect(ada.flags(on: 48, "R04").first?.state == .open)
    }

    // MARK: R05

    @Test func efficiencyFarUnderTheBaseline() throws {
        var ada = try RuledPerson()
        ada.nights(-7 ... -1, asleep: 456)  // 95 % of 480 minutes.
        ada.night(0, asleep: 456)
        ada.session(0)
        ada.nights(1...7, asleep: 410)
        #expect(ada.short(on: 7, "R05") == [])
        ada.nights(8...14, asleep: 408)
        let flag = try #require(ada.flags(on: 14, "R05").first)
        #expect(flag.level == .nextDay && flag.since == ada.day(14))
        #expect(flag.evidence["baselineNights"] == .integer(8))
        #expect(flag.message.contains("85 %") && flag.message.contains("95 %"))
    }

    @Test func fewBaselineNightsAreNotEvaluated() throws {
        var ada = try RuledPerson()
        ada.nights(-5...0, asleep: 456)
        ada.session(0)
        ada.nights(1...20, asleep: 390)
        #expect(ada.flags(on: 20, "R05") == [])
    }

    @Test func underEightyTwoWeeksRunning() throws {
        var ada = try RuledPerson()
        ada.nights(0...14, asleep: 450)
        ada.nights(15...40, asleep: 380)
        #expect(ada.flags(on: 40, "R05").map(\.level) == [.nextDay])
        var same = try RuledPerson()
        same.nights(0...40, asleep: 384)
        #expect(same.flags(on: 40, "R05") == [])
    }

    // MARK: R06

    @Test(arguments: [(299, 3, true), (299, 2, false), (300, 7, false)])
    func shortNights(asleep: Int, count: Int, isRaised: Bool) throws {
        var ada = try RuledPerson()
        ada.nights(0...20)
        for offset in 0..<7 { ada.night(21 + offset, asleep: offset < count ? asleep : 420) }
        #expect(ada.short(on: 27, "R06") == (isRaised ? ["23 nextDay open"] : []))
    }

    @Test func fromTheStartAndThenWorse() throws {
        var ada = try RuledPerson()
        for day in -7...9 { ada.night(day, asleep: day % 2 == 0 ? 280 : 420) }
        #expect(ada.flags(on: 2, "R06").map(\.level) == [.note])
        var worse = ada
        for day in 10...12 { worse.night(day, asleep: 280) }
        #expect(worse.flags(on: 12, "R06").map(\.level) == [.nextDay])
    }

    // MARK: R07, R08, R19

    @Test func theFirstNightAfterSessionsIsLonger() throws {
        var ada = try RuledPerson()
        for session in 0..<6 { ada.session(session * 4) }
        for day in 1...26 { ada.night(day, latency: (day - 1) % 4 == 0 ? 60 + day : 20) }
        let flag = try #require(ada.flags(on: 26, "R07").first)
        #expect(flag.evidence["pairs"] == .integer(6) && flag.level == .nextDay)
        #expect(flag.evidence["hoursSinceSession"] == .number(9))
        #expect(flag.since == ada.day(23))
        var even = try RuledPerson()
        for session in 0..<6 { even.session(session * 4) }
        for day in 1...26 { even.night(day, latency: 20 + day % 3) }
        #expect(even.flags(on: 26, "R07") == [])
    }

    private func nightmares(before: Int, after: Int) throws -> RuledPerson {
        var ada = try RuledPerson()
        for day in -13...0 { ada.night(day, nightmares: day + 13 < before ? 1 : 0) }
        ada.session(0)
        for day in 1...7 { ada.night(day, nightmares: day <= after ? 1 : 0) }
        return ada
    }

    @Test func moreNightmaresThanBefore() throws {
        #expect(try nightmares(before: 2, after: 3).short(on: 7, "R08") == ["3 nextDay open"])
        #expect(try nightmares(before: 2, after: 2).flags(on: 7, "R08") == [])
        #expect(try nightmares(before: 6, after: 1).flags(on: 7, "R08") == [])
        let flag = try #require(nightmares(before: 0, after: 2).flags(on: 7, "R08").first)
        #expect(flag.evidence["nightsUpToTwoAfterASession"] != nil)
    }

    @Test func aNewDDNSIAndFearOfSleeping() throws {
        var ada = try RuledPerson()
        ada.checkIn("ddnsi", -2, [2, 3, 1, 2, 2])
        ada.checkIn("ddnsi", 12, [3, 3, 1, 2, 2])
        #expect(ada.short(on: 12, "R08") == ["12 nextDay open"])
        var first = try RuledPerson()
        first.checkIn("ddnsi", 12, [3, 3, 1, 2, 2])
        #expect(first.flags(on: 12, "R08") == [])
        var fear = try RuledPerson()
        fear.night(3, nightmares: 1)
        fear.symptoms(4) { $0.fearOfSleep = true }
        #expect(fear.short(on: 4, "R08") == ["4 nextDay open"])
    }

    @Test func littleSleepOnASessionNight() throws {
        for (asleep, count) in [(239, 1), (240, 0)] {
            var ada = try RuledPerson()
            ada.session(2)
            ada.night(3, asleep: asleep)
            #expect(ada.flags(on: 3, "R19").count == count)
            #expect(ada.flags(on: 3, "R19").allSatisfy { $0.level == .note })
        }
        var other = try RuledPerson()
        other.session(2)
        other.night(4, asleep: 200)
        #expect(other.flags(on: 4, "R19") == [])
    }
}
