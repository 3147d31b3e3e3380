// The themes: which there are, how one looks, and whether it can be read.

import ArgumentParser
import CellCanvas
import PlainJSON
import Presets

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "The themes.",
        discussion: """
            A base16 or base24 scheme in the folder 'themes' beside the configuration is a
            theme under its file's name; 'lull paths' names the folder.

              lull --theme ember
              cp nord.yaml ~/.config/lull/themes/ && lull --theme nord
            """,
        subcommands: [ThemeList.self, ThemeShow.self, ThemeCheck.self])
}

struct ThemeList: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the themes.", discussion: "  lull theme list")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let shelf = ThemeShelf(invocation.environment)
        var listing = Listing(
            keys: ["theme", "title", "author", "dark", "own", "file"],
            columns: [.left("Name"), .left("Title"), .left("For"), .left("From")],
            whenEmpty: "No themes.")
        for entry in shelf.entries {
            let scheme: ColourScheme
            do throws(ThemeProblem) {
                scheme = try shelf.scheme(entry)
            } catch {
                invocation.note("\(error.sentence); it was left out")
                continue
            }
            listing.add(
                [
                    "theme": .string(entry.name), "title": .string(scheme.title),
                    "author": .optional(scheme.author),
                    "dark": scheme.usesTerminalColours ? .null : .bool(scheme.isDark),
                    "own": .bool(entry.path != nil), "file": .optional(entry.path),
                ],
                cells: [
                    entry.name, scheme.title, scheme.screenWords, entry.path == nil ? "Lull" : "your own",
                ])
        }
        try invocation.put(listing)
    }
}

extension ColourScheme {
    fileprivate var screenWords: String {
        usesTerminalColours ? "any screen" : isDark ? "a dark screen" : "a light screen"
    }
}

extension RGB {
    /// `#16181d`.
    var hex: String {
        "#"
            + [red, green, blue].map { channel in
                let digits = String(channel, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }
}

/// A contrast as it is written: `4.53`, cut and not rounded, so that what falls short never looks enough.
enum ContrastWords {
    static func text(_ contrast: Double) -> String {
        let hundredths = Int(contrast * 100)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    static func json(_ contrast: Double) -> JSONValue { .number(Double(Int(contrast * 100)) / 100) }
}
