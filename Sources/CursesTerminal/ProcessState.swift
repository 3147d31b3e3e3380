// What the process has only while the screen is up: watched signals, and standard error out of the way.
import CTermGuard
import Glibc

/// Watches signals as long as it lives.
struct SignalWatch: ~Copyable {
    /// Can be read when there is news.
    let descriptor: Int32

    init() throws(TerminalProblem) {
        descriptor = termguard_watch()
        if descriptor < 0 { throw .noSignals(code: errno) }
    }

    deinit { termguard_unwatch() }

    func takeNews() -> SignalNews { termguard_take() }
}

/// Keeps standard error off the screen as long as it lives: one line of it would lie across the picture.
struct ErrorDiversion: ~Copyable {
    /// Where standard error went before; nil when it was left alone.
    private let before: Int32?

    /// - Parameter path: the file to append to; nil, or one that cannot be opened: nowhere.
    init(to path: String?) {
        guard isatty(STDERR_FILENO) == 1, let sink = Self.open(path) ?? Self.open("/dev/null") else {
            before = nil
            return
        }
        let copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        before = copy < 0 ? nil : copy
        if before != nil { dup2(sink, STDERR_FILENO) }
        close(sink)
    }

    deinit {
        guard let before else { return }
        dup2(before, STDERR_FILENO)
        close(before)
    }

    private static func open(_ path: String?) -> Int32? {
        guard let path else { return nil }
        // No link is followed, since the file may lie where others can write.
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY
        let descriptor = unsafe Glibc.open(path, flags, 0o600)
        return descriptor < 0 ? nil : descriptor
    }
}
