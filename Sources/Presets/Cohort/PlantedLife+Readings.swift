// The readings of a made-up session: pressure, pulse, saturation, sedation and dissociation, up and back.

import CareDomain

extension PlantedLife {
    /// The peak of dissociation that is usual for a session, 0...10; it fades over the course.
    func usualDissociation(_ number: Int) -> Double {
        let pressure = profile.treatment.pressure
        let share = Double(number - 1) / Double(max(1, course.plan.count - 1))
        return pressure.firstDissociation + (pressure.lastDissociation - pressure.firstDissociation) * share
    }

    /// Infusions at 0, 15, 30, 45, 60 and 90 minutes (Szarmach 2020), sprays before, at about 40 minutes and
    /// until two hours (prescribing information); at home before, at the peak and after, without a nurse.
    /// - Returns: with a note where the first pressure was high and a second reading was taken.
    func observed(
        _ route: Route?, number: Int, random: inout SeededGenerator
    ) -> (readings: [Session.Observation], note: String?) {
        let isHome = route == .oral || route == .sublingual
        let minutes =
            switch route {
            case .nasal: [0, 40, 60, 90, 120]
            case .oral, .sublingual: [0, 60, 120]
            case .intravenous, .intramuscular, nil: [0, 15, 30, 45, 60, 90]
            }
        let pressure = profile.treatment.pressure
        let level = random.normal() * 4
        let body = Body(
            systolic: min(138, pressure.systolic + level), diastolic: min(87, pressure.diastolic + level / 2),
            rise: max(4, pressure.rise * random.between(0.7, 1.3)),
            peak: min(9, max(0, usualDissociation(number) + random.normal() * 0.8)),
            // About a third of the sessions (35 %) make drowsy; -1 and -2 of a scale on which 0 is alert.
            drowsy: random.chance(0.35) ? random.between(1, 2.4) : 0)
        let isHigh = !isHome && random.chance(rates[.highBefore])
        let dip = random.chance(rates[.lowSaturation]) ? minutes.count / 2 : nil
        var readings: [Session.Observation] = []
        if isHigh {
            readings.append(
                .init(
                    minute: -20, systolic: 142 + Int(random.unit() * 10),
                    diastolic: 86 + Int(random.unit() * 9),
                    pulse: 84 + Int(random.unit() * 10), saturation: 97))
        }
        for (index, minute) in minutes.enumerated() {
            var reading = body.reading(minute, isHome: isHome, random: &random)
            if index == dip, !isHome { reading.saturation = 92 + Int(random.unit() * 2) }
            if index == minutes.count - 1, let before = readings.last {
                Self.settle(&reading, after: before)
            }
            readings.append(reading)
        }
        return (readings, isHigh ? random.pick(care.reasons[.highBefore] ?? []) : nil)
    }

    /// Nobody leaves while the pressure is high, or before it falls.
    private static func settle(_ reading: inout Session.Observation, after before: Session.Observation) {
        if let last = reading.systolic, let earlier = before.systolic {
            reading.systolic = min(last, 138, earlier - 1)
        }
        if let last = reading.diastolic, let earlier = before.diastolic {
            reading.diastolic = min(last, 88, earlier)
        }
    }

    /// What a body does in one session.
    private struct Body {
        var systolic: Double
        var diastolic: Double
        /// mmHg of the systolic pressure at the peak.
        var rise: Double
        var peak: Double
        var drowsy: Double

        func reading(
            _ minute: Int, isHome: Bool, random: inout SeededGenerator
        ) -> Session.Observation {
            let height = Self.height(at: minute)
            // Before the dose nothing but the person's own pressure is read.
            let spread = minute == 0 ? 0.7 : 1.8
            return Session.Observation(
                minute: minute,
                systolic: Int((systolic + rise * height + random.normal() * spread).rounded()),
                diastolic: Int((diastolic + rise * height * 0.6 + random.normal() * spread).rounded()),
                pulse: Int((72 + 9 * height + random.normal() * 3).rounded()),
                saturation: isHome
                    ? nil : min(99, max(95, Int((97.6 - height + random.normal() * 0.7).rounded()))),
                sedation: isHome ? nil : -Int((drowsy * height).rounded()),
                dissociation: Int((peak * height).rounded()))
        }

        /// How much of its peak an effect has so many minutes after the dose: up until the end of the
        /// infusion, and gone at an hour and a half to two.
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
    }
}
