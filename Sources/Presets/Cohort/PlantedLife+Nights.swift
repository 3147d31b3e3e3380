// The nights of a made-up person: a plan, a course that changes them, sessions, and noise that lingers.

import CareDomain

/// A night as it was written down, with what else follows from it.
struct PlantedNight {
    var night: Night
    /// When the person wrote it down.
    var entered: Instant
    /// How restless the night was beside the person's others, in standard deviations.
    var unrest: Double
    var device: Night?

    var evening: CivilDate { night.date.adding(days: -1) }
}

extension PlantedLife {
    /// The logged nights, by date. The noise goes on through nights that were not logged.
    func nights() -> [PlantedNight] {
        var random = generator("nights")
        let logged = loggedDates()
        var noise = NightNoise(memory: profile.sleep.memory, random: &random)
        var nights: [PlantedNight] = []
        for offset in 0..<max(0, firstEvening.days(until: today)) {
            let date = firstEvening.adding(days: offset + 1)
            noise.advance(&random)
            // A generator a night, so that one night's draws never move the next one's.
            var own = generator("night/\(date)")
            let times = NightTimes(self, date: date, noise: noise, random: &own)
            let whole = night(date, times, random: &own)
            let device = profile.diary.hasDevice ? recording(of: times, date: date, random: &own) : nil
            let entered = instant(date.adding(days: -1), minutes: times.outOfBed + 10 + Int(own.unit() * 50))
            guard logged.contains(date), entered <= lastWord else { continue }
            let diary = withBlanks(whole, random: &own)
            nights.append(
                PlantedNight(night: diary, entered: entered, unrest: noise.unrest, device: device))
        }
        return nights
    }

    /// What is left of the zeal with which the diary was begun: it wanes with the weeks of the course, and
    /// once that is over most write now and then.
    private func zeal(on date: CivilDate) -> Double {
        guard profile.diary.fading > 0 else { return 1 }
        let weeks = Double(course.start.days(until: date)) / 7
        return max(
            0.3, (1 - profile.diary.fading * weeks) * (date > course.lastDay.adding(days: 3) ? 0.7 : 1))
    }

    /// A night left out makes the next one more likely to be left out. Before the first session at least
    /// seven stand.
    private func loggedDates() -> Set<CivilDate> {
        var random = generator("diary")
        var logged: Set<CivilDate> = []
        var wasLogged = true
        for offset in 0..<max(0, firstEvening.days(until: today)) {
            let date = firstEvening.adding(days: offset + 1)
            let isBaseline = date <= course.start
            let usual = isBaseline ? max(profile.diary.share, 0.9) : profile.diary.share * zeal(on: date)
            let share = wasLogged ? usual : usual * 0.85
            let mustLog = isBaseline && logged.count + date.days(until: course.start) < 7
            // Drawn on days away too, so that a break moves none of the other days.
            let isWilling = random.chance(share)
            wasLogged = (isWilling || mustLog) && !isAway(date)
            if wasLogged { logged.insert(date) }
        }
        return logged
    }

    private func night(_ date: CivilDate, _ times: NightTimes, random: inout SeededGenerator) -> Night {
        let evening = date.adding(days: -1)
        var night = Night(date: date, zone: zone)
        night.intoBed = instant(evening, minutes: times.intoBed)
        night.trySleep = instant(evening, minutes: times.trySleep)
        night.finalAwake = instant(evening, minutes: times.finalAwake)
        night.outOfBed = instant(evening, minutes: times.outOfBed)
        night.latency = Minutes(times.latency)
        night.awakenings = times.awakenings
        night.wakeAfterSleepOnset = times.awakenings > 0 ? Minutes(times.wake) : nil
        let early = times.outOfBed - times.finalAwake
        if early >= 20, random.chance(0.7) { night.tryingAfterWaking = Minutes(early / 10 * 5) }
        let planned = 1440 + profile.target.rise.minutesAfterMidnight
        if planned - times.finalAwake >= 20 { night.earlierThanPlanned = Minutes(planned - times.finalAwake) }
        rate(&night, times, random: &random)
        if random.chance(0.4) {
            let guess = Double(times.asleep) + random.normal() * 25
            night.ownSleep = Minutes((guess / 15).rounded() * 15)
        }
        return night
    }

    /// Quality, refreshment, nightmares and what is said in passing.
    private func rate(_ night: inout Night, _ times: NightTimes, random: inout SeededGenerator) {
        let since = lastSession(before: night.date)?.nightsSince
        let quality = 1 + (times.efficiency - 65) / 6.6 + random.normal() * 0.45
        night.quality = Int(min(5, max(1, quality)).rounded())
        night.refreshed = Int(min(5, max(1, quality + random.normal() * 0.6)).rounded())
        if isShort(night.date) {
            night.quality = 4
            night.refreshed = random.chance(0.5) ? 4 : 5
        }
        if profile.sleep.nightmares > 0 {
            let share = left(of: profile.sleep.nightmares, on: night.date) / 7
            night.nightmares = random.chance(min(0.9, share)) ? (random.chance(0.2) ? 2 : 1) : 0
            if night.nightmares != 0 { night.distress = 3 + Int(random.unit() * 6) }
        }
        guard random.chance(0.2) else { return }
        let said =
            since == 0
            ? cohort.comments.session
            : times.efficiency < 75 ? cohort.comments.poor : cohort.comments.good
        night.comment = random.pick(said)
    }

