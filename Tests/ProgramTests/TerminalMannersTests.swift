// How the program treats terminals: what it asks them, what it sends them, and how little.

import Foundation
import Testing

@Suite struct TerminalMannersTests {
    private func text(_ terminal: PseudoTerminal) -> String {
        String(decoding: terminal.bytes, as: UTF8.self)
    }

    /// Numbers of the 256 colours that were used as foregrounds.
    private func indexed(_ terminal: PseudoTerminal) -> Set<Int> {
        Set(
            terminal.bytes.controls.compactMap { control in
                guard control.last == "m", control.marker == nil, let at = control.numbers.firstIndex(of: 38),
                    control.numbers.count > at + 2, control.numbers[at + 1] == 5
                else { return nil }
                return control.numbers[at + 2]
            })
    }

    // MARK: The background

    @Test func aLightBackgroundGetsTheLightTheme() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        terminal.background = "rgb:ffff/ffff/ffff"
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        // Dawn's blue; the nearest of the 256.
        #expect(indexed(terminal).contains(25))
        #expect(terminal.leftovers == [])
    }

    @Test func withoutAnAnswerThereIsADarkPaper() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(text(terminal).contains("48;5;234m"))
        #expect(text(terminal).contains("\u{1b}]11;?\u{1b}\\\u{1b}[c"))
        #expect(text(terminal).components(separatedBy: "]11;?").count == 2, "asked more than once")
    }

    @Test func whatIsTypedWhileTheTerminalIsAskedIsNotLost() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        terminal.background = "rgb:0000/0000/0000"
        terminal.typedWhileAsked = "3"
        try terminal.wait(for: "When do I sleep?")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(!terminal.screen.text.contains("rgb:"))
        #expect(terminal.leftovers == [])
    }

    @Test(arguments: ["screen", "screen-256color", "linux", "vt100"])
    func someAreNotAsked(name: String) throws {
        let place = try Place.withAda()
        place.environment["TERM"] = name
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(!text(terminal).contains("]11;"))
        #expect(terminal.leftovers.filter { !$0.hasPrefix("the model") } == [])
    }

    @Test(arguments: [["--theme", "nord"], ["--color", "16"], ["--color", "never"]])
    func whereTheAnswerWouldChangeNothingNobodyIsAsked(options: [String]) throws {
        let place = try Place.withAda()
        let terminal = try place.open(options[0], options[1])
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(!text(terminal).contains("]11;"))
    }

    // MARK: Colours

    @Test(arguments: ["linux", "screen", "xterm"])
    func withFewColoursTheTerminalsOwnAreUsed(name: String) throws {
        let place = try Place.withAda()
        place.environment["TERM"] = name
        let terminal = try place.open("--theme", "nord")
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.bytes.setsColour)
        #expect(indexed(terminal).isEmpty && !text(terminal).contains("38;2"))
    }

    /// A description with red, green and blue is not on every system, so the test brings its own.
    @Test(arguments: [["COLORTERM": "truecolor"], ["COLORTERM": ""], ["TERM": "xterm-direct"]])
    func trueColoursWhereTheTerminalSaysSo(variables: [String: String]) throws {
        let place = try Place.withAda()
        let home = place.folder.path
        let set = #"\E[%?%p1%{8}%<%tX%p1%d%eX8:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m"#
        let source = """
            xterm-direct|xterm with direct colours,
            \tRGB, colors#0x1000000, pairs#0x10000, op=\\E[39;49m,
            \tsetaf=\(set.replacing("X", with: "3")), setab=\(set.replacing("X", with: "4")),
            \tuse=xterm-256color,

            """
        try source.write(toFile: home + "/direct.ti", atomically: true, encoding: .utf8)
        let made = try place.run(command: [
            "/usr/bin/tic", "-x", "-o", home + "/.terminfo", home + "/direct.ti",
        ])
        try #require(made.ending == .exited(0), "\(made.errors)")
        place.environment.merge(variables) { $1 }
        let terminal = try place.open("--theme", "dusk")
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        let isTrue = variables != ["COLORTERM": ""]
        #expect(text(terminal).contains("38:2::138:169:249m") == isTrue)
        #expect(indexed(terminal).isEmpty == isTrue)
        // The palette is the person's.
        #expect(!text(terminal).contains("\u{1b}]4;") && !text(terminal).contains("\u{1b}]104"))
    }

    @Test func monoHasAttributesAlone() throws {
        let place = try Place.withAda()
        let terminal = try place.open("--theme", "mono")
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(!terminal.bytes.setsColour)
        #expect(terminal.bytes.controls.contains { $0.last == "m" && $0.numbers.contains(1) })
    }

    // MARK: Themes

    @Test func aThemeIsChosenOnTheScreenAndRemembered() throws {
        let place = try Place.withAda()
        let first = try place.open()
        try first.wait(for: "log a night")
        first.press("T")
        try first.wait(for: "▸ dusk")
        first.press("j")
        try first.wait(for: "▸ ember")
        first.press("\r")
        try first.wait(for: "begins with ember")
        first.press("q")
        #expect(try first.end() == .exited(0))
        #expect(first.leftovers == [])
        let file = place.folder.path + "/state/lull/theme"
        #expect(String(decoding: place.bytes(of: file), as: UTF8.self) == "ember\n")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)

        let second = try place.open()
        try second.wait(for: "log a night")
        second.press("q")
        #expect(try second.end() == .exited(0))
        // Ember's warm text, and nothing was asked.
        #expect(indexed(second).contains(180))
        #expect(!text(second).contains("]11;"))
    }

    @Test(arguments: ["dusky", "./torn.yaml"])
    func aThemeThatCannotBeUsedIsAWarningAndNoEnd(name: String) throws {
        let place = try Place.withAda()
        try "base00: [1, 2".write(
            toFile: place.folder.path + "/torn.yaml", atomically: true, encoding: .utf8)
        let wanted = name.hasPrefix("./") ? place.folder.path + "/torn.yaml" : name
        let terminal = try place.open("--theme", wanted)
        try terminal.wait(for: "▲")
        try terminal.wait(for: "log a night")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
    }

    // MARK: Bytes

    @Test func theStartIsSmall() throws {
        let place = try Place()
        let terminal = try place.open("demo")
        try terminal.wait(for: "12 people")
        #expect(terminal.bytes.count <= 8 * 1024, "\(terminal.bytes.count) bytes")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func aMoveInTheCohortIsSmallAndTheCursorGoesAlong() throws {
        let place = try Place()
        let terminal = try place.open("demo")
        try terminal.wait(for: "Flags for now and today")
        terminal.press("2")
        // While people are still read, those above the mark can become more.
        try terminal.wait(until: "everyone stands in the table") {
            !$0.screen.isInFrame && $0.screen.lines[$0.screen.cursor.row].contains("▸ Jean Baptiste")
                && $0.screen.lines.contains { $0.contains("Reason") }
                && $0.screen.lines.contains { $0.contains("12 people · 11 to review") }
        }
        var before = terminal.bytes.count
        for step in [1, 1, 1, 1, 1, -1, -1] {
            let row = terminal.screen.cursor.row + step
            terminal.press(step > 0 ? "\u{1b}OB" : "\u{1b}OA")
            try terminal.wait(until: "the mark is on row \(row)") {
                !$0.screen.isInFrame && $0.screen.cursor.row == row
                    && $0.screen.lines[row].contains("▸")
            }
            #expect(terminal.bytes.count - before <= 400, "\(terminal.bytes.count - before) bytes")
            before = terminal.bytes.count
        }
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func aKeyThatChangesNothingSendsNothing() throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        let before = terminal.bytes.count
        // Keys that mean nothing here, and one that draws a frame, whose beginning can then be found.
        terminal.press("ZZZ0XX?")
        try terminal.wait(for: "Keys here")
        let sent = Array(terminal.bytes[before...])
        #expect(sent.starts(with: Array("\u{1b}[?2026h".utf8)))
        let frames = String(decoding: sent, as: UTF8.self).components(separatedBy: "\u{1b}[?2026h").count - 1
        #expect(frames == 1)
        terminal.press("?q")
        #expect(try terminal.end() == .exited(0))
    }

    // MARK: Sizes

    @Test func everySizeIsDrawnAndComesBackRight() throws {
        let place = try Place()
        let terminal = try place.open("demo")
        try terminal.wait(for: "12 people")
        let columns = [1, 2, 5, 20, 59, 60, 61, 79, 80, 120, 200, 333, 500]
        let rows = [1, 2, 3, 10, 17, 18, 24, 45, 90, 200]
        for (index, width) in columns.enumerated() {
            for step in 0..<2 { terminal.resize(width, rows[(index * 3 + step * 7) % rows.count]) }
        }
        for (width, height) in [(500, 200), (80, 24)] {
            terminal.forgetScreen()
            terminal.resize(width, height)
            try terminal.wait(until: "the picture fills \(width) x \(height)") {
                let lines = $0.screen.lines
                return !$0.screen.isInFrame && lines[height - 1].contains("help")
                    && lines[1].count == width && lines[2].contains("12 people")
            }
        }
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
    }
}
