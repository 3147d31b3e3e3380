// Something that the clinic has to do for a person by a time.

package struct Duty: Equatable, Sendable {
    /// Sending the monitoring form after a session with esketamine, due within seven days (REMS).
    package static let monitoringForm = "monitoringForm"
    /// Watching over the person for at least two hours after a dose of esketamine (label).
    package static let observation = "observation"

    /// The id of a session in the plan, or of its record.
    package var session: String?
    package var what: String
    package var due: DayOrTime?
    /// When it was done; nil while it is open.
    package var done: DayOrTime?

    package init(session: String? = nil, what: String, due: DayOrTime? = nil, done: DayOrTime? = nil) {
        self.session = session
        self.what = what
        self.due = due
        self.done = done
    }
}

extension Duty {
    package func isOf(_ session: TreatmentSession) -> Bool {
        self.session != nil
            && [session.key, session.planned, session.record?.id.text].contains(self.session)
    }

    /// What it is called on a screen.
    package var words: String {
        switch what {
        case Self.monitoringForm: "monitoring form"
        case Self.observation: "observation of two hours"
        default: what
        }
    }
}

extension PersonHistory {
    /// What the clinic owes after a session, in the order in which it is due.
    package func duties(of session: TreatmentSession) -> [Entry<Duty>] {
        duties.filter { $0.value.isOf(session) }
    }

    /// What is still to be done, by the day on which it is due; what a session laid on the clinic only while
    /// that session counts as held.
    package var openDuties: [Entry<Duty>] {
        duties.filter { entry in
            guard entry.value.done == nil else { return false }
            guard [Duty.monitoringForm, Duty.observation].contains(entry.value.what),
                let session = sessions.first(where: entry.value.isOf)
            else { return true }
            return session.status == .done
        }
    }
}
