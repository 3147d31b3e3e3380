// The built program with a mouse, with commands typed at the bottom, and with settings of the person's own.

import Foundation
import Testing

@Suite struct CommandsAndMouseTests {
    @Test func clicksCommandsAndOwnKeys() throws {
        let place = try Place.withAda()
        let folder = place.folder.path + "/config/lull"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("keys: {log-night: [l, ф]}\nmotion: none\n".utf8)
            .write(to: URL(fileURLWithPath: folder + "/config.yaml"))
        let terminal = try place.open()
        try terminal.wait(for: "l ф log a night")
        #expect(terminal.screen.reportsMouse && terminal.screen.reportsMouseInDecimal)

        // The footer's `? help`, wherever it stands.
        let row = try #require(terminal.screen.lines.lastIndex { $0.contains("? help") })
        let line = terminal.screen.lines[row]
        let column = try #require(line.range(of: "? help")).lowerBound
        let offset = line.distance(from: line.startIndex, to: column)
        terminal.press("\u{1b}[<0;\(offset + 1);\(row + 1)M\u{1b}[<0;\(offset + 1);\(row + 1)m")
        try terminal.wait(for: "Keys here")
        terminal.press("q")
        try terminal.wait(until: "the help is closed") { !$0.screen.text.contains("Keys here") }

        terminal.press(":log mood --mood 6\r")
        try terminal.wait(for: "Saved.")
        terminal.press(":records --last 1\r")
        try terminal.wait(for: "mood")
        terminal.press("q")
        terminal.press(":log mod\r")
        try terminal.wait(for: "perhaps 'mood'")
        terminal.press("ф")
        try terminal.wait(for: "Esc leave")
        terminal.press("\u{1b}")
        try terminal.wait(for: "log a night")
        terminal.press("M")
        try terminal.wait(for: "the terminal's again")
        #expect(!terminal.screen.reportsMouse)
        terminal.press(":q\r")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
    }
}
