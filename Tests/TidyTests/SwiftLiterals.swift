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
    private let source: [UInt8]
    private var at = 0
    private var line = 1
    /// True while nothing but white space and a plus has followed the last literal.
    private var isJoined = false

    init(_ text: String) {
        source = Array(text.utf8)
        readCode(untilClosing: false)
    }

    private func sees(_ text: String) -> Bool { source[at...].starts(with: text.utf8) }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where at < source.count {
            if source[at] == Self.lineFeed { line += 1 }
            at += 1
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// - Parameter untilClosing: true within an interpolation, which the matching parenthesis ends.
    private mutating func readCode(untilClosing: Bool) {
        var depth = 0
        var sawPlus = false
        while at < source.count {
            switch source[at] {
            case UInt8(ascii: "/") where sees("//"):
                while at < source.count, source[at] != Self.lineFeed { advance() }
                continue
            case UInt8(ascii: "/") where sees("/*"):
                skipComment()
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                guard let signs = signsBeforeQuote() else { break }
                readLiteral(signs: signs, joins: isJoined && sawPlus)
                (isJoined, sawPlus) = (true, false)
                continue
            case UInt8(ascii: "+"): sawPlus = true
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")") where untilClosing && depth == 0:
                advance()
                return
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            if !Self.isBlank(source[at]), source[at] != UInt8(ascii: "+") { isJoined = false }
            advance()
        }
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                advance(2)
            } else if sees("*/") {
                depth -= 1
                advance(2)
            } else {
                advance()
            }
        } while depth > 0 && at < source.count
    }

    /// The number signs before a quotation mark, where a literal begins here; else nil.
    private func signsBeforeQuote() -> Int? {
        var place = at
        while place < source.count, source[place] == UInt8(ascii: "#") { place += 1 }
        return place < source.count && source[place] == UInt8(ascii: "\"") ? place - at : nil
    }

    /// True where a byte and so many number signs stand here.
    private func seesSigned(_ byte: UInt8, times: Int = 1, signs: Int) -> Bool {
        let end = at + times + signs
        guard end <= source.count else { return false }
        return source[at..<at + times].allSatisfy { $0 == byte }
            && source[at + times..<end].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    private mutating func readLiteral(signs: Int, joins: Bool) {
        let start = line
        advance(signs)
        let quotes = sees("\"\"\"") ? 3 : 1
        advance(quotes)
        var text: [UInt8] = []
        while at < source.count, !seesSigned(UInt8(ascii: "\""), times: quotes, signs: signs) {
            guard seesSigned(UInt8(ascii: "\\"), signs: signs) else {
                text.append(source[at])
                advance()
                continue
            }
            advance(1 + signs)
            if sees("(") {
                advance()
                text += Array(String(Self.gap).utf8)
                isJoined = false
                readCode(untilClosing: true)
            } else {
                // An escape parts words at most: a line end, a tab, a code point.
                advance()
                text.append(UInt8(ascii: " "))
            }
        }
        advance(quotes + signs)
        let said = String(decoding: text, as: UTF8.self)
        if joins, let last = literals.popLast() {
            literals.append(Literal(text: last.text + said, line: last.line))
        } else {
            literals.append(Literal(text: said, line: start))
        }
    }
}
