// What Lull opens on and offers by the hour: mornings, evenings, the night, and the days around a course.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct HourScenarioTests {
    private func evening(_ now: String, on disk: MemoryDisk? = nil) throws -> Evening {
        let evening = try Evening(
            now, zone: "America/New_York", settings: DashboardSettings(programmes: SampleProgrammes.all),
            on: disk)
        if disk == nil { try evening.add(try Ada.person(zone: evening.zone)) }
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    private func history(_ evening: Evening) throws -> PersonHistory {
        try #require(try evening.histories().first)
    }

    /// A usual night in a dozen keys from the moment at which Lull is opened, and its quality in two.
    @Test func theMorningOpensOnTheNight() throws {
        let evening = try evening("2026-11-23T07:10:00-05:00")
        evening.script.picture("opened")
        evening.script.press("4s")
        evening.script.picture("saved")
        try evening.run(100, 30)
        let opened = try text(evening, "opened")
        #expect(opened.contains("Good morning · The night to Monday 23 November"))
        #expect(opened.contains("The last seven nights"))
        #expect(opened.contains("proposed"))
        #expect(try text(evening, "saved").contains("Saved: the night of"))
        let night = try #require(try history(evening).mainNights.last)
        #expect(night.night.quality == 4 && night.measures.outOfBed == nil)
    }

    @Test func anUntouchedMorningIsLeftWithoutAQuestion() throws {
        let evening = try evening("2026-11-23T07:10:00-05:00")
        evening.script.press(.escape)
        evening.script.picture("left")
        try evening.run(80, 24)
        #expect(try text(evening, "left").contains("How was the night to Mon 23 Nov?"))
    }

    /// A good night is the likely time of trying to sleep, also after the program has ended.
    @Test func goodNightIsProposedInTheMorning() throws {
        let first = try evening("2026-11-22T23:17:00-05:00")
        first.script.press(.escape)
        first.script.press("g")
        first.script.picture("dark")
        first.script.end(.hangUp)
        try first.run(80, 24)
        let dark = try text(first, "dark")
        #expect(dark.contains("good night"))
        #expect(!dark.contains(":") && !dark.contains("lull"))

        let next = try evening("2026-11-23T07:10:00-05:00", on: first.files.disk)
        next.script.picture("morning")
        next.script.press("4s")
        try next.run(80, 24)
        #expect(try text(next, "morning").contains("23:17"))
        #expect(next.files.names("/state/drafts").isEmpty)
    }

    /// No clock, no figure, no header: five lines.
    @Test func theNightIsFiveLines() throws {
        let evening = try evening("2026-11-23T02:40:00-05:00")
        evening.script.picture("night")
        evening.script.press(.down, .down, .down, .enter)
        evening.script.picture("line")
        evening.script.press("call the plumber")
        evening.script.press(.enter, .enter)
        evening.script.picture("back")
        try evening.run(100, 30)
        let night = try text(evening, "night")
        for line in ["breathe", "get up for a while", "that was a dream", "a line for tomorrow", "someone"] {
            #expect(night.contains(line))
        }
        #expect(!night.contains { $0.isNumber })
        #expect(try text(evening, "line").contains("What goes round in your head"))
        #expect(try text(evening, "back").contains("a line for tomorrow"))
        #expect(evening.files.names("/store/private/lovell-a").count == 1)
    }

    @Test func aTickWritesTheHabitsOfTheDay() throws {
        let evening = try evening("2026-11-22T22:05:00-05:00")
        evening.script.press("y")
        evening.script.picture("wound down")
        evening.script.press(.up)
        evening.script.press("y")
        evening.script.picture("screens off")
        try evening.run(100, 30)
        #expect(try text(evening, "wound down").contains("✓ wind down from 22:00"))
        #expect(try text(evening, "screens off").contains("✓ screens off from 21:45"))
        let days = try history(evening).habits
        #expect(days.count == 1)
        #expect(days.first?.value.windDown == true)
        #expect(days.first?.value.screensLast?.civil.clock.description == "22:05")
    }

    /// How far away one still is takes two keys or three; gone ends the evening of the session.
    @Test func theEffectsAreNotedAsGone() throws {
        let evening = try evening("2026-11-19T21:30:00-05:00")
        evening.script.press(.right, .right, .enter)
        evening.script.picture("two")
        for _ in 0..<12 { evening.script.press(.right) }
        evening.script.press(.enter)
        evening.script.picture("gone")
        try evening.run(100, 30)
        #expect(try text(evening, "two").contains("last said: 2"))
        #expect(try text(evening, "gone").contains("Your plan for tonight"))
        let symptoms = try history(evening).symptoms.map(\.value)
        #expect(symptoms.first?.detached == 2)
        #expect(symptoms.last?.effectsGoneAt?.civil.clock.description == "21:30")
    }

    @Test func beforeBedNoFigureOfANightIsShown() throws {
        let evening = try evening("2026-11-22T21:05:00-05:00")
        evening.script.picture("quiet")
        try evening.run(100, 30)
        let quiet = try text(evening, "quiet")
        #expect(quiet.contains("Your plan for tonight"))
        #expect(!quiet.contains("efficiency") && !quiet.contains("%") && !quiet.contains("Last night"))
    }

    @Test func figuresBeforeBedAreASetting() throws {
        let evening = try evening("2026-11-22T21:05:00-05:00")
        evening.settings.showsFiguresInTheEvening = true
        evening.script.picture("shown")
        try evening.run(100, 30)
        #expect(try text(evening, "shown").contains("efficiency"))
    }
}
