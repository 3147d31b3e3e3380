// The commands with their options, as a value that another program can complete words by.

import ArgumentParser
import PlainJSON
import Presets

/// A command, what it takes, and the commands below it.
package struct CommandOutline: Equatable, Sendable {
    package struct Option: Equatable, Sendable {
        /// With its hyphens: `--bed`.
        package var name: String
        package var takesValue: Bool
        /// Those that it can have; empty where they are not a few.
        package var values: [String]
        /// Its value is a person's id.
        package var isPerson: Bool
    }

    package var name: String
    package var commands: [CommandOutline] = []
    package var options: [Option] = []
    /// Words that can stand behind it.
    package var values: [String] = []
    /// A person's id can stand behind it.
    package var takesPerson = false

    /// The names of all commands, below one without a name; to know the options too takes a good deal longer.
    package static func ofNames() -> CommandOutline {
        var outline = CommandOutline(name: "")
        outline.commands = named(Lull.configuration.subcommands)
        return outline
    }

    private static func named(_ commands: [any ParsableCommand.Type]) -> [CommandOutline] {
        var outlines: [CommandOutline] = []
        for command in commands {
            let configuration = command.configuration
            guard configuration.shouldDisplay, let name = configuration.commandName else { continue }
            var outline = CommandOutline(name: name)
            outline.commands = named(configuration.subcommands)
            outlines.append(outline)
        }
        return outlines
    }

    /// All commands of the program, below one without a name.
    package static func ofProgram() -> CommandOutline {
        let value = try? JSONReader.value(Lull._dumpHelp())
        guard let command = value?.object?["command"]?.object else { return CommandOutline(name: "") }
        var outline = CommandOutline(command)
        outline.name = ""
        return outline
    }

    private init(name: String) { self.name = name }

    private init(_ command: JSONObject) {
        name = command["commandName"]?.string ?? ""
        let below = command["subcommands"]?.array?.compactMap(\.object) ?? []
        commands = below.filter { $0["shouldDisplay"]?.bool != false }.map { CommandOutline($0) }
        for argument in command["arguments"]?.array?.compactMap(\.object) ?? [] { add(argument) }
        values += Self.known[name] ?? []
    }

    private mutating func add(_ argument: JSONObject) {
        let kind = argument["kind"]?.string
        let valueName = argument["valueName"]?.string
        let allowed = argument["allValues"]?.array?.compactMap(\.string) ?? []
        guard kind != "positional" else {
            values += allowed
            if valueName == "id", name != "amend", name != "retract" { takesPerson = true }
            return
        }
        let names = argument["names"]?.array?.compactMap(\.object) ?? []
        for one in names where one["kind"]?.string == "long" {
            guard let text = one["name"]?.string else { continue }
            options.append(
                Option(
                    name: "--" + text, takesValue: kind == "option",
                    values: allowed + (Self.known["--" + text] ?? []), isPerson: text == "patient"))
        }
    }

    /// Names of what ships, which the parser does not know.
    private static let known: [String: [String]] = [
        "relax": ["list"] + Shipped.programmes.map(\.name),
        "check-in": ["list"] + Shipped.instruments.map(\.name),
        "--protocol": Shipped.protocols.map(\.name),
    ]
}
