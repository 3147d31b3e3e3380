// The keys of the dashboard, as they are here and now, and whether those of the configuration can be had.

import ArgumentParser
import CellCanvas
import PlainJSON

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "The keys of the dashboard: list, check.",
        discussion: """
            An action's name stands for it in the configuration:

              keys:
                log-night: [l, é]

              lull keys list --json
              lull keys check
            """,
        subcommands: [KeysList.self, KeysCheck.self], defaultSubcommand: KeysList.self)
}

struct KeysList: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the keys, screen by screen, one's own among them.",
        discussion: "  lull keys list")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let table = invocation.keyTable
        var listing = Listing(
            keys: ["place", "action", "keys", "own", "help"], columns: [], whenEmpty: "No keys.")
        var lines: [String] = []
        for place in table.places {
            let entries = table.entries(in: place.name)
            var text = TextTable([.left("Keys"), .left("Action"), .left("What it does", limit: 90)])
            for entry in entries {
                text.add([entry.shownKeys, entry.action, entry.help])
                listing.add(
                    [
                        "place": .string(place.name), "action": .string(entry.action),
                        "keys": .array(entry.keys.map { .string($0.name) }), "own": .bool(entry.isOwn),
                        "help": .string(entry.help),
                    ], cells: [])
            }
            guard !entries.isEmpty else { continue }
            lines += (lines.isEmpty ? [] : [""]) + [place.title]
            lines += text.lines.dropFirst().map { "  " + $0 }
        }
        if invocation.global.form == .text { return try invocation.put(lines: lines) }
        try invocation.put(listing)
    }
}

extension KeyTable.Entry {
    fileprivate var shownKeys: String {
        keys.isEmpty ? "–" : keys.map(\.name).joined(separator: " ")
    }
}

struct KeysCheck: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Looks for keys in the configuration that cannot be had.",
        discussion: """
            Prints what it finds, a line each, and then ends with status 1.

              lull keys check
            """)

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let own = invocation.ownConfiguration
        let problems = own.problems
        if !problems.isEmpty { invocation.status = .no }
        let words =
            own.configuration.keys.isEmpty
            ? "There are no keys in \(own.path); those that 'lull keys' lists hold."
            : "The keys in \(own.path) can all be had."
        try invocation.put(
            .array(problems.map { .string($0) }), lines: problems.isEmpty ? [words] : problems)
    }
}

extension Invocation {
    /// The keys that hold for this person.
    var keyTable: KeyTable {
        environment.keyTable.changed(by: ownConfiguration.configuration.keys).table
    }
}

extension OwnConfiguration {
    /// What is wrong with a person's own key, with its place and what becomes of it.
    static func sentence(_ problem: KeyProblem, path: String, _ table: KeyTable) -> String {
        let place = problem.line.map { "\(path):\($0)" } ?? path
        let action = quoted(problem.action)
        switch problem.what {
        case .unknownAction(let name):
            return "\(place): there is no action \(action)\(orMeant(name, table.actions)); "
                + "'lull keys' lists them; it was left out"
        case .given(let key, let other, let screen):
            return "\(place): \(quoted(key.name)) stands for \(other) already (\(screen)); "
                + "\(problem.action) goes without it there"
        case .taken(let key, let other, let screen):
            return "\(place): \(quoted(key.name)) is the key of \(other) (\(screen)), which goes without it "
                + "now; give \(other) another"
        case .onlyTyped(_, let screen):
            return "\(place): \(action) is done while text is typed (\(screen)), so a character cannot stand "
                + "for it; take a key such as ctrl-x or f5"
        }
    }
}
