// How the first page of the cohort's facts are found in one person's records.

extension TodayFacts {
    init(_ subject: CohortSubject) {
        let history = subject.history
        let open = subject.flags.filter(\.isOpen)
        phone = Self.phone(of: history)
        raisedAt = Self.raisedAt(open, subject)
        lastActions = open.isEmpty ? [:] : Self.lastActions(Set(open.map(\.id)), subject)
        sessions = history.sessions.filter { $0.isOfToday(subject.today, now: subject.now) }
        beforeDose = sessions.isEmpty ? nil : BeforeDose(subject)
        silence = Silence(subject)
        duties = DueDuty.all(of: subject)
        callNotReached = history.calls.last { $0.value.start.instant <= subject.now }.flatMap { entry in
            guard entry.value.reached != .yes else { return nil }
            return TriedCall(
                start: entry.value.start, reached: entry.value.reached, by: entry.frame.author,
                note: entry.value.note)
        }
    }

    /// The person's own number stands among what they have set; else the first of those whom they can reach.
    private static func phone(of history: PersonHistory) -> Phone? {
        if case .text(let own)? = history.details.settings["phone"], !own.isEmpty {
            return Phone(number: own)
        }
        return history.contacts.lazy.compactMap { entry in
            let contact = entry.value
            return contact.phone.map { Phone(number: $0, name: contact.name, role: contact.role) }
        }.first
    }

    /// When the answer was given, or when the session began, that a flag for now or the same day rests on.
    private static func raisedAt(_ flags: [ReviewFlag], _ subject: CohortSubject) -> [String: Moment] {
        var moments: [String: Moment] = [:]
        for flag in flags where flag.level >= .sameDay {
            if let instrument = ReviewFlag.questionnaires[flag.rule] {
                let from = flag.since
                let entry = subject.history.checkIns.last { entry in
                    entry.value.instrument == instrument && entry.frame.at.instant <= subject.now
                        && entry.frame.eventTime(in: subject.zone).civil.date >= from
                        && flag.rests(on: entry.value)
                }
                if let entry {
                    moments[flag.id] = Moment(kind: .answered, at: entry.frame.eventTime(in: subject.zone))
                }
            } else if case .text(let occasion)? = flag.evidence["session"],
                let session = subject.history.sessions.first(where: { $0.occasion == occasion })
            {
                moments[flag.id] = Moment(kind: .session, at: session.at)
            }
        }
        return moments
    }

    private static func lastActions(_ flags: Set<String>, _ subject: CohortSubject) -> [String: FlagAction] {
        var actions: [String: FlagAction] = [:]
        func add(_ action: FlagAction, to flag: String) {
            guard flags.contains(flag), action.at.instant <= subject.now else { return }
            if let other = actions[flag], other.at.instant > action.at.instant { return }
            actions[flag] = action
        }
        for entry in subject.history.acknowledgements {
            let value = entry.value
            let action = FlagAction(
                kind: .acknowledged(value.state), at: entry.frame.at, by: entry.frame.author,
                note: value.note)
            add(action, to: value.flag)
        }
        for entry in subject.history.calls {
            let action = FlagAction(
                kind: .called(entry.value.reached), at: entry.value.start, by: entry.frame.author,
                note: entry.value.note)
            for flag in entry.value.about { add(action, to: flag) }
        }
        return actions
    }
}

extension ReviewFlag {
    /// The questionnaire whose answer raises a flag of a rule.
    fileprivate static let questionnaires = ["R01": "phq9", "R02": "cssrs", "R15": "epworth"]

    /// Item 9 alone is what R01 is about.
    fileprivate func rests(on checkIn: CheckIn) -> Bool {
        guard rule == "R01" else { return true }
        return checkIn.itemNine.map { $0 > 0 } ?? false
    }
}

extension CheckIn {
    /// The answer to item 9, the thoughts of being better off dead; nil where it was left out.
    fileprivate var itemNine: Int? { answers.indices.contains(8) ? answers[8] : nil }
}

extension TreatmentSession {
    /// Held or planned on a date, or begun up to twelve hours ago with no end noted.
    fileprivate func isOfToday(_ today: CivilDate, now: Instant) -> Bool {
        if date == today { return true }
        let age = now.since(at.instant)
        return status == .done && age >= .zero && age.hours < 12 && record?.value.leftAt == nil
            && record?.value.readyAt == nil
    }
}

extension TodayFacts.BeforeDose {
    init(_ subject: CohortSubject) {
        let (history, today) = (subject.history, subject.today)
        let answered = history.checkIns.last { entry in
            entry.value.instrument == "phq9" && entry.value.itemNine != nil
                && entry.frame.at.instant <= subject.now
        }
        itemNine = answered.flatMap { entry in
            entry.value.itemNine.map {
                ItemNine(answer: $0, date: entry.frame.eventTime(in: subject.zone).civil.date)
            }
        }
        pressure =
            history.sessions.reversed().lazy.filter { $0.at.instant <= subject.now }
            .compactMap { Pressure($0) }.first
        let before = history.doneSessions.last { $0.date < today }?.date ?? today
        medicines = Self.changes(history, from: min(before, today.adding(days: -14)), to: today)
        asleep = [-1, 0].map { history.mainNight(on: today.adding(days: $0))?.measures.totalSleep }
    }

    private static func changes(
        _ history: PersonHistory, from: CivilDate, to today: CivilDate
    ) -> [MedicineChange] {
        let changes = history.medications.map(\.value).flatMap { medicine -> [MedicineChange] in
            [(medicine.start, false), (medicine.stop, true)].compactMap { moment, hasStopped in
                guard let date = moment?.date, date >= from, date <= today else { return nil }
                return MedicineChange(
                    name: medicine.name, dose: medicine.dose, hasStopped: hasStopped, date: date)
            }
        }
        return changes.sorted { $0.date > $1.date }
    }
}

