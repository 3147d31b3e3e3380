// Whether a programme suits a person today: what of it is changed, what stands against it, and what is
// offered in its place.

/// What stands between a person and a programme. It is a reason to read, with another way beside it.
package enum PracticeBarrier: Equatable, Sendable {
    /// Breath holds, before blood pressure is noted as back after a session.
    case holdsAfterSession
    /// The head goes below the heart, on a session day.
    case headLowAfterSession
    /// Something done standing, before the morning after a session.
    case standingAfterSession
    /// Conditions with which the clinic is asked first; the person may have asked already.
    case askFirst([PracticeCaution])
    /// A bad dream would be written down within three hours of bed.
    case writingNearBed
    /// The same on a session day or one of the two after it.
    case writingAfterSession
    /// The same with dreams of what was lived through, before a clinician has switched it on.
    case writingWithTrauma
    /// Every group of muscles that it uses is noted as hurt.
    case nothingLeft

    /// True where no wish to go on all the same counts: writing down a dream waits for its own time and for a
    /// clinician's word.
    package var isFirm: Bool {
        switch self {
        case .writingNearBed, .writingAfterSession, .writingWithTrauma: true
        default: false
        }
    }

    /// True where the person may say that the clinic has been asked.
    package var canBeSettled: Bool {
        if case .askFirst = self { true } else { false }
    }
}

/// A programme as it is led for a person at a moment. The rules are Lull's own where no source is named:
/// NCCAM on relaxation (ask first with epilepsy, trauma, heart disease), prenatal yoga teaching (holds of at
/// most two counts).
package struct PracticeFit: Equatable, Sendable {
    /// With what is left out or shortened for this person today.
    package private(set) var programme: RelaxationProgramme
    /// What was changed, a sentence each.
    package private(set) var changes: [String] = []
    package private(set) var barrier: PracticeBarrier?

    package init(_ programme: RelaxationProgramme, for person: PracticePerson, on day: PracticeDay) {
        self.programme = programme
        barrier = Self.barrier(of: programme, for: person, on: day)
        shortenHolds(for: person)
        capFirstMonth(on: day)
        skipInjured(person.injured)
        openEyes(for: person, on: day)
    }

    private static func barrier(
        of programme: RelaxationProgramme, for person: PracticePerson, on day: PracticeDay
    ) -> PracticeBarrier? {
        let cautions = Set(programme.cautions)
        if cautions.contains(.writingNightmares) {
            if person.cautions.contains(.trauma), !person.mayRescript { return .writingWithTrauma }
            if day.daysSinceSession.map({ (0...2).contains($0) }) ?? false { return .writingAfterSession }
            if day.isNearBed { return .writingNearBed }
        }
        if day.isSessionDay {
            if cautions.contains(.headLow) { return .headLowAfterSession }
            if cautions.contains(.standing) { return .standingAfterSession }
            if cautions.contains(.breathHolds), !day.isPressureBack { return .holdsAfterSession }
        }
        var first: [PracticeCaution] = [.epilepsy, .heart, .lungs, .kidneys, .pacemaker]
        // With a child on the way a breath is shortened; positions are a question.
        if programme.family == .body { first.append(.pregnancy) }
        let open = first.filter {
            cautions.contains($0) && person.cautions.contains($0) && !person.settled.contains($0)
        }
        return open.isEmpty ? nil : .askFirst(open)
    }

    // MARK: Changes

    private static let longestHold = 2000

    private mutating func shortenHolds(for person: PracticePerson) {
        guard person.cautions.contains(.pregnancy), case .breathing(var phases, let cycles) = programme.body,
            phases.contains(where: { $0.phase.isHold && $0.milliseconds > Self.longestHold })
        else { return }
        for index in phases.indices where phases[index].phase.isHold {
            phases[index].milliseconds = min(phases[index].milliseconds, Self.longestHold)
        }
        programme.body = .breathing(phases: phases, cycles: cycles)
        changes.append("Holds are two counts long while you are pregnant.")
    }

    private mutating func capFirstMonth(on day: PracticeDay) {
        guard let most = programme.mostCyclesAtFirst, day.isFirstMonth(of: programme.name) else { return }
        programme.mostCycles = min(most, programme.mostCycles ?? most)
        if case .breathing(let phases, let cycles) = programme.body {
            programme.body = .breathing(phases: phases, cycles: min(cycles, most))
        }
        changes.append("In the first month, \(NumberWords.of(most)) breaths at a time.")
    }

    private mutating func skipInjured(_ injured: Set<BodyRegion>) {
        guard programme.cautions.contains(.injury), case .steps(let steps) = programme.body else { return }
        let places = Set(injured.flatMap(\.places))
        let kept = steps.filter { step in
            let moves = [PracticePhase.tense, .release, .hold].contains(step.phase)
            return !moves || places.isDisjoint(with: step.places)
        }
        guard kept.count < steps.count else { return }
        programme.body = .steps(kept)
        let names = BodyRegion.allCases.filter(injured.contains).map(\.title)
        changes.append("Left out: " + names.joined(separator: ", ") + ".")
        let moving: (PracticeStep) -> Bool = { $0.phase == .tense || $0.phase == .hold }
        if !kept.contains(where: moving), steps.contains(where: moving) { barrier = barrier ?? .nothingLeft }
    }

    private mutating func openEyes(for person: PracticePerson, on day: PracticeDay) {
        guard programme.cautions.contains(.closedEyes), case .steps(var steps) = programme.body,
            !steps.isEmpty
        else { return }
        if day.isUnderEffect {
            steps[0].text = "Eyes open, resting on one spot. " + steps[0].text
            changes.append("Begins with your eyes open, after today's session.")
        } else if person.cautions.contains(.trauma) {
            steps[0].text = "Your eyes can stay open. " + steps[0].text
        } else {
            return
        }
        programme.body = .steps(steps)
    }
}

