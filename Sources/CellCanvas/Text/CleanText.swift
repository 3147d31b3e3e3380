// Text that is safe to show: control, direction and invisible characters made visible, and its width in cells
// known.

/// Text from anywhere, cleaned for a screen or a line of output.
///
/// Control characters, line breaks among them, direction marks, invisible characters and those of no meaning
/// that is known are written as `\u{1b}`, so that a note cannot move the cursor, hide a number or turn a line
/// round. Up to four combining marks on a base stay, and joiners between pictures.
package struct CleanText: Equatable, Sendable {
    package let string: String
    /// Columns that the text takes in a terminal.
    package let width: Int
    /// True where every scalar is a character of one column.
    let isPlain: Bool

    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) {
            self.init(clean: text, width: text.utf8.count, isPlain: true)
        } else if let count = Self.plainCount(text) {
            self.init(clean: text, width: count, isPlain: true)
        } else {
            self.init(cleaning: text.unicodeScalars)
        }
    }

    /// For a text that is known to be clean.
    init(clean string: String, width: Int, isPlain: Bool) {
        self.string = string
        self.width = width
        self.isPlain = isPlain
    }

    private init(cleaning scalars: String.UnicodeScalarView) {
        var result = String.UnicodeScalarView()
        var width = 0
        Self.scan(scalars) { scalar, step in
            switch step {
            case .begins(let columns), .joins(let columns):
                result.append(scalar)
                width += columns
            case .refused:
                let shown = Self.visible(scalar)
                result.append(contentsOf: shown.unicodeScalars)
                width += shown.utf8.count
            }
        }
        self.init(clean: String(result), width: width, isPlain: false)
    }

    /// `\u{1b}`.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16) + "}"
    }

    /// How many scalars a text has; nil where one of them is not plainly a character of one column.
    private static func plainCount(_ text: String) -> Int? {
        var count = 0
        for scalar in text.unicodeScalars {
            guard isPlain(scalar.value) else { return nil }
            count += 1
        }
        return count
    }

    /// Latin, Greek and Cyrillic letters, and what the screens are drawn with.
    private static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x3FF, 0x400...0x482,
            0x48A...0x52F, 0x2010...0x2027, 0x2190...0x22FF, 0x2500...0x25FC, 0x270E,
            0x2713...0x2716, 0x2800...0x28FF:
            true
        default: false
        }
    }

    private static func scan(
        _ scalars: some Sequence<Unicode.Scalar>, _ body: (Unicode.Scalar, CellScanner.Step) -> Void
    ) {
        var scanner = CellScanner()
        var rest = scalars.makeIterator()
        var next = rest.next()
        while let scalar = next {
            next = rest.next()
            body(scalar, scanner.take(scalar, before: next))
        }
    }
}

// MARK: Cells

extension CleanText {
    /// Calls with what each cell holds, from left to right, and the columns that it takes: 1 or 2.
    ///
    /// A cell holds one character that takes room, with the marks on it; or one picture of several scalars.
    package func forEachCell(_ body: (Character, Int) -> Void) {
        if isPlain {
            for character in string { body(character, 1) }
        } else {
            forEachCellRange { range, columns in body(Self.character(string[range]), columns) }
        }
    }

    /// The same by the place in the string.
    func forEachCellRange(_ body: (Range<String.Index>, Int) -> Void) {
        let scalars = string.unicodeScalars
        var (start, at) = (scalars.startIndex, scalars.startIndex)
        var columns = 0
        var scanner = CellScanner()
        while at < scalars.endIndex {
            let after = scalars.index(after: at)
            let next = after < scalars.endIndex ? scalars[after] : nil
            switch scanner.take(scalars[at], before: next) {
            case .begins(let width):
                if columns > 0 { body(start..<at, columns) }
                (start, columns) = (at, width)
            case .joins(let more): columns += more
            case .refused: break
            }
            at = after
        }
        if columns > 0 { body(start..<at, columns) }
    }

    /// What a cell holds as one character, which it is wherever the standard library divides text as cells
    /// are divided.
    private static func character(_ text: Substring) -> Character {
        guard let first = text.first, text.index(after: text.startIndex) == text.endIndex else {
            return unknown
        }
        return first
    }

    /// Stands for a character that cannot be shown in a cell.
    static let unknown: Character = "\u{FFFD}"

    /// The columns of a cleaned character, as a terminal counts them: the sum over what it is made of. 0 for
    /// a mark alone, which a cleaned text has only behind something else, unless it takes a column.
    package static func width(of character: Character) -> Int {
        if character.isASCII { return 1 }
        var width = 0
        scan(character.unicodeScalars) { scalar, step in
            switch step {
            case .begins(let columns), .joins(let columns): width += columns
            case .refused where ScalarKind(scalar) == .spacingMark: width += ScalarWidth.columns(scalar)
            case .refused: break
            }
        }
        return width
    }

    /// The columns of a character that can have a cell of its own, 1 or 2; nil for one that a text would not
    /// show, or only in several cells.
    static func columns(ofCell character: Character) -> Int? {
        if let ascii = character.asciiValue { return ascii >= 0x20 && ascii < 0x7f ? 1 : nil }
        let scalars = character.unicodeScalars
        if let first = scalars.first, isPlain(first.value), scalars.count == 1 { return 1 }
        var columns: Int?
        var isOne = true
        scan(scalars) { _, step in
            switch step {
            case .begins(let width):
                isOne = isOne && columns == nil
                columns = width
            case .joins(let more): columns = columns.map { $0 + more }
            case .refused: isOne = false
            }
        }
        return isOne ? columns : nil
    }
}
