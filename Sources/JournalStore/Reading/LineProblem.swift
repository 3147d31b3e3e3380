// What is to be said of one line of a journal, or of a whole file or folder of the store.

import CareDomain

package struct LineProblem: Equatable, Sendable {
    package enum What: Equatable, Sendable {
        case damaged(LineDamage)
        case edited
        /// Before this line, as many records are missing as their numbers skip.
        case missing(Int)
        /// The record stands behind one that was written later.
        case outOfOrder
        /// The record of an earlier line once more.
        case repeated(Int)
        /// Another record than that of an earlier line, under its number.
        case sameNumber(Int)
        /// The same record lies in this journal too, in another person's folder.
        case elsewhere(String)
        /// Another record has this id and other content.
        case sameID(RecordID)
        /// As many records as this writer has written are not at the end of its journal, or the whole journal
        /// is gone.
        case missingAtEnd(Int)
        /// A journal that cannot be read.
        case unreadable(errno: Int32)
        /// A link, a pipe or another thing in place of a journal or a person's folder.
        case notAJournal
        /// A folder whose name cannot be a person's id.
        case notAPerson
        /// A file that has another name elsewhere, through which it can be changed.
        case secondName
        /// The user who owns the store does not own this.
        case foreignOwner(UInt32)
        /// A record in the name of a user of this machine who does not own the journal.
        case foreignAuthor(String)
        /// Others can do more with it, or its owner less, than the store wants.
        case permissions(UInt32, wanted: UInt32)
    }

    /// The path in the store.
    package var file: String
    /// 1 for the first line, nil for the whole file.
    package var line: Int?
    package var what: What
    /// CRC-32C of the line; nil where there is no such line.
    package var checkSum: UInt32?
    /// True where a record says that this is known.
    package var isKnown = false

    package init(file: String, line: Int?, what: What, checkSum: UInt32? = nil) {
        self.file = file
        self.line = line
        self.what = what
        self.checkSum = checkSum
    }

    /// Marks those that are known.
    static func mark(_ problems: inout [LineProblem], known: Set<KnownDamage>) {
        if known.isEmpty { return }
        for index in problems.indices {
            guard let damage = KnownDamage(problems[index]) else { continue }
            problems[index].isKnown = known.contains(damage)
        }
    }

    /// True where a record, or a whole journal, could not be read.
    package var hidesSomething: Bool {
        switch what {
        case .damaged, .unreadable: true
        default: false
        }
    }

    /// The order of files and lines; several problems of one line stay as they are.
    static func inOrder(_ problems: [LineProblem]) -> [LineProblem] {
        let ordered = problems.enumerated().sorted { a, b in
            (a.element.file, a.element.line ?? 0, a.offset) < (b.element.file, b.element.line ?? 0, b.offset)
        }
        return ordered.map(\.element)
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
        case .outOfOrder: "out of order: it was written before the line above it"
        case .repeated(let line): "the record of line \(line) once more"
        case .sameNumber(let line): "it has the number of line \(line) and says something else"
        case .elsewhere(let file): "the same record lies in \(file) too"
        case .sameID(let id): "another record has the id \(id) and other content"
        case .missingAtEnd(1): "one record that was written here is missing at the end"
        case .missingAtEnd(let count): "\(count) records that were written here are missing at the end"
        case .unreadable(let errno): "cannot be read (error \(errno))"
        case .notAJournal: "not a regular file or folder, so not opened"
        case .notAPerson: "no person's id"
        case .secondName: "has a second name elsewhere, through which it can be changed"
        case .foreignOwner(let user): "belongs to another user (\(user))"
        case .foreignAuthor(let name): "in the name of \(name), who does not own this journal"
        case .permissions(let mode, let wanted):
            "has the permissions \(Self.octal(mode)) and wants \(Self.octal(wanted))"
        }
    }

    private static func octal(_ mode: UInt32) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
