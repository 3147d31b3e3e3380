// A breath of a person's own measure: in, hold, out, hold, in seconds.

/// `4-2-6-0`, `5.5-5.5`: two to four numbers, of which the first breathes in and the third, or the second of
/// two, breathes out.
package struct OwnRatio: Equatable, Sendable {
    /// Milliseconds; in and out greater than 0.
    package let breatheIn: Int
    package let holdIn: Int
    package let breatheOut: Int
    package let holdOut: Int

    /// Seconds that a breath in or out may take, and a hold.
    package static let breathSeconds = 1.0...20
    package static let holdSeconds = 0.0...15

    /// Nil where a number is outside its range.
    package init?(breatheIn: Double, holdIn: Double = 0, breatheOut: Double, holdOut: Double = 0) {
        guard [breatheIn, breatheOut].allSatisfy(Self.breathSeconds.contains),
            [holdIn, holdOut].allSatisfy(Self.holdSeconds.contains)
        else { return nil }
        let milliseconds = { (seconds: Double) in Int((seconds * 1000).rounded()) }
        self.breatheIn = milliseconds(breatheIn)
        self.holdIn = milliseconds(holdIn)
        self.breatheOut = milliseconds(breatheOut)
        self.holdOut = milliseconds(holdOut)
    }

    /// Nil where the text is no such ratio.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } ? Double(String(part)) : nil
        }
        guard numbers.count == parts.count else { return nil }
        switch numbers.count {
        case 2: self.init(breatheIn: numbers[0], breatheOut: numbers[1])
        case 3: self.init(breatheIn: numbers[0], holdIn: numbers[1], breatheOut: numbers[2])
        case 4:
            self.init(
                breatheIn: numbers[0], holdIn: numbers[1], breatheOut: numbers[2], holdOut: numbers[3])
        default: return nil
        }
    }

    /// `4-2-6-0`.
    package var name: String {
        [breatheIn, holdIn, breatheOut, holdOut].map { NumberWords.decimal(Double($0) / 1000) }
            .joined(separator: "-")
    }

    /// The breath as a programme of five minutes in whole breaths.
    package var programme: RelaxationProgramme {
        let phases = [
            BreathPhase(phase: .breatheIn, milliseconds: breatheIn, text: "Breathe in"),
            BreathPhase(phase: .holdIn, milliseconds: holdIn, text: "Hold"),
            BreathPhase(phase: .breatheOut, milliseconds: breatheOut, text: "Breathe out"),
            BreathPhase(phase: .holdOut, milliseconds: holdOut, text: "Hold"),
        ].filter { $0.milliseconds > 0 }
        let cycle = phases.reduce(0) { $0 + $1.milliseconds }
        let holds: [PracticeCaution] = holdIn + holdOut > 0 ? [.breathHolds, .pregnancy] : []
        return RelaxationProgramme(
            name: name, title: "Your own \(name)", family: .breathing,
            summary: "In, hold, out, hold, in seconds of your own.",
            cautions: holds + [.slowBreathing, .lungs, .kidneys, .pacemaker], source: "Your own.",
            body: .breathing(phases: phases, cycles: max(1, 300_000 / cycle)))
    }
}
