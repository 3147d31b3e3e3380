// Journals that are damaged in every way, and what their reader must say of them.

import CareDomain
import JournalStore

/// Random journals with random damage: every line that is not as it was written is named, and every other one
/// is read.
package struct JournalDamage {
    package private(set) var damagedLines = 0
    package private(set) var wholeLines = 0
    private var random: SeededGenerator
    private var records: RandomRecords

    private static let path = "/home/store"

    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        records = RandomRecords(seed: seed &+ 1)
    }

    /// Damages one journal of so many lines and reads it.
    /// - Throws: `BrokenPromise`.
    package mutating func tryJournal(lines: Int, seed: UInt64) throws {
        let whole = (1...lines).map { number in
            var record = records.record(random.int(0...(RandomRecords.kinds - 1)))
            record.frame.sequence = number
            return Array(RecordLine.bytes(of: record).dropLast())
        }
        var bytes: [UInt8] = []
        for line in whole {
            let isDamaged = random.once(in: 2)
            bytes += isDamaged ? damaged(line, among: whole) : line
            // Now and then the line break is lost too.
            if !isDamaged || !random.once(in: 12) { bytes.append(0x0A) }
        }
        try check(bytes, Set(whole), seed)
    }

    // MARK: Damage

    private mutating func damaged(_ line: [UInt8], among whole: [[UInt8]]) -> [UInt8] {
        switch random.int(0...9) {
        case 0, 1: return flipped(line)
        case 2: return Array(line.prefix(random.int(0...line.count)))
        case 3: return Array(line.suffix(random.int(0...line.count)))
        case 4:
            let other = random.pick(whole)
            return Array(line.prefix(random.int(0...line.count)) + other.suffix(random.int(0...other.count)))
        case 5:
            var line = line
            let at = random.int(0...line.count)
            line.insert(contentsOf: (0..<random.int(1...8)).map { _ in byte() }, at: at)
            return line
        case 6: return [UInt8](repeating: 0, count: random.int(1...40)) + (random.once(in: 2) ? line : [])
        case 7:
            var line = line
            let at = random.int(0...(line.count - 1))
            let end = min(line.count, at + random.int(1...20))
            for index in at..<end { line[index] = 0 }
            return line
        case 8: return (0..<random.int(0...60)).map { _ in byte() }
        default:
            return random.pick([
                Array("{}".utf8), Array("[]".utf8), Array("null".utf8), [0xEF, 0xBB, 0xBF] + line,
                line + [0x0D], [0x20] + line, line.map { $0 == 0x22 ? 0x27 : $0 },
                line.flatMap { [$0, 0] }, [UInt8](repeating: 0x5B, count: 5000), Array("  \t".utf8),
            ])
        }
    }

    private mutating func flipped(_ line: [UInt8]) -> [UInt8] {
        var line = line
        for _ in 0..<random.int(1...3) {
            line[random.int(0...(line.count - 1))] ^= 1 << UInt8(random.int(0...7))
        }
        return line
    }

    private mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: random.next()) }

    // MARK: Reading

    private mutating func check(_ bytes: [UInt8], _ whole: Set<[UInt8]>, _ seed: UInt64) throws {
        let files = MemoryFileSystem()
        files.put(#"{"format":"lull-store","version":1,"id":"x"}"#, at: Self.path + "/lull-store.json")
        files.put(bytes, at: Self.path + "/people/ada/w.jsonl")
        guard let ada = PersonID("ada") else { return }
        var store = try Store(
            opening: Self.path, files: files, zones: UniversalTime(), writer: .fixed("reader"))
        let journal = try store.read(ada)
        let named = Set(journal.problems.compactMap(\.line))
        let read = Dictionary(grouping: journal.records, by: \.line)
        var parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        if parts.last?.isEmpty == true { parts.removeLast() }
        for (index, line) in parts.enumerated() {
            func broken(_ what: String) -> BrokenPromise {
                BrokenPromise(seed: seed, step: index + 1, what: what)
            }
            if whole.contains(line), index < parts.count - 1 || bytes.last == 0x0A {
                wholeLines += 1
                // The same record twice is read once.
                let isThere = read[index + 1] != nil || named.contains(index + 1)
                if !isThere { throw broken("a whole line was not read") }
            } else if !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) {
                damagedLines += 1
                if !named.contains(index + 1), !Self.mayBeNewer(line) {
                    throw broken("a damaged line is not named")
                }
            }
        }
    }

    /// A damage that makes a line one of a later version, whose sum nobody here knows.
    private static func mayBeNewer(_ line: [UInt8]) -> Bool {
        RecordLine.read(line, zones: UniversalTime()) == .newer(isEdited: false)
    }
}
