// Finds the string literals of a Swift source: enough of the grammar to tell them from code and comments.

/// Literals that only a plus sign and white space part are one text, since that is how they are shown. What
/// is put into a literal stands in it as a gap; literals within that are texts of their own.
struct SwiftLiterals {
    struct Literal: Equatable {
        var text: String
        /// Counted from 1; where the literal begins.
        var line: Int
    }

    /// Stands for what is put into a literal.
    static let gap: Character = "\u{FFFC}"

    private(set) var literals: [Literal] = []
    private let source: [Character]
    private var at = 0
    private var line = 1
    /// True while nothing but white space and a plus has followed the last literal.
    private var isJoined = false

    init(_ text: String) {
        source = Array(text)
        readCode(untilClosing: false)
    }

    private func sees(_ text: String, from place: Int) -> Bool {
        source.dropFirst(place).starts(with: text)
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where at < source.count {
            if source[at].isNewline { line += 1 }
            at += 1
        }
    }

    /// - Parameter untilClosing: true within an interpolation, which the matching parenthesis ends.
    private mutating func readCode(untilClosing: Bool) {
        var depth = 0
        var sawPlus = false
        while at < source.count {
            let character = source[at]
            if sees("//", from: at) {
                while at < source.count, !source[at].isNewline { advance() }
                continue
            }
            if sees("/*", from: at) {
                skipComment()
                continue
            }
            if let hashes = literalHashes() {
                let joins = isJoined && sawPlus
                readLiteral(hashes: hashes, joins: joins)
                (isJoined, sawPlus) = (true, false)
                continue
            }
            switch character {
            case "+": sawPlus = true
            case "(": depth += 1
            case ")" where untilClosing && depth == 0:
                advance()
                return
            case ")": depth -= 1
            default: break
            }
            if !character.isWhitespace, character != "+" { isJoined = false }
            advance()
        }
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if sees("/*", from: at) {
                depth += 1
                advance(2)
            } else if sees("*/", from: at) {
                depth -= 1
                advance(2)
            } else {
                advance()
            }
        } while depth > 0 && at < source.count
    }

    /// The number signs before a quotation mark, where a literal begins here; else nil.
    private func literalHashes() -> Int? {
        var place = at
        while place < source.count, source[place] == "#" { place += 1 }
        return place < source.count && source[place] == "\"" ? place - at : nil
    }

    private mutating func readLiteral(hashes: Int, joins: Bool) {
        let start = line
        let signs = String(repeating: "#", count: hashes)
        advance(hashes)
        let quote = sees("\"\"\"", from: at) ? "\"\"\"" : "\""
        advance(quote.count)
        var text = ""
        // What lies within comes before it in the list, so that one that follows finds this as the last.
        while at < source.count, !sees(quote + signs, from: at) {
            guard sees("\\" + signs, from: at) else {
                text.append(source[at])
                advance()
                continue
            }
            advance(1 + hashes)
            if at < source.count, source[at] == "(" {
                advance()
                text.append(Self.gap)
                isJoined = false
                readCode(untilClosing: true)
            } else {
                // An escape parts words at most: a line end, a tab, a code point.
                if at < source.count, source[at].isNewline { text.append(" ") }
                advance()
                text.append(" ")
            }
        }
        advance(quote.count + hashes)
        if joins, let last = literals.popLast() {
            literals.append(Literal(text: last.text + text, line: last.line))
        } else {
            literals.append(Literal(text: text, line: start))
        }
    }
}
