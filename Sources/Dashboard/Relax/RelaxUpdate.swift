// What keys do in the list of programmes and before one begins.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Begins a programme from anywhere, by its name; where one was is gone back to when it ends.
    /// - Parameter dim: in the night: the screen dark, the words spoken where there is a voice, and nothing
    ///   asked. False leads to it as the list does.
    mutating func startProgramme(named name: String, dim: Bool, in context: Context) -> [Effect] {
        guard let programme = settings.programmes.first(where: { $0.name == name }) else { return [] }
        relax.origin = RelaxState.Origin(screen: screen, pages: pages)
        pages = []
        screen = .relax
        return choose(programme, dim ? .night : .list, in: context)
    }

    /// The programmes as the list has them: under the effect of a session, grounding first.
    func programmeOrder(in context: Context) -> [Int] {
        let all = Array(settings.programmes.indices)
        guard practiceDay(in: context).isUnderEffect,
            let grounding = all.first(where: { settings.programmes[$0].name == "grounding" })
        else { return all }
        return [grounding] + all.filter { $0 != grounding }
    }

    /// What is chosen when the list is gone to: after a session grounding, else what was done last.
    mutating func proposeProgramme(in context: Context) {
        guard !relax.hasMoved, relax.run == nil else { return }
        let order = programmeOrder(in: context)
        let last = person?.history.practices.last?.value.programme
        let lastIndex = order.first { settings.programmes[$0].name == last }
        let isUnderEffect = practiceDay(in: context).isUnderEffect
        relax.selected = (isUnderEffect ? nil : lastIndex) ?? order.first ?? 0
    }

    func practiceDay(in context: Context) -> PracticeDay {
        person.map { $0.history.practiceDay(at: context.wall.instant, in: $0.zone) } ?? PracticeDay()
    }

    private var practicePerson: PracticePerson {
        person.map { PracticePerson($0.history.details) } ?? PracticePerson()
    }

    mutating func updateRelaxList(_ command: Command, in context: Context) -> [Effect] {
        let order = programmeOrder(in: context)
        let place = order.firstIndex(of: relax.selected) ?? 0
        func select(_ place: Int) {
            relax.hasMoved = true
            relax.selected = order.isEmpty ? 0 : order[min(max(0, place), order.count - 1)]
        }
        switch command {
        case .move(.down): select(place + 1)
        case .move(.up): select(place - 1)
        case .pageDown: select(place + 8)
        case .pageUp: select(place - 8)
        case .first: select(0)
        case .last: select(order.count - 1)
        case .edit where person != nil && canWrite:
            relax.gate = .health(HealthQuestions(programme: nil, person: practicePerson))
        case .open:
            guard settings.programmes.indices.contains(relax.selected) else { return [] }
            return choose(settings.programmes[relax.selected], in: context)
        default: break
        }
        return []
    }

    /// How one comes to a programme.
    enum Way: Equatable {
        /// From the list: asked what has to be asked, then how tense one is.
        case list
        /// The same with answers that are not on the disk yet.
        case answered(PracticePerson)
        /// In the night: dark, and nothing asked.
        case night
    }

    /// Leads to a programme, past what has to be asked or said first.
    mutating func choose(
        _ programme: RelaxationProgramme, _ way: Way = .list, in context: Context
    ) -> [Effect] {
        let day = practiceDay(in: context)
        let me = if case .answered(let answers) = way { answers } else { practicePerson }
        let isDark = way == .night || day.isDark
        relax.gate = nil
        if way == .list, !isDark, person != nil, canWrite, me.isAskedBefore(programme) {
            relax.gate = .health(HealthQuestions(programme: programme, person: me))
            return []
        }
        var fit = PracticeFit(programme, for: me, on: day)
        if let barrier = fit.barrier {
            let other = PracticeFit.instead(of: programme, among: settings.programmes, for: me, on: day)
            guard way == .night, let other else {
                relax.gate = .barrier(programme, barrier, instead: other)
                return []
            }
            // Nobody is asked anything in the dark: the other one begins, with the reason over it.
            fit = PracticeFit(other, for: me, on: day).explained(by: barrier.words)
        }
        let manner = fit.programme.manner
        relax.isDim = isDark || manner.startsDim
        relax.hidesSeconds = isDark
        if isDark, settings.voice != nil { relax.speaks = true }
        relax.rings = manner.bellMilliseconds != nil
        relax.run = GuideRun(
            timeline: PracticeTimeline(programme: fit.programme), startedOn: wall(in: context),
            changes: fit.changes)
        return way == .night || manner.hidesTime ? beginGuide(in: context) : []
    }

    mutating func updateGate(_ command: Command, in context: Context) -> [Effect] {
        switch relax.gate {
        case .health(let questions): updateHealth(questions, command, in: context)
        case .barrier(let programme, let barrier, let instead):
            updateBarrier(programme, barrier, instead: instead, command, in: context)
        case nil: []
        }
    }

    private mutating func updateHealth(_ questions: HealthQuestions, _ command: Command, in context: Context)
        -> [Effect]
    {
        var questions = questions
        switch command {
        case .move(.down): questions.move(1)
        case .move(.up): questions.move(-1)
        case .toggle: questions.toggle()
        case .back:
            leaveGuide()
            return []
        case .open:
            relax.gate = nil
            questions.person.wasAsked = true
            let noted = note(questions.person)
            guard let programme = questions.programme else { return noted }
            return noted + choose(programme, .answered(questions.person), in: context)
        default: break
        }
        relax.gate = .health(questions)
        return []
    }

    private mutating func updateBarrier(
        _ programme: RelaxationProgramme, _ barrier: PracticeBarrier, instead: RelaxationProgramme?,
        _ command: Command, in context: Context
    ) -> [Effect] {
        switch (command, barrier) {
        case (.back, _): leaveGuide()
        case (.open, _):
            relax.gate = nil
            if let instead { return choose(instead, in: context) }
        case (.settle, .askFirst(let cautions)):
            var me = practicePerson
            me.settled.formUnion(cautions)
            relax.gate = nil
            return note(me) + choose(programme, .answered(me), in: context)
        default: break
        }
        return []
    }

    /// Keeps what was answered with the person's own details.
    private mutating func note(_ answers: PracticePerson) -> [Effect] {
        guard let person, canWrite else { return [] }
        let details = answers.noted(in: person.history.details)
        guard details != person.history.details else { return [] }
        return [write(RecordDraft(.person(details)), of: person.history.id, as: "your answers").0]
    }

    /// Back to where one was before.
    mutating func leaveGuide() {
        relax.run = nil
        relax.gate = nil
        relax.isDim = false
        relax.speaks = false
        if let origin = relax.origin {
            screen = origin.screen
            pages = origin.pages
            relax.origin = nil
        }
    }

    /// The wall clock with the offset of the person's place.
    func wall(in context: Context) -> OffsetInstant {
        person.map { OffsetInstant(context.wall.instant, in: $0.zone) } ?? context.wall
    }
}
