// Rules about the nights after sessions, and about nightmares.

/// R07: on the first night after sessions the measure that was named is worse, as far as an exact interval
/// goes. The comparison and its numbers are Lull's own.
struct SessionNightRule: DayRule {
    private let measure: Measure
    private let fewest: Double
    private var series = MeasureSeries()

    /// Where more is worse; of all others less is.
    private static let worseUpwards: Set<Measure> = [
        .sleepOnsetLatencyMinutes, .awakenings, .wakeAfterSleepOnsetMinutes, .tryingMinutes,
        .earlyWakeMinutes,
        .terminalWakeMinutes, .totalWakeMinutes, .nightmares, .distress, .awakeMinutes,
    ]

    init?(_ rule: ReviewRule) {
        guard let name = rule.words["measure"]?.first, let measure = Measure(rawValue: name),
            let fewest = rule.numbers["fewestSessions"]
        else { return nil }
        (self.measure, self.fewest) = (measure, fewest)
    }

    func prepared(for record: RuleRecord) -> Self {
        var rule = self
        if Double(record.sessions.count) >= fewest {
            rule.series = MeasureSeries(record.history.nights, measure)
        }
        return rule
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard Double(record.sessions.count) >= fewest, record.night(on: day) != nil else { return [] }
        let done = record.sessions.filter { $0.date < day }
        guard Double(done.count) >= fewest else { return [] }
        let rows = record.rows(to: day)
        let calendar = SessionNightCalendar(sessions: done, inOrder: record.mainNights(to: day))
        let gaps = calendar.gaps.filter { $0.nightZero <= day }
        let one = series.oneSource(to: day)
        let comparison = SessionNightComparison(
            measure, night: 0, isNamed: true, value: { one.value(on: $0) }, gaps: gaps, source: one.source,
            leftOut: one.leftOut, isDue: { $0 <= day })
        guard let estimate = comparison.estimate else { return [] }
        let isUp = Self.worseUpwards.contains(measure)
        guard isUp ? estimate.low > 0 : estimate.high < 0 else { return [.clear] }
        let zeros = Set(gaps.map(\.nightZero))
        let hours = Spread(rows.filter { zeros.contains($0.date) }.compactMap(\.hoursSinceSession))?.median
        return [
            .holds(
                Finding(
                    .nextDay, severity: abs(estimate.difference), reason: "first night after sessions",
                    message: "\(measure.title): \(comparison.plainWords)"
                        + (hours.map { " From session to bed: \(Minutes($0 * 60).words), middle." } ?? ""),
                    evidence: [
                        ("measure", .text(measure.rawValue)), ("pairs", .count(comparison.pairs)),
                        ("difference", .figure(estimate.difference)), ("low", .figure(estimate.low)),
                        ("high", .figure(estimate.high)), ("level", .count(comparison.level)),
                        ("hoursSinceSession", hours.map { .figure($0) } ?? .null),
                        ("oneWeekday", .bool(comparison.sameWeekdays)),
                    ]))
        ]
    }
}

/// R08: more nights with nightmares than in the baseline, or a DDNSI over ten newly, or any with fear of
/// sleeping. More unpleasant dreams in the three nights after a dose: Blagrove 2009,
/// 10.1007/s00213-008-1377-3; the numbers are Lull's own, and the cut of the DDNSI is not confirmed.
struct NightmareRule: DayRule {
    private let more, fewest, fewestBaseline, ddnsiFrom: Double

    init?(_ rule: ReviewRule) {
        guard let more = rule.numbers["moreNightsAWeek"], let fewest = rule.numbers["fewestNights"],
            let baseline = rule.numbers["fewestBaselineNights"], let from = rule.numbers["ddnsiFrom"]
        else { return nil }
        (self.more, self.fewest, fewestBaseline, ddnsiFrom) = (more, fewest, baseline, from)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        let week = record.week(to: day).filter { $0.nightmares != nil }
        let with = week.filter { ($0.nightmares ?? 0) > 0 }
        let after = with.filter { (0...2).contains($0.nightsSinceSession ?? -1) }.count
        let evidence: [(String, OpenValue)] = [
            ("nights", .count(with.count)), ("nightsAsked", .count(week.count)),
            ("nightsUpToTwoAfterASession", .count(after)),
        ]
        let label = after > 0 ? " \(after) of them were the first to third night after a session." : ""
        if record.symptoms[day]?.last?.fearOfSleep == true, !with.isEmpty {
            return [
                .holds(
                    Finding(
                        .nextDay, severity: Double(with.count), reason: "nightmares, fear of sleeping",
                        message: "Fear of going to sleep, and nightmares on "
                            + "\(NumberWords.count(with.count, "night")) of the last seven.\(label)",
                        evidence: evidence + [("fearOfSleep", .bool(true))]))
            ]
        }
        if let found = newly(on: day, record) { return [.holds(found)] }
        guard let base = baseline(on: day, record), Double(week.count) >= fewest else { return [] }
        guard Double(with.count) - base.perWeek >= more else { return [.clear] }
        return [
            .holds(
                Finding(
                    .nextDay, severity: Double(with.count), reason: "nightmares on \(with.count) nights",
                    message: "Nightmares on \(with.count) of \(week.count) nights asked; before the first "
                        + "session \(NumberWords.decimal(base.perWeek)) a week "
                        + "(\(base.nights) nights).\(label)",
                    evidence: evidence + [
                        ("baselineNightsAWeek", .figure(base.perWeek)),
                        ("baselineNights", .count(base.nights)),
                    ]))
        ]
    }

    private func baseline(on day: CivilDate, _ record: RuleRecord) -> (perWeek: Double, nights: Int)? {
        guard let asked = record.baseline(on: day)?.compactMap(\.nightmares),
            Double(asked.count) >= fewestBaseline
        else { return nil }
        return (7 * Double(asked.filter { $0 > 0 }.count) / Double(asked.count), asked.count)
    }

    private func newly(on day: CivilDate, _ record: RuleRecord) -> Finding? {
        let rows = record.newScores("ddnsi", on: day).filter { $0.total != nil }
        guard rows.count >= 2, let last = rows.last?.total, let before = rows[rows.count - 2].total,
            Double(last) >= ddnsiFrom, Double(before) < ddnsiFrom
        else { return nil }
        return Finding(
            .nextDay, severity: Double(last), reason: "DDNSI \(last)",
            message: "DDNSI \(last), after \(before).",
            evidence: [("ddnsi", .count(last)), ("ddnsiBefore", .count(before))])
    }
}

/// R19: little sleep on the night of a session, so that it was no restful one: what the label says about
/// driving still stands. Source: label of Spravato, no driving until the next day after a restful sleep; four
/// hours are Lull's own.
struct SessionNightSleepRule: DayRule {
    private let minutes: Double

    init?(_ rule: ReviewRule) {
        guard let minutes = rule.numbers["minutes"] else { return nil }
        self.minutes = minutes
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard let night = record.night(on: day), let sleep = night.measures.totalSleep,
            let since = night.nightsSinceSession
        else { return [] }
        guard sleep.value < minutes else { return [.clear] }
        guard since == 0 else { return [] }
        return [
            .holds(
                Finding(
                    .note, severity: minutes - sleep.value, reason: "short session night",
                    message: "Slept \(sleep.words) on the night after a session: no driving until after a "
                        + "restful sleep still stands.",
                    evidence: [("totalSleepMinutes", .figure(sleep.value)), ("night", .date(day))],
                    occasion: "night \(day)"))
        ]
    }
}
