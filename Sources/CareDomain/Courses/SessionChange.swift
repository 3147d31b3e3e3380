// What is noted of a session that is put off or not held, alike from a form and from the command line.

extension TreatmentSession {
    /// The session at another time. Outside a plan there is nothing that it was moved from.
    package func moved(to start: OffsetInstant, why: String?) -> Session {
        let earlier = record?.value
        return Session(
            planned: planned, status: planned == nil ? .planned : .moved, start: start,
            route: earlier?.route, dose: earlier?.dose, site: earlier?.site, escort: earlier?.escort,
            note: why)
    }

    /// The session as one that does not take place. Outside a plan it is known by its time alone.
    /// - Parameter status: `missed` or `cancelled`.
    package func notHeld(_ status: Session.Status, why: String?) -> Session {
        Session(
            planned: planned, status: status, start: planned == nil || record != nil ? at : nil, note: why)
    }

    /// The record that a new one about the session takes the place of: outside a plan the one that planned
    /// it; nil where the plan's id tells which session is meant.
    package var replaced: RecordID? { planned == nil ? record?.id : nil }
}
