// A programme under way. What is shown is a function of the moment; nothing is counted.

import CareDomain
import CellCanvas

struct GuideRun: Equatable {
    enum Stage: Equatable {
        case tensionBefore
        case guiding
        /// The new dream is typed; the programme waits.
        case writing(String)
        case tensionAfter
        /// The tension rose a good deal: where to stop, and whom to tell.
        case worse
    }

    /// Why the programme stands still.
    enum Pause: Equatable {
        case asked
        /// The machine slept, or the program stood still, for so long.
        case gap(Duration)
    }

    let timeline: PracticeTimeline
    /// The text that needs the most lines.
    let longestText: String
    var stage = Stage.tensionBefore
    /// What was changed for this person today, a sentence each.
    var changes: [String] = []
    var startedAt: Moment?
    var startedOn: OffsetInstant
    var pausedFor = Duration.zero
    var pausedAt: Moment?
    var pause = Pause.asked
    var tensionBefore: Int?
    var tensionAfter: Int?
    /// What was done of it when it ended, in milliseconds.
    var doneMilliseconds = 0
    /// What was left out at the beginning, in milliseconds, of a programme that ends at a set time.
    var leftOutMilliseconds = 0
    /// What was passed over by the person, less what was gone through again, in milliseconds.
    var skippedMilliseconds = 0
    /// Breathing programmes: how much longer than usual each phase is, in percent.
    var pacePercent = 100
    /// The bells that were rung, or passed in silence.
    var bells = 0
    /// The step whose words were spoken last, or passed in silence.
    var spokenStep = -1
    /// When time was last seen to go on, and how long the machine had slept by then.
    private var seen: (at: Moment, asleep: Duration)?

    init(timeline: PracticeTimeline, startedOn: OffsetInstant, changes: [String] = []) {
        self.timeline = timeline
        self.startedOn = startedOn
        self.changes = changes
        var longest = ""
        for step in timeline.steps where step.text.utf8.count > longest.utf8.count { longest = step.text }
        longestText = longest
    }

    static func == (a: GuideRun, b: GuideRun) -> Bool {
        a.timeline == b.timeline && a.stage == b.stage && a.startedAt == b.startedAt
            && a.startedOn == b.startedOn && a.pausedFor == b.pausedFor && a.pausedAt == b.pausedAt
            && a.tensionBefore == b.tensionBefore && a.pacePercent == b.pacePercent
            && a.doneMilliseconds == b.doneMilliseconds && a.spokenStep == b.spokenStep && a.bells == b.bells
    }

    var programme: RelaxationProgramme { timeline.programme }
    var isPaused: Bool { pausedAt != nil }

    var mode: Mode {
        switch stage {
        case .guiding: if case .breathing = programme.body { .relaxGuide } else { .relaxSteps }
        case .writing: .relaxWriting
        case .tensionBefore, .tensionAfter: .relaxRating
        case .worse: .relaxWorse
        }
    }
}

// MARK: Time

extension GuideRun {
    /// Longer than this without a look at the clock, the program stood still and the person was left alone.
    private static let longestGap = Duration.seconds(2)

    /// Milliseconds of the programme that have gone by, pauses not counted.
    func elapsed(at now: Moment) -> Int {
        guard let startedAt else { return 0 }
        let gone = ((pausedAt ?? now) - startedAt - pausedFor).components
        let milliseconds = Int(gone.seconds) * 1000 + Int(gone.attoseconds / 1_000_000_000_000_000)
        return max(0, milliseconds * 100 / pacePercent)
    }

    /// - Parameter offset: milliseconds of the programme to leave out.
    mutating func begin(in context: Context, from offset: Int = 0) {
        stage = .guiding
        startedAt = context.now + .milliseconds(-offset)
        leftOutMilliseconds = offset
        note(context)
    }

    mutating func note(_ context: Context) { seen = (context.now, context.asleep) }

    mutating func pause(at now: Moment, _ why: Pause = .asked) {
        guard stage == .guiding, pausedAt == nil, startedAt != nil else { return }
        pausedAt = now
        pause = why
    }

    mutating func goOn(in context: Context) {
        guard let pausedAt else { return }
        pausedFor += context.now - pausedAt
        self.pausedAt = nil
        note(context)
    }

    /// Pauses where the machine slept or the program stood still: the programme stays where it was seen last.
    /// - Returns: true where it did.
    mutating func pauseAfterGap(in context: Context) -> Bool {
        guard stage == .guiding, !isPaused, let seen else { return false }
        let gap = max(context.now - seen.at, context.asleep - seen.asleep)
        guard gap > Self.longestGap else {
            note(context)
            return false
        }
        pause(at: seen.at, .gap(gap))
        return true
    }

    /// The program is in the foreground again after it was set aside.
    mutating func pauseWhereSeen() {
        if let seen { pause(at: seen.at) }
    }

