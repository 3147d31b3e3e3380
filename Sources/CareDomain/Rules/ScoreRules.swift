// Rules about questionnaires: answers that need someone, scores that become worse, and scores that stay.

/// R01: an answer to item 9 of the PHQ-9 above "not at all", also where the rest was left open. Risk by the
/// answer: Simon 2013, ps.201200587; Louzon 2016, ps.201500149, where most who died had answered 0 shortly
/// before: a 0 clears nothing and says nothing. The levels are Lull's own.
struct ItemNineRule: DayRule {
    private let item, from, nowFrom, rise: Double

    init?(_ rule: ReviewRule) {
        guard let item = rule.numbers["item"], let from = rule.numbers["sameDayFrom"],
            let now = rule.numbers["nowFrom"], let rise = rule.numbers["nowRise"]
        else { return nil }
        (self.item, self.from, nowFrom, self.rise) = (item, from, now, rise)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        var before: Int?
        var standings: [Standing] = []
        for row in record.newScores("phq9", on: day) {
            let index = Int(item) - 1
            guard row.answers.indices.contains(index), let answer = row.answers[index] else { continue }
            defer { before = answer }
            guard row.date == day else { continue }
            guard Double(answer) >= from else {
                standings.append(.clear)
                continue
            }
            let hasRisen = before.map { Double(answer - $0) >= rise } ?? false
            let level: FlagLevel = Double(answer) >= nowFrom || hasRisen ? .now : .sameDay
            var message = "PHQ-9 item 9 answered \(answer) of 3 on \(day.words)"
            if let before { message += ", \(before) the time before" }
            message += level == .now ? ": a clinician asks the C-SSRS." : ": it needs a call on the same day."
            if row.total == nil { message += " The check-in was left half-way." }
            standings.append(
                .holds(
                    Finding(
                        level, severity: Double(answer), reason: "answer needs a call", message: message,
                        evidence: [
                            ("item9", .count(answer)), ("item9Before", .known(before)),
                            ("phq9", .known(row.total)),
                            ("dates", .list([.text("\(day): \(answer)")])),
                        ], at: row.at.instant)))
        }
        return standings
    }
}

/// R02: intent, a plan or recent behaviour on the C-SSRS: immediate referral and precautions. Source: the
/// triage guidelines of the C-SSRS screener.
struct ColumbiaRule: DayRule {
    private let items: [Int]

    init?(_ rule: ReviewRule) {
        let items = (rule.words["items"] ?? []).compactMap { Int($0) }
        if items.isEmpty { return nil }
        self.items = items
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        record.newScores("cssrs", on: day).filter { $0.date == day }.compactMap { row in
            let answers = items.map { item in
                row.answers.indices.contains(item - 1) ? row.answers[item - 1] : nil
            }
            let affirmed = zip(items, answers).filter { ($0.1 ?? 0) > 0 }.map(\.0)
            if affirmed.isEmpty { return answers.contains(nil) ? nil : .clear }
            let list = affirmed.map(String.init).joined(separator: ", ")
            return .holds(
                Finding(
                    .now, severity: Double(affirmed.count), reason: "C-SSRS needs a referral",
                    message:
                        "C-SSRS of \(day.words): affirmed at line \(list) of the seven. Immediate referral "
                        + "and safety precautions.",
                    evidence: [("items", .list(affirmed.map { .count($0) })), ("date", .date(day))],
                    at: row.at.instant))
        }
    }
}

/// R13: a score worse than the baseline by what counts for its questionnaire, or worse than the middle of the
/// last three on two check-ins running. It is never laid beside the best, which raises a false alarm for most
/// people within eight check-ins. The points are the published changes of each scale (PHQ-9 five, GAD-7 four,
/// PCL-5 ten, ISI six); to use them for worsening is Lull's own.
struct WorseScoreRule: DayRule {
    private let points: [String: Double]
    private let names: [String]

