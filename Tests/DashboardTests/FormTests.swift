// What is typed or nudged in forms, and the records that come of it.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct FormTests {
    private func evening(_ now: String = "2026-11-22T18:14:00-05:00") throws -> Evening {
        let evening = try Evening(
            now, zone: "America/New_York", settings: DashboardSettings(programmes: SampleProgrammes.all))
        try evening.add(try Ada.person(zone: evening.zone))
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    private func history(_ evening: Evening) throws -> PersonHistory {
        try #require(try evening.histories().first)
    }

    @Test func habitsAreTypedAndNudged() throws {
        let evening = try evening()
        let script = evening.script
        script.press("h")
        script.press("8:15 90; 13:30 60")
        script.press(.enter)
        script.press("y")
        script.press(.enter, .right)
        script.press(.control("s"))
        script.picture("saved")
        try evening.run(100, 30)
        let habits = try #require(try history(evening).habits.last).value
        #expect(habits.day.description == "2026-11-22")
        #expect(habits.caffeine.map(\.milligrams) == [90, 60])
        #expect(habits.caffeine.map { $0.at.civil.clock.description } == ["08:15", "13:30"])
        #expect(habits.exercise == .yes)
        #expect(habits.room == Habits.Room())
        #expect(try text(evening, "saved").contains("Saved: the habits of Sun 22 Nov."))
    }

    /// The same day is one record: what is known of it already stands in the form, and is corrected.
    @Test func theHabitsOfADayAreOneRecord() throws {
        let evening = try evening()
        let script = evening.script
        script.press("h")
        script.press("8:15 90")
        script.press(.control("s"))
        script.press("h")
        script.picture("again")
        script.press(.enter)
        script.press("n")
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try text(evening, "again").contains("08:15 90"))
        let habits = try history(evening).habits.filter { $0.value.day.description == "2026-11-22" }
        #expect(habits.count == 1)
        #expect(habits.first?.value.exercise == .no)
        #expect(habits.first?.value.caffeine.count == 1)
    }

    @Test func aProblemStandsBesideItsLineAndNothingIsWritten() throws {
        let evening = try evening()
        let script = evening.script
        script.press("h")
        script.press("coffee")
        script.press(.control("s"))
        script.picture("refused")
        script.press(.control("u"))
        script.press(.control("s"))
        script.picture("empty")
        try evening.run(100, 30)
        #expect(try text(evening, "refused").contains("a time and milligrams, such as 13:30 60"))
        #expect(try text(evening, "empty").contains("nothing is given yet"))
        #expect(try history(evening).habits.isEmpty)
    }

    /// A digit is the whole answer, ten is typed as it is, and `s` saves where no words are typed.
    @Test func aMoodTakesAFewKeys() throws {
        let evening = try evening()
        let script = evening.script
        script.press("a")
        script.press(.enter)
        script.press("6")
        script.press(.enter)
        script.press("10")
        script.press("s")
        script.picture("saved")
        try evening.run(100, 30)
        let mood = try #require(try history(evening).moods.last).value
        #expect(mood.mood == 6 && mood.anxiety == 10 && mood.calm == nil)
        #expect(try text(evening, "saved").contains("Yours to add"))
    }

    @Test func aThoughtForOneselfIsKeptApart() throws {
        let evening = try evening()
        let script = evening.script
        script.press("a")
        script.press(.down, .down, .down, .down, .down, .enter)
        script.press("what if the rent goes up")
        script.press(.enter, .enter)
        script.picture("closed")
        try evening.run(100, 30)
        #expect(try text(evening, "closed").contains("closed until tomorrow"))
        #expect(try text(evening, "closed").contains("what if the rent goes up"))
        #expect(try history(evening).notes.isEmpty)
        let journals = evening.files.names("/store/private/lovell-a")
        #expect(journals.count == 1)
    }

    /// A medicine is corrected in place, and taken out and brought back by appending.
    @Test func aMedicineIsStoppedTakenOutAndBroughtBack() throws {
        let evening = try evening()
        let script = evening.script
        let toMedicines = [Key](repeating: .down, count: 6)
        script.press("a")
        for key in toMedicines { script.press(key) }
        script.press(.enter)
        script.press("zopiclone")
        script.press(.down, .right, .right, .down)
        script.press("7.5")
        script.press(.down)
        script.press("mg")
        script.press(.control("s"))
        script.picture("added")
        script.press(.right, .enter)
        script.press(.down, .down, .down, .down, .down)
        script.press("yesterday")
        script.press(.control("s"))
        script.picture("stopped")
        script.press(.right)
        script.press("x")
        script.picture("out")
        script.press(.escape)
        script.press("u")
        script.picture("back")
        try evening.run(100, 30)
        #expect(try text(evening, "added").contains("zopiclone 7.5 mg"))
        #expect(try text(evening, "stopped").contains("until 21 Nov"))
        #expect(try text(evening, "out").contains("zopiclone 7.5 mg is taken out"))
        let medicine = try #require(try history(evening).medications.first)
        #expect(try history(evening).medications.count == 1)
        #expect(medicine.value.drugClass == .hypnotic)
        #expect(medicine.value.stop?.date.description == "2026-11-21")
    }

    /// With the usual times taken at once, a night is at most twelve keys, and its quality alone two.
    @Test func aNightIsFewKeys() throws {
        let evening = try evening("2026-11-23T08:10:00-05:00")
        let script = evening.script
        let keys: [Key] = [
            "4", "=", "2", "0", nil, "1", nil, "1", "0", nil, "s",
        ].map { $0.map { .character(Character($0)) } ?? .enter }
        script.press("l")
        #expect(keys.count <= 12)
        for key in keys { script.press(key) }
        try evening.run(100, 30)
        let date = try #require(CivilDate("2026-11-23"))
        let night = try #require(try history(evening).mainNight(on: date))
        #expect(night.night.quality == 4)
        #expect(night.measures.latency == Minutes(20))
        #expect(night.night.awakenings == 1)
        #expect(night.measures.wakeAfterSleepOnset == Minutes(10))
        #expect(night.measures.totalSleep != nil)
    }

    /// A digit on a short scale goes on by itself, so that an Enter behind it changes nothing.
    @Test func enterBehindADigitTakesNothing() throws {
        let evening = try evening("2026-11-23T08:10:00-05:00")
        evening.script.press("l4")
        evening.script.press(.enter)
        evening.script.press("23:05")
        evening.script.press(.control("s"))
        try evening.run(80, 24)
        let date = try #require(CivilDate("2026-11-23"))
        let night = try #require(try history(evening).mainNight(on: date)).night
        #expect(night.quality == 4)
        #expect(night.intoBed.map { night.zone.clock($0).description } == "23:05")
        #expect(night.trySleep == nil)
    }

    /// In the middle of the night the morning's times are not proposed yet.
    @Test func whatHasNotComeIsNotProposed() throws {
        let evening = try evening("2026-11-23T02:40:00-05:00")
        evening.script.press(.escape)
        evening.script.press("l")
        evening.script.picture("form")
        try evening.run(80, 24)
        let lines = try #require(evening.script.pictures["form"]).lines
        #expect(lines.contains { $0.contains("Went to bed at") && $0.contains("proposed") })
        #expect(lines.contains { $0.contains("Got up at") && !$0.contains("proposed") })
    }

    /// What stands in a line at first is replaced by what is typed, and a sign is not dropped in silence.
    @Test func whatStandsThereIsReplaced() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2")
        script.press(.right)
        script.press("s")
        script.press("15:30")
        script.picture("replaced")
        script.press(.escape)
        script.press("y")
        script.press("a")
        script.press(.down, .down, .down, .enter)
        script.press("14:00")
        script.press(.enter, .enter)
        script.press("-20")
        script.press(.control("s"))
        script.picture("sign")
        try evening.run(100, 30)
        #expect(try text(evening, "replaced").contains("Mon 23 Nov, 15:30"))
        #expect(try text(evening, "sign").contains("-20"))
        #expect(try text(evening, "sign").contains("not within 1 to 1440"))
    }

    @Test func qualityAloneIsTwoKeys() throws {
        let evening = try evening("2026-11-23T08:10:00-05:00")
        evening.script.press("l")
        evening.script.press("3s")
        try evening.run(80, 24)
        let date = try #require(CivilDate("2026-11-23"))
        let night = try #require(try history(evening).mainNight(on: date))
        #expect(night.night.quality == 3)
        #expect(night.measures.intoBed == nil && night.measures.latency == nil)
    }

    /// What the clinic has answered stands on Tonight, and beside the question.
    @Test func anAnswerIsSeen() throws {
        let evening = try evening("2026-11-22T12:00:00-05:00")
        let script = evening.script
        script.press("a")
        script.press(.down, .down, .down, .down, .enter)
        script.press("may I nap")
        script.press(.control("s"))
        script.picture("asked")
        script.elsewhere {
            do {
                let note = try #require(try evening.histories().first?.notes.last)
                var store = try evening.open(as: "clinic-1")
                let answer = Note(text: "a short one before three", about: note.id.text)
                _ = try store.append(
                    [RecordDraft(.note(answer))], to: try #require(PersonID("lovell-a")), by: "kim",
                    now: evening.clock.wall())
            } catch { Issue.record(error) }
        }
        script.press(.control("l"))
        script.picture("answered")
        script.press(.escape)
        script.picture("tonight")
        try evening.run(100, 30)
        #expect(try text(evening, "asked").contains("not read yet"))
        #expect(try text(evening, "answered").contains("answered by kim: a short one"))
        #expect(try text(evening, "tonight").contains("kim answered"))
    }
}
