// A terminal that plays a script: keys, time, other sizes and other hands, and keeps every picture that it
// was shown.

import CareDomain
import CellCanvas
import DashboardRuntime

/// A clock that moves only when a script says so.
package final class FakeClock: Clock {
    package private(set) var moment = Moment(nanoseconds: 1_000_000_000)
    private let start: OffsetInstant
    private var slept = Duration.zero

    package init(_ start: OffsetInstant) { self.start = start }

    package func now() -> Moment { moment }

    package func wall() -> OffsetInstant {
        let gone = (moment + slept).nanoseconds - 1_000_000_000
        return OffsetInstant(
            Instant(milliseconds: start.instant.milliseconds + gone / 1_000_000),
            offsetSeconds: start.offsetSeconds)
    }

    package func asleep() -> Duration { slept }

    /// The machine sleeps: the steady clock stands still, the one on the wall does not.
    package func sleep(_ duration: Duration) { slept += duration }

    package func advance(to moment: Moment) { self.moment = max(self.moment, moment) }
}

/// What happens, in order, while a program runs.
package final class Script {
    enum Step {
        case event(TerminalEvent)
        case advance(Duration)
        case resize(Size)
        /// Something that another program does meanwhile.
        case elsewhere(() -> Void)
        case picture(String)
        case click(String)
    }

    var steps: [Step] = []
    package private(set) var pictures: [String: Canvas] = [:]
    /// How often a picture was presented.
    package internal(set) var frames = 0
    /// How often it differed from the one before.
    package internal(set) var repaints = 0
    package internal(set) var bells = 0
    package internal(set) var suspensions = 0
    /// How often the terminal was lent to another program.
    package internal(set) var loans = 0
    /// The themes that were drawn in, by name, in order.
    package internal(set) var themes: [String] = []
    package internal(set) var watchesMouse = false

    package init() {}

    package func press(_ keys: Key...) { steps += keys.map { .event(.key($0)) } }
    package func press(_ letters: String) { steps += letters.map { .event(.key(.character($0))) } }
    /// Something that the mouse does on a cell, counted from 0.
    package func mouse(_ column: Int, _ row: Int, _ action: MouseAction = .press) {
        steps.append(.event(.mouse(column: column, row: row, action)))
    }
    /// A click on the place where a text stands on the screen then; nothing where it does not.
    package func click(on text: String) { steps.append(.click(text)) }
    package func paste(_ text: String) { steps.append(.event(.pasted(text))) }
    package func advance(_ duration: Duration) { steps.append(.advance(duration)) }
    package func resize(_ columns: Int, _ rows: Int) {
        steps.append(.resize(Size(columns: columns, rows: rows)))
    }
    package func elsewhere(_ action: @escaping () -> Void) { steps.append(.elsewhere(action)) }
    /// The program is in the foreground again.
    package func resume() { steps.append(.event(.resumed)) }
    package func end(_ reason: EndReason) { steps.append(.event(.ended(reason))) }
    /// Keeps what is on the screen now under a name.
    package func picture(_ name: String) { steps.append(.picture(name)) }

    func keep(_ canvas: Canvas, as name: String) { pictures[name] = canvas }
}

package struct ScriptedTerminal: Terminal {
    package private(set) var size: Size
    package let tier: ChartTier
    private let script: Script
    private let clock: FakeClock
    private var shown: Canvas?

    package init(_ script: Script, clock: FakeClock, size: Size, tier: ChartTier = .braille) {
        self.tier = tier
        self.script = script
        self.clock = clock
        self.size = size
    }

    package mutating func present(_ canvas: Canvas) {
        if shown != canvas { script.repaints += 1 }
        shown = canvas
        script.frames += 1
    }

    package mutating func wait(until deadline: Moment?, watching descriptors: [Int32]) -> [TerminalEvent] {
        while let step = script.steps.first {
            switch step {
            case .event(let event):
                script.steps.removeFirst()
                return [event]
            case .advance(let duration):
                return advance(by: duration, until: deadline)
            case .resize(let size):
                script.steps.removeFirst()
                self.size = size
                return [.resized]
            case .click(let text):
                script.steps.removeFirst()
                if let place = shown?.place(of: text) {
                    return [.mouse(column: place.column, row: place.row, .press)]
                }
            case .elsewhere(let action):
                script.steps.removeFirst()
                action()
            case .picture(let name):
                script.steps.removeFirst()
                if let shown { script.keep(shown, as: name) }
            }
        }
        return [.ended(.terminalGone)]
    }

    /// Time passes only as far as the program asked to be woken.
    private func advance(by duration: Duration, until deadline: Moment?) -> [TerminalEvent] {
        script.steps.removeFirst()
        let goal = clock.moment + duration
        if let deadline, deadline < goal {
            let wake = max(deadline, clock.moment)
            script.steps.insert(.advance(goal - wake), at: 0)
            clock.advance(to: wake)
        } else {
            clock.advance(to: goal)
        }
        return []
    }

    package mutating func suspend() { script.suspensions += 1 }
    package mutating func lend(to borrower: () -> Bool) -> Bool {
        script.loans += 1
        return borrower()
    }
    package mutating func ring() { script.bells += 1 }
    package mutating func invalidate() {}
    package mutating func use(_ theme: Theme) { script.themes.append(theme.name) }
    package mutating func watchMouse(_ isOn: Bool) { script.watchesMouse = isOn }
}

extension Canvas {
    /// Where a text begins, the first from the top.
    fileprivate func place(of text: String) -> Position? {
        let wanted = Array(text)
        for row in 0..<size.rows {
            let line = (0..<size.columns).map { self[$0, row].character }
            for column in 0..<max(0, line.count - wanted.count + 1)
            where Array(line[column..<column + wanted.count]) == wanted {
                return Position(column: column, row: row)
            }
        }
        return nil
    }
}
