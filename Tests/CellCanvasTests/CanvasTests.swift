// The canvas clips, cleans and measures, whatever is put on it; charts stand where their values say.

import CellCanvas
import TestKit
import Testing

@Suite struct CanvasTests {
    @Test(arguments: [
        ("dose 84 mg\rdose 56", "dose 84 mg\\u{d}dose 56"), ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
        ("\u{202E}evil", "\\u{202e}evil"),
        ("zero\u{200B}width", "zero\\u{200b}width"), ("tab\tnew\nline", "tab\\u{9}new\\u{a}line"),
        ("plain é ü", "plain é ü"),
        ("\u{9b}31m", "\\u{9b}31m"), ("\u{E000}", "\\u{e000}"),
    ])
    func textIsCleanedOnItsWayIn(text: String, shown: String) {
        #expect(CleanText(text).string == shown)
        var canvas = Canvas(size: Size(columns: 60, rows: 1))
        canvas.put(text, 0, 0)
        #expect(canvas.lines == [shown])
    }

    @Test func marksThatPileUpAreBounded() {
        let pile = "a" + String(repeating: "\u{301}", count: 50)
        let cleaned = CleanText(pile).string
        #expect(cleaned.hasPrefix("a\u{301}\u{301}\u{301}\u{301}\\u{301}"))
    }

    @Test func wideCharactersTakeTwoColumnsAndAreNeverHalved() {
        var canvas = Canvas(size: Size(columns: 6, rows: 1))
        canvas.put("漢字漢字", 0, 0)
        #expect(canvas.lines == ["漢字…"])
        canvas.put("x", 1, 0)
        #expect(canvas.lines == [" x字…"])
        #expect(CleanText("漢字").width == 4)
    }

    @Test(
        arguments: [
            "\u{1b}", "\r\n", "\t", "\0", "\u{7f}", "\u{9b}", "\u{301}", "\u{200D}", "\u{200B}", "\u{202E}",
            "\u{FE0F}",
            "\u{E0041}", "\u{3164}", "\u{1161}", "漢", "👩", "\u{E000}", "a\u{200D}",
            "a\u{301}\u{301}\u{301}\u{301}\u{301}",
        ] as [Character])
    func aSingleCharacterIsCheckedToo(character: Character) {
        var canvas = Canvas(size: Size(columns: 3, rows: 1))
        canvas.mark(character, 0, 0, .text)
        canvas[2, 0] = Cell(character, .accent)
        #expect(canvas.lines == ["\u{FFFD} \u{FFFD}"])
        #expect(canvas[2, 0].style == .accent)
    }

    @Test(arguments: ["x", "é", "e\u{301}", "●", "⣿"] as [Character])
    func aSingleCharacterOfOneColumnStays(character: Character) {
        var canvas = Canvas(size: Size(columns: 3, rows: 1))
        canvas.mark(character, 0, 0, .text)
        canvas[1, 0] = Cell(character)
        #expect(canvas.lines == [String([character, character])])
    }

    @Test func noHalfOfAWideCharacterStays() {
        for column in 0...5 {
            for width in 1...3 {
                var canvas = Canvas(size: Size(columns: 6, rows: 1))
                let area = Rect(column: column, row: 0, columns: width, rows: 1)
                canvas.put("漢字漢", 0, 0)
                canvas.clear(area)
                #expect(canvas.faults == [])
                canvas.put("漢字漢", 0, 0)
                canvas.within(area) { $0.put("xyz", column, 0) }
                #expect(canvas.faults == [])
                canvas.within(area) { $0.put("字字", column - 1, 0) }
                #expect(canvas.faults == [])
                canvas.put("漢字漢", 0, 0)
                canvas[column, 0] = Cell("x")
                #expect(canvas.faults == [])
                canvas.shade(area, .selection)
                canvas[column, 0].style = .accent
                #expect(canvas.faults == [])
            }
        }
    }

