// What a rule has found in one person's records, and what somebody has done about it.

package struct ReviewFlag: Equatable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case open, seen, contacted, closed
    }

    package var person: PersonID
    /// `R05`.
    package var rule: String
    package var title: String
    package var level: FlagLevel
    package var audience: ReviewRule.Audience
    /// The date on which it began to hold.
    package var since: CivilDate
    /// The date on which it opened last: that of its beginning, or when it came back after someone had looked
    /// at it.
    package var openedOn: CivilDate
    /// One or two sentences with the numbers.
    package var message: String
    /// The same in a few words, for a table.
    package var reason: String
    /// What the message rests on, in its order.
    package var evidence: OpenObject
    package var source: String
    package var state: State
    package var acknowledgedBy: String?
    package var assignee: String?
    /// It rests through this date.
    package var until: CivilDate?
    /// True while what is known last still says so.
    package var isHolding: Bool
    /// From which date on it has been one for the next working day or sooner; nil for a note.
    package var reviewedFrom: CivilDate?
    /// The date of its closing; nil while it is not closed.
    package var closedOn: CivilDate?

    /// Stable: the same records, looked at later, give the same one.
    package var id: String { "\(person).\(rule).\(since)" }
    package var isOpen: Bool { state != .closed }

    /// The most urgent first, of one level the oldest.
    package static func comesFirst(_ a: ReviewFlag, _ b: ReviewFlag) -> Bool {
        if a.level != b.level { return a.level > b.level }
        return (a.since, a.person, a.rule) < (b.since, b.person, b.rule)
    }

    /// Reads an id as `flags` prints it; nil for what is none.
    package static func parts(ofID id: String) -> (person: PersonID, rule: String, since: CivilDate)? {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let person = PersonID(parts[0]), let since = CivilDate(parts[2]),
            !parts[1].isEmpty
        else { return nil }
        return (person, parts[1], since)
    }
}
