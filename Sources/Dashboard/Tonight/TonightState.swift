// Where the keys are on Tonight, and what they do: ticking the plan, saying how far away one still is.

import CareDomain
import CellCanvas

struct TonightState: Equatable {
    /// Of `Tonight.items`; nil stands for the first thing that waits, else the first that can be ticked.
    var selected: Int?
    /// How floaty or far away, 0...10, and 11 for gone, while the arrows choose; nil before they have.
    var detached: Int?

    static let gone = 11
}

/// A line of Tonight that the keys can act on.
enum TonightItem: Equatable {
    case plan(Tonight.PlanLine)
    case waiting(Tonight.Waiting)
    /// How far away one still is after a session.
    case detached
}

extension Tonight {
    var items: [TonightItem] {
        let ticks = planLines.filter { $0.tick != nil }.map(TonightItem.plan)
        let rest = waiting.map(TonightItem.waiting)
        return (sessionToday == nil ? [] : [.detached]) + ticks + rest
    }

    /// The one that the keys act on.
    func chosen(_ state: TonightState) -> Int? {
        let items = items
        if let selected = state.selected, !items.isEmpty { return min(selected, items.count - 1) }
        if sessionToday != nil { return items.isEmpty ? nil : 0 }
        let waits = items.firstIndex { if case .waiting = $0 { true } else { false } }
        // In the evening the line whose time has come last.
        let next = items.lastIndex { item in
            if case .plan(let line) = item { isQuiet && line.isPast && line.mark == .open } else { false }
        }
        return waits ?? next ?? (items.isEmpty ? nil : 0)
    }
}

extension DashboardModel {
    mutating func updateTonight(_ command: Command, in context: Context) -> [Effect] {
        guard let person else { return [] }
        let now = tonightNow(person, context)
        let items = now.items
        guard let place = now.chosen(tonight), items.indices.contains(place) else { return [] }
        switch (command, items[place]) {
        case (.move(.down), _): tonight.selected = min(place + 1, items.count - 1)
        case (.move(.up), _): tonight.selected = max(0, place - 1)
        case (.move(.left), .detached): nudge(by: -1, from: now)
        case (.move(.right), .detached): nudge(by: 1, from: now)
        case (.open, .detached): return keepDetached(now, person, in: context)
        case (.open, .waiting(let waiting)): return act(on: waiting, in: context)
        case (.open, .plan(let line)), (.tick(true), .plan(let line)):
            tonight.selected = place
            return tick(line, true, person, in: context)
        case (.tick(false), .plan(let line)):
            tonight.selected = place
            return tick(line, false, person, in: context)
        default: break
        }
        return []
    }

    private mutating func act(on waiting: Tonight.Waiting, in context: Context) -> [Effect] {
        switch waiting.leadsTo {
        case .night: openForm(in: context)
        case .form(let kind): openEntry(kind, in: context)
        case .screen(let screen): self.screen = screen
        case .nothing: break
        }
        return []
    }

    // MARK: After a session

    private mutating func nudge(by step: Int, from now: Tonight) {
        let last = tonight.detached ?? now.detachedToday ?? 0
        tonight.detached = min(TonightState.gone, max(0, last + step))
    }

    private mutating func keepDetached(
        _ now: Tonight, _ person: StoreSnapshot.Person, in context: Context
    ) -> [Effect] {
        guard canWrite(in: context) else { return [] }
        guard let value = tonight.detached else {
            say("The arrows choose from 0 to 10, or gone.", in: context)
            return []
        }
        tonight.detached = nil
        let wall = OffsetInstant(context.wall.instant, in: person.zone)
        var symptoms = Symptoms(day: wall.civil.date)
        if value == TonightState.gone { symptoms.effectsGoneAt = wall } else { symptoms.detached = value }
        let what = value == TonightState.gone ? "the effects are gone" : "far away \(value) of 10"
        return [write(RecordDraft(.symptoms(symptoms)), of: person.history.id, as: what).0]
    }

    // MARK: Ticks

    /// A tick is an item of the evening's habits: one record a day, corrected as it fills.
    private mutating func tick(
        _ line: Tonight.PlanLine, _ isDone: Bool, _ person: StoreSnapshot.Person, in context: Context
    ) -> [Effect] {
        guard let tick = line.tick, canWrite(in: context) else { return [] }
        let wall = OffsetInstant(context.wall.instant, in: person.zone)
        let day = tonightNow(person, context).eveningDay
        let known = person.history.habits.last { $0.value.day == day }
        var habits = known?.value ?? Habits(day: day)
        switch tick {
        case .coffee:
            openEntry(.habits, in: context)
            return []
        case .screens where isDone: habits.screensLast = wall
        case .screens: habits.screensLast = nil
        case .windDown: habits.windDown = isDone
        case .worries: habits.worryTime = isDone ? .at(wall) : .no
        }
        guard habits != known?.value, habits != Habits(day: day) else { return [] }
        let draft = RecordDraft(.habits(habits), replaces: known?.id)
        let what = "\(line.what), \(isDone ? "done" : "not tonight")"
        return [write(draft, of: person.history.id, as: what).0]
    }
}
