// The language in which rows of a cohort are chosen: `week>=3 & isi>=15`, `!nightsLogged7<3`, `flag:R05`.

/// A filter as it was typed. `!` binds closer than `&`, and that closer than `|`; words side by side must all
/// hold. What is unknown compares as false, whatever the comparison.
package struct CohortFilter: Equatable, Sendable {
    indirect enum Node: Equatable, Sendable {
        case all([Node])
        case any([Node])
        case not(Node)
        case compare(String, Comparison, Operand)
        /// `protocol:esketamine*`.
        case matches(String, String)
        /// A part of the id or the name, in small letters.
        case word([UInt8])
    }

    /// What is compared with, read once and not for each of thousands of rows.
    struct Operand: Equatable, Sendable {
        /// In small letters.
        let text: String
        /// Nil for what is no number.
        let number: Double?

        init(_ typed: String) {
            text = typed.lowercased()
            number = Double(typed)
        }
    }

    enum Comparison: String, CaseIterable, Sendable {
        case atMost = "<="
        case atLeast = ">="
        case differs = "!="
        case same = "=="
        case less = "<"
        case greater = ">"
        case equal = "="
    }

    /// What cannot be read, in a clause that says so.
    package struct Problem: Error, Equatable, Sendable {
        package let words: String
    }

    /// What a row says for a key.
    package enum Value: Equatable, Sendable {
        case number(Double)
        /// Text, or a date in its ISO form, which sorts as it is.
        case text(String)
    }

    /// What is asked of a row.
    package struct Row {
        package var id: String
        /// In small letters.
        package var name: String
        /// By key; nil for what is unknown.
        package var value: (String) -> Value?
        /// Of open flags: rules, levels and ids.
        package var flags: () -> [String]

        package init(
            id: String, name: String, flags: @escaping () -> [String], value: @escaping (String) -> Value?
        ) {
            self.id = id
            self.name = name
            self.flags = flags
            self.value = value
        }
    }

    let node: Node

    /// - Parameter isKey: whether there is such a key or questionnaire.
    package init(_ text: String, isKey: (String) -> Bool) throws(Problem) {
        var parser = CohortFilterParser(text)
        node = try parser.parse(isKey)
    }

    package func holds(for row: Row) -> Bool { Self.holds(node, row) }

    private static func holds(_ node: Node, _ row: Row) -> Bool {
        switch node {
        case .all(let nodes): return nodes.allSatisfy { holds($0, row) }
        case .any(let nodes): return nodes.contains { holds($0, row) }
        case .not(let node): return !holds(node, row)
        case .word(let word):
            return contains(row.id, word) || contains(row.name, word)
        case .matches("flag", let pattern): return row.flags().contains { matches($0, pattern) }
        case .matches(let key, let pattern):
            switch row.value(key) {
            case .text(let text): return matches(text, pattern)
            case .number(let number): return Double(pattern) == number
            case nil: return false
            }
        case .compare(let key, let comparison, let operand):
            switch row.value(key) {
            case .number(let value): return operand.number.map { comparison.holds(value, $0) } ?? false
            case .text(let value): return comparison.holds(value.lowercased(), operand.text)
            case nil: return false
            }
        }
    }

    /// Byte by byte, since it is asked of thousands between two keys.
    private static func contains(_ text: String, _ word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: word) { return true }
            rest = rest[rest.index(after: start)...]
        }
        return false
    }

    /// Whole, whatever the case; `*` stands for any number of characters.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let (text, pattern) = (Array(text.lowercased()), Array(pattern.lowercased()))
        var reached = [Bool](repeating: false, count: text.count + 1)
        reached[0] = true
        for character in pattern {
            var next = [Bool](repeating: false, count: text.count + 1)
            for index in 0...text.count {
                if character == "*" {
                    next[index] = reached[index] || (index > 0 && next[index - 1])
                } else if index > 0 {
                    next[index] = reached[index - 1] && text[index - 1] == character
                }
            }
            reached = next
        }
        return reached[text.count]
    }
}

extension CohortFilter.Comparison {
    fileprivate func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
        switch self {
        case .atMost: a <= b
        case .atLeast: a >= b
        case .differs: a != b
        case .same, .equal: a == b
        case .less: a < b
        case .greater: a > b
        }
    }
}

/// Reads the language by descent, without more depth than a person types.
private struct CohortFilterParser {
    private var rest: Substring
    private var depth = 0
    private static let deepest = 32

    init(_ text: String) { rest = text[...] }

    mutating func parse(_ isKey: (String) -> Bool) throws(CohortFilter.Problem) -> CohortFilter.Node {
        skipSpace()
        if rest.isEmpty { return .all([]) }
        let node = try alternatives(isKey)
        guard rest.isEmpty else { throw problem("\(rest.prefix(1)) stands where nothing is open") }
        return node
    }

    private func problem(_ words: String) -> CohortFilter.Problem { CohortFilter.Problem(words: words) }

    private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

    private mutating func take(_ mark: String) -> Bool {
        guard rest.hasPrefix(mark) else { return false }
        rest = rest.dropFirst(mark.count)
        skipSpace()
        return true
    }

    private mutating func alternatives(_ isKey: (String) -> Bool) throws(CohortFilter.Problem)
        -> CohortFilter.Node
    {
        var nodes = [try both(isKey)]
        while take("|") {
            _ = take("|")
            nodes.append(try both(isKey))
        }
        return nodes.count == 1 ? nodes[0] : .any(nodes)
    }

    private mutating func both(_ isKey: (String) -> Bool) throws(CohortFilter.Problem) -> CohortFilter.Node {
        var nodes = [try one(isKey)]
        while true {
            if take("&") {
                _ = take("&")
            } else if rest.isEmpty || rest.hasPrefix("|") || rest.hasPrefix(")") {
                break
            }
            nodes.append(try one(isKey))
        }
        return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func one(_ isKey: (String) -> Bool) throws(CohortFilter.Problem) -> CohortFilter.Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem("brackets and ! stand too deep") }
        if take("!") { return .not(try one(isKey)) }
        if take("(") {
            let node = try alternatives(isKey)
            guard take(")") else { throw problem("a bracket is not closed") }
            return node
        }
        let name = try word("a word or a comparison")
        skipSpace()
        if let comparison = CohortFilter.Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) {
            _ = take(comparison.rawValue)
            try check(name, isKey)
            return .compare(name, comparison, CohortFilter.Operand(try word("what to compare with")))
        }
        if take(":") {
            if name != "flag" { try check(name, isKey) }
            return .matches(name, try word("what to look for"))
        }
        return .word(Array(name.lowercased().utf8))
    }

    private func check(_ name: String, _ isKey: (String) -> Bool) throws(CohortFilter.Problem) {
        guard isKey(name) else { throw problem("there is no column or questionnaire \"\(name)\"") }
    }

    /// Up to a mark or a space; in quotation marks, up to the next one.
    private mutating func word(_ expected: String) throws(CohortFilter.Problem) -> String {
        defer { skipSpace() }
        if rest.hasPrefix("\"") {
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: "\"") else { throw problem("a quotation mark is not closed") }
            let word = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            return word
        }
        let word = rest.prefix { !$0.isWhitespace && !"&|()!<>=:\"".contains($0) }
        guard !word.isEmpty else { throw problem("\(expected) is expected") }
        rest = rest.dropFirst(word.count)
        return String(word)
    }
}
