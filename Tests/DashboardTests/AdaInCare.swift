// What stands beside Ada's nights and sessions: answers, medicines, questions, goals and changes.

import CareDomain
import TestKit

enum AdaInCare {
    /// Nine answers from 0 to 3, with its bands and thresholds.
    static let phq9: Instrument = {
        let items = (1...9).map { Instrument.Item(place: "line \($0)", answers: 0...3) }
        var phq9 = Instrument(
            name: "phq9", title: "PHQ-9", about: "depression", scribe: .person, items: items,
            total: .items(numbers: Array(1...9), times: 1),
            timing: Instrument.Timing(recallDays: 14, everyDays: 7), licence: "free", form: "phqscreeners.com"
        )
        phq9.bands = [
            .init(range: 0...4, word: "minimal"), .init(range: 5...9, word: "mild"),
            .init(range: 10...14, word: "moderate"), .init(range: 15...19, word: "moderately severe"),
            .init(range: 20...27, word: "severe"),
        ]
        phq9.response = .percent(50)
        phq9.remissionBelow = 5
        phq9.changes = [.init(name: "meaningful", points: 5)]
        phq9.concerns = [.init(items: [9], from: 1, urgency: .sameDay)]
        phq9.provenance = Instrument.Provenance(sources: ["bands": "Kroenke 2001, J Gen Intern Med 16:606"])
        return phq9
    }()

    static let knowledge = ReportKnowledge(
        instruments: [phq9], protocolTitles: ["iv-twelve-6w": "Six weeks, two sessions a week"],
        programmeTitles: ["resonance": "Resonance breathing"])

    static func person(zone: Zone) throws -> SamplePerson {
        var person = try Ada.person(zone: zone)
        func at(_ date: String, _ hour: Int = 9) -> Instant {
            zone.instant(CivilTime(CivilDate(date) ?? CivilDate(days: 0), secondOfDay: hour * 3600))
        }
        func day(_ date: String) -> DayOrTime? { DayOrTime(date) }
        for (date, answers) in [
            ("2026-10-25", [3, 3, 2, 2, 2, 2, 2, 1, 1]), ("2026-11-08", [2, 2, 2, 1, 1, 2, 1, 1, 1]),
            ("2026-11-20", [1, 1, 1, 1, 1, 1, 1, 0, 1]),
        ] {
            person.add(.checkIn(CheckIn(instrument: "phq9", answers: answers)), at: at(date, 18))
        }
        person.add(
            .medication(
                Medication(
                    name: "sertraline", dose: .init(100, "mg"), start: day("2026-03-02"))),
            at: at("2026-10-20"))
        person.add(
            .medication(
                Medication(
                    name: "zopiclone", drugClass: .hypnotic, dose: .init(3.75, "mg"),
                    start: day("2026-09-10"), stop: day("2026-11-12"))),
            at: at("2026-11-12"))
        person.add(
            .adjustment(
                Adjustment(
                    what: "sleep window", from: "22:45 to 06:30", to: "23:00 to 06:30", why: "awake in bed",
                    effective: day("2026-11-09"))),
            at: at("2026-11-09"))
        for (date, hours) in [("2026-10-29", 6), ("2026-11-12", 5), ("2026-11-19", 4)] {
            var symptoms = Symptoms(day: CivilDate(date) ?? CivilDate(days: 0))
            symptoms.effectsGoneAt = OffsetInstant(at(date, 14 + hours), in: zone)
            symptoms.dizzy = hours > 5
            symptoms.nausea = false
            person.add(.symptoms(symptoms), at: at(date, 21))
        }
        person.add(
            .plan(
                CarePlan(
                    goals: [
                        CarePlan.Goal(
                            what: "fall asleep sooner", measure: "latency", target: .number(30),
                            by: day("2026-12-06")),
                        CarePlan.Goal(what: "walk before noon", target: .text("five days a week")),
                    ], badHours: CarePlan.BadHours(signs: ["canary of bad hours"]))),
            at: at("2026-10-27"))
        person.add(
            .note(Note(text: "May I take the session earlier in the day?", to: "clinic")),
            at: at("2026-11-18"))
        person.add(.note(Note(text: "canary to myself", to: "self")), at: at("2026-11-18"))
        return person
    }
}
