// What becomes of a flag: it stays, is looked at, closed, and opens again; and it has one name for good.

import CareDomain
import TestKit
import Testing

@Suite struct FlagStateTests {
    /// Short nights on some days, long ones on the others.
    private func person(short: [ClosedRange<Int>], to last: Int) throws -> RuledPerson {
        var ada = try RuledPerson()
        for day in 0...last {
            ada.night(day, asleep: short.contains { $0.contains(day) } ? 280 : 420)
        }
        return ada
    }

    @Test func aFlagStaysUntilSomeoneClosesIt() throws {
        var ada = try person(short: [20...22], to: 60)
        #expect(ada.short(on: 60, "R06") == ["22 nextDay open"])
        let flag = try #require(ada.flags(on: 60, "R06").first)
        #expect(flag.isHolding == false)
        ada.mark(flag, .seen, 61)
        #expect(ada.short(on: 61, "R06") == ["22 nextDay seen"])
        ada.mark(flag, .contacted, 62)
        ada.mark(flag, .closed, 63)
        let closed = try #require(ada.flags(on: 63, "R06").first)
        #expect(closed.state == .closed && !closed.isOpen && closed.acknowledgedBy == "sample")
        #expect(closed.closedOn == ada.day(63))
        #expect(ada.short(on: 62, "R06") == ["22 nextDay contacted"])
    }

    @Test func itOpensAgainWhenItWasFalseForSevenDaysAndReturns() throws {
        // False from day 27 on; it holds again with the third short night.
        for (again, expected) in [
            (31, ["22 nextDay closed"]), (32, ["22 nextDay closed", "34 nextDay open"]),
        ] {
            var ada = try person(short: [20...22, again...(again + 2)], to: 40)
            ada.mark(try #require(ada.flags(on: 22, "R06").first), .closed, 23)
            #expect(ada.short(on: 40, "R06") == expected, "\(again)")
        }
    }

    @Test func itOpensAgainWhenItIsWorseByTheStep() throws {
        for (last, expected) in [
            (23, ["22 nextDay closed"]), (24, ["22 nextDay closed", "24 nextDay open"]),
        ] {
            var ada = try person(short: [20...last], to: 24)
            ada.mark(try #require(ada.flags(on: 22, "R06").first), .closed, 22)
            #expect(ada.short(on: 24, "R06") == expected)
        }
        var seen = try person(short: [20...24], to: 24)
        seen.mark(try #require(seen.flags(on: 22, "R06").first), .seen, 22)
        #expect(seen.short(on: 23, "R06") == ["22 nextDay seen"])
        #expect(seen.short(on: 24, "R06") == ["22 nextDay open"])
    }

    @Test func itOpensAgainWhenItsRestIsOver() throws {
        var ada = try person(short: [20...22], to: 24)
        ada.mark(try #require(ada.flags(on: 22, "R06").first), .closed, 22, until: 26)
        #expect(ada.short(on: 26, "R06") == ["22 nextDay closed"])
        #expect(ada.short(on: 27, "R06") == ["22 nextDay closed", "27 nextDay open"])
        var cleared = try person(short: [20...22], to: 40)
        cleared.mark(try #require(cleared.flags(on: 22, "R06").first), .closed, 22, until: 35)
        #expect(cleared.short(on: 40, "R06") == ["22 nextDay closed"])
        var seen = try person(short: [20...22], to: 24)
        seen.mark(try #require(seen.flags(on: 22, "R06").first), .seen, 22, until: 26)
        #expect(seen.short(on: 26, "R06") == ["22 nextDay seen"])
        #expect(seen.short(on: 27, "R06") == ["22 nextDay open"])
    }

    // MARK: One name for good

    /// A person whose days are drawn by lot, with something of every kind.
    private func drawn(_ seed: UInt64) throws -> RuledPerson {
        var random = SeededGenerator(seed: seed)
        var ada = try RuledPerson()
        for day in -12...45 {
            let chance = Double.random(in: 0..<1, using: &random)
            if chance < 0.75 {
                ada.night(
                    day, asleep: Int.random(in: 220...440, using: &random),
                    latency: Bool.random(using: &random) ? Int.random(in: 5...60, using: &random) : nil,
                    awake: Int.random(in: 0...50, using: &random),
                    refreshed: Int.random(in: 1...5, using: &random),
                    nightmares: Int.random(in: 0...1, using: &random))
            }
            if day >= 0, day % 4 == 0 {
                ada.session(
                    day, status: chance < 0.15 ? .missed : .done, route: .nasal,
                    [
                        reading(0, Int.random(in: 115...150, using: &random), 82, saturation: 97),
                        reading(120, 130, 80, saturation: 95, dissociation: chance < 0.2 ? 2 : 0),
                    ])
            }
            if day % 7 == 0 {
                ada.item9(day, Int.random(in: 0...2, using: &random))
                ada.checkIn("isi", day, total: Int.random(in: 5...25, using: &random))
            }
            if chance < 0.3 { ada.symptoms(day) { $0.urgency = chance < 0.2 } }
        }
        return ada
    }

    @Test(arguments: 1...12)
    func theSameRecordsLookedAtLaterGiveTheSameFlags(seed: UInt64) throws {
        let ada = try drawn(seed)
        var earlier: Set<String> = []
        for day in stride(from: 0, through: 45, by: 3) {
            let ids = Set(ada.flags(on: day).map(\.id))
            #expect(earlier.isSubset(of: ids), "day \(day): \(earlier.subtracting(ids))")
            earlier = ids
        }
        #expect(!earlier.isEmpty)
        // With all that came later on the disk, a day in the past is as it was.
        let whole = ada.person.history(now: ada.instant(45, 22))
        let then = ada.instant(20, 22)
        let again = whole.flags(testRules, instruments: testInstruments, zone: ada.zone, now: then)
        #expect(Set(ada.flags(on: 20).map(\.id)) == Set(again.filter { $0.since <= ada.day(20) }.map(\.id)))
    }

    @Test(arguments: 1...6)
    func theOrderOfTheRecordsChangesNothing(seed: UInt64) throws {
        var ada = try drawn(seed)
        for (index, flag) in ada.flags(on: 30).enumerated() {
            ada.mark(flag, index % 2 == 0 ? .seen : .closed, 31 + index % 5, until: index % 3 == 0 ? 40 : nil)
        }
        let now = ada.instant(45, 22)
        let flags = ada.flags(on: 45)
        var random = SeededGenerator(seed: seed)
        let shuffled = PersonHistory(
            id: ada.person.id, records: ada.person.records.shuffled(using: &random), now: now)
        #expect(shuffled.flags(testRules, instruments: testInstruments, zone: ada.zone, now: now) == flags)
        #expect(flags == flags.sorted(by: ReviewFlag.comesFirst))
        #expect(Set(flags.map(\.id)).count == flags.count)
    }

    // What is listed in the tests of the files as well; here it is looked for in what is written in code.
    @Test(arguments: 1...12)
    func noMessageMakesAClaim(seed: UInt64) throws {
        for flag in try drawn(seed).flags(on: 45) {
            let words = (flag.message + " " + flag.reason).lowercased()
            for claim in [
                "caused", "because", "thanks to", "effect of", "no difference", "normal", "safe ", "missed",
                "failed", "has been told", "do not dose", "streak", "you are well",
            ] {
                #expect(!words.contains(claim), "\(flag.message)")
            }
            #expect(flag.message.hasSuffix(".") || flag.message.hasSuffix("?"), "\(flag.message)")
        }
    }
}
