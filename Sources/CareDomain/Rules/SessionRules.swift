// Rules about sessions: blood pressure, effects that last, breathing, forms, and doses that were not given.

extension TreatmentSession {
    /// What tells one session from another where a flag is raised for each.
    package var occasion: String { key ?? date.description }

    /// The readings by minute.
    fileprivate var readings: [Session.Observation] {
        (record?.value.observations ?? []).sorted { $0.minute < $1.minute }
    }

    /// Events whose words hold one of those asked for.
    fileprivate func events(_ words: [String]) -> [String] {
        (record?.value.events ?? []).map(\.what).filter { what in
            let text = what.lowercased()
            return words.contains { text.contains($0) }
        }
    }
}

/// R10: blood pressure before the dose, at the end of the observation, and at any time with its warning
/// signs. 140/90 and the signs: label of Spravato; the other numbers are Lull's own. Whether to dose or
/// to let someone go is a clinician's, and is not said here.
struct BloodPressureRule: DayRule {
    private let systolic, diastolic, highSystolic, highDiastolic, endFrom, rise: Double
    private let signs: [String]

    init?(_ rule: ReviewRule) {
        guard let systolic = rule.numbers["systolic"], let diastolic = rule.numbers["diastolic"],
            let highSystolic = rule.numbers["nowSystolic"], let highDiastolic = rule.numbers["nowDiastolic"],
            let end = rule.numbers["endFromMinute"], let rise = rule.numbers["notFallingRise"]
        else { return nil }
        (self.systolic, self.diastolic, endFrom, self.rise) = (systolic, diastolic, end, rise)
        (self.highSystolic, self.highDiastolic) = (highSystolic, highDiastolic)
        signs = rule.words["signs"] ?? []
    }

    private func isAbove(_ reading: Session.Observation) -> Bool {
        Double(reading.systolic ?? 0) > systolic || Double(reading.diastolic ?? 0) > diastolic
    }

    private func words(_ reading: Session.Observation) -> String {
        "\(reading.systolic.map(String.init) ?? "–")/\(reading.diastolic.map(String.init) ?? "–")"
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        (record.sessionsByDay[day] ?? []).compactMap(standing)
    }

    func standing(_ session: TreatmentSession) -> Standing? {
        let readings = session.readings.filter { $0.systolic != nil || $0.diastolic != nil }
        let signs = session.events(self.signs)
        let before = readings.first { $0.minute <= 0 }
        let last = readings.last { Double($0.minute) >= endFrom }
        let peak = readings.filter {
            Double($0.systolic ?? 0) >= highSystolic || Double($0.diastolic ?? 0) >= highDiastolic
        }.max { ($0.systolic ?? 0) < ($1.systolic ?? 0) }
        var parts: [String] = []
        if let peak { parts.append("Blood pressure \(words(peak)) at \(peak.minute) minutes.") }
        if !signs.isEmpty { parts.append("Noted: \(signs.joined(separator: ", ")).") }
        let isNow = !parts.isEmpty
        if let before, isAbove(before) {
            parts.append("Blood pressure \(words(before)) before: a clinician decides before the dose.")
        }
        if let last, isAbove(last) || isNotFalling(last, readings, before) {
            parts.append(
                "Blood pressure \(words(last)) at \(last.minute) minutes, the last reading: a clinician "
                    + "decides before the person leaves.")
        }
        guard !parts.isEmpty else { return readings.isEmpty ? nil : .clear }
        let shown = peak ?? last.flatMap { isAbove($0) ? $0 : nil } ?? before ?? last
        return .holds(
            Finding(
                isNow ? .now : .sameDay, severity: Double(shown?.systolic ?? 0),
                reason: shown.map { "blood pressure \(words($0))" } ?? signs.joined(separator: ", "),
                message: "Session of \(session.date.words). " + parts.joined(separator: " "),
                evidence: [
                    ("session", .text(session.occasion)),
                    ("before", before.map { .text(words($0)) } ?? .null),
                    ("last", last.map { .text(words($0)) } ?? .null),
                    ("peak", peak.map { .text(words($0)) } ?? .null),
                    ("events", .list(signs.map { .text($0) })),
                ], occasion: session.occasion, at: session.at.instant))
    }

    private func isNotFalling(
        _ last: Session.Observation, _ readings: [Session.Observation], _ before: Session.Observation?
    ) -> Bool {
        guard let earlier = readings.last(where: { $0.minute > 0 && $0.minute < last.minute })?.systolic,
            let base = before?.systolic, let end = last.systolic
        else { return false }
        return end >= earlier && Double(end - base) >= rise
    }
}

/// R11: effects that last: at two hours, at four, and on the next morning. Observation for two hours at
/// least: label of Spravato; the rest is Lull's own.
struct LastingEffectsRule: DayRule {
    private let minute, lateMinute, detached: Double

