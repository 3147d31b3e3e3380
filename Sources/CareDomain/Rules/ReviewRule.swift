// A review rule as data: what it is called, its numbers, who reads its flags, and where it comes from.

/// How soon someone looks at a flag: E, U, R and N of the clinic's list.
package enum FlagLevel: String, CaseIterable, Comparable, Sendable {
    case note, nextDay, sameDay, now

    package var rank: Int {
        switch self {
        case .note: 0
        case .nextDay: 1
        case .sameDay: 2
        case .now: 3
        }
    }

    /// `next working day`.
    package var words: String {
        switch self {
        case .note: "note"
        case .nextDay: "next working day"
        case .sameDay: "same day"
        case .now: "now"
        }
    }

    package static func < (a: FlagLevel, b: FlagLevel) -> Bool { a.rank < b.rank }
}

/// What a file of seeds/rules holds. How the rule looks at a record is code; its numbers are not.
package struct ReviewRule: Equatable, Sendable {
    package enum Audience: String, CaseIterable, Sendable {
        case clinic
        /// The person reads it as well, in words of its own.
        case both
    }

    /// The name of the file, `R05`.
    package var id: String
    package var title: String
    package var audience: Audience
    /// The levels that its flags can have.
    package var levels: [FlagLevel]
    /// Thresholds by name; their units stand in the names.
    package var numbers: [String: Double]
    /// Lists of words by name: symptoms, classes of medicines.
    package var words: [String: [String]]
    /// How much worse opens a flag again that somebody has looked at, in the unit of the rule's own
    /// count; nil where only a higher level does.
    package var step: Double?
    /// When it stops holding, in words.
    package var clears: String
    /// When a closed flag opens again, in words.
    package var reopens: String
    /// What it looks at: `night.latency`, `checkIn.phq9`.
    package var reads: [String]
    package var source: String
    /// The names of numbers that are Lull's own.
    package var ours: [String]
    /// What the person reads; nil where only the clinic does.
    package var patientText: String?
    /// True where a clinic's own file changes nothing: answers that need someone are not turned off.
    package var isFixed: Bool
    /// Changes whenever the file does.
    package var digest: String

    package init(
        id: String, title: String, audience: Audience, levels: [FlagLevel], numbers: [String: Double] = [:],
        words: [String: [String]] = [:], step: Double? = nil, clears: String = "", reopens: String = "",
        reads: [String] = [], source: String = "", ours: [String] = [], patientText: String? = nil,
        isFixed: Bool = false, digest: String = ""
    ) {
        self.id = id
        self.title = title
        self.audience = audience
        self.levels = levels
        self.numbers = numbers
        self.words = words
        self.step = step
        self.clears = clears
        self.reopens = reopens
        self.reads = reads
        self.source = source
        self.ours = ours
        self.patientText = patientText
        self.isFixed = isFixed
        self.digest = digest
    }

    /// Rules whose flags are never shown to the person, whatever a file says.
    package static let clinicOnly: Set<String> = ["R01", "R03", "R09", "R13", "R14", "R16", "R22", "R24"]
}

/// The rules that are in use, a clinic's own numbers over those that ship.
package struct RuleSet: Equatable, Sendable {
    /// By id.
    package private(set) var rules: [ReviewRule]

    package init(_ rules: [ReviewRule]) { self.rules = rules.sorted { $0.id < $1.id } }

    package subscript(id: String) -> ReviewRule? { rules.first { $0.id == id } }

    /// Puts a rule in the place of the one with its id.
    package mutating func replace(_ rule: ReviewRule) {
        rules = (rules.filter { $0.id != rule.id } + [rule]).sorted { $0.id < $1.id }
    }

    /// What a person reads while a flag of theirs waits; nil for one that only the clinic sees.
    package func patientText(of flag: ReviewFlag) -> String? {
        guard flag.audience == .both, !ReviewRule.clinicOnly.contains(flag.rule), let rule = self[flag.rule]
        else { return nil }
        return rule.patientText
    }

    /// What a person reads of their own flags while what they are about still holds, one a rule; notes only
    /// where a rule has nothing else.
    package func ownFlags(_ flags: [ReviewFlag]) -> [(rule: String, text: String)] {
        var seen: Set<String> = []
        return flags.compactMap { flag in
            guard flag.isOpen, flag.isHolding, let text = patientText(of: flag),
                flag.level > .note || self[flag.rule]?.levels == [.note], seen.insert(flag.rule).inserted
            else { return nil }
            return (flag.rule, text)
        }
    }
}
