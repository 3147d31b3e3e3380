// The measure that a person's setting names, and the days that habits records call free or worked.

import CareDomain
import TestKit
import Testing

@Suite struct NamedMeasureTests {
    private func details(_ value: OpenValue?) -> PersonDetails {
        var details = PersonDetails()
        details.settings["namedMeasure"] = value
        return details
    }

    @Test func theTimeToFallAsleepIsNamedWhereNothingElseIs() {
        #expect(details(nil).namedMeasure == NamedMeasure(measure: .sleepOnsetLatencyMinutes, unknown: nil))
        #expect(details(.null).namedMeasure.unknown == nil)
    }

    @Test(arguments: [
        ("quality", Measure.quality), ("efficiencyPercent", .efficiencyPercent),
        ("Efficiency", .efficiencyPercent),
        (" latency ", .sleepOnsetLatencyMinutes), ("awake", .wakeAfterSleepOnsetMinutes),
        ("totalSleep", .totalSleepMinutes),
    ])
    func aSettingNamesAMeasure(_ word: String, _ measure: Measure) {
        #expect(details(.text(word)).namedMeasure == NamedMeasure(measure: measure, unknown: nil))
    }

    @Test(arguments: [
        (OpenValue.text("mood"), "mood"), (.text(""), ""), (.integer(3), "3"), (.bool(true), "true"),
        (.list([]), "a list"),
    ])
    func whatIsNoMeasureIsSaidAndTheDefaultStands(_ value: OpenValue, _ unknown: String) {
        let named = details(value).namedMeasure
        #expect(named.measure == .sleepOnsetLatencyMinutes && named.unknown == unknown)
    }

    @Test func everyMeasureIsFoundByItsWordAndItsKey() {
        for measure in Measure.allCases {
            #expect(Measure(word: measure.rawValue) == measure)
            #expect(Measure(word: measure.word) == measure, "\(measure.word)")
            #expect(!measure.noun.isEmpty)
        }
        #expect(Measure(word: "midpoint") == nil)
    }

    @Test func theSettingDecidesWhichComparisonIsNamed() throws {
        var details = PersonDetails()
        details.settings["namedMeasure"] = .text("quality")
        var person = try #require(SamplePerson("named", zone: .utc, details: details))
        let first = CivilDate(days: 20_577)
        for day in 0..<56 {
            if day % 7 == 0 { person.session("\(first.adding(days: day))T14:00") }
            try person.sleep(first.adding(days: day + 1), "23:00", "07:00", quality: day % 7 == 0 ? "2" : "4")
        }
        let named = person.history().sessionNightFigures(today: first.adding(days: 57)).named
        #expect(named?.measure == .quality && named?.level == 95 && named?.estimate?.difference == -2)
    }

    @Test func theHabitsOfADayOverrideTheWorkDays() throws {
        let details = PersonDetails(workDays: [.monday, .tuesday, .wednesday, .thursday, .friday])
        var person = try #require(SamplePerson("free", zone: .utc, details: details))
        // Monday 4 May 2026 was free, Saturday 9 May was worked, Tuesday says nothing.
        let monday = CivilDate(days: 20_577)
        for (offset, isFree) in [(0, true), (5, false), (1, nil)] as [(Int, Bool?)] {
            let day = monday.adding(days: offset)
            person.add(
                .habits(Habits(day: day, freeDay: isFree)),
                at: Zone.utc.instant(CivilTime(day, secondOfDay: 72_000)))
        }
        let days = person.history().dayKinds()
        #expect(days.kind(of: monday) == .free && days.kind(of: monday.adding(days: 5)) == .work)
        #expect(days.kind(of: monday.adding(days: 1)) == .work)
        #expect(days.kind(of: monday.adding(days: 6)) == .free)
    }
}
