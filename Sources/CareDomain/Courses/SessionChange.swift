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

// MARK: While it runs

extension Session {
    /// What was read goes to the reading of the same minute where it says nothing else than that one, and
    /// stands beside it where it does: nothing that was noted is lost.
    package mutating func add(_ reading: Observation) {
        if let place = observations.firstIndex(where: { $0.agrees(with: reading) }) {
            observations[place].fill(from: reading)
        } else {
            observations.append(reading)
        }
        observations.sort { $0.minute < $1.minute }
    }

    /// With what others noted of the same session as held beside this.
    func joined(with others: [Session]) -> Session {
        guard status == .done else { return self }
        var whole = self
        for other in others where other.status == .done {
            for reading in other.observations { whole.add(reading) }
            whole.events += other.events.filter { !whole.events.contains($0) }
            whole.readyAt = whole.readyAt ?? other.readyAt
            whole.leftAt = whole.leftAt ?? other.leftAt
            whole.escort = whole.escort ?? other.escort
        }
        return whole
    }
}

extension Session.Observation {
    private var values: [Int?] { [systolic, diastolic, pulse, saturation, sedation, dissociation] }

    /// True where nothing was read.
    package var isEmpty: Bool { values.allSatisfy { $0 == nil } }

    fileprivate func agrees(with other: Session.Observation) -> Bool {
        minute == other.minute
            && zip(values, other.values).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }

    fileprivate mutating func fill(from other: Session.Observation) {
        systolic = systolic ?? other.systolic
        diastolic = diastolic ?? other.diastolic
        pulse = pulse ?? other.pulse
        saturation = saturation ?? other.saturation
        sedation = sedation ?? other.sedation
        dissociation = dissociation ?? other.dissociation
    }
}

extension TreatmentSession {
    /// The session as it was noted, if it was held, with something more; nil where it was not held.
    package func noted(_ change: (inout Session) -> Void) -> RecordDraft? {
        guard status == .done, let record else { return nil }
        var session = record.value
        change(&session)
        return RecordDraft(.session(session), replaces: record.id)
    }
}
