// One made-up person from the first diary night to now: the dates, and how far the course has come.

import CareDomain

/// Everything a person's records are made from. The same seed, profile and now give the same records.
struct PlantedLife {
    let profile: CohortProfile
    let comments: Cohort.Comments
    let zone: Zone
    let seed: UInt64
    /// The date of now, where the person is.
    let today: CivilDate
    /// The evening of the first diary night.
    let firstEvening: CivilDate
    let course: Course
    /// The sessions that were or will be given, with the dates on which they are.
    let givenSessions: [(number: Int, date: CivilDate)]
    /// Nothing is written after this.
    let lastWord: Instant

    var id: PersonID { profile.id }

    /// - Parameter weeks: how far back the diary begins; nil as the profile says.
    init(
        profile: CohortProfile, comments: Cohort.Comments, zone: Zone, now: Instant, seed: UInt64, weeks: Int?
    ) {
        self.profile = profile
        self.comments = comments
        self.zone = zone
        self.seed = seed
        today = zone.date(now)
        let baseline = profile.diary.baselineNights
        let treatment = profile.treatment
        let start: CivilDate
        if let weeks {
            firstEvening = today.adding(days: -7 * max(1, weeks))
            start = Self.first(treatment.startDay, from: firstEvening.adding(days: max(7, baseline - 4)))
        } else {
            let recent = Self.first(treatment.startDay, from: today.adding(days: -6))
            start = recent.adding(days: -7 * (treatment.week - 1))
            firstEvening = start.adding(days: -baseline)
        }
        course = Self.course(treatment, from: start, in: zone)
        let left = Set(treatment.exceptions.map(\.number))
        givenSessions = course.plan.enumerated().filter { !left.contains($0.offset + 1) }
            .map { ($0.offset + 1, zone.date($0.element.at.instant)) }
        let quiet = profile.diary.quietDays
        lastWord =
            quiet == 0 ? now : min(now, zone.instant(CivilTime(today.adding(days: 1 - quiet), .midnight)))
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
        return share * 1.4 / (share + 0.4)
    }

    /// What is left of minutes that the course changes.
    func left(of minutes: Double, on date: CivilDate) -> Double {
        minutes * (1 - profile.improvement * progress(on: date))
    }

    func exception(_ number: Int) -> CohortProfile.SessionException? {
        profile.treatment.exceptions.first { $0.number == number }
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

    /// A record that is made once for its key; nil where it would be written after the last word.
    func draft(_ body: RecordBody, key: String, at instant: Instant) -> RecordDraft? {
        guard instant <= lastWord else { return nil }
        let origin = RecordDraft.Origin(source: "planted", key: id.text + "/" + key, instant: instant)
        return RecordDraft(body, origin: origin)
    }

    /// Everything, in the order in which it happened.
    func drafts() -> [RecordDraft] {
        let nights = nights()
        let all =
            enrolment() + nights.flatMap(drafts(ofNight:)) + naps(nights) + habits(nights) + practices(nights)
            + sessions() + checkIns() + notes()
        return all.enumerated().sorted { a, b in
            let (first, second) = (a.element.origin?.instant, b.element.origin?.instant)
            guard let first, let second, first != second else { return a.offset < b.offset }
            return first < second
        }.map(\.element)
    }

    /// The person and the course, on the day before the first diary night.
    private func enrolment() -> [RecordDraft] {
        let details = PersonDetails(
            name: profile.name, zone: zone.name, bornYear: profile.bornYear, conditions: profile.conditions,
            cautions: profile.cautions, target: profile.target, workDays: profile.workDays)
        let day = firstEvening.adding(days: -1)
        return [
            draft(.person(details), key: "person", at: instant(day, minutes: 600)),
            draft(.course(course), key: "course", at: instant(day, minutes: 630)),
        ].compactMap { $0 }
    }
}
