// Drawing: only cells that changed reach ncurses, and only what differs on the terminal reaches the wire.
import CNcurses
import CellCanvas

extension CursesTerminal {
    package mutating func present(_ canvas: Canvas) {
        guard !isGone else { return }
        let canvas = drawsASCII ? canvas.inASCII() : canvas
        guard isDistrusted || canvas != shown else { return }
        let held = sizeHeld
        let area = Size(
            columns: min(canvas.size.columns, held.columns), rows: min(canvas.size.rows, held.rows))
        let before = shown?.size == canvas.size ? shown : nil
        if before == nil { lull_empty(palette.backgroundPair()) }
        for row in 0..<area.rows { paint(row, of: canvas, over: before, columns: area.columns) }
        shown = canvas

        // What a terminal clears at once, it may keep where one can scroll back to it.
        let wipes = isDistrusted && hasDrawn
        if isDistrusted { lull_distrust() }
        isDistrusted = false
        hasDrawn = true
        show(cursor: canvas.showsCursor)
        let focus = Position(
            column: min(max(0, canvas.focus.column), max(0, area.columns - 1)),
            row: min(max(0, canvas.focus.row), max(0, area.rows - 1)))
        refresh(focus, wipes: wipes)
    }

    private mutating func paint(_ row: Int, of canvas: Canvas, over before: Canvas?, columns: Int) {
        let start = row * canvas.size.columns
        var column = 0
        while column < columns {
            let at = start + column
            let isWide = column + 1 < canvas.size.columns && canvas.cells[at + 1].isContinuation
            let span = isWide ? 2 : 1
            // Both halves of a wide character are drawn when either of them changed.
            if before.map({ $0.cells[at..<at + span] != canvas.cells[at..<at + span] }) ?? true {
                draw(canvas.cells[at], span: span, column, row, columns: columns)
            }
            column += span
        }
    }

    /// - Parameter span: the columns that the canvas gives the character, 1 or 2.
    private mutating func draw(_ cell: Cell, span: Int, _ column: Int, _ row: Int, columns: Int) {
        var glyph = Glyph(cell.character, columns: span)
        // Half a character is not drawn at the right edge.
        if column + glyph.width > columns { glyph = .blank }
        let rendition = palette.rendition(cell.style)
        let (y, x) = (Int32(row), Int32(column))
        unsafe lull_put(y, x, glyph.text, rendition.attributes, rendition.pair)
        if glyph.width < span, column + 1 < columns {
            unsafe lull_put(y, x + 1, Glyph.blank.text, rendition.attributes, rendition.pair)
        }
    }

    private mutating func show(cursor isVisible: Bool) {
        guard isVisible != cursorIsVisible else { return }
        curs_set(isVisible ? 1 : 0)
        cursorIsVisible = isVisible
    }

    /// The terminal's cursor goes to the focus even while it is hidden, for screen readers and braille
    /// displays.
    private func refresh(_ focus: Position, wipes: Bool) {
        if screen.entry.hasPrivateModes { Output.send(Sequences.frameBegin) }
        if wipes { Output.send(Sequences.wipe(rows: sizeHeld.rows)) }
        lull_refresh(Int32(focus.row), Int32(focus.column))
        if screen.entry.hasPrivateModes { Output.send(Sequences.frameEnd) }
    }
}

/// A character as ncurses puts it into cells.
private struct Glyph {
    /// One character that takes room, those that combine with it, and a zero.
    let text: [wchar_t]
    /// Cells that it takes: 1 or 2.
    let width: Int

    static let blank = Glyph(text: [0x20, 0], width: 1)

    private init(text: [wchar_t], width: Int) {
        self.text = text
        self.width = width
    }

    /// - Parameter columns: the most cells that it may take. Where the system's tables disagree with ours on
    ///   the width of a character, it is drawn so that the cells to its right stay where they are.
    init(_ character: Character, columns: Int) {
        if let ascii = character.asciiValue {
            self.init(text: [ascii < 0x20 || ascii == 0x7f ? 0x20 : wchar_t(ascii), 0], width: 1)
            return
        }
        let scalars = character.unicodeScalars
        guard let first = scalars.first else {
            self = .blank
            return
        }
        let base = wchar_t(bitPattern: first.value)
        let width = Int(lull_width(base))
        guard (1...columns).contains(width) else {
            self.init(text: [0x3f, 0], width: 1)
            return
        }
        // Variation selectors and the joiner are left out: terminals do not agree on the width of what they
        // make.
        let marks = scalars.dropFirst().lazy
            .filter { $0 != "\u{fe0e}" && $0 != "\u{fe0f}" && $0 != "\u{200d}" }
            .map { wchar_t(bitPattern: $0.value) }
            .prefix { lull_width($0) == 0 }
            .prefix(4)
        self.init(text: [base] + marks + [0], width: width)
    }
}
