// The screen as ncurses holds it, from taking the terminal to giving it back.
import CNcurses
import CTermGuard
import Glibc

/// The one owner of ncurses. While it lives, the terminal is in its hands, except between `giveBack` and
/// `takeAgain`.
@safe struct Screen: ~Copyable {
    let entry: TerminalEntry
    private let handle: OpaquePointer
    private let keyboard: UnsafeMutablePointer<WINDOW>
    private let crashNote: String
    private(set) var isOurs = true
    private(set) var watchesMouse = false

    /// - Returns: nil if the terminal cannot be opened under this description.
    init?(_ entry: TerminalEntry, crashNote: String) {
        Self.waitForForeground()
        _ = termguard_save()
        guard let handle = unsafe lull_open(entry.name) else { return nil }
        cbreak()
        noecho()
        nonl()
        Self.freeFlowControlKeys()
        guard let keyboard = unsafe lull_keyboard() else {
            endwin()
            unsafe delscreen(handle)
            return nil
        }
        if environment("ESCDELAY") == nil { set_escdelay(25) }
        unsafe self.handle = unsafe handle
        unsafe self.keyboard = unsafe keyboard
        self.entry = entry
        self.crashNote = crashNote
        curs_set(0)
        armGuard()
        if entry.hasPrivateModes { Output.send(Sequences.pasteOn) }
    }

    deinit {
        if isOurs { Self.release(entry) }
        unsafe delscreen(handle)
    }

    /// The next byte or key code that has come in; nil when there is none.
    func nextKeyCode() -> Int32? {
        let code = unsafe wgetch(keyboard)
        return code == ERR ? nil : code
    }

    /// Leaves the terminal as it was found.
    mutating func giveBack() {
        guard isOurs else { return }
        isOurs = false
        Self.release(entry)
    }

    /// Takes the terminal after `giveBack`, or after others may have used it, and draws what was on it.
    mutating func takeAgain() {
        // The settings come first: in the background this call stops the process before it has drawn
        // anything.
        reset_prog_mode()
        if isOurs { endwin() }
        isOurs = true
        armGuard()
        doupdate()
        if entry.hasPrivateModes { Output.send(Sequences.pasteOn) }
        if watchesMouse { Output.send(Sequences.mouseOn) }
    }

    /// Has clicks and the wheel reported, or not; terminals without xterm's modes have none.
    mutating func watchMouse(_ isOn: Bool) {
        guard entry.hasPrivateModes, isOn != watchesMouse else { return }
        watchesMouse = isOn
        if isOurs { Output.send(isOn ? Sequences.mouseOn : Sequences.mouseOff) }
    }

    private static func release(_ entry: TerminalEntry) {
        if entry.hasPrivateModes { Output.send(Sequences.pasteOff + Sequences.mouseOff) }
        Output.send(Sequences.wipe(rows: Int(lull_rows())))
        endwin()
        termguard_disarm()
    }

    private func armGuard() {
        let reset = Sequences.giveBack(entry)
        let note = crashNote.isEmpty ? "" : crashNote + "\r\n"
        unsafe termguard_arm(reset, reset.utf8.count, note, note.utf8.count)
    }

    /// A process in the background is stopped when it changes the settings of the terminal, if only to what
    /// they are, until the person brings it to the front. That has to be before it writes anything over what
    /// they are doing.
    private static func waitForForeground() {
        var settings = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
        unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    /// Ctrl-S would freeze the screen until Ctrl-Q, which few people know; both are keys like any other here.
    private static func freeFlowControlKeys() {
        var settings = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
        settings.c_iflag &= ~tcflag_t(IXON)
        unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        def_prog_mode()
    }
}

/// Control sequences that terminal descriptions do not hold.
enum Sequences {
    static let pasteOn = "\u{1b}[?2004h"
    static let pasteOff = "\u{1b}[?2004l"
    /// Buttons and the wheel, reported in decimal.
    static let mouseOn = "\u{1b}[?1000h\u{1b}[?1006h"
    static let mouseOff = "\u{1b}[?1006l\u{1b}[?1000l"
    /// Between these two the terminal draws nothing, so that no half-drawn frame is seen.
    static let frameBegin = "\u{1b}[?2026h"
    static let frameEnd = "\u{1b}[?2026l"

    /// Empties the screen row by row. Terminals with one screen only, and those whose second one is switched
    /// off, as multiplexers may have it, would go on showing what was on it to whoever comes next; told to
    /// clear it at once, some move it to where one can scroll back to it.
    static func wipe(rows: Int) -> String {
        guard let erase = capability("el") else { return capability("clear") ?? "" }
        let wiped = (0..<rows).compactMap { row in
            unsafe lull_start_of_row(Int32(row)).map { unsafe withoutDelays(String(cString: $0)) + erase }
        }
        return (capability("sgr0") ?? "") + wiped.joined()
    }

    /// More rows than a screen has: the cursor stays on the last one.
    private static let everyRow = 200

    /// What gives the terminal back without ncurses, whatever state it is in.
    static func giveBack(_ entry: TerminalEntry) -> String {
        let modes = entry.hasPrivateModes ? frameEnd + pasteOff + mouseOff : ""
        let leave = wipe(rows: everyRow) + (capability("rmcup") ?? "")
        return modes + ["rmkx", "sgr0"].compactMap(capability).joined() + leave + (capability("cnorm") ?? "")
    }

    /// A capability's text without its delays, which are for terminals that need time; nil where it has none.
    private static func capability(_ name: String) -> String? {
        unsafe lull_capability(name).map { unsafe withoutDelays(String(cString: $0)) }
    }

    private static func withoutDelays(_ text: String) -> String {
        var rest = text[...]
        var result = ""
        while let character = rest.popFirst() {
            if character == "$", rest.first == "<", let end = rest.firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
            } else {
                result.append(character)
            }
        }
        return result
    }
}

/// Standard output, past ncurses; only for what changes no cell.
enum Output {
    /// Sends all of the text, or as much as the terminal takes before it fails.
    static func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = unsafe bytes.withUnsafeBytes {
                unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { return }
            bytes.removeFirst(written)
        }
    }
}
