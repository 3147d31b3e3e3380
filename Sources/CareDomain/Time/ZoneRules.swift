// The offsets of a zone over the years, read from a compiled time zone file (RFC 9636).

/// Changes of offset, and the rule that goes on after the last of them.
///
/// Immutable, and shared by all the nights that name the zone: copying one of those copies no lists.
package final class ZoneRules: Sendable {
    /// Seconds since 1970 of each change, rising.
    private let changes: [Int]
    /// The offset from each change on.
    private let offsets: [Int]
    /// The offset before the first change.
    private let firstOffset: Int
    /// What holds after the last change; nil where the last offset stays.
    private let rule: ZoneRule?

    package init(offsetSeconds: Int) {
        (changes, offsets, firstOffset, rule) = ([], [], offsetSeconds, nil)
    }

    /// Reads the bytes of a compiled zone file, version 1 to 4.
    /// - Throws: `ZoneFileProblem` where they are none, or cut short.
    package init(file bytes: [UInt8]) throws(ZoneFileProblem) {
        var reader = ZoneFileReader(bytes: bytes)
        var header = try reader.header()
        if header.version >= 2 {
            reader.skip(header.bodyLength(timeSize: 4))
            header = try reader.header()
        }
        let timeSize = header.version >= 2 ? 8 : 4
        var changes: [Int] = []
        for _ in 0..<header.changes { changes.append(try reader.integer(timeSize)) }
        var kinds: [Int] = []
        for _ in 0..<header.changes { kinds.append(try reader.integer(1) & 0xff) }
        var kindOffsets: [Int] = []
        for _ in 0..<header.kinds {
            kindOffsets.append(try reader.integer(4))
            reader.skip(2)
        }
        guard let first = kindOffsets.first, kinds.allSatisfy({ $0 < kindOffsets.count }),
            zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw .damaged }
        self.changes = changes
        firstOffset = first
        offsets = kinds.map { kindOffsets[$0] }
        guard header.version >= 2 else {
            rule = nil
            return
        }
        reader.skip(header.restLength(timeSize: timeSize))
        rule = ZoneRule(try reader.footer())
    }

    func offset(at second: Int) -> Int {
        guard let last = changes.last else { return rule?.offset(at: second) ?? firstOffset }
        if second >= last { return rule?.offset(at: second) ?? offsets[offsets.count - 1] }
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : offsets[low - 1]
    }
}

package enum ZoneFileProblem: Error {
    /// Not a compiled zone file, or one that ends too early.
    case damaged
}

private struct ZoneFileReader {
    let bytes: [UInt8]
    var at = 0

    struct Header {
        var version = 1
        var isUTC = 0, isStandard = 0, leaps = 0, changes = 0, kinds = 0, letters = 0

        func bodyLength(timeSize: Int) -> Int {
            changes * (timeSize + 1) + kinds * 6 + restLength(timeSize: timeSize)
        }

        /// What follows the kinds: their letters, leap seconds, and two lists of marks.
        func restLength(timeSize: Int) -> Int { letters + leaps * (timeSize + 4) + isStandard + isUTC }
    }

    mutating func header() throws(ZoneFileProblem) -> Header {
        guard at + 44 <= bytes.count, Array(bytes[at..<(at + 4)]) == Array("TZif".utf8) else {
            throw .damaged
        }
        var header = Header()
        header.version = bytes[at + 4] == 0 ? 1 : Int(bytes[at + 4]) - 0x30
        at += 20
        header.isUTC = try integer(4)
        header.isStandard = try integer(4)
        header.leaps = try integer(4)
        header.changes = try integer(4)
        header.kinds = try integer(4)
        header.letters = try integer(4)
        let counts = [
            header.isUTC, header.isStandard, header.leaps, header.changes, header.kinds, header.letters,
        ]
        guard counts.allSatisfy({ (0...100_000).contains($0) }) else { throw .damaged }
        return header
    }

    mutating func skip(_ count: Int) { at += count }

    /// A big-endian signed number of so many bytes.
    mutating func integer(_ size: Int) throws(ZoneFileProblem) -> Int {
        guard at >= 0, at + size <= bytes.count else { throw .damaged }
        var value: Int64 = 0
        for byte in bytes[at..<(at + size)] { value = value << 8 | Int64(byte) }
        at += size
        let shift = Int64(64 - size * 8)
        return Int((value << shift) >> shift)
    }

    /// The rule between two line ends; empty where there is none.
    mutating func footer() throws(ZoneFileProblem) -> String {
        guard at < bytes.count, bytes[at] == 0x0A, let end = bytes[(at + 1)...].firstIndex(of: 0x0A) else {
            throw .damaged
        }
        return String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
    }
}
