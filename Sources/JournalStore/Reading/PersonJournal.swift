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

extension JournalNotice: CustomStringConvertible {
    /// What happened, as a sentence without its full stop.
    package var description: String {
        switch what {
        case .shrank: "\(file) has become shorter, so it was read afresh"
        case .replaced: "\(file) was replaced by another file, so it was read afresh"
        case .vanished: "\(file) is not there any more"
        }
    }
}

package struct PersonJournal: Equatable, Sendable {
    package let id: PersonID
    /// By id; records with one id and one content once, those with other content all.
    package var records: [StoredRecord] = []
    /// By file and line.
    package var problems: [LineProblem] = []
    /// What notes say of damaged lines.
    package var knownDamage: Set<KnownDamage> = []
    /// Lines of a greater version, which are not acted on.
    package var newerLines = 0
    package var notices: [JournalNotice] = []
}
