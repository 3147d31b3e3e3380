// How a made-up person's days feel, and what they notice after sessions: from the same course, nights and
// weather of the mind as everything else.

import CareDomain

/// The ups and downs beside the course, worse above 0, in standard deviations: they linger from one day to
/// the next, and a restless night leaves something of itself.
struct PlantedSpirits {
    private let first: CivilDate
    private let weather: [Double]
    private let qualities: [CivilDate: Int]

    init(_ life: PlantedLife, _ nights: [PlantedNight]) {
        first = life.firstEvening
        var random = life.generator("spirits")
        let unrest = Dictionary(nights.map { ($0.night.date, $0.unrest) }) { _, last in last }
        var noise = LingeringNoise(memory: 0.8, random: &random)
        var weather: [Double] = []
        for offset in 0...max(0, first.days(until: life.today)) {
            noise.advance(&random)
            weather.append(0.85 * noise.value + 0.35 * (unrest[first.adding(days: offset)] ?? 0))
        }
        self.weather = weather
        qualities = Dictionary(
            nights.compactMap { night in night.night.quality.map { (night.night.date, $0) } }
        ) { _, last in last }
    }

    func weather(_ date: CivilDate) -> Double {
        let offset = first.days(until: date)
        return weather.indices.contains(offset) ? weather[offset] : 0
    }

    /// The mean of the seven days up to a date.
    func weekly(_ date: CivilDate) -> Double {
        (0..<7).reduce(0) { $0 + weather(date.adding(days: -$1)) } / 7
    }

    /// The quality of the night before a day, beside a fair one; 0 where it is not known.
    func rest(_ date: CivilDate) -> Double { qualities[date].map { Double($0) - 3 } ?? 0 }
}

extension PlantedLife {
    /// How far up its scale a questionnaire's total is to be on a date, 0...1; nil where the person is not
    /// followed with it.
    private func burden(_ instrument: CohortProfile.Instrument, _ date: CivilDate) -> Double? {
        profile.scores.first { $0.instrument == instrument }.map { score in
            let total = score.first + (score.last - score.first) * progress(on: date)
            return total / Double(instrument.items * instrument.most)
        }
    }

    /// In the evening of many days.
    func moods(_ spirits: PlantedSpirits) -> [RecordDraft] {
        var traits = generator("pain")
        let usualPain = traits.chance(rates[.pain]) ? traits.between(1, 5) : nil
        return (0...max(0, firstEvening.days(until: today))).compactMap { offset in
            let day = firstEvening.adding(days: offset)
            var random = generator("mood/\(day)")
            guard random.chance(rates[.mood] * profile.diary.share), !isAway(day) else { return nil }
            let weather = spirits.weather(day)
            let low = burden(.phq9, day) ?? 0.4
            let tense = burden(.gad7, day) ?? low * 0.8
            let level = { (value: Double) in min(10, max(0, Int(value.rounded()))) }
            var mood = Mood(day: day)
            let rest = spirits.rest(day)
            mood.mood = level(8.7 - 7.6 * low - 0.7 * weather + 0.35 * rest + random.normal() * 0.6)
            let anxiety = 1 + 7 * tense + 0.7 * weather - 0.2 * rest + random.normal() * 0.7
            mood.anxiety = level(anxiety)
            mood.calm = level(9 - anxiety + random.normal() * 0.7)
            let isSessionDay = givenSessions.contains { $0.date == day }
            let clear = 8 - 4 * low + 0.4 * rest - (isSessionDay ? 2 : 0) + random.normal() * 0.6
            if random.chance(0.85) { mood.clear = level(clear) }
            if let usualPain { mood.pain = level(usualPain + 0.4 * weather + random.normal() * 0.8) }
            let minutes = min(plannedBed - 45, 1170 + Int(random.unit() * 90))
            return draft(.mood(mood), key: "mood/\(day)", at: instant(day, minutes: minutes))
        }
    }

    // MARK: Symptoms

    func symptoms() -> [RecordDraft] {
        givenSessions.flatMap { session in
            [evening(after: session.number, on: session.date), morning(after: session)].compactMap { $0 }
        } + sleepSigns()
    }

    /// How far away the person still is that evening, when it was over, and what came with it.
    private func evening(after number: Int, on date: CivilDate) -> RecordDraft? {
        var random = generator("evening/\(number)")
        let start = startOfSession(number)
        guard random.chance(rates[.sessionEvening] * profile.diary.share), !isAway(date) else { return nil }
        let bed = instant(date, minutes: plannedBed - 20)
        let gone = start.adding(Minutes(Int(random.between(28, 84)) * 5))
        var symptoms = Symptoms(day: date)
        let peak = usualDissociation(number)
        var at = gone.adding(Minutes(5 + Int(random.unit() * 40)))
        if at <= bed, random.chance(0.85) {
            symptoms.effectsGoneAt = stamped(gone)
            symptoms.detached = random.chance(0.75) ? 0 : 1
        } else {
            // Told before bed, while something is left of it.
            at = max(start.adding(Minutes(150)), min(bed, instant(date, minutes: 1230)))
            symptoms.detached = min(5, max(1, Int((peak * 0.35 + random.normal() * 0.5).rounded())))
        }
        let early = number <= 3 ? 1.0 : 0.6
        symptoms.dizzy = random.chance(0.25 * early)
        symptoms.nausea = random.chance(0.18 * early)
        symptoms.headache = random.chance(0.12)
        return draft(.symptoms(symptoms), key: "evening/\(number)", at: at)
    }

    /// Some say the next morning too how it is, and whether passing water was as ever.
    private func morning(after session: (number: Int, date: CivilDate)) -> RecordDraft? {
        var random = generator("morning/\(session.number)")
        let date = session.date.adding(days: 1)
        guard random.chance(rates[.nextMorning]), !isAway(date) else { return nil }
        var symptoms = Symptoms(day: date)
        symptoms.detached = random.chance(rates[.stillDetached]) ? 2 + Int(random.unit() * 3) : 0
        symptoms.dizzy = random.chance(0.04)
        symptoms.headache = random.chance(0.1)
        symptoms.urgency = random.chance(rates[.urinary] * 4)
        symptoms.pain = random.chance(rates[.urinary])
        symptoms.bloodInUrine = false
        if profile.has("ptsd") { symptoms.fearOfSleep = random.chance(0.01) }
        let minutes = 1440 + profile.target.rise.minutesAfterMidnight + 30 + Int(random.unit() * 60)
        return draft(
            .symptoms(symptoms), key: "morning/\(session.number)", at: instant(session.date, minutes: minutes)
        )
    }

    /// Whether the person has signs that a sleep clinic looks into, and which.
    var sleepSign: WritableKeyPath<Symptoms, Bool?>? {
        var random = generator("sleepSign")
        guard random.chance(rates[.sleepSigns]) else { return nil }
        return random.pick([\Symptoms.gasping, \.legUrge, \.actingOut])
    }

    private func sleepSigns() -> [RecordDraft] {
        guard let sign = sleepSign else { return [] }
        let day = course.start.adding(days: 1)
        var symptoms = Symptoms(day: day)
        symptoms[keyPath: sign] = true
        return [draft(.symptoms(symptoms), key: "sleepSign", at: instant(day, minutes: 1120))].compactMap {
            $0
        }
    }
}
