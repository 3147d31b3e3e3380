// What a key can mean: a closed set of commands, whatever key they lie on.

import CareDomain
import CellCanvas

package enum PersonScreen: Int, CaseIterable, Sendable {
    case tonight, calendar, sleep, relax, checkIns, guide

    var title: String {
        switch self {
        case .tonight: "Tonight"
        case .calendar: "Calendar"
        case .sleep: "Sleep"
        case .relax: "Relax"
        case .checkIns: "Check-ins"
        case .guide: "Guide"
        }
    }
}

/// Where the keys go: what is on the screen, or what lies over it.
enum Mode: CaseIterable, Sendable {
    /// The pages of the cohort; `cohort` is the table.
    case cohort, cohortToday, cohortStrips, cohortOutcomes, cohortDiaries, cohortNights
    case tonight, calendar, sleep, sessionNights, relaxList, relaxGuide, relaxRating, checkIns, guide,
        guidePage
    case relaxSteps, relaxHealth, relaxBarrier, relaxWriting, relaxWorse
    /// A form whose line takes words, and those whose line takes none, where letters can be keys: any, and
    /// that for a night.
    case form, formFigure, nightFigure, checkInForm
    case leaveForm, draftOffer
    case help, figures, mine, night, day, themes, columns, someone, checkInResult, output
    case handOver
    /// A person's flags, and what was done about them.
    case flags
    /// The report for a visit, a question that is typed on it, and the choice of a file's form.
    case visit, visitQuestion, visitForm
    case empty, tooSmall
    /// Lines at the bottom in which text is typed.
    case commandLine, search

    var isForm: Bool { [.form, .formFigure, .nightFigure, .checkInForm].contains(self) }

    /// What a person types here goes into a text before it does anything.
    var takesText: Bool { isForm || [.visitQuestion, .commandLine, .search, .relaxWriting].contains(self) }
}

enum Direction: Sendable {
    case up, down, left, right
}

enum Command: Equatable, Sendable {
    case quit
    case quitAtOnce
    case back
    case help
    case figures
    case reload
    case suspend
    case hideNames
    /// Takes everything off the screen until the next key.
    case blank
    /// Turns writing on or off, where several people are.
    case writing
    /// Opens the list of themes.
    case themes
    case show(PersonScreen)
    case showCohort(CohortPage)
    case nextScreen, previousScreen
    case move(Direction)
    case pageUp, pageDown, first, last
    case nextPage, previousPage
    case today
    case open
    case logNight
    /// Opens another form.
    case log(FormKind)
    /// Ticks a line of the plan as done, or as not.
    case tick(Bool)
    /// Keeps the moment and goes dark.
    case goodNight
    /// The evening's own programme, dim.
    case windDown
    /// The page for those who lie awake.
    case cannotSleep
    /// The report for a visit, and the choice of its form as a file.
    case visit, printReport
    case saveReport(ReportForm)
    /// What one shift hands over to the next.
    case handOver
    /// Shows what else can be added.
    case add
    case remove
    case edit
    /// Plans a session, moves it, or says how it was.
    case session
    /// Notes as done what the clinic owes after a session.
    case tickDuty
    /// Takes every time that is proposed.
    case takeProposals
    case nextMeasure
    case ownFigures
    case zoomIn, zoomOut
    /// The next order of a table; the other way round; which columns it has.
    case sort, reverse, columns
    case pause
    case slower, faster
    case previousStep, nextStep
    case bell
    case voice
    case seconds
    case dim
    case toggle
    /// The clinic was asked.
    case settle
    case endGuide
    case rate(Int)
    case skipRating
    case nextField, previousField
    case erase, eraseField
    case save
    case leave
    case stay
    case undo, redo
    case dropDraft
    case someone
    case noteCall
    /// The page of a person's flags.
    case flags
    /// Logs a call to a person.
    case call
    /// Marks the chosen flag as seen, or all for which no call is due at once.
    case flagSeen, flagsSeen
    case flagContacted, flagClose, assign
    case drawAnyway
    case commandLine, search
    case nextMatch, previousMatch, clearSearch
    case accept, complete
    case olderEntry, newerEntry
    case eraseWord
    case mouse
}
