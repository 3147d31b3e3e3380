// What a person does, key by key, over the real loop and a store in memory.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import TestKit
import Testing

@Suite struct ScenarioTests {
    private func evening(people: Int = 1, now: String = "2026-11-22T08:10:00-05:00") throws -> Evening {
        let evening = try Evening(
            now, zone: "America/New_York", settings: DashboardSettings(programmes: SampleProgrammes.all))
        for number in 0..<people {
            let person = try #require(
                SamplePerson(
                    "person-\(number)", zone: evening.zone, details: PersonDetails(name: "Person \(number)")))
            try evening.add(person, as: "clinic-1")
        }
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    @Test func aNightIsLoggedAndShown() throws {
        let evening = try evening()
        let script = evening.script
        script.press("l4")
        for entry in ["22:40", "2250", "25", "2", "30", "6:10", "06:40"] {
            script.press(entry)
            script.press(.enter)
        }
        script.picture("typed")
        script.press(.end, .enter)
        script.picture("saved")
        try evening.run(100, 30)
        #expect(try text(evening, "typed").contains("efficiency"))
        #expect(try text(evening, "typed").contains("82 %"))
        #expect(try text(evening, "saved").contains("Saved: the night of Sat 21–22."))
        #expect(try text(evening, "saved").contains("6 h 25 m"))
        let night = try #require(try evening.histories().first?.mainNights.first)
        #expect(night.measures.totalSleep == Minutes(385))
        #expect(night.night.quality == 4)
        #expect(night.night.refreshed == nil)
    }

