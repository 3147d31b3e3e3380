// Two programmes for the tests of the relaxation screen.

import CareDomain

enum SampleProgrammes {
    static let all = [
        RelaxationProgramme(
            name: "resonance", title: "Resonance", family: .breathing,
            summary: "Slow, even breaths, about six a minute, the out-breath a little longer.",
            cautions: [.slowBreathing], source: "sample",
            body: .breathing(
                phases: [
                    BreathPhase(phase: .breatheIn, milliseconds: 4000, text: "Breathe in"),
                    BreathPhase(phase: .breatheOut, milliseconds: 6000, text: "Breathe out"),
                ], cycles: 60)),
        RelaxationProgramme(
            name: "box", title: "Box 4-4-4-4", family: .breathing, summary: "In, hold, out, hold.",
            cautions: [.breathHolds],
            source: "sample",
            body: .breathing(
                phases: [
                    BreathPhase(phase: .breatheIn, milliseconds: 4000, text: "Breathe in"),
                    BreathPhase(phase: .holdIn, milliseconds: 4000, text: "Hold"),
                    BreathPhase(phase: .breatheOut, milliseconds: 4000, text: "Breathe out"),
                    BreathPhase(phase: .holdOut, milliseconds: 4000, text: "Hold"),
                ], cycles: 18)),
    ]
}
