// Forms and pages about a person of the cohort, whose own screens stay closed meanwhile.

import CareDomain
import CellCanvas

/// What is opened about a person without opening their screens.
enum Attendance: Equatable {
    /// With the id of the flag to choose; nil for the most urgent one.
    case flags(String?)
    case call(String?)
}

extension DashboardModel {
    /// Opens it about the person whom the cohort's page has chosen; of a large store the history is asked for
    /// first.
    mutating func attend(to attendance: Attendance, in context: Context) -> [Effect] {
        guard let member = chosenMember else { return [] }
        attended = member.id
        self.attendance = attendance
        guard person == nil else {
            attend(in: context)
            return []
        }
        return [.read(member.id)]
    }

    /// Opens what waits for a history, once it is there.
    mutating func attend(in context: Context) {
        guard let attendance, person != nil else { return }
        self.attendance = nil
        switch attendance {
        case .flags(let chosen): openFlagPage(chosen, in: context)
        case .call(let chosen): openCall(about: chosen, in: context)
        }
    }

    /// What pages show of the store, after it has changed; and what has waited for a history.
    mutating func refreshPages(in context: Context) {
        refreshVisit(in: context)
        refreshFlags(in: context)
        attend(in: context)
    }

    /// What the new day has brought.
    mutating func refreshDay(in context: Context) {
        refreshCohort(in: context)
        refreshFlags(in: context)
    }

    /// The cohort is itself again when nothing lies over it.
    mutating func endAttendance() {
        guard attended != nil, attendance == nil, !hasForm, pages.isEmpty else { return }
        attended = nil
    }
}
