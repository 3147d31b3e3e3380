// What is known of one journal so far, and how it takes in the bytes that have been added.

import CareDomain

/// A journal as far as it has been read; reading on costs no more than what is new.
struct JournalCursor {
    /// The path in the store.
    let path: String
    private(set) var identity: FileIdentity?
    /// Bytes up to the end of the last whole line.
    private(set) var offset = 0
    /// Bytes of the whole file when it was last looked at.
    private(set) var size = 0
    private var modified: Int64 = 0
    /// Whole lines, blank ones too.
    private(set) var lines = 0
    /// The number of the last record; that of the next one is greater by one.
    private(set) var sequence = 0
    /// Damaged lines since then, each of which may have been a record.
    private var unreadLines = 0
    /// The last bytes before the offset: where they differ, the file was rewritten in place.
    private var mark: [UInt8] = []
    private(set) var records: [StoredRecord] = []
    private(set) var problems: [LineProblem] = []
    private(set) var newerLines = 0

    init(path: String) { self.path = path }

    /// True where the file does not end in a line break.
    var hasOpenEnd: Bool { offset < size }

    /// Reads what is new in an open journal.
    /// - Returns: what is to be said where it had to be read from the start again.
    mutating func refresh(
        _ file: Descriptor, files: any FileSystem, zones: some ZoneSource
    ) throws(FileProblem) -> JournalNotice? {
        let status = try files.status(of: file)
        if status.identity == identity, status.size == size, status.modified == modified { return nil }
        var notice: JournalNotice?
        if let what = try replacement(status, file, files) {
            // Of the same size in the same place, a file was touched or edited: its lines say themselves
            // which.
            if what == .shrank || status.size != size || status.identity != identity {
                notice = JournalNotice(file: path, what: what)
            }
            self = JournalCursor(path: path)
        }
        identity = status.identity
        modified = status.modified
        size = status.size
        try readOn(file, files: files, zones: zones)
        return notice
    }

    /// How the file is another one than before; nil where it only grew, or is new.
    private func replacement(
        _ status: FileStatus, _ file: Descriptor, _ files: any FileSystem
    ) throws(FileProblem) -> JournalNotice.What? {
        guard let identity else { return nil }
        if status.identity != identity { return .replaced }
        if status.size < offset { return .shrank }
        if status.size == size { return .replaced }
        return try files.read(file, at: offset - mark.count, count: mark.count) == mark ? nil : .replaced
    }

    private mutating func readOn(
        _ file: Descriptor, files: any FileSystem, zones: some ZoneSource
    ) throws(FileProblem) {
        var rest: [UInt8] = []
        // A line that is too long is passed over without being held.
        var skipped = 0
        while true {
            let at = offset + skipped + rest.count
            // What is added while it is read belongs to the next reading.
            let chunk = try files.read(file, at: at, count: min(1 << 22, size - at))
            if chunk.isEmpty { break }
            rest += chunk
            var from = 0
            while let end = rest[from...].firstIndex(of: 0x0A) {
                let length = skipped + end - from
                take(rest, from..<end, length: length, zones: zones)
                offset += length + 1
                skipped = 0
                from = end + 1
            }
            if from > 0 {
                mark = Array(rest[..<from].suffix(64))
                rest.removeFirst(from)
            }
            if rest.count > RecordLine.maximumLength {
                skipped += rest.count
                rest = []
            }
        }
    }

    /// - Parameter length: of the whole line, of which the bytes may be the end only.
    private mutating func take(_ bytes: [UInt8], _ range: Range<Int>, length: Int, zones: some ZoneSource) {
        lines += 1
        if bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }), length == range.count {
            return
        }
        guard length <= RecordLine.maximumLength else { return note(.damaged(.tooLong)) }
        switch RecordLine.read(bytes, in: range, zones: zones) {
        case .newer:
            // It has a number of its own, which is left free.
            newerLines += 1
            sequence += 1
        case .damaged(let damage): note(.damaged(damage))
        case .record(let record, let isEdited):
            let missing = record.frame.sequence - sequence - 1 - unreadLines
            if missing > 0 { problems.append(LineProblem(file: path, line: lines, what: .missing(missing))) }
            sequence = max(sequence, record.frame.sequence)
            unreadLines = 0
            if isEdited { problems.append(LineProblem(file: path, line: lines, what: .edited)) }
            records.append(
                StoredRecord(
                    record: record, file: path, line: lines, isEdited: isEdited,
                    range: offset..<(offset + length),
                    checkSum: CRC32C.sum(of: bytes[range])))
        }
    }

    private mutating func note(_ what: LineProblem.What) {
        problems.append(LineProblem(file: path, line: lines, what: what))
        unreadLines += 1
    }
}