    @Test func whatCannotBeIsSaidBesideTheFieldAndNothingIsWritten() throws {
        let evening = try evening()
        let script = evening.script
        script.press("l")
        script.press(.down, .down, .down, .down, .down, .down)
        script.press("7:10")
        script.press(.enter)
        script.press("7:00")
        script.press(.end, .enter)
        script.picture("refused")
        try evening.run(100, 30)
        #expect(
            try text(evening, "refused").contains("last waking: not within the 12 hours before getting up"))
        #expect(try evening.histories().first?.nights.isEmpty == true)
    }

    @Test func aRefusedWriteKeepsTheForm() throws {
        let evening = try evening()
        let script = evening.script
        script.press("l")
        script.press(.down, .down, .down, .down, .down, .down, .down)
        script.press("6:40")
        script.elsewhere { [files = evening.files] in
            files.beforeCall = { call, _ in
                if call == .write { files.fault = (files.calls + 1, .fail(errno: 28)) }
            }
        }
        script.press(.end, .enter)
        script.picture("refused")
        script.elsewhere { [files = evening.files] in
            files.beforeCall = nil
            files.fault = nil
        }
        script.press(.enter)
        script.picture("saved")
        try evening.run(100, 30)
        #expect(try text(evening, "refused").contains("06:40") || text(evening, "refused").contains("6:40"))
        #expect(try text(evening, "refused").contains("not written"))
        #expect(try text(evening, "saved").contains("Saved"))
        #expect(try evening.histories().first?.nights.count == 1)
    }

    @Test func leavingAFormAsksOnceAndOnlyWhenSomethingWasTyped() throws {
        let evening = try evening()
        let script = evening.script
        script.press("l")
        script.press(.escape)
        script.picture("empty form left")
        script.press("l")
        script.press(.down)
        script.press("22")
        script.press(.escape)
        script.picture("asked")
        script.press("x")
        script.picture("typing on")
        script.press(.escape)
        script.press("y")
        script.picture("left")
        try evening.run(80, 24)
        #expect(try text(evening, "empty form left").contains("How was the night"))
        #expect(try text(evening, "asked").contains("Leave without saving this night?"))
        #expect(try text(evening, "typing on").contains("Went to bed at                22"))
        #expect(try text(evening, "left").contains("How was the night"))
        #expect(try evening.histories().first?.nights.isEmpty == true)
    }

    @Test func anotherProgramsRecordAppearsWithinASecondOfTheNextLook() throws {
        let evening = try evening()
        let script = evening.script
        script.picture("before")
        script.elsewhere { [evening] in
            var store = try? evening.open(as: "other-1")
            var draft = NightDraft()
            draft[.outOfBed] = "06:40"
            draft[.quality] = "5"
            guard let today = CivilDate("2026-11-22"), let id = PersonID("person-0"),
                let night = try? Night(draft, zone: evening.zone, today: today)
            else { return }
            _ = try? store?.append(
                [RecordDraft(.night(night))], to: id, by: "other", now: evening.clock.wall())
        }
        script.advance(.milliseconds(1000))
        script.picture("after")
        try evening.run(100, 30)
        #expect(try text(evening, "before").contains("How was the night"))
        #expect(try text(evening, "after").contains("quality 5"))
    }

    @Test func breathingKeepsItsBeatThroughAPauseAndIsKept() throws {
        let evening = try evening()
        // A picture a second, so that ten minutes are soon over.
        evening.settings.motion = .reduced
        let script = evening.script
        script.press("4")
        script.press(.enter)
        script.press("7")
        script.advance(.seconds(65))
        script.picture("65 seconds")
        script.press(" ")
        script.advance(.seconds(600))
        script.picture("paused")
        script.press(" ")
        script.advance(.seconds(535))
        script.picture("over")
        script.press("2")
        script.picture("kept")
        try evening.run(100, 30)
        #expect(try text(evening, "65 seconds").contains("breath 7 of 60"))
        #expect(try text(evening, "65 seconds").contains("8 min 55 s left"))
        #expect(try text(evening, "paused").contains("8 min 55 s left"))
        #expect(try text(evening, "over").contains("And how tense are you now?"))
        let practice = try #require(try evening.histories().first?.practices.first?.value)
        #expect(practice.completed)
        #expect(practice.seconds == 600)
        #expect(practice.tensionBefore == 7)
        #expect(practice.tensionAfter == 2)
    }

    @Test func aHangUpInTheMiddleOfAGuideKeepsWhatWasDone() throws {
        let evening = try evening()
        evening.script.press("4")
        evening.script.press(.enter, .enter)
        evening.script.advance(.seconds(30))
        evening.script.end(.hangUp)
        try evening.run(80, 24)
        #expect(evening.ended == .hangUp)
        let practice = try #require(try evening.histories().first?.practices.first?.value)
        #expect(practice.seconds == 30)
        #expect(!practice.completed)
    }

    @Test func aGuideCanBeginAtOnceAndWithoutAStoreNothingIsKept() throws {
        let clock = FakeClock(try #require(OffsetInstant("2026-11-22T22:10:00-05:00")))
        let script = Script()
        var settings = DashboardSettings(programmes: SampleProgrammes.all, programme: "box")
        settings.isReadOnly = true
        script.picture("asked")
        script.press(.enter)
        script.advance(.seconds(9))
        script.picture("breathing")
        script.press("q")
        script.press(.enter)
        script.picture("list")
        script.press("q")
        var terminal = ScriptedTerminal(script, clock: clock, size: Size(columns: 80, rows: 24))
        var loop = DashboardLoop(
            model: DashboardModel(settings: settings), clock: clock, ledger: NobodysLedger(zone: .utc))
        #expect(loop.run(on: &terminal) == nil)
        func text(_ name: String) throws -> String {
            try #require(script.pictures[name]).lines.joined(separator: "\n")
        }
        #expect(try text("asked").contains("How tense are you now?"))
        #expect(try text("breathing").contains("breath 1 of 18"))
        #expect(try text("breathing").contains("Breathe out"))
        #expect(try text("list").contains("▸ Box 4-4-4-4"))
    }

    @Test func withoutMotionThePictureChangesOnceASecond() throws {
        let evening = try evening()
        evening.settings.motion = .none
        evening.script.press("4")
        evening.script.press(.enter, .enter)
        evening.script.advance(.seconds(20))
        try evening.run(80, 24)
        #expect(evening.script.frames < 32)
    }

    @Test func enterOpensAPersonAndQGoesBack() throws {
        let evening = try evening(people: 3)
        let script = evening.script
        script.press(.down, .enter)
        script.picture("opened")
        script.press("q")
        script.picture("back")
        script.press("P")
        script.picture("hidden")
        script.press("q")
        try evening.run(100, 30)
        #expect(try text(evening, "opened").contains("1 Tonight"))
        #expect(try text(evening, "opened").contains("Person 1"))
        #expect(try text(evening, "back").contains("3 people"))
        #expect(try !text(evening, "hidden").contains("Person 1"))
        let hidden = HiddenName(try #require(PersonID("person-1")), name: "Person 1").text
        #expect(try text(evening, "hidden").contains(hidden))
        #expect(evening.ended == nil)
    }

    /// The order by id is not the one by name.
    @Test func whoeverIsChosenStaysChosenWhenNamesAreHidden() throws {
        let evening = try evening(people: 0)
        for (id, name) in [("first", "Zoe"), ("second", "Ann")] {
            let person = try #require(
                SamplePerson(id, zone: evening.zone, details: PersonDetails(name: name)))
            try evening.add(person, as: "clinic-1")
        }
        // Chosen at first is the first id; she stays chosen in another order and under other names.
        evening.script.press("sP")
        evening.script.press(.enter)
        evening.script.picture("opened")
        try evening.run(100, 30)
        let first = HiddenName(try #require(PersonID("first")), name: "Zoe").text
        #expect(try text(evening, "opened").contains(first))
    }

    @Test func aSmallWindowSaysSoAndComesBack() throws {
        let evening = try evening()
        let script = evening.script
        script.resize(40, 10)
        script.picture("small")
        script.resize(1, 1)
        script.resize(80, 24)
        script.picture("again")
        script.resize(40, 10)
        script.press("i")
        script.picture("anyway")
        try evening.run(100, 30)
        #expect(try text(evening, "small").contains("It has 40 x 10"))
        #expect(try text(evening, "again").contains("How was the night"))
        #expect(try text(evening, "anyway").contains("lull"))
    }

    @Test func readOnlyWritesNothing() throws {
        let evening = try evening()
        evening.settings.isReadOnly = true
        evening.script.press("l")
        evening.script.picture("refused")
        try evening.run(80, 24)
        #expect(try text(evening, "refused").contains("opened to read only"))
    }

    @Test func everySizeAndEveryScreenIsDrawnWithoutATrap() throws {
        let sizes = [
            (1, 1), (2, 40), (300, 2), (20, 6), (60, 18), (61, 19), (79, 23), (96, 24), (120, 20), (300, 100),
        ]
        for (columns, rows) in sizes {
            let evening = try evening()
            try evening.add(try Ada.person(zone: evening.zone))
            let script = evening.script
            script.press("i")
            for keys in ["", "2", "3", "]", "mmmmm", "4", "?"] {
                script.press(.enter)
                script.press(keys)
                script.press(.up, .down, .left, .right, .pageUp, .pageDown, .home, .end)
                script.press(.escape)
            }
            script.press("l")
            script.press(.escape)
            try evening.run(columns, rows)
            #expect(script.frames > 40)
        }
    }
}