    init?(_ rule: ReviewRule) {
        var points = rule.numbers
        points["pcl5-week"] = points["pcl5"]
        if points.isEmpty { return nil }
        self.points = points
        names = points.keys.sorted()
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard record.scoreDays[day] != nil else { return [] }
        var found: [(name: String, words: String, ratio: Double, evidence: [(String, OpenValue)])] = []
        var isKnown = false
        for name in names {
            guard let points = points[name] else { continue }
            let rows = record.newScores(name, on: day).filter { $0.total != nil }
            guard let last = rows.last?.total, rows.last?.date == day else { continue }
            let title = Self.title(name)
            let totals = rows.compactMap(\.total).map(Double.init)
            if let base = record.baselineScore(rows, on: day), base.date < day, let first = base.total {
                isKnown = true
                let rise = Double(last - first)
                if rise >= points {
                    found.append(
                        (
                            name, "\(title) \(last), \(first) before the treatment", rise / points,
                            [(name, .count(last)), (name + "Baseline", .count(first))]
                        ))
                    continue
                }
            }
            guard totals.count >= 5 else { continue }
            isKnown = true
            let rises = [totals.count - 2, totals.count - 1].map { index in
                totals[index] - (Spread(Array(totals[(index - 3)..<index]))?.median ?? totals[index])
            }
            if rises.allSatisfy({ $0 >= points }),
                let median = Spread(Array(totals.suffix(4).dropLast()))?.median
            {
                found.append(
                    (
                        name, "\(title) \(last), middle of the three before \(NumberWords.decimal(median))",
                        (rises.min() ?? points) / points,
                        [(name, .count(last)), (name + "MedianOfThree", .figure(median))]
                    ))
            }
        }
        guard !found.isEmpty else { return isKnown ? [.clear] : [] }
        return [
            .holds(
                Finding(
                    .nextDay, severity: found.map(\.ratio).max() ?? 1,
                    reason: found.map { Self.title($0.name) }.joined(separator: ", ") + " higher",
                    message: "Higher by what counts: " + found.map(\.words).joined(separator: "; ") + ".",
                    evidence: found.flatMap(\.evidence)))
        ]
    }

    private static func title(_ name: String) -> String {
        switch name {
        case "phq9": "PHQ-9"
        case "gad7": "GAD-7"
        case "pcl5": "PCL-5"
        case "pcl5-week": "PCL-5 (week)"
        case "isi": "ISI"
        default: name
        }
    }
}

/// R14: the PHQ-9 less than a quarter better after four doses or three weeks. Lull's own, after
/// treat-to-target programmes, which look for a change by then.
struct NotYetBetterRule: DayRule {
    private let percent, doses, days, fewest: Double

    init?(_ rule: ReviewRule) {
        guard let percent = rule.numbers["percent"], let doses = rule.numbers["doses"],
            let days = rule.numbers["days"], let fewest = rule.numbers["fewestBaselinePoints"]
        else { return nil }
        (self.percent, self.doses, self.days, self.fewest) = (percent, doses, days, fewest)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        let rows = record.newScores("phq9", on: day)
        guard let first = record.firstSession?.date, let last = rows.last(where: { $0.total != nil }),
            last.date == day, let total = last.total,
            let base = record.baselineScore(rows, on: day)?.total, Double(base) >= fewest
        else { return [] }
        let given = record.sessions.filter { $0.at.instant < last.at.instant }.count
        guard Double(given) >= doses || Double(first.days(until: day)) >= days else { return [] }
        let better = 100 * Double(base - total) / Double(base)
        guard better < percent else { return [.clear] }
        let change =
            total > base
            ? "\(total - base) points higher" : "\(NumberWords.decimal(better, digits: 0)) % lower"
        return [
            .holds(
                Finding(
                    .nextDay, severity: -better, reason: "PHQ-9 \(total), was \(base)",
                    message: "PHQ-9 \(total) after \(NumberWords.count(given, "dose")), \(base) before the "
                        + "first: \(change).",
                    evidence: [
                        ("phq9", .count(total)), ("phq9Baseline", .count(base)), ("doses", .count(given)),
                        ("betterPercent", .figure(better)),
                    ]))
        ]
    }
}

/// R15: sleepy by day while the sleep window is short, or dozing at the wheel. The bands of the Epworth scale
/// are not confirmed; the use is Lull's own.
struct SleepinessRule: DayRule {
    private let from, urgentFrom: Double
    private let restriction: [String]