    @Test func eachCellHoldsWhatATerminalDrawsInIt() {
        var canvas = Canvas(size: Size(columns: 12, rows: 1))
        canvas.put("क\u{93E}e\u{301}\u{1100}가🇳🇴", 0, 0)
        #expect(canvas[0, 0].character == "क" && canvas[1, 0].character == "\u{93E}")
        #expect(canvas[2, 0].character == "e\u{301}" && canvas[3, 0].character == "\u{1100}")
        #expect(canvas[4, 0].isContinuation && canvas[5, 0].character == "가")
        #expect(canvas[7, 0].character == "🇳" && canvas[8, 0].character == "🇴")
        #expect(canvas.faults == [])
    }

    @Test func nothingIsDrawnOutside() {
        var canvas = Canvas(size: Size(columns: 4, rows: 2))
        canvas.put("left of it", -3, 0)
        canvas.put("below", 0, 5)
        canvas.mark("x", 9, 9, .text)
        canvas.shade(Rect(column: -5, row: -5, columns: 50, rows: 50), .selection)
        canvas.clear(Rect(column: 2, row: 1, columns: 90, rows: 90))
        canvas.rule(row: 1, from: 0, to: 99)
        #expect(canvas.lines[1] == "────")
    }

    @Test func longTextEndsInAnEllipsisAndWrapsAtSpaces() {
        #expect(CleanText("a long sentence").fitted(to: 8) == "a long …")
        #expect(CleanText("a long sentence").wrapped(to: 8) == ["a long", "sentence"])
        #expect(CleanText("so unbreakably").wrapped(to: 6) == ["so", "unbrea", "kably"])
    }

    @Test func inASCIIEveryCharacterIsASCII() {
        var canvas = Canvas(size: Size(columns: 40, rows: 2))
        canvas.put("● ○ ✕ ▆▂▁ ┊ ┄ ⣿⠁ ─ ━ 漢 João", 0, 0)
        for line in canvas.inASCII().lines { #expect(line.utf8.allSatisfy { $0 < 0x7f }) }
        #expect(canvas.inASCII().lines[0].hasPrefix("* o x *:. | - *."))
    }

    @Test func anAxisHasRoundTicksAndHoldsItsValues() {
        let axis = Axis([63, 91.5], ticks: 4)
        #expect(axis.ticks == [60, 70, 80, 90, 100])
        #expect(axis.row(100, rows: 11) == 0)
        #expect(axis.row(60, rows: 11) == 10)
        #expect(Axis([5, 5], ticks: 3).low < 5)
        #expect(Axis([], ticks: 3).ticks.count >= 2)
        #expect(Axis([-.infinity, .nan, 7], ticks: 3).low.isFinite)
    }

    @Test func aSparklineTellsMissingFromLow() {
        var canvas = Canvas(size: Size(columns: 5, rows: 1))
        Sparkline.draw([0, 5, nil, 10, 12], in: 0...10, on: &canvas, 0, 0)
        #expect(canvas.lines == ["▁▅·██"])
    }

    @Test func dotsLieInTheirCells() {
        var grid = DotGrid(columns: 2, rows: 1)
        grid.set(0, 0)
        grid.set(3, 3)
        grid.set(99, -1)
        var canvas = Canvas(size: Size(columns: 2, rows: 1))
        grid.draw(on: &canvas, at: 0, 0) { _, _ in .accent }
        #expect(canvas.lines == ["⠁⢀"])
    }

    @Test func contrastIsThatOfTheStandard() throws {
        let black = try #require(RGB(hex: "000000"))
        let white = try #require(RGB(hex: "#ffffff"))
        #expect(abs(black.contrast(with: white) - 21) < 1e-9)
        let grey = try #require(RGB(hex: "777777"))
        #expect(abs(grey.contrast(with: white) - 4.478) < 1e-3)
        #expect(RGB(hex: "12345") == nil)
        #expect(RGB(hex: "gggggg") == nil)
    }

    @Test func aNumberStaysWithItsUnitWhereThatIsAskedFor() {
        let text = CleanText("interval +10 m to +1 h 10 m.")
        #expect(text.wrapped(to: 20) == ["interval +10 m to +1", "h 10 m."])
        #expect(text.wrapped(to: 20, keepsUnits: true) == ["interval +10 m to", "+1 h 10 m."])
        #expect(
            CleanText("as much as 95 %, 3 mg").wrapped(to: 13, keepsUnits: true) == [
                "as much as", "95 %, 3 mg",
            ])
    }
}
