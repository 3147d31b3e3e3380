// What a chart of session nights shows: its rows, its band, its sentences, and what it leaves unsaid.

import CareDomain
import TestKit
import Testing

@Suite struct SessionNightsChartTests {
    /// Monday 4 May 2026.
    private let first = CivilDate(days: 20_577)

    private func chart(
        sessions: [Int], days: Int, before: Int = 0, own: Int = 4, _ measure: Measure? = nil,
        latency: (Int) -> Int
    ) throws -> SessionNightsChart {
        var person = try #require(SamplePerson("chart", zone: .utc))
        for day in sessions { person.session("\(first.adding(days: day))T14:00") }
        for day in -before..<days {
            try person.night(
                first.adding(days: day + 1).description, bed: "23:00", try: "23:00", sol: "\(latency(day))",
                wakes: "0", woke: "07:00", up: "07:00", quality: "3")
        }
        let history = person.history()
        let figures = history.sessionNightFigures(today: first.adding(days: days))
        return SessionNightsChart(history, figures, measure, own: own)
    }

    private func weekly(_ count: Int) -> [Int] { (0..<count).map { $0 * 7 } }

    @Test func everyNightStandsByTheNightsSinceItsSession() throws {
        let chart = try chart(sessions: weekly(4), days: 28) { $0 % 7 * 10 }
        #expect(chart.rows.map(\.nightsSinceSession) == [0, 1, 2, 3, nil])
        #expect(chart.rows.map(\.values.count) == [4, 4, 4, 4, 24])
        #expect(chart.rows.map(\.median) == [0, 10, 20, 30, 35])
        #expect(chart.points.map(\.session) == [1, 2, 3, 4])
        #expect(chart.points.allSatisfy { $0.hours == 9 })
        #expect(chart.isNamed && chart.measures.first == .sleepOnsetLatencyMinutes)
    }

    @Test func theBandIsTheMiddleHalfOfSevenNightsOrMore() throws {
        let eight = try chart(sessions: weekly(2), days: 14, before: 9) { $0 < 0 ? -$0 * 10 : 20 }
        // Of 10, 20 ... 90.
        let band = try #require(eight.baseline)
        #expect(band.low == 30 && band.high == 70 && band.median == 50 && band.count == 9)
        #expect(try chart(sessions: weekly(2), days: 14, before: 6) { _ in 20 }.baseline == nil)
    }

    @Test func theSentencesDescribeAndSayHowManyPairsAreNeeded() throws {
        let chart = try chart(sessions: weekly(4), days: 28) { $0 % 7 == 0 ? 50 : 20 }
        #expect(
            chart.descriptionSentence
                == "The middle time to fall asleep of 4 first nights after a session is 50 m; of the 24 "
                + "other nights since the first session it is 20 m.")
        #expect(
            chart.comparisonSentence
                == "Nothing is said yet: 2 more pairs of nights needed; there are 4. Sessions always fall on "
                + "the same weekdays, so weekday and session cannot be told apart.")
    }

    @Test func fromSixPairsOnTheIntervalIsGiven() throws {
        let chart = try chart(sessions: weekly(6), days: 42) { $0 % 7 == 0 ? 50 : 20 }
        #expect(chart.comparisonSentence.hasPrefix("First night after a session, against the later nights"))
        #expect(chart.comparisonSentence.contains("middle of 6 pairs, 95 % interval +30 m to +30 m"))
        #expect(chart.comparisonSentence.contains("weekday and session cannot be told apart"))
        // The others need eight.
        #expect(chart.comparisons[1].sentences.hasPrefix("Nothing is said yet: 2 more pairs"))
    }

    @Test func whatWasLeftOutIsCountedAlsoWhereNothingIsSaid() {
        let calendar = SessionNightCalendar(sessions: [], nights: [])
        let comparison = SessionNightComparison(
            .quality, night: 0, isNamed: true, values: [:], gaps: calendar.gaps, leftOut: 2,
            isDue: { _ in true })
        #expect(
            comparison.sentences
                == "Nothing is said yet: no session is noted as done yet. Left out: 2 nights from another "
                + "source.")
    }

    @Test func aDailyDoseComparesNothing() throws {
        let chart = try chart(sessions: Array(0..<20), days: 20) { _ in 30 }
        #expect(chart.comparisonSentence == "Every night is a session night; not comparable.")
        #expect(chart.rows.map(\.nightsSinceSession) == [0, nil] && chart.rows.last?.values == [])
    }

    @Test func withoutASessionThereIsNothing() throws {
        let chart = try chart(sessions: [], days: 20) { _ in 30 }
        #expect(!chart.hasSessions && chart.sessionRow?.values == [] && chart.points.isEmpty)
    }

    @Test func otherMeasuresAreLookedAtAsWellInTheFixedOrder() throws {
        let chart = try chart(sessions: weekly(4), days: 28, .quality) { _ in 20 }
        #expect(chart.measure == .quality && !chart.isNamed && chart.comparisons.map(\.level) == [99, 99])
        let order = Measure.allCases.filter { $0 != chart.measures[0] && chart.measures.contains($0) }
        #expect(Array(chart.measures.dropFirst()) == order)
        #expect(chart.descriptionSentence.contains("is 3 of 5;"))
    }

    @Test func aDevicesStagesSayThatTheyAreGuessed() {
        #expect(
            Measure.remMinutes.deviceCaution("fitbit")?.hasPrefix("Guessed by fitbit from movement") == true)
        #expect(Measure.quality.deviceCaution("fitbit") == nil)
    }

    // MARK: With and without

    @Test func aHabitBearsOnTheNightOfItsEvening() throws {
        var person = try #require(SamplePerson("habits", zone: .utc))
        try person.sleep(first.adding(days: 1), "23:00", "07:00")
        try person.sleep(first.adding(days: 2), "23:00", "07:00")
        let at = { (hour: Int) in
            OffsetInstant(Zone.utc.instant(CivilTime(first, secondOfDay: hour * 3600)), in: .utc)
        }
        var habits = Habits(day: first, alcoholDrinks: 0, screensLast: at(22), exercise: .no, windDown: true)
        habits.screensLast = OffsetInstant(at(22).instant.adding(Minutes(30)), in: .utc)
        habits.light = .at(at(9))
        person.add(.habits(habits), at: at(22).instant)
        let history = person.history()
        let had = { (factor: NightFactor) in history.nights.map { history.had(factor, before: $0) } }
        #expect(had(.alcohol) == [false, nil] && had(.windDown) == [true, nil])
        #expect(had(.lateScreens) == [true, nil] && had(.exercise) == [false, nil])
        #expect(
            had(.light) == [true, nil] && had(.lateCaffeine) == [nil, nil] && had(.worryTime) == [nil, nil])
    }
}
