// What the loop needs beside a terminal: clocks, and the records of a store.

import CareDomain
import CellCanvas
import Dashboard

package protocol Clock {
    /// The clock that only goes forward; it stands still while the machine sleeps.
    func now() -> Moment
    /// The clock on the wall, with the offset of the place.
    func wall() -> OffsetInstant
    /// How long the machine has slept in all since some moment.
    func asleep() -> Duration
}

extension Clock {
    package func asleep() -> Duration { .zero }
}

/// What speaks the cues of a guide.
package protocol Voice {
    /// Says a text in place of what is being said, and returns at once.
    mutating func say(_ text: String)
    /// Stops what is being said.
    mutating func stop()
    /// Takes leave of what has ended by itself.
    mutating func tidy()
    /// True until what was begun has been taken leave of.
    var isSpeaking: Bool { get }
}

/// Where nothing can speak.
package struct NoVoice: Voice {
    package init() {}
    package mutating func say(_ text: String) {}
    package mutating func stop() {}
    package mutating func tidy() {}
    package var isSpeaking: Bool { false }
}

/// The system's own way to ask who is there.
package protocol ScreenLock {
    /// Asks on the terminal, and returns when somebody was let through; false where nobody was, or where
    /// there is no such way.
    func opens() -> Bool
}

/// Where nobody can be asked.
package struct NoLock: ScreenLock {
    package init() {}
    package func opens() -> Bool { false }
}

/// The themes that a person can choose from, and what else of the look is remembered.
package protocol Wardrobe {
    /// By name.
    func choices() -> [ThemeChoice]

    /// - Returns: the theme, or why it cannot be used, in a sentence.
    func theme(named name: String) -> Result<Theme, ThemeRefusal>

    /// Remembers a theme for the next start.
    /// - Returns: why it cannot be remembered; nil where it is.
    func keep(_ name: String) -> ThemeRefusal?

    /// Remembers the columns of the cohort's table for the next start, by their names.
    /// - Returns: why they cannot be remembered; nil where they are.
    func keepColumns(_ names: [String]) -> ThemeRefusal?
}

/// Why a theme is not used or not kept, in a sentence.
package struct ThemeRefusal: Error, Equatable, Sendable {
    package let sentence: String

    package init(sentence: String) { self.sentence = sentence }
}

/// Runs commands of the command line without a terminal of their own.
package protocol CommandRunner {
    /// All commands with their options.
    mutating func words() -> CommandWords

    /// - Parameters:
    ///   - arguments: without the program's name and without what the dashboard was opened with.
    ///   - person: whose screens are shown; nil for the cohort.
    mutating func run(_ arguments: [String], for person: PersonID?, now: OffsetInstant) -> CommandOutput
}

/// Where no command can be run.
package struct NoCommands: CommandRunner {
    package init() {}

    package mutating func words() -> CommandWords { CommandWords() }

    package mutating func run(
        _ arguments: [String], for person: PersonID?, now: OffsetInstant
    ) -> CommandOutput {
        CommandOutput(text: "", remarks: ["No command can be run here."], isDone: false)
    }
}

/// The records that a dashboard shows and adds to.
package protocol Ledger {
    /// What is known now; what cannot wait is read first: what was written here, and those whose screens are
    /// shown. Of the others, those that were read so far.
    mutating func load(now: OffsetInstant) -> StoreSnapshot

    /// True while there are people of whom something is still to be read.
    var isReading: Bool { get }

    /// Reads on, person by person, at least one.
    mutating func readOn(now: OffsetInstant, while isTime: () -> Bool)

    /// Reads everyone anew from the next time on.
    mutating func forgetAll()

    /// A person's whole history is in what is loaded from now on.
    mutating func attend(to person: PersonID)

    /// Returns once the record is on the disk, or why it is not.
    mutating func append(
        _ draft: RecordDraft, to person: PersonID, now: OffsetInstant
    ) -> Result<RecordID, AppendRefusal>

    /// Notes what was looked at or taken along, where the store holds several people.
    /// - Returns: why it could not be noted; nil where it is, or is not to be.
    mutating func record(_ notes: [AuditNote], now: OffsetInstant) -> AppendRefusal?

    /// Drafts that an earlier run has left; they are this run's from now on.
    mutating func takeOverDrafts() -> [FormDraft]
    /// Keeps what is being typed, in place of what was kept before.
    /// - Returns: why it could not be kept; nil where it is.
    mutating func keep(_ draft: FormDraft) -> AppendRefusal?
    mutating func dropDraft(of person: PersonID)
    mutating func setDraftAside(of person: PersonID)

    /// Become readable when another program may have added something.
    var descriptors: [Int32] { get }

    /// True where there is something new.
    /// - Parameter isLook: no hint came; the files themselves are looked at, a part of them at a time.
    mutating func hasChanged(isLook: Bool, now: OffsetInstant) -> Bool

    /// How long the loop may wait before it looks without a hint.
    var lookEvery: Duration { get }
}

extension Ledger {
    package var isReading: Bool { false }
    package mutating func readOn(now: OffsetInstant, while isTime: () -> Bool) {}
    package mutating func forgetAll() {}
    package mutating func attend(to person: PersonID) {}
}

/// Puts a report into a new file of the person's own, and answers with its path, or why there is none.
package typealias ReportSaving = (VisitReport, ReportForm) -> Result<String, AppendRefusal>

/// Where nothing is saved.
package func noReports(_ report: VisitReport, _ form: ReportForm) -> Result<String, AppendRefusal> {
    .failure(AppendRefusal(sentence: "Reports cannot be saved here; 'lull report --to FILE' does it."))
}
