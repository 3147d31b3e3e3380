// What an event changes: store and time first, whatever lies over the screen, then keys by what they mean
// here.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// The new state is in the model; what has to happen outside it is returned.
    package mutating func update(_ event: Event, in context: Context) -> [Effect] {
        // Who comes back to a machine that has slept meets the lock first.
        let event = isByHand(event) && isLockDue(in: context) ? .tick : event
        if takesCoverAway(event, in: context) { return [] }
        let effects = withoutWrites(react(to: event, in: context), in: context) + idleEffects(in: context)
        endAttendance()
        refreshOwnFlags(isNew: false, in: context)
        let mayEnd =
            event == .hungUp || effects.contains(.suspend) || effects.contains(.quit) || cover.isLocking
        let isRefused = if case .appended(_, .failure) = event { true } else { false }
        let drafts = draftEffects(atOnce: mayEnd || isRefused, in: context)
        return drafts + accessEffects(of: event, effects, in: context) + effects
    }

    private mutating func react(to event: Event, in context: Context) -> [Effect] {
        if let notice, notice.until <= context.now { self.notice = nil }
        if isLoaded, cohort.date != context.wall.civil.date { refreshDay(in: context) }
        switch event {
        case .loaded(let snapshot):
            return take(snapshot, in: context)
        case .draftsFound(let found):
            let effects = takeOver(found, in: context)
            openByTheHour(in: context)
            return effects
        case .columnsRefused(let sentence):
            say(sentence, .problem, in: context)
            return []
        case .draftNotKept(let refusal):
            say("What you type cannot be kept aside: \(refusal.sentence)", .problem, in: context)
            return []
        case .themesFound, .themeRefused, .themeKept:
            reactToThemes(event, in: context)
            return []
        case .appended(let ticket, let result):
            return appended(ticket, result, in: context)
        case .reportSaved(let result):
            sayReportSaved(result, in: context)
            return []
        case .tick:
            return relaxTick(in: context)
        case .resized, .accessNotRecorded:
            return []
        case .unlocked:
            cover = IdleCover(context)
            return []
        case .resumed:
            relax.run?.pauseWhereSeen()
            return relax.speaks ? [.hush] : []
        case .hungUp:
            return finishGuide(in: context)
        case .pasted(let text):
            return type(text, in: context)
        case .commandsListed(let words):
            commandWords = words
            completeCommand()
            return []
        case .ran(_, let output):
            ran(output, in: context)
            return []
        case .mouse(let action, let touch): return use(action, touch, in: context)
        case .key(let key):
            return press(key, in: context)
        }
    }

    private mutating func take(_ snapshot: StoreSnapshot, in context: Context) -> [Effect] {
        self.snapshot = snapshot
        let isFirst = !isLoaded
        isLoaded = true
        if let opened, !snapshot.people.contains(where: { $0.history.id == opened }) { self.opened = nil }
        refreshCohort(in: context)
        refreshMask()
        refreshPages(in: context)
        if isFirst, let problem = settings.problems.first { say(problem, .problem, in: context) }
        if let news = snapshot.news.first { say(news, .problem, in: context) }
        if isFirst, let warning = settings.warning { say(warning, .problem, in: context) }
        refreshOwnFlags(isNew: true, in: context)
        guard isFirst, let programme = settings.programme else { return [] }
        guard programme.isEmpty else { return updateRelaxList(.open, in: context) }
        proposeProgramme(in: context)
        return []
    }

    /// Text goes to the line or the form that the keys go to.
    private mutating func type(_ text: String, in context: Context) -> [Effect] {
        switch mode(in: context.size) {
        case .commandLine: typeCommand(text)
        case .search: typeSearch(text, in: context)
        default:
            typeQuestion(text)
            guard topPage == nil else { return [] }
            form?.type(text)
            entryForm?.type(text)
            relax.run?.type(text)
            return type(text, intoCheckInIn: context)
        }
        return []
    }

    mutating func press(_ key: Key, in context: Context) -> [Effect] {
        let mode = mode(in: context.size)
        let command = keymap.command(for: key, in: mode)
        if mode == .leaveForm, command != .someone, command != .blank {
            leaveForm(command == .leave)
            return []
        }
        if let command { return run(command, mode, in: context) }
        if mode.takesText, case .character(let character) = key {
            return type(String(character), in: context)
        }
        return []
    }

    mutating func run(_ command: Command, _ mode: Mode, in context: Context) -> [Effect] {
        switch command {
        case .quitAtOnce: return finishGuide(in: context) + [.quit]
        case .quit: return quit()
        case .suspend: return setAside(in: context)
        case .reload: return [.redraw, .reload]
        case .help:
            open(.help(0))
            return []
        case .figures:
            open(.figures(0))
            return []
        case .someone:
            openSomeone(isAnswered: false, in: context)
            return []
        case .hideNames:
            toggleNames()
            return []
        case .blank:
            cover.isOn = true
            return relax.speaks ? [.hush] : []
        case .writing,
            .windDown where settings.opensReadOnly:
            toggleWriting(in: context)
            return []
        case .themes: return [.findThemes]
        case .commandLine:
            openCommandLine()
            return []
        case .search:
            openSearch(mode, in: context)
            return []
        case .nextMatch where mode != .search, .previousMatch where mode != .search:
            if search(in: mode) != nil { findNext(command == .nextMatch ? 1 : -1, in: context) }
            return []
        case .clearSearch,
            .back where hasSearch(in: mode):
            clearSearch()
            return []
        case .mouse: return toggleMouse(in: context)
        case .undo: return undo(in: context)
        case .redo: return redo(in: context)
        case .drawAnyway:
            drawsAnyway = true
            return []
        default: break
        }
        return act(command, mode, in: context)
    }

    /// What a command means where the keys are.
    private mutating func act(_ command: Command, _ mode: Mode, in context: Context) -> [Effect] {
        if let page = topPage, mode == page.mode { return updatePage(page, command, in: context) }
        switch mode {
        case .cohort, .cohortToday, .cohortStrips, .cohortOutcomes, .cohortDiaries, .cohortNights:
            return updateCohort(command, in: context)
        case .commandLine: return updateCommandLine(command, in: context)
        case .search: return updateSearch(command, in: context)
        case .form, .formFigure, .nightFigure:
            return form == nil ? updateEntry(command, in: context) : updateForm(command, in: context)
        case .checkInForm: return updateCheckInForm(command, in: context)
        case .draftOffer: return updateOffer(command, in: context)
        case .relaxHealth, .relaxBarrier: return updateGate(command, in: context)
        case .relaxGuide, .relaxSteps, .relaxRating, .relaxWriting, .relaxWorse:
            return updateGuide(command, in: context)
        case .tonight, .calendar, .sleep, .sessionNights, .relaxList, .checkIns, .guide, .guidePage:
            return updateScreen(command, mode, in: context)
        case .help, .figures, .output, .mine, .night, .day, .themes, .columns, .someone: break
        case .checkInResult, .handOver, .flags: break
        case .visit, .visitQuestion, .visitForm, .empty, .tooSmall, .leaveForm: break
        }
        return []
    }

    /// From the top screen out of the program, from a person's screens back to the cohort.
    private mutating func quit() -> [Effect] {
        if shownPerson != nil, snapshot.hasSeveral {
            opened = nil
            screen = .tonight
            return []
        }
        return [.quit]
    }

    private mutating func updateScreen(_ command: Command, _ mode: Mode, in context: Context) -> [Effect] {
        let before = screen
        switch command {
        case .show(.relax) where isSessionEvening(in: context):
            return startProgramme(named: "grounding", dim: false, in: context)
        case .show(let other): screen = other
        case .windDown: return startProgramme(named: "wind-down", dim: true, in: context)
        case .nextScreen:
            screen = PersonScreen(rawValue: (screen.rawValue + 1) % PersonScreen.allCases.count) ?? .tonight
        case .previousScreen:
            let count = PersonScreen.allCases.count
            screen = PersonScreen(rawValue: (screen.rawValue + count - 1) % count) ?? .tonight
        case .back where mode == .guidePage: guide.isReading = false
        case .back where screen != .tonight: screen = .tonight
        case .back where snapshot.hasSeveral: opened = nil
        case .logNight where mode == .calendar: updateCalendar(command, in: context)
        case .logNight: openForm(in: context)
        case .log(let kind):
            let day = mode == .calendar ? calendar.chosen : nil
            openEntry(kind, on: day.flatMap { isToCome($0, in: context) ? nil : $0 }, in: context)
        case .add: open(.mine(MineState(isClinic: showsWhose)))
        case .flags: return openFlags(in: context)
        case .visit: openVisit(in: context)
        case .goodNight: sayGoodNight(in: context)
        case .cannotSleep: open(.night(NightPageState()))
        default:
            switch mode {
            case .tonight: return updateTonight(command, in: context)
            case .calendar: updateCalendar(command, in: context)
            case .sleep, .sessionNights: updateSleep(command, in: context)
            case .relaxList: return updateRelaxList(command, in: context)
            case .checkIns: updateCheckIns(command, in: context)
            case .guide, .guidePage: updateGuidePages(command, in: context)
            default: break
            }
        }
        if screen == .relax, before != .relax { proposeProgramme(in: context) }
        return []
    }

    private func isToCome(_ day: CivilDate, in context: Context) -> Bool {
        person.map { day > $0.today(in: context) } ?? false
    }

    mutating func appended(
        _ ticket: Int, _ result: Result<RecordID, AppendRefusal>, in context: Context
    ) -> [Effect] {
        switch result {
        case .success(let id):
            if let form, form.ticket == ticket {
                goodNights[form.person] = nil
                self.form = nil
            }
            let next = entryWritten(ticket, in: context)
            questionWritten(ticket, isKept: true, in: context)
            let pending = history.pending[ticket]
            if pending?.isQuiet != true { sayWritten(pending, in: context) }
            flagWritten(ticket, in: context)
            history.written(id, ticket: ticket)
            checkInWritten(ticket, id)
            callWritten(ticket, isWritten: true)
            return next + whatGoesWith(id, pending, ticket, in: context)
        case .failure(let refusal):
            form?.ticket = nil
            entryForm?.ticket = nil
            questionWritten(ticket, isKept: false, in: context)
            checkInWritten(ticket, nil)
            callWritten(ticket, isWritten: false)
            history.pending[ticket] = nil
            afterwards[ticket] = nil
            say(refusal.sentence, .problem, in: context)
        }
        return []
    }
}