    init?(_ rule: ReviewRule) {
        guard let minute = rule.numbers["minute"], let late = rule.numbers["lateMinute"],
            let detached = rule.numbers["detachedFrom"]
        else { return nil }
        (self.minute, lateMinute, self.detached) = (minute, late, detached)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        (record.sessionsByDay[day] ?? []).compactMap(standing) + morning(on: day, record)
    }

    func standing(_ session: TreatmentSession) -> Standing? {
        let readings = session.readings
        let base = readings.first { $0.minute <= 0 }
        guard let last = readings.last(where: { Double($0.minute) >= minute }),
            last.dissociation != nil || last.sedation != nil
        else { return nil }
        var parts: [String] = []
        if let value = last.dissociation, value > base?.dissociation ?? 0 {
            parts.append("dissociation \(value) of 10 (\(base?.dissociation.map(String.init) ?? "–") before)")
        }
        // Scales of sedation run either way, so that what differs from before the dose is what counts.
        if let value = last.sedation, let before = base?.sedation, value != before {
            parts.append("sedation \(value) (\(before) before)")
        }
        guard !parts.isEmpty else { return .clear }
        let isLate = Double(last.minute) >= lateMinute
        return .holds(
            Finding(
                .sameDay, severity: Double(last.minute), reason: "effects at \(last.minute) minutes",
                message:
                    "Session of \(session.date.words), at \(last.minute) minutes: "
                    + parts.joined(separator: ", ") + ". "
                    + (isLate ? "A clinician looks at it today." : "The observation is extended."),
                evidence: [
                    ("session", .text(session.occasion)), ("minute", .count(last.minute)),
                    ("dissociation", .known(last.dissociation)), ("sedation", .known(last.sedation)),
                    ("dissociationBefore", .known(base?.dissociation)),
                ], occasion: session.occasion, at: session.at.instant))
    }

    private func morning(on day: CivilDate, _ record: RuleRecord) -> [Standing] {
        guard let session = record.sessionsByDay[day.adding(days: -1)]?.last,
            let value = record.symptoms[day]?.compactMap(\.detached).last
        else { return [] }
        guard Double(value) >= detached else { return [.clear] }
        return [
            .holds(
                Finding(
                    .sameDay, severity: 1440, reason: "still detached next morning",
                    message:
                        "The day after the session of \(session.date.words) still far away: "
                        + "\(value) of 10.",
                    evidence: [("session", .text(session.occasion)), ("detached", .count(value))],
                    occasion: session.occasion + " morning"))
        ]
    }
}

/// R25: low saturation, or not rousable, or shallow breathing, during the observation. Monitoring: label of
/// Spravato, with respiratory depression in its boxed warning since 2023; the numbers are Lull's own.
struct BreathingRule: DayRule {
    private let low, veryLow: Double
    private let signs: [String]

    init?(_ rule: ReviewRule) {
        guard let low = rule.numbers["saturation"], let veryLow = rule.numbers["nowSaturation"] else {
            return nil
        }
        (self.low, self.veryLow, signs) = (low, veryLow, rule.words["signs"] ?? [])
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        (record.sessionsByDay[day] ?? []).compactMap(standing)
    }

    func standing(_ session: TreatmentSession) -> Standing? {
        let least = session.readings.filter { $0.saturation != nil }.min {
            ($0.saturation ?? 100) < ($1.saturation ?? 100)
        }
        let signs = session.events(self.signs)
        let value = least?.saturation.map(Double.init) ?? 100
        guard value < low || !signs.isEmpty else { return least == nil ? nil : .clear }
        var parts: [String] = []
        if value < low, let least, let saturation = least.saturation {
            parts.append("Saturation \(saturation) % at \(least.minute) minutes.")
        }
        if !signs.isEmpty { parts.append("Noted: \(signs.joined(separator: ", ")).") }
        return .holds(
            Finding(
                value < veryLow || !signs.isEmpty ? .now : .sameDay, severity: 100 - value,
                reason: value < low ? "saturation \(Int(value)) %" : signs.joined(separator: ", "),
                message: "Session of \(session.date.words). " + parts.joined(separator: " "),
                evidence: [
                    ("session", .text(session.occasion)), ("saturation", .known(least?.saturation)),
                    ("minute", .known(least?.minute)), ("events", .list(signs.map { .text($0) })),
                ], occasion: session.occasion, at: session.at.instant))
    }
}

