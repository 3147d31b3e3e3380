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
        /// How soon it is looked at, and what was done about it: for a clinic alone.
        package let urgency: String?
        /// Whole sentences, in the words that the reader may see.
        package let text: String

        static func all(
            of history: PersonHistory, _ knowledge: ReportKnowledge, for audience: Audience, zone: Zone,
            now: Instant
        ) -> [Notice] {
            let flags = history.flags(
                knowledge.rules, instruments: knowledge.instruments, zone: zone, now: now
            ).filter(\.isOpen)
            let conflicts = history.conflicts.map { conflict in
                let labels = conflict.labels.filter { !$0.isEmpty }.joined(separator: ", ")
                let what = conflict.shortWords + (labels.isEmpty ? "" : " (\(labels))")
                return Notice(kind: .conflict, since: nil, urgency: nil, text: "Records disagree: \(what).")
            }
            switch audience {
            case .clinic: return flags.map(forClinic) + conflicts
            case .person:
                return knowledge.rules.ownFlags(flags).compactMap { rule, text in
                    let flag = flags.first { $0.rule == rule && $0.isHolding }
                    return flag.map { Notice(kind: .flag($0), since: $0.since, urgency: nil, text: text) }
                } + conflicts
            }
        }

        private static func forClinic(_ flag: ReviewFlag) -> Notice {
            let state = flag.state == .open ? "" : ", \(flag.state.rawValue)"
            let who = flag.assignee.map { " \($0) sees to it." } ?? ""
            return Notice(
                kind: .flag(flag), since: flag.since, urgency: flag.level.words + state,
                text: flag.message + who)
        }
    }
}
