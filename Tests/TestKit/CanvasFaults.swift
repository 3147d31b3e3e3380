// What must never be on a canvas: a cell that a terminal would not draw as one or two columns.

import CellCanvas

extension Canvas {
    /// A sentence for each row that is not as wide as the canvas, and for each cell that holds what is not
    /// safe or takes no room.
    package var faults: [String] {
        var result: [String] = []
        for row in 0..<size.rows {
            var width = 0
            for column in 0..<size.columns {
                let cell = self[column, row]
                let place = "cell \(column),\(row)"
                if cell.isContinuation {
                    let before = self[column - 1, row]
                    if column == 0 || before.isContinuation || CleanText.width(of: before.character) != 2 {
                        result.append("\(place) goes on with nothing")
                    }
                    continue
                }
                if let ascii = cell.character.asciiValue, (0x20...0x7E).contains(ascii) {
                    width += 1
                    continue
                }
                let scalars = cell.character.unicodeScalars
                width += CleanText.width(of: cell.character)
                let offences = Showable.offences(in: String(cell.character))
                if !offences.isEmpty { result.append("\(place) holds \(offences)") }
                if scalars.allSatisfy(Showable.isMark) { result.append("\(place) holds marks alone") }
            }
            if width != size.columns { result.append("row \(row) is \(width) columns wide") }
        }
        return result
    }
}
