// Draws a night's strip: sleep in the accent, waking in the caution colour, the bed dim.

import CareDomain
import CellCanvas

extension NightStrip.State {
    var style: Style {
        switch self {
        case .inBed: .muted
        case .awake: Style(.caution)
        case .asleep: .accent
        }
    }
}

extension NightStrip {
    func draw(on canvas: inout Canvas, _ column: Int, _ row: Int) {
        for (index, state) in cells.enumerated() {
            guard let state else { continue }
            canvas.mark(state.glyph, column + index, row, state.style)
        }
    }
}
