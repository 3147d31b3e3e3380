// The sessions of a made-up course: given, cancelled or missed, with readings that rise and fall.

import CareDomain

extension PlantedLife {
    /// Those whose observation is over; one that is still running is not written down yet.
    func sessions() -> [RecordDraft] {
        course.plan.enumerated().compactMap { index, planned in
            var random = generator("session/\(index + 1)")
            let key = "session/\(planned.id)"
            if let exception = exception(index + 1) {
                let session = Session(
                    planned: planned.id, status: exception.status, route: planned.route, note: exception.why)
                // A cancelled one is written down that morning, a missed one when nobody came.
                let hours: Int64 = exception.status == .missed ? 1 : -5
                return draft(
                    .session(session), key: key, at: planned.at.instant.adding(seconds: hours * 3600))
            }
            let session = given(planned, number: index + 1, random: &random)
            let over = (session.observations.last?.minute ?? 0) + 10
            let begun = session.start?.instant ?? planned.at.instant
            return draft(.session(session), key: key, at: begun.adding(Minutes(over)))
        }
    }

    private func given(
        _ planned: Course.PlannedSession, number: Int, random: inout SeededGenerator
    ) -> Session {
        let start = planned.at.instant.adding(Minutes(Int(random.unit() * 4) * 5))
        let length = planned.route.map(Self.minutes(of:)) ?? 40
        return Session(
            planned: planned.id, status: .done, start: stamped(start),
            end: stamped(start.adding(Minutes(length))), route: planned.route, dose: planned.dose,
            observations: observations(planned.route, number: number, random: &random),
            events: events(random: &random), observer: random.pick(["kim", "sam", "noor"]))
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

    /// Infusions at 0, 15, 30, 45, 60 and 90 minutes (Szarmach 2020), sprays before, at about 40 minutes and
    /// until two hours (prescribing information); at home before, at the peak and after.
    private func observations(
        _ route: Route?, number: Int, random: inout SeededGenerator
    ) -> [Session.Observation] {
        let pressure = profile.treatment.pressure
        let minutes =
            switch route {
            case .nasal: [0, 40, 60, 90, 120]
            case .oral, .sublingual: [0, 60, 120]
            case .intravenous, .intramuscular, nil: [0, 15, 30, 45, 60, 90]
            }
        let share = Double(number - 1) / Double(max(1, course.plan.count - 1))
        let usualPeak =
            pressure.firstDissociation + (pressure.lastDissociation - pressure.firstDissociation) * share
        let peak = min(9, max(0, usualPeak + random.normal() * 0.8))
        let level = random.normal() * 4
        let rise = max(4, pressure.rise * random.between(0.7, 1.3))
        return minutes.map { minute in
            let height = Self.height(at: minute)
            return Session.Observation(
                minute: minute,
                systolic: Int((pressure.systolic + level + rise * height + random.normal() * 2).rounded()),
                diastolic: Int(
                    (pressure.diastolic + level / 2 + rise * height * 0.6 + random.normal() * 2).rounded()),
                pulse: Int((72 + 9 * height + random.normal() * 3).rounded()),
                saturation: min(99, Int((97.5 + random.normal() * 0.8).rounded())),
                dissociation: Int((peak * height).rounded()))
        }
    }

    /// How much of its peak an effect has so many minutes after the dose: up until the end of the infusion,
    /// and gone at an hour and a half to two.
    private static func height(at minute: Int) -> Double {
        let points: [(minute: Int, height: Double)] = [
            (0, 0), (15, 0.6), (35, 1), (45, 0.9), (60, 0.5), (90, 0.1), (120, 0),
        ]
        for (before, after) in zip(points, points.dropFirst()) where minute <= after.minute {
            let share = Double(minute - before.minute) / Double(after.minute - before.minute)
            return before.height + (after.height - before.height) * share
        }
        return 0
    }

    /// The commonest ones of early sessions, dizziness and nausea, and a headache now and then.
    private func events(random: inout SeededGenerator) -> [Session.AdverseEvent] {
        var events: [Session.AdverseEvent] = []
        for (what, share) in [("dizziness", 0.18), ("nausea", 0.12), ("headache", 0.06)]
        where random.chance(share) {
            events.append(.init(what: what, severity: random.chance(0.8) ? "mild" : "moderate"))
        }
        return events
    }
}
