// The page of a person's flags: what stands on it, and what keys do there.

import CareDomain
import CellCanvas

struct FlagsState: Equatable {
    let person: PersonID
    /// Open ones first, the most urgent before the others; the closed ones by their closing, newest first.
    var flags: [ReviewFlag]
    /// The id of the chosen flag; nil where there is none.
    var chosen: String?
    /// The first line shown of what is said of the chosen one.
    var offset = 0
    /// Writes of flags that are marked together, and how many they were.
    var waiting: Set<Int> = []
    var marked = 0

    init(person: PersonID, flags: [ReviewFlag], chosen: String? = nil) {
        self.person = person
        self.flags = []
        take(flags)
        self.chosen = flags.contains { $0.id == chosen } ? chosen : self.flags.first?.id
    }

    var place: Int? { flags.firstIndex { $0.id == chosen } }
    var flag: ReviewFlag? { place.map { flags[$0] } }
    var openCount: Int { flags.filter(\.isOpen).count }

    /// The flags as they are now; the chosen one stays chosen.
    mutating func take(_ flags: [ReviewFlag]) {
        let open = flags.filter(\.isOpen).sorted(by: ReviewFlag.comesFirst)
        let closed = flags.filter { !$0.isOpen }.sorted { a, b in
            (a.closedOn ?? a.since, a.id) > (b.closedOn ?? b.since, b.id)
        }
        self.flags = open + closed
        if place == nil { chosen = self.flags.first?.id }
    }

    mutating func choose(_ place: Int) {
        guard !flags.isEmpty else { return }
        let id = flags[min(max(0, place), flags.count - 1)].id
        if id != chosen { offset = 0 }
        chosen = id
    }

    /// What may be marked together: notes and those for the next working day that nobody has seen.
    var togetherSeen: [ReviewFlag] { flags.filter { $0.state == .open && !FlagStep.isAlone($0.level) } }
}

extension DashboardModel {
    /// All of a person's flags as they are now.
    func flags(of person: StoreSnapshot.Person, in context: Context) -> [ReviewFlag] {
        person.history.flags(
            settings.care.rules, instruments: settings.care.instruments, zone: person.zone,
            now: context.wall.instant)
    }

    /// From a person's own screens: a clinic's store has the page, one person's has the words on Check-ins.
    mutating func openFlags(in context: Context) -> [Effect] {
        guard snapshot.hasSeveral || settings.opensReadOnly else {
            say("What is worth telling your clinic stands on the check-ins page.", in: context)
            return []
        }
        openFlagPage(nil, in: context)
        return []
    }

    /// - Parameter chosen: the id of the flag to choose; nil for the most urgent one.
    mutating func openFlagPage(_ chosen: String?, in context: Context) {
        guard let person else { return }
        let flags = flags(of: person, in: context)
        open(.flags(FlagsState(person: person.history.id, flags: flags, chosen: chosen)))
    }

    /// Takes over what another program has added, and what the new day has brought.
    mutating func refreshFlags(in context: Context) {
        for index in pages.indices {
            guard case .flags(var state) = pages[index], let person, person.history.id == state.person else {
                continue
            }
            state.take(flags(of: person, in: context))
            pages[index] = .flags(state)
        }
    }

    mutating func updateFlags(_ old: FlagsState, _ command: Command, in context: Context) -> [Effect] {
        var state = old
        let page = max(1, FlagsLayout(state, in: context.size).rows - 1)
        let place = state.place ?? 0
        switch command {
        case .flags:
            closePage()
            return []
        case .move(.down): state.choose(place + 1)
        case .move(.up): state.choose(place - 1)
        case .first: state.choose(0)
        case .last: state.choose(state.flags.count - 1)
        case .pageDown, .pageUp:
            let last = max(0, flagLines(state, in: context).count - page)
            state.offset = min(last, max(0, state.offset + (command == .pageDown ? page : -page)))
        case .call:
            openCall(about: state.flag?.id, in: context)
            return []
        case .flagSeen: return markSeen(state, in: context)
        case .flagsSeen: return markAllSeen(state, in: context)
        case .flagContacted: return openStep(.flagContacted, state, in: context)
        case .flagClose: return openStep(.flagClose, state, in: context)
        case .assign: return openStep(.flagAssign, state, in: context)
        default: return []
        }
        turn(to: .flags(state))
        return []
    }

    // MARK: Steps

    /// Opens the form for a step about the chosen flag, where it is one.
    private mutating func openStep(
        _ kind: FormKind, _ state: FlagsState, in context: Context
    ) -> [Effect] {
        guard let flag = state.flag else { return [] }
        guard flag.isOpen else {
            say("It is closed. It stays here, and opens again when the rule says so.", in: context)
            return []
        }
        openEntry(kind, about: flag, in: context)
        return []
    }

    /// Nothing needs to be typed for it.
    private mutating func markSeen(_ state: FlagsState, in context: Context) -> [Effect] {
        guard let flag = state.flag, canWrite(in: context), history.pending.isEmpty else { return [] }
        guard flag.state == .open else {
            let who = flag.acknowledgedBy.map { " by \($0)" } ?? ""
            say("It is \(flag.state.rawValue)\(who) already.", in: context)
            return []
        }
        return [write(seenDraft(flag), of: state.person, as: "\(flag.noun) is seen").0]
    }

    private mutating func markAllSeen(_ old: FlagsState, in context: Context) -> [Effect] {
        guard canWrite(in: context), history.pending.isEmpty else { return [] }
        var state = old
        let flags = state.togetherSeen
        guard !flags.isEmpty else {
            say(
                "No note and none for the next working day is open; the others go one at a time.", in: context
            )
            return []
        }
        let writes = flags.map { write(seenDraft($0), of: state.person, as: "\($0.noun) is seen") }
        state.waiting = Set(writes.map(\.ticket))
        state.marked = flags.count
        turn(to: .flags(state))
        return writes.map(\.0)
    }

    private func seenDraft(_ flag: ReviewFlag) -> RecordDraft {
        RecordDraft(
            .acknowledgement(
                Acknowledgement(
                    flag: flag.id, state: .seen, rules: settings.care.rules[flag.rule]?.digest)))
    }

    /// Takes note of the disk's answer to one of several marks, and says them together.
    mutating func flagWritten(_ ticket: Int, in context: Context) {
        for index in pages.indices {
            guard case .flags(var state) = pages[index], state.waiting.remove(ticket) != nil else { continue }
            if state.waiting.isEmpty {
                say("Saved: \(NumberWords.count(state.marked, "flag")) marked as seen.", in: context)
            }
            pages[index] = .flags(state)
        }
    }

    /// Logs a call, about a flag or the most urgent one that is open.
    mutating func openCall(about chosen: String?, in context: Context) {
        guard let person else { return }
        let open = flags(of: person, in: context).filter(\.isOpen)
        let flag = open.first { $0.id == chosen } ?? open.min(by: ReviewFlag.comesFirst)
        openEntry(.call, about: flag, in: context)
    }
}

extension ReviewFlag {
    /// What it is called in a sentence that says what was saved.
    var noun: String { "the flag “\(reason)”" }
}
