// The system's own lock for a terminal: a program that asks who is there, and ends well once it knows.

import DashboardRuntime
import Glibc

struct SystemLock: ScreenLock {
    /// The program and its arguments; empty where there is none.
    private let words: [String]

    private static let known = [["vlock", "--current"], ["physlock"]]

    /// - Parameters:
    ///   - command: a program and its arguments, with blanks between; nil for the first known one there is.
    ///   - searchPath: the folders to look in, as PATH has them.
    init(command: String?, searchPath: String) {
        let chosen = command.map { [$0.split(separator: " ").map(String.init)] } ?? Self.known
        words =
            chosen.lazy.compactMap { words -> [String]? in
                guard let name = words.first else { return nil }
                return SearchPath.program(named: name, in: searchPath).map { [$0] + words.dropFirst() }
            }.first ?? []
    }

    func opens() -> Bool {
        guard let child = start() else { return false }
        var status: Int32 = 0
        while true {
            let answer = unsafe waitpid(child, &status, WUNTRACED)
            if answer < 0, errno == EINTR { continue }
            guard answer == child else { return false }
            // A lock that is set aside would leave the terminal to nobody.
            let isStopped = status & 0xff == 0x7f
            guard isStopped else { return status == 0 }
            kill(child, SIGCONT)
        }
    }

    /// In this process' own group, which has the terminal.
    private func start() -> pid_t? {
        guard let path = words.first else { return nil }
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        // Standard error lies elsewhere while a screen is up.
        unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        // A text ends at its first zero.
        let texts = unsafe words.map { unsafe strdup($0) }
        defer { unsafe texts.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let answer = unsafe posix_spawn(&child, path, &actions, &attributes, texts + [nil], environ)
        return answer == 0 ? child : nil
    }
}
