// Finds the session that a person means, and says how what is noted of it is kept.

import CareDomain

struct SessionLookup {
    private let sessions: [TreatmentSession]
    private let today: CivilDate

    init(_ subject: Subject) { (sessions, today) = (subject.history.sessions, subject.today) }

    /// The session that was held: by its id in the plan, a record's id or its date; without a name the one
    /// that runs, else the last one of today.
    func held(_ name: String?, now: Instant) throws -> TreatmentSession {
        guard let name else {
            let done = sessions.filter { $0.status == .done }
            if let running = done.last(where: { $0.watch([], now: now).isRunning }) { return running }
            if let session = done.last(where: { $0.date == today }) { return session }
            throw Failure(
                .notFound, "no session runs; 'lull session done' notes one, or name one that was held")
        }
        let named = sessions.filter { session in
            [session.planned, session.key, session.record?.id.text, "\(session.date)"].contains(name)
        }
        if let session = named.last(where: { $0.status == .done }) { return session }
        guard let other = named.last else {
            throw Failure(.notFound, "there is no session \(quoted(name)); 'lull sessions' lists them")
        }
        throw Failure.badData(
            "session \(quoted(name)) is \(other.status.words), not held; 'lull session done' notes it first")
    }

    /// The session by its id in the plan, its record's id or its date, where it is still to be held.
    func open(_ name: String) throws -> TreatmentSession {
        if let session = sessions.first(where: { $0.planned == name || $0.record?.id.text == name }) {
            guard session.status == .planned else { throw taken(session, name) }
            return session
        }
        guard let date = CivilDate(name) else {
            throw Failure(.notFound, "there is no session \(quoted(name)); 'lull sessions' lists them")
        }
        let onDate = sessions.filter { $0.date == date }
        let open = onDate.filter { $0.status == .planned }
        if open.count > 1 {
            let ids = open.map { $0.planned ?? $0.record?.id.text ?? "" }.joined(separator: ", ")
            throw Failure.usage("several sessions are planned on \(date); name one of \(ids)")
        }
        if let session = open.first { return session }
        if let session = onDate.first { throw taken(session, name) }
        throw Failure(.notFound, "there is no session on \(date); 'lull sessions' lists them")
    }

    /// The one that is still to be held on a date; nil where there is none, or more than one.
    func open(on date: CivilDate) -> TreatmentSession? {
        let open = sessions.filter { $0.date == date && $0.status == .planned }
        return open.count == 1 ? open.first : nil
    }

    /// A second session on one day is only meant where a time is given for it.
    func refuseWhereHeld(on date: CivilDate) throws {
        if let session = sessions.first(where: { $0.date == date && $0.status == .done }) {
            throw taken(session, session.planned ?? "\(date)", "; for another one give its time with --at")
        }
    }

    private func taken(_ session: TreatmentSession, _ name: String, _ advice: String = "") -> Failure {
        let record = session.record.map { ", in the record \($0.id)" } ?? ""
        return .badData(
            "session \(quoted(name)) is noted as \(session.status.words) already" + record + advice)
    }

    func draft(_ body: Session, about session: TreatmentSession?) -> RecordDraft {
        RecordDraft(.session(body), replaces: session?.replaced)
    }
}
