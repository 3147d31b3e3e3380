// What a terminal would show: enough of xterm to follow everything that the program draws with.

import CellCanvas

/// The screen after the bytes that it was fed. What it does not know it keeps in `unknown`, so that a test
/// can see that the picture is not to be trusted.
struct ScreenModel {
    private(set) var columns: Int
    private(set) var rows: Int
    private(set) var isAlternate = false
    private(set) var showsCursor = true
    private(set) var pastesInBrackets = false
    private(set) var reportsMouse = false
    private(set) var reportsMouseInDecimal = false
    /// Between the marks of a synchronised frame, of which nobody sees the half.
    private(set) var isInFrame = false
    private(set) var unknown: [String] = []
    private(set) var cursor = Position(column: 0, row: 0)

    /// Lines that can be scrolled back to: what has left the first screen at its top, and what was cleared
    /// there at once, which many terminals keep.
    private(set) var history: [String] = []
    /// There is one screen only, or the second one is switched off.
    var hasOneScreen = false

    private var cells: [[String]]
    /// What the first screen shows while the second one is seen.
    private var first: [[String]] = []
    private var region: Range<Int>
    private var lastDrawn = " "
    /// The next character goes to the next line, since the cursor stands past the last column.
    private var wrapsNext = false
    private var parser = SequenceParser()

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        region = 0..<rows
        cells = Self.blank(columns, rows)
    }

    var lines: [String] {
        cells.map { row in
            var line = row.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    var text: String { lines.joined(separator: "\n") }

    /// Everything that somebody could read who scrolls back.
    var everything: String { (history + lines).joined(separator: "\n") }

    mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            guard let item = parser.take(byte) else { continue }
            apply(item)
        }
    }

    /// What was on the screen is lost, as when another program has drawn over it.
    mutating func forget() { cells = Self.blank(columns, rows) }

    /// The window has another size; what it shows is kept from the upper left corner.
    mutating func resize(columns: Int, rows: Int) {
        var next = Self.blank(columns, rows)
        for row in 0..<min(rows, self.rows) {
            for column in 0..<min(columns, self.columns) { next[row][column] = cells[row][column] }
        }
        (cells, self.columns, self.rows, region) = (next, columns, rows, 0..<rows)
        move(cursor.column, cursor.row)
    }

    private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
        Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    // MARK: What comes in

    private mutating func apply(_ item: SequenceParser.Item) {
        switch item {
        case .character(let character): draw(character)
        case .control(let byte): control(byte)
        case .escape(let text): escape(text)
        case .csi(let sequence): csi(sequence)
        case .text: break
        }
    }

    private mutating func draw(_ character: Character) {
        let width = CleanText.width(of: character)
        if width == 0 {
            // A mark goes onto what was drawn last.
            cells[cursor.row][wrapsNext ? cursor.column : max(0, cursor.column - 1)].append(character)
            return
        }
        if wrapsNext || cursor.column + width > columns {
            lineFeed()
            move(0, cursor.row)
        }
        lastDrawn = String(character)
        cells[cursor.row][cursor.column] = lastDrawn
        if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
        let next = cursor.column + width
        move(next, cursor.row)
        wrapsNext = next >= columns
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x07: break
        case 0x08: move(cursor.column - 1, cursor.row)
        case 0x09: move((cursor.column / 8 + 1) * 8, cursor.row)
        case 0x0a: lineFeed()
        case 0x0d: move(0, cursor.row)
        default: unknown.append("control \(byte)")
        }
    }

    private mutating func escape(_ text: String) {
        switch text {
        case "(B", "(0", ")B", ")0", "=", ">", "7", "8": break
        case "M":
            if cursor.row == region.lowerBound { scroll(by: -1) } else { move(cursor.column, cursor.row - 1) }
        default: unknown.append("ESC " + text)
        }
    }

    private mutating func csi(_ sequence: SequenceParser.Control) {
        let count = sequence.number(0, or: 1)
        switch (sequence.marker, sequence.last) {
        case (nil, "H"), (nil, "f"): move(sequence.number(1, or: 1) - 1, count - 1)
        case (nil, "A"): move(cursor.column, cursor.row - count)
        case (nil, "B"): move(cursor.column, cursor.row + count)
        case (nil, "C"): move(cursor.column + count, cursor.row)
        case (nil, "D"): move(cursor.column - count, cursor.row)
        case (nil, "G"): move(count - 1, cursor.row)
        case (nil, "d"): move(cursor.column, count - 1)
        case (nil, "Z"): move((cursor.column - 1) / 8 * 8, cursor.row)
        case (nil, "J"): eraseScreen(sequence.number(0, or: 0))
        case (nil, "K"): eraseLine(sequence.number(0, or: 0))
        case (nil, "X"): erase(cursor.column..<cursor.column + count)
        case (nil, "P"): shift(by: -count)
        case (nil, "@"): shift(by: count)
        case (nil, "b"): for _ in 0..<count { draw(Character(lastDrawn)) }
        case (nil, "L"), (nil, "M"), (nil, "S"), (nil, "T"): moveLines(sequence.last, count)
        case (nil, "r"):
            region = max(0, count - 1)..<max(count, min(rows, sequence.number(1, or: rows)))
            move(0, 0)
        case ("?", "h"), ("?", "l"): for mode in sequence.numbers { set(mode, to: sequence.last == "h") }
        case (nil, "m"), (nil, "h"), (nil, "l"), (nil, "t"), (nil, "c"): break
        default: unknown.append("CSI \(sequence)")
        }
    }

    private mutating func set(_ mode: Int, to isOn: Bool) {
        switch mode {
        case 1, 7, 12: break
        case 25: showsCursor = isOn
        case 1049:
            guard isOn != isAlternate, !hasOneScreen else { break }
            isAlternate = isOn
            if isOn { first = cells }
            cells =
                isOn || first.count != rows || first.first?.count != columns
                ? Self.blank(columns, rows) : first
        case 1000: reportsMouse = isOn
        case 1006: reportsMouseInDecimal = isOn
        case 2004: pastesInBrackets = isOn
        case 2026: isInFrame = isOn
        default: unknown.append("mode \(mode)")
        }
    }

    // MARK: Cells

    private mutating func move(_ column: Int, _ row: Int) {
        wrapsNext = false
        cursor = Position(column: min(max(0, column), columns - 1), row: min(max(0, row), rows - 1))
    }

    private mutating func lineFeed() {
        if cursor.row == region.upperBound - 1 {
            if !isAlternate, region.lowerBound == 0 { history.append(lines[0]) }
            scroll(by: 1)
        } else {
            move(cursor.column, cursor.row + 1)
        }
    }

    private mutating func eraseLine(_ part: Int) {
        erase(part == 0 ? cursor.column..<columns : part == 1 ? 0..<cursor.column + 1 : 0..<columns)
    }

    private mutating func eraseScreen(_ part: Int) {
        let isAll = part == 2 || part == 0 && cursor == Position(column: 0, row: 0)
        if isAll, !isAlternate { history += lines }
        let whole = part == 0 ? cursor.row + 1..<rows : part == 1 ? 0..<cursor.row : 0..<rows
        for row in whole { cells[row] = Array(repeating: " ", count: columns) }
        if part < 2 { eraseLine(part) }
    }

    private mutating func erase(_ range: Range<Int>) {
        for column in range.clamped(to: 0..<columns) { cells[cursor.row][column] = " " }
    }

    /// Moves the rest of the line to the right, or to the left.
    private mutating func shift(by count: Int) {
        let kept = cells[cursor.row][..<cursor.column]
        let rest = cells[cursor.row][cursor.column...]
        let blanks = Array(repeating: " ", count: min(abs(count), rest.count))
        let moved = count > 0 ? blanks + Array(rest) : Array(rest.dropFirst(-count)) + blanks
        cells[cursor.row] = Array((kept + moved).prefix(columns))
    }

    private mutating func moveLines(_ letter: Character, _ count: Int) {
        let whole = region
        if letter == "L" || letter == "M" { region = min(cursor.row, whole.upperBound)..<whole.upperBound }
        scroll(by: letter == "M" || letter == "S" ? count : -count)
        region = whole
    }

    /// Moves the lines of the region up, or down.
    private mutating func scroll(by count: Int) {
        let lines = Array(cells[region])
        let blanks = Self.blank(columns, min(abs(count), lines.count))
        let moved = count > 0 ? lines.dropFirst(count) + blanks : blanks + lines.dropLast(-count)
        cells.replaceSubrange(region, with: moved)
    }
}
