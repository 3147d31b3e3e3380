// The entries of the first page in words, the same on the screen, in the command and in the hand-over.

extension OffsetInstant {
    /// `07:10` of a day, `Sun 21:14` within the week before it, `12 Nov 21:14`; the day at its own place.
    package func words(on today: CivilDate) -> String {
        let civil = civil
        switch civil.date.days(until: today) {
        case 0: return "\(civil.clock)"
        case 1...6: return "\(civil.date.weekday.shortName) \(civil.clock)"
        default: return "\(civil.date.dayMonth) \(civil.clock)"
        }
    }
}

extension CivilDate {
    /// `today`, `1 d`, `12 d`: how long ago, where there is little room.
    package func age(on today: CivilDate) -> String {
        let days = days(until: today)
        return days < 1 ? "today" : "\(days) d"
    }

    /// `today`, `tomorrow`, `yesterday`, `Sun 22 Nov`.
    func nearWords(on today: CivilDate) -> String {
        abs(today.days(until: self)) < 2 ? relative(to: today) : words(on: today)
    }
}

extension TodayFacts.Phone {
    /// How much is said of whose number it is.
    package enum Whose: Sendable {
        /// The name and the role.
        case whole
        /// The role, or the name where there is none.
        case short
        /// The role alone, where names are hidden.
        case nameless
    }

    /// `212-555-0117`, with whose it is in brackets where it is not the person's own.
    package func words(_ whose: Whose = .whole) -> String {
        let role = role.flatMap { $0.isEmpty ? nil : $0 }
        let parts: [String?] =
            switch whose {
            case .whole: [name, role]
            case .short: [role ?? name]
            case .nameless: [role]
            }
        let words = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        return words.isEmpty ? number : "\(number) (\(words))"
    }
}

extension CohortMember {
    package func phoneWords(_ whose: TodayFacts.Phone.Whose = .whole) -> String {
        today.phone?.words(whose) ?? "no phone noted"
    }
}

extension CohortToday.Flagged {
    package var ownerWords: String { flag.assignee ?? "no owner" }

    package var stateWords: String {
        flag.until.map { "\(flag.state.rawValue), rests to \($0.dayMonth)" } ?? flag.state.rawValue
    }

    /// `answered 07:10`, `session 10:05`; nil where neither raised it.
    package func raisedWords(on today: CivilDate) -> String? {
        raisedAt.map { "\($0.kind.rawValue) \($0.at.words(on: today))" }
    }

    /// - Parameter firstRead: when a process of the clinic showed it first; nil for never.
    package static func readWords(_ firstRead: OffsetInstant?, on today: CivilDate) -> String {
        firstRead.map { "first read \($0.words(on: today))" } ?? "not read before"
    }
}

extension TodayFacts.FlagAction {
    /// `contacted by Kim, 07:52`, `called, not reached, by Kim, Sun 17:10`.
    package func words(on today: CivilDate) -> String {
        let what =
            switch kind {
            case .acknowledged(let state): state.rawValue
            case .called(let reached): reached.map { "called, \($0.words)" } ?? "called"
            }
        let who = by.isEmpty ? "" : " by \(by)"
        return "\(what)\(who), \(at.words(on: today))"
    }
}

extension Call.Reached {
    /// `not reached`, `left a message`.
    package var words: String {
        switch self {
        case .yes: "reached"
        case .no: "not reached"
        case .message: "left a message"
        }
    }
}

