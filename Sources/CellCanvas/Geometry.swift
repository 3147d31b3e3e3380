// Sizes, positions and rectangles, counted in terminal cells from the top left corner.

package struct Size: Equatable, Sendable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

package struct Position: Equatable, Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A rectangle of cells; one without width or height draws nothing.
package struct Rect: Equatable, Sendable {
    package var column: Int
    package var row: Int
    package var columns: Int
    package var rows: Int

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    package init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// The first column to the right of the rectangle.
    package var endColumn: Int { column + columns }
    /// The first row below the rectangle.
    package var endRow: Int { row + rows }

    package func inset(columns c: Int = 0, rows r: Int = 0) -> Rect {
        Rect(column: column + c, row: row + r, columns: columns - 2 * c, rows: rows - 2 * r)
    }

    /// The rectangle without its first rows.
    package func below(_ count: Int) -> Rect {
        Rect(column: column, row: row + count, columns: columns, rows: rows - count)
    }

    /// The part of the rectangle that lies in its first rows.
    package func top(_ count: Int) -> Rect {
        Rect(column: column, row: row, columns: columns, rows: min(count, rows))
    }

    /// The part of the rectangle that lies in its last rows.
    package func bottom(_ count: Int) -> Rect {
        let height = min(count, rows)
        return Rect(column: column, row: endRow - height, columns: columns, rows: height)
    }

    package func left(_ count: Int) -> Rect {
        Rect(column: column, row: row, columns: min(count, columns), rows: rows)
    }

    /// The rectangle without its first columns.
    package func right(from count: Int) -> Rect {
        Rect(column: column + count, row: row, columns: columns - count, rows: rows)
    }

    /// The part that two rectangles share.
    package func meeting(_ other: Rect) -> Rect {
        let (left, top) = (max(column, other.column), max(row, other.row))
        return Rect(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }

    package func contains(column c: Int, row r: Int) -> Bool {
        c >= column && c < endColumn && r >= row && r < endRow
    }
}
