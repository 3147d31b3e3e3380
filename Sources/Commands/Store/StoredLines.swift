// Records as they are stored, with where they stand: what `records` and `watch` print.

import CareDomain
import JournalStore
import PlainJSON

/// One line of a journal.
struct StoredLine {
    let person: PersonID
    let stored: StoredRecord
    let state: String
    /// What stands in the journal.
    let object: JSONObject

    var id: RecordID { stored.record.frame.id }

    /// The line's own keys first, then where it stands.
    var row: JSONObject {
        var row = object
        row["patient"] = .string(person.text)
        row["file"] = .string(stored.file)
        row["line"] = .integer(stored.line)
        row["state"] = .string(state)
        return row
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
    /// A person's stored lines, by id.
    mutating func storedLines(of person: PersonID, in part: StoreFolder = .people) throws -> [StoredLine] {
        let (records, objects) = try withStore { store throws(StoreProblem) in
            let records = try store.read(person, in: part).records
            return (records, try store.objects(of: records))
        }
        return Self.lines(of: person, records, objects)
    }

    static func lines(
        of person: PersonID, _ records: [StoredRecord], _ objects: [JSONObject?]
    ) -> [StoredLine] {
        let standing = RecordStanding(records.map(\.record))
        return zip(records, objects).compactMap { stored, object in
            object.map {
                StoredLine(person: person, stored: stored, state: state(of: stored, standing), object: $0)
            }
        }
    }

    private static func state(of stored: StoredRecord, _ standing: RecordStanding) -> String {
        let state = standing.state(of: stored.record.frame.id)
        return state == .current && stored.isEdited ? "edited" : state.rawValue
    }
}
