// However the program ends, the terminal is given back, and the parent sees by what it ended.

import Glibc
import Testing

@Suite struct EndingTests {
    private func opened(_ place: Place) throws -> PseudoTerminal {
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        #expect(terminal.screen.isAlternate && terminal.screen.pastesInBrackets)
        #expect(TerminalSettings.areChanged(terminal))
        return terminal
    }

    @Test(arguments: [
        (SIGHUP, Ending.signalled(SIGHUP)), (SIGTERM, .signalled(SIGTERM)), (SIGINT, .exited(130)),
        (SIGQUIT, .signalled(SIGQUIT)),
    ])
    func askedToEnd(signal: Int32, ending: Ending) throws {
        let place = try Place.withAda()
        let terminal = try opened(place)
        terminal.signal(signal)
        #expect(try terminal.end() == ending)
        #expect(terminal.leftovers == [])
    }

    @Test(arguments: [SIGSEGV, SIGABRT])
    func crashed(signal: Int32) throws {
        let place = try Place.withAda()
        let terminal = try opened(place)
        terminal.signal(signal)
        #expect(try terminal.end() == .signalled(signal))
        #expect(terminal.leftovers == [])
        // Said after the picture has gone, so that it stays to be read.
        #expect(terminal.screen.text.contains("an error in the program ended it"))
    }

    @Test(arguments: [("\u{3}", Ending.exited(130)), ("\u{1c}", .signalled(SIGQUIT)), ("Q", .exited(0))])
    func endedByAKey(key: String, ending: Ending) throws {
        let place = try Place.withAda()
        let terminal = try opened(place)
        terminal.press(key)
        #expect(try terminal.end() == ending)
        #expect(terminal.leftovers == [])
    }

    @Test func closingTheWindowEndsIt() throws {
        let place = try Place.withAda()
        let terminal = try opened(place)
        terminal.hangUp()
        #expect(try terminal.end() == .signalled(SIGHUP))
    }

    @Test func aTerminalThatIsGoneEndsItWhereHangUpsAreIgnored() throws {
        let place = try Place.withAda()
        let command = "trap '' HUP; exec " + place.shellCommand("")
        let terminal = try PseudoTerminal(["/bin/sh", "-c", command], environment: place.environment)
        try terminal.wait(for: "log a night")
        terminal.hangUp()
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.child.processorSeconds < 5, "it turned round and round meanwhile")
    }
}

extension TerminalSettings {
    /// Whether the program has made the settings its own.
    static func areChanged(_ terminal: PseudoTerminal) -> Bool {
        terminal.leftovers.contains("its settings are changed")
    }
}
