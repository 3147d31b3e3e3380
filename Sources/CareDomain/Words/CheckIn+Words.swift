// Check-ins in words: when each is due, how a score stands beside the baseline, and what a questionnaire is
// for.

extension DueCheckIn {
    /// `now`, `Mon 30 Nov`, `tomorrow; enough for today`.
    package func words(_ today: CivilDate) -> String {
        switch state {
        case .due: "now"
        case .begun(let open): "begun today, \(NumberWords.count(open, "item")) open"
        case .later: from.words(on: today)
        case .waiting(.enoughForToday): "tomorrow; enough for today"
        case .waiting(.enoughForTheWeek): "later; enough for this week"
        case .waiting(.night): "in the daytime"
        case .waiting(.afterSession): "tomorrow; a session was today"
        }
    }
}

extension ScoreSeries {
    /// `PHQ-9: 17 on 26 Oct at the baseline, 9 on 20 Nov, 8 points lower.`
    package var sentence: String {
        guard let last, let total = last.total else { return "\(instrument.title): no total is known." }
        guard let baseline, let before = baseline.total, let change else {
            return "\(instrument.title): \(total) on \(last.date.dayMonth)."
        }
        return "\(instrument.title): \(before) on \(baseline.date.dayMonth) at the baseline, \(total) on "
            + "\(last.date.dayMonth), \(change.pointWords)."
    }
}

extension ScoreChange {
    /// `8 points lower`, `the same`.
    package var pointWords: String {
        guard points != 0 else { return "the same" }
        return "\(NumberWords.count(abs(points), "point")) \(points < 0 ? "lower" : "higher")"
    }
}

extension Instrument {
    /// What a change has to come to before anything is said of it, for the better and for the worse; nil
    /// where nobody has agreed on it.
    package func leastChange(for change: ScoreChange) -> Int? {
        let least = change.improvement >= 0 ? changes.filter(\.isShown).map(\.points).min() : worse
        return least.map { Int($0.rounded(.up)) }
    }

    /// A change in a few words, only at the questionnaire's own thresholds: `8 points lower`, and below them
    /// `under 5 points`; nil where it has none.
    package func words(of change: ScoreChange) -> String? {
        guard let least = leastChange(for: change) else { return nil }
        return abs(change.points) >= least ? change.pointWords : "under \(least) points"
    }

    /// From how many points on a change counts, as a sentence; nil where nobody has agreed on it.
    package var changeNote: String? {
        guard let least = changes.filter(\.isShown).map(\.points).min() else { return nil }
        let doubt = provenance.unconfirmed.contains("changes") ? " (not confirmed)" : ""
        return "A change counts from \(NumberWords.decimal(least)) points on\(doubt)."
    }

    /// What its answers look back on: `looks back over two weeks`; nil for a moment.
    package var recallWords: String? {
        let days = timing.recallDays
        switch days {
        case ...0: return nil
        case 1: return "looks back over a day"
        case 7: return "looks back over a week"
        case 28...31: return "looks back over a month"
        case _ where days % 7 == 0: return "looks back over \(NumberWords.of(days / 7)) weeks"
        default: return "looks back over \(days) days"
        }
    }

    /// That it is asked more often than it looks back, where that is so: two in a row then share days.
    package var monitoringWords: String? {
        guard let every = timing.everyDays, every < timing.recallDays else { return nil }
        let often = every == 7 ? "Weekly" : "Every \(NumberWords.of(every)) days"
        return "\(often), it is monitoring: two in a row speak of some of the same days."
    }
}