    init?(_ rule: ReviewRule) {
        guard let from = rule.numbers["from"], let urgent = rule.numbers["sameDayFrom"] else { return nil }
        (self.from, urgentFrom, restriction) = (from, urgent, rule.words["restriction"] ?? [])
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        var standings: [Standing] = []
        for row in record.newScores("epworth", on: day) where row.date == day {
            guard let total = row.total else { continue }
            let value = Double(total)
            let isRestricted = isRestricted(on: day, record)
            guard value >= urgentFrom || (value >= from && isRestricted) else {
                standings.append(.clear)
                continue
            }
            let urgent = value >= urgentFrom
            standings.append(
                .holds(
                    Finding(
                        urgent ? .sameDay : .nextDay, severity: value, reason: "Epworth \(total)",
                        message: "Epworth \(total)"
                            + (urgent
                                ? ": the sleep window is not kept short; no driving until this is settled."
                                : " while the sleep window is short: it is not shortened further."),
                        evidence: [("epworth", .count(total)), ("inRestriction", .bool(isRestricted))],
                        at: row.at.instant)))
        }
        if record.symptoms[day]?.contains(where: { $0.dozedDriving == true }) == true {
            standings.append(
                .holds(
                    Finding(
                        .sameDay, severity: 24, reason: "dozed at the wheel",
                        message:
                            "Dozed at the wheel on \(day.words): the sleep window is not kept short, and no "
                            + "driving until this is settled.",
                        evidence: [("dozedDriving", .bool(true)), ("day", .date(day))])))
        }
        return standings
    }

    /// True where a therapy that shortens the time in bed runs, or the window was changed.
    private func isRestricted(on day: CivilDate, _ record: RuleRecord) -> Bool {
        let matches = { (text: String) in
            let text = text.lowercased()
            return restriction.contains { text.contains($0) }
        }
        let therapy = record.history.therapies.contains { entry in
            let value = entry.value
            return matches(value.what) && (value.start?.date ?? entry.frame.at.civil.date) <= day
                && value.end.map { $0.date >= day } ?? true
        }
        return therapy
            || record.history.adjustments.contains { entry in
                matches(entry.value.what) && (entry.value.effective?.date ?? entry.frame.at.civil.date) <= day
            }
    }
}

/// R22: the response lost after the course. Median time to the loss 27.5 days: Feder 2021, Am J Psychiatry
/// 178:193; the rule is Lull's own.
struct ResponseLostRule: DayRule {
    private let from, rise, weeks: Double

    init?(_ rule: ReviewRule) {
        guard let from = rule.numbers["from"], let rise = rule.numbers["rise"],
            let weeks = rule.numbers["weeks"]
        else { return nil }
        (self.from, self.rise, self.weeks) = (from, rise, weeks)
    }

    /// True after the course's end, or the last session of its plan.
    private func isOver(on day: CivilDate, _ record: RuleRecord) -> Bool {
        guard let course = record.course(on: day) else { return false }
        return (course.end ?? course.plan.map(\.at.civil.date).max()).map { $0 < day } ?? true
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        let rows = record.newScores("phq9", on: day).filter { $0.total != nil }
        guard rows.last?.date == day, rows.count >= 3,
            let end = record.lastSession(on: day)?.date, isOver(on: day, record),
            (1...max(1, Int(weeks * 7))).contains(end.days(until: day)),
            let base = record.baselineScore(rows, on: day)
        else { return [] }
        let since = rows.filter { $0.at.instant >= base.at.instant }
        guard since.count >= 3, since[since.count - 2].date > end else { return [] }
        let totals = since.compactMap(\.total)
        let (last, before) = (totals[totals.count - 1], totals[totals.count - 2])
        guard let best = totals.dropLast(2).min() else { return [] }
        let isLost = { (value: Int) in Double(value) >= from && Double(value - best) >= rise }
        guard isLost(last) else { return [.clear] }
        guard isLost(before) else { return [] }
        return [
            .holds(
                Finding(
                    .nextDay, severity: Double(last), reason: "PHQ-9 \(last), best \(best)",
                    message: "PHQ-9 \(before) and \(last) after the course, the best was \(best).",
                    evidence: [
                        ("phq9", .count(last)), ("phq9Before", .count(before)), ("phq9Best", .count(best)),
                        ("daysAfterTheLastSession", .count(end.days(until: day))),
                    ]))
        ]
    }
}
