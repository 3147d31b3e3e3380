// Which questionnaire is chosen, and what keys do on the screen of the check-ins.

import CareDomain
import CellCanvas

struct CheckInsState: Equatable {
    /// By its name; nil stands for the first.
    var selected: String?
    /// What a person reads of their own flags, worked out when the store or the date changes.
    var ownFlags: [String] = []
    /// Of whom and of which day.
    var flagsOf: PersonID?
    var flagsOn: CivilDate?
}

extension DashboardModel {
    /// What fits the person, in the order in which it is shown.
    func dueCheckIns(_ person: StoreSnapshot.Person, in context: Context) -> [DueCheckIn] {
        CheckInSchedule(
            person.history, instruments: settings.care.instruments, now: context.wall.instant,
            zone: person.zone
        ).list
    }

    func chosenCheckIn(_ list: [DueCheckIn]) -> Int {
        list.firstIndex { $0.instrument.name == checkIns.selected } ?? 0
    }

    mutating func updateCheckIns(_ command: Command, in context: Context) {
        guard let person else { return }
        let list = dueCheckIns(person, in: context)
        guard !list.isEmpty else { return }
        let at = chosenCheckIn(list)
        func choose(_ index: Int) {
            checkIns.selected = list[min(list.count - 1, max(0, index))].instrument.name
        }
        switch command {
        case .move(.up): choose(at - 1)
        case .move(.down): choose(at + 1)
        case .pageUp, .first: choose(0)
        case .pageDown, .last: choose(list.count - 1)
        case .open: openCheckIn(list[at], in: context)
        default: break
        }
    }

    /// Opens the form; what was left half-way today goes on.
    mutating func openCheckIn(_ due: DueCheckIn, in context: Context) {
        guard let person, canWrite(in: context) else { return }
        notice = nil
        checkIns.selected = due.instrument.name
        pagesUnderForm = pages.count
        checkInForm = CheckInForm(
            due.instrument, of: person.history.id,
            begun: OffsetInstant(context.wall.instant, in: person.zone),
            half: half(due, of: person.history))
    }

    /// Opens the form with what was typed before the program was killed.
    mutating func restoreCheckIn(
        _ instrument: Instrument, _ draft: FormDraft, of person: StoreSnapshot.Person, in context: Context
    ) {
        let due = dueCheckIns(person, in: context).first { $0.instrument.name == instrument.name }
        var form = CheckInForm(
            instrument, of: person.history.id, begun: draft.begun, half: half(due, of: person.history))
        form.restore(draft)
        checkIns.selected = instrument.name
        pagesUnderForm = pages.count
        checkInForm = form
    }

    /// What was left half-way today, as the store has it.
    private func half(_ due: DueCheckIn?, of history: PersonHistory) -> CheckInForm.Kept? {
        due?.begunID.flatMap { id in
            history.checkIns.first { $0.id == id }.map { CheckInForm.Kept(id: id, checkIn: $0.value) }
        }
    }

    /// Works out what the person reads of their own flags, where it may have changed.
    mutating func refreshOwnFlags(isNew: Bool, in context: Context) {
        guard let person = shownPerson else { return }
        let today = person.today(in: context)
        guard isNew || checkIns.flagsOf != person.history.id || checkIns.flagsOn != today else { return }
        let flags = person.history.flags(
            settings.care.rules, instruments: settings.care.instruments, zone: person.zone,
            now: context.wall.instant)
        checkIns.ownFlags = settings.care.rules.ownFlags(flags).map(\.text)
        checkIns.flagsOf = person.history.id
        checkIns.flagsOn = today
    }
}
