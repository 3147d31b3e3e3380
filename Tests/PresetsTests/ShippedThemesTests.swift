// The themes that ship, all of them: each can be read, keeps its meanings apart for every kind of colour
// vision, and says where its palette is from.

import CellCanvas
import Testing

@testable import Presets

struct ShippedThemesTests {
    static let coloured = Shipped.schemes.filter { !$0.usesTerminalColours }

    private func colours(_ scheme: ColourScheme) throws -> RoleColours { try #require(RoleColours(scheme)) }

    @Test func thoseThatPeopleCountOnAreThere() {
        let names = Set(Shipped.schemes.map(\.name))
        let promised: Set = [
            "dusk", "dawn", "terminal", "mono", "contrast-dark", "contrast-light", "deuteranopia",
            "tritanopia", "ember", "nord", "gruvbox-dark", "gruvbox-light", "solarized-dark",
            "solarized-light", "catppuccin-mocha", "catppuccin-latte", "dracula",
        ]
        #expect(promised.subtracting(names).isEmpty)
    }

    @Test(arguments: coloured.map(\.name))
    func textCanBeReadOnEverySurface(name: String) throws {
        let scheme = try #require(Shipped.schemes.first { $0.name == name })
        let colours = try colours(scheme)
        #expect(colours.shortfalls.isEmpty)
        // What a person sees is what the file says.
        #expect(colours.guarded() == colours)
        let least = name.hasPrefix("contrast-") ? 7 : 4.5
        for role in Role.allCases where RoleColours.neededContrast(role) >= 4.5 {
            for surface in [colours.paper, colours.panel, colours.selection] {
                #expect(colours[role].contrast(with: surface) >= least, "\(role)")
            }
        }
    }

    @Test(arguments: coloured.map(\.name))
    func selectionAndPanelAreSeen(name: String) throws {
        let colours = try colours(try #require(Shipped.schemes.first { $0.name == name }))
        #expect(colours.selection.contrast(with: colours.paper) >= 1.12)
        #expect(colours.panel.contrast(with: colours.paper) >= 1.04)
    }

    @Test(arguments: coloured.map(\.name))
    func inTheFixedColoursTextCanStillBeRead(name: String) throws {
        let theme = try #require(Shipped.theme(named: name, paper: true)).inFixedColours
        func colour(_ paint: Paint) throws -> RGB {
            guard case .rgb(let colour) = paint else { throw NoColour() }
            return colour
        }
        let surfaces = try [theme.background, theme.panel, theme.selection].map(colour)
        for role in Role.allCases where RoleColours.neededContrast(role) >= 4.5 {
            let seen = try colour(theme.foreground(role))
            #expect(IndexedColour.fixed(seen) == seen)
            for surface in surfaces { #expect(seen.contrast(with: surface) >= 4.5, "\(role)") }
        }
        let faint = try colour(theme.foreground(.faint))
        #expect(faint.contrast(with: surfaces[0]) >= 1.2)
    }

    private struct NoColour: Error {}

    @Test(arguments: coloured.map(\.name), ColourVision.allCases)
    func meaningsStayApart(name: String, vision: ColourVision) throws {
        let colours = try colours(try #require(Shipped.schemes.first { $0.name == name }))
        let pairs: [(Role, Role)] = [
            (.accent, .session), (.good, .caution), (.good, .urgent), (.caution, .urgent),
        ]
        for (one, other) in pairs {
            let distance = vision.distance(colours[one], colours[other])
            #expect(distance >= 0.065, "\(one) and \(other): \(distance)")
        }
    }

    @Test(arguments: coloured.map(\.name))
    func goodIsNeverGreenAgainstRed(name: String) throws {
        let colours = try colours(try #require(Shipped.schemes.first { $0.name == name }))
        #expect(!(100...160).contains(colours[.good].hue), "\(colours[.good].hue)")
    }

    /// Light before sleep that is blue is what keeps people awake.
    @Test func emberHasLittleBlue() throws {
        let colours = try colours(try #require(Shipped.schemes.first { $0.name == "ember" }))
        let seen = Role.allCases.map { colours[$0] } + [colours.paper, colours.panel, colours.selection]
        for colour in seen { #expect(colour.blue <= 0xd8) }
        let text = [Role.text, .strong, .muted, .accent, .session].map { colours[$0] }
        for colour in text { #expect(colour.red >= colour.blue) }
    }

    @Test func monoHasNoColourOfItsOwn() throws {
        let mono = try #require(Shipped.theme(named: "mono", paper: true))
        #expect(mono.isColourless)
        #expect(Shipped.themes.filter(\.isColourless).map(\.name) == ["mono"])
    }

    /// A palette of someone else's names its source, its licence and who holds it.
    @Test func everyPaletteSaysWhereItIsFrom() throws {
        for file in EmbeddedFile.below("Themes") {
            let scheme = try ColourScheme(text: file.text, file: file.path)
            let head = file.text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: " ")
            if scheme.author == "Lull" {
                #expect(head.count > 20, "\(file.path)")
            } else {
                #expect(head.contains("MIT") && head.contains("licence, Copyright (c)"), "\(file.path)")
            }
        }
    }
}
