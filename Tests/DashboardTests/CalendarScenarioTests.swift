// Sessions and nights changed from the calendar, with what would come of it said before it is saved.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct CalendarScenarioTests {
    private func evening(_ now: String = "2026-11-22T18:14:00-05:00") throws -> Evening {
        var settings = DashboardSettings(programmes: SampleProgrammes.all)
        settings.doseRoutes = [
            DoseRoute(
                route: .intravenous, title: "IV",
                ranges: [
                    .init(unit: .milligramsPerKilogram, amounts: 0.1...1, source: "sample")
                ])
        ]
        let evening = try Evening(now, zone: "America/New_York", settings: settings)
        try evening.add(try Ada.person(zone: evening.zone))
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    private func session(_ evening: Evening, _ id: String) throws -> TreatmentSession {
        let history = try #require(try evening.histories().first)
        return try #require(history.sessions.first { $0.planned == id })
    }

    /// Monday's session goes to Tuesday; what that comes to is read before it is saved, and the rest stays.
    @Test func aSessionIsMoved() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2")
        script.press(.right)
        script.press("s")
        script.press(.up, .right)
        script.picture("before")
        script.press(.end, .enter)
        script.picture("moved")
        try evening.run(100, 30)
        let before = try text(evening, "before")
        #expect(before.contains("Tue 24 Nov, 14:00 · 5 days after the one before · 2 days before the next"))
        #expect(before.contains("The others stay where they are."))
        #expect(try session(evening, "s9").at.civil.date.description == "2026-11-24")
        #expect(try session(evening, "s10").at.civil.date.description == "2026-11-26")
    }

    @Test func aSessionIsNotHeldForAReason() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2")
        script.press(.right)
        script.press("x")
        script.press(.right)
        script.press(.end, .enter)
        script.picture("why")
        script.press("a cold")
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try text(evening, "why").contains("Why: is needed"))
        let missed = try session(evening, "s9")
        #expect(missed.status == .missed && missed.record?.value.note == "a cold")
    }

    /// A dose far off the plan is said back in words, and wants its number once more.
    @Test func aDoseFarOffThePlanIsTypedTwice() throws {
        let evening = try evening("2026-11-23T16:00:00-05:00")
        let script = evening.script
        script.press(.escape)
        script.press("2s")
        script.press(.down, .down, .down)
        script.press("1.5")
        script.press(.control("s"))
        script.picture("asked")
        script.press("1.5")
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try text(evening, "asked").contains("1.5 mg/kg: that is 200 % more than the 0.5 mg/kg"))
        let done = try session(evening, "s9")
        #expect(done.status == .done && done.dose == Dose(1.5, .milligramsPerKilogram))
        #expect(done.at.civil.clock.description == "14:00")
    }

    @Test func anotherSessionIsPlannedBesideTheCourse() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2")
        script.press(.right, .right)
        script.press("s")
        script.press("10:30")
        script.picture("effect")
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try text(evening, "effect").contains("1 day after the one before"))
        let history = try #require(try evening.histories().first)
        let added = try #require(history.sessions.first { $0.planned == nil })
        #expect(added.status == .planned && added.at.text().hasPrefix("2026-11-24T10:30"))
    }

    /// A night is corrected in place, and what was not touched stays.
    @Test func aNightIsCorrected() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2")
        script.press(.left)
        script.press("e")
        script.press("5s")
        script.picture("saved")
        try evening.run(100, 30)
        let history = try #require(try evening.histories().first)
        let date = try #require(CivilDate("2026-11-22"))
        let night = try #require(history.mainNight(on: date))
        #expect(night.night.quality == 5)
        #expect(night.measures.totalSleep != nil)
        #expect(history.nights.filter { $0.date == date }.count == 1)
    }

    /// The day's page holds what the pane has no room for, and leads on to the next day.
    @Test func theDayHasAPage() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2")
        script.press(.up, .right, .right, .right, .right, .enter)
        script.picture("day")
        script.press(.right)
        script.picture("next")
        script.press(.escape)
        script.picture("calendar")
        try evening.run(80, 24)
        #expect(try text(evening, "day").contains("Thursday 19 November and the night to Friday"))
        #expect(try text(evening, "day").contains("dissociation"))
        #expect(try text(evening, "next").contains("Friday 20 November"))
        #expect(try text(evening, "calendar").contains("Friday 20 November, and the night to Saturday"))
    }

    /// Weeks begin with the course, or on the day on which they begin for the person.
    @Test func weeksBeginAsTheSettingSays() throws {
        for (day, head) in [(Weekday?.none, "Mon"), (.sunday, "Sun"), (.saturday, "Sat")] {
            let evening = try evening()
            evening.settings.weekStart = day
            evening.script.press("2")
            evening.script.picture("weeks")
            try evening.run(80, 24)
            let names = try #require(evening.script.pictures["weeks"]).lines.first {
                $0.contains("Tue") && $0.contains("Wed")
            }
            #expect(try #require(names).trimmingSpaces.hasPrefix(head))
        }
    }
}
