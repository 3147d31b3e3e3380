// The review rules at hand: those that ship, with a clinic's own numbers over them, and what they find.

import CareDomain
import Presets

/// The rules with the questionnaires that they score.
struct RuleShelf {
    let rules: RuleSet
    let instruments: [Instrument]

    func flags(of subject: Subject, now: Instant) -> [ReviewFlag] {
        subject.history.flags(rules, instruments: instruments, zone: subject.zone, now: now)
    }

    /// What a person reads of their own flags while what they are about still holds; notes only where a rule
    /// has nothing else.
    func waiting(for subject: Subject, now: Instant) -> [(key: String, words: String)] {
        rules.ownFlags(flags(of: subject, now: now)).map { ("flag \($0.rule)", $0.text) }
    }

    func member(_ subject: Subject, now: Instant) -> CohortMember {
        CohortMember(
            CohortSubject(
                subject.history, zone: subject.zone, now: now, instruments: instruments, rules: rules))
    }

    func row(of subject: Subject, now: Instant) -> CohortRow { member(subject, now: now).row }
}

extension Invocation {
    /// Reads the clinic's own files; what is wrong with one is said in a sentence, and its rule stays as it
    /// ships.
    /// - Parameter instruments: those at hand; nil reads them.
    func ruleShelf(instruments: InstrumentShelf? = nil) -> RuleShelf {
        var rules = Shipped.reviewRules
        for file in ownFiles("rules") {
            let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            let id = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
            guard let rule = rules[id] else {
                note("\(file.path): there is no rule \(quoted(id)); it was left out")
                continue
            }
            do throws(PresetProblem) {
                rules.replace(try ReviewRuleReader.rule(rule, with: file.text, file: file.path))
            } catch {
                note("\(error); it was left out")
            }
        }
        return RuleShelf(rules: rules, instruments: (instruments ?? instrumentShelf()).all)
    }
}
