// What a fuzzer guided by coverage sends to the reader of journals, and what must hold of every input.

import CareDomain
import JournalStore
import StoreSimulation

/// One input: bytes between two lines that are whole.
///
/// Nothing traps; both lines around it are read; and what is read of it reads the same when it is written
/// again. A promise that does not hold ends the process, which is what a fuzzer looks for.
@_cdecl("lull_fuzz_journal")
public func fuzzJournal(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : size))
    let whole = FuzzedJournal.whole
    let journal = whole[0] + bytes + [0x0A] + whole[1]
    let found = FuzzedJournal.read(journal)
    precondition(found.notes.first == "first", "the line before it was not read")
    precondition(found.notes.last == "last", "the line behind it was not read")
    precondition(FuzzedJournal.isStable(bytes), "it does not read as it was written")
    return 0
}

enum FuzzedJournal {
    private static let stamp = OffsetInstant(Instant(seconds: 1_790_000_000), offsetSeconds: 0)

    /// Two lines with their line breaks; the second has a number and an id far behind.
    static var whole: [[UInt8]] {
        [("first", 1), ("last", 2_000_000_000)].map { text, number in
            let id = RecordID(
                milliseconds: number == 1 ? 0 : 0xFFFF_FFFF_FFFF, randomness: (0xFFFF, UInt64.max))
            let frame = RecordFrame(id: id, sequence: number, at: stamp, author: "ada")
            return RecordLine.bytes(of: Record(frame: frame, body: .note(Note(text: text))))
        }
    }

    /// The notes of a journal, in the order of its lines.
    static func read(_ bytes: [UInt8]) -> (notes: [String], problems: Int) {
        let files = MemoryFileSystem()
        files.put(#"{"format":"lull-store","version":1,"id":"x"}"#, at: "/store/lull-store.json")
        files.put(bytes, at: "/store/people/ada/w.jsonl")
        guard let ada = PersonID("ada"),
            var store = try? Store(
                opening: "/store", files: files, zones: NamedOffsets(), writer: .fixed("reader")),
            let journal = try? store.read(ada)
        else { return ([], 0) }
        let lines = journal.records.sorted { $0.line < $1.line }
        let notes = lines.compactMap { if case .note(let note) = $0.record.body { note.text } else { nil } }
        return (notes, journal.problems.count)
    }

    static func isStable(_ bytes: [UInt8]) -> Bool {
        guard case .record(let record, _) = RecordLine.read(bytes, zones: NamedOffsets()) else { return true }
        if case .other = record.body { return true }
        let again = RecordLine.bytes(of: record)
        guard again.count <= RecordLine.maximumLength else { return true }
        guard
            case .record(let second, isEdited: false) = RecordLine.read(
                again, in: 0..<(again.count - 1), zones: NamedOffsets())
        else { return false }
        return second.body.fields == record.body.fields
    }
}

/// Only the zone that needs no file.
private struct NamedOffsets: ZoneSource {
    func zone(named name: String) -> Zone? { name == "UTC" ? .utc : nil }
}
