// The line in which commands are typed: completed, run, remembered, refused.

import CareDomain
import CellCanvas
import DashboardRuntime
import TestKit
import Testing

@testable import Dashboard

/// Says what it was asked, and answers from a list.
private final class Runner: CommandRunner {
    private(set) var asked: [[String]] = []
    private(set) var people: [PersonID?] = []
    var answers: [CommandOutput] = []
    var meanwhile: () -> Void = {}

    func words() -> CommandWords { CommandLineTests.words }

    func run(_ arguments: [String], for person: PersonID?, now: OffsetInstant) -> CommandOutput {
        asked.append(arguments)
        people.append(person)
        meanwhile()
        return answers.isEmpty ? CommandOutput(text: "", isDone: true) : answers.removeFirst()
    }
}

@Suite struct CommandLineTests {
    static let words = CommandWords(
        commands: [
            CommandWords(
                name: "log",
                commands: [
                    CommandWords(
                        name: "mood",
                        options: [
                            CommandWords.Option(name: "--mood", takesValue: true),
                            CommandWords.Option(name: "--patient", takesValue: true, isPerson: true),
                        ]), CommandWords(name: "note"),
                ]), CommandWords(name: "theme", commands: [CommandWords(name: "list")]),
            CommandWords(name: "status"), CommandWords(name: "summary"),
            CommandWords(name: "relax", values: ["box", "coherent"]),
        ])

    private func evening(_ runner: Runner, people: Int = 1) throws -> Evening {
        let evening = try Evening(
            "2026-11-22T08:10:00-05:00", zone: "America/New_York",
            settings: DashboardSettings(programmes: SampleProgrammes.all))
        evening.settings.commands = Self.words
        evening.commands = runner
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

    @Test func aCommandIsRunForWhomIsShownAndItsSentenceIsSaid() throws {
        let runner = Runner()
        runner.answers = [
            CommandOutput(text: "01KR8RPGW0EMRM7V1BWN2BB2DP\n", isDone: true),
            CommandOutput(text: "", remarks: ["there is no option '--moood'"], isDone: false),
            CommandOutput(text: "one line\n", isDone: true),
        ]
        let evening = try evening(runner)
        for (index, line) in [":log mood --mood 6", ":log mood --moood 6", ":lull log note 'so so'"]
            .enumerated()
        {
            evening.script.press(line)
            if index == 0 { evening.script.picture("typed") }
            evening.script.press(.enter)
            evening.script.picture("ran \(index)")
        }
        try evening.run(100, 30)
        #expect(
            runner.asked == [
                ["log", "mood", "--mood", "6"], ["log", "mood", "--moood", "6"], ["log", "note", "so so"],
            ])
        #expect(runner.people.allSatisfy { $0?.text == "person-0" })
        #expect(try text(evening, "typed").hasSuffix("\n :log mood --mood 6"))
        #expect(try text(evening, "ran 0").contains("✓ Saved."))
        #expect(try text(evening, "ran 1").contains("▲ there is no option '--moood'"))
        #expect(try text(evening, "ran 2").contains("✓ one line"))
    }

    @Test func longOutputIsAPageThatScrolls() throws {
        let runner = Runner()
        let lines = (1...60).map { "line \($0)" }
        runner.answers = [CommandOutput(text: lines.joined(separator: "\n") + "\n", isDone: true)]
        let evening = try evening(runner)
        evening.script.press(":status")
        evening.script.press(.enter)
        evening.script.picture("top")
        evening.script.press(.end)
        evening.script.picture("end")
        evening.script.press("/line 33")
        evening.script.press(.enter)
        evening.script.picture("found")
        evening.script.press(.escape, .escape)
        evening.script.picture("closed")
        try evening.run(80, 24)
        #expect(try text(evening, "top").contains("line 1\n") && !text(evening, "top").contains("line 60"))
        #expect(try text(evening, "end").contains("line 60") && text(evening, "end").contains("43–60 of 60"))
        #expect(try text(evening, "found").contains("/line 33 · 1 of 1"))
        #expect(try text(evening, "closed").contains("How was the night"))
    }

