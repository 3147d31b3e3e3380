// Rules about the nights of a week: lying awake, efficiency, short sleep, and short sleep that refreshes.

extension RuleRecord {
    /// Something that holds for weeks: a note while it was there from the start, and more where it
    /// becomes worse or lasts.
    fileprivate func lasting(
        _ day: CivilDate, severity: Double, reason: String, _ text: String, _ evidence: [(String, OpenValue)]
    ) -> Finding {
        let isEarly = isEarly(day)
        let sentence =
            isEarly ? "Present from the start: " + text : text.prefix(1).uppercased() + text.dropFirst()
        return Finding(
            isEarly ? .note : .nextDay, severity: severity, reason: reason, message: sentence,
            evidence: evidence + [("presentFromTheStart", .bool(isEarly))], levelIfWorse: .nextDay)
    }
}

/// R03: far less sleep than usual on two nights running, and refreshed by it: it may be the beginning of a
/// manic episode. More than three hours' change: Bauer 2009, J Affect Disord, jad.2008.11.014
/// (outpatients with bipolar disorder, sleep with bed rest, in either direction); two nights and the
/// rating are Lull's own.
struct RefreshingShortSleepRule: DayRule {
    private let drop, refreshedFrom, moodFrom, fewest: Double

    init?(_ rule: ReviewRule) {
        guard let drop = rule.numbers["dropMinutes"], let from = rule.numbers["refreshedFrom"],
            let mood = rule.numbers["moodFrom"],
            let fewest = rule.numbers["fewestBaselineNights"]
        else { return nil }
        (self.drop, refreshedFrom, moodFrom) = (drop, from, mood)
        self.fewest = fewest
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        let before = day.adding(days: -1)
        guard let first = record.night(on: before), let second = record.night(on: day),
            let a = first.measures.totalSleep?.value, let b = second.measures.totalSleep?.value
        else { return [] }
        let usual = record.baseline(on: day)?[...] ?? record.nights(before: before)
        let known = usual.filter { $0.date < before }.compactMap { $0.measures.totalSleep?.value }
        guard Double(known.count) >= fewest, let median = Spread(known)?.median else { return [] }
        let least = median - max(a, b)
        guard least >= drop else { return [.clear] }
        let ratings = [first.refreshed, second.refreshed]
        let given = ratings.compactMap { $0 }
        if given.contains(where: { Double($0) < refreshedFrom }) { return [.clear] }
        let mood = [before, day].flatMap { record.moods[$0] ?? [] }.compactMap(\.mood).max()
        let lengths = "\(Minutes(a).words) and \(Minutes(b).words)"
        let evidence: [(String, OpenValue)] = [
            ("totalSleepMinutes", .list([.figure(a), .figure(b)])),
            ("baselineMedianMinutes", .figure(median)),
            ("baselineNights", .count(known.count)),
            ("refreshed", .list(ratings.map { .known($0) })), ("mood", .known(mood)),
            ("bipolarHistory", .bool(record.hasBipolarHistory)),
        ]
        let what =
            "Slept \(lengths) on two nights running, the middle of the baseline is "
            + "\(Minutes(median).words)"
        guard given.count == 2 else {
            return [
                .holds(
                    Finding(
                        .nextDay, severity: least, reason: "two short nights",
                        message: "\(what). Ask how rested they felt.", evidence: evidence))
            ]
        }
        let isUrgent = record.hasBipolarHistory || mood.map { Double($0) >= moodFrom } ?? false
        var message = "\(what), and felt rested (\(given[0]) and \(given[1]) of 5)."
        if let mood, Double(mood) >= moodFrom { message += " Mood \(mood) of 10." }
        if record.hasBipolarHistory { message += " There is a bipolar history." }
        return [
            .holds(
                Finding(
                    isUrgent ? .now : .sameDay, severity: least, reason: "short nights, rested",
                    message: message, evidence: evidence))
        ]
    }
}

/// R04: half an hour and more to fall asleep, or awake in the night, on three nights in each of two weeks.
/// 31 minutes on three nights a week: Lichstein 2003; two weeks are Lull's own.
struct LyingAwakeRule: DayRule {
    private let minutes, nights, fewest: Double

    init?(_ rule: ReviewRule) {
        guard let minutes = rule.numbers["minutes"], let nights = rule.numbers["nightsAWeek"],
            let fewest = rule.numbers["fewestNights"]
        else { return nil }
        (self.minutes, self.nights, self.fewest) = (minutes, nights, fewest)
    }

    private struct Week {
        var logged = 0
        var full = 0
        var long = 0
    }

