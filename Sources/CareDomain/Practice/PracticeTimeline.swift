// A relaxation programme laid out in time: what is said when, and how full the breath is at each moment.

/// Every answer follows from the time since the first phase began, so that nothing adds up and nothing
/// drifts.
package struct PracticeTimeline: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        /// From the start of the first phase.
        package var atMilliseconds: Int
        /// Greater than 0.
        package var milliseconds: Int
        package var phase: PracticePhase
        package var text: String
        package var places: [BodyPlace]
        /// 1...cycles.
        package var cycle: Int
        /// How full the breath, or how tight the muscle, is when the step ends: 0...1.
        fileprivate var level: Double

        package var endMilliseconds: Int { atMilliseconds + milliseconds }
    }

    package struct Position: Equatable, Sendable {
        package var stepIndex: Int
        /// How much of the step is over, 0..<1.
        package var fraction: Double
        /// 1...cycles.
        package var cycle: Int
        /// Whole seconds since the step began, 0 during the first one.
        package var secondInPhase: Int
    }

    package let programme: RelaxationProgramme
    package let steps: [Step]
    package let totalMilliseconds: Int
    /// Breaths; of muscle relaxation, times that a group is tensed; otherwise 1. Zero for a programme without
    /// steps.
    package let cycles: Int

    /// The programme at its own length.
    package init(programme: RelaxationProgramme) {
        self.init(programme: programme, cycles: .max)
    }

    /// So many breaths, or so many tensed groups, from the first on; not beyond what the programme allows.
    ///
    /// For `Int.max`, a breathing programme takes its own number.
    package init(programme: RelaxationProgramme, cycles: Int) {
        switch programme.body {
        case .breathing(let phases, let usual):
            let wanted = cycles == .max ? usual : cycles
            self.init(
                programme, Self.breaths(phases, count: min(max(1, wanted), programme.mostCycles ?? .max)))
        case .steps(let steps):
            self.init(programme, Self.sequence(steps).filter { $0.cycle <= max(1, cycles) })
        }
    }

    /// As many whole breaths as fit into so many minutes, at least one. Other programmes are stretched to the
    /// minutes in whole seconds; the seconds of tension stay as they are, and a release keeps at least five.
    package init(programme: RelaxationProgramme, minutes: Double) {
        let wanted = Int((min(max(0, minutes), Self.mostMinutes) * 60_000).rounded())
        switch programme.body {
        case .breathing(let phases, _):
            let cycle = phases.reduce(0) { $0 + $1.milliseconds }
            self.init(programme: programme, cycles: cycle > 0 ? wanted / cycle : 1)
        case .steps(let steps):
            self.init(programme, Self.sequence(Self.stretched(steps, to: wanted)))
        }
    }

    private init(_ programme: RelaxationProgramme, _ steps: [Step]) {
        self.programme = programme
        self.steps = steps
        totalMilliseconds = steps.last?.endMilliseconds ?? 0
        cycles = steps.last?.cycle ?? 0
    }

    /// A guide that runs for longer than three hours is a mistyped number.
    private static let mostMinutes = 180.0
}

// MARK: At a moment

extension PracticeTimeline {
    /// Where the programme stands; nil before its start and when it is over.
    ///
    /// - Complexity: O(log n) in the steps.
    package func position(at elapsedMilliseconds: Int) -> Position? {
        guard let index = index(at: elapsedMilliseconds) else { return nil }
        let step = steps[index]
        let inStep = elapsedMilliseconds - step.atMilliseconds
        return Position(
            stepIndex: index, fraction: Double(inStep) / Double(step.milliseconds), cycle: step.cycle,
            secondInPhase: inStep / 1000)
    }

    /// How full the breath is, or how tight the muscles are, 0...1: it eases from each phase into the next
    /// without a jump. Before the start it is 0, after the end what it was last.
    package func openness(at elapsedMilliseconds: Int) -> Double {
        guard let position = position(at: elapsedMilliseconds) else {
            return elapsedMilliseconds < 0 ? 0 : steps.last?.level ?? 0
        }
        let from = position.stepIndex > 0 ? steps[position.stepIndex - 1].level : 0
        let to = steps[position.stepIndex].level
        return from + (to - from) * Self.eased(position.fraction)
    }

    /// The next moment at which a step begins or the programme ends; nil when it is over.
    ///
    /// - Parameter countingSeconds: true also stops at each whole second within a step.
    package func nextChange(after elapsedMilliseconds: Int, countingSeconds: Bool = false) -> Int? {
        if elapsedMilliseconds < 0 { return steps.isEmpty ? nil : 0 }
        guard let index = index(at: elapsedMilliseconds) else { return nil }
        let step = steps[index]
        guard countingSeconds else { return step.endMilliseconds }
        let second = (elapsedMilliseconds - step.atMilliseconds) / 1000 + 1
        return min(step.endMilliseconds, step.atMilliseconds + second * 1000)
    }

