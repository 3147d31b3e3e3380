// Terminals and locales that are old, unknown or no terminals at all.

import Glibc
import Testing

@Suite struct UnusualTerminalTests {
    @Test func withoutATerminalsNameThereIsASentence() throws {
        let place = try Place.withAda()
        place.environment["TERM"] = nil
        let errors = place.folder.path + "/errors"
        let terminal = try place.open(errors: errors)
        #expect(try terminal.end() == .exited(64))
        #expect(!terminal.bytes.contains(0x1b))
        #expect(terminal.leftovers == [])
        let said = String(decoding: place.bytes(of: errors), as: UTF8.self)
        #expect(said.hasPrefix("lull: ") && said.split(separator: "\n").count == 1)
        #expect(said.contains("lull status"))
    }

    /// A terminal that cannot move its cursor is talked to in lines.
    @Test func whatCannotMoveItsCursorGetsLines() throws {
        let place = try Place.withAda()
        place.environment["TERM"] = "dumb"
        let terminal = try place.open()
        try terminal.wait(for: "What next?")
        terminal.press("?\n")
        terminal.press("q\n")
        #expect(try terminal.end() == .exited(0))
        #expect(!terminal.bytes.contains(0x1b))
        #expect(terminal.leftovers == [])
    }

    @Test func aDemoInLinesLeavesNothingBehind() throws {
        let place = try Place()
        place.environment["TERM"] = "dumb"
        let terminal = try place.open("demo")
        try terminal.wait(for: "Whom?")
        terminal.press("q\n")
        #expect(try terminal.end() == .exited(0))
        #expect(place.temporaryFiles == [])
    }

    @Test(arguments: ["xterm-of-tomorrow", "no/such", "xterm", "vt100", "linux", "tmux-256color"])
    func anyTerminalThatMovesItsCursorWillDo(name: String) throws {
        let place = try Place.withAda()
        place.environment["TERM"] = name
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        if name == "vt100" { #expect(!terminal.bytes.setsColour) }
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        // Where there is no second screen, nothing of a person stays on the first.
        #expect(!terminal.screen.text.contains("log a night"))
        #expect(terminal.leftovers.filter { !$0.hasPrefix("the model") } == [])
    }

    @Test(arguments: [["LANG": "C"], ["LANG": "xx_YY.UTF-8"], ["LC_ALL": "POSIX"]])
    func withoutUTF8EverythingIsASCII(variables: [String: String]) throws {
        let place = try Place.withAda()
        place.environment.merge(variables) { $1 }
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        terminal.press("2")
        try terminal.wait(for: "day")
        terminal.press("4")
        try terminal.wait(for: "begin")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.bytes.allSatisfy { $0 < 0x80 })
        #expect(terminal.leftovers == [])
    }

    @Test(arguments: [true, false])
    func coloursCanBeTurnedOff(isOff: Bool) throws {
        let place = try Place.withAda()
        place.environment["NO_COLOR"] = isOff ? "1" : nil
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.bytes.setsColour != isOff)
        // The palette is the person's; it could not be put back.
        #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1b}]4;"))
    }
}
