// Bytes from the keyboard, as events: characters, control and Alt keys, escape sequences, the mouse and
// pasted text.
import CellCanvas

/// What the terminal's description does not name comes in byte by byte, and is put together here. The bytes
/// may come in any pieces; a sequence that is not known is swallowed whole, so that a report from the
/// terminal never types.
struct KeyDecoder {
    /// The most of one paste that is kept, in bytes.
    static let pasteLimit = 64 * 1024

    /// Nanoseconds that what has begun may take to go on; after that it is taken to have ended. nil: nothing
    /// has begun.
    var patience: Int64? {
        switch state {
        case .ground, .escape: nil
        case .paste: 1_000_000_000
        default: 100_000_000
        }
    }

    private var state = State.ground
    private var pasted: [UInt8] = []
    private(set) var events: [TerminalEvent] = []

    private enum State {
        case ground
        case escape
        /// After `ESC [`, with what has come since.
        case csi([UInt8])
        /// After `ESC O`.
        case ss3
        /// In a text for programs, which ends in BEL or `ESC \`; started by the letter after ESC.
        case text(letter: UInt8, length: Int, escaped: Bool)
        /// Bytes that belong to a sequence of fixed length.
        case skip(Int)
        case utf8([UInt8], missing: Int)
        /// In pasted text, with so many bytes of the mark that ends it.
        case paste(matched: Int)
    }

