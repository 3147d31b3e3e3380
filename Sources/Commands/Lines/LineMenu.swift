// Numbered choices, one a line, taken by number or by word.

import ArgumentParser
import CareDomain

/// Something that can be chosen, and what it does.
struct LineChoice {
    /// What is typed for it.
    let name: String
    let title: String
    /// True for what writes to the store.
    var writes = false
    let perform: (inout Invocation) throws -> Void
}

extension Invocation {
    /// Has one of some rows chosen.
    /// - Parameters:
    ///   - hidden: how many rows at the end can be named and are not listed.
    ///   - lists: false where the rows were listed just before.
    /// - Returns: the row's place; nil for Enter alone.
    func pick(
        _ title: String, _ rows: [(name: String, title: String)], hidden: Int = 0, lists: Bool = true,
        prompt: String? = nil
    ) throws -> Int? {
        let shown = rows.dropLast(hidden)
        let list = [title] + zip(1..., shown).map { "  \($0). \(Self.words($1))" }
        if lists { try put(lines: list) }
        let question = prompt ?? self.question("A number or a word", enter: "for none of them")
        while true {
            let answer = try ask(question, orEnd: "", help: list + [Self.signs])
            if answer.isEmpty { return nil }
            if let number = Int(answer), (1...shown.count).contains(number) { return number - 1 }
            let found = Self.matches(answer.lowercased(), rows)
            if found.count == 1 { return found[0] }
            let names = found.map { rows[$0].name }
            try put(lines: [
                names.isEmpty
                    ? "\(quoted(answer)) is none of them; give 1 to \(shown.count) or a word, ? lists them."
                    : "\(quoted(answer)) could be \(names.joined(separator: " or ")); give more of it."
            ])
        }
    }

    private static func words(_ row: (name: String, title: String)) -> String {
        row.title.isEmpty ? row.name : "\(row.name): \(row.title)"
    }

    /// The row of that name, else those whose name begins so, else those that have it anywhere.
    private static func matches(_ word: String, _ rows: [(name: String, title: String)]) -> [Int] {
        let tests: [((name: String, title: String)) -> Bool] = [
            { $0.name.lowercased() == word }, { $0.name.lowercased().hasPrefix(word) },
            { word.count > 2 && words($0).lowercased().contains(word) },
        ]
        for test in tests {
            let found = rows.indices.filter { test(rows[$0]) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Runs a command of the command line, for the person who is chosen.
    mutating func perform(_ arguments: [String]) throws {
        var command: any ParsableCommand
        do {
            command = try Lull.parseAsRoot(arguments)
        } catch {
            throw Failure.usage(oneLine(Lull.message(for: error)))
        }
        guard let own = command as? any LullCommand else { return try command.run() }
        showing = Showing()
        defer { showing = Showing() }
        try own.perform(in: &self)
        // That the person is looked at is noted once; that something is taken along, each time.
        if own.exportForm != nil { noteAccess(of: own) }
    }

    /// Does what was chosen. Why it could not be done is said in a sentence; going back from it comes here.
    mutating func perform(_ choice: LineChoice) throws {
        if choice.writes, global.readonly {
            return try put(lines: ["--readonly was given, so nothing is written."])
        }
        do {
            try choice.perform(&self)
        } catch let failure as Failure {
            guard let message = failure.message else { throw failure }
            try put(lines: [message.asSentence])
        } catch let turn as Unanswered where turn.way == .back {
            if !turn.words.isEmpty { try put(lines: [turn.words.asSentence]) }
        }
        // A guide that was broken off is no end of the whole.
        status = .ok
    }

    /// Has one of some choices taken and done, until none is.
    mutating func choose(_ title: String, _ choices: [LineChoice]) throws {
        let rows = choices.map { (name: $0.name, title: $0.title) }
        guard let place = try pick(title, rows) else { return }
        try perform(choices[place])
    }
}
