// Asks the terminal what colour its background has, before the screen is opened.
import CellCanvas
import Glibc

/// What came back from the terminal, told apart from what the person typed meanwhile.
struct BackgroundAnswer: Equatable {
    /// Nil where the terminal does not say.
    var colour: RGB?
    /// Bytes of the keyboard that are no part of an answer, in order.
    var typed: [UInt8] = []
}

/// The question for the background (OSC 11), with one behind it that every terminal answers (DA1): once that
/// answer is there, nothing more will come.
enum BackgroundQuestion {
    private static let question = "\u{1b}]11;?\u{1b}\\\u{1b}[c"
    /// How long the terminal may take: one on this machine answers within a few milliseconds, one at the
    /// other end of a line needs the way there and back.
    private static var milliseconds: Int64 {
        let isFar = ["SSH_CONNECTION", "SSH_TTY"].contains { environment($0)?.isEmpty == false }
        return isFar ? 150 : 60
    }

    /// Answers with nothing where the terminal is not asked.
    static func ask() -> BackgroundAnswer {
        guard mayAsk(environment("TERM")), isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
            tcgetpgrp(STDIN_FILENO) == getpgrp()
        else { return BackgroundAnswer() }
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return BackgroundAnswer() }
        var quiet = before
        // Neither is the answer shown, nor does it wait for the end of a line.
        quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
        quiet.c_iflag &= ~tcflag_t(ICRNL)
        guard unsafe tcsetattr(STDIN_FILENO, TCSANOW, &quiet) == 0 else { return BackgroundAnswer() }
        defer { unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before) }
        Output.send(question)
        return AnswerReader.answer(in: read())
    }

    /// Terminals that would show the question, and GNU Screen, which answers out of order.
    static func mayAsk(_ terminal: String?) -> Bool {
        guard let terminal else { return false }
        let silent = [
            "screen", "dumb", "linux", "vt100", "vt102", "vt220", "ansi", "cons", "emacs", "unknown",
        ]
        return !silent.contains { terminal.hasPrefix($0) }
    }

    private static func read() -> [UInt8] {
        let deadline = CursesTerminal.now() + .milliseconds(milliseconds)
        var bytes: [UInt8] = []
        while bytes.count < 4096, !AnswerReader.isComplete(bytes) {
            let left = deadline - CursesTerminal.now()
            guard left > .zero else { break }
            let (seconds, attoseconds) = left.components
            var keyboard = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let wait = Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
            // A signal has been noted, and is answered once the screen is there.
            guard unsafe poll(&keyboard, 1, wait) > 0 else { continue }
            var chunk = [UInt8](repeating: 0, count: 1024)
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return bytes
    }
}

/// Finds the answers among the bytes of a keyboard.
enum AnswerReader {
    /// Whether the answer to the last question is there.
    static func isComplete(_ bytes: [UInt8]) -> Bool { split(bytes).hasAttributes }

    static func answer(in bytes: [UInt8]) -> BackgroundAnswer {
        let parts = split(bytes)
        return BackgroundAnswer(colour: parts.colour.flatMap(colour), typed: parts.typed)
    }

    private struct Parts {
        var typed: [UInt8] = []
        /// What stands behind `11;`.
        var colour: String?
        var hasAttributes = false
    }

    private static func split(_ bytes: [UInt8]) -> Parts {
        var parts = Parts()
        var rest = bytes[...]
        while let first = rest.first {
            if rest.starts(with: [0x1b, 0x5d, 0x31, 0x31, 0x3b]) {
                // ESC ] 11 ; … up to BEL or ESC \. One that has not ended is swallowed: it was no key.
                let text = rest.dropFirst(5).prefix { $0 != 0x07 && $0 != 0x1b && $0 != 0x9c }
                parts.colour = String(decoding: text, as: UTF8.self)
                rest = rest[text.endIndex...]
                rest = rest.starts(with: [0x1b, 0x5c]) ? rest.dropFirst(2) : rest.dropFirst()
            } else if rest.starts(with: [0x1b, 0x5b, 0x3f]) {
                // ESC [ ? … c; no key begins so.
                let body = rest.dropFirst(3).prefix { !(0x40...0x7e).contains($0) }
                if rest[body.endIndex...].first == 0x63 { parts.hasAttributes = true }
                rest = rest[body.endIndex...].dropFirst()
            } else {
                parts.typed.append(first)
                rest = rest.dropFirst()
            }
        }
        return parts
    }

    /// The colour that `rgb:1616/1818/1d1d`, `rgba:…` or `#16181d` stands for: one to four digits a part, of
    /// which the most is full strength.
    static func colour(_ text: String) -> RGB? {
        if text.hasPrefix("#") {
            let digits = text.dropFirst()
            guard [3, 6, 9, 12].contains(digits.count) else { return nil }
            let size = digits.count / 3
            return rgb((0..<3).map { String(digits.dropFirst($0 * size).prefix(size)) })
        }
        guard let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) else {
            return nil
        }
        return rgb(text[text.index(after: colon)...].split(separator: "/").prefix(3).map(String.init))
    }

    private static func rgb(_ parts: [String]) -> RGB? {
        let values = parts.compactMap { part -> UInt8? in
            guard (1...4).contains(part.utf8.count), let value = UInt32(part, radix: 16) else { return nil }
            let most = (UInt32(1) << (4 * UInt32(part.utf8.count))) - 1
            return UInt8((value * 255 + most / 2) / most)
        }
        return values.count == 3 ? RGB(values[0], values[1], values[2]) : nil
    }
}
