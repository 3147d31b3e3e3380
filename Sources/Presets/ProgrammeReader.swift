// Reads a relaxation programme: a breathing pattern, a list of steps, or groups of muscles.

import CareDomain

package enum ProgrammeReader {
    /// - Parameters:
    ///   - text: YAML with `title`, `family`, `summary`, `source`, and one of `breath`, `steps`, `groups`;
    ///     the README of seeds/programmes has all keys.
    ///   - file: the file's name; without its folder and ending it is the programme's name.
    package static func programme(
        in text: String, file: String
    ) throws(PresetProblem) -> RelaxationProgramme {
        try entry(in: text, file: file).programme
    }

    /// A programme, and its place in the list of its family.
    struct Entry {
        var programme: RelaxationProgramme
        /// 0 comes first.
        var order: Int
    }

    /// By family, then in the order in which a person would meet them.
    static func inOrder(_ entries: [Entry]) -> [RelaxationProgramme] {
        RelaxationProgramme.Family.allCases.flatMap { family in
            entries.filter { $0.programme.family == family }
                .sorted { ($0.order, $0.programme.name) < ($1.order, $1.programme.name) }
                .map(\.programme)
        }
    }

    private static let keys: Set = [
        "title", "family", "order", "summary", "cautions", "source", "breath", "cycles", "minutes",
        "mostCycles", "mostCyclesAtFirst", "steps", "groups", "tension", "release", "rounds", "bell", "dim",
        "hidesTime", "endsAtBedtime", "instead",
    ]

    static func entry(in text: String, file: String) throws(PresetProblem) -> Entry {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: keys)
        let mostCycles = try top.optional("mostCycles")?.whole(1...1000)
        var cautions: [PracticeCaution] = []
        for word in try top.optional("cautions")?.list() ?? [] { cautions.append(try word.word()) }
        let programme = RelaxationProgramme(
            name: PresetName.stem(of: file),
            title: try top.required("title").text(),
            family: try top.required("family").word(),
            summary: try top.required("summary").text(),
            cautions: cautions,
            source: try top.required("source").text(),
            body: try body(of: top, mostCycles: mostCycles),
            mostCycles: mostCycles,
            mostCyclesAtFirst: try top.optional("mostCyclesAtFirst")?.whole(1...1000),
            manner: try manner(top))
        return Entry(programme: programme, order: try top.optional("order")?.whole(0...1000) ?? 1000)
    }

    private static func manner(_ top: YAMLPlace) throws(PresetProblem) -> RelaxationProgramme.Manner {
        var manner = RelaxationProgramme.Manner()
        manner.bellMilliseconds = try top.optional("bell")?.milliseconds()
        manner.startsDim = try top.optional("dim")?.flag() ?? false
        manner.hidesTime = try top.optional("hidesTime")?.flag() ?? false
        manner.endsAtBedtime = try top.optional("endsAtBedtime")?.flag() ?? false
        manner.instead = try top.optional("instead")?.text()
        return manner
    }

    private static func body(
        of top: YAMLPlace, mostCycles: Int?
    ) throws(PresetProblem) -> RelaxationProgramme.Body {
        if let breath = top.optional("breath") {
            let phases = try phases(breath)
            let cycles = try cycles(of: top, phases: phases)
            return .breathing(phases: phases, cycles: min(cycles, mostCycles ?? cycles))
        }
        if top.optional("groups") != nil { return .steps(try muscleSteps(top)) }
        return .steps(try steps(top.required("steps")))
    }

    // MARK: Breathing

    private static func phases(_ place: YAMLPlace) throws(PresetProblem) -> [BreathPhase] {
        var phases: [BreathPhase] = []
        for item in try place.list() {
            try item.refuseOthers(than: ["phase", "seconds", "text"])
            let phasePlace = try item.required("phase")
            let phase: PracticePhase = try phasePlace.word()
            guard let words = usualWords(phase) else {
                throw phasePlace.wrong("breatheIn, holdIn, breatheOut or holdOut")
            }
            phases.append(
                BreathPhase(
                    phase: phase, milliseconds: try item.required("seconds").milliseconds(),
                    text: try item.optional("text")?.text() ?? words))
        }
        guard !phases.isEmpty else { throw place.wrong("a list of phases") }
        return phases
    }

    private static func usualWords(_ phase: PracticePhase) -> String? {
        switch phase {
        case .breatheIn: "Breathe in"
        case .breatheOut: "Breathe out"
        case .holdIn, .holdOut: "Hold"
        case .tense, .release, .settle, .attend, .hold: nil
        }
    }

    /// `cycles`, or as many as fit into `minutes`.
    private static func cycles(of top: YAMLPlace, phases: [BreathPhase]) throws(PresetProblem) -> Int {
        if let cycles = top.optional("cycles") { return try cycles.whole(1...10_000) }
        let minutes = try top.required("minutes").number(0.1...120)
        return max(1, Int(minutes * 60_000) / phases.reduce(0) { $0 + $1.milliseconds })
    }

    // MARK: Steps

    private static func steps(_ place: YAMLPlace) throws(PresetProblem) -> [PracticeStep] {
        var steps: [PracticeStep] = []
        for item in try place.list() {
            try item.refuseOthers(than: ["phase", "seconds", "text", "places"])
            steps.append(
                PracticeStep(
                    phase: try item.required("phase").word(),
                    milliseconds: try item.required("seconds").milliseconds(),
                    text: try item.required("text").text(),
                    places: try places(item.optional("places"))))
        }
        guard !steps.isEmpty else { throw place.wrong("a list of steps") }
        return steps
    }

    private static func places(_ place: YAMLPlace?) throws(PresetProblem) -> [BodyPlace] {
        var places: [BodyPlace] = []
        for word in try place?.list() ?? [] { places.append(try word.word()) }
        return places
    }

    /// Each group is tensed and released `rounds` times, then the next; `again` says what is said from the
    /// second round on.
    private static func muscleSteps(_ top: YAMLPlace) throws(PresetProblem) -> [PracticeStep] {
        let tension = try top.required("tension").milliseconds()
        let release = try top.required("release").milliseconds()
        let rounds = try top.required("rounds").whole(1...10)
        let groups = try top.required("groups")
        var steps: [PracticeStep] = []
        for group in try groups.list() {
            try group.refuseOthers(than: ["places", "tense", "release", "tenseAgain", "releaseAgain"])
            let places = try places(group.optional("places"))
            let tense = try group.required("tense").text()
            let letGo = try group.required("release").text()
            let tenseAgain = try group.optional("tenseAgain")?.text() ?? tense
            let letGoAgain = try group.optional("releaseAgain")?.text() ?? letGo
            for round in 1...rounds {
                steps += [
                    PracticeStep(
                        phase: .tense, milliseconds: tension, text: round == 1 ? tense : tenseAgain,
                        places: places),
                    PracticeStep(
                        phase: .release, milliseconds: release, text: round == 1 ? letGo : letGoAgain,
                        places: places),
                ]
            }
        }
        guard !steps.isEmpty else { throw groups.wrong("a list of groups") }
        return steps
    }
}
