// One person's records folded: corrections, order, session nights, means with their counts, regularity.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct HistoryTests {
    private func zone(_ name: String) throws -> Zone {
        try #require(ZoneDatabase(files: PosixFileSystem()).zone(named: name))
    }

    @Test func nightsCountFromTheFirstAttemptToSleepAfterASession() throws {
        let zone = try zone("America/Denver")
        var person = try #require(SamplePerson("c11", zone: zone))
        for session in ["2026-04-07T10:00", "2026-04-10T17:30", "2026-04-14T10:00", "2026-04-15T00:10"] {
            person.session(session)
        }
        let nights = [
            ("07", "23:00"), ("08", "00:40"), ("09", "23:10"), ("10", "23:30"), ("11", "01:20"),
            ("12", "23:00"), ("13", "23:20"),
            ("14", "23:05"), ("15", "02:10"), ("16", "23:00"),
        ]
        for (day, time) in nights { try person.night("2026-04-\(day)", try: time, sol: "20") }
        let rows = person.history().nights
        #expect(rows.map(\.nightsSinceSession) == [nil, 0, 1, 2, 0, 1, 2, 3, 0, 1])
        let hours = rows.map { $0.hoursSinceSession.map { ($0 * 100).rounded() / 100 } }
        #expect(hours == [nil, 14.67, 37.17, 61.5, 7.83, 29.5, 53.83, 77.58, 2.0, 22.83])
    }

    @Test func aSessionNightThatWasNotLoggedCounts() throws {
        var person = try #require(SamplePerson("gap", zone: try zone("Europe/London")))
        person.session("2026-05-04T14:00")
        try person.night("2026-05-07", bed: "23:00", up: "07:00")
        #expect(person.history().nights.map(\.nightsSinceSession) == [2])
    }

    @Test(arguments: [
        ("2026-05-04T14:04:00+01:00", false), ("2026-05-04T14:06:00+01:00", true),
        ("2026-05-04T23:30:00+01:00", true), ("2026-05-05T00:30:00+01:00", true),
        ("2026-05-05T06:29:00+01:00", true), ("2026-05-05T06:31:00+01:00", false),
    ])
    func aSessionIsInSightUntilItIsSleptOff(now: String, isInSight: Bool) throws {
        let zone = try zone("Europe/London")
        let bed = try #require(ClockTime(typed: "22:45"))
        let rise = try #require(ClockTime(typed: "6:30"))
        var person = try #require(
            SamplePerson(
                "evening", zone: zone, details: PersonDetails(target: SleepTarget(bed: bed, rise: rise))))
        person.session("2026-05-04T14:05")
        let instant = try #require(OffsetInstant(now)).instant
        #expect((person.history().sessionNotSleptOff(at: instant, in: zone) != nil) == isInSight)
    }

    @Test(arguments: [
        ("2026-05-04T18:00:00+01:00", true), ("2026-05-04T18:30:00+01:00", false),
        ("2026-05-04T22:00:00+01:00", false),
    ])
    func aSessionIsSleptOffOnceItsEffectsAreNotedAsGone(now: String, isInSight: Bool) throws {
        let zone = try zone("Europe/London")
        var person = try #require(SamplePerson("gone", zone: zone))
        let day = try #require(CivilDate("2026-05-04"))
        // What was noted before the session says nothing about it.
        let before = try #require(OffsetInstant("2026-05-04T09:00:00+01:00"))
        person.add(.symptoms(Symptoms(day: day, effectsGoneAt: before)), at: before.instant)
        person.session("2026-05-04T14:05")
        let gone = try #require(OffsetInstant("2026-05-04T18:30:00+01:00"))
        person.add(.symptoms(Symptoms(day: day, effectsGoneAt: gone)), at: gone.instant)
        let instant = try #require(OffsetInstant(now)).instant
        #expect((person.history().sessionNotSleptOff(at: instant, in: zone) != nil) == isInSight)
    }

    @Test func everyOrderOfArrivalFoldsToTheSame() throws {
        let zone = try zone("Europe/London")
        var person = try #require(SamplePerson("fold", zone: zone))
        for day in 10...16 { try person.night("2026-05-\(day)", bed: "23:00", up: "07:00", quality: "3") }
        person.session("2026-05-12T14:00")
        var records = person.records
        var corrected = records[3]
        corrected.frame.id = RecordID(
            milliseconds: corrected.frame.id.milliseconds + 9_000_000, randomness: (9, 9))
        corrected.frame.replaces = records[3].frame.id
        if case .night(var night) = corrected.body {
            night.quality = 5
            corrected.body = .night(night)
        }
        var retraction = records[4]
        retraction.frame.id = RecordID(
            milliseconds: retraction.frame.id.milliseconds + 9_000_000, randomness: (9, 10))
        retraction.body = .retraction(of: records[4].frame.id, why: "the wrong day")
        records += [corrected, retraction]
        let expected = PersonHistory(id: person.id, records: records)
        #expect(expected.mainNights.count == 6)
        #expect(expected.mainNights[2].night.quality == 5)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<60 {
            let shuffled = (records + records.prefix(4)).shuffled(using: &random)
            #expect(PersonHistory(id: person.id, records: shuffled) == expected)
        }
    }

    @Test func whatHasNotHappenedYetIsLeftOut() throws {
        let zone = try zone("Europe/London")
        var person = try #require(SamplePerson("now", zone: zone))
        try person.night("2026-05-10", bed: "23:00", up: "07:00")
        try person.night("2026-05-11", bed: "23:00", up: "07:00")
        person.session("2026-05-11T14:00")
        let now = try #require(OffsetInstant("2026-05-11T06:00:00+01:00")).instant
        let history = person.history(now: now)
        #expect(history.mainNights.count == 1)
        #expect(history.doneSessions.isEmpty)
    }

    /// A day begins where it was written down, not where the clock of a machine stands.
    @Test(arguments: [
        ("2026-05-11T23:59:00-05:00", 1), ("2026-05-12T00:00:00-05:00", 2),
        ("2026-05-12T04:30:00+00:00", 1),
    ])
    func aMoodOfTomorrowHasNotHappened(now: String, count: Int) throws {
        var person = try #require(SamplePerson("mood", zone: try zone("America/Chicago")))
        let written = try #require(OffsetInstant("2026-05-11T12:00:00-05:00")).instant
        for day in [12, 11] {
            let day = try #require(CivilDate("2026-05-\(day)"))
            person.add(.mood(Mood(day: day, mood: 5)), at: written)
            person.add(.symptoms(Symptoms(day: day, dizzy: true)), at: written)
            person.add(.habits(Habits(day: day, freeDay: true)), at: written)
        }
        let later = try #require(OffsetInstant("2026-05-12T09:00:00-05:00"))
        person.add(.call(Call(start: later)), at: written)
        person.add(.medication(Medication(name: "x", start: .time(later))), at: written)
        let history = person.history(now: try #require(OffsetInstant(now)).instant)
        #expect(history.moods.map(\.value.day.day) == Array([11, 12].prefix(count)))
        #expect(history.symptoms.count == count)
        #expect(history.habits.count == count)
        #expect(history.calls.isEmpty)
        // A plan is not such a thing.
        #expect(history.medications.count == 1)
    }

    @Test func entriesGoByTheirDaysThenByTheirIDs() throws {
        var person = try #require(SamplePerson("order", zone: try zone("Europe/London")))
        let written = try #require(OffsetInstant("2026-05-11T12:00:00+01:00")).instant
        let early = try #require(CivilDate("2026-05-01"))
        let late = try #require(DayOrTime("2026-05-09T10:00:00+01:00"))
        for name in ["late", "unknown", "early", "late too"] {
            let start: DayOrTime? =
                switch name {
                case "unknown": nil
                case "early": .day(early)
                default: late
                }
            person.add(.medication(Medication(name: name, start: start)), at: written)
            person.add(.clinic(Clinic(name: name)), at: written)
        }
        for seed in 1...10 {
            var random = SeededGenerator(seed: UInt64(seed))
            let history = PersonHistory(id: person.id, records: person.records.shuffled(using: &random))
            #expect(history.medications.map(\.value.name) == ["unknown", "early", "late", "late too"])
            #expect(history.clinic?.value.name == "late too")
        }
    }

    @Test func eachMeanHasItsOwnCount() throws {
        var person = try #require(SamplePerson("c06", zone: try zone("Europe/London")))
        try person.night(
            "2026-05-04", bed: "23:00", try: "23:15", sol: "30", wakes: "2", waso: "20", woke: "06:15",
            up: "06:30")
        try person.night(
            "2026-05-05", bed: "23:10", try: "23:20", wakes: "1", waso: "15", woke: "06:20", up: "06:40")
        try person.night("2026-05-06", try: "23:40", sol: "10", wakes: "0", woke: "06:40", up: "06:50")
        try person.night(
            "2026-05-08", bed: "22:30", try: "23:30", sol: "60", wakes: "4", waso: "90", woke: "05:30",
            up: "07:00")
        try person.night(
            "2026-05-09", bed: "00:30", try: "00:30", sol: "5", wakes: "0", woke: "08:00", up: "08:05")
        try person.night(
            "2026-05-10", bed: "23:00", try: "23:00", sol: "20", wakes: "3", woke: "06:30", up: "06:30")
        let summary = NightsSummary(person.history().mainNights)
        #expect(summary.nightsLogged == 6)
        #expect(summary.means[.timeInBedMinutes]?.count == 5)
        #expect(summary.means[.timeInBedMinutes]?.mean == 463)
        #expect(summary.means[.totalSleepMinutes]?.count == 4)
        #expect(summary.means[.totalSleepMinutes]?.mean == 358.75)
        #expect(abs((summary.means[.totalSleepMinutes]?.standardDeviation ?? 0) - 103.7927) < 1e-4)
        #expect(abs((summary.pooledEfficiency?.value ?? 0) - 81.0734) < 1e-4)
        #expect(abs((summary.pooledEfficiencyInBed?.value ?? 0) - 72.4382) < 1e-4)
    }

    @Test func regularityComparesElapsedDays() throws {
        var person = try #require(SamplePerson("c09", zone: try zone("America/New_York")))
        for day in 6...12 {
            let date = "2026-03-" + (day < 10 ? "0\(day)" : "\(day)")
            try person.night(
                date, bed: "23:00", try: "23:00", sol: "0", wakes: "0", woke: "07:00", up: "07:00")
        }
        let index = try #require(RegularityIndex(nights: person.history().mainNights))
        #expect(abs(index.value - 97.2028) < 1e-4)
        #expect(abs(index.days * 1440 - 8580) < 1e-6)
        #expect(RegularityIndex(nights: Array(person.history().mainNights.prefix(5))) == nil)
    }

    @Test func aDiaryGoesBeforeADevice() throws {
        let zone = try zone("Europe/London")
        var person = try #require(SamplePerson("two", zone: zone))
        try person.night("2026-05-04", bed: "23:00", up: "07:00")
        let date = try #require(CivilDate("2026-05-04"))
        var device = Night(date: date, zone: zone)
        let start = zone.instant(CivilTime(date.adding(days: -1), secondOfDay: 82_800))
        device.recording = StageRecording(start: start, runs: [.init(seconds: 36_000, stage: .light)])
        person.add(.night(device), at: start, source: "fitbit")
        let history = person.history()
        #expect(history.nights.count == 2)
        #expect(history.mainNights.map(\.source) == ["diary"])
    }

    /// On the 4th a diary with two devices beside it, on the 5th a device alone, on the 6th a diary alone, on
    /// the 7th a diary with a device that tells no depth.
    @Test func stagesComeFromTheDeviceBesideTheDiary() throws {
        let zone = try zone("Europe/London")
        var person = try #require(SamplePerson("two", zone: zone))
        for day in [4, 6, 7] {
            try person.night(
                "2026-05-0\(day)", bed: "23:00", try: "23:00", sol: "20", wakes: "0", woke: "07:00",
                up: "07:00")
        }
        func record(_ day: Int, _ source: String, _ runs: [StageRecording.Run]) throws {
            let date = try date("2026-05-0\(day)")
            var night = Night(date: date, zone: zone)
            let start = zone.instant(CivilTime(date.adding(days: -1), secondOfDay: 82_800))
            night.recording = StageRecording(start: start, runs: runs)
            person.add(.night(night), at: start, source: source)
        }
        try record(4, "a", [.init(seconds: 1200, stage: .awake), .init(seconds: 3600, stage: .rem)])
        try record(
            4, "fitbit",
            [
                .init(seconds: 600, stage: .awake), .init(seconds: 14_400, stage: .light),
                .init(seconds: 4800, stage: .rem), .init(seconds: 4800, stage: .deep),
            ])
        try record(5, "fitbit", [.init(seconds: 18_000, stage: .light), .init(seconds: 2400, stage: .rem)])
        try record(7, "b", [.init(seconds: 600, stage: .awake), .init(seconds: 20_000, stage: .asleep)])
        let history = person.history()
        #expect(history.stageNights.map(\.key.day) == [4])
        let summary = NightsSummary(history.mainNights, stages: history.stageNights)
        #expect(summary.nightsLogged == 4)
        #expect(summary.means[.remMinutes]?.count == 2 && summary.means[.remMinutes]?.mean == 60)
        #expect(summary.means[.awakeMinutes]?.mean == 5 && summary.means[.remLatencyMinutes]?.mean == 270)
        #expect(near(summary.means[.remPercent]?.mean, (20 + 100 * 40 / 340.0) / 2, 1e-9))
        // All else is of the main rows.
        #expect(summary.means[.totalSleepMinutes] == Spread([460, 340, 460, 460]))
        #expect(summary.pooledEfficiency == NightsSummary(history.mainNights).pooledEfficiency)
        #expect(NightsSummary(history.mainNights).means[.remMinutes]?.count == 1)
    }
}
