// What stands around a made-up course: medicines, people to reach, a plan, therapies, referrals and changes.

import CareDomain

extension PlantedLife {
    // MARK: Medicines

    /// Those of the day of enrolment, some stopped since, and rarely a sleep medicine that is new.
    func medications() -> [RecordDraft] {
        var random = generator("medicines")
        let enrolled = instant(enrolmentDay, minutes: 640)
        var drafts: [RecordDraft?] = []
        for (index, group) in care.medications.enumerated() {
            let isTaken = random.chance(group.people.share)
            let picked = random.pick(group.medicines)
            let months = 2 + Int(random.unit() * random.unit() * 60)
            let isStopped = random.chance(0.15)
            let day = course.start.adding(days: 10 + Int(random.unit() * 25))
            guard isTaken, profile.isAmong(group.people), var medicine = picked else { continue }
            medicine.start = .day(enrolmentDay.adding(days: -30 * months))
            var at = enrolled.adding(Minutes(index))
            let stopped = instant(day, minutes: 1080)
            if medicine.drugClass == .hypnotic, isStopped, stopped <= lastWord {
                medicine.stop = .day(day)
                at = stopped
            }
            drafts.append(draft(.medication(medicine), key: "medicine/\(index)", at: at))
        }
        let day = course.start.adding(days: 7 + Int(random.unit() * 20))
        let hypnotics = care.medications.flatMap(\.medicines).filter { $0.drugClass == .hypnotic }
        if random.chance(rates[.newSleepMedicine]), var medicine = random.pick(hypnotics) {
            medicine.start = .day(day)
            drafts.append(
                draft(.medication(medicine), key: "medicine/new", at: instant(day, minutes: 1100)))
        }
        return drafts.compactMap { $0 }
    }

    // MARK: People to reach

    /// One to three of their own. The numbers are of a range that is given to no one.
    func relatives() -> [Contact] {
        var random = generator("contacts")
        let family = profile.name.split(separator: " ").last.map(String.init) ?? ""
        var roles = care.relatives + care.others
        return (0..<(1 + Int(random.unit() * 3))).compactMap { _ in
            let given = random.pick(cohort.givenNames) ?? "Someone"
            let other = random.pick(cohort.familyNames) ?? family
            let number = 100 + Int(random.unit() * 41)
            let hours = random.pick(["always", "Mon-Fri 17:00-22:00", "daily 8:00-21:00"])
            guard !roles.isEmpty else { return nil }
            let role = roles.remove(at: Int(random.unit() * Double(roles.count)))
            let isFamily = care.relatives.contains(role)
            return Contact(
                name: "\(given) \(isFamily ? family : other)", phone: "212-555-0\(number)", role: role,
                when: hours)
        }
    }

    func reachable() -> [RecordDraft] {
        var random = generator("reachable")
        let clinic = draft(.clinic(care.clinic), key: "clinic", at: instant(enrolmentDay, minutes: 635))
        guard random.chance(rates[.contacts]) else { return [clinic].compactMap { $0 } }
        let contacts = relatives().enumerated().map { index, contact in
            draft(
                .contact(contact), key: "contact/\(index + 1)",
                at: instant(enrolmentDay, minutes: 650 + index))
        }
        return ([clinic] + contacts).compactMap { $0 }
    }

    // MARK: The plan

    /// Made with a nurse in the days before the first session.
    func plans() -> [RecordDraft] {
        var random = generator("plan")
        let isDrawn = random.chance(rates[.plan])
        guard profile.hasPlan ?? isDrawn else { return [] }
        let day = Self.workDay(enrolmentDay.adding(days: 3))
        var pool = care.goals
        var goals: [CarePlan.Goal] = []
        for _ in 0..<min(pool.count, 1 + Int(random.unit() * 3)) {
            var goal = pool.remove(at: Int(random.unit() * Double(pool.count)))
            goal.by = .day(course.lastDay)
            goals.append(goal)
        }
        let texts = care.badHours
        let hours = CarePlan.BadHours(
            signs: Self.some(of: texts.signs, random: &random),
            helps: Self.some(of: texts.helps, random: &random),
            people: relatives().prefix(2).map(\.name),
            places: Self.some(of: texts.places, random: &random),
            safer: random.chance(0.6) ? Self.some(of: texts.safer, random: &random) : [])
        let plan = CarePlan(goals: goals, badHours: hours, with: random.pick(care.staff))
        return [draft(.plan(plan), key: "plan", at: instant(day, minutes: 690))].compactMap { $0 }
    }

    /// One to three of a list, in its order.
    private static func some(of texts: [String], random: inout SeededGenerator) -> [String] {
        let kept = texts.filter { _ in random.chance(0.55) }
        return kept.isEmpty ? Array(texts.prefix(1)) : Array(kept.prefix(3))
    }

    // MARK: Therapies and referrals

