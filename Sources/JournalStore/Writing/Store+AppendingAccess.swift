// Appending to this writer's audit journal: what was looked at, and what was taken out of the store.

import CareDomain

extension Store {
    /// Appends to the audit journal of this writer, all of the notes or none, in one lock and one sync.
    ///
    /// However long the journal is, only its end is read. Its ids have a clock of their own, so that looking
    /// at a person's records moves none of theirs.
    /// - Returns: the ids of the lines, once they are safely on the disk.
    /// - Throws: what `append` throws but `noSuchPerson`.
    @discardableResult
    package mutating func appendAccess(
        _ notes: [AuditNote], by author: String, now: OffsetInstant
    ) throws(StoreProblem) -> [RecordID] {
        if notes.isEmpty { return [] }
        return try appendToAudit(notes.map { RecordDraft($0.body) }, by: author, now: now).map(\.id)
    }

    mutating func appendToAudit(
        _ drafts: [RecordDraft], by author: String, now: OffsetInstant
    ) throws(StoreProblem) -> [AppendOutcome] {
        let opened: HeldDescriptor
        do {
            opened = try ensuredFolder(Self.auditName, in: root, for: access)
        } catch {
            throw .creating(error, path + "/" + Self.auditName)
        }
        var batch = AppendBatch(
            drafts, indices: Array(drafts.indices), author: author, now: now, update: false)
        swap(&clock, &auditClock)
        defer { swap(&clock, &auditClock) }
        return try append(&batch, to: JournalFolder(audit: opened, access))
    }

    /// Reads a journal backwards until it has come to a record.
    mutating func end(of file: Descriptor, size: Int, path: String) throws(StoreProblem) -> JournalEnd {
        var length = 1 << 14
        while true {
            let start = max(0, size - length)
            let bytes: [UInt8]
            do {
                bytes = try contents(of: file, start..<size)
            } catch {
                throw .reading(error, path)
            }
            // What stands before the first line break may be the end of a line alone.
            let first = start == 0 ? 0 : bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            let (end, isFound) = end(of: bytes, from: first)
            if isFound || start == 0 { return end }
            length *= 8
        }
    }

    /// - Returns: the end, and whether there is a record in a whole line to count on from.
    private mutating func end(of bytes: [UInt8], from first: Int) -> (JournalEnd, Bool) {
        var end = JournalEnd()
        var isFound = false
        var start = first
        while start < bytes.count {
            let stop = bytes[start...].firstIndex(of: 0x0A)
            switch RecordLine.read(bytes, in: start..<(stop ?? bytes.count), zones: zones) {
            case .record(let record, _):
                end.last = max(end.last, record.frame.sequence)
                clock.observe(record.frame.id)
                isFound = isFound || stop != nil
            case .newer where stop != nil: end.last += 1
            case .newer, .damaged: break
            }
            guard let stop else {
                end.isOpen = true
                break
            }
            end.sequence = end.last
            start = stop + 1
        }
        return (end, isFound)
    }

    private func contents(of file: Descriptor, _ range: Range<Int>) throws(FileProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < range.count {
            let more = try files.read(
                file, at: range.lowerBound + bytes.count, count: range.count - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }
}