    @Test func theStoreIsReadAgainAfterwards() throws {
        let runner = Runner()
        let evening = try evening(runner)
        runner.meanwhile = { [evening] in
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
        evening.script.press(":log note x")
        evening.script.press(.enter)
        evening.script.picture("after")
        try evening.run(100, 30)
        #expect(try text(evening, "after").contains("quality 5"))
    }

    @Test func tabCompletesAndGoesThroughWhatIsPossible() throws {
        let evening = try evening(Runner(), people: 2)
        let script = evening.script
        script.press(":log m")
        script.press(.tab)
        script.picture("mood")
        script.press("--p")
        script.press(.tab, .tab)
        script.picture("ids")
        script.press(.tab)
        script.picture("second")
        script.press(.control("u"))
        script.press("s")
        script.press(.tab)
        script.picture("several")
        try evening.run(80, 24)
        #expect(try text(evening, "mood").hasSuffix("\n :log mood"))
        #expect(try text(evening, "ids").hasSuffix("\n :log mood --patient person-"))
        #expect(try text(evening, "ids").contains("  person-0  person-1"))
        #expect(try text(evening, "second").hasSuffix("\n :log mood --patient person-0"))
        #expect(try text(evening, "several").contains("  show-cohort-diaries"))
    }

    @Test func earlierLinesComeBack() throws {
        let runner = Runner()
        let evening = try evening(runner)
        for line in [":status", ":summary"] {
            evening.script.press(line)
            evening.script.press(.enter)
        }
        evening.script.press(":lo")
        evening.script.press(.up, .up)
        evening.script.picture("two back")
        evening.script.press(.down, .down)
        evening.script.picture("typed again")
        evening.script.press(.up, .enter)
        try evening.run(80, 24)
        #expect(try text(evening, "two back").hasSuffix("\n :status"))
        #expect(try text(evening, "typed again").hasSuffix("\n :lo"))
        #expect(runner.asked == [["status"], ["summary"], ["summary"]])
    }

    @Test(arguments: [
        ("watch", "watch runs on"), ("demo", "opens a dashboard"), ("init", "makes a store"),
        ("plant --patients 3", "makes a store"), ("relax box --plain", "A guide begins here"),
        ("log mood --stdin", "nothing to read"), ("log note 'open", "quotation mark"), ("9", "no screen 9"),
        ("relax nope", "no programme"),
    ])
    func whatCannotBeRunHereIsRefusedInASentence(line: String, words: String) throws {
        let runner = Runner()
        let evening = try evening(runner)
        evening.script.press(":" + line)
        evening.script.press(.enter)
        evening.script.picture("refused")
        try evening.run(100, 30)
        #expect(runner.asked.isEmpty)
        #expect(try text(evening, "refused").contains("▲ ") && text(evening, "refused").contains(words))
    }

    @Test func screensGuidesAndActionsGoByTheirNames() throws {
        let runner = Runner()
        let evening = try evening(runner)
        let script = evening.script
        let programme = try #require(SampleProgrammes.all.first)
        for (line, name) in [(":2", "calendar"), (":relax \(programme.name)", "guide")] {
            script.press(line)
            script.press(.enter)
            script.picture(name)
        }
        script.press(.escape)
        script.press(":help")
        script.press(.enter)
        script.picture("help")
        script.press(.escape)
        script.press(":q")
        script.press(.enter)
        try evening.run(100, 30)
        #expect(runner.asked.isEmpty)
        #expect(evening.ended == nil)
        #expect(try text(evening, "calendar").contains("Mon"))
        #expect(try text(evening, "guide").contains("How tense are you now?"))
        #expect(try text(evening, "help").contains("Keys here"))
    }

    @Test func escapeAndBackspaceCloseIt() throws {
        let evening = try evening(Runner())
        evening.script.press(":abc")
        evening.script.press(.escape)
        evening.script.picture("escaped")
        evening.script.press(":")
        evening.script.picture("open")
        evening.script.press(.backspace)
        evening.script.picture("erased")
        evening.script.press("l:")
        evening.script.picture("form")
        try evening.run(80, 24)
        #expect(try text(evening, "escaped").contains("log a night"))
        #expect(try text(evening, "open").contains("Esc closes"))
        #expect(try text(evening, "erased").contains("log a night"))
        // In a form a colon is typed like any other character.
        #expect(try text(evening, "form").contains("Esc leave"))
    }

    @Test func wordsAreThoseOfAShell() {
        #expect(CommandWords.words(of: "log note \"a  b\" 'c d'e ''") == ["log", "note", "a  b", "c de", ""])
        #expect(CommandWords.words(of: "a 'b") == nil)
        #expect(CommandWords.words(of: "  ") == [])
    }

    @Test func textIsEditedWithinTheLine() {
        var line = TypedLine("log mood")
        line.move(.left)
        line.type("x")
        #expect(line.text == "log mooxd")
        line.erase()
        line.goToEnd()
        line.eraseWord()
        #expect(line.text == "log " && line.cursor == 4)
        line.goToStart()
        line.erase()
        line.type("a\nb\t")
        #expect(line.text == "a b log " && line.cursor == 4)
        line.type(String(repeating: "y", count: 5000))
        #expect(line.text.count == TypedLine.limit)
    }
}
