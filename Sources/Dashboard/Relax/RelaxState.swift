// Where the person is in the relaxation screen: which programme is chosen, and what stands before it.

import CareDomain
import CellCanvas

struct RelaxState: Equatable {
    /// An index of the programmes.
    var selected = 0
    /// The person has moved in the list, so that nothing is proposed any more.
    var hasMoved = false
    /// The bell on each change of phase.
    var rings = false
    /// The cues are spoken.
    var speaks = false
    /// That there is nothing to speak with has been said.
    var toldOfSilence = false
    /// No seconds are shown.
    var hidesSeconds = false
    /// The guide alone, without anything around it.
    var isDim = false
    /// What is asked or said before a programme begins.
    var gate: RelaxGate?
    var run: GuideRun?
    /// The new dream that was written since Lull was opened.
    var dream: String?
    /// Where one was before a guide that was begun from elsewhere.
    var origin: Origin?

    struct Origin: Equatable {
        var screen: PersonScreen
        var pages: [Page]
    }
}

/// What stands before a programme.
enum RelaxGate: Equatable {
    /// What bears on it is asked, once for all programmes.
    case health(HealthQuestions)
    /// A reason against it today, with another one in its place.
    case barrier(RelaxationProgramme, PracticeBarrier, instead: RelaxationProgramme?)

    var mode: Mode {
        switch self {
        case .health: .relaxHealth
        case .barrier: .relaxBarrier
        }
    }
}

/// The questions before the first programme on which an answer could bear.
struct HealthQuestions: Equatable {
    enum Item: Equatable {
        case condition(PracticeCaution)
        case injury(BodyRegion)
    }

    static let items: [Item] =
        PracticePerson.asked.map(Item.condition) + BodyRegion.allCases.map(Item.injury)

    /// What is begun after them; nil where they are only looked at again.
    var programme: RelaxationProgramme?
    var person: PracticePerson
    var selected = 0

    func isOn(_ item: Item) -> Bool {
        switch item {
        case .condition(let caution): person.cautions.contains(caution)
        case .injury(let region): person.injured.contains(region)
        }
    }

    mutating func toggle() {
        switch Self.items[selected] {
        case .condition(let caution): person.cautions.formSymmetricDifference([caution])
        case .injury(let region): person.injured.formSymmetricDifference([region])
        }
    }

    mutating func move(_ by: Int) { selected = min(max(0, selected + by), Self.items.count - 1) }
}
