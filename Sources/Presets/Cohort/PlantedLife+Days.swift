// What a made-up person writes down beside nights and sessions: naps, habits, practice, answers, notes.

import CareDomain

extension PlantedLife {
    /// A short one in the afternoon, after few nights.
    func naps(_ nights: [PlantedNight]) -> [RecordDraft] {
        nights.compactMap { planted in
            let date = planted.night.date
            var random = generator("nap/\(date)")
            guard random.chance(planted.unrest > 0.8 ? 0.16 : 0.04) else { return nil }
            let from = instant(date, minutes: 810 + Int(random.unit() * 20) * 5)
            let to = from.adding(Minutes(15 + Int(random.unit() * 7) * 5))
            let nap = Nap(start: stamped(from), end: stamped(to), zone: zone.name)
            return draft(.nap(nap), key: "nap/\(date)", at: to)
        }
    }

    /// The day before the night, written down together with it.
    func habits(_ nights: [PlantedNight]) -> [RecordDraft] {
        nights.compactMap { planted in
            let day = planted.evening
            var random = generator("habits/\(day)")
            guard random.chance(profile.habits.logged), day >= firstEvening else { return nil }
            var habits = Habits(day: day)
            let last =
                profile.habits.lastCoffee.minutesAfterMidnight + Int((random.normal() * 4).rounded()) * 10
            let coffees = max(0, profile.habits.coffees + Int((random.normal() * 0.5).rounded()))
            for cup in (0..<coffees).reversed() {
                let at = instant(day, minutes: max(390, last - cup * 150))
                habits.caffeine.append(.init(at: stamped(at), milligrams: cup == 0 ? 80 : 95))
            }
            habits.caffeine.sort { $0.at.instant < $1.at.instant }
            let isSessionDay = lastSession(before: planted.night.date)?.nightsSince == 0
            let drinks = random.chance(min(0.9, profile.habits.drinksAWeek / 7))
            habits.alcoholDrinks = drinks && !isSessionDay ? (random.chance(0.3) ? 2 : 1) : 0
            if let intoBed = planted.night.intoBed {
                let before = max(0, profile.habits.screensBeforeBed + random.normal() * 15)
                habits.screensLast = stamped(intoBed.adding(Minutes(-Int(before / 5) * 5)))
            }
            habits.windDown = random.chance(0.3 + 0.4 * progress(on: day))
            return draft(.habits(habits), key: "habits/\(day)", at: planted.entered)
        }
    }

    /// In the evening before bed, more often before restless nights and as the course goes on; tension mostly
    /// falls.
    func practices(_ nights: [PlantedNight]) -> [RecordDraft] {
        guard !profile.practice.programmes.isEmpty else { return [] }
        return nights.compactMap { planted in
            let day = planted.evening
            var random = generator("practice/\(day)")
            let usual = profile.practice.aWeek / 7 * (day < course.start ? 0.4 : 1)
            guard random.chance(min(0.95, usual * (1 + 0.25 * planted.unrest))),
                let programme = random.pick(profile.practice.programmes), let bed = planted.night.intoBed
            else { return nil }
            let planned = PracticeTimeline(programme: programme).totalMilliseconds / 1000
            let completed = random.chance(0.9)
            let seconds = completed ? planned : Int(Double(planned) * random.between(0.3, 0.9))
            let before = min(9, max(1, Int((5 + planted.unrest * 1.2 + random.normal()).rounded())))
            let eased = Int((random.between(0, 3.5) + random.normal() * 0.6).rounded())
            let start = bed.adding(Minutes(-(planned / 60 + 10 + Int(random.unit() * 6) * 5)))
            let practice = Practice(
                programme: programme.name, start: stamped(start), plannedSeconds: planned, seconds: seconds,
                completed: completed, tensionBefore: before,
                tensionAfter: completed || random.chance(0.5) ? min(10, max(0, before - eased)) : nil)
            return draft(
                .practice(practice), key: "practice/\(day)", at: start.adding(seconds: Int64(seconds)))
        }
    }

    // MARK: Questionnaires

    /// One before the course, then one each week or as the person does it, late on an afternoon.
    func checkIns() -> [RecordDraft] {
        profile.scores.enumerated().flatMap { index, score -> [RecordDraft] in
            let every = max(1, profile.scoresEvery)
            // Two of them on one day are fine, four are a burden.
            var date = course.start.adding(days: -2 - index / 2)
            var dates: [CivilDate] = []
            while date <= today {
                if date >= firstEvening { dates.append(date) }
                date = date.adding(days: every)
            }
            let written = dates.filter { checkInTime($0, index) <= lastWord }
            return written.compactMap { date in
                let isLast = date == written.last
                let body = checkIn(score, on: date, isLast: isLast)
                let key = "checkIn/\(score.instrument.rawValue)/\(date)"
                return draft(.checkIn(body), key: key, at: checkInTime(date, index))
            }
        }
    }

    private func checkInTime(_ date: CivilDate, _ index: Int) -> Instant {
        var random = generator("checkIn/\(date)")
        return instant(date, minutes: 990 + Int(random.unit() * 90) + index * 4)
    }

    private func checkIn(_ score: CohortProfile.Score, on date: CivilDate, isLast: Bool) -> CheckIn {
        let instrument = score.instrument
        var random = generator("checkIn/\(instrument.rawValue)/\(date)")
        let usual = score.first + (score.last - score.first) * progress(on: date)
        let most = instrument.items * instrument.most
        let total = min(most, max(0, Int((usual + random.normal() * Double(most) / 36).rounded())))
        let hasItemNine = instrument == .phq9
        var answers = spread(total, over: instrument, items: instrument.items - (hasItemNine ? 1 : 0))
        if hasItemNine { answers.append(isLast ? profile.itemNine : 0) }
        return CheckIn(instrument: instrument.rawValue, answers: answers)
    }

    /// Answers that add up to the total where the items can hold it: each person has items that weigh more,
    /// and keeps them.
    private func spread(_ total: Int, over instrument: CohortProfile.Instrument, items: Int) -> [Int?] {
        var random = generator("items/\(instrument.rawValue)")
        let weights = (0..<items).map { _ in random.between(0.5, 1.5) }
        var answers = Array(repeating: 0, count: items)
        for _ in 0..<min(total, items * instrument.most) {
            let open = answers.indices.filter { answers[$0] < instrument.most }
            let next = open.max { a, b in
                weights[a] / Double(answers[a] + 1) < weights[b] / Double(answers[b] + 1)
            }
            if let next { answers[next] += 1 }
        }
        return answers
    }

    func notes() -> [RecordDraft] {
        profile.notes.enumerated().compactMap { index, note in
            let day = today.adding(days: -note.daysAgo)
            let body = RecordBody.note(Note(text: note.text, to: "clinic"))
            return draft(body, key: "note/\(index + 1)", at: instant(day, minutes: 1170))
        }
    }
}
