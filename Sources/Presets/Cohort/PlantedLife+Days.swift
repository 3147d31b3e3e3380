// What a made-up person writes down of the days beside nights and sessions: naps, habits, practice.

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
            let isForgetful = isSessionDay && random.chance(rates[.alcoholOnSessionDay])
            if isForgetful, profile.habits.drinksAWeek > 0 { habits.alcoholDrinks = 1 }
            if let intoBed = planted.night.intoBed {
                let before = max(0, profile.habits.screensBeforeBed + random.normal() * 15)
                habits.screensLast = stamped(intoBed.adding(Minutes(-Int(before / 5) * 5)))
            }
            habits.windDown = random.chance(0.3 + 0.4 * progress(on: day))
            if random.chance(rates[.habitDetails]) { detail(&habits, planted, random: &random) }
            return draft(.habits(habits), key: "habits/\(day)", at: planted.entered)
        }
    }

    /// What only some write down: nicotine, the last meal and glass, movement, light, and the room.
    private func detail(_ habits: inout Habits, _ planted: PlantedNight, random: inout SeededGenerator) {
        guard let intoBed = planted.night.intoBed else { return }
        var traits = generator("traits")
        let isSmoker = traits.chance(rates[.smokers])
        let (moves, room) = (traits.between(0.15, 0.7), (0..<5).map { _ in traits.between(0.6, 1) })
        let before = { (minutes: Double) in self.stamped(intoBed.adding(Minutes(-Int(minutes / 5) * 5))) }
        if isSmoker, random.chance(0.9) { habits.nicotineLast = before(random.between(15, 120)) }
        if habits.alcoholDrinks ?? 0 > 0 { habits.alcoholLast = before(random.between(60, 240)) }
        habits.mealLast = before(random.between(120, 270))
        if random.chance(moves) {
            let end = instant(habits.day, minutes: 600 + Int(random.unit() * 100) * 5)
            habits.exercise = end < intoBed ? .at(stamped(end)) : .yes
        } else {
            habits.exercise = .no
        }
        habits.light = random.chance(0.6) ? .yes : .no
        habits.worryTime = random.chance(0.15 + 0.2 * progress(on: habits.day)) ? .yes : .no
        let rating = room.map { random.chance($0) }
        habits.room = Habits.Room(
            dark: rating[0], quiet: rating[1], cool: rating[2], calm: rating[3], comfortable: rating[4])
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
            var eased = Int((random.between(0, 3.5) + random.normal() * 0.6).rounded())
            if random.chance(rates[.practiceWorse]) { eased = -3 }
            let start = bed.adding(Minutes(-(planned / 60 + 10 + Int(random.unit() * 6) * 5)))
            let practice = Practice(
                programme: programme.name, start: stamped(start), plannedSeconds: planned, seconds: seconds,
                completed: completed, tensionBefore: before,
                tensionAfter: completed || random.chance(0.5) ? min(10, max(0, before - eased)) : nil)
            return draft(
                .practice(practice), key: "practice/\(day)", at: start.adding(seconds: Int64(seconds)))
        }
    }
}
