// The picture of a screen: a grid of cells that screens draw on and a terminal presents.

/// One cell: a character with the style it is drawn in. A character two columns wide is followed by a
/// continuation.
package struct Cell: Equatable, Sendable {
    package var character: Character
    package var style: Style
    /// The right half of the wide character to the left; it is never drawn by itself.
    package var isContinuation: Bool

    package init(_ character: Character = " ", _ style: Style = .text, isContinuation: Bool = false) {
        self.character = character
        self.style = style
        self.isContinuation = isContinuation
    }
}

/// Everything that is drawn outside the canvas is clipped; text and single characters are cleaned of control
/// and direction characters on the way in, so that nothing from a file can reach the terminal raw. A
/// character two columns wide always has its continuation: half of one never stays.
package struct Canvas: Equatable, Sendable {
    package let size: Size
    package private(set) var cells: [Cell]
    /// Where the hardware cursor rests: on what the next key acts on, since braille displays and screen
    /// readers follow it.
    package var focus: Position
    /// What may be drawn on; everything outside stays as it is.
    private var clip: Rect
    /// True while the person is typing text, when the cursor is shown.
    package var showsCursor = false
    /// What charts draw with.
    package let tier: ChartTier
    /// What a click on a part of the picture means; what was drawn later lies above.
    private var touches: [TouchArea] = []

    package init(size: Size, tier: ChartTier = .braille) {
        self.size = size
        self.tier = tier
        cells = Array(repeating: Cell(), count: max(0, size.columns) * max(0, size.rows))
        focus = Position(column: 0, row: 0)
        clip = Rect(size)
    }

    /// Draws with nothing but an area to draw on.
    package mutating func within(_ area: Rect, _ draw: (inout Canvas) -> Void) {
        let outer = clip
        clip = clip.meeting(area)
        draw(&self)
        clip = outer
    }

    package var bounds: Rect { Rect(size) }

    /// Lets a click on an area mean something.
    package mutating func touch(_ area: Rect, _ meaning: Touch) {
        let area = area.meeting(clip)
        if area.columns > 0, area.rows > 0 { touches.append(TouchArea(area: area, meaning: meaning)) }
    }

    /// What a click on a cell means; nil for nothing.
    package func touch(at place: Position) -> Touch? {
        touches.last { $0.area.contains(column: place.column, row: place.row) }?.meaning
    }

    /// A blank outside the canvas. What is set takes one column; a character that does not, or that a text
    /// would not show, is replaced.
    package subscript(column: Int, row: Int) -> Cell {
        get { contains(column, row) ? cells[row * size.columns + column] : Cell() }
        set {
            guard clip.contains(column: column, row: row) else { return }
            let at = row * size.columns + column
            if newValue.character != cells[at].character {
                split(column, row)
                split(column + 1, row)
                cells[at] = Cell(Self.narrow(newValue.character))
            }
            cells[at].style = newValue.style
        }
    }

    private static func narrow(_ character: Character) -> Character {
        CleanText.columns(ofCell: character) == 1 ? character : CleanText.unknown
    }

    private func contains(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && row >= 0 && column < size.columns && row < size.rows
    }

    /// Draws text from a cell to the right, as far as `limit` columns; what does not fit ends in an ellipsis.
    /// - Returns: the column after the last one drawn.
    @discardableResult
    package mutating func put(
        _ text: String, _ column: Int, _ row: Int, _ style: Style = .text, limit: Int = .max
    ) -> Int {
        var at = column
        let shown = CleanText(text).cut(to: min(limit, max(0, size.columns - column)))
        shown.forEachCell { character, width in
            set(character, width: width, at: at, row, style)
            at += width
        }
        return at
    }

    /// Draws text that ends in the column before `endColumn`.
    package mutating func putRight(_ text: String, endColumn: Int, _ row: Int, _ style: Style = .text) {
        put(text, endColumn - CleanText(text).width, row, style)
    }

    package mutating func putCentred(_ text: String, in area: Rect, row: Int, _ style: Style = .text) {
        let width = CleanText(text).width
        put(text, area.column + max(0, (area.columns - width) / 2), row, style, limit: area.columns)
    }

    /// Sets one character of one column, as charts do; what lay behind keeps its backdrop.
    package mutating func mark(_ character: Character, _ column: Int, _ row: Int, _ style: Style) {
        guard contains(column, row) else { return }
        set(Self.narrow(character), width: 1, at: column, row, style)
    }

    private mutating func set(_ character: Character, width: Int, at column: Int, _ row: Int, _ style: Style)
    {
        guard clip.contains(column: column, row: row), clip.contains(column: column + width - 1, row: row)
        else { return }
        let at = row * size.columns + column
        var style = style
        if style.backdrop == .none { style.backdrop = cells[at].style.backdrop }
        split(column, row)
        split(column + width, row)
        cells[at] = Cell(character, style)
        for extra in 1..<max(1, width) { cells[at + extra] = Cell(" ", style, isContinuation: true) }
    }

    /// Blanks both halves of a wide character that lies across the left edge of a column.
    private mutating func split(_ column: Int, _ row: Int) {
        guard column > 0, contains(column, row) else { return }
        let at = row * size.columns + column
        guard cells[at].isContinuation else { return }
        cells[at] = Cell(" ", cells[at].style)
        cells[at - 1].character = " "
    }

    /// Changes what lies behind an area; the text in it stays.
    package mutating func shade(_ area: Rect, _ backdrop: Backdrop) {
        forEachRow(of: area) { canvas, row in
            for at in row { canvas.cells[at].style.backdrop = backdrop }
        }
    }

    /// Makes what stands in an area bold and underlined.
    package mutating func emphasise(_ area: Rect) {
        forEachRow(of: area) { canvas, row in
            for at in row where canvas.cells[at].character != " " {
                canvas.cells[at].style.bold = true
                canvas.cells[at].style.underlined = true
            }
        }
    }

    package mutating func clear(_ area: Rect, _ backdrop: Backdrop = .none) {
        let area = area.meeting(clip)
        touches.removeAll { $0.area.meeting(area).columns > 0 && $0.area.meeting(area).rows > 0 }
        for row in area.row..<max(area.row, area.endRow) {
            split(area.column, row)
            split(area.endColumn, row)
        }
        let blank = Cell(" ", Style(.text, on: backdrop))
        forEachRow(of: area) { canvas, row in
            for at in row { canvas.cells[at] = blank }
        }
    }

    /// Calls with the indices of the cells of each row of an area that may be drawn on.
    private mutating func forEachRow(of area: Rect, _ body: (inout Canvas, Range<Int>) -> Void) {
        let area = area.meeting(clip)
        guard area.columns > 0 else { return }
        for row in area.row..<max(area.row, area.endRow) {
            let start = row * size.columns + area.column
            body(&self, start..<start + area.columns)
        }
    }

    package mutating func rule(
        row: Int, from column: Int = 0, to endColumn: Int? = nil, _ style: Style = .faint
    ) {
        let end = min(endColumn ?? size.columns, size.columns)
        for at in column..<max(column, end) { mark("─", at, row, style) }
    }

    package mutating func ruleDown(column: Int, from row: Int, to endRow: Int, _ style: Style = .faint) {
        for at in row..<max(row, endRow) { mark("│", column, at, style) }
    }

    /// The same picture with every character of our own drawn in ASCII.
    package func inASCII() -> Canvas {
        var copy = self
        for index in cells.indices {
            guard !cells[index].character.isASCII else { continue }
            copy.cells[index].character = ASCIIGlyphs.plain(cells[index].character)
            if cells[index].character == "±" { copy.spread(at: index) }
        }
        return copy
    }

    /// `±` and the blank behind it become `+-`.
    private mutating func spread(at index: Int) {
        guard (index + 1) % size.columns != 0, cells[index + 1].character == " ",
            !cells[index + 1].isContinuation
        else { return }
        cells[index].character = "+"
        cells[index + 1].character = "-"
    }

    /// The rows as text, without the spaces at their ends.
    package var lines: [String] {
        (0..<size.rows).map { row in
            let cells = cells[(row * size.columns)..<((row + 1) * size.columns)]
            var line = String(cells.filter { !$0.isContinuation }.map(\.character))
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
