// Texts that try to do something to a terminal, or to hide what they say; and what is safe to show.

import Foundation
import Testing

/// A text in the place of a name, a note or a path. Each names two doses, 84 and 56, both of which a person
/// must see.
package struct Payload: Sendable, CustomTestStringConvertible {
    package let name: String
    package let bytes: [UInt8]

    package var testDescription: String { name }

    private init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = Array("dose 84".utf8) + bytes + Array("56".utf8)
    }

    private init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    /// Nil where the bytes are not UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// As a process gets it from the system: what is not UTF-8 is repaired.
    package var repaired: String { String(decoding: bytes, as: UTF8.self) }

    /// The text within the quotation marks of JSON, with no more escapes than JSON asks for.
    package var inJSON: [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x22, 0x5C: return [0x5C, byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                return Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
            default: return [byte]
            }
        }
    }

    package static let all: [Payload] = [
        Payload("title", "\u{1b}]0;x\u{7}"), Payload("clear", "\u{1b}[2J"),
        Payload("cursor report", "\u{1b}[6n"), Payload("settings report", "\u{1b}P$q\"p\u{1b}\\"),
        Payload("font query", "\u{1b}]50;?\u{7}"), Payload("clipboard", "\u{1b}]52;c;ODQ=\u{7}"),
        Payload("graphics", "\u{1b}_Ga=q;AAAA\u{1b}\\"), Payload("guarded area", "\u{1b}GQ"),
        Payload("CSI of one character", "\u{9b}2J"), Payload("OSC of one character", "\u{9d}0;x\u{9c}"),
        Payload("CSI of one byte", [0x9B, 0x32, 0x4A]), Payload("delete", "\u{7f}"),
        Payload("return", " mg\rdose "), Payload("backspaces", "\u{8}\u{8}"), Payload("tab", "\t"),
        Payload("line break", "\n"), Payload("both line breaks", "\r\n"), Payload("null", "\0"),
        Payload("right to left", "\u{202E}"), Payload("isolate", "\u{2066}"),
        Payload("zero width", "\u{200D}\u{200B}\u{FEFF}"),
        Payload("marks", String(repeating: "\u{301}", count: 50)), Payload("line separator", "\u{2028}"),
        Payload("tag", "\u{E0041}"), Payload("no byte of UTF-8", [0xFF]),
        Payload("overlong", [0xC0, 0x9B]), Payload("surrogate", [0xED, 0xA0, 0x80]),
        Payload("format string", "%n%s"), Payload("fillers", "\u{3164}\u{115F}\u{34F}\u{180E}"),
        Payload("selectors", "\u{FE0F}\u{E0100}"), Payload("private use", "\u{E000}\u{F0000}"),
    ]

    /// What a person would write.
    package static let harmless = Payload("harmless", " mg, then ")

    /// Whether a text shows both doses, in their order, whatever stands between them.
    package static func showsBothDoses(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstRange(of: Array("84".utf8)) else { return false }
        return bytes[first.upperBound...].firstRange(of: Array("56".utf8)) != nil
    }

    /// A few of them, others for each number; all where `LULL_EVERY_PAYLOAD` is set, which takes minutes.
    package static func some(_ number: Int) -> [Payload] {
        if ProcessInfo.processInfo.environment["LULL_EVERY_PAYLOAD"] != nil { return all }
        return (0..<2).map { all[(number * 5 + $0 * 13) % all.count] }
    }

    /// Those that a string can hold.
    package static let texts: [(name: String, text: String)] = all.compactMap { payload in
        payload.text.map { (payload.name, $0) }
    }
}

/// What a terminal may be sent of a text from outside: told by ranges of its own, so that it does not share
/// the mistakes of what it checks.
package enum Showable {
    /// The scalars that must not reach a terminal as they are, where they stand.
    package static func offences(in text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        let scalars = Array(text.unicodeScalars)
        var marks = 0
        for (index, scalar) in scalars.enumerated() {
            if (0x20...0x7E).contains(scalar.value) {
                marks = 0
                continue
            }
            let before = index > 0 ? scalars[index - 1] : " "
            let after = index + 1 < scalars.count ? scalars[index + 1] : " "
            marks = isMark(scalar) ? marks + 1 : 0
            let isWrong =
                switch scalar {
                case "\u{200D}": !isPicture(after) || !(isPicture(before) || before == "\u{FE0F}")
                case "\u{FE0E}", "\u{FE0F}": !isPicture(before) && after != "\u{20E3}"
                default: hidden.contains { $0.contains(scalar.value) } || marks > 4 || floats(scalar, before)
                }
            if isWrong { result.append(scalar) }
        }
        return result
    }

    /// True for what only changes the character before it, and so takes no cell.
    package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    }

    private static func floats(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar) -> Bool {
        isMark(scalar) && [" ", "\n", "\t", "\u{A0}"].contains(before)
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0xA0 && scalar.properties.isEmoji
    }

    private static let hidden: [ClosedRange<UInt32>] = [
        0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x17B4...0x17B5,
        0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F,
        0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF, 0xE000...0xF8FF,
        0xFDD0...0xFDEF, 0x110BD...0x110BD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
        0xE0000...0x10FFFF,
    ]
}
