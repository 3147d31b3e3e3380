// Questions to a person at a terminal.

import CareDomain

extension Invocation {
    /// True where someone can be asked: what is asked is read, and what is typed is seen.
    var canAsk: Bool {
        environment.terminals.contains(.input) && environment.terminals.contains(.output)
    }

    /// Asks, and gives the answer without the space around it; empty for Enter alone.
    /// - Parameter words: what becomes of the answers so far where the input ends.
    /// - Throws: `Failure` at the end of the input: then nothing is done.
    func ask(_ question: String, orEnd words: String = "nothing was kept") throws -> String {
        try put("\(question) ")
        guard let line = environment.readLine() else {
            try put("\n")
            throw Failure(.interrupted, words)
        }
        return line.trimmingSpaces
    }

    /// Asks until the answer can be read.
    func ask<Value>(_ question: String, or hint: String, _ read: (String) -> Value?) throws -> Value {
        while true {
            if let value = read(try ask(question)) { return value }
            try put("\(hint)\n")
        }
    }
}
