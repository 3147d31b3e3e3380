// Rules about sessions, silence and the body: what raises them, and what does not by a hair.

import CareDomain
import TestKit
import Testing

@Suite struct SessionRuleTests {
    // MARK: R10, R25, R11

    @Test func bloodPressure() throws {
        for (readings, expected) in [
            ([reading(0, 141, 80)], ["0 sameDay open"]), ([reading(0, 140, 90)], []),
            ([reading(0, 120, 91)], ["0 sameDay open"]), ([reading(0, nil, nil)], []),
            ([reading(0, 120, 80), reading(40, 150, 95), reading(90, 130, 85)], []),
            ([reading(0, 120, 80), reading(40, 150, 95), reading(90, 142, 85)], ["0 sameDay open"]),
            ([reading(0, 110, 70), reading(40, 128, 80), reading(90, 132, 80)], ["0 sameDay open"]),
            ([reading(0, 120, 80), reading(40, 180, 95), reading(90, 120, 80)], ["0 now open"]),
            ([reading(0, 120, 80), reading(40, 150, 110), reading(90, 120, 80)], ["0 now open"]),
        ] {
            var ada = try RuledPerson()
            ada.session(0, readings)
            #expect(ada.short(on: 0, "R10") == expected, "\(readings)")
        }
        var sign = try RuledPerson()
        sign.session(0, [reading(0, 120, 80)], events: ["Chest pain, brief"])
        #expect(sign.short(on: 0, "R10") == ["0 now open"])
    }

