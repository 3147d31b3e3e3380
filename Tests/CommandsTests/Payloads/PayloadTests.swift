// Whatever stands in a store, a file, a variable or an argument, nothing but plain lines reaches a stream.

import ArgumentParser
import CareDomain
import TestKit
import Testing

@testable import Commands

@Suite struct PayloadTests {
    /// Arguments of a command of a table.
    private func words(_ command: String, _ payload: Payload) -> [String] {
        command.split(separator: " ").map { word in
            word == "@" ? World.note : filled(String(word), payload)
        }
    }

    private func filled(_ text: String, _ payload: Payload) -> String {
        text.replacing(PayloadRecords.mark, with: payload.repaired)
    }

    /// Nothing in either stream but what can be shown, and the ends of lines.
    private func check(
        _ world: World, _ command: String, isCSV: Bool = false, location: SourceLocation = #_sourceLocation
    ) {
        var output = world.output
        if isCSV, output.hasSuffix("\r\n") { output = output.replacing("\r\n", with: "\n") }
        for (stream, text) in [("output", output), ("errors", world.errors)] {
            for line in text.split(separator: "\n") {
                let offences = Showable.offences(in: String(line))
                #expect(offences == [], "\(command), \(stream): \(line)", sourceLocation: location)
            }
            #expect(
                text.isEmpty || text.hasSuffix("\n") || text.hasSuffix(" "), "\(command), \(stream)",
                sourceLocation: location)
        }
        // An error is one line, so that none can look like another's. Whom to call is a page of its own.
        if command.contains("check-in") { return }
        for line in world.errors.split(separator: "\n") {
            #expect(line.hasPrefix("lull: "), "\(command): \(line)", sourceLocation: location)
        }
    }

    /// Every command that prints over a store for each payload that is in all its texts; of the two forms
    /// that are JSON, each payload meets one.
    @Test(arguments: PayloadCommands.reading)
    func whatIsStoredIsShownSafely(command: String) throws {
        for (number, form) in PayloadCommands.forms.enumerated() {
            let arguments = "\(command) \(form)".split(separator: " ").map(String.init)
            let parsed = try #require(try Lull.parseAsRoot(arguments) as? any LullCommand)
            for (index, payload) in Payload.all.enumerated() {
                if form.hasPrefix("--json"), (index + number) % 2 == 0 { continue }
                let world = World.with(payload)
                world.perform(parsed)
                check(world, "\(payload.name): \(command) \(form)", isCSV: form == "--csv")
            }
        }
    }

    /// Both doses are in what a command prints of a payload.
    @Test(arguments: PayloadCommands.whole)
    func nothingThatIsStoredIsHidden(command: String) throws {
        let arguments = command.split(separator: " ").map(String.init)
        let parsed = try #require(try Lull.parseAsRoot(arguments) as? any LullCommand)
        for payload in Payload.all {
            let world = World.with(payload)
            world.perform(parsed)
            if payload.text != nil {
                #expect(Payload.showsBothDoses(world.output), "\(payload.name): \(world.output)")
            } else if !command.hasPrefix("records") {
                // Lines that are not UTF-8 are named, and do not stop the rest.
                #expect(world.errors.contains("not UTF-8"), "\(payload.name): \(world.errors)")
            }
        }
    }

    @Test(arguments: PayloadCommands.arguments.indices)
    func whatIsTypedIsShownSafely(index: Int) {
        let command = PayloadCommands.arguments[index]
        for payload in Payload.some(index) {
            let world = World.with(payload)
            world.files.put("date,intoBed\n2026-02-20,22:00\n", at: "/diary.csv")
            world.lull(words(command, payload))
            check(world, "\(payload.name): \(command)")
        }
    }

    @Test(arguments: PayloadCommands.lines.indices)
    func whatIsReadFromLinesIsShownSafely(index: Int) {
        let (command, line) = PayloadCommands.lines[index]
        for payload in Payload.some(index) {
            let world = World.with(payload)
            let bytes = PayloadRecords.filled(line, with: payload.inJSON)
            world.input = [String(decoding: bytes, as: UTF8.self)]
            world.lull(command)
            check(world, "\(payload.name): \(command): \(line)")
        }
    }

    @Test(arguments: PayloadCommands.imports.indices)
    func whatIsImportedIsShownSafely(index: Int) throws {
        let (name, content) = PayloadCommands.imports[index]
        let kept = try ["nights --csv", "nights", "sessions --csv", "sessions --json"].map { line in
            try Lull.parseAsRoot(line.split(separator: " ").map(String.init)) as? any LullCommand
        }
        for payload in Payload.some(index) {
            for form in [[], ["--json"], ["--dry-run"]] {
                let world = World.with(payload)
                let path = "/in/" + String(payload.repaired.filter { $0 != "/" }) + name
                let bytes = name.hasSuffix(".json") ? payload.inJSON : payload.bytes
                world.files.put(PayloadRecords.filled(content, with: bytes), at: path)
                world.lull(["import", path] + form)
                check(world, "\(payload.name): import \(form): \(content)")
                for command in kept.compactMap({ $0 }) {
                    world.perform(command)
                    check(world, "\(payload.name): imported \(content)", isCSV: command.global.csv)
                }
            }
        }
    }

    @Test(arguments: PayloadCommands.variables.indices)
    func whatTheMachineSaysIsShownSafely(index: Int) throws {
        let name = PayloadCommands.variables[index]
        for payload in Payload.some(index) {
            let world = World.with(payload)
            world.variables[name] = "/" + payload.repaired
            world.loginName = payload.repaired
            for command in PayloadCommands.afterVariables {
                world.lull(command)
                check(world, "\(payload.name): \(name): \(command)")
            }
        }
    }

    /// Questions, and what is said between them, at a terminal.
    @Test(arguments: Payload.some(0) + Payload.some(2))
    func whatIsAskedIsShownSafely(payload: Payload) {
        for (command, answers) in PayloadCommands.talks {
            let world = World.with(payload)
            world.terminals = [.input, .output]
            world.variables["TZ"] = ":" + payload.repaired
            world.input = answers.map { filled($0, payload) }
            world.lull(words(command, payload))
            check(world, "\(payload.name): \(command): \(answers)")
        }
    }

    /// What arrives while it is watched.
    @Test(arguments: ["watch", "watch --json"])
    func whatArrivesIsShownSafely(command: String) {
        for payload in Payload.all {
            let world = World.with(payload)
            let journal = PayloadRecords.journal(payload, number: 9)
            world.elsewhere = [
                { world.files.put(journal, at: World.store + "/people/ada/hostile-9.jsonl") }
            ]
            world.lull(command)
            check(world, "\(payload.name): \(command)")
            #expect(payload.text == nil || Payload.showsBothDoses(world.output))
        }
    }

    /// A command or a kind that no table has would be looked at by nobody.
    @Test func theTablesHaveEveryCommandAndKind() {
        let lines =
            PayloadCommands.reading + PayloadCommands.arguments
            + PayloadCommands.talks.map(\.command) + PayloadCommands.afterVariables
        for name in Self.names(of: Lull.self).map({ $0.joined(separator: " ") }) {
            let isThere = PayloadCommands.impersonal.contains(name) || lines.contains { $0.hasPrefix(name) }
            #expect(isThere, "add \(name) to a table of PayloadCommands")
        }
        for kind in EntryKind.allCases.map(\.rawValue) {
            let isThere = PayloadRecords.lines.contains { $0.hasPrefix("\"kind\":\"\(kind)\"") }
            #expect(isThere, "add \(kind) to PayloadRecords")
        }
    }

    /// The words of each command that has none below it.
    private static func names(of command: any ParsableCommand.Type) -> [[String]] {
        command.configuration.subcommands.flatMap { below in
            let name = below.configuration.commandName ?? ""
            let further = names(of: below).map { [name] + $0 }
            return further.isEmpty ? [[name]] : further
        }
    }

    /// Help and completions are the program's own, yet go the same way.
    @Test func whatTheParserPrintsIsWhole() {
        let world = World()
        for shell in ["bash", "zsh", "fish"] {
            #expect(world.lull("--generate-completion-script=\(shell)") == .finished(.ok))
            #expect(world.output.contains("lull") && !world.output.contains("\\u{"), "\(shell)")
        }
        #expect(world.lull("--help") == .finished(.ok))
        #expect(!world.output.contains("\\u{"))
        #expect(world.lull("--experimental-dump-help") == .finished(.ok))
        #expect(world.output.hasPrefix("{"))
    }

    @Test func aParsersSentenceKeepsTheLineBreaksOfAnArgumentApart() {
        let world = World()
        world.lull(["status", "--patient", "dose 84\nlull: dose 56"])
        #expect(world.errors.contains("dose 84\\u{a}lull: dose 56"))
        #expect(world.errors.split(separator: "\n").count == 1)
        world.lull(["status", "--nobody\rknows"])
        #expect(world.errors.contains("--nobody\\u{d}knows"))
    }
}