extension CohortToday.InSession {
    /// `nasal 56 mg`, `IV`; nil where neither is known.
    package var doseWords: String? {
        let parts = [session.route?.label, session.dose?.words].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// `5 of 12`; nil outside a plan.
    package var placeWords: String? { session.number.map { "\($0) of \(member.row.sessionsPlanned)" } }

    /// Item 9, pressure and the last two nights: what was told and measured before.
    /// - Parameter isShort: without weekdays, and with a dash for a night that was not logged.
    package func knownWords(on today: CivilDate, isShort: Bool = false) -> [String] {
        guard let before else { return [] }
        func words(_ date: CivilDate) -> String { isShort ? date.dayMonth : date.nearWords(on: today) }
        let nights = before.asleep.map { asleep in
            asleep.map { isShort ? $0.short : $0.words } ?? (isShort ? "–" : "not logged")
        }
        return [
            before.itemNine.map { "item 9: \($0.answer), \(words($0.date))" } ?? "item 9: no answer yet",
            before.pressure.map { "\($0.systolic)/\($0.diastolic) mmHg, \(words($0.date))" }
                ?? "no pressure yet",
            "nights: " + nights.joined(separator: ", "),
        ]
    }

    /// One of the checks before the dose was about the last meal.
    package var isFoodNoted: Bool {
        (session.record?.value.checks ?? []).contains { check in
            let words = check.lowercased()
            return ["meal", "food", "ate", "fasting"].contains { words.contains($0) }
        }
    }

    /// Who sees the person home, food, and changes of medicine: what is asked at the door.
    /// - Parameters:
    ///   - hidesNames: says that there is somebody, and not who.
    ///   - isShort: without weekdays.
    package func askedWords(
        on today: CivilDate, hidesNames: Bool = false, isShort: Bool = false
    ) -> [String] {
        let record = session.record?.value
        var words = [
            record?.escort.map { hidesNames ? "escort noted" : "escort \($0)" } ?? "no escort noted",
            isFoodNoted ? "food noted" : "food not asked",
        ]
        let changes = before?.medicines ?? []
        for change in changes.prefix(2) {
            let dose = change.dose.map { " \(NumberWords.decimal($0.value, digits: 2)) \($0.unit)" } ?? ""
            let verb = change.hasStopped ? "stopped" : "begun"
            let date = isShort ? change.date.dayMonth : change.date.nearWords(on: today)
            words.append("\(change.name)\(dose) \(verb) \(date)")
        }
        if changes.count > 2 { words.append("\(changes.count - 2) more changes") }
        if changes.isEmpty { words.append("no change of medicine") }
        return words
    }

    /// `62 m since the dose`.
    package static func sinceWords(_ watch: SessionWatch) -> String {
        "\(Minutes(watch.minutesSinceDose).words) since the dose"
    }

    /// `reading at 90 m in 28 m`, `reading at 40 m due 5 m ago`; nil where none is left or laid down.
    /// - Parameter isShort: leaves out at which minute one is that should have been.
    package static func nextWords(_ watch: SessionWatch, isShort: Bool = false) -> String? {
        guard let minute = watch.nextMinute else { return nil }
        let left = minute - watch.minutesSinceDose
        if left > 0 { return "reading at \(minute) m in \(Minutes(left).words)" }
        let what = isShort ? "reading" : "reading at \(minute) m"
        return left == 0 ? "\(what) due now" : "\(what) due \(Minutes(-left).words) ago"
    }

    /// `at 45 m 128/83, pulse 72, 97 %, dissociation 4`; nil without a reading.
    package static func readingWords(_ watch: SessionWatch) -> String? {
        guard let reading = watch.lastReading else { return nil }
        var words: [String] = []
        if let systolic = reading.systolic {
            words.append("\(systolic)/\(reading.diastolic.map(String.init) ?? "–") mmHg")
        }
        if let pulse = reading.pulse { words.append("pulse \(pulse)") }
        if let saturation = reading.saturation { words.append("\(saturation) %") }
        if let sedation = reading.sedation { words.append("sedation \(sedation)") }
        if let dissociation = reading.dissociation { words.append("dissociation \(dissociation)") }
        let when = reading.minute <= 0 ? "before the dose" : "at \(reading.minute) m"
        return words.isEmpty ? nil : "\(when) " + words.joined(separator: ", ")
    }

    /// What came of it, of one that is over or was not held.
    package func outcomeWords(on today: CivilDate) -> String {
        let record = session.record?.value
        guard session.status == .done else {
            return session.status.words + (record?.note.map { ": \($0)" } ?? "")
        }
        if let left = record?.leftAt { return "left \(left.words(on: today))" }
        if let ready = record?.readyAt { return "ready \(ready.words(on: today))" }
        return "held, no end noted"
    }

    /// `in 45 m`, `in 2 h 30 m`; nil where its time has passed.
    package func waitWords(now: Instant) -> String? {
        let left = session.at.instant.since(now)
        return left > .zero ? "in \(left.words)" : nil
    }
}

extension CohortToday.Silent {
    /// `nothing received for 6 days`, `no diary for 4 days`.
    package func words(on today: CivilDate) -> String {
        let what = silence.kind == .noDiary ? "no diary" : "nothing received"
        return "\(what) for \(NumberWords.count(silence.days(on: today), "day"))"
    }

    package func contactWords(on today: CivilDate) -> String {
        member.row.lastContact.map { contact in
            let date = contact.civil.date
            return "reached " + (date == today ? "today" : date.dayMonth)
        } ?? "no contact"
    }
}

extension CohortToday.Due {
    package var words: String {
        switch duty.what {
        case .duty(let what): return what
        case .monitoringForm(let date): return "monitoring form" + (date.map { " of \($0.words)" } ?? "")
        case .checkInAfter(let week): return "PHQ-9, week \(week) after the course"
        case .referral(let to, let sent):
            return "referral to \(to)" + (sent.map { ", sent \($0.dayMonth)" } ?? "")
        }
    }

    /// `due today`, `due Thu 26 Nov`, `due 3 days ago`, `nothing back yet`.
    package func dueWords(on today: CivilDate) -> String {
        guard let due = duty.due else {
            if case .referral = duty.what { return "nothing back yet" }
            return "no time set"
        }
        let days = today.days(until: due.date)
        if days < 0 { return "due \(NumberWords.count(-days, "day")) ago" }
        if case .time(let time) = due, days == 0 { return "due \(time.civil.clock)" }
        return "due \(due.date.nearWords(on: today))"
    }
}
