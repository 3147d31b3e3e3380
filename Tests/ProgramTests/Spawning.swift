// Starting a process, and how it ended.

import Glibc

struct SystemFailure: Error {
    let call: String
    let code: Int32
}

enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
}

/// What a process gets as its three standard streams.
enum Streams {
    /// A terminal's path: it becomes the controlling terminal of a session of the process's own. Standard
    /// error goes to the file where one is named.
    case terminal(String, errors: String?)
    /// Paths of files to read and to write.
    case files(input: String, output: String, errors: String)
}

/// A process that was started here, until its end was seen.
struct Child {
    let process: pid_t
    private(set) var ending: Ending?
    /// Stopped, and not continued since this was last asked for.
    private(set) var isStopped = false
    /// Seconds that the processor worked for it; known once it has ended.
    private(set) var processorSeconds = 0.0

    init(_ command: [String], environment: [String: String], _ streams: Streams) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        // In a session of its own, the first terminal that a process opens is its controlling one.
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | 0x80
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        for (descriptor, path, mode) in Self.openings(streams) {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, path, mode, 0o600)
        }

        let variables = environment.map { $0.key + "=" + $0.value }.sorted()
        var started: pid_t = 0
        let code = unsafe Self.withStrings(command) { arguments in
            unsafe Self.withStrings(variables) { variables in
                unsafe posix_spawn(&started, command[0], &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw SystemFailure(call: "posix_spawn " + command[0], code: code) }
        process = started
    }

    private static func openings(_ streams: Streams) -> [(Int32, String, Int32)] {
        let writing = O_WRONLY | O_CREAT | O_APPEND
        switch streams {
        case .terminal(let path, let errors):
            return [
                (0, path, O_RDWR), (1, path, O_RDWR),
                errors.map { (2, $0, writing) } ?? (2, path, O_RDWR),
            ]
        case .files(let input, let output, let errors):
            return [(0, input, O_RDONLY), (1, output, writing), (2, errors, writing)]
        }
    }

    /// The strings as C takes them: pointers, and a null at the end.
    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        var pointers = unsafe strings.map { unsafe strdup($0) }
        defer { unsafe pointers.forEach { unsafe free($0) } }
        unsafe pointers.append(nil)
        return unsafe body(pointers)
    }

    /// Looks whether it has ended or been stopped; never waits.
    mutating func look() {
        guard ending == nil else { return }
        var status: Int32 = 0
        var usage = rusage()
        guard unsafe wait4(process, &status, WNOHANG | WUNTRACED, &usage) == process else { return }
        if status & 0xff == 0x7f {
            isStopped = true
            return
        }
        let times = [usage.ru_utime, usage.ru_stime]
        processorSeconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        ending = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .signalled(status & 0x7f)
    }

    mutating func signal(_ number: Int32) {
        if number == SIGCONT { isStopped = false }
        if ending == nil { kill(process, number) }
    }
}

/// A point in time that nothing is waited for beyond.
struct Deadline {
    /// So long that only what never happens is missed, on a slow machine too.
    static let seconds = 20

    private let end: timespec

    init() {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        end = timespec(tv_sec: now.tv_sec + Self.seconds, tv_nsec: now.tv_nsec)
    }

    var hasPassed: Bool {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return (now.tv_sec, now.tv_nsec) >= (end.tv_sec, end.tv_nsec)
    }
}
