// Refuses what can be read and cannot have been: ends before beginnings, times to come, other days.

import CareDomain

struct EntrySense {
    let subject: Subject
    let now: Instant
    /// What a key is called.
    let label: (String) -> String

    /// - Throws: `Failure` with the sentence for what makes no sense.
    func check(_ body: RecordBody) throws {
        switch body {
        case .nap(let nap): try check(nap)
        case .practice(let practice): try refuseFuture(practice.start)
        case .habits(let habits): try check(habits.day, times: habits.times)
        case .mood(let mood): try check(mood.day, times: [])
        case .symptoms(let symptoms):
            try check(symptoms.day, times: symptoms.effectsGoneAt.map { [("effectsGoneAt", $0)] } ?? [])
        case .medication(let medication):
            try refuse(medication.stop, "stop", before: medication.start, "start")
        case .therapy(let therapy): try refuse(therapy.end, "end", before: therapy.start, "start")
        case .referral(let referral):
            try refuse(referral.seen, "seen", before: referral.sent, "sent")
            try refuseFuture(referral.sent, "sent")
            try refuseFuture(referral.seen, "seen")
        case .duty(let duty): try refuseFuture(duty.done, "done")
        case .call(let call): try refuseFuture(call.start)
        default: break
        }
    }

    private func check(_ nap: Nap) throws {
        if let end = nap.end, end.instant <= nap.start.instant {
            throw Failure.badData("the nap would end at \(end.text()), before it began; check its times")
        }
        guard let length = nap.length else { throw Failure.badData("give the nap's end, or its minutes") }
        guard length > .zero else { throw Failure.badData("\(label("minutes")) must be more than 0") }
        try refuseFuture(nap.end ?? nap.start)
    }

    /// What a day held lies on it, or in the small hours of the next.
    private func check(_ day: CivilDate, times: [(key: String, at: OffsetInstant)]) throws {
        guard day <= subject.today else { throw Failure.badData("the day \(day) has not come yet") }
        for (key, at) in times {
            guard at.instant <= now else {
                throw Failure.badData("\(label(key)): \(at.text()) has not come yet")
            }
            let date = subject.zone.date(at.instant)
            guard date == day || date == day.adding(days: 1) else {
                throw Failure.badData("\(label(key)): \(at.text()) is not on the day \(day)")
            }
        }
    }

    private func refuse(
        _ later: DayOrTime?, _ laterKey: String, before earlier: DayOrTime?, _ earlierKey: String
    ) throws {
        guard let later, let earlier, later.isBefore(earlier) else { return }
        throw Failure.badData(
            "\(label(laterKey)) \(later.date) would be before \(label(earlierKey)) \(earlier.date)")
    }

    private func refuseFuture(_ moment: DayOrTime?, _ key: String) throws {
        switch moment {
        case .day(let date)? where date > subject.today:
            throw Failure.badData("\(label(key)) \(date) has not come yet")
        case .time(let instant)?: try refuseFuture(instant)
        default: break
        }
    }

    private func refuseFuture(_ instant: OffsetInstant) throws {
        guard instant.instant <= now else { throw Failure.badData("\(instant.text()) has not come yet") }
    }
}

extension Habits {
    /// The times that were given, with their keys.
    fileprivate var times: [(key: String, at: OffsetInstant)] {
        var times = caffeine.map { (key: "caffeine", at: $0.at) }
        let lasts = [
            ("nicotineLast", nicotineLast), ("alcoholLast", alcoholLast), ("screensLast", screensLast),
            ("mealLast", mealLast),
        ]
        for case (let key, let at?) in lasts { times.append((key, at)) }
        let ticks = [
            ("exercise", exercise), ("light", light), ("stimulants", stimulants), ("worryTime", worryTime),
        ]
        for case (let key, .at(let at)?) in ticks { times.append((key, at)) }
        return times
    }
}
