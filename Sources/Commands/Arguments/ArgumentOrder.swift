// Lets the global options stand before the command as well as behind it, and numbers below zero behind an
// option.

/// The arguments with what stood before the command, or before one of its own commands, moved to their end.
struct ArgumentOrder {
    /// The command's name; nil where none is given.
    let command: String?
    /// The name behind that of a command which has commands of its own; nil where none is given.
    let subcommand: String?
    let arguments: [String]

    /// - Parameter groups: the commands that have commands of their own.
    init(_ arguments: [String], groups: Set<String> = []) {
        let arguments = Self.joiningNumbers(arguments)
        var rest = arguments[...]
        var before = Self.takeGlobals(&rest)
        guard let first = rest.first, !first.hasPrefix("-") else {
            (command, subcommand) = (nil, nil)
            self.arguments = arguments
            return
        }
        command = first
        rest.removeFirst()
        var names = [first]
        if groups.contains(first) {
            before += Self.takeGlobals(&rest)
            if let name = rest.first, !name.hasPrefix("-") {
                names.append(name)
                rest.removeFirst()
            }
        }
        subcommand = names.count > 1 ? names[1] : nil
        // Behind `--` everything is taken as it stands.
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        self.arguments = names + rest[..<end] + before + rest[end...]
    }

    /// The options up to the first word that is none. Help and the version are about what stands before them;
    /// they stay where they are.
    private static func takeGlobals(_ rest: inout ArraySlice<String>) -> [String] {
        var taken: [String] = []
        while let argument = rest.first, argument.hasPrefix("-"), argument != "--",
            !standsAlone.contains(argument)
        {
            taken.append(rest.removeFirst())
            if takesValue.contains(argument), let value = rest.popFirst() { taken.append(value) }
        }
        return taken
    }

    /// `--latency -5` as `--latency=-5`: alone, the parser takes a number below zero for an option.
    private static func joiningNumbers(_ arguments: [String]) -> [String] {
        var joined: [String] = []
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return joined + arguments[index...] }
            if isBelowZero(argument), let option = joined.last, option.hasPrefix("--"), !option.contains("="),
                !flags.contains(option), index > 0, arguments[index - 1] == option
            {
                joined[joined.count - 1] = option + "=" + argument
            } else {
                joined.append(argument)
            }
        }
        return joined
    }

    private static func isBelowZero(_ text: String) -> Bool {
        text.hasPrefix("-") && text.count > 1
            && text.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    }

    /// The global options among arguments that are not all known here, with their values.
    static func globals(in arguments: [String]) -> [String] { parted(arguments).globals }

    /// What is left without the global options.
    static func others(in arguments: [String]) -> [String] { parted(arguments).others }

    private static func parted(_ arguments: [String]) -> (globals: [String], others: [String]) {
        var (globals, others): ([String], [String]) = ([], [])
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let name = String(argument.prefix { $0 != "=" })
            guard takesValue.contains(name) || flags.contains(argument) else {
                others.append(argument)
                continue
            }
            globals.append(argument)
            if takesValue.contains(argument), let value = rest.popFirst() { globals.append(value) }
        }
        return (globals, others)
    }

    private static let flags: Set = ["--json", "--jsonl", "--csv", "--ascii", "--plain", "--readonly"]
    private static let standsAlone: Set = ["--help", "-h", "--version"]
    private static let takesValue: Set = [
        "--store", "--patient", "--by", "--now", "--zone", "--color", "--theme", "--motion",
    ]
}
