// Taking the terminal, handing it to the shell for a while, and fitting it when its window changes.
import CNcurses
import CTermGuard
import CellCanvas

extension CursesTerminal {
    /// Opens the terminal under the first description that works.
    static func open(
        _ candidates: [TerminalEntry], _ options: TerminalOptions, _ depth: ColourDepth
    ) throws(TerminalProblem) -> Opened {
        for entry in candidates {
            guard let screen = Screen(entry, crashNote: options.crashNote) else { continue }
            let palette = Palette(options.theme, atMost: depth, entry: entry)
            let isLast = entry == candidates.last
            if isLast || palette.depth == .truecolor || !entry.hasDirectColours {
                return Opened(screen: screen, palette: palette)
            }
        }
        throw .cannotOpen(name: environment("TERM") ?? "")
    }

    /// A terminal that was opened, and its colours.
    struct Opened: ~Copyable {
        var screen: Screen
        var palette: Palette
    }

    package mutating func suspend() { stop(wholeGroup: true) }

    package mutating func lend(to borrower: () -> Bool) -> Bool {
        guard !isGone else { return false }
        screen.giveBack()
        guard borrower() else { return false }
        takeAgain()
        return true
    }

    /// - Parameter wholeGroup: also stops the processes that the shell started together with this one. After
    ///   Ctrl-Z they have been stopped by the terminal already.
    mutating func stop(wholeGroup: Bool) {
        guard !isGone else { return }
        screen.giveBack()
        termguard_stop(wholeGroup)
        takeAgain()
    }

    /// Takes the terminal when the process goes on after having been stopped.
    mutating func takeAgain() {
        screen.takeAgain()
        isDistrusted = true
        // While the process stood still, nobody told it of a new size.
        fitToWindow()
        wasSuspended = true
    }

    /// Makes ncurses' screen as large as the window.
    mutating func fitToWindow() {
        let window = size
        guard window != sizeHeld else { return }
        resizeterm(Int32(window.rows), Int32(window.columns))
        shown = nil
        isDistrusted = true
    }
}
