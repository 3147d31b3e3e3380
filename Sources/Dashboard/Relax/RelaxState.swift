// Where the person is in the relaxation screen: which programme is chosen, and the guide while it runs.

import CareDomain
import CellCanvas

struct RelaxState: Equatable {
    var selected = 0
    /// The bell on each change of phase.
    var rings = false
    /// The guide alone, without anything around it.
    var isDim = false
    var run: GuideRun?
}

/// A programme under way. What is shown is a function of the moment; nothing is counted.
struct GuideRun: Equatable {
    enum Stage: Equatable {
        case tensionBefore
        case guiding
        case tensionAfter
    }

    var timeline: PracticeTimeline
    var stage = Stage.tensionBefore
    var startedAt: Moment?
    var startedOn: OffsetInstant
    var pausedFor = Duration.zero
    var pausedAt: Moment?
    var tensionBefore: Int?
    /// What was done of it when it ended, in milliseconds.
    var doneMilliseconds = 0
    /// Breathing programmes: how much longer than usual each phase is, in percent.
    var pacePercent = 100
    /// The step that last rang the bell.
    var rungStep: Int?

    var isRating: Bool { stage != .guiding }
    var isPaused: Bool { pausedAt != nil }

    /// Milliseconds of the programme that have gone by, pauses not counted.
    func elapsed(at now: Moment) -> Int {
        guard let startedAt else { return 0 }
        let gone = ((pausedAt ?? now) - startedAt - pausedFor).components
        let milliseconds = Int(gone.seconds) * 1000 + Int(gone.attoseconds / 1_000_000_000_000_000)
        return max(0, milliseconds * 100 / pacePercent)
    }

    mutating func begin(at now: Moment) {
        stage = .guiding
        startedAt = now
    }

    mutating func pause(at now: Moment) {
        guard stage == .guiding, pausedAt == nil else { return }
        pausedAt = now
    }

    mutating func togglePause(at now: Moment) {
        if let pausedAt {
            pausedFor += now - pausedAt
            self.pausedAt = nil
        } else {
            pause(at: now)
        }
    }

    /// Changes the pace without a jump: what has gone by stays gone by.
    mutating func setPace(_ percent: Int, at now: Moment) {
        let done = elapsed(at: now)
        pacePercent = min(150, max(80, percent))
        let scaled = Duration.milliseconds(done * pacePercent / 100)
        startedAt = (pausedAt ?? now) + (.zero - scaled)
        pausedFor = .zero
    }

    func isOver(at now: Moment) -> Bool { elapsed(at: now) >= timeline.totalMilliseconds }

    /// When the picture next differs; nil while it stands still.
    func nextChange(after now: Moment, motion: Motion) -> Moment? {
        guard stage == .guiding, !isPaused else { return nil }
        let elapsed = elapsed(at: now)
        guard elapsed < timeline.totalMilliseconds else { return now }
        var next = timeline.nextChange(after: elapsed, countingSeconds: true) ?? timeline.totalMilliseconds
        if motion == .full, timeline.isMoving(at: elapsed) {
            next = min(next, (elapsed / Self.frameMilliseconds + 1) * Self.frameMilliseconds)
        }
        return now + .milliseconds(max(1, (next - elapsed) * pacePercent / 100))
    }

    private static let frameMilliseconds = 125
}

extension PracticeTimeline {
    /// True while the breath goes in or out, when the disc moves.
    fileprivate func isMoving(at elapsed: Int) -> Bool {
        guard let position = position(at: elapsed) else { return false }
        switch steps[position.stepIndex].phase {
        case .breatheIn, .breatheOut, .tense, .release: return true
        case .holdIn, .holdOut, .settle, .attend, .hold: return false
        }
    }
}
