// Draws a night's strip: sleep in the accent, waking in the caution colour, the bed dim.

import CareDomain
import CellCanvas

extension NightStrip.State {
    var sign: StateRow.Sign {
        switch self {
        case .inBed: StateRow.Sign(glyph, plain: "_", .muted)
        case .awake: StateRow.Sign(glyph, plain: ":", Style(.caution))
        case .asleep: StateRow.Sign(glyph, plain: "#", .accent)
        }
    }
}

extension NightStrip {
    func draw(on canvas: inout Canvas, _ column: Int, _ row: Int) {
        StateRow(cells.map { $0?.sign }).draw(on: &canvas, column, row)
    }
}
