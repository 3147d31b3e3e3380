// What a run remembers of its talk with a person, and the ways in which a question can stay unanswered.

import CareDomain
import JournalStore

struct Conversation {
    /// True from menu to menu; false for a command that asks its own questions.
    var hasMenu = false
    /// True where the store holds others, too.
    var hasOthers = false
    /// Whom the questions are about.
    var subject: Subject?
    /// What was written and not taken back, in its order.
    private(set) var kept: [(id: RecordID, person: PersonID?, what: String)] = []

    mutating func note(_ drafts: [RecordDraft], _ outcomes: [AppendOutcome]) {
        for (draft, outcome) in zip(drafts, outcomes) {
            if case .written(let id) = outcome {
                kept.append((id, subject?.id, draft.body.kind))
            }
        }
    }

    mutating func forgetLast() { kept.removeLast() }
}

/// Why a question was not answered.
struct Unanswered: Error {
    enum Way { case back, leave, end }

    let way: Way
    /// What becomes of the answers so far.
    let words: String
}
