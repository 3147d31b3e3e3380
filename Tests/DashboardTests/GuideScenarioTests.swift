// A guide over the real loop: its beat, its voice, its pauses, and what is asked and said around it.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import Presets
import TestKit
import Testing

@Suite struct GuideScenarioTests {
    private func evening(
        _ now: String = "2026-11-22T17:10:00-05:00", _ details: PersonDetails = PersonDetails(name: "Ada"),
        _ change: (inout SamplePerson) throws -> Void = { _ in }
    ) throws -> Evening {
        var settings = DashboardSettings(programmes: Shipped.programmes)
        settings.motion = .reduced
        settings.voice = VoiceSettings(leadMilliseconds: 120)
        let evening = try Evening(now, zone: "America/New_York", settings: settings)
        var person = try #require(SamplePerson("ada", zone: evening.zone, details: details))
        try change(&person)
        try evening.add(person)
        return evening
    }

    /// A person who has been asked already.
    private static func asked(_ person: PracticePerson = PracticePerson()) -> PersonDetails {
        var person = person
        person.wasAsked = true
        return person.noted(in: PersonDetails(name: "Ada"))
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    /// From Tonight to the breathing of the first programme, past both questions.
    private func begin(_ script: Script, moves: Int = 0) {
        script.press("r")
        for _ in 0..<moves { script.press(.down) }
        script.press(.enter, .enter)
    }

    private static let programmes = Shipped.programmes.map(\.name)

    private func place(_ name: String) throws -> Int {
        try #require(Self.programmes.firstIndex(of: name))
    }

    @Test func cuesAreHeardAsTheirPhasesBegin() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        begin(evening.script)
        let start = evening.clock.moment
        evening.script.press("v")
        evening.script.advance(.seconds(600))
        evening.script.press(.enter)
        try evening.run(100, 30)
        let plan = PracticeTimeline(programme: try #require(Shipped.programme(named: "resonance")))
        let said = evening.voice.said.filter { !$0.text.isEmpty }
        #expect(said.count == plan.steps.count + 1)
        #expect(said.last?.text == "That is all.")
        for (cue, step) in zip(said, plan.steps) {
            let heard = cue.at - start + .milliseconds(step.atMilliseconds == 0 ? 0 : 120)
            let off = heard - .milliseconds(step.atMilliseconds)
            #expect(cue.text == step.text)
            #expect(off >= .milliseconds(-5) && off <= .milliseconds(5))
        }
    }

    @Test func aPauseSilencesAndGoingOnSpeaksAgain() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        begin(evening.script)
        evening.script.press("v")
        evening.script.advance(.seconds(5))
        evening.script.press(" ")
        evening.script.advance(.seconds(90))
        evening.script.picture("paused")
        evening.script.press(" ")
        evening.script.press("v")
        evening.script.advance(.seconds(20))
        evening.script.press("q")
        evening.script.press(.enter)
        try evening.run(100, 30)
        #expect(
            evening.voice.said.map(\.text).prefix(5)
                == ["Breathe in", "Breathe out", "", "Breathe out", ""])
        #expect(try text(evening, "paused").contains("space goes on"))
        #expect(try evening.histories().first?.practices.first?.value.seconds == 25)
    }

    @Test func withoutASpeechProgramItIsSaidOnceAndTheGuideGoesOn() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        evening.settings.voice = nil
        begin(evening.script)
        evening.script.press("v")
        evening.script.picture("said")
        evening.script.advance(.seconds(12))
        evening.script.press("v")
        evening.script.picture("once")
        try evening.run(100, 30)
        #expect(try text(evening, "said").contains("nothing here to speak with"))
        #expect(try !text(evening, "once").contains("nothing here to speak with"))
        #expect(try text(evening, "once").contains("breath 2 of 60"))
        #expect(evening.voice.said.isEmpty || evening.voice.said.allSatisfy { $0.text.isEmpty })
    }

    @Test func theMachineSleptOrTheProgramStoodStill() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        let (script, clock) = (evening.script, evening.clock)
        begin(script)
        script.advance(.seconds(13))
        script.elsewhere { clock.sleep(.seconds(3600)) }
        script.advance(.seconds(1))
        script.picture("slept")
        script.press(" ")
        script.advance(.seconds(7))
        script.picture("on")
        script.elsewhere { clock.advance(to: clock.moment + .seconds(45)) }
        script.advance(.seconds(1))
        script.picture("stood")
        script.press("q")
        script.press(.enter)
        try evening.run(100, 30)
        #expect(try text(evening, "slept").contains("Nothing moved for 1 h"))
        #expect(try text(evening, "slept").contains("breath 2 of 60"))
        #expect(try text(evening, "on").contains("breath 3 of 60"))
        #expect(try text(evening, "stood").contains("Nothing moved for 4"))
        let practice = try #require(try evening.histories().first?.practices.first?.value)
        #expect((19...21).contains(practice.seconds))
        #expect(!practice.completed)
    }

    @Test func settingTheProgramAsidePauses() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        let script = evening.script
        begin(script)
        script.advance(.seconds(15))
        script.press(.control("z"))
        script.resume()
        script.advance(.seconds(300))
        script.picture("back")
        script.resize(80, 24)
        script.press(" ")
        script.advance(.seconds(6))
        script.picture("on")
        script.resume()
        script.picture("from outside")
        try evening.run(100, 30)
        #expect(script.suspensions == 1)
        #expect(try text(evening, "back").contains("Paused"))
        #expect(try text(evening, "on").contains("breath 3 of 60"))
        #expect(try text(evening, "from outside").contains("Paused"))
    }

    @Test(arguments: [(Motion.full, 60, 300), (.reduced, 8, 13), (.none, 1, 5)])
    func thePictureChangesNoMoreOftenThanItMay(motion: Motion, fewest: Int, most: Int) throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        evening.settings.motion = motion
        begin(evening.script)
        var before = 0
        evening.script.advance(.milliseconds(50))
        evening.script.elsewhere { [script = evening.script] in before = script.repaints }
        // Two phases, four seconds in and six out.
        evening.script.advance(.seconds(10))
        try evening.run(100, 30)
        let repaints = evening.script.repaints - before
        #expect((fewest...most).contains(repaints), "\(repaints)")
    }

    @Test func whatBearsOnItIsAskedOnceAndKept() throws {
        let evening = try evening()
        let script = evening.script
        script.press("r")
        script.press(.enter)
        script.picture("asked")
        script.press(.down, .down, .down, .down, .down)
        script.press(" ")
        script.press(.enter)
        script.picture("rating")
        script.press(.escape, .down, .enter)
        script.picture("box")
        script.press(.escape)
        script.press("e")
        script.press(.down, .down, .down, .down, .down, .down)
        script.press(" ")
        script.press(.enter)
        script.picture("list")
        try evening.run(100, 30)
        #expect(try text(evening, "asked").contains("Does any of this hold for you?"))
        #expect(try text(evening, "rating").contains("How tense are you now?"))
        #expect(try text(evening, "box").contains("Holds are two counts long"))
        let details = try #require(try evening.histories().first?.details)
        #expect(details.cautions == ["pregnancy", "trauma"])
        #expect(try text(evening, "list").contains("▸ Box"))
        #expect(PracticePerson(details).wasAsked)
        #expect(details.name == "Ada")
    }

    @Test func aReasonComesWithAnotherWay() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked(PracticePerson(cautions: [.lungs])))
        let script = evening.script
        script.press("r")
        script.press(.enter)
        script.picture("reason")
        script.press(.enter)
        script.picture("other")
        script.press(.escape, .enter)
        script.press("y")
        script.picture("settled")
        script.press(.enter)
        script.advance(.seconds(10))
        script.press("q")
        script.press(.enter, .enter)
        script.picture("again")
        try evening.run(100, 30)
        #expect(try text(evening, "reason").contains("You noted a lung condition"))
        #expect(try text(evening, "other").contains("Release only"))
        #expect(try text(evening, "settled").contains("How tense are you now?"))
        #expect(try text(evening, "again").contains("How tense are you now?"))
    }

    @Test func groundingComesFirstUntilTheEffectsAreGone() throws {
        let at = "2026-11-22T17:10:00-05:00"
        let evening = try evening(at, Self.asked()) { $0.session("2026-11-22T14:05") }
        evening.script.press("24")
        evening.script.picture("list")
        evening.script.press(.down, .down)
        evening.script.press(.enter)
        evening.script.picture("box")
        try evening.run(100, 30)
        let list = try text(evening, "list")
        #expect(list.contains("After your session") && list.contains("▸ Grounding"))
        #expect(try text(evening, "box").contains("You had a session today"))
    }

    @Test func muchTenserThanBeforeOffersToStop() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        let script = evening.script
        script.press("r")
        script.press(.enter)
        script.press("4")
        script.advance(.seconds(30))
        script.press("q")
        script.press("7")
        script.picture("worse")
        script.press(.enter)
        script.picture("grounding")
        try evening.run(100, 30)
        #expect(try text(evening, "worse").contains("Tenser than before: 4 → 7"))
        #expect(try text(evening, "worse").contains("tell your clinic"))
        #expect(try text(evening, "grounding").contains("feet on the floor"))
        let practice = try #require(try evening.histories().first?.practices.first?.value)
        #expect(practice.tensionBefore == 4 && practice.tensionAfter == 7)
    }

    @Test func theLastOneIsProposedAndTwoKeysBeginIt() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked()) { person in
            guard let start = OffsetInstant("2026-11-20T21:00:00-05:00") else { return }
            person.add(
                .practice(Practice(programme: "pmr-4", start: start, seconds: 376, completed: true)),
                at: start.instant)
        }
        evening.script.press("r")
        evening.script.press(.enter)
        evening.script.picture("begun")
        try evening.run(100, 30)
        #expect(try text(evening, "begun").contains("Four groups"))
    }

    @Test func afterScreensOffItIsDarkAndSpoken() throws {
        var details = Self.asked()
        details.target = SleepTarget(
            bed: try #require(ClockTime(hour: 22, minute: 30)),
            rise: try #require(ClockTime(hour: 6, minute: 30)))
        let evening = try evening("2026-11-22T22:10:00-05:00", details)
        evening.settings.motion = .full
        let script = evening.script
        begin(script)
        script.advance(.seconds(12))
        script.picture("dark")
        script.press("q")
        script.picture("list")
        try evening.run(100, 30)
        let dark = try text(evening, "dark")
        #expect(!dark.contains("Tonight") && !dark.contains("left") && !dark.contains("22:10"))
        #expect(dark.contains("Breathe in"))
        #expect(evening.voice.said.first?.text == "Breathe in")
        // In the dark nothing is asked that was not asked before.
        #expect(try text(evening, "list").contains("▸ Resonance"))
        #expect(try evening.histories().first?.practices.count == 1)
    }

    @Test func iCannotSleepShowsNoClockAndAsksNothing() throws {
        let evening = try evening("2026-11-22T17:10:00-05:00", Self.asked())
        evening.script.press("r")
        for _ in 0..<(try place("cant-sleep")) { evening.script.press(.down) }
        evening.script.press(.enter)
        evening.script.advance(.seconds(70))
        evening.script.picture("led")
        try evening.run(100, 30)
        let led = try text(evening, "led")
        #expect(led.contains("Small, soft breaths"))
        #expect(!led.contains { $0.isNumber })
    }

    @Test func aNewDreamIsForTheirOwnEyes() throws {
        let evening = try evening("2026-11-22T12:10:00-05:00", Self.asked())
        let script = evening.script
        script.press("r")
        for _ in 0..<(try place("dream-rescripting")) { script.press(.down) }
        script.press(.enter, .enter)
        script.advance(.seconds(40))
        script.press("e")
        script.press("the door opens on a gardn")
        script.press(.backspace)
        script.press("en")
        script.picture("writing")
        script.press(.enter)
        script.picture("kept")
        script.press("e")
        script.press("and nobody minds")
        script.end(.hangUp)
        try evening.run(100, 30)
        #expect(try text(evening, "writing").contains("for your eyes alone"))
        #expect(try text(evening, "kept").contains("Saved: your new dream."))
        let history = try #require(try evening.histories().first)
        #expect(history.practices.first?.value.seconds == 40)
        // It is none of what others read.
        #expect(history.notes.isEmpty)
        let bytes = try evening.files.contents(
            of: "/store/private/ada/dashboard-1.jsonl", in: nil, for: .readingThroughLinks, limit: 10_000)
        let journal = String(decoding: bytes, as: UTF8.self)
        #expect(journal.contains("the door opens on a garden"))
        #expect(journal.contains("and nobody minds"))
    }

    @Test func theWindDownJoinsWhereTheClockStands() throws {
        var details = Self.asked()
        details.target = SleepTarget(
            bed: try #require(ClockTime(hour: 22, minute: 30)),
            rise: try #require(ClockTime(hour: 6, minute: 30)))
        let evening = try evening("2026-11-22T21:47:00-05:00", details)
        let script = evening.script
        script.press("r")
        for _ in 0..<(try place("wind-down")) { script.press(.down) }
        script.picture("list")
        script.press(.enter)
        script.picture("led")
        script.advance(.seconds(2580))
        script.picture("over")
        try evening.run(100, 30)
        #expect(try text(evening, "list").contains("21:30 Write down what tomorrow needs"))
        #expect(try text(evening, "list").contains("22:30 bed"))
        #expect(try text(evening, "led").contains("Wash, brush your teeth"))
        let practice = try #require(try evening.histories().first?.practices.first?.value)
        #expect(practice.completed)
        #expect((2575...2580).contains(practice.seconds))
        #expect(practice.plannedSeconds == practice.seconds)
    }
}
