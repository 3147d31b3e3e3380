// What keys and time do while a programme is led, and when it ends.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Less than this many milliseconds of a programme is a look at it, not a practice.
    private static let worthKeeping = 5000

    mutating func updateGuide(_ command: Command, in context: Context) -> [Effect] {
        guard let run = relax.run else { return [] }
        switch (run.stage, command) {
        case (.tensionBefore, .rate(let tension)):
            relax.run?.tensionBefore = tension
            return beginGuide(in: context)
        case (.tensionBefore, .skipRating): return beginGuide(in: context)
        case (.tensionBefore, .back): leaveGuide()
        case (.tensionAfter, .rate(let tension)): return rateAfter(tension, in: context)
        case (.tensionAfter, .skipRating), (.tensionAfter, .back):
            let kept = keep(run)
            leaveGuide()
            return kept
        case (.worse, .open):
            leaveGuide()
            return startProgramme(named: "grounding", dim: true, in: context)
        case (.worse, .back): leaveGuide()
        case (.writing, .erase): relax.run?.erase()
        case (.writing, .save), (.writing, .leave): return endWriting(saves: command == .save, in: context)
        case (.guiding, _): return updateLed(command, in: context)
        default: break
        }
        return []
    }

    private mutating func updateLed(_ command: Command, in context: Context) -> [Effect] {
        switch command {
        case .pause: return togglePause(in: context)
        case .slower: changePace(by: 5, in: context)
        case .faster: changePace(by: -5, in: context)
        case .previousStep, .nextStep:
            relax.run?.skip(back: command == .previousStep, at: context.now)
            return hush + relaxTick(in: context)
        case .bell: relax.rings.toggle()
        case .voice: return toggleVoice(in: context)
        case .seconds: relax.hidesSeconds.toggle()
        case .dim: relax.isDim.toggle()
        case .edit where relax.run?.programme.cautions.contains(.writingNightmares) == true:
            relax.run?.pause(at: context.now)
            relax.run?.stage = .writing("")
            return hush
        case .endGuide: return endGuide(in: context)
        default: break
        }
        return []
    }

    /// The programme's first phase begins: also the rest of one that ends at bedtime, where that is near.
    mutating func beginGuide(in context: Context) -> [Effect] {
        guard var run = relax.run else { return [] }
        run.startedOn = wall(in: context)
        run.begin(in: context, from: offset(of: run, in: context))
        relax.run = run
        return relaxTick(in: context)
    }

    private func offset(of run: GuideRun, in context: Context) -> Int {
        guard run.programme.manner.endsAtBedtime, let bed = practiceDay(in: context).bedtime else { return 0 }
        let left = Int(bed.milliseconds - context.wall.instant.milliseconds)
        let total = run.timeline.totalMilliseconds
        return left > 0 && left < total ? total - left : 0
    }

    private mutating func togglePause(in context: Context) -> [Effect] {
        guard relax.run?.isPaused == true else {
            relax.run?.pause(at: context.now)
            return hush
        }
        relax.run?.goOn(in: context)
        guard relax.speaks, let cue = relax.run?.currentCue(at: context.now) else { return [] }
        return [.speak(cue)]
    }

    private mutating func toggleVoice(in context: Context) -> [Effect] {
        guard settings.voice != nil else {
            if !relax.toldOfSilence {
                say("There is nothing here to speak with (spd-say, espeak-ng or say).", .problem, in: context)
            }
            relax.toldOfSilence = true
            return []
        }
        relax.speaks.toggle()
        guard relax.speaks else { return [.hush] }
        guard relax.run?.isPaused == false, let cue = relax.run?.currentCue(at: context.now) else {
            return []
        }
        return [.speak(cue)]
    }

    private var hush: [Effect] { relax.speaks ? [.hush] : [] }

    /// The program stops until it is called back; a guide waits for the person.
    mutating func setAside(in context: Context) -> [Effect] {
        relax.run?.pause(at: context.now)
        return hush + [.suspend]
    }

    /// Time has gone on: words and bells that are due, a gap, and the end.
    mutating func relaxTick(in context: Context) -> [Effect] {
        guard var run = relax.run, run.stage == .guiding, !run.isPaused else { return [] }
        if run.pauseAfterGap(in: context) {
            relax.run = run
            return hush
        }
        if run.isOver(at: context.now) {
            finish(&run, in: context)
            relax.run = run
            let bell: [Effect] = relax.rings ? [.ring] : []
            return bell + (relax.speaks ? [.speak("That is all.")] : []) + leaveQuietly(in: context)
        }
        var effects: [Effect] = []
        let cue = run.takeCue(at: context.now, lead: relax.speaks ? settings.voice?.leadMilliseconds ?? 0 : 0)
        if relax.speaks, let cue { effects.append(.speak(cue)) }
        if run.takeBell(at: context.now), relax.rings { effects.append(.ring) }
        relax.run = run
        return effects
    }

    /// When the picture of a guide next differs, or something of it is due; nil while none runs.
    func nextGuideChange(in context: Context) -> Moment? {
        guard screen == .relax, let run = relax.run else { return nil }
        let layout = guideLayout(of: run, in: guideArea(in: context.size), context.tier)
        return run.nextChange(
            after: context.now, layout: settings.motion == .full ? layout : nil,
            showsSeconds: showsSeconds(of: run), lead: relax.speaks ? settings.voice?.leadMilliseconds : nil)
    }

    /// Without motion the words of a phase stand still, and so do the figures.
    func showsSeconds(of run: GuideRun) -> Bool {
        settings.motion != .none && !relax.hidesSeconds && !run.programme.manner.hidesTime
    }
}

