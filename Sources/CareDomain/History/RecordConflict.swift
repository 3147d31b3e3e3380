// Records that say different things where only one can be so. None is chosen in silence.

package struct RecordConflict: Hashable, Comparable, Sendable {
    package enum Kind: Int, Hashable, Sendable {
        /// Two corrections of one record, neither knowing of the other; the later shows.
        case twoCorrections
        /// Two records with one id and other content.
        case oneID
        /// Two records of a session as held; the later shows.
        case sessionDoneTwice
        /// Two diary records of one night; the one with more time in bed counts.
        case nightTwice
    }

    package let kind: Kind
    /// The records, by id.
    package let ids: [RecordID]
    /// What each of them says, in a word or two: the dose, the total; empty where nothing so short tells.
    package let labels: [String]

    /// Records that share an id.
    package init(sharing id: RecordID) { (kind, ids, labels) = (.oneID, [id], [""]) }

    package init(_ kind: Kind, _ records: [(id: RecordID, body: RecordBody)]) {
        let records = records.sorted { $0.id < $1.id }
        self.kind = kind
        ids = records.map(\.id)
        labels = records.map { $0.body.label }
    }

    package static func < (a: RecordConflict, b: RecordConflict) -> Bool {
        (a.kind.rawValue, a.ids.map(\.text).joined()) < (b.kind.rawValue, b.ids.map(\.text).joined())
    }
}

extension RecordConflict {
    /// Sessions of the plan that two records tell as held.
    static func among(sessions: [Entry<Session>]) -> [RecordConflict] {
        var done: [String: [(RecordID, RecordBody)]] = [:]
        for entry in sessions where entry.value.status == .done {
            guard let planned = entry.value.planned else { continue }
            done[planned, default: []].append((entry.id, .session(entry.value)))
        }
        return done.values.filter { $0.count > 1 }.map { RecordConflict(.sessionDoneTwice, $0) }
            .sorted()
    }

    /// Nights that two records of the diary tell.
    static func among(nights: [Entry<Night>]) -> [RecordConflict] {
        var logged: [CivilDate: [(RecordID, RecordBody)]] = [:]
        for entry in nights where entry.value.recording == nil && entry.frame.source == nil {
            logged[entry.value.date, default: []].append((entry.id, .night(entry.value)))
        }
        return logged.values.filter { $0.count > 1 }.map { RecordConflict(.nightTwice, $0) }.sorted()
    }

    /// What it is, in a few words.
    package var shortWords: String {
        switch kind {
        case .twoCorrections: "one record was corrected twice"
        case .oneID: "two records share an id"
        case .sessionDoneTwice: "one session is noted as held twice"
        case .nightTwice: "one night is in the diary twice"
        }
    }

    /// A sentence for a person, with the way out.
    package var words: String {
        let names = zip(ids, labels).map { $1.isEmpty ? $0.text : "\($1) in \($0)" }.joined(separator: ", ")
        let what =
            switch kind {
            case .twoCorrections: "one record was corrected twice (\(names)); the later shows"
            case .oneID: "two records share the id \(names)"
            case .sessionDoneTwice: "one session is noted as held twice (\(names)); the later shows"
            case .nightTwice: "one night is in the diary twice (\(names))"
            }
        return kind == .oneID ? what : what + "; take back the other with 'lull retract ID'"
    }
}

extension RecordBody {
    /// What the record says where that is a word or two; empty for any other.
    fileprivate var label: String {
        switch self {
        case .session(let session): session.dose?.words ?? session.status.words
        case .checkIn(let checkIn): checkIn.total.map { "\(checkIn.instrument) \($0)" } ?? checkIn.instrument
        case .night(let night): night.measures.totalSleep.map { "asleep \($0.words)" } ?? ""
        default: ""
        }
    }
}

extension PersonHistory {
    /// That records disagree, in a few words; nil where none do.
    package var conflictWords: String? {
        conflicts.isEmpty
            ? nil : conflicts.count == 1 ? conflicts[0].shortWords : "\(conflicts.count) records disagree"
    }
}
