// What the pages of the Sleep screen show: windows of nights, bands, days beside nights, stages, totals
// without their sleep item.

import CareDomain
import Presets
import TestKit
import Testing

@Suite struct SleepPagesFiguresTests {
    private static let first = CivilDate(days: 20_577)

    private func person(nights: Int, sessions: [Int] = []) throws -> SamplePerson {
        var person = try #require(SamplePerson("ada", zone: .utc))
        for day in sessions { person.session("\(Self.first.adding(days: day))T14:00") }
        for day in 0..<nights {
            try person.night(
                Self.first.adding(days: day + 1).description, bed: "23:00", try: "23:00",
                sol: "\(10 + day)", wakes: "0", woke: "06:00", up: "07:00", quality: "\(1 + day % 5)")
        }
        return person
    }

    private func date(_ day: Int) -> CivilDate { Self.first.adding(days: day) }

    // MARK: Windows

    @Test func aWindowLiesWithinItsSpanAroundADate() throws {
        let span = NightSpan(try person(nights: 30).history(), today: date(30))
        #expect(span.first == date(1) && span.last == date(30))
        let middle = span.window(of: 7, around: date(15))
        #expect(middle.first == date(12) && middle.last == date(18))
        #expect(span.window(of: 7, around: date(1)).first == date(1))
        #expect(span.window(of: 7, around: date(30)).last == date(30))
        #expect(span.window(of: 7, around: date(90)).last == date(30))
        for size in [1, 7, 14, 29] {
            for day in 1...30 {
                let window = span.window(of: size, around: date(day))
                #expect(window.count == size && window.first >= span.first && window.last <= span.last)
                #expect(window.first <= date(day) && date(day) <= window.last)
            }
        }
        #expect(span.window(of: nil, around: date(3)) == span)
        #expect(span.window(of: 99, around: date(3)) == span)
        #expect(span.window(of: 0, around: date(3)).count == 1)
    }

    @Test func theMediansOfAWindowStillLookBackBeyondIt() throws {
        let history = try person(nights: 30).history()
        let span = NightSpan(history, today: date(30))
        let whole = NightTrend(history, span, .sleepOnsetLatencyMinutes)
        let part = whole.within(span.window(of: 7, around: date(20)))
        #expect(part.values == Array(whole.values[16...22]))
        #expect(part.medians == Array(whole.medians[16...22]))
        #expect(part.medians.first == .some(10 + 16 - 3))
        #expect(part.isSession.count == 7 && part.sentence != whole.sentence)
    }

    @Test func theBandIsTheMiddleHalfOfTheNightsBefore() throws {
        let history = try person(nights: 20, sessions: [9]).history()
        let trend = NightTrend(history, NightSpan(history, today: date(20)), .sleepOnsetLatencyMinutes)
        let band = try #require(trend.band)
        #expect(band.count == 9 && band.median == 14 && band.low == 12 && band.high == 16)
        #expect(trend.baseline == 14)
        #expect(QuarterBand([1, 2, 3, 4, 5, 6]) == nil)
        #expect(QuarterBand([1, 2], fewest: 0)?.median == 1.5)
        #expect(QuarterBand([], fewest: 0) == nil)
    }

    // MARK: Days

    @Test func aDayStandsBesideTheNightBeforeItAndTheNightAfterIt() throws {
        var person = try person(nights: 3)
        for (day, mood) in [(0, 2), (1, 5), (2, 7)] {
            person.add(
                .mood(Mood(day: date(day), mood: mood, anxiety: day == 1 ? nil : 3)),
                at: Instant(seconds: 1_777_700_000 + Int64(day)))
        }
        let history = person.history()
        let days = DaysBesideNights(history, NightSpan(history, today: date(3)), .quality)
        #expect(days.nights == [1, 2, 3])
        #expect(days.values(.mood, .sameDay) == [2, 5, 7])
        #expect(days.values(.mood, .nextDay) == [5, 7, nil])
        #expect(days.values(.anxiety, .sameDay) == [3, nil, 3])
        #expect(days.pairs(.mood, .sameDay) == 3 && days.pairs(.mood, .nextDay) == 2)
        #expect(days.pairs(.clear, .sameDay) == 0 && days.hasRatings)
        #expect(days.sentence.contains("3 nights with the day before the night"))
        let trend = NightTrend(history, days.span, .feeling(.mood))
        #expect(trend.values == [5, 7, nil] && trend.band == nil)
    }

    @Test func ofTwoRatingsOfADayTheLaterOneCounts() throws {
        var person = try person(nights: 1)
        person.add(.mood(Mood(day: date(0), mood: 2, clear: 9)), at: Instant(seconds: 1_777_700_000))
        person.add(.mood(Mood(day: date(0), mood: 6)), at: Instant(seconds: 1_777_700_500))
        #expect(person.history().ratings(.mood) == [date(0): 6])
        #expect(person.history().ratings(.clear) == [date(0): 9])
    }

