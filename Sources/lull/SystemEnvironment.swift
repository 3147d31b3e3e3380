// The machine as the command line needs it: variables, clocks, streams, and the real file system.

import CProcess
import CareDomain
import Commands
import Dashboard
import Glibc
import JournalStore

enum SystemTime {
    /// Milliseconds since 1970.
    static func wallMilliseconds() -> Int64 { nanoseconds(CLOCK_REALTIME) / 1_000_000 }

    /// Nanoseconds of the clock that nobody sets.
    static func steadyNanoseconds() -> Int64 { nanoseconds(CLOCK_MONOTONIC) }

    /// Nanoseconds of the clock that nobody sets and that goes on while the machine sleeps.
    static func nanosecondsWithSleep() -> Int64 { nanoseconds(CLOCK_BOOTTIME) }

    /// Sleeps until the steady clock has reached a time; false where a signal asked to end meanwhile.
    ///
    /// The signals are held back from the first wait on, so that what was done can still be kept.
    static func waitUntil(_ nanoseconds: Int64) -> Bool {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        while true {
            let left = nanoseconds - steadyNanoseconds()
            if left <= 0 { return true }
            var time = timespec(tv_sec: Int(left / 1_000_000_000), tv_nsec: Int(left % 1_000_000_000))
            if unsafe sigtimedwait(&signals, nil, &time) > 0 { return false }
            if errno != EAGAIN && errno != EINTR { return false }
        }
    }

    /// Waits until one of some descriptors can be read or the steady clock has reached a time.
    /// - Returns: whether one can be read; nil where a signal asked to end.
    static func waitForNews(_ descriptors: [Int32], _ nanoseconds: Int64) -> Bool? {
        let signals = makeSignalDescriptor()
        defer { close(signals) }
        // A descriptor below zero is passed over.
        var polled = ([signals] + descriptors).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            let left = max(0, nanoseconds - steadyNanoseconds())
            let milliseconds = Int32(clamping: (left + 999_999) / 1_000_000)
            let count = unsafe poll(&polled, nfds_t(polled.count), milliseconds)
            if count < 0, errno != EINTR { return nil }
            if count > 0 { return polled[0].revents == 0 ? true : nil }
            if left == 0 { return false }
        }
    }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Weekday {
    static var firstOfLocale: Weekday { Weekday(rawValue: Int(firstWeekdayOfLocale())) ?? .monday }
}

extension CommandEnvironment {
    static func ofThisProcess(_ folders: TemporaryFolders) -> CommandEnvironment {
        var terminals: Set<StandardStream> = []
        for (stream, descriptor) in descriptors where isatty(descriptor) == 1 { terminals.insert(stream) }
        return CommandEnvironment(
            variables: variables(), loginName: loginName(), hostName: hostName(),
            wallClock: { Instant(milliseconds: SystemTime.wallMilliseconds()) },
            steadyClock: SystemTime.steadyNanoseconds, waitUntil: SystemTime.waitUntil,
            waitForNews: SystemTime.waitForNews,
            files: PosixFileSystem(),
            random: SystemRandomNumberGenerator(), terminals: terminals,
            readLine: { Swift.readLine(strippingNewline: true) }, write: write,
            makeTemporaryFolder: folders.make, keyTable: Keymap.table)
    }

    private static var descriptors: [(StandardStream, Int32)] {
        [(.input, STDIN_FILENO), (.output, STDOUT_FILENO), (.error, STDERR_FILENO)]
    }

    private static func variables() -> [String: String] {
        var result: [String: String] = [:]
        var next = unsafe environ
        while let entry = unsafe next.pointee {
            let text = unsafe String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                result[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            unsafe next += 1
        }
        // What a shell says of the folder can be out of date.
        if let here = unsafe getcwd(nil, 0) {
            result["PWD"] = unsafe String(cString: here)
            unsafe free(here)
        }
        return result
    }

    private static func loginName() -> String {
        guard let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name else {
            return "user"
        }
        return unsafe String(cString: name)
    }

    private static func hostName() -> String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return "host" }
        let name = bytes.prefix { $0 != 0 && $0 != CChar(bitPattern: UInt8(ascii: ".")) }
        return String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A full disk, or a reader that has gone, is an answer like any other: nothing is lost in silence.
    private static func write(_ text: OutputText, to stream: StandardStream) throws(OutputProblem) {
        let descriptor = stream == .error ? STDERR_FILENO : STDOUT_FILENO
        var bytes = Array(text.string.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EPIPE {
                throw .readerLeft
            } else if errno != EINTR {
                throw .failed(errno: errno)
            }
        }
    }

}
