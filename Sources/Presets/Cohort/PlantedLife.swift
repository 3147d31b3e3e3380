// One made-up person from the first diary night to now: the dates, and how far the course has come.

import CareDomain

/// Everything a person's records are made from. The same seed, profile and now give the same records.
struct PlantedLife {
    let profile: CohortProfile
    let cohort: Cohort
    let zone: Zone
    let seed: UInt64
    /// The date of now, where the person is.
    let today: CivilDate
    /// The evening of the first diary night.
    let firstEvening: CivilDate
    let course: Course
    /// The sessions that were or will be given, with the dates on which they are.
    let givenSessions: [(number: Int, date: CivilDate)]
    /// Sessions that were not given, or on another day.
    let exceptions: [CohortProfile.SessionException]
    let now: Instant
    /// The person writes nothing after this; the clinic goes on until now.
    let lastWord: Instant

    var id: PersonID { profile.id }
    var care: CohortCare { cohort.care }
    var rates: CohortCare.Rates { cohort.care.rates }

    /// - Parameter weeks: how far back the diary begins; nil as the profile says.
    init(
        profile: CohortProfile, cohort: Cohort, zone: Zone, now: Instant, seed: UInt64, weeks: Int?
    ) {
        self.profile = profile
        self.cohort = cohort
        self.now = now
        self.zone = zone
        self.seed = seed
        today = zone.date(now)
        let baseline = profile.diary.baselineNights
        let treatment = profile.treatment
        let start: CivilDate
        if let weeks {
            // People come to a clinic one after another: the courses that fit in do not all begin at once.
            var random = SeededGenerator(seed: seed, stream: "\(profile.id.text)/start")
            let slack = max(0, weeks - treatment.plan.weeks - 2)
            let wait = Int(random.unit() * Double(slack + 1))
            firstEvening = today.adding(days: -7 * max(1, weeks - wait))
            start = Self.first(treatment.startDay, from: firstEvening.adding(days: max(7, baseline - 4)))
        } else {
            let recent = Self.first(treatment.startDay, from: today.adding(days: -6))
            start = recent.adding(days: -7 * (treatment.week - 1))
            firstEvening = start.adding(days: -baseline)
        }
        let course = Self.course(treatment, from: start, in: zone)
        self.course = course
        let quiet = profile.diary.quietDays
        let lastWord =
            quiet == 0 ? now : min(now, zone.instant(CivilTime(today.adding(days: 1 - quiet), .midnight)))
        self.lastWord = lastWord
        var exceptions = treatment.exceptions
        for (index, planned) in course.plan.enumerated()
        where planned.at.instant > lastWord && planned.at.instant <= now {
            var random = SeededGenerator(seed: seed, stream: "\(profile.id.text)/silent/\(index + 1)")
            guard random.chance(cohort.care.rates[.stayAwayWhenSilent]),
                !exceptions.contains(where: { $0.number == index + 1 })
            else { continue }
            let why = random.pick(cohort.care.reasons[.silent] ?? []) ?? ""
            exceptions.append(.init(number: index + 1, status: .missed, why: why))
        }
        self.exceptions = exceptions
        givenSessions = course.plan.enumerated().compactMap { index, planned in
            let exception = exceptions.first { $0.number == index + 1 }
            guard exception.map({ $0.status == .moved }) ?? true else { return nil }
            return (index + 1, zone.date(planned.at.instant).adding(days: exception?.days ?? 0))
        }
    }

    private static func first(_ weekday: Weekday, from date: CivilDate) -> CivilDate {
        date.adding(days: (weekday.rawValue - date.weekday.rawValue).modulo(7))
    }

    private static func course(
        _ treatment: CohortProfile.Treatment, from start: CivilDate, in zone: Zone
    ) -> Course {
        var course = treatment.plan.course(from: start, at: treatment.sessionAt, in: zone)
        for (index, session) in course.plan.enumerated() {
            guard let amount = treatment.doses.dropFirst(index).first ?? treatment.doses.last else {
                continue
            }
            course.plan[index].dose = Dose(amount, session.dose?.unit ?? .milligrams)
        }
        return course
    }

    func generator(_ stream: String) -> SeededGenerator {
        SeededGenerator(seed: seed, stream: id.text + "/" + stream)
    }

    // MARK: Time

    /// The instant so many minutes of the wall clock after a date's midnight; from 1440 on, on the next day.
    func instant(_ date: CivilDate, minutes: Int) -> Instant {
        zone.instant(CivilTime(wallSeconds: date.days * 86_400 + minutes * 60))
    }

    func stamped(_ instant: Instant) -> OffsetInstant { OffsetInstant(instant, in: zone) }

