// What keys do in the list of what can be added.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func updateMine(_ state: MineState, _ command: Command, in context: Context) -> [Effect] {
        guard let person else { return [] }
        var state = state
        let entries = mineEntries(state.kind, of: person.history)
        defer { if case .mine = pages.last { turn(to: .mine(state)) } }
        func clamped(_ place: Int, _ count: Int) -> Int { min(max(0, place), max(0, count - 1)) }
        switch command {
        case .move(.down), .move(.up):
            let step = command == .move(.down) ? 1 : -1
            if let entry = state.entry {
                state.entry = clamped(entry + step, entries.count)
            } else {
                state.selected = clamped(state.selected + step, state.kinds.count)
            }
        case .first: state.selected = 0
        case .last: state.selected = state.kinds.count - 1
        case .move(.right) where !entries.isEmpty: state.entry = state.entry ?? 0
        case .move(.left): state.entry = nil
        case .open:
            guard let place = state.entry, entries.indices.contains(place) else {
                guard state.kind != .answer else {
                    say(
                        entries.isEmpty ? "There is no note yet." : "→ chooses the note to answer.",
                        in: context)
                    return []
                }
                openEntry(state.kind, in: context)
                return []
            }
            edit(entries[place], state.kind, in: context)
        case .remove:
            guard let place = state.entry, entries.indices.contains(place) else { return [] }
            state.entry = nil
            return remove(entries[place], state.kind, of: person.history, in: context)
        default: break
        }
        return []
    }

    private mutating func edit(_ entry: MineEntry, _ kind: FormKind, in context: Context) {
        switch entry.what {
        case .record(let id, let texts) where !texts.isEmpty:
            openEntry(kind, correcting: (id, texts.filter { !$0.value.isEmpty }), in: context)
        case .goal(let place): openEntry(kind, goal: place, in: context)
        case .call(let entry):
            guard let person else { return }
            let texts = FormKind.texts(of: entry.value, flags: flags(of: person, in: context))
            openEntry(kind, correcting: (entry.id, texts), in: context)
        case .thread(let note): openEntry(kind, answering: note, in: context)
        case .record: say("This can be taken out with x, and written anew.", .problem, in: context)
        case .kept: sayKept(kind, in: context)
        }
    }

    private mutating func sayKept(_ kind: FormKind, in context: Context) {
        let words =
            kind == .courseAdjust
            ? "A change stays as it is; another one is made anew."
            : "What you wrote for yourself stays as it is, with you."
        say(words, in: context)
    }

    private mutating func takeOut(
        _ id: RecordID, _ entry: MineEntry, of history: PersonHistory
    ) -> [Effect] {
        let draft = RecordDraft(.retraction(of: id, why: "taken out"))
        return [write(draft, of: history.id, as: "\(entry.text) is taken out").0]
    }

    /// Takes an entry out by appending; it can be brought back.
    private mutating func remove(
        _ entry: MineEntry, _ kind: FormKind, of history: PersonHistory, in context: Context
    ) -> [Effect] {
        guard canWrite(in: context) else { return [] }
        switch entry.what {
        case .kept:
            sayKept(kind, in: context)
            return []
        case .thread:
            say("The person's note stays; Enter answers it.", in: context)
            return []
        case .record(let id, _): return takeOut(id, entry, of: history)
        case .call(let call): return takeOut(call.id, entry, of: history)
        case .goal(let place):
            guard var plan = history.plan?.value, plan.goals.indices.contains(place) else { return [] }
            plan.goals.remove(at: place)
            let draft = RecordDraft(.plan(plan), replaces: history.plan?.id)
            return [write(draft, of: history.id, as: "\(entry.text) is taken out").0]
        }
    }
}
