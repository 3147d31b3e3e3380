// The reader against Foundation's, on random texts and on damaged ones.

import Foundation
import PlainJSON
import TestKit
import Testing

@Suite struct JSONComparisonTests {
    @Test(arguments: 1...20)
    func whatIsWrittenIsReadByBoth(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<60 {
            let value = Self.value(&random, depth: 0)
            for isPretty in [false, true] {
                let bytes = value.bytes(pretty: isPretty)
                let isReadBack = try JSONReader.value(bytes) == value
                #expect(isReadBack, "\(value.text())")
                let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
                let isSame = Self.isSame(value, theirs)
                #expect(isSame, "\(value.text())")
            }
        }
    }

    @Test(arguments: 1...40)
    func damagedTextsAreJudgedAlike(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) << 32)
        for _ in 0..<60 {
            var bytes = Self.value(&random, depth: 0).bytes()
            for _ in 0..<random.int(1...3) { Self.damage(&bytes, &random) }
            let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            do throws(JSONProblem) {
                let ours = try JSONReader.value(bytes)
                let isSame = theirs.map { Self.isSame(ours, $0) } ?? Self.isTooStrict(bytes)
                #expect(isSame, "\(ours.text())")
            } catch {
                let isAgreed = theirs == nil || Self.isOurs(error.reason)
                #expect(isAgreed, "\(error): \(String(decoding: bytes, as: UTF8.self))")
                #expect((0...bytes.count).contains(error.offset))
            }
        }
    }

    /// What the reader refuses on purpose, and Foundation takes.
    private static func isOurs(_ reason: JSONProblem.Reason) -> Bool {
        switch reason {
        case .repeatedKey, .byteOrderMark, .tooDeep: true
        default: false
        }
    }

    /// Foundation's own limits: it refuses numbers that round to nothing.
    private static func isTooStrict(_ bytes: [UInt8]) -> Bool {
        bytes.contains(UInt8(ascii: "e")) || bytes.contains(UInt8(ascii: "E"))
    }

    private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let at = random.int(0...(bytes.count - 1))
        switch random.int(0...4) {
        case 0: bytes[at] = UInt8(random.int(0...255))
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(random.pick(Array("{}[]\",:\\0123456789eE+-.truefalsn ".utf8)), at: at)
        case 3: bytes.removeSubrange(at...)
        default: bytes.insert(contentsOf: bytes[at...].prefix(random.int(1...8)), at: at)
        }
    }

    private static func value(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
        switch random.int(0...(depth > 4 ? 5 : 8)) {
        case 0: return .null
        case 1: return .bool(random.once(in: 2))
        case 2: return .integer(Int64(truncatingIfNeeded: random.next()) >> random.int(0...63))
        case 3: return number(&random)
        case 4, 5: return .string(text(&random))
        case 6: return .array((0..<random.int(0...5)).map { _ in value(&random, depth: depth + 1) })
        default:
            let pairs = (0..<random.int(0...14)).map { _ in (text(&random), value(&random, depth: depth + 1))
            }
            return .object(JSONObject(pairs))
        }
    }

    /// A finite double that is no whole number, as that would be read as one.
    private static func number(_ random: inout SeededGenerator) -> JSONValue {
        let wide = Double(bitPattern: random.next())
        if wide.isNormal, wide.rounded() != wide { return .number(wide) }
        return .number(Double(random.int(-100_000...100_000)) + 0.25)
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let scalars = Array("ab\"\\/\n\té😀\u{200E}\u{202E}\u{7F}\u{FFFD}字e\u{301}".unicodeScalars)
        var view = String.UnicodeScalarView()
        for _ in 0..<random.int(0...12) { view.append(random.pick(scalars)) }
        return String(view)
    }

    private static func isSame(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch ours {
        case .null: theirs is NSNull
        case .bool(let value): (theirs as? Bool) == value
        case .integer(let value): (theirs as? NSNumber)?.int64Value == value
        // Foundation goes by way of a decimal number, and can miss the nearest double.
        case .number(let value):
            (theirs as? NSNumber).map { abs($0.doubleValue - value) <= abs(value) * 1e-14 } ?? false
        case .string(let value): (theirs as? String) == value
        case .array(let elements):
            (theirs as? [Any]).map { zip(elements, $0).allSatisfy(isSame) && elements.count == $0.count }
                ?? false
        case .object(let object):
            (theirs as? [String: Any]).map { theirs in
                object.pairs.count == theirs.count
                    && object.pairs.allSatisfy { pair in
                        theirs[pair.key].map { isSame(pair.value, $0) } ?? false
                    }
            } ?? false
        }
    }
}