    /// A course of therapy with its dates; nil where the person has none of that kind.
    private func dates(of kind: CohortCare.TherapyKind, _ index: Int) -> (start: CivilDate, end: CivilDate?)?
    {
        var random = generator("therapy/\(index)")
        guard random.chance(kind.people.share), profile.isAmong(kind.people) else { return nil }
        let isNew = random.chance(0.5)
        let start =
            isNew
            ? course.start.adding(days: 3 + Int(random.unit() * 14))
            : enrolmentDay.adding(days: -20 - Int(random.unit() * 300))
        return (start, kind.weeks.map { start.adding(days: $0 * 7) })
    }

    func therapies() -> [RecordDraft] {
        care.therapies.enumerated().compactMap { index, kind in
            guard let dates = dates(of: kind, index) else { return nil }
            var therapy = Therapy(what: kind.what, start: .day(dates.start))
            var day = max(dates.start, enrolmentDay)
            if let end = dates.end, end <= today {
                (therapy.end, therapy.outcome) = (.day(end), kind.outcome)
                day = max(end, enrolmentDay)
            }
            return clinicDraft(.therapy(therapy), key: "therapy/\(index)", at: instant(day, minutes: 700))
        }
    }

    /// To the sleep clinic for those with signs that ask for it, and for a few others.
    func referrals() -> [RecordDraft] {
        var random = generator("referral")
        let sign = sleepSign
        let isSent = random.chance(rates[.referral]) || sign != nil
        let suited = care.referrals.filter { ($0.to == "Sleep clinic") == (sign != nil) }
        guard isSent, var referral = random.pick(suited) else { return [] }
        let sent = Self.workDay(course.start.adding(days: 3 + Int(random.unit() * 14)))
        let seen = Self.workDay(sent.adding(days: 14 + Int(random.unit() * 21)))
        referral.sent = .day(sent)
        let isSeen = seen <= today
        referral.seen = isSeen ? .day(seen) : nil
        if !isSeen { referral.outcome = nil }
        let at = instant(isSeen ? seen : sent, minutes: isSeen ? 1020 : 720)
        let kept = clinicDraft(.referral(referral), key: "referral", at: at)
        guard kept == nil, isSeen else { return [kept].compactMap { $0 } }
        // Seen today, and not told yet.
        (referral.seen, referral.outcome) = (nil, nil)
        let early = clinicDraft(.referral(referral), key: "referral", at: instant(sent, minutes: 720))
        return [early].compactMap { $0 }
    }

    // MARK: Changes

    /// The sleep windows of a therapy for insomnia: from which evening, and by how many minutes bed is later
    /// than in the plan at first.
    private var windows: [(from: CivilDate, delay: Int)] {
        guard let index = care.therapies.firstIndex(where: { $0.what == "CBT-I" }),
            let dates = dates(of: care.therapies[index], index), dates.start >= course.start
        else { return [] }
        var random = generator("window")
        guard random.chance(rates[.window]) else { return [] }
        let first = dates.start.adding(days: 14)
        return [(first, 45), (first.adding(days: 14), 30)]
    }

    /// Minutes by which the window of a therapy has moved bed.
    func bedDelay(on evening: CivilDate) -> Int { windows.last { $0.from <= evening }?.delay ?? 0 }

    /// Doses that differ from the one before, and sleep windows with the plan that follows from them.
    func adjustments() -> [RecordDraft] {
        doseSteps() + windowSteps()
    }

    private func doseSteps() -> [RecordDraft] {
        zip(course.plan, course.plan.dropFirst()).enumerated().compactMap { index, pair in
            guard let from = pair.0.dose, let to = pair.1.dose, from != to else { return nil }
            var random = generator("dose/\(index + 2)")
            let date = zone.date(pair.1.at.instant)
            let step = Adjustment(
                what: "dose", from: Self.words(from), to: Self.words(to),
                why: random.pick(care.reasons[.doseStep] ?? []), effective: .day(date))
            let at = instant(date.adding(days: -1), minutes: 950)
            return clinicDraft(.adjustment(step), key: "dose/\(index + 2)", at: at)
        }
    }

    private static func words(_ dose: Dose) -> String {
        let tenths = Int((dose.amount * 10).rounded())
        let amount = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        return "\(amount) \(dose.unit.rawValue)"
    }

    private func windowSteps() -> [RecordDraft] {
        var before = profile.target
        return windows.enumerated().flatMap { index, window -> [RecordDraft] in
            var random = generator("window/\(index)")
            var target = profile.target
            target.bed = target.bed.adding(minutes: window.delay)
            defer { before = target }
            let reason: CohortCare.Reason = index == 0 ? .windowStart : .windowLonger
            let step = Adjustment(
                what: "sleep window", from: "\(before.bed) to \(before.rise)",
                to: "\(target.bed) to \(target.rise)", why: random.pick(care.reasons[reason] ?? []),
                effective: .day(window.from))
            var person = details
            person.target = target
            let at = instant(window.from, minutes: 740)
            return [
                clinicDraft(.adjustment(step), key: "window/\(index)", at: at),
                clinicDraft(.person(person), key: "person/\(index + 2)", at: at.adding(Minutes(1))),
            ].compactMap { $0 }
        }
    }
}
