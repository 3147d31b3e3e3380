// Covers the screen when nobody has pressed a key for a while, so that names and figures are not left to be
// read.

import CellCanvas

struct IdleCover: Equatable {
    var isOn = false
    /// When a key was pressed last; the start before the first.
    var lastKey: Moment?
}

extension DashboardModel {
    /// When the screen is covered; nil for never, and while a guide leads through a programme.
    var coverDue: Moment? {
        guard let minutes = settings.idleMinutes, let lastKey = cover.lastKey, !cover.isOn, relax.run == nil
        else { return nil }
        return lastKey + .seconds(minutes * 60)
    }

    /// Notes an event.
    /// - Returns: true for one that only takes the cover away.
    mutating func takesCoverAway(_ event: Event, in context: Context) -> Bool {
        switch event {
        case .key, .pasted, .mouse:
            let wasOn = cover.isOn
            cover = IdleCover(lastKey: context.now)
            return wasOn
        default:
            if cover.lastKey == nil { cover.lastKey = context.now }
            if let due = coverDue, due <= context.now { cover.isOn = true }
            return false
        }
    }

    func drawCover(on canvas: inout Canvas) {
        let row = canvas.size.rows / 2
        canvas.putCentred("Covered. Any key shows the screen again.", in: canvas.bounds, row: row, .muted)
        canvas.focus = Position(column: 0, row: row)
    }
}
