// What a clinic has done about a flag.

package struct Acknowledgement: Equatable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case seen, contacted, closed
    }

    /// How far a journal had grown when the flag was looked at.
    package struct JournalHead: Hashable, Sendable {
        /// The journal's file name.
        package var name: String
        /// The number of its last record, from 1.
        package var sequence: Int
        /// The check sum of that record's line, eight hexadecimal digits.
        package var sum: String

        package init(name: String, sequence: Int, sum: String) {
            self.name = name
            self.sequence = sequence
            self.sum = sum
        }
    }

    /// The flag's id: person, rule and date.
    package var flag: String
    package var state: State
    package var note: String?
    /// The flag rests through this date.
    package var until: CivilDate?
    /// Who sees to it.
    package var assignee: String?
    /// What the person's records were then.
    package var seen: [JournalHead]
    /// The hash of the rule file that raised the flag.
    package var rules: String?

    package init(
        flag: String, state: State, note: String? = nil, until: CivilDate? = nil, assignee: String? = nil,
        seen: [JournalHead] = [], rules: String? = nil
    ) {
        self.flag = flag
        self.state = state
        self.note = note
        self.until = until
        self.assignee = assignee
        self.seen = seen
        self.rules = rules
    }
}
