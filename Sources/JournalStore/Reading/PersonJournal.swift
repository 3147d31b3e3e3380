// What was read from one person's journals: the records, and everything about the lines that needs saying.

import CareDomain

/// A record and where it stands.
package struct StoredRecord: Equatable, Sendable {
    package var record: Record
    /// The journal's path in the store, `people/okafor-n/ada-laptop-7f3a.jsonl`.
    package var file: String
    /// 1 for the first line.
    package var line: Int
    /// True where the line was changed after it was written, or has no sum.
    package var isEdited: Bool
    /// The line's bytes in the file, without the line break.
    package var range: Range<Int>
    /// CRC-32C of the whole line.
    package var checkSum: UInt32
}

/// Something about one line of a file, or about a whole file.
package struct LineProblem: Equatable, Sendable {
    package enum What: Equatable, Sendable {
        case damaged(LineDamage)
        case edited
        /// Before this line, as many records are missing as their numbers skip.
        case missing(Int)
        /// Another record has this id and other content.
        case sameID(RecordID)
        /// A journal that cannot be read.
        case unreadable(errno: Int32)
        /// A link, a pipe or another thing in place of a journal or a person's folder.
        case notAJournal
        /// A folder whose name cannot be a person's id.
        case notAPerson
    }

    /// The path in the store.
    package var file: String
    /// 1 for the first line, nil for the whole file.
    package var line: Int?
    package var what: What

    package init(file: String, line: Int?, what: What) {
        self.file = file
        self.line = line
        self.what = what
    }
}

extension LineProblem.What: CustomStringConvertible {
    /// To stand after a file and a line; safe to print.
    package var description: String {
        switch self {
        case .damaged(let damage): damage.description
        case .edited: "changed after it was written"
        case .missing(1): "one record is missing before it"
        case .missing(let count): "\(count) records are missing before it"
        case .sameID(let id): "another record has the id \(id) and other content"
        case .unreadable(let errno): "cannot be read (error \(errno))"
        case .notAJournal: "not a regular file or folder, so not opened"
        case .notAPerson: "no person's id"
        }
    }
}

/// News of one reading: it is said once.
package struct JournalNotice: Equatable, Sendable {
    package enum What: Equatable, Sendable {
        /// The journal has become shorter, so it was read from the start.
        case shrank
        /// Another file stands in its place, or what was read before is changed, so it was read from the
        /// start.
        case replaced
        case vanished
    }

    package var file: String
    package var what: What
}

package struct PersonJournal: Equatable, Sendable {
    package let id: PersonID
    /// By id; records with one id and one content once, those with other content all.
    package var records: [StoredRecord] = []
    /// By file and line.
    package var problems: [LineProblem] = []
    /// Lines of a greater version, which are not acted on.
    package var newerLines = 0
    package var notices: [JournalNotice] = []
}
