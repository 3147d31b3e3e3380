// What ships for check-ins, doses, crises and the sleep window, each read when it is first asked for.

import CareDomain

extension Shipped {
    // MARK: Questionnaires

    /// By name.
    package static let instruments: [Instrument] = EmbeddedFile.yaml(below: "seeds/instruments").compactMap {
        try? InstrumentReader.instrument(in: $0.text, file: $0.path)
    }

    package static func instrument(named name: String) -> Instrument? {
        instruments.first { $0.name == name }
    }

    // MARK: Doses

    package static let doseRoutes: [DoseRoute] = EmbeddedFile.yaml(below: "seeds/routes").compactMap {
        try? DoseRouteReader.route(in: $0.text, file: $0.path)
    }

    package static func doseRoute(_ route: Route) -> DoseRoute? {
        doseRoutes.first { $0.route == route }
    }

    // MARK: Crises

    package static let crisisPlaces: [CrisisPlace] = EmbeddedFile.yaml(below: "seeds/crisis").compactMap {
        try? CrisisReader.place(in: $0.text, file: $0.path)
    }

    /// What is known of the country of a zone; nil where nothing is.
    package static func crisisPlace(zone name: String) -> CrisisPlace? {
        crisisPlaces.first { $0.zones.contains(name) }
    }

    // MARK: The sleep window

    /// By letter.
    package static let windowRules: [WindowRules] = EmbeddedFile.yaml(below: "seeds/cbti/rules")
        .compactMap { try? WindowRulesReader.rules(in: $0.text, file: $0.path) }
        .sorted { $0.letter < $1.letter }

    /// The set that is used unless a clinic names another.
    package static var usualWindowRules: WindowRules? { windowRules.first { $0.letter == "A" } }

    package static let eveningRules: EveningRules? = EmbeddedFile.named("evening", below: "seeds/cbti")
        .flatMap { try? WindowRulesReader.evening(in: $0.text, file: $0.path) }
}

extension EmbeddedFile {
    /// The YAML files right below a folder, what explains them left out, by path.
    package static func yaml(below folder: String) -> [EmbeddedFile] {
        below(folder).filter { $0.path.hasSuffix(".yaml") }
    }
}
