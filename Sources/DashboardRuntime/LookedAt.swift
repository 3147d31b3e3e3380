// What was on the screen when a flag was marked: the heads of the journals that its records come from.

import CareDomain
import JournalStore

extension Store {
    /// A mark of a flag with how far the journals had grown that whoever marked it saw; any other record
    /// as it is.
    /// - Parameter tails: the last record of each journal that was shown.
    func completed(_ draft: RecordDraft, of tails: [StoredRecord]) throws(StoreProblem) -> RecordDraft {
        guard case .acknowledgement(var mark) = draft.body, mark.seen.isEmpty else { return draft }
        mark.seen = try heads(of: tails)
        var draft = draft
        draft.body = .acknowledgement(mark)
        return draft
    }
}
