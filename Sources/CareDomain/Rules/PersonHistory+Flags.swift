// Every rule over one person's records, a day at a time from the first record to now.

extension RuleSet {
    /// How each rule looks at a day; nil for an id that nobody knows, or a rule that lacks a number.
    static func dayRule(_ rule: ReviewRule) -> (any DayRule)? {
        switch rule.id {
        case "R01": ItemNineRule(rule)
        case "R02": ColumbiaRule(rule)
        case "R03": RefreshingShortSleepRule(rule)
        case "R04": LyingAwakeRule(rule)
        case "R05": EfficiencyRule(rule)
        case "R06": ShortSleepRule(rule)
        case "R07": SessionNightRule(rule)
        case "R08": NightmareRule(rule)
        case "R09": SilenceRule(rule)
        case "R10": BloodPressureRule(rule)
        case "R11": LastingEffectsRule(rule)
        case "R12": UrinaryRule(rule)
        case "R13": WorseScoreRule(rule)
        case "R14": NotYetBetterRule(rule)
        case "R15": SleepinessRule(rule)
        case "R16": SedativeRule(rule)
        case "R17": MonitoringFormRule(rule)
        case "R18": DoseNotGivenRule(rule)
        case "R19": SessionNightSleepRule(rule)
        case "R20": SpecialistRule(rule)
        case "R21": NoBaselineRule(rule)
        case "R22": ResponseLostRule(rule)
        case "R23": PracticeRule(rule)
        case "R25": BreathingRule(rule)
        default: nil
        }
    }

    /// Rules whose numbers are not all there, so that they are not looked at.
    package var unusable: [String] {
        rules.filter { $0.id == "R24" ? DoseUnderOpenFlagRule($0) == nil : Self.dayRule($0) == nil }.map(\.id)
    }
}

extension PersonHistory {
    /// All flags, closed ones too, the most urgent first, of one level the oldest.
    ///
    /// A day is judged by what had happened up to it, so that the same records, looked at later, give the
    /// same flags again and those that have come since.
    /// - Parameters:
    ///   - instruments: the questionnaires that are scored.
    ///   - zone: whose days are counted.
    ///   - now: nothing after it counts.
    /// - Complexity: O(days × rules); some tens of microseconds a day.
    package func flags(
        _ rules: RuleSet, instruments: [Instrument], zone: Zone, now: Instant
    ) -> [ReviewFlag] {
        let record = RuleRecord(self, instruments: instruments, zone: zone, now: now)
        let marks = ReviewMarks(acknowledgements, of: id, zone: zone, now: now)
        let days = record.days(and: marks.days)
        var episodes: [String: [FlagEpisode]] = [:]
        for rule in rules.rules {
            if rule.id == "R24", let last = DoseUnderOpenFlagRule(rule) {
                let others = episodes
                episodes[rule.id] = marks.walk(rule, days) { last.standings(on: $0, in: record, others) }
            } else if let dayRule = RuleSet.dayRule(rule)?.prepared(for: record) {
                episodes[rule.id] = marks.walk(rule, days) { dayRule.standings(on: $0, in: record) }
            }
        }
        let flags = rules.rules.flatMap { rule in
            (episodes[rule.id] ?? []).map { ReviewFlag($0, rule, of: id) }
        }
        return flags.sorted(by: ReviewFlag.comesFirst)
    }
}

/// What people have done about the flags of one person, by rule and day.
private struct ReviewMarks {
    private var byRule: [String: [CivilDate: [(since: CivilDate, entry: Entry<Acknowledgement>)]]] = [:]
    /// The days on which it was done, and those after each rest.
    private(set) var days: [CivilDate] = []

    init(_ entries: [Entry<Acknowledgement>], of person: PersonID, zone: Zone, now: Instant) {
        let order = { (a: Entry<Acknowledgement>, b: Entry<Acknowledgement>) in
            (a.frame.at.instant, a.id) < (b.frame.at.instant, b.id)
        }
        for entry in entries.sorted(by: order) where entry.frame.at.instant <= now {
            guard let (owner, rule, since) = ReviewFlag.parts(ofID: entry.value.flag), owner == person else {
                continue
            }
            let day = zone.date(entry.frame.at.instant)
            byRule[rule, default: [:]][day, default: []].append((since, entry))
            days.append(day)
            if let until = entry.value.until { days.append(until.adding(days: 1)) }
        }
    }

    /// The flags of a rule as the days go by, each with what was done about it.
    func walk(
        _ rule: ReviewRule, _ days: [CivilDate], _ standings: (CivilDate) -> [Standing]
    ) -> [FlagEpisode] {
        var keeper = FlagKeeper(rule)
        let marks = byRule[rule.id] ?? [:]
        for day in days {
            keeper.begin(day)
            var waiting = (marks[day] ?? [])[...]
            for standing in standings(day) {
                // What somebody did in the morning is not about what happened in the afternoon.
                if case .holds(let finding) = standing, let at = finding.at {
                    while let mark = waiting.first, mark.entry.frame.at.instant < at {
                        keeper.acknowledge(mark.entry, since: mark.since, on: day)
                        waiting.removeFirst()
                    }
                }
                keeper.take(standing, on: day)
            }
            for mark in waiting { keeper.acknowledge(mark.entry, since: mark.since, on: day) }
        }
        return keeper.episodes
    }
}

extension ReviewFlag {
    init(_ episode: FlagEpisode, _ rule: ReviewRule, of person: PersonID) {
        self.init(
            person: person, rule: rule.id, title: rule.title, level: episode.level,
            audience: ReviewRule.clinicOnly.contains(rule.id) ? .clinic : rule.audience,
            since: episode.since, openedOn: episode.openedOn, message: episode.shown.message,
            reason: episode.shown.reason,
            evidence: episode.shown.evidence, source: rule.source, state: episode.state,
            acknowledgedBy: episode.by, assignee: episode.assignee, until: episode.until,
            isHolding: episode.isHolding, reviewedFrom: episode.reviewedFrom, closedOn: episode.closedOn)
    }
}
