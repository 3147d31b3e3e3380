// Checks whether what a theme draws can be read, on everything that it can lie on.

import ArgumentParser
import CellCanvas
import PlainJSON
import Presets

struct ThemeCheck: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks a theme's contrasts.",
        discussion: """
            Text needs a contrast of 4.5 with the paper, the panels and the selection;
            rules and soft fills need only be seen. What falls short is drawn lighter or
            darker, as the last column has it, and the exit status is 1. Without a name
            all themes are checked.

              lull theme check
              lull theme check ./my-scheme.yaml
            """)

    @Argument(help: ArgumentHelp("A theme's name or file.", valueName: "theme"))
    var name: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let shelf = ThemeShelf(invocation.environment)
        guard let name else { return try checkAll(shelf, &invocation) }
        let scheme: ColourScheme
        do throws(ThemeProblem) {
            scheme = try shelf.scheme(named: name)
        } catch {
            throw error.failure
        }
        let listing = Self.listing(of: scheme)
        if !Self.shortfalls(of: scheme).isEmpty { invocation.status = .no }
        try invocation.put(listing)
    }

    private func checkAll(_ shelf: ThemeShelf, _ invocation: inout Invocation) throws {
        var listing = Listing(
            keys: ["theme", "file", "short"],
            columns: [.left("Name"), .left("What falls short", limit: 60)], whenEmpty: "No themes.")
        for entry in shelf.entries {
            let scheme: ColourScheme
            do throws(ThemeProblem) {
                scheme = try shelf.scheme(entry)
            } catch {
                invocation.note(error.sentence)
                invocation.status = .badData
                continue
            }
            var roles: [String] = []
            for role in Self.shortfalls(of: scheme).map(\.role.name) where !roles.contains(role) {
                roles.append(role)
            }
            if !roles.isEmpty, invocation.status == .ok { invocation.status = .no }
            listing.add(
                [
                    "theme": .string(entry.name), "file": .optional(entry.path),
                    "short": .array(roles.map { .string($0) }),
                ],
                cells: [entry.name, roles.isEmpty ? "nothing" : roles.joined(separator: ", ")])
        }
        try invocation.put(listing)
    }

    private static func shortfalls(of scheme: ColourScheme) -> [RoleColours.Shortfall] {
        RoleColours(scheme)?.shortfalls ?? []
    }

    /// A line a role: its colour, its contrast with what it can lie on, and the colour that is drawn.
    private static func listing(of scheme: ColourScheme) -> Listing {
        var listing = Listing(
            keys: ["role", "colour", "paper", "panel", "selection", "needed", "short", "drawn"],
            columns: [
                .left("Role"), .left("Colour"), .right("Paper"), .right("Panel"), .right("Selection"),
                .right("Needed"), .left("Drawn"),
            ],
            whenEmpty: "\(scheme.name) uses the terminal's own colours; there is nothing to check.")
        guard let colours = RoleColours(scheme) else { return listing }
        let (drawn, shortfalls) = (colours.guarded(), colours.shortfalls)
        for role in Role.allCases {
            let colour = colours[role]
            let contrasts = colours.surfaces.map { colour.contrast(with: $0.colour) }
            let short = shortfalls.filter { $0.role == role }
            let needed = RoleColours.neededContrast(role)
            let isShort = { (index: Int) in
                short.contains { $0.backdrop == [Backdrop.none, .panel, .selection][index] }
            }
            let cells = contrasts.indices.map { index in
                (isShort(index) ? "! " : "") + ContrastWords.text(contrasts[index])
            }
            listing.add(
                [
                    "role": .string(role.name), "colour": .string(colour.hex),
                    "paper": ContrastWords.json(contrasts[0]), "panel": ContrastWords.json(contrasts[1]),
                    "selection": ContrastWords.json(contrasts[2]), "needed": .number(needed),
                    "short": .bool(!short.isEmpty), "drawn": .string(drawn[role].hex),
                ],
                cells: [
                    role.name, colour.hex, cells[0], cells[1], cells[2], ContrastWords.text(needed),
                    short.isEmpty ? "as it is" : drawn[role].hex,
                ])
        }
        return listing
    }
}
