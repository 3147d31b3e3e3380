// What a clinic has looked at and taken out of its store, as its audit journal has it.

/// That a clinic's user has viewed a person's records, or taken them out of the store.
package struct RecordAccess: Equatable, Sendable {
    /// Nil for a list over everyone in the store.
    package var patient: PersonID?
    /// The screen, the command, or the form of the export; for a flag that was read for the first time
    /// `flag` and its id.
    package var what: String

    package init(patient: PersonID?, what: String) {
        self.patient = patient
        self.what = what
    }

    package init(readingFlag id: String) {
        self.init(patient: ReviewFlag.parts(ofID: id)?.person, what: Self.flagStart + id)
    }

    /// The id of the flag that was read; nil for anything else.
    package var flag: String? {
        guard what.hasPrefix(Self.flagStart) else { return nil }
        let id = String(what.dropFirst(Self.flagStart.count))
        return ReviewFlag.parts(ofID: id) == nil ? nil : id
    }

    package static let flagStart = "flag "
}

/// A line that is to stand in the audit journal.
package enum AuditNote: Equatable, Sendable {
    case viewed(RecordAccess)
    case exported(RecordAccess)

    package var body: RecordBody {
        switch self {
        case .viewed(let access): .viewed(access)
        case .exported(let access): .exported(access)
        }
    }
}

extension ReviewFlag {
    /// True where it is noted who has read it first: it is open, and for now or the same day.
    package var firstReadIsNoted: Bool { isOpen && level >= .sameDay }
}