    private func week(_ record: RuleRecord, to day: CivilDate) -> Week {
        var week = Week()
        for night in record.week(to: day) {
            let (latency, awake) = (night.measures.latency, night.measures.wakeAfterSleepOnset)
            if latency == nil, awake == nil { continue }
            week.logged += 1
            if [latency, awake].contains(where: { ($0?.value ?? 0) >= minutes }) {
                week.long += 1
                week.full += 1
            } else if latency != nil, awake != nil {
                week.full += 1
            }
        }
        return week
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        let recent = week(record, to: day)
        guard Double(recent.logged) >= fewest else { return [] }
        guard Double(recent.long) >= nights else { return Double(recent.full) >= fewest ? [.clear] : [] }
        let earlier = week(record, to: day.adding(days: -7))
        guard Double(earlier.logged) >= fewest else { return [] }
        guard Double(earlier.long) >= nights else { return Double(earlier.full) >= fewest ? [.clear] : [] }
        let limit = NumberWords.decimal(minutes)
        let text =
            "\(limit) minutes or more to fall asleep or awake in the night on \(recent.long) of "
            + "\(recent.logged) nights logged, and on \(earlier.long) of \(earlier.logged) the week before."
        return [
            .holds(
                record.lasting(
                    day, severity: Double(recent.long), reason: "awake \(limit) m on \(recent.long) nights",
                    text,
                    [
                        ("nights", .count(recent.long)), ("nightsLogged", .count(recent.logged)),
                        ("nightsWeekBefore", .count(earlier.long)),
                        ("nightsLoggedWeekBefore", .count(earlier.logged)),
                    ]))
        ]
    }
}

/// R05: the efficiency of seven nights far under the baseline's, or low for two weeks. 80: CBT-i Coach
/// 9881af8; the rest is Lull's own.
struct EfficiencyRule: DayRule {
    private let drop, fewest, fewestBaseline, low: Double

    init?(_ rule: ReviewRule) {
        guard let drop = rule.numbers["dropPoints"], let fewest = rule.numbers["fewestNights"],
            let baseline = rule.numbers["fewestBaselineNights"], let low = rule.numbers["lowPercent"]
        else { return nil }
        (self.drop, self.fewest, fewestBaseline, self.low) = (drop, fewest, baseline, low)
    }

    /// Sum of sleep over sum of opportunity; nil under so many nights with both.
    private func pooled(_ nights: some Collection<RuleNight>, fewest: Double) -> (
        percent: Double, nights: Int
    )? {
        let known = nights.compactMap { night -> (Double, Double)? in
            guard let sleep = night.measures.totalSleep, let whole = night.measures.opportunity else {
                return nil
            }
            return (sleep.value, whole.value)
        }
        let whole = known.reduce(0) { $0 + $1.1 }
        guard Double(known.count) >= fewest, whole > 0 else { return nil }
        return (100 * known.reduce(0) { $0 + $1.0 } / whole, known.count)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard let recent = pooled(record.week(to: day), fewest: fewest) else { return [] }
        let earlier = pooled(record.week(to: day.adding(days: -7)), fewest: fewest)
        let base = record.baseline(on: day).flatMap { pooled($0, fewest: fewestBaseline) }
        let evidence: [(String, OpenValue)] = [
            ("efficiencyPercent", .figure(recent.percent)), ("nights", .count(recent.nights)),
            ("weekBeforePercent", earlier.map { .figure($0.percent) } ?? .null),
            ("baselinePercent", base.map { .figure($0.percent) } ?? .text("not evaluated")),
            ("baselineNights", base.map { .count($0.nights) } ?? .null),
        ]
        let severity = 100 - recent.percent
        let now = Percent(recent.percent).words
        if let base, base.percent - recent.percent >= drop {
            let points = NumberWords.decimal(base.percent - recent.percent, digits: 0)
            return [
                .holds(
                    Finding(
                        .nextDay, severity: severity, reason: "efficiency −\(points)",
                        message:
                            "Efficiency of seven nights \(now) (\(recent.nights) logged), \(points) points "
                            + "under the baseline's \(Percent(base.percent).words) (\(base.nights) nights).",
                        evidence: evidence))
            ]
        }
        guard recent.percent < low else { return [.clear] }
        guard let earlier else { return [] }
        guard earlier.percent < low else { return [.clear] }
        let text =
            "efficiency of seven nights \(now) (\(recent.nights) logged), and "
            + "\(Percent(earlier.percent).words) (\(earlier.nights)) the week before, both under "
            + "\(Percent(low).words)."
        return [
            .holds(
                record.lasting(day, severity: severity, reason: "efficiency \(now)", text, evidence))
        ]
    }
}

/// R06: under five hours of sleep on three nights of seven. Five hours: the warning of CBT-i Coach 9881af8;
/// the count is Lull's own.
struct ShortSleepRule: DayRule {
    private let minutes, nights, fewest: Double

    init?(_ rule: ReviewRule) {
        guard let minutes = rule.numbers["minutes"], let nights = rule.numbers["nightsAWeek"],
            let fewest = rule.numbers["fewestNights"]
        else { return nil }
        (self.minutes, self.nights, self.fewest) = (minutes, nights, fewest)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        let known = record.week(to: day).compactMap { $0.measures.totalSleep?.value }
        let short = known.filter { $0 < minutes }
        guard Double(short.count) >= nights else { return Double(known.count) >= fewest ? [.clear] : [] }
        let limit = Minutes(minutes).words
        let text =
            "slept less than \(limit) on \(short.count) of \(known.count) nights known of the last seven."
        return [
            .holds(
                record.lasting(
                    day, severity: Double(short.count), reason: "under \(limit) on \(short.count) nights",
                    text,
                    [
                        ("nights", .count(short.count)), ("nightsKnown", .count(known.count)),
                        ("totalSleepMinutes", .list(short.sorted().map { .figure($0) })),
                    ]))
        ]
    }
}
