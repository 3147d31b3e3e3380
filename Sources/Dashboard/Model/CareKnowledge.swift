// What the dashboard knows of questionnaires, rules and crisis lines: read by others, and here only values.

import CareDomain

package struct CareKnowledge: Equatable, Sendable {
    /// A person's or a clinic's own ones among them.
    package var instruments: [Instrument]
    /// By the name of the questionnaire; one without a clinic's file has none.
    package var wordings: [String: Wording]
    /// What is looked for in the records.
    package var rules: RuleSet
    package var crisisPlaces: [CrisisPlace]
    /// The IANA name of the zone that the system's clock is set to; empty where it is not known.
    package var systemZone: String

    package init(
        instruments: [Instrument] = [], wordings: [String: Wording] = [:], rules: RuleSet = RuleSet([]),
        crisisPlaces: [CrisisPlace] = [], systemZone: String = ""
    ) {
        self.instruments = instruments
        self.wordings = wordings
        self.rules = rules
        self.crisisPlaces = crisisPlaces
        self.systemZone = systemZone
    }

    /// What is known of the country of a zone; nil where nothing is.
    func crisisPlace(zone name: String) -> CrisisPlace? {
        crisisPlaces.first { $0.zones.contains(name) }
    }

    func instrument(named name: String) -> Instrument? { instruments.first { $0.name == name } }
}