    /// Changes the pace without a jump: what has gone by stays gone by.
    mutating func setPace(_ percent: Int, at now: Moment) {
        let done = elapsed(at: now)
        pacePercent = min(150, max(80, percent))
        startedAt = (pausedAt ?? now) + .milliseconds(-done * pacePercent / 100)
        pausedFor = .zero
    }

    /// To the next step, or back to the beginning of this one, and from there to the one before.
    mutating func skip(back: Bool, at now: Moment) {
        let elapsed = elapsed(at: now)
        guard let index = timeline.position(at: elapsed)?.stepIndex else { return }
        let steps = timeline.steps
        let goal: Int
        if back {
            let isFresh = elapsed - steps[index].atMilliseconds < 2000
            goal = steps[isFresh ? max(0, index - 1) : index].atMilliseconds
        } else {
            goal = steps[index].endMilliseconds
        }
        skippedMilliseconds += goal - elapsed
        startedAt = (pausedAt ?? now) + .milliseconds(-goal)
        pausedFor = .zero
        spokenStep = min(spokenStep, (steps.lastIndex { $0.atMilliseconds < goal } ?? -1))
    }

    /// True where the end was reached, and no more than a quarter passed over.
    var isWhole: Bool {
        doneMilliseconds >= timeline.totalMilliseconds
            && skippedMilliseconds * 4 <= timeline.totalMilliseconds
    }

    func isOver(at now: Moment) -> Bool { elapsed(at: now) >= timeline.totalMilliseconds }

    /// Seconds of it that were led, at the pace they were led in.
    var ledSeconds: Int {
        max(0, doneMilliseconds - leftOutMilliseconds - skippedMilliseconds) * pacePercent / 100_000
    }
    var plannedSeconds: Int { (timeline.totalMilliseconds - leftOutMilliseconds) * pacePercent / 100_000 }
}

// MARK: What is due

extension GuideRun {
    /// The least time between two pictures: thirty a second.
    private static let frameMilliseconds = 33
    /// Time is looked at at least so often.
    private static let heartbeatMilliseconds = 1000

    /// When something next happens: the picture, a bell, a cue; nil while it stands still.
    /// - Parameters:
    ///   - layout: where the picture moves in steps; nil where nothing moves.
    ///   - showsSeconds: true where each second changes the picture.
    ///   - lead: how much earlier than its phase a cue is spoken, in milliseconds; nil where none is.
    func nextChange(after now: Moment, layout: PracticeLayout?, showsSeconds: Bool, lead: Int?) -> Moment? {
        guard stage == .guiding, !isPaused else { return nil }
        let elapsed = elapsed(at: now)
        let total = timeline.totalMilliseconds
        guard elapsed < total else { return now }
        var next = min(total, elapsed + Self.heartbeatMilliseconds * 100 / pacePercent)
        next = min(next, timeline.nextChange(after: elapsed, countingSeconds: showsSeconds) ?? total)
        if showsSeconds { next = min(next, (elapsed / 1000 + 1) * 1000) }
        if let layout {
            let picture = GuidePicture(programme)
            let step = timeline.nextStep(after: elapsed) { picture.step(openness: $0, in: layout) }
            if let step { next = min(next, max(step, elapsed + Self.frameMilliseconds)) }
        }
        if let lead, let cue = nextCue(lead), cue > elapsed { next = min(next, cue) }
        if let bell = nextBell, bell > elapsed { next = min(next, bell) }
        return now + .milliseconds(max(1, (next - elapsed) * pacePercent / 100))
    }

    /// When the words of the next step are to be spoken, so that they are heard as it begins.
    private func nextCue(_ lead: Int) -> Int? {
        guard timeline.steps.indices.contains(spokenStep + 1) else { return nil }
        return timeline.steps[spokenStep + 1].atMilliseconds - lead * 100 / pacePercent
    }

    /// The words that are due, taken once; words that came and went meanwhile are passed over.
    mutating func takeCue(at now: Moment, lead: Int) -> String? {
        let elapsed = elapsed(at: now)
        var due: String?
        while let cue = nextCue(lead), cue <= elapsed {
            spokenStep += 1
            due = timeline.steps[spokenStep].text
        }
        return due
    }

    /// The words of the step that runs, to be spoken now.
    mutating func currentCue(at now: Moment) -> String? {
        guard let index = timeline.position(at: elapsed(at: now))?.stepIndex else { return nil }
        spokenStep = index
        return timeline.steps[index].text
    }

    /// The next bell: of the programme's own interval, else at the next phase.
    private var nextBell: Int? {
        if let every = programme.manner.bellMilliseconds { return bells * every }
        return timeline.steps.indices.contains(bells) ? timeline.steps[bells].atMilliseconds : nil
    }

    /// True where a bell is due, taken once.
    mutating func takeBell(at now: Moment) -> Bool {
        let elapsed = elapsed(at: now)
        var isDue = false
        while let bell = nextBell, bell <= elapsed, bell < timeline.totalMilliseconds {
            bells += 1
            isDue = true
        }
        return isDue
    }
}
