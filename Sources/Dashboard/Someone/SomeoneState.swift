// Someone to call: who can be reached now, which of them is chosen, and what keys do on the page.

import CareDomain
import CellCanvas

struct SomeoneState: Equatable {
    /// True where an answer opened it, false where a key did.
    var isAnswered = false
    /// The place of the one who is chosen among those that can be reached; nil for nobody.
    var chosen: Int?
    /// The first line shown.
    var offset = 0
    /// The write of a call that is under way, and that it was noted.
    var ticket: Int?
    var isNoted = false
}

/// Somebody who can be reached: a person of one's own, the clinic, or a crisis line.
struct Reachable: Equatable {
    var name: String
    /// What they are to the person; nil where that is not written down.
    var role: String?
    var phone: String?
    var hours: String?
    /// Where a crisis line's number stands and when it was last compared; nil for everyone else.
    var source: String?
}

extension SomeoneToCall {
    /// In the order in which they are shown.
    var everyone: [Reachable] {
        contacts.map { Reachable(name: $0.name, role: $0.role, phone: $0.phone, hours: $0.when) }
            + lines.map { line in
                let checked = line.checked.map { "checked \($0)" } ?? "not checked yet"
                return Reachable(
                    name: line.name, phone: line.phone, hours: line.hours?.text,
                    source: "\(line.source), \(checked)")
            }
    }
}

extension DashboardModel {
    /// Of the person whose screens are open; else of the place where the system's clock is.
    func someoneToCall(in context: Context) -> SomeoneToCall {
        guard let person else {
            return SomeoneToCall(
                place: settings.care.crisisPlace(zone: settings.care.systemZone), now: context.wall.civil)
        }
        return SomeoneToCall(
            of: person.history, place: settings.care.crisisPlace(zone: person.zone.name),
            now: person.zone.civil(context.wall.instant))
    }

    /// Over whatever is shown, which stays as it is; a guide waits meanwhile.
    mutating func openSomeone(isAnswered: Bool, in context: Context? = nil) {
        if let context { relax.run?.pause(at: context.now) }
        // It opens once, however often it is asked for.
        guard !pages.contains(where: { $0.mode == .someone }) else { return }
        open(.someone(SomeoneState(isAnswered: isAnswered)))
    }

    mutating func openSomeoneToCall(in context: Context) -> [Effect] {
        openSomeone(isAnswered: false, in: context)
        return []
    }

    mutating func updateSomeone(_ state: SomeoneState, _ command: Command, in context: Context) -> [Effect] {
        var state = state
        let everyone = someoneToCall(in: context).everyone
        let page = someoneRows(in: context)
        switch command {
        case .move(.down): state.choose(+1, of: everyone.count)
        case .move(.up): state.choose(-1, of: everyone.count)
        case .pageDown: state.offset += page
        case .pageUp: state.offset -= page
        case .first: state.offset = 0
        case .last: state.offset = someoneLines(state, in: context).count
        case .noteCall: return noteCall(state, everyone, in: context)
        default: break
        }
        let lines = someoneLines(state, in: context)
        if case .move = command {
            // Whoever is chosen is seen, with the line of the source beneath.
            let row = state.chosen.flatMap { chosen in lines.lastIndex { $0.reachable == chosen } } ?? 0
            if row < state.offset + 2 { state.offset = row - 2 }
            if row >= state.offset + page { state.offset = row - page + 1 }
        }
        state.offset = max(0, min(state.offset, lines.count - page))
        turn(to: .someone(state))
        return []
    }

    /// Writes down that the person called, and whom where somebody is chosen.
    private mutating func noteCall(_ state: SomeoneState, _ everyone: [Reachable], in context: Context)
        -> [Effect]
    {
        guard let person, state.ticket == nil, canWrite(in: context) else { return [] }
        let whom = state.chosen.flatMap { everyone.indices.contains($0) ? everyone[$0] : nil }
        let name = whom.map { [$0.name, $0.role].compactMap { $0 }.joined(separator: ", ") }
        let call = Call(
            start: OffsetInstant(context.wall.instant, in: person.zone),
            note: "called by the person" + (name.map { ": \($0)" } ?? ""))
        let (effect, ticket) = write(
            RecordDraft(.call(call)), of: person.history.id,
            as: "you called" + (whom.map { " \($0.name)" } ?? ""))
        var state = state
        state.ticket = ticket
        turn(to: .someone(state))
        return [effect]
    }

    /// Takes note of the disk's answer to a call.
    mutating func callWritten(_ ticket: Int, isWritten: Bool) {
        for (index, page) in pages.enumerated() {
            guard case .someone(var state) = page, state.ticket == ticket else { continue }
            state.ticket = nil
            state.isNoted = isWritten
            pages[index] = .someone(state)
        }
    }
}

extension SomeoneState {
    /// From nobody to the first, and up from the first to nobody.
    fileprivate mutating func choose(_ step: Int, of count: Int) {
        let next = (chosen ?? -1) + step
        chosen = next < 0 ? nil : min(next, count - 1)
        if count == 0 { chosen = nil }
        isNoted = false
    }
}
