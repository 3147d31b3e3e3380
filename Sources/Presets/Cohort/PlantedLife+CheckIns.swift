// The questionnaires of a made-up person: which, when, and answers that hang together with the life.

import CareDomain

extension PlantedLife {
    /// A questionnaire that the person is followed with.
    private struct Followed {
        var instrument: Instrument
        var every: Int
        var due: CivilDate
        /// The last day on which it is asked for.
        var until: CivilDate
    }

    private struct Written {
        var instrument: Instrument
        var date: CivilDate
        var at: Instant
    }

    /// From a baseline on, late on afternoons without a session, no more of them at once than Lull asks for.
    func checkIns(_ nights: [PlantedNight], _ spirits: PlantedSpirits) -> [RecordDraft] {
        let written = written()
        let last = written.last { $0.instrument.name == "phq9" }?.date
        return written.compactMap { item in
            let body = checkIn(item.instrument, on: item.date, nights, spirits, isLast: item.date == last)
            return draft(.checkIn(body), key: "checkIn/\(item.instrument.name)/\(item.date)", at: item.at)
        }
    }

    private func followed() -> [Followed] {
        let baseline = max(firstEvening.adding(days: 1), course.start.adding(days: -3))
        let end = max(course.lastDay, givenSessions.last?.date ?? course.lastDay)
        var random = generator("followed")
        return care.checkIns.compactMap { cadence in
            let isDrawn = random.chance(rates[.sleepinessAsked])
            guard let instrument = Shipped.instrument(named: cadence.instrument) else { return nil }
            let isScored = profile.scores.contains { $0.instrument.rawValue == instrument.name }
            let isAsked =
                switch instrument.name {
                case "epworth": isDrawn
                case "ddnsi", "nightmares": profile.has("ptsd")
                default: isScored
                }
            let until = end.adding(days: max(1, instrument.timing.weeksAfter) * 7)
            return isAsked
                ? Followed(
                    instrument: instrument, every: max(cadence.days, profile.scoresEvery), due: baseline,
                    until: until)
                : nil
        }
    }

    private func written() -> [Written] {
        let limits = CheckInLimits()
        var followed = followed()
        var written: [Written] = []
        var date = firstEvening.adding(days: 1)
        while date <= today {
            defer { date = date.adding(days: 1) }
            var random = generator("checkIns/\(date)")
            let isWilling = random.chance(0.5 + 0.45 * profile.diary.share)
            let from = min(990 + Int(random.unit() * 90), plannedBed - 150)
            guard isWilling, !isAway(date), !givenSessions.contains(where: { $0.date == date }) else {
                continue
            }
            let due = followed.indices.filter { followed[$0].due <= date && date <= followed[$0].until }
                .sorted { (followed[$0].due, $0) < (followed[$1].due, $1) }
            for (place, index) in due.enumerated() {
                let count = followed[index].instrument.items.count
                let today = items(of: written, since: date)
                let week = items(of: written, since: date.adding(days: -6))
                let at = instant(date, minutes: from + place * 4)
                let fits =
                    (today == 0 || today + count <= limits.itemsADay)
                    && (week == 0 || week + count <= limits.itemsAWeek)
                guard fits, at <= lastWord else { continue }
                written.append(Written(instrument: followed[index].instrument, date: date, at: at))
                followed[index].due = date.adding(days: followed[index].every)
            }
        }
        return written
    }

    private func items(of written: [Written], since date: CivilDate) -> Int {
        written.reversed().prefix { $0.date >= date }.reduce(0) { $0 + $1.instrument.items.count }
    }

    // MARK: Answers

    private func checkIn(
        _ instrument: Instrument, on date: CivilDate, _ nights: [PlantedNight], _ spirits: PlantedSpirits,
        isLast: Bool
    ) -> CheckIn {
        var random = generator("checkIn/\(instrument.name)/\(date)")
        let week = nights.run { $0.night.date > date.adding(days: -7) && $0.night.date <= date }
        var answers: [Int?] =
            switch instrument.name {
            case "nightmares": dreams(week)
            case "ddnsi": distress(week, random: &random)
            case "epworth": sleepiness(instrument, spirits.weekly(date), random: &random)
            default: scored(instrument, on: date, spirits, isLast: isLast, random: &random)
            }
        if random.chance(rates[.half]), profile.itemNine == 0 {
            // Mostly left half-way, now and then one line passed over.
            let open = random.chance(0.7) ? answers.count / 2 + Int(random.unit() * 2) : answers.count
            if open == answers.count, answers.count > 2 { answers[1 + Int(random.unit() * 2)] = nil }
            for index in answers.indices.dropFirst(open) { answers[index] = nil }
        }
        return CheckIn(instrument: instrument.name, answers: answers)
    }

