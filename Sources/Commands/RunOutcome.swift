// What a run comes to: an exit status, or the dashboard that the program is to open.

import CareDomain
import Presets

/// The exit statuses of sysexits.h that are used here, and what they stand for.
package enum ExitStatus: Int32, Equatable, Sendable {
    case ok = 0
    /// The answer is no.
    case no = 1
    case usage = 64
    case badData = 65
    /// No such file, store or person.
    case notFound = 66
    case cannotCreate = 73
    case inputOutput = 74
    /// Try again.
    case busy = 75
    case notAllowed = 77
    case interrupted = 130
}

package enum ColorChoice: String, CaseIterable, Sendable {
    case auto, never
    case sixteen = "16"
    case twoHundredFiftySix = "256"
    case truecolor
}

package enum MotionChoice: String, CaseIterable, Sendable {
    case full, reduced, none
}

/// The dashboard to open, by what was said on the command line.
package struct DashboardRequest: Equatable, Sendable {
    package var storePath: String
    package var patient: PersonID?
    package var author: String
    /// Where its clock starts; nil for the wall clock.
    package var now: OffsetInstant?
    /// The zone that was asked for, by its name.
    package var zone: String?
    /// A theme's name or file, as the command line or the configuration has it; nil for one that fits the
    /// screen.
    package var theme: String?
    /// What the configuration says of themes; nil where it says nothing.
    package var configuredTheme: ThemeWish?
    package var color: ColorChoice
    package var motion: MotionChoice?
    package var ascii: Bool
    package var readonly: Bool
    /// The relaxation programme to begin with.
    package var programme: String?
    /// The programmes at hand, a person's own among them.
    package var programmes: [RelaxationProgramme]
    /// What speaks the cues of a guide: a program's name or path, `off` for none; nil for what the system
    /// has.
    package var voice: String?
    /// The pages of the guide.
    package var guidePages: [GuidePage]
    /// What the person's own file says, without what cannot be used of it.
    package var configuration: Configuration
    /// What is wrong with that file, a sentence each.
    package var configurationProblems: [String]
    /// True for the made-up people of a demonstration: the folder may go when it ends.
    package var isDemo: Bool
}

package enum RunOutcome: Equatable, Sendable {
    case finished(ExitStatus)
    case openDashboard(DashboardRequest)
}