// MARK: The end

extension DashboardModel {
    private mutating func endGuide(in context: Context) -> [Effect] {
        guard var run = relax.run else { return [] }
        finish(&run, in: context)
        relax.run = run
        guard run.ledSeconds * 1000 >= Self.worthKeeping else {
            let effects = hush
            leaveGuide()
            return effects
        }
        return hush + leaveQuietly(in: context)
    }

    private func finish(_ run: inout GuideRun, in context: Context) {
        run.doneMilliseconds = min(run.elapsed(at: context.now), run.timeline.totalMilliseconds)
        run.stage = .tensionAfter
    }

    /// Where nothing was asked before, nothing is asked after: in the night it is kept, and that is all.
    private mutating func leaveQuietly(in context: Context) -> [Effect] {
        guard let run = relax.run, run.tensionBefore == nil,
            relax.isDim || run.programme.manner.hidesTime
        else { return [] }
        let kept = keep(run)
        leaveGuide()
        return kept
    }

    private mutating func rateAfter(_ tension: Int, in context: Context) -> [Effect] {
        guard var run = relax.run else { return [] }
        run.tensionAfter = tension
        let kept = keep(run)
        guard let before = run.tensionBefore, tension - before >= Practice.muchWorse else {
            leaveGuide()
            return kept
        }
        run.stage = .worse
        relax.run = run
        relax.isDim = false
        return kept
    }

    /// The program ends in the middle of a guide: what was done is kept, and what was typed.
    mutating func finishGuide(in context: Context) -> [Effect] {
        guard var run = relax.run else { return [] }
        var effects = hush
        if case .writing(let text) = run.stage { effects += keepDream(text) }
        switch run.stage {
        case .guiding, .writing: finish(&run, in: context)
        case .tensionAfter: break
        case .tensionBefore, .worse: return effects
        }
        guard run.ledSeconds * 1000 >= Self.worthKeeping else { return effects }
        return effects + keep(run)
    }

    /// Only the breath has a pace; muscle groups and words keep their own.
    private mutating func changePace(by percent: Int, in context: Context) {
        guard let run = relax.run, case .breathing = run.programme.body else { return }
        relax.run?.setPace(run.pacePercent + percent, at: context.now)
    }

    private mutating func keep(_ run: GuideRun) -> [Effect] {
        guard let person, canWrite else { return [] }
        let practice = Practice(
            programme: run.programme.name, start: run.startedOn, plannedSeconds: run.plannedSeconds,
            seconds: run.ledSeconds, completed: run.isWhole,
            tensionBefore: run.tensionBefore, tensionAfter: run.tensionAfter)
        let draft = RecordDraft(.practice(practice))
        return [write(draft, of: person.history.id, as: run.programme.title).0]
    }
}

// MARK: The new dream

extension GuideRun {
    mutating func type(_ text: String) {
        guard case .writing(let so) = stage else { return }
        stage = .writing(so + text)
    }

    mutating func erase() {
        guard case .writing(let so) = stage else { return }
        stage = .writing(String(so.dropLast()))
    }
}

extension DashboardModel {
    /// What a note of a new dream is about.
    private static let dream = "dream-rescripting"

    private mutating func endWriting(saves: Bool, in context: Context) -> [Effect] {
        guard case .writing(let text) = relax.run?.stage else { return [] }
        relax.run?.stage = .guiding
        relax.run?.goOn(in: context)
        return saves ? keepDream(text) : []
    }

    /// For the person's own eyes: it goes into no report, no export and to no clinic.
    private mutating func keepDream(_ text: String) -> [Effect] {
        guard let person, canWrite, text.contains(where: { !$0.isWhitespace }) else { return [] }
        relax.dream = text
        let note = Note(text: text, about: Self.dream, to: "self")
        return [write(RecordDraft(.note(note)), of: person.history.id, as: "your new dream").0]
    }

    /// The new dream that was written last, where the person's own screens are shown.
    var newDream: String? {
        guard let person, !showsWhose else { return nil }
        return relax.dream
            ?? person.history.notes.last { $0.value.to == "self" && $0.value.about == Self.dream }?.value.text
    }
}