    @Test func eachSessionCountsForItself() throws {
        var ada = try RuledPerson()
        ada.session(0, [reading(0, 150, 80)])
        ada.mark(try #require(ada.flags(on: 0, "R10").first), .closed, 1)
        ada.session(3, [reading(0, 150, 80)])
        #expect(ada.short(on: 3, "R10") == ["0 sameDay closed", "3 sameDay open"])
        #expect(ada.flags(on: 3, "R24") == [])
    }

    @Test func breathing() throws {
        for (saturation, expected) in [
            (93, ["0 sameDay open"]), (94, []), (89, ["0 now open"]), (90, ["0 sameDay open"]),
        ] {
            var ada = try RuledPerson()
            ada.session(0, [reading(30, saturation: saturation)])
            #expect(ada.short(on: 0, "R25") == expected)
        }
        var sign = try RuledPerson()
        sign.session(0, events: ["breathing shallow"])
        #expect(sign.short(on: 0, "R25") == ["0 now open"])
    }

    @Test func effectsThatLast() throws {
        for (readings, isRaised) in [
            ([reading(0, dissociation: 1), reading(120, dissociation: 2)], true),
            ([reading(0, dissociation: 2), reading(120, dissociation: 2)], false),
            ([reading(0, dissociation: 0), reading(119, dissociation: 5)], false),
            ([reading(0, sedation: 0), reading(120, sedation: -1)], true),
        ] {
            var ada = try RuledPerson()
            ada.session(0, readings)
            #expect(ada.short(on: 0, "R11") == (isRaised ? ["0 sameDay open"] : []))
        }
        for (detached, isRaised) in [(3, true), (2, false)] {
            var ada = try RuledPerson()
            ada.session(0)
            ada.symptoms(1) { $0.detached = detached }
            #expect(ada.short(on: 1, "R11") == (isRaised ? ["1 sameDay open"] : []))
        }
    }

    // MARK: R17, R18, R21, R24

    @Test func theMonitoringForm() throws {
        var ada = try RuledPerson()
        let session = ada.session(0, route: .nasal)
        #expect(ada.flags(on: 4, "R17") == [])
        #expect(ada.short(on: 5, "R17") == ["5 note open"])
        #expect(ada.short(on: 7, "R17") == ["5 nextDay open"])
        var sent = ada
        sent.person.add(
            .duty(Duty(session: session, what: Duty.monitoringForm, done: .day(sent.day(4)))),
            at: sent.instant(4, 12))
        #expect(sent.flags(on: 9, "R17") == [])
        var infusion = try RuledPerson()
        infusion.session(0)
        #expect(infusion.flags(on: 9, "R17") == [])
    }

    @Test func dosesThatWereNotGiven() throws {
        var ada = try RuledPerson()
        ada.session(3, status: .missed)
        #expect(ada.short(on: 4, "R18") == ["3 nextDay open"])
        ada.session(7, status: .missed)
        let flag = try #require(ada.flags(on: 7, "R18").first)
        #expect(flag.since == ada.day(3) && flag.evidence["notGivenInInduction"] == .integer(2))
        var cancelled = try RuledPerson()
        cancelled.session(3, status: .cancelled)
        #expect(cancelled.flags(on: 7, "R18") == [])
    }

    @Test func aDoseWithoutABaseline() throws {
        for (nights, count) in [(6, 1), (7, 0)] {
            var ada = try RuledPerson()
            ada.nights(1 - nights...0)
            ada.session(0)
            #expect(ada.flags(on: 20, "R21").count == count)
        }
    }

    @Test func aDoseWhileAFlagIsOpen() throws {
        var ada = try RuledPerson()
        ada.checkIn("cssrs", 1, [0, 0, 0, 1, 0, 0, 0])
        ada.session(3)
        #expect(ada.short(on: 3, "R24") == ["3 sameDay open"])
        var closed = try RuledPerson()
        closed.checkIn("cssrs", 1, [0, 0, 0, 1, 0, 0, 0])
        closed.mark(try #require(closed.flags(on: 1, "R02").first), .closed, 2)
        closed.session(3)
        #expect(closed.flags(on: 3, "R24") == [])
        var item = try RuledPerson()
        item.item9(1, 2)
        item.session(3)
        #expect(item.flags(on: 3, "R24") == [])
    }

    // MARK: R09

    @Test func silence() throws {
        var ada = try RuledPerson()
        ada.nights(-5...5)
        #expect(ada.flags(on: 8, "R09") == [])
        #expect(ada.short(on: 9, "R09") == ["9 note open"])
        #expect(ada.flags(on: 9, "R09").first?.message.hasPrefix("Nothing received") == true)
        #expect(ada.short(on: 13, "R09") == ["9 sameDay open"])
        // A night that is filled in later does not undo it.
        for day in 6...13 { ada.night(day, writtenOn: 13) }
        #expect(ada.short(on: 14, "R09") == ["9 sameDay open"])
        #expect(ada.flags(on: 14, "R09").first?.isHolding == false)
        var mood = try RuledPerson()
        mood.nights(-5...5)
        mood.person.add(.mood(Mood(day: mood.day(7), mood: 5)), at: mood.instant(7, 9))
        #expect(mood.flags(on: 9, "R09").first?.message.hasPrefix("No diary") == true)
        var session = try RuledPerson()
        session.nights(-5...5)
        session.session(5)
        #expect(session.short(on: 9, "R09") == ["9 sameDay open"])
    }

    @Test func nobodyIsSilentBeforeAnythingWasWrittenOrAfterTheCourse() throws {
        var ada = try RuledPerson(weeks: 2)
        ada.nights(-5...13)
        #expect(ada.flags(on: 60, "R09") == [])
        var none = try RuledPerson(course: false)
        none.nights(0...5)
        #expect(none.flags(on: 30, "R09") == [])
    }

    // MARK: R12, R16, R20, R23

    @Test func passingWater() throws {
        var ada = try RuledPerson()
        ada.session(0)
        ada.symptoms(2) { $0.urgency = true }
        #expect(ada.flags(on: 2, "R12") == [])
        ada.symptoms(3) { $0.nausea = false }
        ada.symptoms(5) { $0.pain = true }
        #expect(ada.short(on: 5, "R12") == ["5 nextDay open"])
        var old = try RuledPerson()
        old.symptoms(-3) { $0.urgency = true }
        old.session(0)
        old.symptoms(2) { $0.urgency = true }
        old.symptoms(3) { $0.urgency = true }
        #expect(old.flags(on: 3, "R12") == [])
        old.symptoms(4) { $0.bloodInUrine = true }
        #expect(old.short(on: 4, "R12") == ["4 sameDay open"])
    }

    @Test func sedativesAndAlcohol() throws {
        func flags(_ medicine: Medication) throws -> [String] {
            var ada = try RuledPerson()
            ada.person.add(.medication(medicine), at: ada.instant(4, 9))
            return ada.short(on: 9, "R16")
        }
        let start = DayOrTime.day(RuledPerson.start.adding(days: 4))
        let before = DayOrTime.day(RuledPerson.start.adding(days: -40))
        #expect(
            try flags(Medication(name: "zopiclone", drugClass: .hypnotic, start: start)) == ["4 nextDay open"]
        )
        #expect(try flags(Medication(name: "zopiclone", drugClass: .hypnotic, start: before)) == [])
        #expect(try flags(Medication(name: "zopiclone", drugClass: .hypnotic)) == [])
        #expect(try flags(Medication(name: "codeine", drugClass: .opioid, start: start)) == [])
        for (milligrams, expected) in [(0.8, []), (0.9, ["4 note open"])] {
            let medicine = Medication(
                name: "Lorazepam", drugClass: .benzodiazepine, dose: .init(milligrams, "mg"))
            #expect(try flags(medicine) == expected)
        }
        for (drinks, count) in [(1.0, 1), (0, 0)] {
            var ada = try RuledPerson()
            ada.session(2)
            ada.person.add(.habits(Habits(day: ada.day(2), alcoholDrinks: drinks)), at: ada.instant(3, 8))
            #expect(ada.flags(on: 3, "R16").count == count)
        }
    }

    @Test func signsForASpecialist() throws {
        var ada = try RuledPerson()
        ada.symptoms(2) { $0.gasping = false }
        #expect(ada.flags(on: 2, "R20") == [])
        ada.symptoms(3) { $0.legUrge = true }
        #expect(ada.short(on: 3, "R20") == ["3 nextDay open"])
    }

    @Test func anExerciseThatDidNotAgree() throws {
        for (after, isRaised) in [(7, true), (6, false)] {
            var ada = try RuledPerson()
            ada.person.add(
                .practice(
                    Practice(
                        programme: "box", start: OffsetInstant(ada.instant(2, 20), in: ada.zone),
                        plannedSeconds: 300, seconds: 300, completed: true, tensionBefore: 4,
                        tensionAfter: after)), at: ada.instant(2, 21))
            #expect(ada.short(on: 2, "R23") == (isRaised ? ["2 note open"] : []))
        }
    }
}
