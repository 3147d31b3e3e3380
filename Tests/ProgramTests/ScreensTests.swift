// The program on a terminal as a person uses it: screens, sizes, and the way out.

import Glibc
import Testing

@Suite struct ScreensTests {
    @Test func theDemoFromItsFirstScreenToItsEnd() throws {
        let place = try Place()
        let terminal = try place.open("demo")
        try terminal.wait(for: "12 people")
        try terminal.wait(for: "Flags for now and today")
        terminal.press("2s")
        try terminal.wait(for: "▸ Jean Baptiste")
        terminal.press("\u{1b}OH")
        try terminal.wait(for: "▸ Ada Lovell")

        // The terminal's own cursor goes along, for screen readers and braille displays.
        let first = terminal.screen.cursor.row
        terminal.press("\u{1b}OB")
        try terminal.wait(for: "▸ Aoife Walsh")
        #expect(terminal.screen.cursor.row == first + 1)
        #expect(!terminal.screen.showsCursor)

        terminal.press("\u{1b}OA\r")
        try terminal.wait(for: "Week 4 of 6")
        terminal.press("2")
        try terminal.wait(for: "Six weeks, two sessions a week")
        terminal.press("3")
        try terminal.wait(for: "When do I sleep?")
        terminal.press("]")
        try terminal.wait(for: "Is it getting better?")
        terminal.press("4")
        try terminal.wait(for: "▸ Resonance")
        terminal.press("q")
        try terminal.wait(for: "12 people")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
        #expect(place.temporaryFiles == [], "the made-up people are left behind")
    }

    @Test func theWindowChangesItsSize() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        for (columns, rows) in [(100, 30), (140, 45), (60, 18), (80, 24)] {
            terminal.forgetScreen()
            terminal.resize(columns, rows)
            try terminal.wait(until: "the picture fills \(columns) x \(rows)") {
                let lines = $0.screen.lines
                return !$0.screen.isInFrame && lines[rows - 1].contains("help")
                    && lines[1].count == columns && lines[0].contains("18:1")
            }
        }
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
    }

    @Test func tooSmallAWindowSaysSo() throws {
        let place = try Place.withAda()
        let terminal = try place.open(columns: 59, rows: 17)
        try terminal.wait(for: "This window is too small.")
        try terminal.wait(for: "59 x 17")
        for (columns, rows) in [(1, 1), (3, 2), (300, 1), (1, 100)] {
            terminal.resize(columns, rows)
        }
        terminal.resize(80, 24)
        try terminal.wait(for: "log a night")
        terminal.resize(40, 10)
        try terminal.wait(for: "too small")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
    }
}
