// What waits for a person beside the night: check-ins that are due, and what is worth telling the clinic.

import CareDomain
import CellCanvas

extension Tonight {
    /// Check-ins that are due now, those begun today among them.
    var dueCheckIns: [Waiting] {
        CheckInSchedule(history, instruments: instruments, now: now, zone: zone).list.filter(\.isDue)
            .map { due in
                var what = "\(due.instrument.title) is due"
                var more = NumberWords.count(due.instrument.items.count, "item")
                if case .begun(let open) = due.state {
                    what = "\(due.instrument.title) is begun"
                    more = NumberWords.count(open, "item") + " open"
                }
                return Waiting(
                    what: what, more: "\(due.instrument.about), \(more)", key: "c",
                    leadsTo: .screen(.checkIns))
            }
    }

    /// What is worth telling the clinic; the whole of it stands on the check-ins.
    var tellings: [Waiting] {
        worthTelling.map {
            Waiting(
                what: "Worth telling your clinic", more: $0, key: "c", leadsTo: .screen(.checkIns), mark: "·")
        }
    }
}

extension DashboardModel {
    func tonightNow(_ person: StoreSnapshot.Person, _ context: Context) -> Tonight {
        var now = Tonight(person, context, settings)
        now.worthTelling = checkIns.ownFlags
        return now
    }

    /// What the questionnaires are that the check-ins show, each with its sources.
    func questionnaireNotes(in context: Context) -> [FigureNote] {
        guard screen == .checkIns, let person else { return [] }
        return dueCheckIns(person, in: context).map { FigureNote(of: $0.instrument) }
    }
}