    /// `ESC [ 201 ~`
    private static let pasteEnd: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e]

    /// Texts for programs are not longer than this many bytes; what is longer is taken to be something else.
    private static let textLimit = 4096

    mutating func takeEvents() -> [TerminalEvent] {
        defer { events = [] }
        return events
    }

    /// Takes a key that the terminal's description names.
    mutating func take(_ key: Key) {
        if case .paste = state { return }
        giveUp()
        events.append(.key(key))
    }

    mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: start(byte)
        case .escape: afterEscape(byte)
        case .csi(let sequence): control(sequence, byte)
        case .ss3:
            state = .ground
            if let key = Self.letterKeys[byte] ?? Self.functionLetters[byte] { events.append(.key(key)) }
        case .text(let letter, let length, let escaped):
            let ends = byte == 0x07 || byte == 0x9c || (escaped && byte == 0x5c) || length >= Self.textLimit
            state = ends ? .ground : .text(letter: letter, length: length + 1, escaped: byte == 0x1b)
        case .skip(let count): state = count > 1 ? .skip(count - 1) : .ground
        case .utf8(let bytes, let missing): continueCharacter(bytes, missing, byte)
        case .paste(let matched): paste(matched, byte)
        }
    }

    /// Nothing more has come: what has begun is now all there is of it.
    mutating func giveUp() {
        let begun = state
        state = .ground
        switch begun {
        case .ground, .skip, .utf8: break
        case .escape: events.append(.key(.escape))
        case .csi(let sequence): if sequence.isEmpty { events.append(.key(.alt("["))) }
        case .ss3: events.append(.key(.alt("O")))
        case .text(let letter, let length, _):
            if length == 0 { events.append(.key(.alt(Character(Unicode.Scalar(letter))))) }
        case .paste: finishPaste()
        }
    }

    // MARK: Characters

    private mutating func start(_ byte: UInt8) {
        switch byte {
        case 0x1b: state = .escape
        case 0x0d, 0x0a: events.append(.key(.enter))
        case 0x09: events.append(.key(.tab))
        case 0x7f, 0x08: events.append(.key(.backspace))
        case 0x01...0x1a: events.append(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
        case 0x00...0x1f: break
        case 0xc2...0xf4: state = .utf8([byte], missing: byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3)
        case 0x80...0xff: break
        default: type(Unicode.Scalar(byte))
        }
    }

    private mutating func continueCharacter(_ bytes: [UInt8], _ missing: Int, _ byte: UInt8) {
        guard byte & 0xc0 == 0x80 else {
            state = .ground
            start(byte)
            return
        }
        let bytes = bytes + [byte]
        if missing > 1 {
            state = .utf8(bytes, missing: missing - 1)
            return
        }
        state = .ground
        let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
        if let scalar, scalar.properties.generalCategory != .control { type(scalar) }
    }

    /// Types a character, or adds to the one before it what only combines.
    private mutating func type(_ scalar: Unicode.Scalar) {
        if !scalar.isASCII, case .key(.character(let base)) = events.last {
            let joined = String(base) + String(scalar)
            if joined.count == 1, joined.unicodeScalars.count <= 16 {
                events[events.count - 1] = .key(.character(Character(joined)))
                return
            }
        }
        events.append(.key(.character(Character(scalar))))
    }

    // MARK: Escape sequences

    private mutating func afterEscape(_ byte: UInt8) {
        switch byte {
        case 0x5b: state = .csi([])
        case 0x4f: state = .ss3
        case 0x5d, 0x50, 0x58, 0x5e, 0x5f: state = .text(letter: byte, length: 0, escaped: false)
        case 0x20...0x7e:
            state = .ground
            events.append(.key(.alt(Character(Unicode.Scalar(byte)))))
        default:
            state = .ground
            events.append(.key(.escape))
            start(byte)
        }
    }

    private mutating func control(_ sequence: [UInt8], _ byte: UInt8) {
        switch byte {
        case 0x1b: state = .escape
        case 0x20...0x3f: state = .csi(sequence.count < 64 ? sequence + [byte] : sequence)
        case 0x40...0x7e:
            state = .ground
            finishControl(sequence, byte)
        default: state = .ground
        }
    }

    private mutating func finishControl(_ sequence: [UInt8], _ last: UInt8) {
        let number = Self.firstNumber(sequence)
        switch last {
        case 0x7e where number == 200:
            pasted = []
            state = .paste(matched: 0)
        case 0x7e: if let key = Self.numberKeys[number] { events.append(.key(key)) }
        case 0x4d where sequence.first == 0x3c: if let event = Self.mouse(sequence) { events.append(event) }
        // A mouse report of the old kind: three bytes follow.
        case 0x4d where sequence.isEmpty: state = .skip(3)
        // The Linux console's function keys: a letter follows.
        case 0x5b where sequence.isEmpty: state = .skip(1)
        // A private marker makes another thing of the same letter.
        default:
            guard sequence.first.map({ $0 < 0x3c }) ?? true else { return }
            if let key = Self.letterKeys[last] { events.append(.key(key)) }
        }
    }

    /// A report of the mouse after `ESC [ <`: what was pressed, the column and the row from 1, in decimal, so
    /// that there is no last column. Nil for what is of no use: other buttons, and movement.
    private static func mouse(_ sequence: [UInt8]) -> TerminalEvent? {
        let parts = String(decoding: sequence.dropFirst(), as: UTF8.self)
            .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let button = parts[0], let column = parts[1], let row = parts[2],
            (1...9999).contains(column), (1...9999).contains(row)
        else { return nil }
        // Shift, Alt and Ctrl change nothing here.
        let action: MouseAction? =
            switch button & ~0b11100 {
            case 0: .press
            case 64: .wheelUp
            case 65: .wheelDown
            default: nil
            }
        return action.map { .mouse(column: column - 1, row: row - 1, $0) }
    }

    private static func firstNumber(_ sequence: [UInt8]) -> Int {
        sequence.prefix { (0x30...0x39).contains($0) }.prefix(4).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// A B C D F H Z
    private static let letterKeys: [UInt8: Key] = [
        0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x5a: .backTab,
    ]

    /// M P Q R S, after `ESC O` only.
    private static let functionLetters: [UInt8: Key] = [
        0x4d: .enter, 0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
    ]

    /// The number before `~`.
    private static let numberKeys: [Int: Key] = [
        1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12),
    ]

    // MARK: Pasted text

    private mutating func paste(_ matched: Int, _ byte: UInt8) {
        if byte == Self.pasteEnd[matched] {
            state = .paste(matched: matched + 1)
            if matched + 1 == Self.pasteEnd.count {
                state = .ground
                finishPaste()
            }
            return
        }
        keep(Self.pasteEnd.prefix(matched))
        state = .paste(matched: 0)
        if byte == Self.pasteEnd[0] { state = .paste(matched: 1) } else { keep([byte]) }
    }

    private mutating func keep(_ bytes: some Collection<UInt8>) {
        pasted.append(contentsOf: bytes.prefix(Self.pasteLimit - pasted.count))
    }

    /// Terminals send the end of a line as CR; control characters other than ends of line and tabs are
    /// dropped.
    private mutating func finishPaste() {
        var text = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in String(decoding: pasted, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\r": text.append("\n")
            case "\n" where wasReturn: break
            case "\n", "\t": text.append(scalar)
            default: if scalar.properties.generalCategory != .control { text.append(scalar) }
            }
            wasReturn = scalar == "\r"
        }
        pasted = []
        if !text.isEmpty { events.append(.pasted(String(text))) }
    }
}
