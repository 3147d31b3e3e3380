// What bears on a practice: of the person, as asked once and kept, and of the day.

/// A part of the body that can be hurt and is then left out.
package enum BodyRegion: String, CaseIterable, Sendable {
    case face, neck, shoulders, back, belly, arms, legs

    package var title: String {
        switch self {
        case .face: "face or jaw"
        case .neck: "neck"
        case .shoulders: "shoulders or chest"
        case .back: "back"
        case .belly: "belly"
        case .arms: "arms or hands"
        case .legs: "legs or feet"
        }
    }

    package var places: [BodyPlace] {
        switch self {
        case .face: [.forehead, .eyes, .jaw]
        case .neck: [.neck]
        case .shoulders: [.shoulders, .chest]
        case .back: [.back]
        case .belly: [.belly]
        case .arms: [.dominantForearm, .dominantUpperArm, .otherForearm, .otherUpperArm]
        case .legs:
            [.dominantThigh, .dominantCalf, .dominantFoot, .otherThigh, .otherCalf, .otherFoot]
        }
    }
}

package struct PracticePerson: Equatable, Sendable {
    /// Conditions noted anywhere in the person's details.
    package var cautions: Set<PracticeCaution>
    package var injured: Set<BodyRegion>
    /// Conditions about which the person says that the clinic was asked.
    package var settled: Set<PracticeCaution>
    /// A clinician has switched on the rescripting of dreams of what was lived through.
    package var mayRescript: Bool
    /// The person has been asked about all of it.
    package var wasAsked: Bool

    package init(
        cautions: Set<PracticeCaution> = [], injured: Set<BodyRegion> = [],
        settled: Set<PracticeCaution> = [], mayRescript: Bool = false, wasAsked: Bool = false
    ) {
        self.cautions = cautions
        self.injured = injured
        self.settled = settled
        self.mayRescript = mayRescript
        self.wasAsked = wasAsked
    }

    /// The conditions that are asked about, in their order on the page.
    package static let asked: [PracticeCaution] = [
        .epilepsy, .heart, .lungs, .kidneys, .pacemaker, .pregnancy, .trauma,
    ]

    /// True where an answer could change how a programme is led.
    package func isAskedBefore(_ programme: RelaxationProgramme) -> Bool {
        let bearing = Set(Self.asked + [.injury])
        return !wasAsked && programme.cautions.contains(where: bearing.contains)
    }
}

// MARK: In a person's details

extension PracticePerson {
    private static let words: [(PracticeCaution, [String])] = [
        (.epilepsy, ["epilep", "seizure"]), (.heart, ["heart", "cardiac", "arrhythm"]),
        (.lungs, ["lung", "asthma", "copd"]), (.kidneys, ["kidney", "renal"]),
        (.pacemaker, ["pacemaker"]), (.pregnancy, ["pregnan"]), (.trauma, ["trauma", "ptsd"]),
    ]

    package init(_ details: PersonDetails) {
        let said = (details.cautions + details.conditions).map { $0.lowercased() }
        let found = Self.words.filter { _, stems in
            said.contains { text in stems.contains { text.contains($0) } }
        }
        let own = details.settings.practice
        self.init(
            cautions: Set(found.map(\.0)), injured: Set(own.texts("injured").compactMap(BodyRegion.init)),
            settled: Set(own.texts("askedClinic").compactMap(PracticeCaution.init)),
            mayRescript: details.settings["rescripting"] == .bool(true),
            wasAsked: own["asked"] == .bool(true))
    }

    /// The details with what was answered, everything else as it stood.
    package func noted(in details: PersonDetails) -> PersonDetails {
        var details = details
        for caution in Self.asked {
            let isThere = PracticePerson(details).cautions.contains(caution)
            if cautions.contains(caution), !isThere {
                details.cautions.append(caution.rawValue)
            } else if !cautions.contains(caution), isThere {
                // A condition that the clinic wrote down stays; only the person's own word is taken back.
                details.cautions.removeAll { $0 == caution.rawValue }
            }
        }
        var own = details.settings.practice
        own["asked"] = .bool(wasAsked)
        own["injured"] = .list(BodyRegion.allCases.filter(injured.contains).map { .text($0.rawValue) })
        own["askedClinic"] = .list(
            PracticeCaution.allCases.filter(settled.contains).map { .text($0.rawValue) })
        details.settings["practice"] = .object(own)
        return details
    }
}

extension OpenObject {
    fileprivate var practice: OpenObject {
        if case .object(let object) = self["practice"] { object } else { OpenObject() }
    }

    fileprivate func texts(_ name: String) -> [String] {
        guard case .list(let list) = self[name] else { return [] }
        return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}
