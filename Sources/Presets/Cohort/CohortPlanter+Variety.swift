// More people than the file has: made from its profiles, each with their own ways.

import CareDomain

extension CohortPlanter {
    /// A name that no one has yet, and its id: `okafor-n`, `okafor-n2`.
    func name(
        _ number: Int, taken: Set<PersonID>, random: inout SeededGenerator
    ) -> (String, PersonID) {
        let given = random.pick(cohort.givenNames) ?? "Person"
        let family = random.pick(cohort.familyNames) ?? "\(number)"
        let letters = { (text: String) in
            text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        let base = letters(family) + "-" + letters(given).prefix(1)
        for suffix in 1...(taken.count + 1) {
            if let id = PersonID(suffix == 1 ? base : base + "\(suffix)"), !taken.contains(id) {
                return ("\(given) \(family)", id)
            }
        }
        // Only a name without a single letter comes here.
        return ("\(given) \(family)", PersonID("person-\(number)") ?? cohort.people[0].id)
    }

    /// Another person with the same treatment and leanings: each figure moved, and what is rare in the model
    /// kept for few.
    func varied(_ model: CohortProfile, random: inout SeededGenerator) -> CohortProfile {
        var profile = model
        profile.bornYear = 1948 + Int(random.unit() * 58)
        let shift = Int((random.normal() * 2.5).rounded()) * 15
        profile.target = SleepTarget(
            bed: model.target.bed.adding(minutes: shift),
            rise: model.target.rise.adding(minutes: shift + Int((random.normal() * 1.5).rounded()) * 15))
        // About a third of those who come for their mood sleep well enough.
        let share = random.chance(cohort.care.rates[.sleepWell]) ? random.between(0.15, 0.35) : 1
        profile.sleep.latency = min(75, max(6, share * model.sleep.latency * random.between(0.7, 1.35)))
        profile.sleep.wake = min(100, max(6, share * model.sleep.wake * random.between(0.7, 1.35)))
        profile.sleep.early = share * model.sleep.early * random.between(0.6, 1.4)
        profile.sleep.reading = model.sleep.reading * random.between(0.3, 1.7)
        profile.sleep.memory = random.between(0.1, 0.55)
        profile.sleep.weekendShift = model.sleep.weekendShift * random.between(0.2, 1.6)
        profile.sleep.nightmares = model.sleep.nightmares * random.between(0.3, 1.5)
        varyCourse(&profile, model, random: &random)
        profile.diary.baselineNights = 8 + Int(random.unit() * 7)
        profile.diary.share = min(1, max(0.5, model.diary.share + random.normal() * 0.06))
        profile.diary.fading = max(0, random.between(-0.015, 0.045))
        profile.diary.quietDays =
            random.chance(cohort.care.rates[.fallSilent]) ? 4 + Int(random.unit() * 12) : 0
        profile.diary.shortNights = 0
        profile.diary.hasDevice = random.chance(0.2)
        profile.itemNine = 0
        profile.hasDarkWeeks = random.chance(cohort.care.rates[.itemNine])
        if random.chance(cohort.care.rates[.breakOff]), profile.diary.quietDays == 0 {
            let from = 5 + Int(random.unit() * 20)
            profile.breakOff = from...(from + 6 + Int(random.unit() * 4))
        }
        profile.notes = []
        profile.hasPlan = nil
        return profile
    }

    private func varyCourse(
        _ profile: inout CohortProfile, _ model: CohortProfile, random: inout SeededGenerator
    ) {
        profile.sessionNight.latency =
            random.chance(0.5) ? model.sessionNight.latency * random.between(0.4, 1.4) : 0
        profile.sessionNight.wake =
            random.chance(0.5) ? model.sessionNight.wake * random.between(0.4, 1.4) : 0
        // A third have their course behind them, and are still asked how they are.
        let weeks = model.treatment.plan.weeks
        let isOver = random.chance(cohort.care.rates[.afterCourse])
        profile.treatment.week =
            1 + (isOver ? weeks + Int(random.unit() * 9) : Int(random.unit() * Double(weeks)))
        profile.treatment.startDay = Weekday(rawValue: Int(random.unit() * 5)) ?? .monday
        profile.treatment.pressure.systolic = min(
            137, model.treatment.pressure.systolic + random.normal() * 6)
        profile.treatment.pressure.rise = max(6, model.treatment.pressure.rise * random.between(0.7, 1.2))
        profile.scoresEvery = random.chance(0.12) ? 14 : 7
        let outcome = outcome(random: &random)
        profile.improvement = random.between(outcome.sleep.lowerBound, outcome.sleep.upperBound)
        if outcome.relapses { profile.relapseDays = 10 + Int(random.unit() * 30) }
        let fall = random.between(outcome.scores.lowerBound, outcome.scores.upperBound)
        for index in profile.scores.indices {
            let score = profile.scores[index]
            let most = Double(score.instrument.items * score.instrument.most)
            let first = min(most * 0.85, score.first * random.between(0.8, 1.15))
            profile.scores[index].first = first
            // What moves one total moves the others, each in its own measure.
            profile.scores[index].last = min(most, first * (1 - fall * random.between(0.85, 1.1)))
        }
        varyDoses(&profile, model, random: &random)
        varyDates(&profile, random: &random)
    }

    /// The share of the minutes awake, and of the totals, that will be gone.
    private struct Outcome {
        var sleep: ClosedRange<Double>
        var scores: ClosedRange<Double>
        var relapses = false
    }

    private func outcome(random: inout SeededGenerator) -> Outcome {
        let rates = cohort.care.rates
        let draw = random.unit()
        if draw < rates[.response] {
            let relapses = random.chance(rates[.relapse])
            return Outcome(sleep: 0.45...0.85, scores: 0.53...1, relapses: relapses)
        }
        if draw < rates[.response] + rates[.partial] {
            return Outcome(sleep: 0.25...0.5, scores: 0.27...0.47)
        }
        if draw < rates[.response] + rates[.partial] + rates[.same] {
            return Outcome(sleep: 0.05...0.25, scores: -0.04...0.16)
        }
        return Outcome(sleep: -0.5 ... -0.15, scores: -0.3 ... -0.12)
    }

    /// An infusion that is raised a step after a few sessions; what comes by another route follows the model.
    private func varyDoses(
        _ profile: inout CohortProfile, _ model: CohortProfile, random: inout SeededGenerator
    ) {
        guard let dose = model.treatment.plan.dose, dose.unit == .milligramsPerKilogram,
            random.chance(cohort.care.rates[.doseStep])
        else { return }
        let before = 2 + Int(random.unit() * 3)
        profile.treatment.doses = Array(repeating: dose.amount, count: before) + [dose.amount + 0.1]
    }

    /// Sessions that are missed, called off or moved to a later day before the next one.
    private func varyDates(_ profile: inout CohortProfile, random: inout SeededGenerator) {
        let care = cohort.care
        let days = profile.treatment.plan.sessionDays
        profile.treatment.exceptions = days.indices.compactMap { index in
            let draw = random.unit()
            let gap = index + 1 < days.count ? days[index + 1] - days[index] : 7
            let (missed, cancelled) = (care.rates[.missed], care.rates[.cancelled])
            if index > 0, draw < missed {
                return exception(index, .missed, .missed, random: &random)
            } else if index > 0, draw < missed + cancelled {
                return exception(index, .cancelled, .cancelled, random: &random)
            } else if draw < missed + cancelled + care.rates[.moved], gap > 1 {
                return exception(index, .moved, .moved, days: gap > 3 ? 2 : 1, random: &random)
            }
            return nil
        }
    }

    private func exception(
        _ index: Int, _ status: Session.Status, _ reason: CohortCare.Reason, days: Int = 0,
        random: inout SeededGenerator
    ) -> CohortProfile.SessionException {
        CohortProfile.SessionException(
            number: index + 1, status: status, why: random.pick(cohort.care.reasons[reason] ?? []) ?? "",
            days: days)
    }
}
