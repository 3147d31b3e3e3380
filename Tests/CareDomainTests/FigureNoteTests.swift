// Every figure has its note; no text here claims what it must not; and the figures that stand side by side.

import CareDomain
import TestKit
import Testing

@Suite struct FigureNoteTests {
    @Test func everyFigureHasOneSentenceAndASource() {
        #expect(FigureNote.all.count == Measure.allCases.count + Figure.allCases.count)
        #expect(Set(FigureNote.all.map(\.key)).count == FigureNote.all.count)
        for note in FigureNote.all {
            #expect(!note.title.isEmpty && note.title != note.key, "\(note.key)")
            #expect(note.definition.hasSuffix("."), "\(note.key)")
            #expect(!note.definition.dropLast().contains(". "), "\(note.key)")
            #expect(!note.source.isEmpty && !note.source.hasSuffix("."), "\(note.key)")
            #expect(FigureNote.of(note.key) == note)
        }
        #expect(FigureNote.of("phq9") == nil)
    }

    private static let claims = [
        "because", "thanks to", "effect of", "no difference", "normal", "abnormal", "safe", "you are well",
        "improved", "worsened", "streak", "failed", "percentile", "mortality",
    ]

    @Test func noTextClaimsWhatItMustNot() throws {
        var texts = FigureNote.all.flatMap { [$0.title, $0.definition] }
        for (before, after) in [(50, 20), (20, 50), (30, 30)] {
            var person = try #require(SamplePerson("claim", zone: .utc))
            let first = CivilDate(days: 20_577)
            for day in 0..<56 {
                if day % 7 == 0 { person.session("\(first.adding(days: day))T14:00") }
                let latency = day % 7 == 0 ? before : after
                try person.night(
                    first.adding(days: day + 1).description, bed: "23:00", try: "23:00", sol: "\(latency)",
                    wakes: "1", waso: "10", woke: "06:00", up: "07:00")
            }
            let figures = person.history().sessionNightFigures(today: first.adding(days: 57))
            texts += figures.comparisons.map(\.plainWords)
        }
        #expect(texts.contains { $0.contains("these nights do not tell") })
        for text in texts {
            for claim in Self.claims {
                #expect(!text.lowercased().contains(claim), "\(claim): \(text)")
            }
        }
    }

    @Test func aComparisonSaysItsCountItsIntervalAndItsDoubt() throws {
        var person = try #require(SamplePerson("words", zone: .utc))
        let first = CivilDate(days: 20_577)
        for day in 0..<56 {
            if day % 7 == 0 { person.session("\(first.adding(days: day))T14:00") }
            try person.night(
                first.adding(days: day + 1).description, bed: "23:00", try: "23:00",
                sol: day % 7 == 0 ? "50" : "20", wakes: "0", woke: "06:00", up: "07:00")
        }
        let figures = person.history().sessionNightFigures(today: first.adding(days: 57))
        #expect(
            figures.named?.plainWords
                == "first night after a session, against the later nights up to the next one: +30 m, "
                + "middle of 8 pairs, 95 % interval +30 m to +30 m. Sessions always fall on the same "
                + "weekdays, so weekday and session cannot be told apart.")
    }
}

@Suite struct SideBySideTests {
    private let first = CivilDate(days: 20_577)

    private func person(days: Int, sessions: [Int] = [], quality: (Int) -> Int) throws -> SamplePerson {
        var person = try #require(SamplePerson("side", zone: .utc))
        for day in sessions { person.session("\(first.adding(days: day))T10:00") }
        for day in 0..<days {
            try person.sleep(first.adding(days: day + 1), "23:00", "07:00", quality: "\(quality(day))")
        }
        return person
    }

    private func practice(_ person: inout SamplePerson, day: Int, hour: Int) {
        let start = Zone.utc.instant(CivilTime(first.adding(days: day), secondOfDay: hour * 3600))
        let practice = Practice(
            programme: "box", start: OffsetInstant(start, in: .utc), seconds: 288, completed: true)
        person.add(.practice(practice), at: start)
    }

    @Test func nightsWithAndWithoutNeedEightOnEachSide() throws {
        for (days, isShown) in [(16, true), (15, false)] {
            var person = try person(days: days) { $0 % 2 == 0 ? 4 : 2 }
            for day in stride(from: 0, to: days, by: 2) { practice(&person, day: day, hour: 21) }
            let history = person.history()
            let sides = WithAndWithout(.quality, nights: history.nights, had: history.practised)
            #expect(sides.with.count == 8 && sides.without.count == days - 8)
            #expect(sides.with.median == (isShown ? 4 : nil))
            #expect(sides.without.median == (isShown ? 2 : nil))
        }
    }

    @Test func sessionNightsAndTheNextAreLeftOut() throws {
        var person = try person(days: 28, sessions: [0, 7, 14, 21]) { _ in 3 }
        for day in stride(from: 0, to: 28, by: 2) { practice(&person, day: day, hour: 21) }
        let history = person.history()
        let sides = WithAndWithout(.quality, nights: history.nights, had: history.practised)
        #expect(sides.with.count + sides.without.count == 20)
    }

    @Test func aPracticeCountsInTheEveningAndTheNightAfterTheFirstOfAll() throws {
        var person = try person(days: 6) { _ in 3 }
        practice(&person, day: 2, hour: 12)
        practice(&person, day: 3, hour: 19)
        practice(&person, day: 5, hour: 2)
        let history = person.history()
        let had = history.nights.map(history.practised)
        #expect(had == [nil, nil, false, true, true, false])
    }

    @Test func anAdjustmentNeedsTwoWeeksOnEachSide() throws {
        let nights = try person(days: 35) { $0 < 14 ? 2 : 4 }.history().mainNights
        let mark = try #require(AdjustmentMark(effective: first.adding(days: 14), .quality, nights: nights))
        #expect(mark.before.map(\.count) == [7, 7] && mark.after.map(\.count) == [7, 7, 7])
        #expect(mark.before.map(\.mean) == [2, 2] && mark.after.map(\.mean) == [4, 4, 4])
        #expect(mark.before.last?.to == first.adding(days: 14))
        #expect(AdjustmentMark(effective: first.adding(days: 13), .quality, nights: nights) == nil)
        #expect(AdjustmentMark(effective: first.adding(days: 22), .quality, nights: nights) == nil)
        let holes = nights.filter { $0.date.weekday.rawValue < 3 }
        let thin = AdjustmentMark(effective: first.adding(days: 16), .quality, nights: holes)
        #expect(thin?.before.map(\.count) == [3, 3] && thin?.before.map(\.mean) == [nil, nil])
    }

    @Test func caffeineIsHalvedAndWhatComesLaterDoesNotCount() {
        let at = { (hour: Int) in
            OffsetInstant(Zone.utc.instant(CivilTime(first, secondOfDay: hour * 3600)), in: .utc)
        }
        let drinks = [(8, 100.0), (18, 40), (23, 80)].map { Habits.Caffeine(at: at($0.0), milligrams: $0.1) }
        let left = CaffeineLeft(drinks, at: at(22).instant)
        #expect(left?.hoursBefore == [14, 4])
        #expect(near(left?.usual, 14.3587 + 22.9740))
        #expect(left?.isUnderSixHours == true)
        #expect(CaffeineLeft([], at: at(22).instant) == nil)
        #expect(CaffeineLeft(drinks, at: at(8).instant)?.short == 100)
        let longAgo = at(8).instant.adding(Minutes(60 * 24 * 365 * 200))
        #expect(CaffeineLeft(drinks, at: longAgo)?.long == 0)
    }
}
