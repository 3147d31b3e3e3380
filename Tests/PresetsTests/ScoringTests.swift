// Totals, bands, change, blanks and the answers that need someone, on the questionnaires that ship.

import CareDomain
import Testing

@testable import Presets

struct ScoringTests {
    private func instrument(_ name: String) throws -> Instrument {
        try #require(Shipped.instrument(named: name))
    }

    private func score(_ name: String, _ answers: [Int?]) throws -> Score {
        try instrument(name).score(CheckIn(instrument: name, answers: answers))
    }

    private func change(_ name: String, _ from: [Int?], _ to: [Int?]) throws -> ScoreChange {
        let instrument = try instrument(name)
        let earlier = try #require(try score(name, from).total)
        let later = try #require(try score(name, to).total)
        return ScoreChange(from: earlier, to: later, of: instrument)
    }

    // MARK: C13, whole

    static let phq9: [[Int?]] = [
        [2, 2, 2, 2, 1, 2, 2, 1, 1], [1, 0, 1, 1, 0, 1, 0, 1, 1], [2, 2, nil, 2, 1, 2, 2, 1, 0],
        [2, nil, nil, 2, nil, 2, 2, 1, 0],
    ]
    static let pcl5: [[Int?]] = [
        [3, 3, 2, 2, 3, 3, 2, 2, 2, 3, 1, 2, 2, 1, 2, 1, 3, 3, 2, 3],
        [2, 2, 1, 1, 2, 2, 1, 1, 1, 2, 1, 1, 2, 1, 2, 1, 2, 2, 2, 1],
    ]

    @Test func depression() throws {
        let scores = try Self.phq9.map { try score("phq9", $0) }
        #expect(scores.map(\.total) == [15, 6, 14, nil])
        #expect(scores.map(\.band) == ["moderately severe", "mild", "moderate", nil])
        #expect(scores.map(\.isProrated) == [false, false, true, false])
        #expect(scores[3].missing == [2, 3, 5])
        let change = try change("phq9", Self.phq9[0], Self.phq9[1])
        #expect(change.points == -9)
        #expect(change.percent == Percent(-60))
        #expect(change.isResponse == true)
        #expect(change.isRemission == false)
        #expect(change.reaches("meaningful"))
        let instrument = try instrument("phq9")
        let concerns = Self.phq9.map { instrument.concerns(CheckIn(instrument: "phq9", answers: $0)) }
        #expect(concerns.map { $0.map(\.item) } == [[9], [9], [], []])
    }

    @Test func trauma() throws {
        let scores = try Self.pcl5.map { try score("pcl5", $0) }
        #expect(scores.map(\.total) == [45, 30])
        #expect(scores[0].subscales.map(\.key) == ["B", "C", "D", "E"])
        #expect(scores[0].subscales.map(\.value) == [13, 5, 13, 14])
        #expect(scores[1].subscales.map(\.value) == [8, 3, 9, 10])
        #expect(scores.map(\.hasPattern) == [true, true])
        #expect(scores[0].cuts.map(\.from) == [31, 33])
        #expect(scores[1].cuts.isEmpty)
        // There are no bands of severity.
        #expect(scores.map(\.band) == [nil, nil])
        let change = try change("pcl5", Self.pcl5[0], Self.pcl5[1])
        #expect(change.points == -15)
        #expect(change.reaches("reliable-5") && change.reaches("meaningful") && change.reaches("reliable"))
        #expect(change.shown.map(\.name) == ["meaningful", "reliable"])
        // Seven points are worked out as more than error, and nothing is said of them.
        let small = ScoreChange(from: 45, to: 38, of: try instrument("pcl5"))
        #expect(small.reaches("reliable-5"))
        #expect(small.shown.isEmpty)
    }

    @Test func insomnia() throws {
        let from: [Int?] = [3, 3, 2, 3, 3, 2, 3]
        let to: [Int?] = [1, 2, 1, 1, 1, 1, 0]
        #expect(try [score("isi", from), score("isi", to)].map(\.total) == [19, 7])
        #expect(try [score("isi", from), score("isi", to)].map(\.band) == ["moderate", "none"])
        let change = try change("isi", from, to)
        #expect(change.points == -12)
        #expect(change.reaches("meaningful") && change.reaches("moderate"))
        #expect(change.isRemission == true)
        #expect(change.isResponse == true)
    }

