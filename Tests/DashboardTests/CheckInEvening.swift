// Evenings for the tests of check-ins: Ada with scores behind her, a plan for bad hours, and people to call.

import CareDomain
import CellCanvas
import Dashboard
import Presets
import TestKit
import Testing

enum CheckInEvening {
    /// A Sunday at noon, three days after the last session.
    static let noon = "2026-11-22T12:00:00-05:00"

    static var care: CareKnowledge {
        CareKnowledge(
            instruments: Shipped.instruments, rules: Shipped.reviewRules, crisisPlaces: Shipped.crisisPlaces,
            systemZone: "America/New_York")
    }

    /// The wording of a form that nobody owns, for a questionnaire of two items.
    static let mood = Instrument(
        name: "mood", title: "Mood", about: "mood", scribe: .person,
        items: [
            Instrument.Item(place: "first", answers: 0...3), Instrument.Item(place: "second", answers: 0...3),
        ], total: .items(numbers: [1, 2], times: 1),
        timing: Instrument.Timing(recallDays: 1, everyDays: 1, weeksAfter: 8), licence: "ours", form: "here")

    static func make(
        _ now: String = noon, zone name: String = "America/New_York", care: CareKnowledge? = nil,
        answered: Bool = true, withPlan: Bool = true, conditions: [String] = ["depression"],
        on other: Evening? = nil
    ) throws -> Evening {
        let settings = DashboardSettings(programmes: SampleProgrammes.all, care: care ?? self.care)
        if let other { return try Evening(now, zone: name, settings: settings, on: other.files.disk) }
        let evening = try Evening(now, zone: name, settings: settings)
        var person = try Ada.person(zone: evening.zone, conditions: conditions)
        if answered { addScores(to: &person) }
        if withPlan { addPeople(to: &person) }
        try evening.add(person)
        return evening
    }

    /// Five weeks of the PHQ-9, two of the ISI: the last are a week and more ago.
    static func addScores(to person: inout SamplePerson) {
        let phq: [(String, [Int])] = [
            ("2026-10-25", [3, 3, 2, 3, 2, 2, 2, 1, 0]), ("2026-11-01", [2, 3, 2, 2, 2, 2, 2, 1, 0]),
            ("2026-11-08", [2, 2, 2, 2, 1, 2, 1, 1, 0]), ("2026-11-15", [1, 2, 1, 2, 1, 1, 1, 1, 0]),
        ]
        for (date, answers) in phq { add("phq9", answers, on: date, to: &person) }
        add("isi", [3, 3, 2, 3, 3, 3, 3], on: "2026-10-25", to: &person)
        add("isi", [2, 2, 2, 2, 2, 2, 2], on: "2026-11-20", to: &person)
    }

    static func add(_ name: String, _ answers: [Int?], on date: String, to person: inout SamplePerson) {
        guard let date = CivilDate(date) else { return }
        person.add(
            .checkIn(CheckIn(instrument: name, answers: answers)),
            at: person.zone.instant(CivilTime(date, secondOfDay: 36_000)))
    }

    static func addPeople(to person: inout SamplePerson) {
        let at = Instant(seconds: 1_761_000_000)
        person.add(
            .plan(
                CarePlan(
                    badHours: .init(
                        signs: ["I stop answering."], helps: ["a shower", "the radio in the kitchen"],
                        people: ["Kim"], places: ["the library"], safer: ["no alcohol at home"]))), at: at)
        person.add(.contact(Contact(name: "Kim", phone: "212-555-0101", role: "sister")), at: at)
        person.add(
            .contact(
                Contact(name: "Lee", phone: "212-555-0102", role: "neighbour", when: "daily 18:00-21:00")),
            at: at)
        person.add(
            .clinic(
                Clinic(
                    name: "Harbour Street Clinic", phone: "212-555-0103", hours: "Mon-Fri 8:00-18:00",
                    crisis: "212-555-0104")), at: at)
    }
}

extension Evening {
    /// The text of a picture.
    func text(_ name: String) throws -> String {
        try #require(script.pictures[name]).lines.joined(separator: "\n")
    }
}
