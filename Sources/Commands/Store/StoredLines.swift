// Records as they are stored, with where they stand: what `records` and `watch` print.

import CareDomain
import CellCanvas
import JournalStore
import PlainJSON

/// One line of a journal.
struct StoredLine {
    let person: PersonID
    let stored: StoredRecord
    let state: String
    /// What stands in the journal, to the letter.
    let text: String
    let object: JSONObject

    var id: RecordID { stored.record.frame.id }
    /// The order in which records were written.
    var written: (Instant, RecordID) { (stored.record.frame.at.instant, id) }

    /// The line's own keys first, then where it stands.
    var row: JSONObject {
        var row = object
        for pair in place.pairs { row[pair.key] = pair.value }
        return row
    }

    /// The same as text: the line as it stands in its journal, to the letter, and where it stands.
    var rowText: String {
        // What an editor has put there may not be safe to print, and is then written as escapes.
        guard CleanText(text).string == text, text.last == "}" else { return row.text() }
        return text.dropLast() + "," + place.text().dropFirst()
    }

    private var place: JSONObject {
        [
            "patient": .string(person.text), "file": .string(stored.file), "line": .integer(stored.line),
            "state": .string(state),
        ]
    }

    static let columns: [TextTable.Column] = [
        .left("Written"), .left("By", limit: 16), .left("Kind"), .left("State"), .left("Id"),
        .left("What", limit: 48),
    ]

    var cells: [String?] {
        let frame = stored.record.frame
        let civil = frame.at.civil
        return [
            "\(civil.date) \(civil.clock)", frame.author, stored.record.body.kind, state, frame.id.text,
            summary,
        ]
    }

    /// The record's own keys in short.
    private var summary: String {
        object.pairs.filter { !Self.frameKeys.contains($0.key) }
            .map { "\($0.key) \($0.value.string ?? $0.value.text())" }.joined(separator: ", ")
    }

    private static let frameKeys: Set = ["v", "id", "seq", "at", "by", "kind", "source", "key", "sum"]
}

extension Invocation {
    /// A person's stored lines, by id. What cannot be read is said beside them.
    mutating func storedLines(of person: PersonID, in part: StoreFolder = .people) throws -> [StoredLine] {
        let (journal, texts) = try withStore { store throws(StoreProblem) in
            let journal = try store.read(person, in: part)
            return (journal, try store.lines(of: journal.records))
        }
        report(journal)
        let standing = RecordStanding(journal.records.map(\.record))
        return zip(journal.records, texts).compactMap { stored, bytes in
            guard let bytes, let object = (try? JSONReader.value(bytes))?.object else { return nil }
            return StoredLine(
                person: person, stored: stored, state: Self.state(of: stored, standing),
                text: String(decoding: bytes, as: UTF8.self), object: object)
        }
    }

    private static func state(of stored: StoredRecord, _ standing: RecordStanding) -> String {
        let state = standing.state(of: stored.record.frame.id)
        return state == .current && stored.isEdited ? "edited" : state.rawValue
    }
}
