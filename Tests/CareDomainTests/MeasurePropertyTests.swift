// What no figure may depend on: the order of the records, the week they lie in, how awake time is divided.

import CareDomain
import TestKit
import Testing

@Suite struct MeasurePropertyTests {
    /// Every figure of a person as one value.
    private struct Figures: Equatable {
        var summary: NightsSummary
        var baseline: NightsSummary
        var pairs: RegularityPairs
        var middle: MidpointSpread?
        var body: BodyClock
        var sessions: SessionNights
        var hours: [Double?]

        init(_ history: PersonHistory, nights: [LoggedNight], today: CivilDate, shift: Int = 0) {
            summary = NightsSummary(nights)
            summary.from = summary.from?.adding(days: -shift)
            summary.to = summary.to?.adding(days: -shift)
            baseline = NightsSummary(history.baselineNights)
            baseline.from = nil
            baseline.to = nil
            pairs = RegularityPairs(nights: nights, naps: history.naps.map(\.value))
            middle = MidpointSpread(nights)
            body = BodyClock(nights, days: history.dayKinds())
            sessions = history.sessionNightFigures(today: today)
            hours = history.nights.map(\.hoursSinceSession)
        }
    }

    /// Eight weeks of a person in UTC, later by so many days, with holes, blanks, naps and sessions.
    private func person(seed: UInt64, shift: Int) throws -> (SamplePerson, today: CivilDate) {
        var random = SeededGenerator(seed: seed)
        let first = CivilDate(days: 20_577 + shift)
        let details = PersonDetails(workDays: [.monday, .tuesday, .wednesday, .thursday])
        var person = try #require(SamplePerson("any", zone: .utc, details: details))
        for day in 1...56 {
            let date = first.adding(days: day)
            if random.once(in: 6) { continue }
            let attempt = (random.int(1260...1560)).modulo(1440)
            let clock = { (minutes: Int) in
                ClockTime(minutesAfterMidnight: minutes.modulo(1440))?.description ?? ""
            }
            let woke = 300 + random.int(60...240)
            let wakes = random.int(0...4)
            try person.night(
                date.description, bed: random.once(in: 5) ? "" : clock(attempt - random.int(0...40)),
                try: clock(attempt), sol: random.once(in: 8) ? "" : "\(random.int(0...60))",
                wakes: random.once(in: 8) ? "" : "\(wakes)", waso: wakes > 0 ? "\(random.int(1...50))" : "",
                woke: clock(woke), up: clock(woke + random.int(0...60)),
                quality: random.once(in: 4) ? "" : "\(random.int(1...5))")
            if random.once(in: 7) {
                let start = Zone.utc.instant(CivilTime(date, secondOfDay: random.int(13...16) * 3600))
                let end = OffsetInstant(start.adding(Minutes(random.int(10...90))), in: .utc)
                person.add(.nap(Nap(start: OffsetInstant(start, in: .utc), end: end)), at: start)
            }
        }
        for session in 2..<12 {
            person.session("\(first.adding(days: session / 2 * 7 + session % 2 * 3))T11:00")
        }
        return (person, first.adding(days: 57))
    }

    @Test(arguments: 1...12) func theOrderOfRecordsDoesNotMatter(_ seed: UInt64) throws {
        let (person, today) = try person(seed: seed, shift: 0)
        let expected = Figures(person.history(), nights: person.history().mainNights, today: today)
        var random = SeededGenerator(seed: seed + 100)
        for _ in 0..<4 {
            let history = PersonHistory(id: person.id, records: person.records.shuffled(using: &random))
            let nights = history.mainNights.shuffled(using: &random)
            #expect(Figures(history, nights: nights, today: today) == expected)
        }
        let calendar = person.history().sessionNights
        let mixed = SessionNightCalendar(
            sessions: person.history().doneSessions.shuffled(using: &random),
            nights: person.history().mainNights.shuffled(using: &random))
        #expect(mixed.gaps == calendar.gaps)
    }

    @Test(arguments: [7, -70, 364, 3640]) func wholeWeeksDoNotMatter(_ shift: Int) throws {
        for seed in UInt64(1)...6 {
            let (now, today) = try person(seed: seed, shift: 0)
            let (then, thatDay) = try person(seed: seed, shift: shift)
            let a = Figures(now.history(), nights: now.history().mainNights, today: today)
            var b = Figures(then.history(), nights: then.history().mainNights, today: thatDay, shift: shift)
            #expect(a.sessions.comparisons == b.sessions.comparisons)
            #expect(a.sessions.description == b.sessions.description)
            b.sessions = a.sessions
            #expect(a == b)
        }
    }

    /// One waking of 40 minutes or four of ten: only their number differs.
    @Test func howAwakeTimeIsDividedChangesOnlyTheCount() throws {
        let night = { (wakes: String) throws in
            var person = try #require(SamplePerson("split", zone: .utc))
            try person.night(
                "2026-05-04", bed: "22:30", try: "23:00", sol: "20", wakes: wakes, waso: "40", woke: "06:00",
                up: "07:00")
            return person.history().mainNights[0].measures
        }
        var (one, four) = (try night("1"), try night("4"))
        #expect(one.awakenings == 1 && four.awakenings == 4)
        (one.awakenings, four.awakenings) = (nil, nil)
        #expect(one == four)
    }

    /// Minutes moved from falling asleep to the night leave sleep as it is.
    @Test(arguments: [(20, 40), (0, 60), (60, 0)]) func awakeIsAwakeWhereverItLies(_ sol: Int, _ waso: Int)
        throws
    {
        var person = try #require(SamplePerson("moved", zone: .utc))
        try person.night(
            "2026-05-04", bed: "22:30", try: "23:00", sol: "\(sol)", wakes: waso > 0 ? "2" : "0",
            waso: "\(waso)",
            woke: "06:00", up: "07:00")
        let m = person.history().mainNights[0].measures
        #expect(m.totalSleep == Minutes(360) && m.totalWake == Minutes(120))
        #expect(m.efficiency == Percent(75) && m.opportunity == Minutes(480))
    }

    @Test func theTwoWeeklyEfficienciesCanLieOnTwoSidesOfALine() throws {
        var person = try #require(SamplePerson("week", zone: .utc))
        // Three short nights of 95 % and two long ones of 75 %.
        for day in 4...6 {
            try person.night(
                "2026-05-0\(day)", bed: "02:00", try: "02:00", sol: "12", wakes: "0", woke: "06:00",
                up: "06:00")
        }
        for day in 7...8 {
            try person.night(
                "2026-05-0\(day)", bed: "21:00", try: "21:00", sol: "150", wakes: "0", woke: "07:00",
                up: "07:00")
        }
        let summary = NightsSummary(person.history().mainNights)
        #expect(near(summary.means[.efficiencyPercent]?.mean, 87, 1e-9))
        #expect(near(summary.pooledEfficiency?.value, 100 * 1584 / 1920.0, 1e-9))
        #expect(summary.pooledEfficiencyCount == 5)
    }

    @Test func sharesStayWithinTheirRange() throws {
        for seed in UInt64(20)...30 {
            let (person, _) = try person(seed: seed, shift: 0)
            for night in person.history().mainNights {
                for measure in Measure.allCases where measure.rawValue.hasSuffix("Percent") {
                    let value = measure.value(of: night) ?? 0
                    #expect((0...100).contains(value), "\(measure) \(value)")
                }
            }
        }
    }
}
