// Which records stand: corrections put in the place of what they correct, retracted records taken out.

/// Where one record stands among all others.
package enum RecordState: String, Equatable, Sendable {
    case current
    /// A correction has its place.
    case replaced
    case retracted
}

/// The standing of a person's records. The order in which they come does not matter, nor does a record that
/// comes twice.
package struct RecordStanding: Equatable, Sendable {
    /// Those that stand, by id.
    package private(set) var current: [Record] = []
    /// Corrections of one record that do not know of each other, and records that share an id.
    package private(set) var conflicts: [RecordConflict] = []
    private var replaced: Set<RecordID> = []
    private var retracted: Set<RecordID> = []
    /// Of corrections that stand, the first record of their chain.
    private var firsts: [RecordID: RecordID] = [:]

    package init(_ records: [Record]) {
        var byID: [RecordID: Record] = [:]
        byID.reserveCapacity(records.count)
        for record in records {
            let id = record.frame.id
            guard let other = byID[id] else {
                byID[id] = record
                continue
            }
            if other.body == record.body { continue }
            // Whatever came first, the same one of the two shows.
            if Self.tieBreak(other) < Self.tieBreak(record) { byID[id] = record }
            conflicts.append(RecordConflict(sharing: id))
        }
        retracted = Self.retracted(byID.values)
        resolveCorrections(byID)
        for id in byID.keys.sorted() where state(of: id) == .current {
            if let record = byID[id] { current.append(record) }
        }
        conflicts = Set(conflicts).sorted()
    }

    package func state(of id: RecordID) -> RecordState {
        if retracted.contains(id) { return .retracted }
        return replaced.contains(id) ? .replaced : .current
    }

    /// The record that was corrected at first, whose id stays while corrections follow each other; the record
    /// itself where it corrects none.
    package func first(of id: RecordID) -> RecordID { firsts[id] ?? id }

    private static func tieBreak(_ record: Record) -> String {
        "\(record.frame.at.instant.milliseconds) \(record.body)"
    }

    /// What is taken back by a record that is not itself taken back. A retraction reaches only what has a
    /// smaller id than its own where that is a retraction too, so that no two take each other back.
    private static func retracted(_ records: some Collection<Record>) -> Set<RecordID> {
        var targets: [(id: RecordID, of: RecordID)] = []
        for record in records {
            if case .retraction(let of, _) = record.body { targets.append((record.frame.id, of)) }
        }
        let retractions = Set(targets.map(\.id))
        var gone: Set<RecordID> = []
        for target in targets.sorted(by: { $0.id > $1.id }) where !gone.contains(target.id) {
            if retractions.contains(target.of), target.of >= target.id { continue }
            gone.insert(target.of)
        }
        return gone
    }

    /// A record is replaced by a correction of it, or by a correction of that one, as long as one of them
    /// stands. Of several that stand the greatest id shows.
    private mutating func resolveCorrections(_ byID: [RecordID: Record]) {
        var heads: [RecordID: [RecordID]] = [:]
        let corrections = byID.values.filter {
            $0.frame.replaces != nil && !retracted.contains($0.frame.id)
        }
        for record in corrections {
            replaced.formUnion(Self.corrected(by: record, in: byID))
        }
        for record in corrections where !replaced.contains(record.frame.id) {
            let first = Self.corrected(by: record, in: byID).last ?? record.frame.id
            heads[first, default: []].append(record.frame.id)
            firsts[record.frame.id] = first
        }
        for (_, ids) in heads where ids.count > 1 {
            let ids = ids.sorted()
            replaced.formUnion(ids.dropLast())
            let records = ids.compactMap { id in byID[id].map { (id, $0.body) } }
            conflicts.append(RecordConflict(.twoCorrections, records))
        }
    }

    /// The record that a correction names, the one that that corrects, and so on to the first.
    private static func corrected(by record: Record, in byID: [RecordID: Record]) -> [RecordID] {
        var result: [RecordID] = []
        var seen: Set<RecordID> = [record.frame.id]
        var next = record.frame.replaces
        while let id = next, seen.insert(id).inserted {
            result.append(id)
            next = byID[id]?.frame.replaces
        }
        // Records that correct each other in a ring: the greatest id stands for all of them.
        if next == record.frame.id, result.contains(where: { $0 > record.frame.id }) { return [] }
        return result
    }
}