    @Test func anxietyWellBeingAndNightmares() throws {
        let gad = try change("gad7", [2, 2, 2, 1, 2, 2, 1], [1, 1, 1, 0, 1, 1, 1])
        #expect(gad.points == -6)
        #expect(gad.reaches("meaningful"))
        #expect(try score("gad7", [2, 2, 2, 1, 2, 2, 1]).band == "moderate")
        #expect(try score("gad7", [1, 1, 1, 0, 1, 1, 1]).band == "mild")
        let well = try change("who5", [1, 1, 2, 0, 1], [2, 2, 2, 1, 2])
        #expect(try score("who5", [1, 1, 2, 0, 1]).total == 20)
        #expect(try score("who5", [2, 2, 2, 1, 2]).total == 36)
        #expect(well.improvement == 16 && well.reaches("meaningful"))
        #expect(try ScoreChange(from: 36, to: 20, of: instrument("who5")).improvement == -16)
        let dreams = try score("ddnsi", [4, 6, 3, 4, 4])
        #expect(dreams.total == 21)
        #expect(dreams.cuts.map(\.from) == [11])
    }

    // MARK: Blanks

    @Test(
        arguments: [
            ([0, 0, 0, 0, 0, 0, 0, nil, 0], 0), ([nil, nil, 3, 3, 3, 3, 3, 3, 3], 27),
            ([nil, 1, 1, 1, 1, 1, 1, 1, 0], 8), ([1, 1, 1, 1, 1, 1, 1, 1, nil], nil),
            ([nil, 1, 1, 1, 1, 1, 1, 1, nil], nil), ([9, 1, 1, 1, 1, 1, 1, 1, 1], nil),
            ([1, 1, 1], nil), (Array(repeating: nil, count: 9), nil), (Array(repeating: 1, count: 10), nil),
        ] as [([Int?], Int?)])
    func twoBlanksAtMostAndNeverTheLast(answers: [Int?], total: Int?) throws {
        #expect(try score("phq9", answers).total == total)
    }

    @Test func elsewhereABlankLeavesTheTotalUnknown() throws {
        let score = try score("isi", [3, 3, nil, 3, 3, 2, 3])
        #expect(score.total == nil && score.band == nil && score.missing == [3])
        let clusters = try self.score("pcl5", [nil] + Self.pcl5[0].dropFirst())
        #expect(clusters.total == nil)
        #expect(clusters.subscales.map(\.value) == [nil, 5, 13, 14])
    }

    @Test func aGivenTotalStands() throws {
        let instrument = try instrument("phq9")
        let score = instrument.score(CheckIn(instrument: "phq9", givenTotal: 17))
        #expect(score.total == 17 && score.band == "moderately severe" && score.missing.isEmpty)
        #expect(instrument.score(CheckIn(instrument: "phq9", givenTotal: 28)).total == nil)
        #expect(try self.instrument("who5").isTotal(36))
        #expect(try !self.instrument("who5").isTotal(35))
        #expect(try !self.instrument("cssrs").isTotal(0))
    }

    // MARK: PSQI

