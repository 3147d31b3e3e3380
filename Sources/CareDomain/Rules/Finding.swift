// What a rule says about one day: that it holds, that it does not, or nothing.

/// A rule that holds.
struct Finding: Equatable, Sendable {
    var level: FlagLevel
    /// How bad, in the rule's own count; more is worse.
    var severity: Double
    var message: String
    var reason: String
    var evidence: OpenObject
    /// What it is about where each time counts for itself: a session, a medicine.
    var occasion: String?
    /// When it happened, where more is known than the day.
    var at: Instant?
    /// The level where it has become worse by the rule's step than it was at first.
    var levelIfWorse: FlagLevel?

    init(
        _ level: FlagLevel, severity: Double = 0, reason: String, message: String,
        evidence: [(String, OpenValue)], occasion: String? = nil, at: Instant? = nil,
        levelIfWorse: FlagLevel? = nil
    ) {
        self.level = level
        self.severity = severity
        self.reason = reason
        self.message = message
        self.evidence = OpenObject(evidence.map { OpenObject.Pair($0.0, $0.1) })
        self.occasion = occasion
        self.at = at
        self.levelIfWorse = levelIfWorse
    }
}

enum Standing: Equatable, Sendable {
    case holds(Finding)
    case clear
}

/// A rule with its numbers. It may look at what happened up to the day and never past it, so that a day is
/// judged alike whenever it is looked at.
protocol DayRule: Sendable {
    /// Nil where a number is missing.
    init?(_ rule: ReviewRule)
    /// The rule with what it works out once for a record, and not anew for each day.
    func prepared(for record: RuleRecord) -> Self
    /// In the order in which they came about; empty where nothing is known.
    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing]
}

extension DayRule {
    func prepared(for record: RuleRecord) -> Self { self }
}

extension OpenValue {
    static func count(_ value: Int) -> OpenValue { .integer(Int64(value)) }
    static func date(_ value: CivilDate) -> OpenValue { .text(value.description) }
    /// Rounded to a thousandth, so that the last digits of a sum are not taken for news.
    static func figure(_ value: Double) -> OpenValue { .number((value * 1000).rounded() / 1000) }
    static func known(_ value: Int?) -> OpenValue { value.map { .integer(Int64($0)) } ?? .null }
    static func known(_ value: String?) -> OpenValue { value.map { .text($0) } ?? .null }
}
