// Something that the clinic has to do for a person by a time.

package struct Duty: Equatable, Sendable {
    /// Sending the monitoring form after a session with esketamine, due within seven days (REMS).
    package static let monitoringForm = "monitoringForm"

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
