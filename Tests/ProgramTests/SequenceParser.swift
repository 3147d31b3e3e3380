// Bytes to a terminal as what they mean: characters, control characters and escape sequences.

struct SequenceParser {
    enum Item: Equatable {
        case character(Character)
        case control(UInt8)
        /// What follows ESC, up to its last letter.
        case escape(String)
        case csi(Control)
        /// A text for the terminal itself, such as its title.
        case text
    }

    /// `ESC [`, an optional marker such as `?`, numbers, and a letter.
    struct Control: Equatable {
        var marker: Character?
        var numbers: [Int]
        var last: Character

        /// A number of it; the other where it is left out, or is zero where a count is wanted.
        func number(_ index: Int, or other: Int) -> Int {
            guard index < numbers.count, numbers[index] > 0 else { return other }
            return numbers[index]
        }
    }

    private enum State {
        case ground
        case escape(String)
        case csi([UInt8])
        case text(escaped: Bool)
        case character([UInt8], missing: Int)
    }

    private var state = State.ground

    mutating func take(_ byte: UInt8) -> Item? {
        switch state {
        case .ground: return start(byte)
        case .escape(let begun): return afterEscape(begun, byte)
        case .csi(let bytes):
            guard (0x40...0x7e).contains(byte) else {
                state = .csi(bytes + [byte])
                return nil
            }
            state = .ground
            return .csi(Self.control(bytes, byte))
        case .text(let escaped):
            let ends = byte == 0x07 || escaped && byte == 0x5c
            state = ends ? .ground : .text(escaped: byte == 0x1b)
            return ends ? .text : nil
        case .character(let bytes, let missing):
            if missing > 1 {
                state = .character(bytes + [byte], missing: missing - 1)
                return nil
            }
            state = .ground
            return .character(String(decoding: bytes + [byte], as: UTF8.self).first ?? "?")
        }
    }

    private mutating func start(_ byte: UInt8) -> Item? {
        switch byte {
        case 0x1b: state = .escape("")
        case 0x00...0x1f, 0x7f: return .control(byte)
        case 0xc2...0xf4: state = .character([byte], missing: byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3)
        default: return .character(Character(Unicode.Scalar(byte)))
        }
        return nil
    }

    private mutating func afterEscape(_ begun: String, _ byte: UInt8) -> Item? {
        let text = begun + String(Character(Unicode.Scalar(byte)))
        switch byte {
        case 0x5b where begun.isEmpty: state = .csi([])
        case 0x5d where begun.isEmpty, 0x50 where begun.isEmpty: state = .text(escaped: false)
        case 0x20...0x2f: state = .escape(text)
        default:
            state = .ground
            return .escape(text)
        }
        return nil
    }

    private static func control(_ bytes: [UInt8], _ last: UInt8) -> Control {
        var text = String(decoding: bytes, as: UTF8.self)[...]
        let marker = text.first.flatMap { "<=>?".contains($0) ? $0 : nil }
        if marker != nil { text.removeFirst() }
        let numbers = text.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }.map {
            Int($0) ?? 0
        }
        return Control(marker: marker, numbers: numbers, last: Character(Unicode.Scalar(last)))
    }
}

extension Sequence<UInt8> {
    /// The control sequences among the bytes.
    var controls: [SequenceParser.Control] {
        var parser = SequenceParser()
        return compactMap {
            guard case .csi(let control) = parser.take($0) else { return nil }
            return control
        }
    }

    /// Whether any of the bytes sets a colour.
    var setsColour: Bool {
        controls.contains { control in
            guard control.last == "m", control.marker == nil else { return false }
            return control.numbers.contains { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
        }
    }
}