    // MARK: With and without

    @Test func nightsThatAreNeededAreCounted() throws {
        var person = try person(nights: 20)
        for day in 0..<20 {
            person.add(
                .habits(Habits(day: date(day), windDown: day < 5)),
                at: Instant(seconds: 1_777_700_000 + Int64(day)))
        }
        let history = person.history()
        let sides = history.factorSides(.quality, nights: history.nights)
        #expect(sides.map(\.factor) == [.windDown])
        #expect(sides[0].sides.needed(sides[0].sides.with) == 3)
        #expect(
            sides[0].sentence
                == "Wind-down: the middle values stand here from 8 nights on each side; 3 more nights "
                + "with it needed.")
    }

    // MARK: Stages

    private func stageNight(_ day: Int, rem: Int, light: Int = 200, deep: Int = 80) -> Night {
        var night = Night(date: date(day), zone: .utc)
        let start = Zone.utc.instant(CivilTime(date(day - 1), secondOfDay: 82_800))
        night.recording = StageRecording(
            start: start,
            runs: [
                StageRecording.Run(seconds: 1200, stage: .awake),
                StageRecording.Run(seconds: light * 60, stage: .light),
                StageRecording.Run(seconds: deep * 60, stage: .deep),
                StageRecording.Run(seconds: rem * 60, stage: .rem),
            ])
        return night
    }

    @Test func sharesOfREMStandBesideEachOtherWithTheirCounts() throws {
        var person = try person(nights: 12, sessions: [2, 6])
        for day in 1...12 where day != 5 {
            person.add(
                .night(stageNight(day, rem: day == 3 || day == 7 ? 40 : 120)),
                at: Instant(seconds: 1_777_800_000 + Int64(day)), source: "oura")
        }
        let stages = StageNights(person.history(), today: date(12))
        #expect(stages.source == "oura" && stages.nights.count == 11)
        #expect(stages.night(on: date(3))?.isSession == true && stages.night(on: date(5)) == nil)
        #expect(stages.night(on: date(4))?.minutes == [80, 200, 120, 20])
        #expect(stages.session.values.count == 2 && stages.others.values.count == 7)
        #expect(
            stages.sentence
                == "Share of REM sleep, middle values: session nights 13 % (2 nights), other nights since "
                + "the first session 30 % (7 nights).")
        #expect(stages.caution.hasPrefix("Guessed by oura from movement and pulse"))
        let none = StageNights(try self.person(nights: 3).history(), today: date(3))
        #expect(none.source == nil && none.nights.isEmpty)
    }

    @Test func aHypnogramShowsTheStageThatFillsMostOfACell() throws {
        let recording = try #require(stageNight(1, rem: 100, light: 200, deep: 80).recording)
        let hypnogram = Hypnogram(recording, columns: 20)
        #expect(hypnogram.cells.first == .some(.awake))
        #expect(hypnogram.cells.filter { $0 == .light }.count == 10)
        #expect(hypnogram.cells.suffix(5).allSatisfy { $0 == .rem })
        #expect(Hypnogram(recording, columns: 0).cells.isEmpty)
        #expect(Hypnogram(StageRecording(start: recording.start, runs: []), columns: 9).cells.isEmpty)
        let hours = hypnogram.hours(in: .utc).map { $0.clock.description }
        #expect(hours.first == "23:00" && hours.contains("00:00") && hours.last == "05:00")
    }

    // MARK: Totals

    @Test func aTotalBesideSleepLeavesTheSleepItemOut() throws {
        let phq9 = try #require(Shipped.instruments.first { $0.name == "phq9" })
        let isi = try #require(Shipped.instruments.first { $0.name == "isi" })
        let pcl5 = try #require(Shipped.instruments.first { $0.name == "pcl5" })
        #expect(phq9.sleepItem == 3 && isi.sleepItem == nil && pcl5.sleepItem == 20)
        #expect(phq9.titleBesideSleep == "PHQ-9 without sleep" && isi.titleBesideSleep == isi.title)
        func total(_ answers: [Int?], given: Int? = nil) throws -> Int? {
            var person = try person(nights: 1)
            person.add(
                .checkIn(CheckIn(instrument: "phq9", answers: answers, givenTotal: given)),
                at: Instant(seconds: 1_777_800_000))
            let series = person.history().scoreSeries(of: phq9, in: .utc)
            return try phq9.totalBesideSleep(#require(series.rows.first))
        }
        #expect(try total([1, 1, 3, 1, 1, 1, 1, 1, 0]) == 7)
        // The sleep item may be blank: it is not in the sum. Another one may not.
        #expect(try total([1, 1, nil, 1, 1, 1, 1, 1, 0]) == 7)
        #expect(try total([1, nil, 3, 1, 1, 1, 1, 1, 0]) == nil)
        #expect(try total([], given: 12) == nil)
    }
}
