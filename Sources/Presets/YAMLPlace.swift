// A value of a YAML file together with the key and the file it stands in, so that each problem can say where.

import Yams

/// A node of a YAML file that knows how it was reached.
struct YAMLPlace {
    let file: String
    /// The key, with those above it: `palette.base0A`, `steps[3].seconds`; empty at the top.
    let key: String
    private let node: Node

    /// The whole file, which must be a mapping.
    init(file: String, text: String) throws(PresetProblem) {
        try YAMLGuard.check(text: text, file: file)
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw Self.problem(error, file: file)
        }
        guard let root, case .mapping = root else {
            throw PresetProblem(file: file, line: 1, what: .notYAML("it has no keys"))
        }
        try YAMLGuard.check(root, file: file)
        self.init(file: file, key: "", node: root)
    }

    private init(file: String, key: String, node: Node) {
        self.file = file
        self.key = key
        self.node = node
    }

    private static func problem(_ error: any Error, file: String) -> PresetProblem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            PresetProblem(file: file, line: mark.line, what: .notYAML(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            PresetProblem(
                file: file, line: context.mark.line,
                what: .notYAML("a key stands twice: " + duplicates.sorted().joined(separator: ", ")))
        case .reader(let problem, _, _, _): PresetProblem(file: file, what: .notYAML(problem))
        default: PresetProblem(file: file, what: .notYAML("it cannot be read"))
        }
    }

    /// Counted from 1; nil where the reader kept none.
    var line: Int? { node.mark?.line }

    /// The value as it is written, quotes and comments left out; nil for a list or a mapping.
    var scalar: String? { node.scalar?.string }

    /// - Parameter expected: what the value can be, to follow "not".
    func wrong(_ expected: String) -> PresetProblem {
        let other = node.sequence == nil ? "{...}" : "[...]"
        let shown = scalar.map { String($0.unicodeScalars.prefix(60)) } ?? other
        return PresetProblem(file: file, line: line, what: .wrong(key: key, value: shown, expected: expected))
    }

    // MARK: Below a mapping

    /// Nil where the key is missing or says nothing (`null`, `~`).
    func optional(_ name: String) -> YAMLPlace? {
        guard let child = node.mapping?[Node(name)] else { return nil }
        if let scalar = child.scalar, scalar.style == .plain, ["", "~", "null"].contains(scalar.string) {
            return nil
        }
        return YAMLPlace(file: file, key: key.isEmpty ? name : "\(key).\(name)", node: child)
    }

    func required(_ name: String) throws(PresetProblem) -> YAMLPlace {
        guard let place = optional(name) else {
            let path = key.isEmpty ? name : "\(key).\(name)"
            throw PresetProblem(file: file, line: line, what: .missing(key: path))
        }
        return place
    }

    /// The names of a mapping's keys, in the file's order.
    var names: [String] { node.mapping?.keys.compactMap { $0.scalar?.string } ?? [] }

    var isMapping: Bool { node.mapping != nil }

    /// The keys of a mapping with their lines, in order; nil in the place of one that says nothing.
    var pairs: [(name: String, line: Int?, place: YAMLPlace?)] {
        node.mapping?.keys.compactMap { key in
            key.scalar.map { ($0.string, key.mark?.line, optional($0.string)) }
        } ?? []
    }

    /// Refuses keys that nobody reads: one that is mistyped would be passed over in silence.
    func refuseOthers(than known: Set<String>) throws(PresetProblem) {
        for pair in node.mapping ?? [:] {
            guard let name = pair.key.scalar?.string, !known.contains(name) else { continue }
            let path = key.isEmpty ? name : "\(key).\(name)"
            throw PresetProblem(file: file, line: pair.key.mark?.line, what: .unknown(key: path))
        }
    }

    // MARK: Values

    /// Text that says something, spaces around it dropped.
    func text() throws(PresetProblem) -> String {
        let words = scalar?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let words, !words.isEmpty else { throw wrong("a text") }
        return words
    }

    func whole(_ range: ClosedRange<Int>) throws(PresetProblem) -> Int {
        guard let value = scalar.flatMap({ Int($0) }), range.contains(value) else {
            throw wrong("a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func number(_ range: ClosedRange<Double>) throws(PresetProblem) -> Double {
        guard let value = scalar.flatMap({ Double($0) }), range.contains(value) else {
            throw wrong("a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A length given in seconds, at least a tenth of one, in milliseconds.
    func milliseconds() throws(PresetProblem) -> Int {
        Int((try number(0.1...3600) * 1000).rounded())
    }

    func flag() throws(PresetProblem) -> Bool {
        switch scalar {
        case "true", "yes": true
        case "false", "no": false
        default: throw wrong("true or false")
        }
    }

    /// One of the words that a type knows.
    func word<Word: RawRepresentable & CaseIterable>(
        _: Word.Type = Word.self
    ) throws(PresetProblem) -> Word where Word.RawValue == String {
        guard let word = scalar.flatMap(Word.init(rawValue:)) else {
            throw wrong("one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    func list() throws(PresetProblem) -> [YAMLPlace] {
        guard let sequence = node.sequence else { throw wrong("a list") }
        return sequence.enumerated().map { index, item in
            YAMLPlace(file: file, key: "\(key)[\(index + 1)]", node: item)
        }
    }
}
