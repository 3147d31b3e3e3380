// Set aside and brought back: the shell gets its terminal, and the picture comes again.

import Glibc
import Testing

@Suite struct StoppingTests {
    @Test func ctrlZGivesTheShellItsTerminal() throws {
        let place = try Place.withAda()
        place.environment["PS1"] = "ready> "
        // Only a shell with job control can take the terminal and give it again.
        let terminal = try PseudoTerminal(["/bin/sh", "-i"], environment: place.environment)
        try terminal.wait(for: "ready>")
        terminal.press("stty -g > '\(place.folder.path)/before'; \(place.shellCommand(""))\n")
        try terminal.wait(for: "log a night")

        terminal.press("\u{1a}")
        try terminal.wait(for: "Stopped")
        #expect(!terminal.screen.isAlternate && terminal.screen.showsCursor)
        #expect(!terminal.screen.pastesInBrackets)
        terminal.press("stty -g > '\(place.folder.path)/after'; echo shell $((40 + 2))\n")
        try terminal.wait(for: "shell 42")
        let before = place.bytes(of: place.folder.path + "/before")
        #expect(!before.isEmpty && before == place.bytes(of: place.folder.path + "/after"))

        terminal.resize(100, 30)
        terminal.press("fg\n")
        try terminal.wait(until: "the picture fills the window that grew meanwhile") {
            $0.screen.isAlternate && !$0.screen.isInFrame && $0.screen.lines[1].count == 100
                && $0.screen.lines[29].contains("help")
        }
        terminal.press("q")
        try terminal.wait(until: "the screen is the shell's again") { !$0.screen.isAlternate }
        terminal.press("exit\n")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
    }

    @Test func whatWasDrawnOverIsDrawnAgain() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        // A stop that no handler sees.
        terminal.signal(SIGSTOP)
        try terminal.waitForStop()
        terminal.forgetScreen()
        terminal.signal(SIGCONT)
        try terminal.wait(for: "log a night")
        terminal.forgetScreen()
        terminal.press("\u{c}")
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
    }
}