    private func scored(
        _ instrument: Instrument, on date: CivilDate, _ spirits: PlantedSpirits, isLast: Bool,
        random: inout SeededGenerator
    ) -> [Int?] {
        guard let score = profile.scores.first(where: { $0.instrument.rawValue == instrument.name }) else {
            return Array(repeating: nil, count: instrument.items.count)
        }
        let most = Double(instrument.totalRange?.upperBound ?? 0)
        let usual = score.first + (score.last - score.first) * progress(on: date)
        let moved = spirits.weekly(date) * most * 0.04 + random.normal() * most * 0.02
        let total = min(Int(most), max(0, Int((usual + moved).rounded())))
        let hasItemNine = instrument.name == "phq9"
        let answers = spread(total, over: instrument, items: instrument.items.count - (hasItemNine ? 1 : 0))
        return hasItemNine ? answers + [itemNine(total, isLast: isLast, random: &random)] : answers
    }

    /// Mostly 0; the worse the week, the likelier another answer. A profile of the file names its last one.
    private func itemNine(_ total: Int, isLast: Bool, random: inout SeededGenerator) -> Int {
        if profile.itemNine > 0 { return isLast ? profile.itemNine : random.chance(0.15) ? 1 : 0 }
        let depth = Double(total) / 20
        guard profile.hasDarkWeeks, random.chance(min(0.6, depth * depth * 0.19)) else { return 0 }
        return total >= 17 && random.chance(0.12) ? 2 : 1
    }

    /// Answers that add up to the total where the items can hold it: each person has items that weigh more,
    /// and keeps them.
    private func spread(_ total: Int, over instrument: Instrument, items: Int) -> [Int?] {
        var random = generator("items/\(instrument.name)")
        let weights = (0..<items).map { _ in random.between(0.5, 1.5) }
        let most = instrument.items.prefix(items).map(\.answers.upperBound)
        var answers = Array(repeating: 0, count: items)
        for _ in 0..<min(total, most.reduce(0, +)) {
            let open = answers.indices.filter { answers[$0] < most[$0] }
            let next = open.max { a, b in
                weights[a] / Double(answers[a] + 1) < weights[b] / Double(answers[b] + 1)
            }
            if let next { answers[next] += 1 }
        }
        return answers
    }

    // MARK: Dreams and sleepiness

    /// Nights with nightmares and nightmares of the logged nights, as for seven.
    private func dreams(_ week: ArraySlice<PlantedNight>) -> [Int?] {
        let scale = 7 / Double(max(1, week.count))
        let counts = week.compactMap(\.night.nightmares)
        let nights = min(7, Int((Double(counts.filter { $0 > 0 }.count) * scale).rounded()))
        let all = Int((Double(counts.reduce(0, +)) * scale).rounded())
        return [nights, nights == 0 ? 0 : max(nights, all)]
    }

    private func distress(_ week: ArraySlice<PlantedNight>, random: inout SeededGenerator) -> [Int?] {
        let counts = dreams(week).compactMap { $0 }
        guard counts[0] > 0 else { return [0, 0, 0, 0, 0] }
        let noted = week.compactMap(\.night.distress)
        let mean = Double(noted.reduce(0, +)) / Double(max(1, noted.count))
        let strength = min(6, max(1, Int((mean * 0.5 + random.normal() * 0.5).rounded())))
        return [
            counts[0], min(14, counts[1]), min(4, 1 + counts[0] / 2), strength,
            min(6, max(1, strength + Int(random.normal().rounded()))),
        ]
    }

    private func sleepiness(
        _ instrument: Instrument, _ weather: Double, random: inout SeededGenerator
    ) -> [Int?] {
        var own = generator("sleepiness")
        let total = own.between(3, 8.5) + weather * 0.8 + random.normal() * 0.6
        return spread(max(0, Int(total.rounded())), over: instrument, items: instrument.items.count)
    }
}

extension Array {
    /// The run of elements from the first to the last for which something holds.
    fileprivate func run(where holds: (Element) -> Bool) -> ArraySlice<Element> {
        guard let from = firstIndex(where: holds), let to = lastIndex(where: holds) else { return [] }
        return self[from...to]
    }
}
