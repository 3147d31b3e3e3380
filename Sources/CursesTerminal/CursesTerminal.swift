// The terminal over ncurses: one value that owns it, and gives it back when it goes.
import CNcurses
import CTermGuard
import CellCanvas
import Glibc

/// A full screen on the terminal of this process. There can be one at a time, used from the main thread.
///
/// While it lives, the alternate screen is shown, keys come one by one, signals that ask the process to end,
/// stop or change its size become events, and standard error is out of the way. Its end, a crash, `exit` and
/// `suspend` give all of that back.
package struct CursesTerminal: ~Copyable, Terminal {
    /// Whether the locale's text is UTF-8; without it everything is drawn in ASCII.
    package let usesUTF8: Bool
    /// The terminal's own background, where it was asked and has answered.
    package let background: RGB?

    // Order matters: what comes later here is given up later.
    var screen: Screen
    let errors: ErrorDiversion
    let signals: SignalWatch

    var palette: Palette
    /// True where only ASCII can be shown, or is asked for.
    let drawsASCII: Bool
    private let isKernelConsole: Bool

    /// The canvas that ncurses holds; nil when it has to be drawn as a whole.
    var shown: Canvas?
    /// The terminal may not show what ncurses believes.
    var isDistrusted = false
    /// Something was drawn already.
    var hasDrawn = false
    var cursorIsVisible = false

    var keys = KeyDecoder()
    /// Keys may be left that `poll` does not see, since they have been read already.
    var hasUnreadKeys = false
    /// `suspend` was called since the last wait.
    var wasSuspended = false
    /// The terminal has hung up: it is neither read nor drawn on any more.
    var isGone = false
    /// Times in a row that the keyboard was said to have something, and had nothing.
    var emptyReads = 0

    package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalProblem) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let isUTF8 = lull_adopt_locale()
        let depth = options.colours ?? .fromEnvironment
        let candidates = try TerminalEntry.candidates(depth: depth)
        // Before ncurses, which leaves signals alone that somebody handles already.
        let signals = try SignalWatch()
        let errors = ErrorDiversion(to: options.errorLog)
        // Before ncurses, which would take the answer for keys.
        let answer =
            options.asksBackground && depth.showsThemes ? BackgroundQuestion.ask() : BackgroundAnswer()
        let opened = try Self.open(candidates, options, depth)

        usesUTF8 = isUTF8
        drawsASCII = options.ascii || !isUTF8
        isKernelConsole = environment("TERM") == "linux"
        palette = opened.palette
        screen = opened.screen
        background = answer.colour
        self.errors = errors
        self.signals = signals
        for byte in answer.typed { keys.take(byte) }
        hasUnreadKeys = !answer.typed.isEmpty
        fitToWindow()
    }

    /// The console of the kernel has a font without braille.
    package var tier: ChartTier { drawsASCII ? .ascii : isKernelConsole ? .block : .braille }

    /// The colours in use.
    package var colours: ColourDepth { palette.depth }

    package var size: Size {
        var window = winsize()
        let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
        guard isKnown, window.ws_col > 0, window.ws_row > 0 else { return sizeHeld }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// The size that ncurses draws at, which follows the window's when `wait` hears of it.
    var sizeHeld: Size { Size(columns: Int(lull_wide()), rows: Int(lull_rows())) }

    package mutating func ring() {
        if !isGone { beep() }
    }

    package mutating func invalidate() { isDistrusted = true }

    package mutating func watchMouse(_ isOn: Bool) { if !isGone { screen.watchMouse(isOn) } }

    package mutating func use(_ theme: Theme) {
        if !palette.use(theme) { isDistrusted = true }
        shown = nil
    }
}
