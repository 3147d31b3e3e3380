// However the program ends or is set aside, nothing of its screens can be read on the terminal, nor by
// scrolling back: not where there is a second screen, not where there is none, and not where it is switched
// off.

import Foundation
import Glibc
import Testing

@Suite struct ScrollBackTests {
    /// Words of the screens.
    private static let told = ["log a night", "Tonight", "Lovell", "lull"]

    struct Screen: CustomTestStringConvertible, Sendable {
        var name: String
        /// The terminal has one screen whatever its description says, as a multiplexer may be set.
        var hasOneScreen: Bool

        var testDescription: String { name + (hasOneScreen ? " with one screen" : "") }

        static let all = [
            Screen(name: "xterm-256color", hasOneScreen: false),
            Screen(name: "screen-256color", hasOneScreen: true), Screen(name: "vt100", hasOneScreen: true),
            Screen(name: "linux", hasOneScreen: true),
        ]
    }

    private func opened(_ place: Place, _ screen: Screen) throws -> PseudoTerminal {
        place.environment["TERM"] = screen.name
        let terminal = try place.open()
        if screen.hasOneScreen { terminal.dropSecondScreen() }
        try terminal.wait(for: "log a night")
        // Pages over the screen, everything drawn anew, another size, and back.
        terminal.press("?")
        try terminal.wait(for: "Keys here")
        terminal.press("q")
        try terminal.wait(for: "log a night")
        terminal.press("21\u{c}")
        try terminal.wait(for: "log a night")
        terminal.resize(100, 30)
        try terminal.wait(until: "the window is filled") {
            !$0.screen.isInFrame && $0.screen.lines[29].contains("help")
        }
        return terminal
    }

    private func expectNothing(_ terminal: PseudoTerminal, _ what: String) {
        for told in Self.told {
            #expect(!terminal.screen.everything.contains(told), "\(what): \(terminal.screen.everything)")
        }
    }

    @Test(arguments: Screen.all, [SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGABRT, 0])
    func nothingIsLeftToRead(screen: Screen, signal: Int32) throws {
        let place = try Place.withAda()
        let terminal = try opened(place, screen)
        if signal == 0 { terminal.press("q") } else { terminal.signal(signal) }
        _ = try terminal.end()
        // A crash has a line of its own to say.
        if signal == SIGABRT {
            let left = terminal.screen.everything
            #expect(!left.contains("log a night") && !left.contains("Tonight"), "\(left)")
        } else {
            expectNothing(terminal, "\(screen.name), signal \(signal)")
        }
    }

    /// The kernel's console takes a sequence that the model, like most terminals, reads as the start of a
    /// text without an end.
    @Test(arguments: Screen.all.filter { $0.name != "linux" })
    func nothingIsLeftWhileItIsSetAside(screen: Screen) throws {
        let place = try Place.withAda()
        place.environment["TERM"] = screen.name
        place.environment["PS1"] = "ready> "
        let terminal = try PseudoTerminal(["/bin/sh", "-i"], environment: place.environment)
        if screen.hasOneScreen { terminal.dropSecondScreen() }
        try terminal.wait(for: "ready>")
        try place.shellCommand("").write(
            toFile: place.folder.path + "/go", atomically: true, encoding: .utf8)
        terminal.press("clear; . ./go\n".replacingOccurrences(of: "./go", with: place.folder.path + "/go"))
        try terminal.wait(for: "log a night")
        terminal.press("\u{1a}")
        try terminal.wait(for: "Stopped")
        let left = terminal.screen.everything
        #expect(!left.contains("log a night") && !left.contains("Tonight"), "\(left)")
        terminal.press("fg\n")
        try terminal.wait(for: "log a night")
        terminal.press("q")
        try terminal.wait(until: "the screen is the shell's again") {
            !$0.screen.text.contains("log a night") && $0.screen.text.contains("ready>")
        }
        #expect(!terminal.screen.everything.contains("log a night"))
        terminal.press("exit\n")
        _ = try terminal.end()
    }
}
