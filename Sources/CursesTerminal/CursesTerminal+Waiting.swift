// Waiting: one poll for the keyboard, signals and what else is watched, and events of what has come in.
import CNcurses
import CTermGuard
import CellCanvas
import Glibc

extension CursesTerminal {
    /// Now, on the system's clock that nobody sets (CLOCK_MONOTONIC): nanoseconds since some point before the
    /// start of the process, without the time that the machine slept.
    package static func now() -> Moment {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Moment(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    package mutating func wait(until deadline: Moment?, watching descriptors: [Int32]) -> [TerminalEvent] {
        var watched = ([isGone ? -1 : STDIN_FILENO, signals.descriptor] + descriptors)
            .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            let isDue = wasSuspended || hasUnreadKeys
            let timeout = isDue ? 0 : Self.milliseconds(until: deadline)
            let count = unsafe poll(&watched, nfds_t(watched.count), timeout)
            if count < 0 { for index in watched.indices { watched[index].revents = 0 } }

            var events: [TerminalEvent] = []
            var ends = answerSignals(&events)
            events += readKeyboard(watched[0].reports)
            if events.last == .ended(.terminalGone), ends.isEmpty, isHangUpComing() {
                ends = answerSignals(&events)
            }
            if !ends.isEmpty { events.removeAll { $0 == .ended(.terminalGone) } }
            for index in watched.indices.dropFirst(2) {
                if watched[index].reports.contains(.invalid) {
                    // It was closed; polled again it would wake this loop for ever.
                    watched[index].fd = -1
                } else if !watched[index].reports.isEmpty, !events.contains(.ready) {
                    events.append(.ready)
                }
            }
            events += ends
            if !events.isEmpty { return events }
            if isGone { watched[0].fd = -1 }
            if let deadline, Self.now() >= deadline { return [] }
        }
    }

    /// The milliseconds left, rounded up so that nothing wakes too early; -1 for no deadline.
    private static func milliseconds(until deadline: Moment?) -> Int32 {
        guard let deadline else { return -1 }
        let left = max(0, deadline.nanoseconds - now().nanoseconds)
        return Int32(clamping: left / 1_000_000 + (left % 1_000_000 > 0 ? 1 : 0))
    }

    // MARK: Signals

    /// - Returns: requests to end, which come after everything else, so that no key before them is lost.
    private mutating func answerSignals(_ events: inout [TerminalEvent]) -> [TerminalEvent] {
        let news = signals.takeNews()
        let sizeBefore = sizeHeld
        if news.contains(.stop) {
            stop(wholeGroup: false)
        } else if news.contains(.resume) {
            takeAgain()
        }
        if news.contains(.resize) {
            fitToWindow()
            // Even at the same size, the terminal may have moved its lines in between.
            isDistrusted = true
        }
        if news.contains(.resize) || sizeHeld != sizeBefore { events.append(.resized) }
        if wasSuspended { events.append(.resumed) }
        wasSuspended = false

        var ends: [TerminalEvent] = []
        if news.contains(.interrupt) { ends.append(.ended(.interrupt)) }
        if news.contains(.terminate) { ends.append(.ended(.terminate)) }
        if news.contains(.hangUp) { ends.append(.ended(.hangUp)) }
        return ends
    }

    /// A window that closes wakes whoever reads from it, and sends a hang-up a moment later; the process is
    /// to end by that, as its parent expects.
    private func isHangUpComing() -> Bool {
        var watched = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&watched, 1, 100) != 0
    }

    // MARK: Keyboard

    /// The most that is read at once, so that a flood of keys does not keep the screen from being drawn.
    private static var eventLimit: Int { 512 }
    private static var byteLimit: Int { 16 * 1024 }

    private mutating func readKeyboard(_ reports: PollReports) -> [TerminalEvent] {
        guard !isGone else { return [] }
        if !reports.isDisjoint(with: [.hungUp, .failed, .invalid]) {
            isGone = true
            return [.ended(.terminalGone)]
        }
        guard hasUnreadKeys || reports.contains(.readable) else { return [] }
        let isAnnounced = !hasUnreadKeys
        hasUnreadKeys = false
        let taken = takeKeys()
        // What is said to be readable and never is has ended, as standard input that was closed has.
        emptyReads = isAnnounced && taken == 0 ? emptyReads + 1 : 0
        if emptyReads >= 8 {
            isGone = true
            return [.ended(.terminalGone)]
        }
        return keys.takeEvents()
    }

    /// - Returns: the number of bytes and key codes read.
    private mutating func takeKeys() -> Int {
        var taken = 0
        while taken < Self.byteLimit, keys.events.count < Self.eventLimit {
            if let code = screen.nextKeyCode() {
                taken += 1
                if let byte = UInt8(exactly: code) {
                    keys.take(byte)
                } else if let key = Key(code: code) {
                    keys.take(key)
                }
                continue
            }
            guard taken > 0 else { return 0 }
            if let patience = keys.patience {
                switch awaitMore(patience) {
                case .yes: continue
                case .no: break
                // A signal: what has begun goes on at the next wait.
                case .interrupted: return taken
                }
            }
            keys.giveUp()
            return taken
        }
        hasUnreadKeys = true
        return taken
    }

    private enum More { case yes, no, interrupted }

    private func awaitMore(_ nanoseconds: Int64) -> More {
        var keyboard = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let count = unsafe poll(&keyboard, 1, Int32(clamping: nanoseconds / 1_000_000))
        if count < 0 { return .interrupted }
        return count > 0 && keyboard.reports == .readable ? .yes : .no
    }
}

/// What poll says about a descriptor.
private struct PollReports: OptionSet {
    let rawValue: Int16

    static let readable = PollReports(rawValue: Int16(POLLIN))
    static let hungUp = PollReports(rawValue: Int16(POLLHUP))
    static let failed = PollReports(rawValue: Int16(POLLERR))
    static let invalid = PollReports(rawValue: Int16(POLLNVAL))
}

private extension pollfd {
    var reports: PollReports { PollReports(rawValue: revents) }
}
