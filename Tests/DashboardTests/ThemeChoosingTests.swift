// Choosing a theme on the screen: tried on at once, kept with Enter, gone with Esc.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import TestKit
import Testing

@Suite struct ThemeChoosingTests {
    /// Three themes, one of which cannot be used.
    private final class Shelf: Wardrobe {
        func keepColumns(_ names: [String]) -> ThemeRefusal? { nil }

        private(set) var kept: [String] = []
        var refusal: String?

        func choices() -> [ThemeChoice] {
            [
                ThemeChoice(name: "dawn", isOwn: false), ThemeChoice(name: "dusk", isOwn: false),
                ThemeChoice(name: "torn", isOwn: true),
            ]
        }

        func theme(named name: String) -> Result<Theme, ThemeRefusal> {
            if name == "torn" { return .failure(ThemeRefusal(sentence: "torn.yaml:3: it is torn")) }
            return .success(
                Theme(
                    name: name, isDark: true, background: .terminalDefault, selection: .terminalDefault,
                    panel: .terminalDefault, foreground: { _ in .terminalDefault }))
        }

        func keep(_ name: String) -> ThemeRefusal? {
            if let refusal { return ThemeRefusal(sentence: refusal) }
            kept.append(name)
            return nil
        }
    }

    private func evening(_ shelf: Shelf, people: Int = 1) throws -> Evening {
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York",
            settings: DashboardSettings(programmes: SampleProgrammes.all))
        evening.settings.theme = "dusk"
        evening.wardrobe = shelf
        for number in 0..<people {
            try evening.add(
                try Ada.person(zone: evening.zone, id: "person-\(number)", name: "Person \(number)"),
                as: "sample-\(number)")
        }
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    @Test func eachMoveTriesOneOnAndEnterKeepsIt() throws {
        let shelf = Shelf()
        let evening = try evening(shelf)
        let script = evening.script
        script.press("T")
        script.picture("open")
        script.press(.up)
        script.picture("tried")
        script.press(.enter)
        script.picture("kept")
        try evening.run(80, 24)
        #expect(try text(evening, "open").contains("▸ dusk"))
        #expect(try text(evening, "open").contains("now"))
        let tried = try #require(script.pictures["tried"])
        #expect(tried.lines.joined().contains("▸ dawn"))
        #expect(tried[tried.focus.column, tried.focus.row].character == "▸")
        // The screen itself stays in sight.
        #expect(tried.lines[0].contains("1 Tonight"))
        #expect(tried.lines.joined().contains("Week 4 of 6"))
        #expect(script.themes == ["dawn"])
        #expect(shelf.kept == ["dawn"])
        #expect(try text(evening, "kept").contains("begins with dawn"))
        #expect(try !text(evening, "kept").contains("▸ dawn"))
    }

    @Test func escapeGoesBackToWhatWas() throws {
        let shelf = Shelf()
        let evening = try evening(shelf)
        evening.script.press("T")
        evening.script.press(.up, .escape)
        try evening.run(100, 30)
        #expect(evening.script.themes == ["dawn", "dusk"])
        #expect(shelf.kept.isEmpty)
    }

    @Test func aThemeThatCannotBeUsedIsSaidAndNotKept() throws {
        let shelf = Shelf()
        let evening = try evening(shelf)
        let script = evening.script
        script.press("T")
        script.press(.down)
        script.picture("torn")
        script.press(.enter)
        script.picture("still open")
        try evening.run(100, 30)
        #expect(try text(evening, "torn").contains("torn.yaml:3: it is torn"))
        #expect(try text(evening, "still open").contains("▸ torn"))
        #expect(script.themes.isEmpty && shelf.kept.isEmpty)
    }

    @Test func whatCannotBeRememberedIsSaid() throws {
        let shelf = Shelf()
        shelf.refusal = "The theme is not kept: the disk is full."
        let evening = try evening(shelf)
        evening.script.press("T")
        evening.script.press(.up, .enter)
        evening.script.picture("refused")
        try evening.run(100, 30)
        #expect(try text(evening, "refused").contains("▲ The theme is not kept: the disk is full."))
    }

    @Test func aFileThatWasNamedForThisRunIsInTheList() throws {
        let evening = try evening(Shelf())
        evening.settings.theme = "./mine.yaml"
        evening.script.press("T")
        evening.script.picture("open")
        try evening.run(100, 30)
        #expect(try text(evening, "open").contains("▸ ./mine.yaml"))
    }

    @Test func theListOpensOverTheCohortAndInASmallWindow() throws {
        let evening = try evening(Shelf(), people: 3)
        evening.script.press("T")
        evening.script.picture("list")
        try evening.run(60, 18)
        #expect(try text(evening, "list").contains("▸ dusk"))
        #expect(try text(evening, "list").contains("2 of 3"))
        #expect(try #require(evening.script.pictures["list"]).faults == [])
    }

    @Test func aWarningFromTheStartStandsOnTheStatusLine() throws {
        let evening = try evening(Shelf())
        evening.settings.warning = "there is no theme \"dusky\""
        evening.script.picture("warned")
        try evening.run(80, 24)
        #expect(try text(evening, "warned").contains("▲ there is no theme \"dusky\""))
    }

    @Test func onATerminalWithFewColoursTheListSaysSo() throws {
        let evening = try evening(Shelf())
        evening.settings.showsThemes = false
        evening.script.press("T")
        evening.script.picture("few")
        try evening.run(100, 30)
        #expect(try text(evening, "few").contains("This terminal shows its"))
    }
}
