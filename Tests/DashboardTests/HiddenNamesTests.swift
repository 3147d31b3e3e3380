// While names are hidden no page, form, notice or line has a name or an id of anybody in the store.

import CareDomain
import CellCanvas
import DashboardRuntime
import TestKit
import Testing

@testable import Dashboard

private final class Runner: CommandRunner {
    private(set) var asked: [[String]] = []

    func words() -> CommandWords {
        CommandWords(commands: [
            CommandWords(
                name: "status",
                options: [CommandWords.Option(name: "--patient", takesValue: true, isPerson: true)])
        ])
    }

    func run(_ arguments: [String], for person: PersonID?, now: OffsetInstant) -> CommandOutput {
        asked.append(arguments)
        let lines = Ward.people.map { "\($0.id)  \($0.name)  people/\($0.id)/x.jsonl" }
        return CommandOutput(text: lines.joined(separator: "\n"), isDone: true)
    }
}

@Suite struct HiddenNamesTests {
    /// Parts of names and ids, as short as they can be told from other words.
    private static let told = ["okafor", "ngozi", "lindqvist", "barros", "inês"]

    private func expectNoNames(_ evening: Evening, _ names: [String]) throws {
        for name in names {
            let text = try Ward.text(evening, name)
            for told in Self.told {
                #expect(!text.lowercased().contains(told), "\(name): \(told)\n\(text)")
            }
        }
    }

    private func hidden(_ id: String, _ name: String) throws -> String {
        HiddenName(try #require(PersonID(id)), name: name).text
    }

    @Test(arguments: [Size(columns: 100, rows: 30), Size(columns: 60, rows: 18)])
    func noPageOfTheCohortHasANameOrAnID(size: Size) throws {
        let evening = try Ward.evening()
        evening.script.press("P")
        var names: [String] = []
        for page in 1...6 {
            evening.script.press("\(page)")
            for (over, key) in [("", ""), ("help", "?"), ("figures", "i"), ("themes", "T")] {
                if !key.isEmpty { evening.script.press(key) }
                names.append("page \(page) \(over)")
                evening.script.picture("page \(page) \(over)")
                if !key.isEmpty { evening.script.press(.escape) }
            }
        }
        try evening.run(size.columns, size.rows)
        try expectNoNames(evening, names)
    }

    @Test(arguments: [Size(columns: 140, rows: 45), Size(columns: 80, rows: 24), Size(columns: 60, rows: 18)])
    func noScreenPageOrFormOfAPersonHasANameOrAnID(size: Size) throws {
        let evening = try Ward.evening()
        let script = evening.script
        script.press("w")
        script.press("P")
        script.press("2")
        script.press(.down, .enter)
        var names: [String] = []
        func look(_ name: String, _ keys: String, closing: Key...) {
            for key in keys { script.press(key == "\r" ? .enter : .character(key)) }
            names.append(name)
            script.picture(name)
            for key in closing { script.press(key) }
        }
        for screen in 1...6 { look("screen \(screen)", "\(screen)") }
        script.press("1")
        for key in ["?", "i", "v", "a", "!", "N"] { look("page \(key)", key, closing: .escape) }
        look("day", "2\r", closing: .escape)
        look("night", "l", closing: .escape, .character("y"))
        look("habits", "h8:15 90")
        script.press(.control("s"))
        look("saved", "")
        script.press("u")
        look("taken back", "")
        look("stages", "3]]]")
        try evening.run(size.columns, size.rows)
        try expectNoNames(evening, names)
        let first = try Ward.text(evening, "night")
        let whose = try #require(
            try Ward.people.map { try hidden($0.id, $0.name) }.first { first.contains($0) })
        if size.columns >= 80 {
            for name in names where name != "page N" {
                #expect(try Ward.text(evening, name).contains("\(whose)") || name == "page !", "\(name)")
            }
            #expect(try Ward.text(evening, "saved").contains("Saved for \(whose): "))
        }
    }

    @Test func whatCommandsSayIsCoveredAndHiddenNamesCanBeTyped() throws {
        let evening = try Ward.evening()
        let runner = Runner()
        evening.commands = runner
        let script = evening.script
        script.press(":status --patient okafor-ngozi")
        script.press(.enter, .escape)
        script.press("P:status")
        script.press(.enter)
        script.picture("said")
        script.press(.escape)
        script.press(":status --patient ")
        script.press(.tab, .tab)
        script.picture("completed")
        script.press(.escape)
        script.press(":")
        script.press(.up, .up)
        script.picture("history")
        script.press(.enter, .escape)
        try evening.run(100, 30)
        try expectNoNames(evening, ["said", "completed", "history"])
        let whose = try hidden("okafor-ngozi", "Ngozi Okafor")
        #expect(try Ward.text(evening, "said").contains("\(whose)  \(whose)  people/\(whose)/x.jsonl"))
        #expect(runner.asked.last == ["--readonly", "status", "--patient", "okafor-ngozi"])
    }

    @Test func aFilterFindsWhatIsShown() throws {
        let evening = try Ward.evening()
        let script = evening.script
        script.press("2")
        for name in ["by name", "hidden"] {
            script.press("/ngozi")
            script.press(.enter)
            script.picture(name)
            if name == "by name" { script.press("P") }
            script.picture(name + " then")
        }
        script.press(.escape)
        script.press("/n. o.")
        script.press(.enter)
        script.picture("initials")
        try evening.run(100, 30)
        #expect(try Ward.text(evening, "by name").contains("1 of 3"))
        // The filter goes with the names that it was for.
        #expect(try Ward.text(evening, "by name then").contains("3 people"))
        try expectNoNames(evening, ["by name then"])
        #expect(try Ward.text(evening, "hidden").contains("0 of 3"))
    }

    @Test func aNoticeAndAProblemOfTheStoreAreCoveredToo() throws {
        let evening = try Ward.evening()
        var model = DashboardModel(settings: evening.settings)
        let wall = evening.clock.wall()
        let context = Context(size: Size(columns: 100, rows: 30), now: evening.clock.now(), wall: wall)
        let people = try evening.histories().map { StoreSnapshot.Person(history: $0, zone: evening.zone) }
        let snapshot = StoreSnapshot(people: people, problems: ["people/okafor-ngozi/a.jsonl:3: a torn line"])
        _ = model.update(.loaded(snapshot), in: context)
        model.say("Saved for Ngozi Okafor, born 1988.", in: context)
        _ = model.update(.key(.character("P")), in: context)
        let first = model.draw(in: context).lines.joined(separator: "\n")
        model.notice = nil
        let second = model.draw(in: context).lines.joined(separator: "\n")
        #expect(first.contains("Saved for N. O. ") && second.contains("people/N. O. "))
        for told in Self.told {
            #expect(!first.lowercased().contains(told) && !second.lowercased().contains(told))
        }
    }
}
