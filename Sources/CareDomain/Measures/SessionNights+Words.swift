// What the nights after sessions come to in plain words: never a cause, and never that there is nothing.

extension SessionNightComparison.Reason {
    /// A clause without a full stop.
    package func words(_ comparison: SessionNightComparison) -> String {
        switch self {
        case .noSession: return "no session is noted as done yet"
        case .everyNight: return "every night is a session night; not comparable"
        case .noOtherNights:
            return "no night lies two to six nights after a session and before the next one"
        case .morePairs(let count):
            return "\(NumberWords.count(count, "more pair")) of nights needed; there are \(comparison.pairs)"
        case .missingNights:
            let (session, other) = (comparison.sessionNights, comparison.otherNights)
            let isFew = min(session.share ?? Percent(0), other.share ?? Percent(0)) < Percent(60)
            return (isFew ? "too few nights logged" : "one side logged far more than the other")
                + " (not logged: \(session.missing) of \(session.due) nights after sessions, "
                + "\(other.missing) of \(other.due) others)"
        }
    }
}

extension SessionNightComparison {
    /// Why nothing is said, in a clause; nil where something is.
    package var whyWords: String? {
        reasons.isEmpty ? nil : reasons.map { $0.words(self) }.joined(separator: "; ")
    }

    /// How many nights of other sources were left out, with a space before it; empty where none were.
    package var leftOutWords: String {
        leftOut > 0 ? " Left out: \(NumberWords.count(leftOut, "night")) from another source." : ""
    }

    package static let weekdayCaution =
        "Sessions always fall on the same weekdays, so weekday and session cannot be told apart."

    /// Whole sentences: what the pairs come to, or why nothing is said yet.
    package var plainWords: String {
        guard let estimate else { return "nothing is said yet: \(whyWords ?? "too few nights")." }
        let (low, high) = (measure.differenceWords(estimate.low), measure.differenceWords(estimate.high))
        let night = nightsSinceSession == 0 ? "first" : "second"
        var text = "\(night) night after a session, against the later nights up to the next one: "
        text += "\(measure.differenceWords(estimate.difference)), middle of \(pairs) pairs, "
        text += "\(level) % interval \(low) to \(high)"
        text += estimate.tells ? "." : ": these nights do not tell."
        if sameWeekdays { text += " " + Self.weekdayCaution }
        return text + leftOutWords
    }
}