    /// Seven components, each by its published limits: bed 23:00, latency, up 07:00, hours asleep.
    @Test(arguments: [
        (15, 0, 421, [0, 0, 0]), (16, 0, 420, [1, 1, 0]), (60, 1, 360, [2, 1, 1]),
        (60, 1, 359, [2, 2, 2]), (61, 3, 299, [3, 3, 3]), (30, 1, 312, [1, 2, 2]), (30, 1, 311, [1, 2, 3]),
    ])
    func components(latency: Int, onset: Int, asleep: Int, expected: [Int]) throws {
        var answers: [Int?] = [23 * 60, latency, 7 * 60, asleep, onset]
        answers += [0, 0, 0, 0, 0, 0, 0, 0, nil, 1, 2, 1, 2, nil]
        let parts = try score("psqi", answers).subscales
        let byKey = Dictionary(parts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        #expect(byKey["latency"] == expected[0])
        #expect(byKey["duration"] == expected[1])
        #expect(byKey["efficiency"] == expected[2])
        #expect(byKey["disturbance"] == 0)
        #expect(byKey["quality"] == 1 && byKey["medicine"] == 2 && byKey["daytime"] == 2)
    }

    @Test func sevenComponentsMakeTheTotal() throws {
        var answers: [Int?] = [23 * 60, 45, 7 * 60, 330, 2, 2, 1, 0, 1, 0, 1, 2, 1, nil, 2, 1, 1, 2, nil]
        let score = try score("psqi", answers)
        #expect(score.subscales.map(\.value) == [2, 2, 2, 2, 1, 1, 2])
        #expect(score.total == 12 && score.band == "poor" && score.missing.isEmpty)
        answers[3] = nil
        let without = try self.score("psqi", answers)
        #expect(without.total == nil)
        #expect(without.subscales.filter { $0.value == nil }.map(\.key) == ["duration", "efficiency"])
    }

    @Test func clockTimesAndHoursAreReadAsTyped() throws {
        let psqi = try instrument("psqi")
        #expect(psqi.item(1)?.answer(typed: "10:45pm") == 1365)
        #expect(psqi.item(4)?.answer(typed: "6.5") == 390)
        #expect(psqi.item(4)?.answer(typed: "6:30") == 390)
        #expect(psqi.item(4)?.answer(typed: "30") == nil)
        #expect(psqi.item(5)?.answer(typed: "4") == nil)
        #expect(psqi.item(5)?.answer(typed: "-1") == nil)
        #expect(psqi.item(4)?.words(390) == "6.5")
    }

    // MARK: Answers that need someone

    @Test(
        arguments: [
            ([0, 0, 0, 0, 0, 0, 0], "nothing affirmed", nil), ([1, 0, 0, 0, 0, 0, 0], "low", .sameDay),
            ([1, 1, 1, 0, 0, 0, 0], "moderate", .sameDay), ([0, 0, 0, 0, 0, 1, 0], "moderate", .sameDay),
            ([1, 1, 1, 1, 0, 0, 0], "high", .now), ([1, 1, 0, 0, 1, 0, 0], "high", .now),
            ([0, 0, 0, 0, 0, 1, 1], "high", .now), ([nil, nil, nil, 1, nil, nil, nil], "high", .now),
            ([0, 0, 0, 0, 0, 0, nil], nil, nil),
        ] as [([Int?], String?, Instrument.Urgency?)])
    func levelsOfTheScreener(answers: [Int?], level: String?, urgency: Instrument.Urgency?) throws {
        let score = try score("cssrs", answers)
        #expect(score.band == level)
        #expect(score.total == nil)
        let concerns = try instrument("cssrs").concerns(CheckIn(instrument: "cssrs", answers: answers))
        #expect(concerns.first?.urgency == urgency)
    }

    @Test func itemNineCountsWhateverTheTotal() throws {
        let phq9 = try instrument("phq9")
        func concerns(_ last: Int?, after earlier: Int? = nil) -> [Instrument.Urgency] {
            let before = earlier.map { CheckIn(instrument: "phq9", answers: [0, 0, 0, 0, 0, 0, 0, 0, $0]) }
            let answers: [Int?] = [0, 0, 0, 0, 0, 0, 0, 0, last]
            return phq9.concerns(CheckIn(instrument: "phq9", answers: answers), after: before).map(\.urgency)
        }
        #expect(concerns(0) == [] && concerns(nil) == [])
        #expect(concerns(1) == [.sameDay] && concerns(2) == [.now] && concerns(3) == [.now])
        #expect(concerns(1, after: 0) == [.now] && concerns(1, after: 1) == [.sameDay])
        #expect(concerns(1, after: 3) == [.sameDay])
        // Left half-way: the others are blank.
        let half = CheckIn(instrument: "phq9", answers: Array(repeating: nil, count: 8) + [1])
        #expect(phq9.concerns(half).map(\.item) == [9])
        #expect(phq9.score(half).total == nil)
    }

    @Test func whatIsNotConfirmedSaysSoAndAGraveLevelIsNotSoftened() throws {
        #expect(try instrument("epworth").words(ofBand: "mild") == "mild (not confirmed)")
        #expect(try instrument("phq9").words(ofBand: "mild") == "mild")
        #expect(try instrument("cssrs").provenance.unconfirmed.contains("levels"))
        #expect(try instrument("cssrs").words(ofBand: "high") == "high")
    }

    @Test func noSumIsMadeOfWhatNobodyDescribed() {
        #expect(Shipped.instrument(named: "cssrs")?.totalRange == nil)
        #expect(Shipped.instrument(named: "unheard-of") == nil)
    }
}