    func isShort(_ date: CivilDate) -> Bool { date.days(until: today) < profile.diary.shortNights }

    /// Now and then an item is left blank.
    private func withBlanks(_ night: Night, random: inout SeededGenerator) -> Night {
        var night = night
        guard random.chance(0.05) else { return night }
        switch Int(random.unit() * 4) {
        case 0: night.latency = nil
        case 1:
            night.awakenings = nil
            night.wakeAfterSleepOnset = nil
        case 2: night.quality = nil
        default: night.refreshed = nil
        }
        return night
    }

    func drafts(ofNight planted: PlantedNight) -> [RecordDraft] {
        let date = planted.night.date
        let diary = draft(.night(planted.night), key: "night/\(date)", at: planted.entered)
        let device = planted.device.flatMap { night in
            draft(.night(night), key: "device/\(date)", at: planted.entered)
        }
        return [diary, device].compactMap { $0 }
    }
}

/// What moves a person's nights beside the course: a shared unrest, and one of each measure's own.
struct NightNoise {
    private var shared: LingeringNoise
    private var ofLatency: LingeringNoise
    private var ofWake: LingeringNoise
    private var ofBed: LingeringNoise

    init(memory: Double, random: inout SeededGenerator) {
        shared = LingeringNoise(memory: memory, random: &random)
        ofLatency = LingeringNoise(memory: memory / 2, random: &random)
        ofWake = LingeringNoise(memory: memory / 2, random: &random)
        ofBed = LingeringNoise(memory: memory, random: &random)
    }

    mutating func advance(_ random: inout SeededGenerator) {
        shared.advance(&random)
        ofLatency.advance(&random)
        ofWake.advance(&random)
        ofBed.advance(&random)
    }

    var unrest: Double { shared.value }
    var latency: Double { 0.6 * shared.value + 0.8 * ofLatency.value }
    var wake: Double { 0.6 * shared.value + 0.8 * ofWake.value }
    var bed: Double { ofBed.value }
}

/// The times of one night in minutes after the midnight of its evening, and the minutes awake, as a diary has
/// them.
struct NightTimes {
    var intoBed: Int
    var trySleep: Int
    var finalAwake: Int
    var outOfBed: Int
    var latency: Int
    var wake: Int
    var awakenings: Int

    /// Minutes between falling asleep and the last waking.
    var period: Int { finalAwake - trySleep - latency }
    var asleep: Int { period - wake }
    /// Percent of the time from trying to sleep to getting up.
    var efficiency: Double { 100 * Double(asleep) / Double(max(1, outOfBed - trySleep)) }

    init(_ life: PlantedLife, date: CivilDate, noise: NightNoise, random: inout SeededGenerator) {
        let sleep = life.profile.sleep
        let shift = life.weekendShift(date.adding(days: -1))
        let rise = Double(1440 + life.profile.target.rise.minutesAfterMidnight)
        let bed = life.plannedBed + life.bedDelay(on: date.adding(days: -1))
        intoBed = Self.fives(Double(bed) + shift + noise.bed * 16)
        trySleep = intoBed + Self.fives(max(0, sleep.reading * random.between(0.3, 1.7)))
        outOfBed = Self.fives(rise + shift * 1.1 + random.normal() * 11)
        let early =
            life.left(of: sleep.early, on: date) * Self.skewed(noise.wake * 0.5 + random.normal() * 0.5)
        finalAwake = outOfBed - max(5, Self.fives(early))
        var added = (latency: 0.0, wake: 0.0)
        if let session = life.lastSession(before: date), session.nightsSince <= 1 {
            let share = life.strength(ofSession: session.number) * (session.nightsSince == 0 ? 1 : 0.3)
            added.latency = life.profile.sessionNight.latency * share
            added.wake = life.profile.sessionNight.wake * share
        }
        let usualLatency = max(4, life.left(of: sleep.latency, on: date) + added.latency)
        let usualWake = max(4, life.left(of: sleep.wake, on: date) + added.wake)
        latency = Self.estimate(usualLatency * Self.skewed(noise.latency), random: &random)
        wake = Self.estimate(usualWake * Self.skewed(noise.wake), random: &random)
        awakenings = 0
        if life.isShort(date) { shorten() }
        settle(random: &random)
    }

    /// To bed late, up early, and asleep soon: three hours less without lying awake.
    private mutating func shorten() {
        intoBed += 95
        trySleep += 95
        finalAwake -= 100
        outOfBed -= 95
        latency = min(latency, 10)
        wake = min(wake, 10)
    }

    /// Keeps the order of times, at least two hours between onset and last waking, and more sleep in them
    /// than wake.
    private mutating func settle(random: inout SeededGenerator) {
        latency = min(latency, max(0, finalAwake - trySleep - 120))
        wake = min(wake, max(0, period / 2))
        guard wake >= 3 else {
            wake = 0
            return
        }
        awakenings = min(7, max(1, Int((Double(wake) / random.between(12, 28)).rounded())))
    }

    private static func fives(_ minutes: Double) -> Int { Int((minutes / 5).rounded()) * 5 }

    /// Most people answer in fives.
    private static func estimate(_ minutes: Double, random: inout SeededGenerator) -> Int {
        random.chance(0.88) ? fives(minutes) : Int(minutes.rounded())
    }

    /// A factor around 1 with a long upper tail, from a normal deviate.
    private static func skewed(_ deviate: Double) -> Double {
        let root = 1 + 0.2 * min(3, max(-3, deviate))
        return root * root / 1.04
    }
}
