// The person of the sleep goldens: Ada with a watch that guesses stages, habits, practices, days that are
// rated, and check-ins.

import CareDomain
import TestKit

enum AdaWithDevice {
    /// Item by item as PHQ-9 has them, in place-holders of a word.
    static let phq9: Instrument = {
        let places = ["interest", "mood", "sleep", "energy", "appetite", "worth", "focus", "pace", "harm"]
        var phq9 = Instrument(
            name: "phq9", title: "PHQ-9", about: "depression", scribe: .person,
            items: places.map { Instrument.Item(place: $0, answers: 0...3) },
            total: .items(numbers: Array(1...9), times: 1),
            timing: Instrument.Timing(recallDays: 14, everyDays: 7), licence: "", form: "")
        phq9.changes = [Instrument.ChangeThreshold(name: "meaningful", points: 5)]
        return phq9
    }()

    static func person(zone: Zone) throws -> SamplePerson {
        var person = try Ada.person(zone: zone)
        guard let first = CivilDate("2026-10-17") else { throw Evening.Unusable(what: "date") }
        for number in 0..<37 {
            let date = first.adding(days: number)
            // The watch lay in a drawer at first, and for some nights later.
            if number > 4, number % 9 != 7, number % 11 != 6 { addStages(to: &person, date, number) }
            addDay(to: &person, date, number)
        }
        for (week, sum) in [18, 16, 15, 11, 9].enumerated() {
            let date = first.adding(days: 8 + week * 7)
            let answers: [Int?] = (0..<9).map { sum / 9 + ($0 < sum % 9 ? 1 : 0) }
            person.add(
                .checkIn(CheckIn(instrument: "phq9", answers: answers)),
                at: zone.instant(CivilTime(date, secondOfDay: 66_000)))
        }
        return person
    }

    private static func addStages(to person: inout SamplePerson, _ date: CivilDate, _ number: Int) {
        var night = Night(date: date, zone: person.zone)
        night.vendor = "Fitbit"
        let start = person.zone.instant(CivilTime(date.adding(days: -1), secondOfDay: 82_800))
        var runs = [StageRecording.Run(seconds: 600 + number % 5 * 300, stage: .awake)]
        for cycle in 0..<4 {
            runs += [
                StageRecording.Run(seconds: 1500 + number % 3 * 300, stage: .light),
                StageRecording.Run(seconds: max(0, 2400 - cycle * 700), stage: .deep),
                StageRecording.Run(seconds: 1200, stage: .light),
                StageRecording.Run(seconds: 600 + cycle * 420 + number % 4 * 120, stage: .rem),
                StageRecording.Run(seconds: 180 + number % 4 * 240, stage: .awake),
            ]
        }
        night.recording = StageRecording(start: start, runs: runs)
        person.add(
            .night(night), at: person.zone.instant(CivilTime(date, secondOfDay: 36_000)), source: "fitbit")
    }

    private static func addDay(to person: inout SamplePerson, _ date: CivilDate, _ number: Int) {
        let day = date.adding(days: -1)
        let evening = person.zone.instant(CivilTime(day, secondOfDay: 79_200))
        var habits = Habits(day: day)
        habits.windDown = number % 3 != 1
        habits.alcoholDrinks = number % 12 == 3 ? 2 : 0
        person.add(.habits(habits), at: evening)
        if number % 4 != 2 {
            let mood = Mood(
                day: day, mood: min(10, 3 + number / 7 + number % 3), anxiety: max(0, 7 - number / 8),
                clear: number % 5 == 0 ? nil : 4 + number % 4)
            person.add(.mood(mood), at: evening.adding(seconds: 60))
        }
        guard number % 2 == 0 else { return }
        person.add(
            .practice(
                Practice(
                    programme: "resonance", start: OffsetInstant(evening, in: person.zone),
                    plannedSeconds: 600, seconds: 600, completed: true)),
            at: evening.adding(seconds: 600))
    }
}
