// What a clinic sees of everyone at once: who started, who is in a course now, what there is to follow.

/// Counts over everyone, or over the people of one protocol. No protocol is held against another.
package struct CohortOutcomes: Equatable, Sendable {
    package struct Named: Equatable, Sendable {
        package let name: String
        /// People whose course of it has begun.
        package let started: Int
    }

    /// The one that is looked at; nil for all.
    package let protocolName: String?
    /// Of everyone, by name.
    package let protocols: [Named]
    package let caseload: CohortCaseload
    package let events: CohortEvents
    /// The questionnaires that anyone has answered, those that most have answered first, then the measures of
    /// sleep.
    package let topics: [OutcomeTopic]
    /// Of those questionnaires that define a response or a remission.
    package let ends: [OutcomeEnd]

    /// - Parameters:
    ///   - protocolName: looks at the people of this protocol; nil at all.
    ///   - today: contacts are counted back from it, its own day included.
    package init(
        _ members: [CohortMember], instruments: [Instrument], protocolName: String? = nil, today: CivilDate
    ) {
        self.protocolName = protocolName
        var protocols: [String: Int] = [:]
        var answered: [String: Int] = [:]
        for member in members {
            if let name = member.outcome.protocolName { protocols[name, default: 0] += 1 }
            for scores in member.outcome.scores { answered[scores.instrument, default: 0] += 1 }
        }
        self.protocols = protocols.sorted { $0.key < $1.key }.map { Named(name: $0.key, started: $0.value) }
        let asked = instruments.filter { answered[$0.name] != nil }.sorted { a, b in
            let (x, y) = (answered[a.name] ?? 0, answered[b.name] ?? 0)
            return x == y ? a.name < b.name : x > y
        }
        topics =
            asked.map { .instrument($0.name) } + OutcomeFacts.measures.map { .measure($0) }
        let chosen =
            protocolName == nil ? members : members.filter { $0.outcome.isStarted(protocolName) }
        caseload = CohortCaseload(chosen, today: today)
        events = CohortEvents(chosen)
        let started = chosen.map(\.outcome).filter { $0.isStarted(nil) }
        ends = asked.compactMap { OutcomeEnd($0, started) }
    }
}

/// How many people a clinic looks after, and how near it is to them.
package struct CohortCaseload: Equatable, Sendable {
    /// Everyone, those without a course too.
    package let people: Int
    /// Whose course has begun.
    package let started: Int
    /// Whose course runs today.
    package let active: Int
    /// Whose course was ended before the last of its weeks.
    package let endedEarly: Int
    /// Of the active, who were reached in a call of the last seven dates, today's included.
    package let contacted7: Int
    /// The same of the last thirty.
    package let contacted30: Int
    /// Of the active, who logged five or more of the last seven nights.
    package let diaries5: Int

    init(_ members: [CohortMember], today: CivilDate) {
        people = members.count
        let started = members.filter { $0.outcome.isStarted(nil) }
        self.started = started.count
        let active = started.filter(\.outcome.isActive)
        self.active = active.count
        endedEarly = started.filter(\.outcome.endedEarly).count
        func contacted(_ days: Int) -> Int {
            active.filter { member in
                member.row.lastContact.map { $0.civil.date > today.adding(days: -days) } ?? false
            }.count
        }
        contacted7 = contacted(7)
        contacted30 = contacted(30)
        diaries5 = active.filter { $0.row.nightsLogged7 >= 5 }.count
    }
}

/// What unwanted things were noted, by month, beside the sessions held in it.
package struct CohortEvents: Equatable, Sendable {
    package struct Kind: Hashable, Sendable {
        /// In small letters.
        package let what: String
        /// In the clinic's words; nil where none was noted.
        package let severity: String?
        /// Nil where nobody has judged it.
        package let serious: Bool?
    }

    package struct Month: Equatable, Sendable {
        package let month: CohortMonth
        /// Sessions done in it.
        package let sessions: Int
        package let counts: [Kind: Int]

        /// How many there were of those that fit.
        package func count(_ fits: (Kind) -> Bool) -> Int {
            counts.reduce(0) { fits($1.key) ? $0 + $1.value : $0 }
        }
    }

    /// Those with sessions or events, by month.
    package let months: [Month]

    init(_ members: [CohortMember]) {
        var sessions: [CohortMonth: Int] = [:]
        var counts: [CohortMonth: [Kind: Int]] = [:]
        for member in members {
            for held in member.outcome.sessions { sessions[held.month, default: 0] += held.count }
            for event in member.outcome.events {
                let kind = Kind(what: event.what, severity: event.severity, serious: event.serious)
                counts[event.month, default: [:]][kind, default: 0] += 1
            }
        }
        months = Set(sessions.keys).union(counts.keys).sorted().map {
            Month(month: $0, sessions: sessions[$0] ?? 0, counts: counts[$0] ?? [:])
        }
    }

    /// Every kind with its number over some months, the commonest first.
    package func kinds(in months: [Month], _ fits: (Kind) -> Bool) -> [(what: String, count: Int)] {
        var counts: [String: Int] = [:]
        for month in months {
            for (kind, count) in month.counts where fits(kind) { counts[kind.what, default: 0] += count }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// The words for severity that were used, the usual ones in their order, others by name, nil last.
    package func severities(in months: [Month], _ fits: (Kind) -> Bool) -> [String?] {
        let used = Set(months.flatMap { $0.counts.keys.filter(fits).map(\.severity) })
        let usual = ["mild", "moderate", "severe"]
        let others = used.compactMap { $0 }.filter { !usual.contains($0) }.sorted()
        return usual.filter { used.contains($0) } + others + (used.contains(nil) ? [nil] : [])
    }
}

extension CohortEvents.Kind {
    /// Serious in the sense of drug safety.
    package var isSerious: Bool { serious == true }
}
