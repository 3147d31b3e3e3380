// Drafts on their way into one journal: their ids, and the lines that they become.

import CareDomain
import PlainJSON

/// What became of a draft.
package enum AppendOutcome: Equatable, Sendable {
    /// On the disk, under this id.
    case written(RecordID)
    /// A record with this source and key says the same already.
    case alreadyThere(RecordID)
    /// A record with this source and key says something else, and stays as it is.
    case changed(RecordID)

    package var id: RecordID {
        switch self {
        case .written(let id), .alreadyThere(let id), .changed(let id): id
        }
    }
}

struct AppendBatch {
    let drafts: [RecordDraft]
    /// The places of the drafts in the caller's list, for problems.
    let indices: [Int]
    let author: String
    let now: OffsetInstant
    /// Whether a known key with other content is appended as a correction.
    let update: Bool
    /// Ids stay the same when the append has to be made again.
    private var ids: [RecordID?]
    /// What each draft says, as a journal has it.
    private let contents: [JSONObject]

    init(_ drafts: [RecordDraft], indices: [Int], author: String, now: OffsetInstant, update: Bool) {
        self.drafts = drafts
        self.indices = indices
        self.author = author
        self.now = now
        self.update = update
        ids = drafts.map { _ in nil }
        contents = drafts.map(\.body.fields)
    }

    /// True where what is written depends on what the person's journals hold.
    var dependsOnRecords: Bool {
        ids.contains { $0 != nil } || drafts.contains { $0.origin != nil || $0.replaces != nil }
    }

    private struct Key: Hashable {
        var source: String
        var key: String
    }

    /// What is to become of one draft.
    enum Step {
        case done(AppendOutcome)
        /// - id: nil where the clock is to make one.
        /// - replaced: the record that it corrects, where that is there.
        case write(id: RecordID?, replaces: RecordID?, replaced: StoredRecord?)
    }

    /// What is to become of each draft, by what the person's journals hold.
    func steps(known: [StoredRecord]) -> [Step] {
        var byKey: [Key: (id: RecordID, fields: JSONObject)] = [:]
        if drafts.contains(where: { $0.origin != nil }) {
            for stored in Self.inOrderOfCorrection(known) {
                guard let source = stored.frame.source, let key = stored.frame.key else { continue }
                byKey[Key(source: source, key: key)] = (stored.frame.id, stored.body.fields)
            }
        }
        let knownIDs = Set(known.map(\.record.frame.id))
        return drafts.enumerated().map { place, draft in
            // An earlier try has reached the journal.
            if let id = ids[place], knownIDs.contains(id) { return .done(.written(id)) }
            var (fresh, replaces) = (RecordID?.none, draft.replaces)
            if let origin = draft.origin {
                let key = Key(source: origin.source, key: origin.key)
                let fields = contents[place]
                fresh = RecordID(origin: origin)
                if let there = byKey[key] {
                    guard there.fields != fields else { return .done(.alreadyThere(there.id)) }
                    guard update else { return .done(.changed(there.id)) }
                    replaces = there.id
                    fresh = RecordID(origin: origin, correction: (there.id, fields.bytes()))
                }
                if let fresh { byKey[key] = (fresh, fields) }
            }
            let replaced = replaces.flatMap { id in
                known.last { $0.record.frame.id == id && $0.record.body.kind == draft.body.kind }
            }
            return .write(id: ids[place] ?? fresh, replaces: replaces, replaced: replaced)
        }
    }

    struct Lines {
        var outcomes: [AppendOutcome] = []
        /// In pieces of about 1 MiB, each for one write.
        var pieces: [[UInt8]] = []
        /// The number of the last line.
        var lastSequence: Int

        mutating func add(_ line: [UInt8]) {
            if let size = pieces.last?.count, size + line.count <= 1 << 20 {
                pieces[pieces.count - 1] += line
            } else {
                pieces.append(line)
            }
        }
    }

    /// The lines of those drafts that are to be written.
    /// - Parameters:
    ///   - kept: for each draft, keys that this version does not know, of the record that it corrects.
    ///   - sequence: the number of the journal's last record.
    ///   - isReadBack: whether each line is read before it counts; false for what no one has typed and tests
    ///     have read.
    mutating func lines(
        _ steps: [Step], keeping kept: [JSONObject], after sequence: Int, clock: inout RecordClock,
        zones: some ZoneSource, isReadBack: Bool = true
    ) throws(StoreProblem) -> Lines {
        var lines = Lines(lastSequence: sequence)
        for (place, step) in steps.enumerated() {
            guard case .write(let given, let replaces, let replaced) = step else {
                if case .done(let outcome) = step { lines.outcomes.append(outcome) }
                continue
            }
            let draft = drafts[place]
            let id = given ?? clock.next(now: now.instant)
            ids[place] = id
            lines.lastSequence += 1
            let frame = RecordFrame(
                id: id, sequence: lines.lastSequence, at: now, author: author, replaces: replaces,
                source: draft.origin?.source ?? replaced?.record.frame.source,
                key: draft.origin?.key ?? replaced?.record.frame.key)
            let line = RecordLine.bytes(
                frame, kind: draft.body.kind, contents[place], keeping: kept[place])
            if isReadBack {
                try Self.readBack(line, frame, contents[place], index: indices[place], zones: zones)
            }
            lines.add(line)
            lines.outcomes.append(.written(id))
        }
        return lines
    }

    /// Refuses a line that does not read as what was meant, before it stands in a journal for good: what is
    /// out of range.
    private static func readBack(
        _ line: [UInt8], _ frame: RecordFrame, _ fields: JSONObject, index: Int, zones: some ZoneSource
    ) throws(StoreProblem) {
        switch RecordLine.read(line, in: 0..<(line.count - 1), zones: zones) {
        case .record(let read, _):
            // A kind without known fields would be a line that says nothing.
            if case .other = read.body { throw .notRecordable(index: index, .notAnObject) }
            guard read.body.fields == fields, read.frame.author == frame.author else {
                throw .notRecordable(index: index, .notAnObject)
            }
        case .damaged(let damage): throw .notRecordable(index: index, damage)
        case .newer: throw .notRecordable(index: index, .notAnObject)
        }
    }

    /// Each record behind the one that it replaces, so that the last of a key is the one that counts: the ids
    /// of imported records tell when something happened, not when it was written.
    private static func inOrderOfCorrection(_ known: [StoredRecord]) -> [Record] {
        let replacements = Set(known.compactMap(\.record.frame.replaces))
        let replaced = known.filter { replacements.contains($0.record.frame.id) }
        let standing = known.filter { !replacements.contains($0.record.frame.id) }
        return (replaced + standing).map(\.record)
    }
}
