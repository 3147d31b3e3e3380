// The questionnaires, their wordings and the rules at hand, as the program needs them to open a dashboard.

import CareDomain
import Presets

/// What ships, with this user's own files over it.
package struct KnowledgeAtHand: Sendable {
    package var instruments: [Instrument]
    /// By the name of the questionnaire.
    package var wordings: [String: Wording]
    package var rules: RuleSet
}

extension CommandEnvironment {
    /// Reads this user's own files; what is wrong with one is said beside the output, and the rest goes on.
    package func knowledgeAtHand() -> KnowledgeAtHand {
        guard let global = try? GlobalOptions.parse([]) else {
            return KnowledgeAtHand(
                instruments: Shipped.instruments, wordings: [:], rules: Shipped.reviewRules)
        }
        let invocation = Invocation(environment: self, global: global)
        let shelf = invocation.instrumentShelf()
        return KnowledgeAtHand(
            instruments: shelf.all, wordings: shelf.wordings,
            rules: invocation.ruleShelf(instruments: shelf).rules)
    }
}
