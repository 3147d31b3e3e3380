// A terminal without a window: a process on the far side, and on this one its keys, its bytes and its screen.

import Glibc

final class PseudoTerminal {
    private(set) var screen: ScreenModel
    /// Everything that the process has written.
    private(set) var bytes: [UInt8] = []
    private(set) var child: Child
    /// The settings that the terminal had before anyone used it.
    let settingsBefore: TerminalSettings
    private var master: Int32
    /// Nobody has the far side open any more.
    private var isAtEnd = false
    /// What the terminal says of its background, `rgb:ffff/ffff/ffff`; nil where it says nothing.
    var background: String?
    /// What comes from the keyboard between the question for the background and the answer.
    var typedWhileAsked = ""
    private var hasAnswered = false

    /// - Parameters:
    ///   - command: the program's path, and its arguments.
    ///   - errors: the file that standard error goes to; nil for the terminal.
    init(
        _ command: [String], environment: [String: String], columns: Int = 80, rows: Int = 24,
        errors: String? = nil
    ) throws {
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (isLocked, number): (Int32, UInt32) = (0, 0)
        guard master >= 0, unsafe ioctl(master, Self.setLock, &isLocked) == 0,
            unsafe ioctl(master, Self.getNumber, &number) == 0
        else { throw SystemFailure(call: "open /dev/ptmx", code: errno) }
        Self.setSize(of: master, columns, rows)
        settingsBefore = TerminalSettings(of: master)
        screen = ScreenModel(columns: columns, rows: rows)
        child = try Child(command, environment: environment, .terminal("/dev/pts/\(number)", errors: errors))
    }

    deinit {
        child.signal(SIGKILL)
        if master >= 0 { close(master) }
        var status: Int32 = 0
        if child.ending == nil { unsafe waitpid(child.process, &status, 0) }
    }

    /// TIOCSPTLCK and TIOCGPTN, which are behind unlockpt() and ptsname(); Swift sees none of the four.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    // MARK: Hands

    /// Types keys, as the bytes that a terminal sends for them.
    func press(_ keys: String) {
        var rest = Array(keys.utf8)[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            rest.removeFirst(written)
        }
    }

    func resize(_ columns: Int, _ rows: Int) {
        screen.resize(columns: columns, rows: rows)
        Self.setSize(of: master, columns, rows)
    }

    /// Has one screen only from now on.
    func dropSecondScreen() { screen.hasOneScreen = true }

    func signal(_ number: Int32) { child.signal(number) }

    /// Closes the window.
    func hangUp() {
        close(master)
        master = -1
        isAtEnd = true
    }

    /// What is on the screen is lost, so that what is waited for next has to be drawn anew.
    func forgetScreen() { screen.forget() }

    private static func setSize(of master: Int32, _ columns: Int, _ rows: Int) {
        var size = winsize()
        (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
        _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    // MARK: Waiting

    struct NeverHappened: Error, CustomStringConvertible {
        let description: String
    }

    func wait(for text: String) throws {
        try wait(until: "the screen shows \"\(text)\"") {
            !$0.screen.isInFrame && $0.screen.text.contains(text)
        }
    }

    func waitForStop() throws {
        try wait(until: "the process is stopped") { $0.child.isStopped }
    }

    /// Waits for the process to end, and reads what it still had to say.
    func end() throws -> Ending {
        try wait(until: "the process ends") { $0.child.ending != nil && $0.isAtEnd }
        return child.ending ?? .exited(-1)
    }

    /// - Throws: `NeverHappened`, with the screen, when the deadline passed or nothing more can come.
    func wait(until what: String, _ holds: (PseudoTerminal) -> Bool) throws {
        let deadline = Deadline()
        while !holds(self) {
            guard !deadline.hasPassed, child.ending == nil || !isAtEnd else {
                let picture = screen.lines.map { "|" + $0 + "\n" }.joined()
                throw NeverHappened(
                    description: "Not seen: \(what). Ending: \(child.ending as Any).\n\(picture)")
            }
            read(atMostMilliseconds: 20)
            child.look()
        }
    }

    private func read(atMostMilliseconds milliseconds: Int32) {
        var watched = pollfd(fd: isAtEnd ? -1 : master, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&watched, 1, milliseconds) > 0 else { return }
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        let count = unsafe chunk.withUnsafeMutableBytes {
            unsafe Glibc.read(master, $0.baseAddress, $0.count)
        }
        guard count > 0 else {
            isAtEnd = count == 0 || errno != EINTR
            return
        }
        bytes += chunk[..<count]
        screen.feed(chunk[..<count])
        answer()
    }

    /// Answers what the program asks before its first picture, as terminals do.
    private func answer() {
        guard !hasAnswered, bytes.suffix(4096).contains(Array("\u{1b}[c".utf8)) else { return }
        hasAnswered = true
        press(typedWhileAsked)
        if let background { press("\u{1b}]11;\(background)\u{1b}\\") }
        press("\u{1b}[?62;22c")
    }

    // MARK: What is left behind

    /// What of the terminal is not as it was found; empty when all was given back.
    var leftovers: [String] {
        var result: [String] = []
        if screen.isAlternate { result.append("the alternate screen is shown") }
        if !screen.showsCursor { result.append("the cursor is hidden") }
        if screen.pastesInBrackets { result.append("pasted text comes in brackets") }
        if screen.reportsMouse || screen.reportsMouseInDecimal { result.append("the mouse is watched") }
        if screen.isInFrame { result.append("a synchronised frame is open") }
        if TerminalSettings(of: master) != settingsBefore { result.append("its settings are changed") }
        return result + screen.unknown.map { "the model does not know \($0)" }
    }
}

/// The settings of a terminal, to be compared.
struct TerminalSettings: Equatable {
    private let flags: [tcflag_t]
    private let characters: [UInt8]

    init(of descriptor: Int32) {
        var settings = termios()
        unsafe tcgetattr(descriptor, &settings)
        flags = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
        characters = unsafe withUnsafeBytes(of: &settings.c_cc) { unsafe Array($0) }
    }
}
