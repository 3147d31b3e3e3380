// The store under the open screen: what others write appears, and what was done is kept whatever happens.

import Glibc
import Testing

@Suite struct OtherHandsTests {
    @Test func aNightLoggedElsewhereAppears() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        #expect(!terminal.screen.text.contains("slept"))
        let logged = try place.run(
            "log", "night", "--bed", "22:30", "--try", "23:00", "--latency", "20", "--wakes", "1", "--awake",
            "10", "--woke", "6:40", "--up", "7:00")
        #expect(logged.ending == .exited(0), "\(logged.errors)")
        try terminal.wait(for: "slept 7 h 10 m")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func aPracticeIsKeptWhenTheWindowCloses() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        terminal.press("4\r")
        try terminal.wait(for: "Does any of this hold for you?")
        terminal.press("\r")
        try terminal.wait(for: "How tense are you now?")
        terminal.press("6")
        try terminal.wait(for: "Breathe in")
        // Long enough to count as practice.
        try terminal.wait(until: "seven seconds of the ten minutes are done") {
            (Self.secondsLeft($0.screen.text) ?? 600) <= 593
        }
        terminal.hangUp()
        #expect(try terminal.end() == .signalled(SIGHUP))

        let practices = try place.run("practices", "--json", at: "19:00")
        #expect(practices.ending == .exited(0))
        #expect(practices.text.contains("resonance"), "\(practices.text)\(practices.errors)")
    }

    /// The seconds in `9 min 56 s left`.
    private static func secondsLeft(_ text: String) -> Int? {
        guard let match = text.firstMatch(of: /(\d+) min (\d+) s left/),
            let minutes = Int(match.1), let seconds = Int(match.2)
        else { return nil }
        return minutes * 60 + seconds
    }

    @Test func whatWasSavedOutlivesAKill() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        terminal.press("l")
        try terminal.wait(for: "Esc leave")
        terminal.press("\t2230\r2300\r20\r\u{13}")
        try terminal.wait(for: "Last night")
        try terminal.wait(until: "the form is closed") { !$0.screen.text.contains("Esc leave") }
        terminal.signal(SIGKILL)
        #expect(try terminal.end() == .signalled(SIGKILL))
        let nights = try place.run("nights", "--json", at: "19:00")
        #expect(nights.text.contains("2026-11-22"), "\(nights.text)\(nights.errors)")
    }
}
