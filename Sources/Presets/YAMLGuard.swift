// Keeps YAML to what a preset needs, so that a small file cannot become a large one in memory.

import Yams

/// Presets are lists and mappings of plain values. Anchors, aliases, merged keys and tags are refused before
/// anything is built of them: a few hundred bytes of aliases can stand for gigabytes. So are large and deep
/// files, which no preset is.
enum YAMLGuard {
    /// Bytes.
    static let largestFile = 65_536
    static let greatestDepth = 16

    /// - Throws: `PresetProblem` with the line on which something stands that is not read.
    static func check(text: String, file: String) throws(PresetProblem) {
        guard text.utf8.count <= largestFile else {
            throw PresetProblem(file: file, what: .tooLarge(bytes: text.utf8.count))
        }
        if let (line, mark) = firstMark(Array(text.unicodeScalars)) {
            throw PresetProblem(
                file: file, line: line,
                what: .refused("a value that begins with \"\(mark)\" is not read here; begin it otherwise"))
        }
    }

    /// The first `&`, `*`, `!` or `<<` that could begin a value or a key. It looks at the text alone and
    /// knows nothing of quotes, for what a file would have it take for a quote may be none: what stands right
    /// behind a quotation mark is taken, what stands behind a comma or a colon is not.
    private static func firstMark(_ text: [Unicode.Scalar]) -> (line: Int, mark: String)? {
        var line = 1
        var before: Unicode.Scalar = "\n"
        for (index, scalar) in text.enumerated() {
            if isBreak(scalar) {
                if scalar == "\n" { line += 1 }
                before = "\n"
                continue
            }
            if isBlank(scalar) { continue }
            if starters.contains(before) {
                switch scalar {
                case "&", "!": return (line, String(scalar))
                case "*" where isAlias(text[(index + 1)...]): return (line, "*")
                case "<" where text.count > index + 1 && text[index + 1] == "<": return (line, "<<")
                default: break
                }
            }
            before = scalar
        }
        return nil
    }

    /// True where a name follows, and behind it nothing but what can stand behind an alias: emphasis in a
    /// text is none.
    private static func isAlias(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = rest.prefix { $0.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains($0) }
        let next = rest.dropFirst(name.count).first { !isBlank($0) }
        guard !name.isEmpty, let next else { return !name.isEmpty }
        return isBreak(next) || ",]}:?#".unicodeScalars.contains(next)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{FEFF}"
    }

    /// What a value can follow.
    private static let starters = Set("\n,[]{}:?-".unicodeScalars)

    /// The line ends of YAML 1.1.
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// - Throws: `PresetProblem` where a list or mapping stands too deep, or a key is one itself.
    static func check(_ node: Node, file: String, depth: Int = 1) throws(PresetProblem) {
        guard depth <= greatestDepth else {
            throw PresetProblem(
                file: file, line: node.mark?.line,
                what: .refused("lists and mappings stand more than \(greatestDepth) deep"))
        }
        switch node {
        case .scalar, .alias: return
        case .sequence(let sequence):
            for item in sequence { try check(item, file: file, depth: depth + 1) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard case .scalar = key else {
                    throw PresetProblem(
                        file: file, line: key.mark?.line, what: .refused("a key must be one word"))
                }
                try check(value, file: file, depth: depth + 1)
            }
        }
    }
}
