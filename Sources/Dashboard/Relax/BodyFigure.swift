// A small person, seen as in a mirror, with the part of the body that is meant lit; and how tight it is.

import CareDomain
import CellCanvas

struct BodyFigure {
    static let size = Size(columns: 13, rows: 12)

    private let lit: Set<BodyPlace>

    init(lit places: [BodyPlace]) { lit = Set(places) }

    private static let shapes = [
        "     ▄█▄     ",
        "     ███     ",
        "     ▀█▀     ",
        "  ▄███████▄  ",
        "  █ █████ █  ",
        "  █ █████ █  ",
        "  █ █████ █  ",
        "  █ ▀███▀ █  ",
        "  ▀ ██ ██ ▀  ",
        "    ██ ██    ",
        "    ██ ██    ",
        "   ███ ███   ",
    ]

    /// A letter a cell: which part of the body it is.
    private static let parts = [
        "     aaa     ",
        "     bbb     ",
        "     ccc     ",
        "  eeeedeeee  ",
        "  g fffff h  ",
        "  g fffff h  ",
        "  i lllll j  ",
        "  i lllll j  ",
        "  i mm nn j  ",
        "    mm nn    ",
        "    oo pp    ",
        "   qqq rrr   ",
    ]

    private static let places: [Character: [BodyPlace]] = [
        "a": [.forehead], "b": [.eyes], "c": [.jaw], "d": [.neck], "e": [.shoulders],
        "f": [.chest, .back], "g": [.otherUpperArm], "h": [.dominantUpperArm], "i": [.otherForearm],
        "j": [.dominantForearm], "l": [.belly, .back], "m": [.otherThigh], "n": [.dominantThigh],
        "o": [.otherCalf], "p": [.dominantCalf], "q": [.otherFoot], "r": [.dominantFoot],
    ]

    /// Draws the figure with its top left corner at a cell.
    /// - Parameter style: of the part that is lit, which is also fuller than the rest.
    func draw(_ style: Style, on canvas: inout Canvas, at column: Int, _ row: Int) {
        for (y, (shapes, parts)) in zip(Self.shapes, Self.parts).enumerated() {
            for (x, (shape, part)) in zip(shapes, parts).enumerated() where shape != " " {
                let isLit = !lit.isDisjoint(with: Self.places[part] ?? [])
                let glyph = !isLit && shape == "█" ? "░" : shape
                canvas.mark(glyph, column + x, row + y, isLit ? style : glyph == "░" ? .muted : .faint)
            }
        }
    }
}

/// A bar that fills from below: how tight the muscles are.
struct TensionBar {
    static let columns = 3

    private static let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let rows: Int

    /// The steps from empty to full.
    var steps: Int { rows * 8 }

    func step(openness: Double) -> Int { Int((min(1, max(0, openness)) * Double(steps)).rounded()) }

    func draw(step: Int, _ style: Style, on canvas: inout Canvas, at column: Int, _ row: Int) {
        for y in 0..<rows {
            let level = min(8, max(0, step - (rows - 1 - y) * 8))
            canvas.mark("▕", column, row + y, .faint)
            canvas.mark(Self.eighths[level], column + 1, row + y, style)
            canvas.mark("▏", column + 2, row + y, .faint)
        }
    }
}
