// A ward on a Monday at noon: someone for every section of the cohort's first page.

import CareDomain

package struct SampleWard {
    package static let noon = "2026-11-23T12:00:00-05:00"
    package let zone: Zone
    package private(set) var people: [SamplePerson] = []

    package init(zone: Zone) throws {
        self.zone = zone
        try addFlagged()
        try addInSession()
        try addSilent()
        try addOwed()
    }

    package func instant(_ text: String) -> Instant {
        ISOTime.civil(text).map { zone.instant($0.0) } ?? Instant(milliseconds: 0)
    }

    private func at(_ text: String) -> OffsetInstant { OffsetInstant(instant(text), in: zone) }

    private mutating func add(
        _ id: String, _ name: String, from start: String = "2026-11-09", weeks: Int = 6,
        plan: [Course.PlannedSession] = [], until last: String = "2026-11-23",
        _ change: (inout SamplePerson) throws -> Void = { _ in }
    ) throws {
        let details = PersonDetails(name: name, bornYear: 1980, conditions: ["depression"])
        guard var person = SamplePerson(id, zone: zone, details: details), let start = CivilDate(start),
            let last = CivilDate(last)
        else {
            throw Evening.Unusable(what: id)
        }
        let course = Course(protocolName: "iv-twelve-6w", start: start, weeks: weeks, plan: plan)
        person.add(.course(course), at: zone.instant(CivilTime(start, secondOfDay: 28_800)))
        for day in 1...max(1, start.days(until: last)) {
            try person.night(
                start.adding(days: day).description, bed: "23:00", try: "23:00", sol: "20", wakes: "1",
                waso: "20", woke: "6:30", up: "7:00"
            )
        }
        try change(&person)
        people.append(person)
    }

    private mutating func addFlagged() throws {
        let (answered, seen) = (instant("2026-11-22T17:46"), instant("2026-11-20T09:10"))
        let asked = instant("2026-11-20T08:05")
        try add("baptiste-j", "Jean Baptiste") { person in
            person.add(
                .contact(Contact(name: "Mara Abara", phone: "212-555-0117", role: "sister")), at: asked)
            let answers = [2, 2, 2, 2, 1, 2, 2, 1, 2]
            person.add(.checkIn(CheckIn(instrument: "phq9", answers: answers)), at: answered)
        }
        try add("adeyemi-t", "Tunde Adeyemi") { person in
            let answers = [1, 1, 1, 1, 1, 1, 1, 1, 1]
            person.add(.checkIn(CheckIn(instrument: "phq9", answers: answers)), at: asked)
            let mark = Acknowledgement(
                flag: "adeyemi-t.R01.2026-11-20", state: .seen, note: "read the plan together",
                assignee: "Kim")
            person.add(.acknowledgement(mark), at: seen)
        }
    }

    private mutating func addInSession() throws {
        let planned = Course.PlannedSession(
            id: "s4", at: at("2026-11-23T14:00"), dose: Dose(0.5, .milligramsPerKilogram),
            route: .intravenous)
        let begun = at("2026-11-23T11:25")
        let (nasal, vein) = (at("2026-11-23T10:50"), at("2026-11-23T11:25"))
        let told = instant("2026-11-17T10:00")
        try add("lovell-a", "Ada Lovell", plan: [planned], until: "2026-11-22") { person in
            person.session("2026-11-19T14:05", dissociation: 5)
            let medicine = Medication(
                name: "zopiclone", drugClass: .hypnotic, dose: .init(3.75, "mg"),
                start: DayOrTime("2026-11-17"))
            person.add(.medication(medicine), at: told)
        }
        try add("silva-j", "João Silva") { person in
            let session = Session(
                status: .done, start: nasal, route: .nasal, dose: Dose(84, .milligrams),
                observations: [.init(minute: 0, systolic: 128, diastolic: 83)], checks: ["last meal"])
            person.add(.session(session), at: nasal.instant)
        }
        try add("novak-p", "Petr Novak") { person in
            let session = Session(
                status: .done, start: begun, route: .intravenous, dose: Dose(0.5, .milligramsPerKilogram),
                observations: [
                    .init(minute: 0, systolic: 136, diastolic: 84),
                    .init(minute: 28, systolic: 139, diastolic: 88, pulse: 80, dissociation: 4),
                ])
            person.add(.session(session), at: vein.instant)
        }
    }

    private mutating func addSilent() throws {
        let (mood, call) = (instant("2026-11-22T20:00"), at("2026-11-21T16:20"))
        try add("lindqvist-p", "Per Lindqvist", until: "2026-11-13") { person in
            person.add(.mood(Mood(day: CivilDate(days: 20_779), mood: 5)), at: mood)
        }
        try add("farouk-s", "Samira Farouk", until: "2026-11-10") { person in
            person.add(
                .call(Call(start: call, reached: .message, note: "asked to call back")), at: call.instant)
        }
    }

    private mutating func addOwed() throws {
        let (held, sprayed) = (at("2026-11-05T10:00"), at("2026-11-12T10:00"))
        let (answered, sent) = (instant("2026-11-10T10:00"), instant("2026-11-03T10:00"))
        try add("walsh-a", "Aoife Walsh", from: "2026-10-12", weeks: 4) { person in
            person.add(
                .session(Session(status: .done, start: held, route: .intravenous, leftAt: held)),
                at: held.instant)
            let answers = [1, 1, 1, 0, 0, 1, 0, 0, 0]
            person.add(.checkIn(CheckIn(instrument: "phq9", answers: answers)), at: answered)
            person.add(.referral(Referral(to: "Sleep clinic", sent: DayOrTime("2026-11-03"))), at: sent)
        }
        try add("rossi-g", "Giulia Rossi") { person in
            person.add(
                .session(Session(status: .done, start: sprayed, route: .nasal, leftAt: sprayed)),
                at: sprayed.instant)
            let duty = Duty(what: "letter to the physician", due: DayOrTime("2026-11-24"))
            person.add(.duty(duty), at: sprayed.instant)
        }
    }
}
