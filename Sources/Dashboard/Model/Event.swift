// What reaches the dashboard, and what it asks for: plain values on both sides.

import CareDomain
import CellCanvas

package enum Event: Equatable, Sendable {
    case key(Key)
    case pasted(String)
    /// Something happened with the mouse, on what was drawn to mean something; nil for nothing.
    case mouse(MouseAction, Touch?)
    /// The terminal has another size, or shows the program again.
    case resized
    /// The program is in the foreground again after it was set aside.
    case resumed
    /// The system's own authentication, run in answer to `Effect.lock`, has let someone through.
    case unlocked
    /// The clock has moved on to a moment at which the picture changes.
    case tick
    /// The store as it is now; also when another program has added to it.
    case loaded(StoreSnapshot)
    /// The terminal is going away: what is under way is to be kept.
    case hungUp
    /// Drafts that an earlier run has left.
    case draftsFound([FormDraft])
    /// What is being typed could not be kept, in a sentence.
    case draftNotKept(AppendRefusal)
    /// The themes that there are, in answer to `Effect.findThemes`.
    case themesFound([ThemeChoice])
    /// A theme cannot be used, or not be kept, in a sentence.
    case themeRefused(String)
    /// Columns cannot be remembered, in a sentence.
    case columnsRefused(String)
    /// A theme is remembered for the next start.
    case themeKept(String)
    /// The answer to `Effect.append`.
    case appended(ticket: Int, Result<RecordID, AppendRefusal>)
    /// The answer to `Effect.saveReport`: the path of the file.
    case reportSaved(Result<String, AppendRefusal>)
    /// What was looked at could not be noted, in a sentence.
    case accessNotRecorded(AppendRefusal)
    /// The answer to `Effect.listCommands`.
    case commandsListed(CommandWords)
    /// The answer to `Effect.run`.
    case ran(ticket: Int, CommandOutput)
}

/// Why a record did not reach the disk, in a sentence.
package struct AppendRefusal: Error, Equatable, Sendable {
    package let sentence: String

    package init(sentence: String) { self.sentence = sentence }
}

package enum Effect: Equatable, Sendable {
    /// Write a record; the answer comes as `Event.appended` with the same ticket.
    case append(RecordDraft, to: PersonID, ticket: Int)
    /// Note in the audit journal of a store of several people what was looked at or taken along; of one
    /// person's store nothing is noted.
    case recordAccess([AuditNote])
    /// Run a command of the command line for a person; the answer comes as `Event.ran` with the same ticket,
    /// after the store has been read again.
    case run([String], patient: PersonID?, ticket: Int)
    /// Say what can be typed as a command, with all options.
    case listCommands
    /// Keep what is being typed, in place of what was kept before.
    case keepDraft(FormDraft)
    /// What was kept of a person's form is not needed any more.
    case dropDraft(PersonID)
    /// What was kept of a person's form stays, for a later start.
    case setDraftAside(PersonID)
    /// Put a report into a new file of the person's own; the answer comes as `Event.reportSaved`.
    case saveReport(VisitReport, ReportForm)
    case reload
    /// Draw everything afresh.
    case redraw
    case suspend
    /// Nobody has touched a key for a while: end, or have the system ask who is there; the answer is then
    /// `Event.unlocked`, or the end.
    case lock(IdleLock)
    /// Take the mouse, or leave it to the terminal.
    case watchMouse(Bool)
    case ring
    /// Say a text aloud, in place of what is being said.
    case speak(String)
    /// Say nothing more.
    case hush
    case quit
    /// Read everything of a person; they come among the people of the next `Event.loaded`, which is the
    /// answer.
    case read(PersonID)
    /// List the themes; the answer comes as `Event.themesFound`.
    case findThemes
    /// Draw in the colours of a theme from now on.
    case useTheme(String)
    /// Begin with these columns of the cohort's table at the next start, by their names.
    case keepColumns([String])
    /// Begin with a theme at the next start.
    case keepTheme(String)
}

/// A theme that can be chosen.
package struct ThemeChoice: Equatable, Sendable {
    package var name: String
    /// The person's own file, or one of this machine.
    package var isOwn: Bool

    package init(name: String, isOwn: Bool) {
        self.name = name
        self.isOwn = isOwn
    }
}

/// What the dashboard knows of the store.
package struct StoreSnapshot: Equatable, Sendable {
    package struct Person: Equatable, Sendable {
        package var history: PersonHistory
        /// The zone in which the person's today and clock are read.
        package var zone: Zone
        /// Notes to oneself, which only a person's own screens show; empty wherever several people are.
        package var ownNotes: [Entry<Note>]

        package init(history: PersonHistory, zone: Zone, ownNotes: [Entry<Note>] = []) {
            self.history = history
            self.zone = zone
            self.ownNotes = ownNotes
        }
    }

    /// Those whose records are at hand as a whole, by id: everyone of a small store, of a clinic's the one
    /// that was asked for.
    package var people: [Person]
    /// What the pages of the cohort know of everyone that was read so far, by id; empty where `people` are
    /// all that there are.
    package var members: [CohortMember]
    /// How many people the store holds, read or not.
    package var count: Int
    /// Lines and files that are not as they were written, a sentence each.
    package var problems: [String]
    /// What happened to journals since the last reading, a sentence each.
    package var news: [String]
    /// When a flag was first read by anyone of the clinic, by its id; empty in one person's store.
    package var firstRead: [String: OffsetInstant] = [:]

    /// - Parameter count: nil for as many as are given.
    package init(
        people: [Person] = [], members: [CohortMember] = [], count: Int? = nil, problems: [String] = [],
        news: [String] = [], firstRead: [String: OffsetInstant] = [:]
    ) {
        self.people = people
        self.members = members
        self.count = count ?? max(people.count, members.count)
        self.problems = problems
        self.news = news
        self.firstRead = firstRead
    }
}

extension StoreSnapshot {
    /// Of everyone that was read so far.
    package var ids: [PersonID] { members.isEmpty ? people.map(\.history.id) : members.map(\.id) }
    package var isEmpty: Bool { count == 0 }
    package var hasSeveral: Bool { count > 1 }
}

/// What holds around an event: the clocks, read once, and the screen.
package struct Context: Equatable, Sendable {
    package var size: Size
    package var now: Moment
    /// What the clock on the wall says, with the system's offset.
    package var wall: OffsetInstant
    /// What charts are drawn with.
    package var tier: ChartTier
    /// How long the machine has slept in all since some moment; `now` stands still meanwhile.
    package var asleep: Duration

    package init(
        size: Size, now: Moment, wall: OffsetInstant, tier: ChartTier = .braille, asleep: Duration = .zero
    ) {
        self.size = size
        self.now = now
        self.wall = wall
        self.tier = tier
        self.asleep = asleep
    }
}

/// How much may move.
package enum Motion: String, CaseIterable, Sendable {
    case full
    /// A new picture each second at the most.
    case reduced
    /// Words alone.
    case none
}
