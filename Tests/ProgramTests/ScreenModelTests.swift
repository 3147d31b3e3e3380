// The model of a terminal, by what xterm does: the tests of the program are worth what it is worth.

import CellCanvas
import Testing

@Suite struct ScreenModelTests {
    private func screen(_ text: String, _ columns: Int = 10, _ rows: Int = 3) -> ScreenModel {
        var model = ScreenModel(columns: columns, rows: rows)
        model.feed(text.utf8)
        return model
    }

    @Test(arguments: [
        ("one\r\ntwo", ["one", "two", ""]),
        ("\u{1b}[2;3Hx\u{1b}[Hy", ["y", "  x", ""]),
        ("abc\u{1b}[2Dx\u{1b}[Cy", ["axcy", "", ""]),
        ("abcdef\u{1b}[3G\u{1b}[Kx", ["abx", "", ""]),
        ("abcdef\u{1b}[3G\u{1b}[1K", ["   def", "", ""]),
        ("a\u{1b}[4bz", ["aaaaaz", "", ""]),
        ("abcdef\u{1b}[2G\u{1b}[2P", ["adef", "", ""]),
        ("abcdef\u{1b}[2G\u{1b}[2@", ["a  bcdef", "", ""]),
        ("abcdef\u{1b}[2G\u{1b}[3X", ["a   ef", "", ""]),
        ("1\r\n2\r\n3\u{1b}[H\u{1b}[M", ["2", "3", ""]),
        ("1\r\n2\r\n3\u{1b}[H\u{1b}[L", ["", "1", "2"]),
        ("1\r\n2\r\n3\r\n4", ["2", "3", "4"]),
        ("1\r\n2\r\n3\u{1b}[H\u{1b}M", ["", "1", "2"]),
        ("1\r\n2\r\n3\u{1b}[2;3r\u{1b}[3;1H\n4", ["1", "3", "4"]),
        ("1\r\n2\r\n3\u{1b}[2;1H\u{1b}[J", ["1", "", ""]),
        ("0123456789ab", ["0123456789", "ab", ""]),
        ("0123456789\ra", ["a123456789", "", ""]),
        ("\u{1b}[38;5;17;1mä\u{1b}(B\u{1b}[m漢x", ["ä漢x", "", ""]),
        ("\u{1b}]2;title\u{7}a\u{1b}]2;title\u{1b}\\b", ["ab", "", ""]),
        ("\u{1b}[2dx\u{8}y\tz", ["", "y       z", ""]),
    ])
    func drawing(bytes: String, lines: [String]) {
        let model = screen(bytes)
        #expect(model.lines == lines)
        #expect(model.unknown.isEmpty)
    }

    @Test func modesAreFollowed() {
        var model = screen("\u{1b}[?1049h\u{1b}[?25l\u{1b}[?2004h\u{1b}[?2026hx")
        #expect(model.isAlternate && !model.showsCursor && model.pastesInBrackets && model.isInFrame)
        model.feed("\u{1b}[?2026l\u{1b}[?2004l\u{1b}[?1049l\u{1b}[?12l\u{1b}[?25h".utf8)
        #expect(!model.isAlternate && model.showsCursor && !model.pastesInBrackets && !model.isInFrame)
        #expect(model.text == "\n\n")
    }

    @Test func whatIsNotKnownIsSaid() {
        #expect(screen("\u{1b}[5q").unknown.count == 1)
        #expect(screen("\u{1b}[?9999h").unknown == ["mode 9999"])
    }

    @Test func sizeChangesKeepTheUpperLeftCorner() {
        var model = screen("0123456789abc")
        model.resize(columns: 4, rows: 2)
        #expect(model.lines == ["0123", "abc"])
        model.resize(columns: 12, rows: 4)
        #expect(model.lines == ["0123", "abc", "", ""])
    }

    @Test(arguments: [
        ("\u{1b}[1;7m", false), ("\u{1b}[39;49m", false), ("\u{1b}[m", false), ("\u{1b}[4;27m", false),
        ("\u{1b}[31m", true), ("\u{1b}[1;48;5;16m", true), ("\u{1b}[97m", true),
        ("\u{1b}[38:2::1:2:3m", true),
    ])
    func coloursAreSeen(bytes: String, isColour: Bool) {
        #expect(Array(bytes.utf8).setsColour == isColour)
    }
}
