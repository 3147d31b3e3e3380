// Text that is safe to show: control, direction and invisible characters made visible, and its width in cells
// known.

/// Text from anywhere, cleaned for a screen or a line of output.
///
/// Control characters, direction marks and other invisible ones are written as `\u{1b}`, so that a note
/// cannot move the cursor, hide a number or turn a line round. Two zero-width joiners between emoji and up to
/// four combining marks stay.
package struct CleanText: Equatable, Sendable {
    package let string: String

    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) {
            string = text
            return
        }
        var result = ""
        for character in text { result += Self.clean(character) }
        string = result
    }

    /// Columns that the text takes in a terminal.
    package var width: Int {
        if string.utf8.allSatisfy({ $0 < 0x80 }) { return string.utf8.count }
        return string.reduce(0) { $0 + Self.width(of: $1) }
    }

    /// The text cut to at most so many columns, its last one then an ellipsis.
    package func fitted(to columns: Int) -> String {
        guard columns > 0 else { return "" }
        guard width > columns else { return string }
        var result = ""
        var used = 0
        for character in string {
            let next = Self.width(of: character)
            if used + next > columns - 1 { break }
            result.append(character)
            used += next
        }
        return result + "…"
    }

    /// The text broken into lines of at most so many columns, at spaces where there are any.
    /// - Parameter keepsUnits: true where a number and its unit, `1 h 10 m`, stay on one line.
    package func wrapped(to columns: Int, keepsUnits: Bool = false) -> [String] {
        guard columns > 0 else { return [] }
        var lines: [String] = []
        var line = ""
        for word in keepsUnits ? pieces : words {
            let joined = line.isEmpty ? word : line + " " + word
            if CleanText(joined).width <= columns {
                line = joined
            } else {
                if !line.isEmpty { lines.append(line) }
                line = CleanText(word).fitted(to: columns)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    private var words: [String] {
        string.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }

    /// The words, with a number and the unit behind it as one.
    private var pieces: [String] {
        words.reduce(into: [String]()) { pieces, word in
            let bare = word.prefix { !".,;:)".contains($0) }
            let isUnit = ["m", "h", "mg", "%"].contains(bare) && pieces.last?.last?.isNumber == true
            let isMinutes = pieces.last?.hasSuffix(" h") == true && bare.allSatisfy(\.isNumber)
            if isUnit || isMinutes, let last = pieces.popLast() {
                pieces.append(last + " " + word)
            } else {
                pieces.append(word)
            }
        }
    }

    /// The columns of one cleaned character: 1 or 2.
    package static func width(of character: Character) -> Int {
        if character.isASCII { return 1 }
        let scalars = character.unicodeScalars
        if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
        return scalars.contains(where: isWide) ? 2 : 1
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }

    private static func clean(_ character: Character) -> String {
        var result = String.UnicodeScalarView()
        var marks = 0
        let isEmoji = character.unicodeScalars.first?.properties.isEmojiPresentation == true
        for (index, scalar) in character.unicodeScalars.enumerated() {
            let isMark =
                scalar.properties.generalCategory == .nonspacingMark
                || scalar.properties.generalCategory == .enclosingMark
            if isMark { marks += 1 }
            let isJoiner = scalar == "\u{200D}" && isEmoji && index > 0
            if isJoiner || (isShown(scalar) && !(isMark && (index == 0 || marks > 4))) {
                result.append(scalar)
            } else {
                result.append(contentsOf: ("\\u{" + String(scalar.value, radix: 16) + "}").unicodeScalars)
            }
        }
        return String(result)
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            false
        default: true
        }
    }
}
