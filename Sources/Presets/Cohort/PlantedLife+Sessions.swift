// The sessions of a made-up course: given, cancelled, missed or moved, and what the clinic owes after them.

import CareDomain

extension PlantedLife {
    /// The time of the plan, on the day to which it was moved.
    private func plannedTime(_ number: Int) -> Instant {
        let planned = course.plan[number - 1].at.instant
        guard let days = exception(number)?.days, days != 0 else { return planned }
        let civil = zone.civil(planned)
        return instant(civil.date.adding(days: days), minutes: civil.secondOfDay / 60)
    }

    /// When the dose began: at the planned time or a little later.
    func startOfSession(_ number: Int) -> Instant {
        var random = generator("start/\(number)")
        return plannedTime(number).adding(Minutes(Int(random.unit() * 4) * 5))
    }

    /// Those that have begun. One that still runs has what was read so far, and no end.
    func sessions() -> [RecordDraft] {
        course.plan.indices.flatMap { index -> [RecordDraft] in
            let planned = course.plan[index]
            let key = "session/\(planned.id)"
            guard let exception = exception(index + 1) else {
                return [given(index + 1, key: key)].compactMap { $0 }
            }
            var session = Session(
                planned: planned.id, status: exception.status, route: planned.route, note: exception.why)
            let hour: Int64 = 3600
            switch exception.status {
            case .moved:
                session.start = stamped(plannedTime(index + 1))
                let told = planned.at.instant.adding(seconds: -20 * hour)
                let moved = clinicDraft(.session(session), key: key + "/moved", at: told)
                return [moved, given(index + 1, key: key)].compactMap { $0 }
            case .missed:
                // Written down when nobody came.
                let at = planned.at.instant.adding(seconds: hour)
                return [clinicDraft(.session(session), key: key, at: at)].compactMap { $0 }
            default:
                let at = planned.at.instant.adding(seconds: -5 * hour)
                return [clinicDraft(.session(session), key: key, at: at)].compactMap { $0 }
            }
        }
    }

    private func given(_ number: Int, key: String) -> RecordDraft? {
        var random = generator("session/\(number)")
        let planned = course.plan[number - 1]
        let start = startOfSession(number)
        guard start <= now else { return nil }
        let isHome = planned.route == .oral || planned.route == .sublingual
        let length = planned.route.map(Self.minutes(of:)) ?? 40
        let observed = observed(planned.route, number: number, random: &random)
        var session = Session(
            planned: planned.id, status: .done, start: stamped(start),
            end: stamped(start.adding(Minutes(length))), route: planned.route, dose: planned.dose,
            observations: observed.readings)
        let last = max(length, observed.readings.last?.minute ?? 0)
        let ready = start.adding(Minutes(last + 5 + Int(random.unit() * 4) * 5))
        let left = ready.adding(Minutes(5 + Int(random.unit() * 3) * 5))
        session.events = events(number, start, until: ready, random: &random)
        session.readyAt = stamped(ready)
        session.note = observed.note
        let companion = relatives().first?.name
        if isHome {
            session.site = "home"
            session.observer = companion
        } else {
            session.site = random.pick(care.rooms)
            session.observer = random.pick(care.staff)
            session.escort = random.chance(0.85) ? companion : "taxi"
            session.leftAt = stamped(left)
            session.lot = "LK\(4000 + start.milliseconds / 86_400_000 / 40 % 1000)"
            session.checks = care.checks.filter { _ in random.chance(0.9) }
        }
        if number == 1 || random.chance(rates[.weighed]) {
            var traits = generator("weight")
            let kilograms = traits.between(54, 102) + Double(number) * traits.between(-0.15, 0.1)
            session.weight = (kilograms * 10).rounded() / 10
        }
        let written = left.adding(Minutes(2))
        guard written > now else { return clinicDraft(.session(session), key: key, at: written) }
        let minutes = now.since(start).value
        session.observations.removeAll { Double($0.minute) > minutes }
        session.events.removeAll { event in event.at.map { $0.instant > now } ?? true }
        session.end = nil
        session.readyAt = nil
        session.leftAt = nil
        return clinicDraft(.session(session), key: key, at: start)
    }

    /// How long the dose takes. Infusion: Andrade 2017; spray: two or three devices five minutes apart; a
    /// lozenge is held until it has dissolved.
    private static func minutes(of route: Route) -> Int {
        switch route {
        case .intravenous: 40
        case .nasal, .sublingual: 10
        case .intramuscular, .oral: 5
        }
    }

    /// The commonest ones of early sessions, and a serious one very rarely.
    private func events(
        _ number: Int, _ start: Instant, until end: Instant, random: inout SeededGenerator
    ) -> [Session.AdverseEvent] {
        let early = zone.date(start) < course.start.adding(days: 7) ? 1 : 0.5
        var events: [Session.AdverseEvent] = []
        let latest = max(25, Int(end.since(start).value) - 10)
        for kind in care.adverseEvents where random.chance(kind.share * early) {
            let from = 15 + Int(random.unit() * 6) * 5
            let to = min(latest, from + 20 + Int(random.unit() * 9) * 5)
            let isMild = random.chance(0.8)
            events.append(
                .init(
                    at: stamped(start.adding(Minutes(min(from, latest - 5)))), what: kind.what,
                    severity: isMild ? "mild" : "moderate", serious: false,
                    action: isMild ? nil : kind.action, resolvedAt: stamped(start.adding(Minutes(to)))))
        }
        if random.chance(rates[.serious]) {
            let kind = care.seriousEvent
            events.append(
                .init(
                    at: stamped(start.adding(Minutes(latest - 5))), what: kind.what, severity: "severe",
                    serious: true, action: kind.action, resolvedAt: stamped(start.adding(Minutes(latest)))))
        }
        return events
    }

    // MARK: Duties

    /// The monitoring form after each session with esketamine, due in seven days and mostly sent in time.
    func duties() -> [RecordDraft] {
        givenSessions.compactMap { number, date in
            guard course.plan[number - 1].route == .nasal,
                course.protocolName.hasPrefix("esketamine")
            else { return nil }
            var random = generator("form/\(number)")
            let id = course.plan[number - 1].id
            let isOnTime = random.chance(rates[.formOnTime])
            let day = date.adding(days: isOnTime ? Int(random.unit() * 5) : 8 + Int(random.unit() * 5))
            let held = startOfSession(number).adding(Minutes(190))
            let sent = max(held, instant(Self.workDay(day), minutes: 960 + Int(random.unit() * 60)))
            var duty = Duty(session: id, what: Duty.monitoringForm, due: .day(date.adding(days: 7)))
            guard sent <= now else { return clinicDraft(.duty(duty), key: "form/\(id)", at: held) }
            duty.done = .time(stamped(sent))
            return clinicDraft(.duty(duty), key: "form/\(id)", at: sent)
        }
    }

    /// The date itself, or the Monday after a weekend.
    static func workDay(_ date: CivilDate) -> CivilDate {
        switch date.weekday {
        case .saturday: date.adding(days: 2)
        case .sunday: date.adding(days: 1)
        default: date
        }
    }
}
