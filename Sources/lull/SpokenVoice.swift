// The system's speech program: found once, started for each cue without a shell, and never left behind.

import DashboardRuntime
import Glibc

/// A program that says a text, as the last of its arguments.
struct SpeechProgram {
    let path: String
    /// What stands before the text.
    let arguments: [String]
    /// How long it takes from its start to the first sound, in milliseconds: measured on an idle machine,
    /// rounded.
    let leadMilliseconds: Int
    /// What silences it, where ending it does not.
    let silence: [String]?

    private static let known: [(name: String, arguments: [String], lead: Int, silence: [String]?)] = [
        ("spd-say", ["--wait", "--rate", "-20", "--"], 120, ["--cancel"]),
        ("espeak-ng", ["-s", "130", "--"], 60, nil),
        ("say", ["-r", "140", "--"], 200, nil),
    ]

    /// - Parameters:
    ///   - name: a program's name or path; `off` for none, nil for the first one that is there.
    ///   - searchPath: the folders to look in, as PATH has them.
    /// - Returns: nil where there is none.
    static func found(named name: String?, searchPath: String) -> SpeechProgram? {
        guard name != "off" else { return nil }
        let names = name.map { [$0] } ?? known.map(\.name)
        for name in names {
            guard let path = SearchPath.program(named: name, in: searchPath) else { continue }
            let short = name.split(separator: "/").last.map(String.init) ?? name
            let how = known.first { $0.name == short }
            return SpeechProgram(
                path: path, arguments: how?.arguments ?? [], leadMilliseconds: how?.lead ?? 50,
                silence: how?.silence)
        }
        return nil
    }
}

struct SpokenVoice: Voice {
    private let program: SpeechProgram
    /// What was started and is not taken leave of; each leads a group of its own, so that a script ends with
    /// what it started.
    private var running: [pid_t] = []

    init(_ program: SpeechProgram) { self.program = program }

    var isSpeaking: Bool { !running.isEmpty }

    mutating func say(_ text: String) {
        end()
        if let child = start(program.arguments + [text]) { running.append(child) }
    }

    private mutating func end() {
        tidy()
        for child in running { kill(-child, SIGTERM) }
    }

    mutating func stop() {
        guard isSpeaking else { return }
        end()
        // A speaker that runs as a service goes on by itself.
        if let silence = program.silence, let child = start(silence) { running.append(child) }
    }

    mutating func tidy() {
        running.removeAll { child in
            var status: Int32 = 0
            let answer = unsafe waitpid(child, &status, WNOHANG)
            return answer == child || answer < 0 && errno == ECHILD
        }
    }

    /// - Returns: the process; nil where it could not be started, which is like silence.
    private func start(_ arguments: [String]) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        // It neither reads the keys nor writes on the screen.
        for descriptor in Int32(0)...2 {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        // A text ends at its first zero.
        let words = unsafe ([program.path] + arguments).map { unsafe strdup($0) }
        defer { unsafe words.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let answer = unsafe posix_spawn(&child, program.path, &actions, &attributes, words + [nil], environ)
        return answer == 0 ? child : nil
    }
}
