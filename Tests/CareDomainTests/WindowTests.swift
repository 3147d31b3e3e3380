// The sleep window: when it grows, stays and shrinks, its bounds, and everything that withholds a proposal.

import CareDomain
import TestKit
import Testing

@Suite struct WindowTests {
    /// Rule set A as it ships.
    private let rules = WindowRules(
        name: "davidson", letter: "A", title: "",
        steps: [
            WindowRules.Step(from: Percent(90), action: .change(Minutes(15))),
            WindowRules.Step(from: Percent(85), action: .change(Minutes(0))),
            WindowRules.Step(from: Percent(0), action: .change(Minutes(-15))),
        ], floor: Minutes(330), bipolarFloor: Minutes(390), cap: Minutes(540), fewestNights: 5,
        fewestNightsToStart: 7, source: "")

    private func window(_ hours: Double, rise: String = "6:30") throws -> SleepTarget {
        SleepTarget(length: Minutes(hours * 60), rise: try #require(ClockTime(typed: rise)))
    }

    private func week(_ share: Double, _ other: Double? = nil, nights: Int = 7) -> WindowWeek {
        WindowWeek(
            nights: nights, efficiencyInBed: Percent(share), efficiency: Percent(other ?? share),
            meanSleep: Minutes(372))
    }

    // MARK: Growing and shrinking

    @Test(arguments: [
        (95.0, 6.0, "00:15", 15.0), (90.0, 6.0, "00:15", 15), (89.9, 6.0, "00:30", 0),
        (85.0, 6.0, "00:30", 0),
        (84.9, 6.0, "00:45", -15), (60.0, 6.0, "00:45", -15), (90.0, 7.5, "22:45", 15),
    ])
    func theBedtimeMovesAndTheRiseStays(share: Double, hours: Double, bed: String, by: Double) throws {
        let now = try window(hours)
        let proposal = rules.proposal(week(share), WindowSituation(isSwitchedOn: true, window: now))
        let wanted = SleepTarget(bed: try #require(ClockTime(typed: bed)), rise: now.rise)
        #expect(proposal == (by == 0 ? .keep(now, .rules) : .change(wanted, by: Minutes(by))))
    }

    @Test(arguments: [
        (5.5, false, 80.0, WindowProposal.Keeping.atFloor), (6.5, true, 80, .atFloor), (9, false, 95, .atCap),
    ])
    func atABoundItStays(hours: Double, isBipolar: Bool, share: Double, why: WindowProposal.Keeping) throws {
        let now = try window(hours)
        let situation = WindowSituation(isSwitchedOn: true, window: now, hasBipolarHistory: isBipolar)
        #expect(rules.proposal(week(share), situation) == .keep(now, why))
    }

    @Test func aStepEndsAtTheFloor() throws {
        let now = try window(5.6)
        let proposal = rules.proposal(week(70), WindowSituation(isSwitchedOn: true, window: now))
        #expect(proposal == .change(try window(5.5), by: Minutes(-6)))
    }

    /// A window from before the history was known comes up to the floor, whatever the week was.
    @Test(arguments: [70.0, 87, 95])
    func belowTheFloorItComesUp(share: Double) throws {
        let situation = WindowSituation(
            isSwitchedOn: true, window: try window(5.5), hasBipolarHistory: true)
        #expect(rules.proposal(week(share), situation) == .change(try window(6.5), by: Minutes(60)))
    }

    @Test(arguments: [(84.9, 85.1), (89, 91), (91, 86), (80, 95)])
    func onDifferentSidesOfALineItStays(inBed: Double, trying: Double) throws {
        let now = try window(6)
        let proposal = rules.proposal(week(inBed, trying), WindowSituation(isSwitchedOn: true, window: now))
        #expect(proposal == .keep(now, .sidesDiffer))
    }

    // MARK: The first window

    @Test(arguments: [
        (372.0, false, "00:20"), (300.0, false, "01:00"), (372.0, true, "00:00"), (600.0, false, "21:30"),
        (373.0, false, "00:15"),
    ])
    func theFirstIsTheMeanSleepWithinItsBounds(sleep: Double, isBipolar: Bool, bed: String) throws {
        let rise = try #require(ClockTime(typed: "6:30"))
        let week = WindowWeek(
            nights: 7, efficiencyInBed: Percent(70), efficiency: Percent(75), meanSleep: Minutes(sleep))
        let situation = WindowSituation(isSwitchedOn: true, rise: rise, hasBipolarHistory: isBipolar)
        let wanted = SleepTarget(bed: try #require(ClockTime(typed: bed)), rise: rise)
        #expect(rules.proposal(week, situation) == .start(wanted))
        let few = WindowWeek(nights: 6, efficiencyInBed: nil, efficiency: nil, meanSleep: Minutes(sleep))
        #expect(rules.proposal(few, situation) == .withheld([.tooFewNights(6, needed: 7)]))
    }

    // MARK: What withholds it

    @Test func nothingBeforeAClinicianSwitchesItOn() throws {
        let situation = WindowSituation(isSwitchedOn: false, window: try window(6))
        #expect(rules.proposal(week(95), situation) == .withheld([.notSwitchedOn]))
    }

    @Test(arguments: ["R01-now", "R02", "R03", "R15"])
    func openFlagsWithhold(rule: String) throws {
        let situation = WindowSituation(
            isSwitchedOn: true, window: try window(6), openFlags: [rule, "R09", "R01-sameDay"])
        #expect(rules.proposal(week(95), situation) == .withheld([.openFlag(rule)]))
    }

    @Test func sessionsMachinesChangesAndThinWeeksWithhold() throws {
        var situation = WindowSituation(isSwitchedOn: true, window: try window(6))
        situation.hasSessionThisWeek = true
        #expect(rules.proposal(week(95), situation) == .withheld([.sessionThisWeek]))
        situation.sessionWeeksAllowed = true
        #expect(rules.proposal(week(95), situation) == .change(try window(6.25), by: Minutes(15)))
        situation.isSessionDay = true
        #expect(rules.proposal(week(95), situation) == .withheld([.sessionDay]))
        situation.isSessionDay = false
        situation.drivesMachines = true
        situation.hasScheduleChange = true
        #expect(
            rules.proposal(week(95, nights: 4), situation)
                == .withheld([.heavyMachines, .scheduleChange, .tooFewNights(4, needed: 5)]))
        situation = WindowSituation(isSwitchedOn: true, window: try window(6))
        #expect(rules.proposal(week(95, nights: 5), situation) != .withheld([.tooFewNights(5, needed: 5)]))
        for bar in [WindowProposal.Bar.sessionThisWeek, .tooFewNights(4, needed: 5), .openFlag("R03")] {
            #expect(!bar.words.isEmpty && !bar.words.hasSuffix("."))
        }
    }

    // MARK: The week

    /// Pooled over the nights that know their sleep and their time in bed; the others are not counted.
    @Test func theWeekIsPooledOverTheNightsThatKnow() throws {
        let zone = Zone(name: "Europe/London", offsetSeconds: 0)
        var person = try #require(SamplePerson("window", zone: zone))
        for day in 10...14 {
            try person.night(
                "2026-05-\(day)", bed: "23:00", try: "23:30", sol: "30", wakes: "1", waso: "30",
                woke: "6:00", up: "6:30")
        }
        try person.night("2026-05-15", bed: "23:00", up: "6:30")
        let week = WindowWeek(person.history().nights)
        #expect(week.nights == 5)
        #expect(week.meanSleep == Minutes(330))
        #expect(week.efficiencyInBed.map { ($0.value * 100).rounded() } == 7333)
        #expect(week.efficiency.map { ($0.value * 100).rounded() } == 7857)
        #expect(WindowWeek([]).efficiencyInBed == nil)
    }

    // MARK: Another rule set

    @Test func theRulesOfAnotherSet() throws {
        var coach = rules
        coach.steps = [
            WindowRules.Step(from: Percent(80), action: .meanSleep),
            WindowRules.Step(from: Percent(0), action: .askProvider),
        ]
        let situation = WindowSituation(isSwitchedOn: true, window: try window(6))
        #expect(
            coach.proposal(week(82), situation)
                == .change(SleepTarget(length: Minutes(370), rise: try window(6).rise), by: Minutes(10)))
        #expect(coach.proposal(week(79), situation) == .askProvider)
    }

    // MARK: The evening

    @Test func theEveningIsCountedBackFromBed() throws {
        let evening = EveningRules(
            windDown: 60, screensOff: 60, upAfter: 15...20, freeDayLater: 60, source: "")
        let times = EveningTimes(try window(6.5, rise: "7:00"), evening)
        #expect(times.windDown.description == "23:30")
        #expect(times.notBefore.description == "00:30")
        #expect(times.rise.description == "07:00")
        #expect(times.freeDayRise.description == "08:00")
    }
}
