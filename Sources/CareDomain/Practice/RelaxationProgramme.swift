// A relaxation programme: what a person is led through, phase by phase, and for whom it wants a word first.

package struct RelaxationProgramme: Equatable, Sendable {
    package enum Family: String, CaseIterable, Sendable {
        case breathing, muscles, mind, body, evening

        /// The heading over the family's programmes.
        package var title: String {
            switch self {
            case .breathing: "Breathing"
            case .muscles: "Muscles"
            case .mind: "Mind"
            case .body: "Body"
            case .evening: "Evening and night"
            }
        }
    }

    package enum Body: Equatable, Sendable {
        /// One breath after another, all alike.
        case breathing(phases: [BreathPhase], cycles: Int)
        /// Steps in their order, each once.
        case steps([PracticeStep])
    }

    /// The name to use on the command line, `box`.
    package var name: String
    /// What a person reads: `Box breathing`.
    package var title: String
    package var family: Family
    /// One line on what it is.
    package var summary: String
    package var cautions: [PracticeCaution]
    /// Where its figures come from.
    package var source: String
    package var body: Body
    /// The cycles that a practice never goes beyond; nil where there is no such limit.
    package var mostCycles: Int?
    /// The same in the first month of use.
    package var mostCyclesAtFirst: Int?
    package var manner: Manner

    /// How it is led, where that differs from the others.
    package struct Manner: Equatable, Sendable {
        /// From one bell to the next, the first at the beginning; nil for a bell at each phase, where it is
        /// asked for.
        package var bellMilliseconds: Int?
        /// The screen is dim from the start.
        package var startsDim = false
        /// No seconds, no bar, no clock: nothing to watch.
        package var hidesTime = false
        /// Its last step ends at the planned bedtime.
        package var endsAtBedtime = false
        /// The programme that takes its place where it does not suit; nil for the gentlest of its family.
        package var instead: String?

        package init() {}
    }

    package init(
        name: String, title: String, family: Family, summary: String, cautions: [PracticeCaution],
        source: String, body: Body, mostCycles: Int? = nil, mostCyclesAtFirst: Int? = nil,
        manner: Manner = Manner()
    ) {
        self.name = name
        self.title = title
        self.family = family
        self.summary = summary
        self.cautions = cautions
        self.source = source
        self.body = body
        self.mostCycles = mostCycles
        self.mostCyclesAtFirst = mostCyclesAtFirst
        self.manner = manner
    }

    /// What the whole is counted in; nil where nothing is counted.
    package var cycleNoun: String? {
        switch body {
        case .breathing: "breath"
        case .steps(let steps): steps.contains { $0.phase == .tense } ? "round" : nil
        }
    }
}

/// What the person does during a phase.
package enum PracticePhase: String, CaseIterable, Sendable {
    case breatheIn, holdIn, breatheOut, holdOut
    /// Muscles are drawn tight, and let go.
    case tense, release
    /// Finding a position, or coming back at the end.
    case settle
    /// Noticing, without doing anything.
    case attend
    /// Going into a position and staying there.
    case hold
}

/// One part of a breath.
package struct BreathPhase: Equatable, Sendable {
    package var phase: PracticePhase
    /// Greater than 0.
    package var milliseconds: Int
    /// The words that go with it: `Breathe in`.
    package var text: String

    package init(phase: PracticePhase, milliseconds: Int, text: String) {
        self.phase = phase
        self.milliseconds = milliseconds
        self.text = text
    }
}

/// One step of a programme that is no breathing pattern.
package struct PracticeStep: Equatable, Sendable {
    package var phase: PracticePhase
    /// Greater than 0.
    package var milliseconds: Int
    package var text: String
    /// What the step is about, for the figure that is drawn; empty where it is about no part of the body.
    package var places: [BodyPlace]

    package init(phase: PracticePhase, milliseconds: Int, text: String, places: [BodyPlace] = []) {
        self.phase = phase
        self.milliseconds = milliseconds
        self.text = text
        self.places = places
    }
}

/// A part of the body. Which side is the dominant one, the person knows.
package enum BodyPlace: String, CaseIterable, Sendable {
    case forehead, eyes, jaw, neck, shoulders, chest, back, belly
    case dominantForearm, dominantUpperArm, otherForearm, otherUpperArm
    case dominantThigh, dominantCalf, dominantFoot, otherThigh, otherCalf, otherFoot
}

/// What makes a programme unsuitable for some people or moments, or wants a question to the clinic first.
///
/// Sources: NCCAM on relaxation; Bernstein & Borkovec on tensing. The limits on session days are Lull's own.
package enum PracticeCaution: String, CaseIterable, Sendable {
    /// Breath is held: not on a session day until blood pressure is noted as back at its baseline.
    case breathHolds
    /// Breathing slower than usual.
    case slowBreathing
    /// Better with eyes open after a session, or where closing them is uneasy.
    case closedEyes
    /// Muscles are tensed.
    case tensing
    /// Some of it is done standing: not until the morning after a session.
    case standing
    /// The head goes below the heart: not on a session day.
    case headLow
    /// A bad dream is written down: an exercise for the day.
    case writingNightmares
    case epilepsy, heart, lungs, kidneys, pacemaker, pregnancy, trauma, injury

    /// What a person reads beside the programme.
    package var advice: String {
        switch self {
        case .breathHolds:
            "On a session day, leave out breath holds until your blood pressure is back where it began."
        case .slowBreathing:
            "Small, soft breaths are enough. If you feel dizzy, stop and breathe as you like."
        case .closedEyes: "Keep your eyes open if that feels better, and after a session in any case."
        case .tensing: "Tense gently, never to the point of pain or cramp."
        case .standing: "After a session, wait until the next morning with anything done standing."
        case .headLow: "On a session day, keep your head above your heart."
        case .writingNightmares:
            "For the daytime, three hours or more before bed. With dreams of what you have lived through, "
                + "only with someone at your clinic."
        case .epilepsy: "With epilepsy, ask your clinic first."
        case .heart: "With a heart condition, ask your clinic first."
        case .lungs: "With a lung condition, ask your clinic first."
        case .kidneys: "With a kidney condition, ask your clinic first."
        case .pacemaker: "With a pacemaker, ask your clinic first."
        case .pregnancy: "When pregnant, hold your breath for two counts at the most."
        case .trauma: "If memories come up that are too much, open your eyes and stop. That is fine."
        case .injury: "Leave out any part of the body that is hurt."
        }
    }
}
