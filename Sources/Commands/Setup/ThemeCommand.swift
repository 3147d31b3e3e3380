// The themes that ship with the program.

import ArgumentParser
import Presets

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "The themes.", subcommands: [ThemeList.self])
}

struct ThemeList: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the themes.", discussion: "  lull theme list")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        var listing = Listing(
            keys: ["theme", "title", "author", "dark"],
            columns: [.left("Name"), .left("Title"), .left("For")],
            whenEmpty: "No themes.")
        for scheme in Shipped.schemes {
            listing.add(
                [
                    "theme": .string(scheme.name), "title": .string(scheme.title),
                    "author": .optional(scheme.author),
                    "dark": .bool(scheme.isDark),
                ],
                cells: [scheme.name, scheme.title, scheme.isDark ? "a dark screen" : "a light screen"])
        }
        try invocation.put(listing)
    }
}
