// Covers the screen at once when asked to, and when nobody has pressed a key for a while, so that names and
// figures are not left to be read; where several people are, the program then locks as well.

import CellCanvas

/// What happens beside the cover when nobody has pressed a key for a while.
package enum IdleLock: String, CaseIterable, Sendable {
    /// The session ends.
    case end
    /// The system asks who is there; where it cannot, the session ends.
    case system
}

struct IdleCover: Equatable {
    var isOn = false
    /// A lock was asked for, and nobody has answered yet.
    var isLocking = false
    /// When a key was pressed last; the start before the first.
    var lastKey: Moment?
    /// How long the machine had slept in all by then.
    var asleep = Duration.zero

    init() {}

    /// Someone is there now.
    init(_ context: Context) {
        lastKey = context.now
        asleep = context.asleep
    }
}

extension DashboardModel {
    /// When nobody will have been there for as long as was set; nil for never, and once that is past.
    /// A machine that sleeps is left alone too.
    func idleDue(in context: Context) -> Moment? {
        guard let minutes = settings.idleMinutes, let lastKey = cover.lastKey, !cover.isLocking,
            settings.idleLock != nil || !cover.isOn
        else { return nil }
        let slept = Moment(nanoseconds: 0) + (context.asleep - cover.asleep)
        return Moment(nanoseconds: (lastKey + .seconds(minutes * 60)).nanoseconds - slept.nanoseconds)
    }

    /// True where the program should have locked before anybody came.
    func isLockDue(in context: Context) -> Bool {
        settings.idleLock != nil && idleDue(in: context).map { $0 <= context.now } ?? false
    }

    func isByHand(_ event: Event) -> Bool {
        switch event {
        case .key, .pasted, .mouse: true
        default: false
        }
    }

    /// Notes an event.
    /// - Returns: true for one that only takes the cover away.
    mutating func takesCoverAway(_ event: Event, in context: Context) -> Bool {
        switch event {
        case .key, .pasted, .mouse:
            let wasOn = cover.isOn
            cover = IdleCover(context)
            return wasOn
        case .resumed: (cover.lastKey, cover.asleep) = (context.now, context.asleep)
        default:
            // A guide that leads somebody is not left alone.
            guard cover.lastKey == nil || relax.run != nil else { break }
            (cover.lastKey, cover.asleep) = (context.now, context.asleep)
        }
        return false
    }

    /// Covers the screen once nobody has been there for as long as was set.
    mutating func idleEffects(in context: Context) -> [Effect] {
        guard let due = idleDue(in: context), due <= context.now else { return [] }
        cover.isOn = true
        guard let lock = settings.idleLock else { return [] }
        cover.isLocking = true
        return [.lock(lock)]
    }

    func drawCover(on canvas: inout Canvas) {
        let row = canvas.size.rows / 2
        canvas.putCentred("Covered. Any key shows the screen again.", in: canvas.bounds, row: row, .muted)
        canvas.focus = Position(column: 0, row: row)
    }
}