extension PracticeFit {
    /// The same with the reason why it stands in another's place.
    package func explained(by reason: String) -> PracticeFit {
        var fit = self
        fit.changes.insert(reason, at: 0)
        return fit
    }

    /// The name of a programme that nothing stands against today: the one that the programme itself names,
    /// else a quiet one.
    package static func instead(
        of programme: RelaxationProgramme, among all: [RelaxationProgramme], for person: PracticePerson,
        on day: PracticeDay
    ) -> RelaxationProgramme? {
        let names = [programme.manner.instead, "longer-out-breath", "release-only", "grounding"]
        return names.lazy.compactMap { name in all.first { $0.name == name && $0.name != programme.name } }
            .first { PracticeFit($0, for: person, on: day).barrier == nil }
    }
}

extension PracticePhase {
    package var isHold: Bool { self == .holdIn || self == .holdOut }
}

extension PracticeBarrier {
    /// The reason, in words for the person.
    package var words: String {
        switch self {
        case .holdsAfterSession:
            "You had a session today, and your blood pressure is not yet noted as back where it began. "
                + "Until it is, leave breath holds out."
        case .headLowAfterSession:
            "You had a session today. Until tomorrow, keep your head level with your heart or above it."
        case .standingAfterSession:
            "You had a session today. Anything done standing can wait until tomorrow morning."
        case .askFirst(let cautions):
            "You noted " + cautions.map(\.conditionWords).joined(separator: ", ")
                + ". Ask your clinic before you begin with this one."
        case .writingNearBed:
            "Writing down a bad dream is for the daytime, three hours or more before bed. In the evening, "
                + "only the new dream is gone through."
        case .writingAfterSession:
            "Writing down a bad dream waits until the third day after a session."
        case .writingWithTrauma:
            "With dreams of what you have lived through, this is begun together with someone at your "
                + "clinic, who then switches it on."
        case .nothingLeft: "Every part that this one uses is noted as hurt."
        }
    }
}

extension PracticeCaution {
    /// `a lung condition`, where a person has noted it.
    package var conditionWords: String {
        switch self {
        case .epilepsy: "epilepsy or seizures"
        case .heart: "a heart condition"
        case .lungs: "a lung condition or asthma"
        case .kidneys: "a kidney condition"
        case .pacemaker: "a pacemaker"
        case .pregnancy: "a pregnancy"
        case .trauma: "memories that can come up"
        case .injury: "a part of the body that is hurt"
        default: rawValue
        }
    }
}
