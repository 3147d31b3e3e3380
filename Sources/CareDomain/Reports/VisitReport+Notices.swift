// What a reader of a report needs to know first: open flags, and records that disagree.

extension VisitReport {
    package struct Notice: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            case flag(ReviewFlag)
            case conflict
        }

        package let kind: Kind
        /// Since when; nil for records that disagree.
        package let since: CivilDate?
        /// Whole sentences, in the words that the reader may see.
        package let text: String

        static func all(
            of history: PersonHistory, _ knowledge: ReportKnowledge, for audience: Audience, zone: Zone,
            now: Instant
        ) -> [Notice] {
            let flags = history.flags(
                knowledge.rules, instruments: knowledge.instruments, zone: zone, now: now
            ).filter(\.isOpen)
            let conflicts = history.conflicts.map {
                Notice(kind: .conflict, since: nil, text: "Records disagree: \($0.words).")
            }
            switch audience {
            case .clinic: return flags.map(forClinic) + conflicts
            case .person:
                return knowledge.rules.ownFlags(flags).compactMap { rule, text in
                    let flag = flags.first { $0.rule == rule && $0.isHolding }
                    return flag.map { Notice(kind: .flag($0), since: $0.since, text: text) }
                } + conflicts
            }
        }

        private static func forClinic(_ flag: ReviewFlag) -> Notice {
            let state = flag.state == .open ? "" : " (\(flag.state.rawValue))"
            let who = flag.assignee.map { " \($0) sees to it." } ?? ""
            return Notice(
                kind: .flag(flag), since: flag.since,
                text: "\(flag.level.words)\(state): \(flag.message)\(who)")
        }
    }
}
