// What keys do in the form for a night, and how it is sent to the disk.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// - Parameter date: of getting up; nil for the newest date that is open.
    mutating func openForm(on date: CivilDate? = nil, in context: Context) {
        guard let person, canWrite(in: context) else { return }
        notice = nil
        pagesUnderForm = pages.count
        form = LogNightState(
            history: person.history, zone: person.zone, today: person.today(in: context), begun: context.wall)
        if let date, date <= person.today(in: context), form?.logged.contains(date) == false {
            form?.draft[.date] = date.description
        }
        form?.dropProposalsToCome(now: person.clock(in: context))
        if let said = goodNight(of: person.history.id, in: context) {
            form?.proposals[.trySleep] = said.description
        }
    }

    mutating func updateForm(_ command: Command, in context: Context) -> [Effect] {
        guard var form else { return [] }
        switch command {
        case .nextField where form.field == nil: return saveForm(in: context)
        case .nextField: form.next()
        case .previousField: form.previous()
        case .first: form.line = 0
        case .last: form.line = LogNightState.fields.count
        case .erase: form.erase()
        case .eraseField: form.eraseField()
        case .move(.left): form.nudge(by: -1)
        case .move(.right): form.nudge(by: 1)
        case .takeProposals: form.takeProposals()
        case .save: return saveForm(in: context)
        case .leave:
            guard form.hasInput else {
                self.form = nil
                return []
            }
            form.isLeaving = true
        default: break
        }
        self.form = form
        return []
    }

    /// The form stays open until the disk has the night; a refusal leaves everything as it was typed.
    private mutating func saveForm(in context: Context) -> [Effect] {
        guard var form, let person, form.ticket == nil else { return [] }
        form.showsAll = true
        defer { self.form = form }
        switch form.parse(now: context.wall.instant) {
        case .failure(let problems):
            if let first = problems.list.first, let line = LogNightState.fields.firstIndex(of: first.field) {
                form.line = line
            }
            return []
        case .success(let night):
            guard form.replaces != nil || !form.logged.contains(night.date) else {
                form.line = 0
                say(
                    "The night to \(night.date.words) is logged already.", .problem,
                    in: context)
                return []
            }
            let (effect, ticket) = write(
                RecordDraft(.night(night), replaces: form.replaces), of: person.history.id,
                as: "the night of \(night.date.nightWords)")
            form.ticket = ticket
            return [effect]
        }
    }
}
