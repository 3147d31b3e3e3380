// Lets the global options stand before the command as well as behind it.

/// The arguments with what stood before the command moved to their end.
struct ArgumentOrder {
    /// The command's name; nil where none is given.
    let command: String?
    let arguments: [String]

    init(_ arguments: [String]) {
        var before: [String] = []
        var rest = arguments[...]
        while let argument = rest.first, argument.hasPrefix("-"), argument != "--" {
            // Help and the version are about the program; they stay where they are.
            if Self.standsAlone.contains(argument) { break }
            before.append(argument)
            rest.removeFirst()
            if Self.takesValue.contains(argument), let value = rest.first {
                before.append(value)
                rest.removeFirst()
            }
        }
        guard let first = rest.first, !first.hasPrefix("-") else {
            command = nil
            self.arguments = arguments
            return
        }
        command = first
        // Behind `--` everything is taken as it stands.
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        self.arguments = rest[..<end] + before + rest[end...]
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
