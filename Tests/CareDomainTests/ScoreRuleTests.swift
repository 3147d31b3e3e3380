// Rules about questionnaires: item 9 and what joins it, the C-SSRS, scores that rise, stay, or return.

import CareDomain
import TestKit
import Testing

@Suite struct ScoreRuleTests {
    // MARK: R01

    @Test func itemNineByItsAnswer() throws {
        for (answers, expected) in [
            ([1], ["0 sameDay open"]), ([2], ["0 now open"]), ([0], []), ([nil], []),
            ([0, 1], ["7 now open"]), ([1, 1], ["0 sameDay open"]),
            ([1, 2], ["0 sameDay open", "7 now open"]),
        ] as [([Int?], [String])] {
            var ada = try RuledPerson()
            for (index, answer) in answers.enumerated() { ada.item9(index * 7, answer) }
            #expect(ada.short(on: 20, "R01") == expected, "\(answers)")
        }
    }

    @Test func aCheckInLeftHalfWayCounts() throws {
        var ada = try RuledPerson()
        ada.checkIn("phq9", 3, [nil, nil, nil, nil, nil, nil, nil, nil, 1])
        let flag = try #require(ada.flags(on: 3, "R01").first)
        #expect(flag.level == .sameDay && flag.message.contains("half-way"))
    }

    @Test func anAnswerNoHigherJoinsWhatWasReviewed() throws {
        var ada = try RuledPerson()
        ada.item9(0, 2)
        let first = try #require(ada.flags(on: 0, "R01").first)
        ada.mark(first, .closed, 1)
        #expect(ada.short(on: 2, "R01") == ["0 now closed"])
        ada.item9(14, 1)
        #expect(ada.short(on: 14, "R01") == ["0 sameDay open"])
        let joined = try #require(ada.flags(on: 14, "R01").first)
        #expect(joined.evidence["dates"] == .list([.text("2026-11-02: 2"), .text("2026-11-16: 1")]))
        ada.mark(joined, .seen, 15)
        #expect(ada.short(on: 15, "R01") == ["0 sameDay seen"])
        // More than 28 days after it was seen it is a flag of its own.
        ada.item9(44, 2)
        #expect(ada.short(on: 44, "R01") == ["0 sameDay seen", "44 now open"])
    }

    @Test func aHigherAnswerIsANewFlag() throws {
        var ada = try RuledPerson()
        ada.item9(0, 1)
        ada.mark(try #require(ada.flags(on: 0, "R01").first), .closed, 1)
        ada.item9(7, 2)
        #expect(ada.short(on: 7, "R01") == ["0 sameDay closed", "7 now open"])
    }

    @Test func whatIsAnsweredAfterTheReviewOfTheDayIsNotReviewed() throws {
        var ada = try RuledPerson()
        ada.item9(0, 1)
        ada.mark(try #require(ada.flags(on: 0, "R01").first), .closed, 3, hour: 9)
        ada.item9(3, 3)
        #expect(ada.short(on: 3, "R01") == ["0 sameDay closed", "3 now open"])
    }

    @Test func aZeroClosesNothing() throws {
        var ada = try RuledPerson()
        ada.item9(0, 1)
        ada.item9(7, 0)
        #expect(ada.short(on: 40, "R01") == ["0 sameDay open"])
        #expect(ada.flags(on: 40, "R01").first?.isHolding == false)
    }

    // MARK: R02

    @Test(arguments: [(4, true), (5, true), (7, true), (3, false), (6, false), (1, false)])
    func columbia(item: Int, isRaised: Bool) throws {
        var ada = try RuledPerson()
        ada.checkIn("cssrs", 2, (1...7).map { $0 == item ? 1 : 0 })
        #expect(ada.short(on: 2, "R02") == (isRaised ? ["2 now open"] : []))
        ada.checkIn("cssrs", 9, Array(repeating: nil, count: 7))
        #expect(ada.flags(on: 9, "R02").first?.isHolding == (isRaised ? true : nil))
        ada.checkIn("cssrs", 10, Array(repeating: 0, count: 7))
        #expect(ada.flags(on: 10, "R02").first?.isHolding == (isRaised ? false : nil))
    }

    // MARK: R13, R14

    @Test(arguments: [("phq9", 5), ("gad7", 4), ("pcl5", 10), ("isi", 6)])
    func higherThanTheBaseline(name: String, points: Int) throws {
        for (rise, isRaised) in [(points, true), (points - 1, false)] {
            var ada = try RuledPerson()
            ada.checkIn(name, -1, total: 10)
            ada.session(0)
            ada.checkIn(name, 7, total: 10 + rise)
            #expect(ada.short(on: 7, "R13") == (isRaised ? ["7 nextDay open"] : []))
        }
    }

    /// The best of many answers is no measure: one check-in above it says nothing.
    @Test func higherThanTheMiddleOfThreeOnTwoRunning() throws {
        var ada = try RuledPerson()
        ada.session(0)
        for (index, total) in [20, 12, 12, 12, 17].enumerated() {
            ada.checkIn("phq9", -1 + index * 7, total: total)
        }
        #expect(ada.flags(on: 27, "R13") == [])
        var one = ada
        one.checkIn("phq9", 34, total: 16)
        #expect(one.flags(on: 34, "R13") == [])
        ada.checkIn("phq9", 34, total: 17)
        #expect(ada.short(on: 34, "R13") == ["34 nextDay open"])
    }

    @Test func notAQuarterBetterAfterFourDosesOrThreeWeeks() throws {
        for (total, doses, day, isRaised) in [
            (16, 4, 12, true), (15, 4, 12, false), (16, 3, 12, false), (16, 1, 21, true), (16, 1, 20, false),
        ] {
            var ada = try RuledPerson()
            ada.checkIn("phq9", -1, total: 20)
            for dose in 0..<doses { ada.session(dose * 3) }
            ada.checkIn("phq9", day, total: total)
            #expect(ada.short(on: day, "R14") == (isRaised ? ["\(day) nextDay open"] : []))
        }
    }

    // MARK: R15, R22

    @Test func sleepyInRestriction() throws {
        for (total, isRestricted, expected) in [
            (11, true, ["5 nextDay open"]), (11, false, []), (10, true, []), (16, false, ["5 sameDay open"]),
        ] {
            var ada = try RuledPerson()
            if isRestricted {
                ada.person.add(.adjustment(Adjustment(what: "Sleep window")), at: ada.instant(1, 9))
            }
            ada.checkIn("epworth", 5, total: total)
            #expect(ada.short(on: 5, "R15") == expected)
        }
        var dozed = try RuledPerson()
        dozed.symptoms(6) { $0.dozedDriving = true }
        #expect(dozed.short(on: 6, "R15") == ["6 sameDay open"])
    }

    @Test func theResponseIsLostAfterTheCourse() throws {
        var ada = try RuledPerson(weeks: 4)
        ada.checkIn("phq9", -1, total: 20)
        for session in 0..<8 { ada.session(session * 3) }
        ada.checkIn("phq9", 20, total: 6)
        ada.checkIn("phq9", 30, total: 11)
        #expect(ada.flags(on: 30, "R22") == [])
        var other = ada
        other.checkIn("phq9", 37, total: 9)
        #expect(other.flags(on: 37, "R22") == [])
        var late = ada
        late.checkIn("phq9", 80, total: 12)
        #expect(late.flags(on: 80, "R22") == [])
        ada.checkIn("phq9", 37, total: 11)
        #expect(ada.short(on: 37, "R22") == ["37 nextDay open"])
    }
}
