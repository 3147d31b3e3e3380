// The loop: wait for something, read the clocks once, change the model, draw once, and do what was asked.

import CareDomain
import CellCanvas
import Dashboard

/// Runs a dashboard on a terminal until the person or the system ends it. One thread, no tasks, one place
/// that waits.
package struct DashboardLoop<Wall: Clock, Records: Ledger> {
    private var model: DashboardModel
    private let clock: Wall
    private var ledger: Records
    private let saveReport: ReportSaving
    /// Nil where nobody can choose a theme.
    private let wardrobe: (any Wardrobe)?
    private var commands: any CommandRunner
    private let lock: any ScreenLock
    /// Why what is being typed was not kept the last time; nil where it was.
    package private(set) var draftRefusal: AppendRefusal?
    /// What the screen shows, for what a click on it means.
    private var shown: Canvas?
    private var voice: any Voice
    private var nextLook: Moment
    private var nextShowing: Moment
    private var isOver: EndReason??

    /// - Parameter saveReport: puts reports into files.
    package init(
        model: DashboardModel, clock: Wall, ledger: Records, saveReport: @escaping ReportSaving = noReports,
        wardrobe: (any Wardrobe)? = nil, voice: any Voice = NoVoice(),
        commands: any CommandRunner = NoCommands(), lock: any ScreenLock = NoLock()
    ) {
        self.lock = lock
        self.saveReport = saveReport
        self.wardrobe = wardrobe
        self.model = model
        self.commands = commands
        self.clock = clock
        self.ledger = ledger
        self.voice = voice
        nextLook = clock.now() + ledger.lookEvery
        nextShowing = clock.now()
    }

    /// - Returns: what ended it from outside; nil where the person did.
    package mutating func run<Screen: Terminal & ~Copyable>(on terminal: inout Screen) -> EndReason? {
        terminal.watchMouse(model.usesMouse)
        readOn(for: Self.firstReading)
        feed(.loaded(ledger.load(now: clock.wall())), on: &terminal)
        feed(.draftsFound(ledger.takeOverDrafts()), on: &terminal)
        while true {
            if case .some(let reason) = isOver {
                voice.stop()
                return reason
            }
            voice.tidy()
            let picture = model.draw(in: context(terminal))
            terminal.present(picture)
            shown = picture
            var deadline = min(nextLook, model.nextChange(in: context(terminal)) ?? nextLook)
            if voice.isSpeaking { deadline = min(deadline, clock.now() + Self.voiceLook) }
            if ledger.isReading { deadline = clock.now() }
            let events = terminal.wait(until: deadline, watching: ledger.descriptors)
            for event in events { take(event, on: &terminal) }
            lookAtStore(hinted: events.contains(.ready), on: &terminal)
            if ledger.isReading, events.isEmpty { showMore(on: &terminal) }
            feed(.tick, on: &terminal)
        }
    }

    /// How soon a speech program that has ended is taken leave of.
    private static var voiceLook: Duration { .milliseconds(500) }

    /// How long the first picture may wait for people to be on it.
    private static var firstReading: Duration { .milliseconds(30) }
    /// How long a key may wait for a person to be read.
    private static var reading: Duration { .milliseconds(6) }
    /// How often what was read meanwhile comes to the screen.
    private static var showing: Duration { .milliseconds(250) }

    private mutating func readOn(for time: Duration) {
        let (clock, end) = (clock, clock.now() + time)
        ledger.readOn(now: clock.wall()) { clock.now() < end }
    }

    /// Reads on between keys, and shows it now and then.
    private mutating func showMore<Screen: Terminal & ~Copyable>(on terminal: inout Screen) {
        readOn(for: Self.reading)
        guard !ledger.isReading || clock.now() >= nextShowing else { return }
        nextShowing = clock.now() + Self.showing
        feed(.loaded(ledger.load(now: clock.wall())), on: &terminal)
    }

    private func context<Screen: Terminal & ~Copyable>(_ terminal: borrowing Screen) -> Context {
        Context(
            size: terminal.size, now: clock.now(), wall: clock.wall(), tier: terminal.tier,
            asleep: clock.asleep())
    }

    private mutating func take<Screen: Terminal & ~Copyable>(
        _ event: TerminalEvent, on terminal: inout Screen
    ) {
        guard isOver == nil else { return }
        switch event {
        case .key(let key): feed(.key(key), on: &terminal)
        case .mouse(let column, let row, let action):
            let touch = shown?.touch(at: Position(column: column, row: row))
            feed(.mouse(action, touch), on: &terminal)
            // What the next click means is what will then be on the screen.
            if action == .press { shown = model.draw(in: context(terminal)) }
        case .pasted(let text): feed(.pasted(text), on: &terminal)
        case .resized: feed(.resized, on: &terminal)
        case .resumed: feed(.resumed, on: &terminal)
        case .ready: break
        case .ended(let reason):
            feed(.hungUp, on: &terminal)
            isOver = .some(reason)
        }
    }

    private mutating func feed<Screen: Terminal & ~Copyable>(_ event: Event, on terminal: inout Screen) {
        var events = [event]
        while let next = events.first {
            events.removeFirst()
            for effect in model.update(next, in: context(terminal)) {
                perform(effect, on: &terminal).map { events.append($0) }
            }
        }
    }

    private mutating func perform<Screen: Terminal & ~Copyable>(_ effect: Effect, on terminal: inout Screen)
        -> Event?
    {
        switch effect {
        case .append(let draft, let person, let ticket):
            let result = ledger.append(draft, to: person, now: clock.wall())
            // The chart changes when the disk holds the record.
            if case .success = result { reload(on: &terminal) }
            return .appended(ticket: ticket, result)
        case .recordAccess(let notes):
            return ledger.record(notes, now: clock.wall()).map { .accessNotRecorded($0) }
        case .run(let arguments, let person, let ticket):
            let output = commands.run(arguments, for: person, now: clock.wall())
            _ = ledger.hasChanged(isLook: true, now: clock.wall())
            readOn(for: Self.firstReading)
            reload(on: &terminal)
            return .ran(ticket: ticket, output)
        case .listCommands: return .commandsListed(commands.words())
        case .watchMouse(let isOn): terminal.watchMouse(isOn)
        case .keepDraft(let draft):
            draftRefusal = ledger.keep(draft)
            return draftRefusal.map { .draftNotKept($0) }
        case .dropDraft(let person): ledger.dropDraft(of: person)
        case .setDraftAside(let person): ledger.setDraftAside(of: person)
        case .saveReport(let report, let form): return .reportSaved(saveReport(report, form))
        case .read(let person):
            ledger.attend(to: person)
            return .loaded(ledger.load(now: clock.wall()))
        case .reload:
            ledger.forgetAll()
            readOn(for: Self.firstReading)
            return .loaded(ledger.load(now: clock.wall()))
        case .redraw: terminal.invalidate()
        case .ring: terminal.ring()
        case .speak(let text): voice.say(text)
        case .hush: voice.stop()
        case .suspend: terminal.suspend()
        case .lock(let how):
            if how == .system, terminal.lend(to: lock.opens) { return .unlocked }
            isOver = .some(.idle)
        case .quit: isOver = .some(nil)
        case .keepColumns(let names):
            return wardrobe?.keepColumns(names).map { .columnsRefused($0.sentence) }
        case .findThemes: return .themesFound(wardrobe?.choices() ?? [])
        case .useTheme(let name): return use(name, on: &terminal)
        case .keepTheme(let name):
            return wardrobe?.keep(name).map { .themeRefused($0.sentence) } ?? .themeKept(name)
        }
        return nil
    }

    private func use<Screen: Terminal & ~Copyable>(_ name: String, on terminal: inout Screen) -> Event? {
        switch wardrobe?.theme(named: name) {
        case .success(let theme): terminal.use(theme)
        case .failure(let refusal): return .themeRefused(refusal.sentence)
        case nil: break
        }
        return nil
    }

    private mutating func reload<Screen: Terminal & ~Copyable>(on terminal: inout Screen) {
        for effect in model.update(.loaded(ledger.load(now: clock.wall())), in: context(terminal)) {
            _ = perform(effect, on: &terminal)
        }
    }

    private mutating func lookAtStore<Screen: Terminal & ~Copyable>(hinted: Bool, on terminal: inout Screen) {
        let isDue = clock.now() >= nextLook
        guard hinted || isDue else { return }
        if isDue { nextLook = clock.now() + ledger.lookEvery }
        guard ledger.hasChanged(isLook: isDue && !hinted, now: clock.wall()) else { return }
        readOn(for: Self.reading)
        feed(.loaded(ledger.load(now: clock.wall())), on: &terminal)
    }
}