extension TodayFacts.BeforeDose.Pressure {
    /// The last one that was taken; nil where none was.
    fileprivate init?(_ session: TreatmentSession) {
        let readings = (session.record?.value.observations ?? []).sorted { $0.minute < $1.minute }
        for reading in readings.reversed() {
            guard let systolic = reading.systolic, let diastolic = reading.diastolic else { continue }
            self.init(systolic: systolic, diastolic: diastolic, date: session.date)
            return
        }
        return nil
    }
}

extension TodayFacts.Silence {
    /// Whole days without from which it is shown; the note of the rule about silence begins there.
    static let fewestDays = 3

    /// Days are counted once they are over, while a course runs.
    init?(_ subject: CohortSubject) {
        let (history, today) = (subject.history, subject.today)
        guard let course = history.course, today <= (course.end ?? course.lastDay).adding(days: 1) else {
            return nil
        }
        // A night is filed by the date of getting up: the course's first day has none of its own.
        let night = history.mainNights.last { $0.date <= today }?.date
        let diarySince = max(course.start, night ?? course.start)
        guard diarySince.adding(days: 1).days(until: today) >= Self.fewestDays else { return nil }
        let received = Self.lastReceived(of: history, subject)
        let receivedDate = received?.civil.date
        let isHeard = receivedDate.map { $0 > diarySince } ?? false
        let from = isHeard ? diarySince : max(course.start, receivedDate ?? course.start)
        kind = isHeard ? .noDiary : .nothingReceived
        lastNight = night
        since = from.adding(days: 1)
        lastReceived = received
    }

    /// Of all that only the person writes. What an import brought counts from when it happened.
    private static func lastReceived(
        of history: PersonHistory, _ subject: CohortSubject
    ) -> OffsetInstant? {
        func newest<Value>(_ entries: [Entry<Value>]) -> OffsetInstant? {
            entries.lazy.map { $0.frame.eventTime(in: subject.zone) }.max { $0.instant < $1.instant }
        }
        let nights = history.nights.lazy.map { $0.frame.eventTime(in: subject.zone) }
        let all = [
            nights.max { $0.instant < $1.instant }, newest(history.naps), newest(history.habits),
            newest(history.moods), newest(history.symptoms), newest(history.practices),
            newest(history.checkIns), newest(history.notes),
        ]
        return all.compactMap { $0 }.max { $0.instant < $1.instant }
    }
}

extension TodayFacts.DueDuty {
    /// Days after the last session in which the PHQ-9 is asked for each week: response is lost after four
    /// weeks at the median (Feder 2021, appi.ajp.2020.20050596).
    private static let daysAfter = 56

    static func all(of subject: CohortSubject) -> [Self] {
        let duties = written(subject) + forms(subject) + referrals(subject) + [checkIn(subject)]
        return duties.compactMap { $0 }.sorted { a, b in
            let (x, y) = (a.due?.date.days ?? .max, b.due?.date.days ?? .max)
            return (x, a.id) < (y, b.id)
        }
    }

    private static func written(_ subject: CohortSubject) -> [Self?] {
        subject.history.openDuties.map { entry in
            let duty = entry.value
            guard duty.what == Duty.monitoringForm else {
                return Self(id: entry.id.text, what: .duty(duty.words), due: duty.due)
            }
            let session = subject.history.sessions.first { $0.isNamed(duty.session) }
            return Self(id: entry.id.text, what: .monitoringForm(session?.date), due: duty.due)
        }
    }

    /// Forms that nobody has written down as a duty: of each session by the nose of the last weeks.
    private static func forms(_ subject: CohortSubject) -> [Self?] {
        let named = subject.history.duties.map(\.value).filter { $0.what == Duty.monitoringForm }
        return subject.history.doneSessions.filter { session in
            session.route == .nasal && session.at.instant <= subject.now
                && session.date.days(until: subject.today) <= 28
                && !named.contains { session.isNamed($0.session) }
        }.map { session in
            Self(
                id: "form-\(session.occasion)", what: .monitoringForm(session.date),
                due: .day(session.date.adding(days: 7)))
        }
    }

    private static func referrals(_ subject: CohortSubject) -> [Self?] {
        subject.history.referrals.filter { $0.value.seen == nil && $0.value.outcome == nil }.map { entry in
            Self(
                id: entry.id.text,
                what: .referral(to: entry.value.to, sent: entry.value.sent?.date), due: nil)
        }
    }

    private static func checkIn(_ subject: CohortSubject) -> Self? {
        let (history, today) = (subject.history, subject.today)
        guard let course = history.course, today > course.end ?? course.lastDay,
            let last = history.doneSessions.last?.date, last.days(until: today) <= daysAfter,
            let entry = history.checkIns.last(where: { entry in
                entry.value.instrument == "phq9" && entry.frame.at.instant <= subject.now
            })
        else { return nil }
        let answered = entry.frame.eventTime(in: subject.zone).civil.date
        let due = max(answered, last).adding(days: 7)
        guard due <= today else { return nil }
        let week = max(1, last.days(until: today) / 7)
        return Self(id: "phq9-after", what: .checkInAfter(week: week), due: .day(due))
    }
}

extension TreatmentSession {
    fileprivate func isNamed(_ name: String?) -> Bool {
        name != nil && [key, planned, record?.id.text].contains(name)
    }
}
