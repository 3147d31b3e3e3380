// Questions to a person at a terminal.

import CareDomain
import CellCanvas

extension Invocation {
    /// True where someone can be asked: what is asked is read, and what is typed is seen.
    var canAsk: Bool {
        environment.terminals.contains(.input) && environment.terminals.contains(.output)
    }

    /// True where lines are wanted that are read aloud, or felt: by option, by the environment, or since the
    /// terminal can do nothing else.
    var isPlain: Bool {
        if global.plain { return true }
        if let wish = environment.variable("ACCESSIBLE"), wish != "0" { return true }
        return environment.terminals.contains(.output) && environment.variable("TERM") == "dumb"
    }

    /// A question with what Enter alone does, and the way back, where lines are to be plain.
    func question(_ text: String, enter: String = "skips") -> String {
        if isPlain { return "\(text) (Enter \(enter), b back):" }
        return text.hasSuffix("?") ? text : text + ":"
    }

    /// Asks, and gives the answer without the space around it; empty for Enter alone. `!` says who can be
    /// called and `?` what can be answered, and both ask again.
    /// - Parameters:
    ///   - words: what becomes of the answers so far where the question stays open.
    ///   - help: what `?` says; a word on the four signs where it is empty.
    /// - Throws: `Unanswered` at the end of the input, and for `b` and `q`.
    func ask(
        _ question: String, orEnd words: String = "nothing was kept", help: [String] = []
    ) throws -> String {
        while true {
            try putQuestion(question)
            guard let line = environment.readLine() else {
                try put("\n")
                throw Unanswered(way: .end, words: words)
            }
            switch line.trimmingSpaces {
            case "!": try putSomeoneToCall()
            case "?": try put(lines: help.isEmpty ? [Self.signs] : help)
            case "b", "B": throw Unanswered(way: .back, words: words)
            case "q", "Q": throw Unanswered(way: .leave, words: words)
            case let answer: return answer
            }
        }
    }

    /// Asks until the answer can be read.
    func ask<Value>(_ question: String, or hint: String, _ read: (String) -> Value?) throws -> Value {
        while true {
            if let value = read(try ask(question, help: [hint, Self.signs])) { return value }
            try put("\(hint)\n")
        }
    }

    static let signs = "b goes back, q leaves, ! is someone to call, ? says this again."

    /// The end of a long question is on the line on which it is answered.
    private func putQuestion(_ question: String) throws {
        guard isPlain else { return try put("\(question) ") }
        let text = CleanText(PlainLine.spelled(question))
        guard text.width >= PlainLine.columns, text.string.hasSuffix("):"),
            let hint = text.string.lastIndex(of: "(")
        else {
            var lines = text.wrapped(to: PlainLine.columns - 1)
            let last = lines.popLast() ?? ""
            try put(lines: lines)
            return try put("\(last) ")
        }
        try put(lines: [String(text.string[..<hint]).trimmingSpaces])
        try put("\(String(text.string[hint...])) ")
    }

    /// Who can be reached at this hour: by whomever is asked, for whomever it is about.
    func putSomeoneToCall() throws {
        if let subject = conversation.subject {
            return try put(lines: someoneToCall(for: subject).paragraphs)
        }
        let zone = try zone()
        try put(lines: SomeoneToCall.page(in: zone, now: now).paragraphs)
    }

    /// Says that a record is safe on the disk: by its id, but from menu to menu in a word.
    func putKept(_ id: RecordID) throws {
        guard conversation.hasMenu else { return try put("\(id)\n") }
        let canUndo = conversation.kept.last.map { $0.id == id && $0.person != nil } ?? false
        try put(lines: [canUndo ? "Kept; the word undo takes it back." : "Kept."])
    }
}
