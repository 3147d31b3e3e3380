// Reading and writing where several people are: nothing is written before writing is turned on, and every
// form and saved line says whose it is.

import CareDomain
import CellCanvas
import DashboardRuntime
import TestKit
import Testing

@testable import Dashboard

private final class Runner: CommandRunner {
    private(set) var asked: [[String]] = []
    func words() -> CommandWords { CommandWords() }

    func run(_ arguments: [String], for person: PersonID?, now: OffsetInstant) -> CommandOutput {
        asked.append(arguments)
        let isRefused = arguments.first == "--readonly"
        var output = CommandOutput(
            text: "", remarks: isRefused ? ["--readonly was given"] : [], isDone: !isRefused)
        output.isNotAllowed = isRefused
        return output
    }
}

@Suite struct WritingModeTests {
    private static let refusal = "Reading only: w turns writing on."

    /// Keys of a person's screens that would write or open a form, from the person's first screen on.
    @Test(arguments: ["l", "h", "g", "u", "a\r", "2l", "2s", "kky"])
    func whatWouldWriteSaysOneSentenceAndWritesNothing(keys: String) throws {
        let evening = try Ward.evening()
        let before = try Ward.records(evening)
        evening.script.press(.enter)
        for key in keys { evening.script.press(key == "\r" ? .enter : .character(key)) }
        evening.script.picture("refused")
        evening.script.press(.control("s"), .enter, .enter, .end, .enter)
        try evening.run(100, 30)
        let text = try Ward.text(evening, "refused")
        #expect(text.contains(Self.refusal), "\(text)")
        #expect(text.contains("reading"))
        #expect(try Ward.records(evening) == before)
    }

    @Test func wTurnsWritingOnAndOffAndTheHeaderSaysSo() throws {
        let evening = try Ward.evening()
        let before = try Ward.records(evening)
        let script = evening.script
        script.picture("reading")
        script.press("w")
        script.picture("writing")
        script.press(.enter)
        script.press("ww")
        script.press("g")
        script.advance(.seconds(5))
        script.press(.escape)
        script.press("h")
        script.picture("form")
        script.press("8:15 90")
        script.press(.control("s"))
        script.picture("saved")
        script.press("q")
        script.press("w")
        script.picture("off")
        try evening.run(100, 30)
        #expect(try Ward.text(evening, "reading").split(separator: "\n")[0].contains("  reading  "))
        #expect(try Ward.text(evening, "writing").split(separator: "\n")[0].contains("  writing  "))
        #expect(try Ward.text(evening, "form").contains("Inês Barros, born 1988 · "))
        #expect(try Ward.text(evening, "saved").contains("Saved for Inês Barros, born 1988: "))
        #expect(try Ward.text(evening, "off").contains("Writing is off."))
        #expect(try Ward.records(evening) == before + 1)
    }

    @Test func readOnlyCannotBeTurnedOff() throws {
        let evening = try Ward.evening()
        evening.settings.isReadOnly = true
        evening.script.press("w")
        evening.script.picture("told")
        evening.script.press(.enter)
        evening.script.press("l")
        evening.script.picture("still")
        try evening.run(100, 30)
        #expect(try Ward.text(evening, "told").contains("start it without --readonly"))
        #expect(try Ward.text(evening, "told").contains("  reading  "))
        #expect(try Ward.text(evening, "still").contains("This dashboard was opened to read only."))
    }

    @Test func alonePeopleWriteAndWindDown() throws {
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York",
            settings: DashboardSettings(programmes: SampleProgrammes.all))
        try evening.add(try Ada.person(zone: evening.zone))
        evening.script.press("w")
        evening.script.picture("after")
        try evening.run(100, 30)
        let text = try Ward.text(evening, "after")
        #expect(!text.contains("reading") && !text.contains("writing") && !text.contains("Writing"))
    }

    @Test func commandsThatWriteAreRefusedWhileReading() throws {
        let evening = try Ward.evening()
        let runner = Runner()
        evening.commands = runner
        evening.script.press(":log mood")
        evening.script.press(.enter)
        evening.script.picture("refused")
        evening.script.press("w:log mood")
        evening.script.press(.enter)
        try evening.run(100, 30)
        #expect(runner.asked == [["--readonly", "log", "mood"], ["log", "mood"]])
        #expect(try Ward.text(evening, "refused").contains(Self.refusal))
    }

    /// A guide leads while reading too, and keeps nothing.
    @Test func aGuideRunsWhileReadingAndKeepsNoPractice() throws {
        let evening = try Ward.evening()
        let before = try Ward.records(evening)
        evening.script.press(.enter)
        evening.script.press("4")
        evening.script.press(.enter, .enter)
        evening.script.advance(.seconds(120))
        evening.script.picture("led")
        evening.script.press("q")
        evening.script.press(.enter)
        try evening.run(100, 30)
        #expect(try Ward.text(evening, "led").contains("Resonance"))
        #expect(try Ward.records(evening) == before)
    }

    @Test func aDraftIsOfferedOnceWritingIsOn() throws {
        let first = try Ward.evening()
        first.script.press("w")
        first.script.press(.enter)
        first.script.press("l")
        first.script.press(.down)
        first.script.press("2240")
        first.script.end(.hangUp)
        try first.run(100, 30)

        let next = try Ward.evening("2026-11-22T19:00:00-05:00", on: first)
        next.script.press(.enter)
        next.script.picture("reading")
        next.script.press("w")
        next.script.picture("writing")
        try next.run(100, 30)
        #expect(try !Ward.text(next, "reading").contains("go on with it"))
        #expect(try Ward.text(next, "writing").contains("go on with it"))
    }

    /// Whatever asks for it, no record goes out.
    @Test func noRecordGoesOutWhileReading() throws {
        var model = DashboardModel(
            settings: {
                var settings = DashboardSettings()
                settings.opensReadOnly = true
                return settings
            }())
        let wall = try #require(OffsetInstant("2026-11-22T18:14:00-05:00"))
        let context = Context(
            size: Size(columns: 80, rows: 24), now: Moment(nanoseconds: 1), wall: wall)
        let id = try #require(PersonID("kim"))
        let (effect, _) = model.write(RecordDraft(.note(Note(text: "hello"))), of: id, as: "a note")
        #expect(model.withoutWrites([effect, .ring], in: context) == [.ring])
        #expect(model.history.pending.isEmpty)
        #expect(model.notice?.text == Self.refusal)
    }
}