    private func index(at elapsed: Int) -> Int? {
        guard elapsed >= 0, elapsed < totalMilliseconds else { return nil }
        var low = 0
        var high = steps.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if steps[middle].atMilliseconds <= elapsed { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Half a cosine wave, from 0 at 0 to 1 at 1, level at both ends.
    static func eased(_ share: Double) -> Double {
        // (1 - cos πx) / 2 = sin²(πx / 2); the series of the sine is exact to 1e-9 on 0...π/2.
        let x = share * .pi / 2
        let square = x * x
        var term = x
        var sine = x
        for n in stride(from: 2.0, through: 14.0, by: 2.0) {
            term *= -square / (n * (n + 1))
            sine += term
        }
        return min(1, max(0, sine * sine))
    }
}

// MARK: Laying out

extension PracticeTimeline {
    private static func breaths(_ phases: [BreathPhase], count: Int) -> [Step] {
        let phases = phases.filter { $0.milliseconds > 0 }
        let levels = levels(of: phases)
        let cycle = phases.reduce(0) { $0 + $1.milliseconds }
        guard cycle > 0 else { return [] }
        let count = min(count, Int(mostMinutes * 60_000) / cycle)
        var steps: [Step] = []
        var at = 0
        for number in 1...max(1, count) {
            for (phase, level) in zip(phases, levels) {
                steps.append(
                    Step(
                        atMilliseconds: at, milliseconds: phase.milliseconds, phase: phase.phase,
                        text: phase.text, places: [], cycle: number, level: level))
                at += phase.milliseconds
            }
        }
        return steps
    }

    /// How full the breath is at the end of each phase: breaths in share the way from 0 to 1 by their length,
    /// so that a second short breath in tops up the first; breaths out share the way back.
    private static func levels(of phases: [BreathPhase]) -> [Double] {
        func total(_ phase: PracticePhase) -> Int {
            phases.reduce(0) { $0 + ($1.phase == phase ? $1.milliseconds : 0) }
        }
        let (inward, outward) = (total(.breatheIn), total(.breatheOut))
        var (breathedIn, breathedOut) = (0, 0)
        var level = 0.0
        return phases.map { phase in
            switch phase.phase {
            case .breatheIn:
                breathedIn += phase.milliseconds
                level = Double(breathedIn) / Double(inward)
            case .breatheOut:
                breathedOut += phase.milliseconds
                level = 1 - Double(breathedOut) / Double(outward)
            default: break
            }
            return level
        }
    }

    /// A cycle begins with each tensing after the first.
    private static func sequence(_ steps: [PracticeStep]) -> [Step] {
        var at = 0
        var cycle = 1
        var level = 0.0
        var hasTensed = false
        return steps.filter { $0.milliseconds > 0 }.map { step in
            if step.phase == .tense {
                if hasTensed { cycle += 1 }
                hasTensed = true
            }
            level = step.phase.levelAtEnd ?? level
            defer { at += step.milliseconds }
            return Step(
                atMilliseconds: at, milliseconds: step.milliseconds, phase: step.phase, text: step.text,
                places: step.places, cycle: cycle, level: level)
        }
    }

    /// The steps at a length as near to the one wanted as their own shortest allows; what rounding leaves
    /// over goes to the last.
    private static func stretched(_ steps: [PracticeStep], to wanted: Int) -> [PracticeStep] {
        let fixed = steps.reduce(0) { $0 + ($1.phase == .tense ? $1.milliseconds : 0) }
        let flexible = steps.reduce(0) { $0 + $1.milliseconds } - fixed
        guard flexible > 0 else { return steps }
        let share = Double(max(0, wanted - fixed)) / Double(flexible)
        var result = steps
        for index in steps.indices where steps[index].phase != .tense {
            let seconds = (Double(steps[index].milliseconds) * share / 1000).rounded()
            result[index].milliseconds = max(5, Int(seconds)) * 1000
        }
        if let last = steps.indices.last(where: { steps[$0].phase != .tense }) {
            let over = wanted - result.reduce(0) { $0 + $1.milliseconds }
            result[last].milliseconds = max(5000, result[last].milliseconds + over)
        }
        return result
    }
}

extension PracticePhase {
    /// How full or tight the phase ends; nil where it changes nothing.
    fileprivate var levelAtEnd: Double? {
        switch self {
        case .breatheIn, .tense: 1
        case .breatheOut, .release: 0
        case .holdIn, .holdOut, .settle, .attend, .hold: nil
        }
    }
}