    /// Minutes from the midnight before an evening to the planned bedtime: 1440 and more after midnight.
    var plannedBed: Int {
        let minutes = profile.target.bed.minutesAfterMidnight
        return minutes < 720 ? minutes + 1440 : minutes
    }

    /// How much later the evening is than the plan: on Fridays and Saturdays.
    func weekendShift(_ evening: CivilDate) -> Double {
        evening.weekday == .friday || evening.weekday == .saturday ? profile.sleep.weekendShift : 0
    }

    // MARK: The course

    /// How much of the course's change has come by a date: 0 before the first session, 1 at the end of its
    /// weeks. Most of an improvement comes early; a worsening begins in the second week and is whole in the
    /// fourth.
    func progress(on date: CivilDate) -> Double {
        let days = Double(course.start.days(until: date))
        guard days > 0 else { return 0 }
        if profile.improvement < 0 { return min(1, max(0, (days - 7) / 14)) }
        let share = min(1, days / Double(course.weeks * 7))
        let gained = share * 1.4 / (share + 0.4)
        guard let relapse = profile.relapseDays else { return gained }
        // What was gained goes within two weeks, but for a quarter.
        let since = Double(course.lastDay.adding(days: relapse).days(until: date))
        return gained * (1 - 0.75 * min(1, max(0, since / 14)))
    }

    /// Whether the person is away from the diary and everything else on a date.
    func isAway(_ date: CivilDate) -> Bool {
        profile.breakOff?.contains(course.start.days(until: date)) ?? false
    }

    /// What is left of minutes that the course changes.
    func left(of minutes: Double, on date: CivilDate) -> Double {
        minutes * (1 - profile.improvement * progress(on: date))
    }

    func exception(_ number: Int) -> CohortProfile.SessionException? {
        exceptions.first { $0.number == number }
    }

    /// The last session given before the night of a date, and how many nights lie between them: 0 for the
    /// first night after it; nil before the first session.
    func lastSession(before night: CivilDate) -> (number: Int, nightsSince: Int)? {
        guard let last = givenSessions.last(where: { $0.date < night }) else { return nil }
        return (last.number, last.date.days(until: night) - 1)
    }

    /// How strong a session's effect on its night still is, from 1 at the first to what the fading leaves at
    /// the last.
    func strength(ofSession number: Int) -> Double {
        let last = Double(max(1, course.plan.count - 1))
        return 1 - profile.sessionNight.fades * Double(number - 1) / last
    }

    // MARK: Drafts

    /// A record of the person's that is made once for its key; nil where it would be written after the last
    /// word.
    func draft(_ body: RecordBody, key: String, at instant: Instant) -> RecordDraft? {
        instant <= lastWord ? clinicDraft(body, key: key, at: instant) : nil
    }

    /// The same of the clinic's, which goes on when the person falls silent.
    func clinicDraft(_ body: RecordBody, key: String, at instant: Instant) -> RecordDraft? {
        guard instant <= now else { return nil }
        let origin = RecordDraft.Origin(source: "planted", key: id.text + "/" + key, instant: instant)
        return RecordDraft(body, origin: origin)
    }

    /// Everything, in the order in which it happened.
    func drafts() -> [RecordDraft] {
        let nights = nights()
        let spirits = PlantedSpirits(self, nights)
        let answers = checkIns(nights, spirits)
        let days = naps(nights) + habits(nights) + practices(nights) + moods(spirits) + symptoms()
        let held = sessions() + duties() + adjustments()
        let around = medications() + reachable() + plans() + therapies() + referrals()
        let words = notes() + calls(after: answers)
        let all = enrolment() + nights.flatMap(drafts(ofNight:)) + days + held + answers + around + words
        let order = all.enumerated().map { (at: $1.origin?.instant ?? now, place: $0) }
            .sorted { ($0.at, $0.place) < ($1.at, $1.place) }
        return order.map { all[$0.place] }
    }

    /// The day on which the person was taken in: the one before the first diary night.
    var enrolmentDay: CivilDate { firstEvening.adding(days: -1) }

    var details: PersonDetails {
        PersonDetails(
            name: profile.name, zone: zone.name, bornYear: profile.bornYear, conditions: profile.conditions,
            cautions: profile.cautions, target: profile.target, workDays: profile.workDays)
    }

    private func enrolment() -> [RecordDraft] {
        [
            draft(.person(details), key: "person", at: instant(enrolmentDay, minutes: 600)),
            draft(.course(course), key: "course", at: instant(enrolmentDay, minutes: 630)),
        ].compactMap { $0 }
    }
}
