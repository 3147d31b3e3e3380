// A dashboard without a store, for a guide that anyone may follow: nothing is read, nothing is kept.

import CareDomain
import CellCanvas
import Dashboard

package struct NobodysLedger: Ledger {
    private let zone: Zone

    package init(zone: Zone) { self.zone = zone }

    package var descriptors: [Int32] { [] }
    package var lookEvery: Duration { .seconds(3600) }

    package mutating func load(now: OffsetInstant) -> StoreSnapshot {
        guard let id = PersonID("nobody") else { return StoreSnapshot() }
        let history = PersonHistory(id: id, records: [])
        return StoreSnapshot(people: [StoreSnapshot.Person(history: history, zone: zone)])
    }

    package mutating func append(
        _ draft: RecordDraft, to person: PersonID, now: OffsetInstant
    ) -> Result<RecordID, AppendRefusal> {
        .failure(AppendRefusal(sentence: "There is no store to keep it in; 'lull init' makes one."))
    }

    package mutating func record(_ notes: [AuditNote], now: OffsetInstant) -> AppendRefusal? { nil }
    package mutating func takeOverDrafts() -> [FormDraft] { [] }
    package mutating func keep(_ draft: FormDraft) -> AppendRefusal? { nil }
    package mutating func dropDraft(of person: PersonID) {}
    package mutating func setDraftAside(of person: PersonID) {}

    package mutating func hasChanged(isLook: Bool, now: OffsetInstant) -> Bool { false }
}
