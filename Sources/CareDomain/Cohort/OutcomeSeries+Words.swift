// A clinic's outcomes in words: everyone who started is named before those who answered, and nothing is
// explained by anything.

extension OutcomeSeries.Share {
    /// `12 of 112 started, 12 of 25 observed`.
    package func words(of started: Int) -> String {
        "\(reached) of \(started) started, \(reached) of \(known) observed"
    }
}

extension OutcomeSeries {
    package static let caution = "Those who stopped count as started. What is seen here does not show why."

    /// What the last week of the course comes to, a line each; empty where nobody has a value in any.
    package func lastWeekLines() -> [String] {
        guard let week = lastOfCourse else { return [] }
        let when = "Week \(week.week): "
        switch topic {
        case .measure(let measure):
            var lines = [
                when + "\(week.count) of \(started) started logged \(NumberWords.of(NightsSummary.fewest)) "
                    + "nights or more."
            ]
            if let quarters = week.quarters {
                lines.append(
                    "Their middle is \(measure.scaleWords(quarters.median)), half lie between "
                        + "\(measure.words(quarters.low)) and \(measure.words(quarters.high)).")
            }
            return lines
        case .instrument:
            let shares = [("response", week.response), ("remission", week.remission)]
            let lines = shares.compactMap { title, share in
                share.map { when + "\(title) \($0.words(of: started))" }
            }
            return lines.isEmpty ? [when + "\(week.count) of \(started) started answered."] : lines
        }
    }

    /// What a person's week is, or what response and remission are; nil where neither is defined.
    package func definition(_ instruments: [Instrument]) -> String? {
        switch topic {
        case .measure(.efficiencyPercent):
            return "A person's week is the pooled efficiency of four nights or more."
        case .measure: return "A person's week is the mean of four nights or more."
        case .instrument(let name):
            guard let instrument = instruments.first(where: { $0.name == name }) else { return nil }
            return instrument.outcomeWords.map { words in
                guard let share = baselineRemission, share.known > 0 else { return words + "." }
                return words + " (\(share.reached) of \(share.known) at the start)."
            }
        }
    }
}

extension Instrument {
    /// What response and remission are, in a clause; nil where neither is defined.
    package var outcomeWords: String? {
        var parts: [String] = []
        let doubt = { (key: String) in self.provenance.unconfirmed.contains(key) ? " (not confirmed)" : "" }
        switch response {
        case .percent(let least):
            parts.append(
                "response is \(NumberWords.decimal(least)) % better than at the start, or more"
                    + doubt("response"))
        case .points(let least):
            parts.append(
                "response is \(NumberWords.decimal(least)) points better than at the start, or more"
                    + doubt("response"))
        case nil: break
        }
        if let remissionBelow {
            parts.append("remission a total under \(remissionBelow)" + doubt("remissionBelow"))
        }
        guard !parts.isEmpty else { return nil }
        let text = parts.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
