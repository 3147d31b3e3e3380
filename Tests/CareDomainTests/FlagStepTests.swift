// When a flag may be closed or rest: the rule that the screen and the command line share, and what was done
// about a flag in order.

import CareDomain
import TestKit
import Testing

@Suite struct FlagStepTests {
    private func ada() throws -> (RuledPerson, ReviewFlag) {
        var ada = try RuledPerson()
        ada.item9(3, 0)
        ada.item9(10, 1)
        return (ada, try #require(ada.flags(on: 10, "R01").first))
    }

    private func call(_ ada: RuledPerson, _ flag: ReviewFlag, _ day: Int, _ reached: Call.Reached?) -> Call {
        Call(start: OffsetInstant(ada.instant(day, 20), in: ada.zone), reached: reached, about: [flag.id])
    }

    private func problem(
        _ state: Acknowledgement.State, _ ada: RuledPerson, _ flag: ReviewFlag, note: String? = nil,
        until: Int? = nil, calls: [Call] = [], on day: Int = 10
    ) -> FlagStep.Problem? {
        FlagStep.problem(
            state, of: flag, note: note, until: until.map { ada.day($0) }, calls: calls, today: ada.day(day),
            in: ada.zone)
    }

    @Test func nowAndSameDayCloseWithWordsOrACallThatReached() throws {
        let (ada, flag) = try ada()
        #expect(flag.level == .now)
        #expect(problem(.closed, ada, flag) == .needsReason)
        #expect(problem(.closed, ada, flag, note: "  ") == .needsReason)
        #expect(problem(.closed, ada, flag, note: "talked") == nil)
        #expect(problem(.seen, ada, flag) == nil && problem(.contacted, ada, flag) == nil)
        for (reached, expected) in [
            (Call.Reached.yes, nil), (.no, FlagStep.Problem.needsReason), (.message, .needsReason),
            (nil, .needsReason),
        ] {
            #expect(problem(.closed, ada, flag, calls: [call(ada, flag, 10, reached)]) == expected)
        }
        var other = call(ada, flag, 10, .yes)
        other.about = ["ada.R05.2026-11-10"]
        #expect(problem(.closed, ada, flag, calls: [other]) == .needsReason)
    }

    @Test func whatCanWaitClosesWithoutAWord() throws {
        var ada = try RuledPerson()
        ada.nights(0...22)
        for day in 20...22 { ada.night(day, asleep: 280) }
        var (_, flag) = try self.ada()
        for level in [FlagLevel.note, .nextDay] {
            flag.level = level
            #expect(problem(.closed, ada, flag) == nil && !FlagStep.isAlone(level))
        }
        #expect(FlagStep.isAlone(.sameDay) && FlagStep.isAlone(.now))
    }

    @Test func nothingRestsThroughADayThatIsOver() throws {
        let (ada, flag) = try ada()
        for (day, expected) in [(9, FlagStep.Problem.restIsOver), (10, .restIsOver), (11, nil)] {
            #expect(problem(.seen, ada, flag, until: day) == expected)
        }
    }

    /// An answer that joins a flag opens it again: the call of the week before is not about it.
    @Test func aCallFromBeforeItCameBackDoesNotCloseIt() throws {
        var (ada, flag) = try ada()
        let early = call(ada, flag, 10, .yes)
        ada.mark(flag, .contacted, 11)
        ada.item9(17, 1)
        flag = try #require(ada.flags(on: 17, "R01").first)
        #expect(flag.state == .open && flag.since == ada.day(10) && flag.openedOn == ada.day(17))
        #expect(problem(.closed, ada, flag, calls: [early], on: 17) == .needsReason)
        #expect(problem(.closed, ada, flag, calls: [early, call(ada, flag, 17, .yes)], on: 17) == nil)
    }

    @Test func aFlagThatWasNeverLookedAtOpenedWhenItBegan() throws {
        let (ada, flag) = try ada()
        #expect(flag.openedOn == flag.since)
        #expect(ada.flags(on: 12, "R01").first?.openedOn == flag.since)
    }

    @Test func deedsStandInOrderAndNameTheirFlagAlone() throws {
        var (ada, flag) = try ada()
        ada.person.add(.call(call(ada, flag, 12, .message)), at: ada.instant(12, 21))
        ada.mark(flag, .seen, 11)
        ada.mark(flag, .closed, 13, until: 20)
        let history = ada.person.history()
        let deeds = history.deeds(about: flag.id, in: ada.zone)
        #expect(
            deeds.map(\.words) == [
                "seen · seen to", "called, left a message", "closed · rests through 22 Nov · seen to",
            ])
        #expect(deeds.map(\.author) == ["sample", "sample", "sample"])
        #expect(history.deeds(about: "ada.R05.2026-11-12", in: ada.zone).isEmpty)
    }

    @Test func evidenceIsReadInWords() {
        let evidence = OpenObject([
            .init("efficiencyPercent", .number(69.84)), .init("nightsLogged", .integer(7)),
            .init("totalSleepMinutes", .list([.integer(225), .integer(245)])), .init("peak", .null),
            .init("dates", .list([.text("2026-11-06: 1")])), .init("oneWeekday", .bool(true)),
            .init("events", .list([])), .init("measure", .text("sleepOnsetLatencyMinutes")),
        ])
        #expect(
            evidence.evidenceWords == [
                "efficiency 69.8 %", "nights logged 7", "total sleep 225, 245 min", "peak unknown",
                "dates Fri 6 Nov: 1", "one weekday", "events none", "measure To fall asleep",
            ])
    }
}
