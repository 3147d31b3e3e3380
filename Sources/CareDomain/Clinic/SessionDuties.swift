// What a session of the esketamine programme lays on the clinic: two hours of observation, and a form.

/// The numbers are those of the label and of its programme, for outpatients: a person whose setting `care`
/// is `inpatient` is left out.
package enum SessionDuties {
    package static let observationMinutes = 120
    package static let formDays = 7
    /// Hours after which an observation that nobody noted the end of is not asked for any more. Lull's own.
    private static let longest = 12.0

    /// New duties, and those that the session has changed or fulfilled; empty where nothing is to be written.
    /// - Parameters:
    ///   - session: as it stands in the history.
    ///   - now: when it was written down.
    package static func drafts(
        for session: TreatmentSession, in history: PersonHistory, now: Instant
    ) -> [RecordDraft] {
        guard session.status == .done, session.route == .nasal, let key = session.key,
            history.details.settings["care"] != .text("inpatient")
        else { return [] }
        let known = history.duties(of: session)
        return [observation(session, key, known, now), form(session, key, known)].compactMap { $0 }
    }

    private static func observation(
        _ session: TreatmentSession, _ key: String, _ known: [Entry<Duty>], _ now: Instant
    ) -> RecordDraft? {
        let end = session.at.instant.adding(Minutes(observationMinutes))
        let due = DayOrTime.time(OffsetInstant(end, offsetSeconds: session.at.offsetSeconds))
        // Who left sooner leaves it open, for someone to look at.
        let left = session.record?.value.leftAt.flatMap { $0.instant >= end ? DayOrTime.time($0) : nil }
        guard let entry = known.first(where: { $0.value.what == Duty.observation }) else {
            guard left != nil || now.since(session.at.instant).hours < longest else { return nil }
            return RecordDraft(
                .duty(Duty(session: key, what: Duty.observation, due: due, done: left)))
        }
        return corrected(entry, due: due, done: entry.value.done ?? left)
    }

    private static func form(
        _ session: TreatmentSession, _ key: String, _ known: [Entry<Duty>]
    ) -> RecordDraft? {
        let due = DayOrTime.day(session.date.adding(days: formDays))
        guard let entry = known.first(where: { $0.value.what == Duty.monitoringForm }) else {
            return RecordDraft(.duty(Duty(session: key, what: Duty.monitoringForm, due: due)))
        }
        return corrected(entry, due: due, done: entry.value.done)
    }

    /// Nil where it stands so already.
    private static func corrected(
        _ entry: Entry<Duty>, due: DayOrTime, done: DayOrTime?
    ) -> RecordDraft? {
        var duty = entry.value
        duty.due = due
        duty.done = done
        return duty == entry.value ? nil : RecordDraft(.duty(duty), replaces: entry.id)
    }
}
