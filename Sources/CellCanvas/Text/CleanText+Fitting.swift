// Making text fit: cut at an end, or broken into lines, and never within a character that was made visible.

extension CleanText {
    /// The text cut to at most so many columns, its last one then an ellipsis.
    package func fitted(to columns: Int) -> String { cut(to: columns).string }

    /// The same as a text that is known to be clean.
    package func cut(to columns: Int) -> CleanText {
        guard columns > 0 else { return CleanText("") }
        guard width > columns else { return self }
        var (end, used) = boundary(nearest: columns - 1, .toNearestBefore)
        if let escape = escape(around: end) {
            used -= string.utf8.distance(from: escape.lowerBound, to: end)
            end = escape.lowerBound
        }
        return CleanText(clean: string[..<end] + "…", width: used + 1, isPlain: isPlain)
    }

    /// The end of the text, as much of it as takes at most so many columns.
    package func tail(of columns: Int) -> String {
        guard columns > 0 else { return "" }
        guard width > columns else { return string }
        let start = boundary(nearest: width - columns, .toNearestBehind).place
        return String(string[(escape(around: start)?.upperBound ?? start)...])
    }

    /// The text broken into lines of at most so many columns, at spaces where there are any; only what is
    /// longer than a line and cannot be broken, as what was made visible, is left out for an ellipsis.
    /// - Parameter keepsUnits: true where a number and its unit, `1 h 10 m`, stay on one line.
    package func wrapped(to columns: Int, keepsUnits: Bool = false) -> [String] {
        guard columns > 0 else { return [] }
        var lines: [String] = []
        var (line, used) = ("", 0)
        for part in keepsUnits ? pieces : words {
            var word = CleanText(part)
            if used > 0, used + 1 + word.width <= columns {
                line += " " + word.string
                used += 1 + word.width
                continue
            }
            if used > 0 { lines.append(line) }
            while word.width > columns { lines.append(word.takeLine(of: columns)) }
            (line, used) = (word.string, word.width)
        }
        if used > 0 { lines.append(line) }
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

    /// Takes as much off the start of a word as fits into a line.
    private mutating func takeLine(of columns: Int) -> String {
        var end = boundary(nearest: columns, .toNearestBefore).place
        end = escape(around: end)?.lowerBound ?? end
        var line = String(string[..<end])
        if line.isEmpty {
            // Not even the first piece fits.
            line = "…"
            let after = boundary(nearest: 1, .toNearestBehind).place
            end = escape(around: after)?.upperBound ?? after
        }
        self = CleanText(String(string[end...]))
        return line
    }

    private enum Side { case toNearestBefore, toNearestBehind }

    /// The place between two cells at a column, counted from 0; where that lies within a cell, the one before
    /// or behind it.
    private func boundary(nearest column: Int, _ side: Side) -> (place: String.Index, column: Int) {
        if isPlain {
            return (string.unicodeScalars.index(string.startIndex, offsetBy: column), column)
        }
        var result: (String.Index, Int)?
        var used = 0
        forEachCellRange { range, columns in
            defer { used += columns }
            guard result == nil else { return }
            let isInside = used < column && used + columns > column
            if used >= column || isInside && side == .toNearestBefore { result = (range.lowerBound, used) }
        }
        return result ?? (string.endIndex, used)
    }

    /// The characters, such as `\u{1b}`, that stand for one made visible, where a place lies within them. A
    /// half of it would be another text.
    private func escape(around place: String.Index) -> Range<String.Index>? {
        let bytes = string.utf8
        var start = place
        // The longest is `\u{10ffff}`, ten bytes.
        for _ in 0..<9 where start > string.startIndex {
            bytes.formIndex(before: &start)
            guard bytes[start] == UInt8(ascii: "\\") else { continue }
            guard let end = Self.endOfEscape(bytes[start...]), end > place else { return nil }
            return start..<end
        }
        return nil
    }

    /// The end of the escape with which a text begins; nil where it does not begin with one.
    private static func endOfEscape(_ bytes: Substring.UTF8View) -> String.Index? {
        guard bytes.starts(with: "\\u{".utf8) else { return nil }
        let digits = bytes.dropFirst(3).prefix { byte in
            (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        }
        let end = digits.endIndex
        guard (1...6).contains(digits.count), end < bytes.endIndex, bytes[end] == UInt8(ascii: "}") else {
            return nil
        }
        return bytes.index(after: end)
    }
}
