// Rules about what is not there: a diary that stops, and a course that began without a baseline.

/// R09: no diary for some days, and whether anything else came. Programmes of collaborative care call whom
/// they have not heard of (aims.uw.edu); the numbers are Lull's own.
///
/// Days are counted once they are over, by what had come in when the next one began: a night that is filled
/// in later does not undo that nobody knew.
struct SilenceRule: DayRule {
    private let noteDays, urgentDays, sessionDays: Double

    init?(_ rule: ReviewRule) {
        guard let note = rule.numbers["noteDays"], let urgent = rule.numbers["sameDayDays"],
            let session = rule.numbers["afterSessionDays"]
        else { return nil }
        (noteDays, urgentDays, sessionDays) = (note, urgent, session)
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard let course = record.course(on: day), let written = record.firstWritten else { return [] }
        let start = max(course.start, written)
        let end = (course.end ?? course.lastDay).adding(days: 1)
        guard day <= end else { return [] }
        var days = 0
        while true {
            let date = day.adding(days: -1 - days)
            guard date > start else { break }
            if let received = record.nightReceived[date], received < day { break }
            days += 1
            if days > 60 { break }
        }
        guard Double(days) >= noteDays else { return [.clear] }
        let isAfterSession = record.sessions.contains { session in
            let age = session.date.days(until: day)
            return age > 0 && Double(age) <= sessionDays
        }
        let isUrgent = Double(days) >= urgentDays || isAfterSession
        let heard = (1...days).contains { record.personReceived.contains(day.adding(days: -$0)) }
        let what = heard ? "No diary" : "Nothing received"
        return [
            .holds(
                Finding(
                    isUrgent ? .sameDay : .note, severity: Double(days),
                    reason: "\(heard ? "no diary" : "nothing received") for \(days) days",
                    message: "\(what) for \(days) days"
                        + (isAfterSession ? ", in the week after a session" : "")
                        + (isUrgent ? ": a call." : "."),
                    evidence: [
                        ("days", .count(days)), ("nothingReceived", .bool(!heard)),
                        ("afterSession", .bool(isAfterSession)),
                    ]))
        ]
    }
}

/// R21: fewer than seven nights of diary before the first dose. Seven to fourteen nights: Stanford Health
/// Care and the REST project on the baseline of sleep restriction; the rule is Lull's own.
struct NoBaselineRule: DayRule {
    private let fewest: Double

    init?(_ rule: ReviewRule) {
        guard let fewest = rule.numbers["fewestNights"] else { return nil }
        self.fewest = fewest
    }

    func standings(on day: CivilDate, in record: RuleRecord) -> [Standing] {
        guard let first = record.firstSession, first.date == day, let nights = record.baseline?.count else {
            return []
        }
        guard Double(nights) < fewest else { return [.clear] }
        return [
            .holds(
                Finding(
                    .note, severity: fewest - Double(nights), reason: "no baseline diary",
                    message: "\(NumberWords.count(nights, "night")) of diary before the first dose, "
                        + "\(NumberWords.decimal(fewest)) are asked for: some figures have no "
                        + "baseline beside them.",
                    evidence: [("nights", .count(nights)), ("firstSession", .date(day))]))
        ]
    }
}
