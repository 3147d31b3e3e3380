// Where a page that is longer or wider than the window stands.

import CellCanvas

struct Scroll: Equatable {
    /// The first line shown.
    var line = 0
    /// Columns to the left of the window.
    var column = 0

    mutating func move(_ command: Command, lines: Int, rows: Int, widest: Int, columns: Int) {
        let last = max(0, lines - rows)
        switch command {
        case .move(.down): line += 1
        case .move(.up): line -= 1
        case .move(.right): column += 8
        case .move(.left): column -= 8
        case .pageDown: line += rows
        case .pageUp: line -= rows
        case .first: line = 0
        case .last: line = last
        default: break
        }
        line = min(max(0, line), last)
        column = min(max(0, column), max(0, widest - columns))
    }
}
