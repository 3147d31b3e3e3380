// The commands that the line at the bottom takes, as a value: what can be completed, and what words a line
// has.

/// A command with its options and the commands below it.
package struct CommandWords: Equatable, Sendable {
    package struct Option: Equatable, Sendable {
        /// With its hyphens: `--bed`.
        package var name: String
        package var takesValue: Bool
        /// Those that it can have; empty where they are not a few.
        package var values: [String]
        /// Its value is a person's id.
        package var isPerson: Bool

        package init(name: String, takesValue: Bool, values: [String] = [], isPerson: Bool = false) {
            self.name = name
            self.takesValue = takesValue
            self.values = values
            self.isPerson = isPerson
        }
    }

    package var name: String
    package var commands: [CommandWords]
    package var options: [Option]
    /// Words that can stand behind it.
    package var values: [String]
    /// A person's id can stand behind it.
    package var takesPerson: Bool

    package init(
        name: String = "", commands: [CommandWords] = [], options: [Option] = [], values: [String] = [],
        takesPerson: Bool = false
    ) {
        self.name = name
        self.commands = commands
        self.options = options
        self.values = values
        self.takesPerson = takesPerson
    }
}

extension CommandWords {
    /// The words of a line, with quotation marks as a shell has them; nil where one is left open.
    static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        if let word { words.append(word) }
        return words
    }

    /// What the last word of a line can become, in order; empty where nothing is known.
    /// - Parameter people: the ids there are.
    func completions(of line: String, people: [String]) -> [String] {
        guard var before = Self.words(of: line) else { return [] }
        let begun = line.hasSuffix(" ") || line.isEmpty ? "" : before.popLast() ?? ""
        let (command, previous) = place(behind: before)
        let option = previous.flatMap { name in command.options.first { $0.name == name && $0.takesValue } }
        let known: [String]
        if let option {
            known = option.values + (option.isPerson ? people : [])
        } else if begun.hasPrefix("-") {
            known = command.options.map(\.name)
        } else {
            known = command.commands.map(\.name) + command.values + (command.takesPerson ? people : [])
        }
        return known.filter { $0.hasPrefix(begun) }.sorted()
    }

    /// The command that words lead to, and the last of them.
    private func place(behind words: [String]) -> (command: CommandWords, previous: String?) {
        var command = self
        for word in words {
            if let next = command.commands.first(where: { $0.name == word }) { command = next }
        }
        return (command, words.last)
    }
}
