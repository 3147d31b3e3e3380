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
    private var numbers = SequenceCheck()
    /// Which record has a number, by its place in `records`; made when a number comes twice.
    private var places: [Int: Int]?
    /// The last bytes before the offset: where they differ, the file was rewritten in place.
    private var mark: [UInt8] = []
    private(set) var records: [StoredRecord] = []
    /// The greatest id that a clock has made.
    private(set) var newest: RecordID?
    private var noted: [LineProblem] = []
    private(set) var newerLines = 0

    init(path: String) { self.path = path }

    /// True where the file does not end in a line break.
    var hasOpenEnd: Bool { offset < size }

    /// The number of the last record; that of the next one is greater by one.
    var sequence: Int { numbers.last }

    /// Damaged lines behind the last record, each of which may have been one.
    var unreadAtEnd: Int { numbers.unread }

    /// In no order.
    var problems: [LineProblem] {
        noted + numbers.missing.map { LineProblem(file: path, line: $0.line, what: .missing($0.count)) }
    }

    /// Reads what is new in an open journal.
    /// - Returns: what is to be said where it had to be read from the start again.
    mutating func refresh(
        _ file: Descriptor, files: any FileSystem, zones: some ZoneSource
    ) throws(FileProblem) -> JournalNotice? {
        let status = try files.status(of: file)
        // What stood there when the name was looked at may have been swapped for something else.
        guard status.kind == .file else { throw FileProblem(.open, path, errno: ErrorNumber.invalid) }
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
        // A line that is too long is passed over without being held, and so are zero bytes before a line.
        var (skipped, zeros) = (0, 0)
        while true {
            let at = offset + zeros + skipped + rest.count
            // What is added while it is read belongs to the next reading.
            let chunk = try files.read(file, at: at, count: min(1 << 22, size - at))
            if chunk.isEmpty { break }
            rest += chunk
            var from = 0
            while let end = rest[from...].firstIndex(of: 0x0A) {
                let length = skipped + end - from
                take(rest, from..<end, length: length, zeros: zeros, zones: zones)
                offset += zeros + length + 1
                (skipped, zeros) = (0, 0)
                from = end + 1
            }
            if from > 0 {
                mark = Array(rest[..<from].suffix(64))
                rest.removeFirst(from)
            }
            if skipped == 0, rest.first == 0 {
                let count = rest.firstIndex { $0 != 0 } ?? rest.count
                rest.removeFirst(count)
                zeros += count
            }
            if rest.count > RecordLine.maximumLength {
                skipped += rest.count
                rest = []
            }
        }
    }

    /// - Parameters:
    ///   - length: of the whole line, of which the bytes may be the end only.
    ///   - zeros: bytes of zero that stand before it.
    private mutating func take(
        _ bytes: [UInt8], _ range: Range<Int>, length: Int, zeros: Int, zones: some ZoneSource
    ) {
        lines += 1
        var (range, length, zeros) = (range, length, zeros)
        if length == range.count, let start = bytes[range].firstIndex(where: { $0 != 0 }) ?? range.last {
            let count = bytes[start] == 0 ? range.count : start - range.lowerBound
            zeros += count
            length -= count
            range = (range.lowerBound + count)..<range.upperBound
        }
        let lineSum = LineSum(of: bytes[range])
        let sum = lineSum.ofLine
        if zeros > 0 {
            // What a disk has lost may have taken its line break along: the record behind it is whole.
            note(.damaged(.zeros), sum)
            if length == 0 { return }
        }
        if bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }), length == range.count {
            return
        }
        guard length <= RecordLine.maximumLength else { return note(.damaged(.tooLong), sum) }
        switch RecordLine.read(bytes, in: range, lineSum, zones: zones) {
        case .newer(let isEdited):
            newerLines += 1
            if isEdited { noted.append(LineProblem(file: path, line: lines, what: .edited, checkSum: sum)) }
            numbers.takeNewer()
        case .damaged(let damage): note(.damaged(damage), sum)
        case .record(let record, let isEdited):
            let stored = StoredRecord(
                record: record, file: path, line: lines, isEdited: isEdited,
                range: (offset + zeros)..<(offset + zeros + length), checkSum: sum)
            switch numbers.take(record.frame.sequence, line: lines) {
            case .next: break
            case .late: noted.append(LineProblem(file: path, line: lines, what: .outOfOrder))
            case .taken: noteTwin(of: stored)
            }
            if isEdited { noted.append(LineProblem(file: path, line: lines, what: .edited, checkSum: sum)) }
            places?[record.frame.sequence] = records.count
            if record.isOfClock { newest = max(newest ?? record.frame.id, record.frame.id) }
            records.append(stored)
        }
    }

    private mutating func note(_ what: LineProblem.What, _ sum: UInt32) {
        noted.append(LineProblem(file: path, line: lines, what: what, checkSum: sum))
        numbers.takeUnread()
    }

    /// Says of a record whose number was there before, whether it is the same one again.
    private mutating func noteTwin(of stored: StoredRecord) {
        let number = stored.record.frame.sequence
        var known = places ?? [:]
        if places == nil {
            for (place, other) in records.enumerated() { known[other.record.frame.sequence] = place }
        }
        places = known
        // The number of a line of a later version is known, and the line is not.
        guard let place = known[number] else {
            return noted.append(LineProblem(file: path, line: lines, what: .outOfOrder))
        }
        let twin = records[place]
        let isSame = twin.checkSum == stored.checkSum && twin.range.count == stored.range.count
        noted.append(
            LineProblem(
                file: path, line: lines, what: isSame ? .repeated(twin.line) : .sameNumber(twin.line)))
    }
}
