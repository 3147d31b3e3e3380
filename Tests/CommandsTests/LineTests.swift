// Lull line by line: nothing drawn, no line too long, and all that a menu names can be chosen.

import CareDomain
import Foundation
import Testing

@testable import Commands

@Suite struct LineTests {
    /// Commands that print a table or a chart.
    private static let tables = [
        "status", "calendar", "nights", "sessions", "habits", "practices", "scores", "summary", "cohort",
        "flags", "check-in list", "patient list", "patient show", "course show", "records", "chart list",
        "relax list", "chart sleep", "chart trend", "chart trend quality", "chart session-nights",
        "chart helps", "chart caffeine", "chart scores", "chart adjustments", "chart window",
    ]

    @Test(arguments: tables)
    func nothingIsDrawn(command: String) throws {
        let world = World()
        world.now = try #require(OffsetInstant("2026-06-29T09:00:00+02:00")).instant
        world.lull("plant --patients 1 --weeks 4 --seed 7")
        for (variables, options) in [(["ACCESSIBLE": "1"], ""), ([:], " --plain")] {
            world.variables.merge(variables) { $1 }
            world.lull(command + options)
            try Self.check(world.output, command)
            for name in variables.keys { world.variables[name] = nil }
        }
        // An object is an object, whoever reads it.
        world.lull(command + " --json")
        let json = world.output
        world.lull(command + " --json --plain")
        #expect(world.output == json)
    }

    @Test func storiesAreInLines() throws {
        for name in Transcript.all where name.contains("-lines-") {
            let text = try Transcript(named: name).text
            var isPlain = false
            var shown: [String] = []
            for line in text.split(separator: "\n") {
                if line.hasPrefix("$ ") { isPlain = line.hasSuffix("--plain") || line == "$ lull" }
                let isOther = ["$ ", "< ", "# ", "@", "{", "!"].contains { line.hasPrefix($0) }
                guard isPlain, !isOther else { continue }
                // What is typed behind a prompt is the person's own.
                let end = line.firstRange(of: "): ")?.upperBound ?? line.endIndex
                shown.append(String(line[..<end]))
            }
            try Self.check(shown.joined(separator: "\n"), name)
        }
    }

    private static func check(_ text: String, _ what: String) throws {
        #expect(!text.isEmpty, "\(what) says nothing")
        for line in text.split(separator: "\n") {
            #expect(line.count <= 76, "\(what): \(line)")
            let drawn = line.unicodeScalars.filter {
                $0.value < 0x20 || (0x2190...0x28FF).contains($0.value) || $0.value == 0x1B
            }
            #expect(drawn.isEmpty, "\(what): \(line)")
        }
    }

    @Test func everyChoiceCanBeTakenAndLeft() throws {
        let world = World()
        world.now = try #require(OffsetInstant("2026-06-29T14:00:00+02:00")).instant
        world.lull("plant --patients 1 --weeks 4 --seed 7")
        world.terminals = [.input, .output]
        for name in [
            "tonight", "check-in", "day", "sleep", "calendar", "relax", "note", "session", "mine",
            "habits", "mood", "symptoms", "nap", "medicine", "practice", "contacts", "contact", "clinic",
            "plan", "bedtime", "name", "settings", "nights", "summary", "scores",
        ]
            + ChartKind.allCases.map({ "chart " + $0.rawValue })
        {
            world.input = [name, "b"]
            #expect(world.lull("--plain") == .finished(.ok), "\(name): \(world.errors)")
            #expect(!world.output.contains("is none of them"), "\(name): \(world.output)")
            #expect(world.input.isEmpty, "\(name) left something unread")
        }
    }

    @Test func aLeftFormKeepsNothing() throws {
        let world = World()
        world.lull("init --id ada")
        world.terminals = [.input, .output]
        let before = world.journals("/home/ada/.local/share/lull/people/ada")
        for leave in [["q"], ["b", "q"], []] {
            world.input = ["mood", "", "4"] + leave
            #expect(world.lull("--plain") == .finished(.ok))
            #expect(world.journals("/home/ada/.local/share/lull/people/ada") == before)
        }
    }
}
