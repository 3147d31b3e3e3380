// The way in for other programs' data: bytes and what is known beside them, to record drafts and a report.

import CareDomain

/// A file that someone wants to import, already read.
package struct ImportSource: Sendable {
    /// The name of the file, as reports print it.
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What a file does not tell by itself.
package struct ImportOptions {
    /// The zone of clock times where the file names none.
    package var zone: Zone
    /// Finds a zone by its IANA name; nil where there is none of that name.
    package var zones: (String) -> Zone?
    /// The last date that can have been lived through.
    package var today: CivilDate
    package var now: Instant
    /// Whom the file is about; where it names people itself, the only one whose rows are taken. Nil: whoever
    /// it names.
    package var person: PersonID?
    /// How many items a questionnaire has; nil where that is not known.
    package var itemCount: (String) -> Int?
    /// Whether a questionnaire can come to a total; true where nothing is known of it.
    package var isTotal: (String, Int) -> Bool

    package init(
        zone: Zone, zones: @escaping (String) -> Zone?, today: CivilDate, now: Instant,
        person: PersonID? = nil,
        itemCount: @escaping (String) -> Int? = { _ in nil },
        isTotal: @escaping (String, Int) -> Bool = { _, _ in true }
    ) {
        self.zone = zone
        self.zones = zones
        self.today = today
        self.now = now
        self.person = person
        self.itemCount = itemCount
        self.isTotal = isTotal
    }
}

/// What a file held: what can be written, and what cannot, with the reason.
package struct ImportResult: Sendable {
    package struct Entry: Equatable, Sendable {
        /// The id that the file gives the person, else the one asked for; nil where neither names anyone.
        package var person: String?
        package var draft: RecordDraft
        /// Where the record begins in the file, from 1.
        package var line: Int
    }

    package struct Skipped: Equatable, Sendable {
        package var line: Int
        /// A plain clause without a full stop.
        package var why: String
    }

    package var format: ImportFormat
    /// In the order of the file.
    package var drafts: [Entry] = []
    /// The source's own records: the rows of a table; the logs of a device, one that is repeated word for
    /// word counted once. Always the drafts and the skipped together.
    package var read = 0
    package var skipped: [Skipped] = []
    package var warnings: [String] = []
    package var nights = 0
    package var naps = 0
    /// The first date of what can be written; nil where there is nothing.
    package var from: CivilDate?
    package var to: CivilDate?

    init(format: ImportFormat) { self.format = format }
}

/// Why nothing at all can be taken from a file.
package enum ImportProblem: Error, Equatable, Sendable {
    /// No bytes, or white space alone.
    case empty
    /// Not UTF-8 text; the line where it stops being text.
    case notText(line: Int)
    /// None of the formats that are known.
    case notRecognised
    /// The file ends in the middle of something; the line on which it ends.
    case truncated(line: Int)
    /// Text, yet not built as the format is.
    case wrongShape(line: Int, why: String)

    /// The line to point at; nil where the whole file is meant.
    package var line: Int? {
        switch self {
        case .empty, .notRecognised: nil
        case .notText(let line), .truncated(let line), .wrongShape(let line, _): line
        }
    }

    /// A plain clause without a full stop.
    package var why: String {
        switch self {
        case .empty: "the file is empty"
        case .notText: "the file is not UTF-8 text"
        case .notRecognised: "the file is in none of the formats that are known: \(ImportFormat.allNames)"
        case .truncated: "the file ends too early; fetch it again"
        case .wrongShape(_, let why): why
        }
    }
}

extension ImportSource {
    /// Reads the whole file.
    /// - Parameters:
    ///   - format: nil to recognise it.
    ///   - progress: called now and then with the bytes done and the bytes in all.
    /// - Throws: `ImportProblem` where nothing at all can be taken.
    package func read(
        as format: ImportFormat? = nil, options: ImportOptions,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(ImportProblem) -> ImportResult {
        if bytes.isBlank { throw .empty }
        if let line = bytes.lineOfBinary { throw .notText(line: line) }
        guard let format = format ?? ImportFormat.recognise(bytes, name: name) else {
            if let line = bytes.lineNotUTF8 { throw .notText(line: line) }
            throw .notRecognised
        }
        var collector = ImportCollector(format: format, options: options)
        switch format {
        case .fitbit: try FitbitImport(options: options).read(bytes, into: &collector, progress: progress)
        case .diary: try readTable(DiaryTable(), into: &collector, options: options, progress: progress)
        case .scores: try readTable(ScoresTable(), into: &collector, options: options, progress: progress)
        case .sessions: try readTable(SessionsTable(), into: &collector, options: options, progress: progress)
        }
        progress(bytes.count, bytes.count)
        return collector.result
    }
}

extension [UInt8] {
    fileprivate var isBlank: Bool {
        let text = starts(with: CSVReader.byteOrderMark) ? self[3...] : self[...]
        return text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    /// The line of the first byte that no text has; other control characters are kept, as what someone wrote.
    fileprivate var lineOfBinary: Int? {
        if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) { return 1 }
        return firstIndex(of: 0).map { self[..<$0].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } }
    }

    /// The first line that is not blank, where it is not UTF-8.
    fileprivate var lineNotUTF8: Int? {
        var reader = CSVReader(self)
        guard let first = reader.header(), case .failure(.notUTF8) = first.fields else { return nil }
        return first.line
    }
}
