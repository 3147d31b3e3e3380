// What a row of the cohort says to a filter, the same for the screen and the command line.

extension CohortRow {
    /// The keys that a filter can compare, as `cohort` prints them; the names of questionnaires beside them.
    package static let filterKeys: Set = [
        "patient", "name", "bornYear", "protocol", "reason", "lastReceived", "lastContact", "nextSession",
        "week", "weeks", "sessionsDone", "sessionsPlanned", "nightsLogged7", "lastNight",
        "efficiency7Percent", "efficiencyChangePoints", "totalSleep7Minutes", "regularityIndex",
    ]

    /// - Parameters:
    ///   - name: how the person is named where it is looked at.
    ///   - hidesID: names are hidden there, so that the id, which may spell one, is not looked for either.
    package func filterRow(name: String, hidesID: Bool = false) -> CohortFilter.Row {
        let id = hidesID ? "" : id.text
        return CohortFilter.Row(
            id: id, name: name == self.name ? foldedName : name.lowercased(),
            flags: { flags.flatMap { [$0.rule, $0.level.rawValue] + (hidesID ? [] : [$0.id]) } },
            value: { $0 == "patient" ? .text(hidesID ? name : id) : value(of: $0, name: name) })
    }

    /// Nil for what is unknown.
    private func value(of key: String, name: String) -> CohortFilter.Value? {
        func text(_ value: String?) -> CohortFilter.Value? { value.map { .text($0) } }
        func number(_ value: Double?) -> CohortFilter.Value? { value.map { .number($0) } }
        return switch key {
        case "name": text(name)
        case "protocol": text(protocolName)
        case "reason": text(reason)
        case "lastReceived": text(lastReceived?.text())
        case "lastContact": text(lastContact?.text())
        case "nextSession": text(nextSession?.at.text())
        case "lastNight": text(lastNight?.description)
        case "bornYear": number(bornYear.map(Double.init))
        case "week": number(week.map(Double.init))
        case "weeks": number(weeks.map(Double.init))
        case "sessionsDone": number(Double(sessionsDone))
        case "sessionsPlanned": number(Double(sessionsPlanned))
        case "nightsLogged7": number(Double(nightsLogged7))
        case "efficiency7Percent": number(efficiency7?.value)
        case "efficiencyChangePoints": number(efficiencyChangePoints)
        case "totalSleep7Minutes": number(totalSleep7?.value)
        case "regularityIndex": number(regularityIndex)
        default: number(scores[key].map(Double.init))
        }
    }
}
