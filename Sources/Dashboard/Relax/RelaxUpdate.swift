// What keys and time do in the relaxation screen.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Less than this many milliseconds of a programme is a look at it, not a practice.
    private static let worthKeeping = 5000

    mutating func updateRelaxList(_ command: Command, in context: Context) {
        let count = settings.programmes.count
        switch command {
        case .move(.down), .pageDown: relax.selected = min(relax.selected + 1, max(0, count - 1))
        case .move(.up), .pageUp: relax.selected = max(0, relax.selected - 1)
        case .first: relax.selected = 0
        case .last: relax.selected = max(0, count - 1)
        case .open:
            guard settings.programmes.indices.contains(relax.selected) else { return }
            let timeline = PracticeTimeline(programme: settings.programmes[relax.selected])
            relax.run = GuideRun(timeline: timeline, startedOn: wall(in: context))
        default: break
        }
    }

    /// Begins a programme from anywhere, dim where the night or the evening asks for it.
    mutating func startProgramme(named name: String, dim: Bool, in context: Context) -> [Effect] {
        guard let place = settings.programmes.firstIndex(where: { $0.name == name }) else {
            screen = .relax
            return []
        }
        screen = .relax
        relax.selected = place
        relax.isDim = dim
        updateRelaxList(.open, in: context)
        return []
    }

    mutating func updateGuide(_ command: Command, in context: Context) -> [Effect] {
        guard var run = relax.run else { return [] }
        switch (run.stage, command) {
        case (.tensionBefore, .rate(let tension)):
            run.tensionBefore = tension
            begin(&run, in: context)
        case (.tensionBefore, .skipRating): begin(&run, in: context)
        case (.tensionBefore, .back):
            relax.run = nil
            return []
        case (.tensionAfter, .rate(let tension)): return keep(run, tensionAfter: tension)
        case (.tensionAfter, .skipRating), (.tensionAfter, .back): return keep(run, tensionAfter: nil)
        case (.guiding, .pause): run.togglePause(at: context.now)
        case (.guiding, .slower): changePace(of: &run, by: 5, in: context)
        case (.guiding, .faster): changePace(of: &run, by: -5, in: context)
        case (.guiding, .bell): relax.rings.toggle()
        case (.guiding, .dim): relax.isDim.toggle()
        case (.guiding, .endGuide):
            end(&run, in: context)
            if run.doneMilliseconds < Self.worthKeeping {
                relax.run = nil
                relax.isDim = false
                return []
            }
        default: break
        }
        relax.run = run
        return []
    }

    /// Time has gone on: the bell at a new phase, and the end.
    mutating func relaxTick(in context: Context) -> [Effect] {
        guard var run = relax.run, run.stage == .guiding, !run.isPaused else { return [] }
        defer { relax.run = run }
        if run.isOver(at: context.now) {
            end(&run, in: context)
            return relax.rings ? [.ring] : []
        }
        let step = run.timeline.position(at: run.elapsed(at: context.now))?.stepIndex
        let rings = relax.rings && run.rungStep != nil && step != run.rungStep
        run.rungStep = step
        return rings ? [.ring] : []
    }

    /// The program ends in the middle of a guide: what was done is kept.
    mutating func finishGuide(in context: Context) -> [Effect] {
        guard var run = relax.run else { return [] }
        if run.stage == .guiding { end(&run, in: context) }
        guard run.doneMilliseconds >= Self.worthKeeping else { return [] }
        return keep(run, tensionAfter: nil)
    }

    private func begin(_ run: inout GuideRun, in context: Context) {
        run.startedOn = wall(in: context)
        run.begin(at: context.now)
        run.rungStep = 0
    }

    private func end(_ run: inout GuideRun, in context: Context) {
        run.doneMilliseconds = min(run.elapsed(at: context.now), run.timeline.totalMilliseconds)
        run.stage = .tensionAfter
    }

    /// Only the breath has a pace; muscle groups and words keep their own.
    private func changePace(of run: inout GuideRun, by percent: Int, in context: Context) {
        guard case .breathing = run.timeline.programme.body else { return }
        run.setPace(run.pacePercent + percent, at: context.now)
    }

    private mutating func keep(_ run: GuideRun, tensionAfter: Int?) -> [Effect] {
        relax.run = nil
        relax.isDim = false
        guard let person, !settings.isReadOnly else { return [] }
        let scale = Double(run.pacePercent) / 100
        let practice = Practice(
            programme: run.timeline.programme.name, start: run.startedOn,
            plannedSeconds: Int(Double(run.timeline.totalMilliseconds) * scale / 1000),
            seconds: Int(Double(run.doneMilliseconds) * scale / 1000),
            completed: run.doneMilliseconds >= run.timeline.totalMilliseconds,
            tensionBefore: run.tensionBefore, tensionAfter: tensionAfter)
        let title = run.timeline.programme.title
        return [write(RecordDraft(.practice(practice)), of: person.history.id, as: title).0]
    }

    /// The wall clock with the offset of the person's place.
    private func wall(in context: Context) -> OffsetInstant {
        person.map { OffsetInstant(context.wall.instant, in: $0.zone) } ?? context.wall
    }
}
