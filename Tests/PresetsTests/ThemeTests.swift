// Themes: those that ship can be read on every surface, others' base16 files work, and wrong ones say where.

import CellCanvas
import Testing

@testable import Presets

struct ThemeTests {
    @Test func everyThemeThatShipsReads() throws {
        let files = EmbeddedFile.below("Themes")
        for file in files { _ = try ColourScheme(text: file.text, file: file.path) }
        #expect(Shipped.themes.count == files.count)
        #expect(files.count >= 14)
    }

    @Test(arguments: ["dusk", "dawn"])
    func textCanBeReadOnEverySurface(name: String) throws {
        let scheme = try #require(Shipped.schemes.first { $0.name == name })
        let colours = try #require(RoleColours(scheme))
        #expect(colours.shortfalls.isEmpty)
        #expect(colours.guarded() == colours)
        for role in [Role.session, .good, .caution, .urgent, .accent] {
            #expect(colours[role].contrast(with: colours.paper) >= 3)
        }
    }

    @Test(arguments: ["dusk", "dawn"])
    func meaningsDoNotLookAlike(name: String) throws {
        let scheme = try #require(Shipped.schemes.first { $0.name == name })
        let colours = try #require(RoleColours(scheme))
        let roles = [Role.accent, .session, .good, .caution, .urgent, .text]
        for (index, role) in roles.enumerated() {
            for other in roles[(index + 1)...] {
                #expect(distance(colours[role], colours[other]) > 60, "\(role) and \(other)")
            }
        }
    }

    /// A weighted distance in RGB that follows the eye well enough to find two colours of one look.
    private func distance(_ a: RGB, _ b: RGB) -> Double {
        let red = Double(a.red) - Double(b.red)
        let green = Double(a.green) - Double(b.green)
        let blue = Double(a.blue) - Double(b.blue)
        let mean = (Double(a.red) + Double(b.red)) / 2 / 256
        return ((2 + mean) * red * red + 4 * green * green + (3 - mean) * blue * blue).squareRoot()
    }

    @Test func paperIsPaintedOnlyWhereAsked() throws {
        let dusk = try #require(Shipped.theme(named: "dusk"))
        #expect(dusk.background == .terminalDefault)
        #expect(dusk.isDark)
        let painted = try #require(Shipped.theme(named: "dusk", paper: true))
        #expect(painted.background == .rgb(RGB(0x16, 0x18, 0x1d)))
        #expect(Shipped.theme(named: "dawn")?.isDark == false)
        #expect(Shipped.theme(named: "nowhere") == nil)
    }

    @Test func terminalUsesTheSixteenColoursAlone() throws {
        let theme = try #require(Shipped.theme(named: "terminal", paper: true))
        #expect(theme.background == .terminalDefault)
        #expect(theme.foreground(.accent) == .ansi(4))
        #expect(theme.foreground(.session) != theme.foreground(.caution))
        for role in Role.allCases {
            if case .rgb = theme.foreground(role) { Issue.record("\(role) has a fixed colour") }
        }
    }

    static let flat = """
        scheme: "Old Form"
        author: "Someone"
        base00: "002b36"
        base01: "#073642"
        base02: "586e75"
        base03: "657b83"
        base04: "839496"
        base05: "93a1a1"
        base06: "eee8d5"
        base07: "fdf6e3"
        base08: "dc322f"
        base09: "cb4b16"
        base0A: "b58900"
        base0B: "859900"
        base0C: "2aa198"
        base0D: "268bd2"
        base0E: "6c71c4"
        base0F: "d33682"
        fonts: {unknown: true}
        """

    @Test func olderFormReadsAndIsMadeReadable() throws {
        let scheme = try ColourScheme(text: Self.flat, file: "themes/old.yaml")
        #expect(scheme.title == "Old Form")
        #expect(scheme.name == "old")
        #expect(scheme.isDark)
        let colours = try #require(RoleColours(scheme))
        #expect(!colours.shortfalls.isEmpty)
        #expect(colours.guarded().shortfalls.isEmpty)
        let theme = try ThemeReader.theme(in: Self.flat, file: "themes/old.yaml")
        #expect(theme.background == .rgb(RGB(0x00, 0x2b, 0x36)))
    }

    @Test func moreColoursAndOwnRoles() throws {
        let text =
            Self.flat.replacing("scheme:", with: "system: base24\nname:")
            + "\nbase12: \"ff0000\"\nlull:\n  roles: {urgent: base12, good: \"00ffff\", mood: base0E}\n"
        let scheme = try ColourScheme(text: text, file: "bright.yaml")
        #expect(scheme.roles == [.urgent: .slot("base12"), .good: .hex(RGB(0, 255, 255))])
        #expect(scheme.palette["base17"] == scheme.palette["base0E"])
    }

    @Test func filesAsPeopleHaveThem() throws {
        let small = Self.flat.replacing("base0A", with: "base0a").replacing("base0F", with: "base0f")
        #expect(try ColourScheme(text: small, file: "a.yaml").palette["base0A"] == RGB(0xb5, 0x89, 0x00))
        let light = try ColourScheme(text: Self.flat + "\nvariant: Light\nslug: x\n", file: "b.yaml")
        #expect(!light.isDark)
        let plain = Self.flat.replacing("\"", with: "").replacing("#", with: "")
        #expect(try ColourScheme(text: plain, file: "c.yaml").palette == light.palette)
        let dos = Self.flat.replacing("\n", with: "\r\n")
        #expect(try ColourScheme(text: dos, file: "d.yaml").palette == light.palette)
        let more = (0...7).map { "base1\($0): \"10101\($0)\"\n" }.joined()
        let bright = try ColourScheme(text: Self.flat + "\n" + more, file: "e.yaml")
        #expect(bright.palette["base12"] == RGB(0x10, 0x10, 0x12))
    }

    @Test func problemsSayWhere() throws {
        func problem(_ text: String) -> PresetProblem? {
            do throws(PresetProblem) {
                _ = try ThemeReader.theme(in: text, file: "mine.yaml")
                return nil
            } catch {
                return error
            }
        }
        let wrong = problem(Self.flat.replacing("\"b58900\"", with: "\"yellow\""))
        #expect(wrong?.description == "mine.yaml:13: base0A is \"yellow\", not six hexadecimal digits")
        let missing = problem(Self.flat.replacing("base0E:", with: "baseXX:"))
        #expect(missing?.what == .missing(key: "base0E"))
        #expect(missing?.file == "mine.yaml")
        #expect(problem("system: tinted8\nname: x")?.what == .unsupported(format: "tinted8"))
        #expect(problem("a: [1, 2\nb: }")?.line != nil)
        #expect(problem("") != nil)
        #expect(problem("- a list") != nil)
        #expect(problem(String(repeating: "# long\n", count: 50_000))?.what == .tooLarge(bytes: 350_000))
    }
}