extension RuleSet {
    /// What R10, R11 and R25 say of one session as it stands, in their order: readings, the level at which a
    /// clinician decides, and that one does. Empty where nothing is beyond it.
    package func messages(of session: TreatmentSession) -> [(rule: String, text: String)] {
        let lead = "Session of \(session.date.words)"
        return rules.compactMap { rule in
            let standing: Standing? =
                switch rule.id {
                case "R10": BloodPressureRule(rule)?.standing(session)
                case "R11": LastingEffectsRule(rule)?.standing(session)
                case "R25": BreathingRule(rule)?.standing(session)
                default: nil
                }
            guard case .holds(let finding)? = standing else { return nil }
            let rest = finding.message.hasPrefix(lead) ? finding.message.dropFirst(lead.count) : ""
            let text = rest.isEmpty ? finding.message : String(rest.drop { ".,".contains($0) })
            return (rule.id, text.trimmingSpaces.capitalizedFirst)
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// R17: the monitoring form of an esketamine session not noted as sent. Seven days: the REMS of Spravato, for
/// outpatient settings; the note two days before is Lull's own.
struct MonitoringFormRule: DayRule {
    private let noteDay, overdueDay: Double
    private var forms: [(session: TreatmentSession, sent: CivilDate?)] = []

    init?(_ rule: ReviewRule) {
        guard let note = rule.numbers["noteDay"], let overdue = rule.numbers["overdueDay"] else { return nil }
        (noteDay, overdueDay) = (note, overdue)
    }

    func prepared(for record: RuleRecord) -> Self {
        var rule = self
        rule.forms = record.sessions.filter { $0.route == .nasal }.map { ($0, Self.sentOn($0, record)) }
        return rule
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        var standings: [Standing] = []
        for (session, sent) in forms {
            let age = Double(session.date.days(until: day))
            if sent == day { standings.append(.clear) }
            guard age == noteDay || age == overdueDay, sent.map({ $0 > day }) ?? true else { continue }
            let isOverdue = age == overdueDay
            standings.append(
                .holds(
                    Finding(
                        isOverdue ? .nextDay : .note, severity: age,
                        reason: isOverdue ? "monitoring form overdue" : "monitoring form due",
                        message:
                            "The monitoring form of the session of \(session.date.words) is not noted "
                            + "as sent; "
                            + (isOverdue
                                ? "it was due within seven days." : "it is due within seven days of it."),
                        evidence: [
                            ("session", .text(session.occasion)), ("sessionDate", .date(session.date)),
                            ("days", .count(Int(age))),
                        ], occasion: session.occasion)))
        }
        return standings
    }

    private static func sentOn(_ session: TreatmentSession, _ record: RuleRecord) -> CivilDate? {
        record.history.duties.map(\.value).filter { duty in
            duty.what == Duty.monitoringForm
                && duty.isOf(session)
        }.compactMap { $0.done?.date }.min()
    }
}

/// R18: a dose that was not given. What then: Janssen medical information on missed doses, 10/2025; the count
/// in the first weeks is Lull's own.
struct DoseNotGivenRule: DayRule {
    private let count, days: Double

    init?(_ rule: ReviewRule) {
        guard let count = rule.numbers["inInduction"], let days = rule.numbers["inductionDays"] else {
            return nil
        }
        (self.count, self.days) = (count, days)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        if record.sessionsByDay[day] != nil { return [.clear] }
        return (record.missedByDay[day] ?? []).map { session in
            let start = record.course(on: day)?.start ?? day
            let induction = record.missedByDay.filter { date, _ in
                date <= day && date >= start && Double(start.days(until: date)) < days
            }.reduce(0) { $0 + $1.value.count }
            let isTwo = Double(induction) >= count
            let why = session.record?.value.note.map { " (\($0))" } ?? ""
            return .holds(
                Finding(
                    .nextDay, severity: isTwo ? Double(induction) : 1,
                    reason: isTwo ? "\(induction) doses not given" : "dose not given",
                    message: "The session of \(session.date.words) did not take place\(why)."
                        + (isTwo ? " It is number \(induction) in the first \(Int(days / 7)) weeks." : ""),
                    evidence: [
                        ("session", .text(session.occasion)), ("date", .date(day)),
                        ("notGivenInInduction", .count(induction)),
                    ], occasion: session.occasion))
        }
    }
}

/// R24: a dose while a flag about risk, short sleep that refreshes, or blood pressure was not closed. Lull's
/// own.
struct DoseUnderOpenFlagRule: Sendable {
    private let ids: Set<String>

    init?(_ rule: ReviewRule) {
        guard let ids = rule.words["rules"], !ids.isEmpty else { return nil }
        self.ids = Set(ids)
    }

    /// - Parameter episodes: the flags of other rules, by rule.
    func standings(
        on day: CivilDate, in record: RuleRecord, _ episodes: [String: [FlagEpisode]]
    ) -> [Standing] {
        (record.sessionsByDay[day] ?? []).map { session in
            let open = ids.sorted().filter { id in
                (episodes[id] ?? []).contains { episode in
                    let from = id == "R03" ? episode.nowFrom : episode.since
                    return from.map { $0 < day } ?? false
                        && episode.closedAt.map { $0 > session.at.instant } ?? true
                }
            }
            guard !open.isEmpty else { return .clear }
            return .holds(
                Finding(
                    .sameDay, severity: Double(open.count), reason: "dose with a flag open",
                    message:
                        "A dose was entered on \(day.words) while \(open.joined(separator: ", ")) was open. "
                        + "Who reviewed it?",
                    evidence: [
                        ("session", .text(session.occasion)), ("open", .list(open.map { .text($0) })),
                    ], occasion: session.occasion, at: session.at.instant))
        }
    }
}
