// Who has read a flag first: found in the audit journals without reading all that stands in them.

import CareDomain

package struct FlagReading: Equatable, Sendable {
    package var at: OffsetInstant
    /// The author of the line.
    package var by: String

    package init(at: OffsetInstant, by: String) {
        self.at = at
        self.by = by
    }
}

/// The earliest reading of each flag, kept up as the journals grow.
///
/// A clinic notes far more than it reads flags for the first time, so only the lines of these are taken
/// apart.
struct FlagReadings {
    private struct Progress {
        var identity: FileIdentity
        /// Bytes up to the end of the last whole line.
        var offset: Int
    }

    private var journals: [String: Progress] = [:]
    private(set) var first: [String: FlagReading] = [:]

    private static let mark = Array("\"what\":\"flag ".utf8)

    mutating func refresh(_ folder: HeldDescriptor, files: any FileSystem, zones: ZoneCache) {
        guard let names = try? files.list(folder.descriptor).filter(Store.isJournalName) else { return }
        var isRead: Set<String> = []
        for name in names {
            guard let file = try? files.openFile(name, in: folder.descriptor, for: .reading) else { continue }
            defer { files.close(file) }
            guard let status = try? files.status(of: file), status.kind == .file else { continue }
            isRead.insert(name)
            if let known = journals[name], known.identity != status.identity || status.size < known.offset {
                // What it said before may not stand in it any more.
                self = FlagReadings()
                return refresh(folder, files: files, zones: zones)
            }
            let offset = journals[name]?.offset ?? 0
            let end = offset < status.size ? readOn(file, offset..<status.size, files, zones) : offset
            journals[name] = Progress(identity: status.identity, offset: end)
        }
        guard Set(journals.keys).isSubset(of: isRead) else {
            self = FlagReadings()
            return refresh(folder, files: files, zones: zones)
        }
    }

    /// - Returns: the end of the last whole line.
    private mutating func readOn(
        _ file: Descriptor, _ range: Range<Int>, _ files: any FileSystem, _ zones: ZoneCache
    ) -> Int {
        var end = range.lowerBound
        var rest: [UInt8] = []
        while end + rest.count < range.upperBound {
            let at = end + rest.count
            let count = min(1 << 20, range.upperBound - at)
            guard let chunk = try? files.read(file, at: at, count: count), !chunk.isEmpty else { break }
            rest += chunk
            var from = 0
            while let stop = rest[from...].firstIndex(of: 0x0A) {
                take(rest, from..<stop, zones)
                from = stop + 1
            }
            rest.removeFirst(from)
            end += from
        }
        return end
    }

    private mutating func take(_ bytes: [UInt8], _ line: Range<Int>, _ zones: ZoneCache) {
        guard Self.isMarked(bytes, line),
            case .record(let record, _) = RecordLine.read(bytes, in: line, zones: zones),
            case .viewed(let access) = record.body, let flag = access.flag
        else { return }
        let reading = FlagReading(at: record.frame.at, by: record.frame.author)
        if let known = first[flag], known.at.instant <= reading.at.instant { return }
        first[flag] = reading
    }

    private static func isMarked(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count > mark.count else { return false }
        return (line.lowerBound...(line.upperBound - mark.count)).contains { start in
            bytes[start] == mark[0] && bytes[start + 1] == mark[1]
                && bytes[start..<(start + mark.count)].elementsEqual(mark)
        }
    }
}
