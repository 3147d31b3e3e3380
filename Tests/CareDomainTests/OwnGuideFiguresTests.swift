// What a page of the guide shows of a person's own: the plan's times, and what the last seven days hold.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct OwnGuideFiguresTests {
    private func sample(bed: String? = "22:45") throws -> SamplePerson {
        let target = bed.flatMap { ClockTime(typed: $0) }.flatMap { bed in
            ClockTime(typed: "06:30").map { SleepTarget(bed: bed, rise: $0) }
        }
        return try #require(
            SamplePerson(
                "ada", zone: try zone("America/New_York"), details: PersonDetails(name: "Ada", target: target)
            ))
    }

    private func at(_ person: SamplePerson, _ day: String, _ clock: String) throws -> OffsetInstant {
        let time = CivilTime(try date(day), try #require(ClockTime(typed: clock)))
        return OffsetInstant(person.zone.instant(time), in: person.zone)
    }

    private func lines(_ lines: [OwnGuideFigures.Line]) -> [String] {
        lines.map { $0.label + ": " + $0.text }
    }

    private func add(_ habits: Habits, to person: inout SamplePerson) {
        person.add(.habits(habits), at: person.zone.instant(CivilTime(habits.day, secondOfDay: 72_000)))
    }

    @Test func thePlansTimesAreCountedBackFromBed() throws {
        let own = OwnGuideFigures(
            [.windDown, .plan, .lastCoffee, .screensOff], of: try sample().history(),
            today: try date("2026-11-23"))
        #expect(
            lines(own.plan) == [
                "Wind-down: from 22:00", "Bed and rise: 22:45 to 06:30, as planned",
                "Last coffee: before 14:00", "Screens off: from 21:45",
            ])
        #expect(own.logged.isEmpty)
    }

    @Test func aBedtimeAfterMidnightCountsBackPastIt() throws {
        let own = OwnGuideFigures(
            [.lastCoffee, .screensOff], of: try sample(bed: "00:30").history(), today: try date("2026-11-23"))
        #expect(lines(own.plan) == ["Last coffee: before 15:45", "Screens off: from 23:30"])
    }

    @Test func nothingIsShownWhereNothingIsKnown() throws {
        let own = OwnGuideFigures(
            GuideTopic.allCases, of: try sample(bed: nil).history(), today: try date("2026-11-23"))
        #expect(own.plan.isEmpty)
        #expect(own.logged.isEmpty)
    }

    @Test func coffeesOfSevenDaysStandByDay() throws {
        var person = try sample()
        for (day, clocks) in [
            ("2026-11-16", ["08:00"]), ("2026-11-17", ["13:30", "08:10"]), ("2026-11-20", []),
            ("2026-11-23", ["07:50"]),
        ] {
            let drinks = try clocks.map { Habits.Caffeine(at: try at(person, day, $0), milligrams: 95) }
            add(
                Habits(day: try date(day), caffeine: drinks, alcoholDrinks: day.hasSuffix("20") ? 0 : nil),
                to: &person)
        }
        let own = OwnGuideFigures(
            [.coffees, .alcohol], of: person.history(), today: try date("2026-11-23"))
        // The seventh day back is the last; a day that says nothing of caffeine is not a day without.
        #expect(
            lines(own.logged) == [
                "Caffeine: Mon 23 Nov · 07:50", ": Tue 17 Nov · 08:10, 13:30",
                "Alcohol: Fri 20 Nov · none",
            ])
    }

    @Test func habitsAreToldAsTheyWereNoted() throws {
        var person = try sample()
        let day = try date("2026-11-22")
        add(
            Habits(
                day: day, nicotineLast: try at(person, "2026-11-22", "19:00"), alcoholDrinks: 1.5,
                alcoholLast: try at(person, "2026-11-22", "20:15"),
                screensLast: try at(person, "2026-11-22", "22:30"),
                room: Habits.Room(dark: true, cool: false), worryTime: .yes), to: &person)
        person.add(
            .practice(
                Practice(
                    programme: "box", start: try at(person, "2026-11-22", "22:00"), seconds: 288,
                    completed: true, tensionBefore: 7, tensionAfter: 3)),
            at: person.zone.instant(CivilTime(day, secondOfDay: 79_500)))
        let own = OwnGuideFigures(
            [.nicotine, .alcohol, .screens, .room, .worry, .practices], of: person.history(), today: day,
            titles: ["box": "Box 4-4-4-4"])
        #expect(
            lines(own.logged) == [
                "Nicotine, last: Sun 22 Nov · 19:00",
                "Alcohol: Sun 22 Nov · 1.5 drinks, the last at 20:15",
                "Screens until: Sun 22 Nov · 22:30", "The room: Sun 22 Nov · dark, not cool",
                "Worry time: Sun 22 Nov · taken",
                "Practice: Sun 22 Nov · 22:00 Box 4-4-4-4, 5 m, tension 7 → 3",
            ])
    }

    @Test(arguments: [(3, 0), (4, 3), (7, 3)])
    func aMeanNeedsFourNights(nights: Int, shown: Int) throws {
        var person = try sample()
        for number in 0..<nights {
            try person.night(
                try date("2026-11-23").adding(days: -number).description, bed: "22:40", try: "22:50",
                sol: "25", wakes: "2", waso: "30", woke: "06:10", up: "06:40")
        }
        let history = person.history()
        let own = OwnGuideFigures([.nights, .middle], of: history, today: try date("2026-11-23"))
        let means = own.logged.filter { $0.label != "Middle of sleep" }
        #expect(means.count == shown)
        #expect(own.logged.contains { $0.label == "Middle of sleep" } == (nights >= 4))
        if nights == 7 {
            #expect(means.first?.text == "6 h 25 m, the mean of seven nights")
            #expect(own.logged.last?.text == "02:43, spread 0 m, seven nights")
            let regularity = OwnGuideFigures([.regularity], of: history, today: try date("2026-11-23"))
            #expect(lines(regularity.logged) == ["Regularity: 100, from 6 days of pairs"])
        }
    }

    @Test func sessionsAndMedicinesAreNamed() throws {
        var person = try sample()
        person.session("2026-11-19T14:05")
        let noon = person.zone.instant(CivilTime(try date("2026-11-01"), secondOfDay: 43_200))
        person.add(
            .medication(Medication(name: "melatonin", dose: Medication.Amount(2, "mg"))), at: noon)
        person.add(
            .medication(Medication(name: "aspirin", stop: DayOrTime("2026-11-10"))), at: noon)
        person.add(
            .symptoms(Symptoms(day: try date("2026-11-20"), detached: 2, dizzy: true, nausea: false)),
            at: noon)
        let own = OwnGuideFigures(
            [.sessions, .medicines, .symptoms], of: person.history(), today: try date("2026-11-23"))
        #expect(
            lines(own.logged) == [
                "Last session: Thu 19 Nov, 14:05", "Medicines: melatonin, 2 mg",
                "Noted: Fri 20 Nov · floaty 2 of 10, dizzy",
            ])
    }
}
