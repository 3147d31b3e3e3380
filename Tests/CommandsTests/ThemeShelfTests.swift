// Which theme is meant by a name, where files are looked for, and what is remembered.

import CellCanvas
import Presets
import Testing

@testable import Commands

@Suite struct ThemeShelfTests {
    private let world = World()
    private var shelf: ThemeShelf { ThemeShelf(world.environment()) }

    private func put(_ fixture: String, _ path: String) {
        world.files.put(Transcript.fixture(fixture), at: path)
    }

    @Test func aPersonsOwnFileHidesTheMachinesAndThatTheOneThatShips() throws {
        put("theme-flat.yaml", "/usr/share/lull/themes/nord.yaml")
        let machines = try #require(shelf.entries.first { $0.name == "nord" })
        #expect(machines.path == "/usr/share/lull/themes/nord.yaml")
        #expect(try shelf.scheme(named: "nord").title == "Evening Sky")
        put("theme-dim.yaml", "/home/ada/.config/lull/themes/nord.yaml")
        #expect(try shelf.scheme(named: "nord").title == "Too Dim")
        #expect(shelf.entries.filter { $0.name == "nord" }.count == 1)
    }

    @Test func foldersOfTheMachineAreThoseOfTheVariable() throws {
        world.variables["XDG_DATA_DIRS"] = "relative:/opt/share"
        put("theme-flat.yaml", "/opt/share/lull/themes/sky.yml")
        #expect(try shelf.scheme(named: "sky").title == "Evening Sky")
        #expect(shelf.entries.contains { $0.name == "sky" })
    }

    @Test func aFileIsNamedByItsPath() throws {
        put("theme-flat.yaml", "/home/ada/sky.yaml")
        #expect(try shelf.theme(named: "/home/ada/sky.yaml").background == .rgb(RGB(0x10, 0x18, 0x20)))
        #expect(throws: ThemeProblem.unknown("sky")) { try shelf.scheme(named: "sky") }
        #expect(throws: ThemeProblem.self) { try shelf.scheme(named: "/home/ada/none.yaml") }
    }

    @Test func aFileThatIsHugeOrNoTextIsASentence() throws {
        world.files.put(Array(repeating: UInt8(ascii: "#"), count: 2 << 20), at: "/home/ada/huge.yaml")
        world.files.put([0xff, 0xfe, 0x00], at: "/home/ada/bytes.yaml")
        for name in ["huge", "bytes"] {
            do throws(ThemeProblem) {
                _ = try shelf.scheme(named: "/home/ada/\(name).yaml")
                Issue.record("\(name) was read")
            } catch {
                #expect(error.sentence.hasPrefix("/home/ada/\(name).yaml: "))
                #expect(!error.sentence.contains("\n") && error.sentence.count < 120)
            }
        }
    }

    // MARK: What is begun with

    private func request(theme: String? = nil) -> DashboardRequest {
        DashboardRequest(
            storePath: "/store", author: "ada", theme: theme, color: .auto, ascii: false, readonly: false,
            programmes: [], guidePages: [], configuration: Configuration(), configurationProblems: [],
            isDemo: false)
    }

    @Test func theFirstPlaceThatNamesAThemeWins() {
        var plain = request()
        #expect(plain.themeWish(kept: nil) == .standard)
        #expect(plain.themeWish(kept: "nord") == .named("nord"))
        plain.configuredTheme = .pair(dark: "ember", light: "dawn")
        #expect(plain.themeWish(kept: "nord") == .pair(dark: "ember", light: "dawn"))
        var asked = request(theme: "mono")
        asked.configuredTheme = .named("ember")
        #expect(asked.themeWish(kept: "nord") == .named("mono"))
    }

    @Test func aPairFollowsTheBackground() {
        func start(_ background: RGB?) -> StartingTheme {
            StartingTheme(.standard, from: shelf, background: background)
        }
        #expect(start(RGB(255, 255, 255)).name == "dawn")
        #expect(start(RGB(0xfd, 0xf6, 0xe3)).name == "dawn")
        #expect(start(RGB(0, 0, 0)).name == "dusk")
        // The terminal's own background shows where all can be read on it, else there is paper.
        #expect(start(RGB(0, 0, 0)).theme.background == .terminalDefault)
        #expect(start(RGB(0x60, 0x60, 0x60)).theme.background != .terminalDefault)
        #expect(start(nil).name == "dusk")
        #expect(start(nil).theme.background == .rgb(RGB(0x16, 0x18, 0x1d)))
    }

    @Test func whatIsNotThereIsAWarningAndTheStandard() {
        let start = StartingTheme(.named("dusky"), from: shelf, background: nil)
        #expect(start.name == "dusk")
        #expect(start.warning?.contains("there is no theme \"dusky\"") == true)
        put("theme-damaged.yaml", "/home/ada/.config/lull/themes/torn.yaml")
        let torn = StartingTheme(.named("torn"), from: shelf, background: nil)
        #expect(torn.name == "dusk")
        #expect(torn.warning?.contains("torn.yaml:12: base08 is \"red\"") == true)
    }

    @Test func whatIsKeptIsThereAtTheNextStart() {
        let kept = KeptTheme(world.environment())
        #expect(kept.name == nil)
        #expect(kept.keep("ember") == nil)
        #expect(kept.name == "ember")
        #expect(kept.keep("dawn") == nil)
        #expect(KeptTheme(world.environment()).name == "dawn")
        world.files.put(Array("\u{1b}[2J\n".utf8), at: "/home/ada/.local/state/lull/theme")
        #expect(kept.name == nil)
    }
}
