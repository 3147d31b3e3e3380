// The port to a terminal: what it reports, and what can be asked of it.

/// A point on the clock that only goes forward, in nanoseconds since some start; it says nothing about the
/// time of day.
package struct Moment: Comparable, Hashable, Sendable {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    package static func < (a: Moment, b: Moment) -> Bool { a.nanoseconds < b.nanoseconds }

    package static func + (moment: Moment, duration: Duration) -> Moment {
        let (seconds, attoseconds) = duration.components
        return Moment(nanoseconds: moment.nanoseconds + seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    package static func - (a: Moment, b: Moment) -> Duration { .nanoseconds(a.nanoseconds - b.nanoseconds) }
}

/// A key as a person knows it.
package enum Key: Hashable, Sendable {
    /// A printable character, space included.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete
    case up, down, left, right, home, end, pageUp, pageDown
    /// A letter with Ctrl, in lower case.
    case control(Character)
    /// A character with Alt.
    case alt(Character)
    case function(Int)
}

package enum TerminalEvent: Equatable, Sendable {
    case key(Key)
    /// Something happened with the mouse on a cell, counted from 0.
    case mouse(column: Int, row: Int, MouseAction)
    /// Text pasted in one piece, line breaks included.
    case pasted(String)
    case resized
    /// The program is in the foreground again after having been suspended.
    case resumed
    /// A watched descriptor has something to read.
    case ready
    /// The process is asked to end: hang-up, terminate or interrupt.
    case ended(EndReason)
}

package enum EndReason: Int32, Sendable {
    case hangUp = 1
    case interrupt = 2
    case terminate = 15
    /// The terminal cannot be read or written any more.
    case terminalGone = -1
    /// Nobody has touched a key for a while.
    case idle = -2
}

/// A screen with a keyboard. All calls come from one thread.
package protocol Terminal: ~Copyable {
    /// The size at this moment.
    var size: Size { get }

    /// What charts can be drawn with.
    var tier: ChartTier { get }

    /// Makes the screen look like the canvas; only what changed is sent.
    mutating func present(_ canvas: Canvas)

    /// Waits for something to happen, at most until the deadline (nil: as long as it takes), and returns all
    /// that has come in, in order; nothing when the deadline passed.
    /// - Parameter descriptors: file descriptors that wake the wait when they can be read.
    mutating func wait(until deadline: Moment?, watching descriptors: [Int32]) -> [TerminalEvent]

    /// Gives the terminal back to the shell, stops the process, and takes the terminal again when it is
    /// continued.
    mutating func suspend()

    /// Gives the terminal back with nothing readable left on it, and takes it again once somebody else has
    /// done something on it.
    /// - Returns: what the borrower did; the terminal stays given back where that is false.
    mutating func lend(to borrower: () -> Bool) -> Bool

    /// Rings the bell, where there is one.
    mutating func ring()

    /// Draws everything again at the next `present`.
    mutating func invalidate()

    /// Uses other colours from the next `present` on.
    mutating func use(_ theme: Theme)

    /// Takes the mouse, so that clicks and the wheel become events, or leaves it to the terminal.
    mutating func watchMouse(_ isOn: Bool)
}

extension Terminal where Self: ~Copyable {
    package var tier: ChartTier { .braille }
}
