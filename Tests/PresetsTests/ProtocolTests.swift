// Course protocols: their dates, their doses, and what is refused.

import CareDomain
import Testing

@testable import Presets

struct ProtocolTests {
    static let start = "2026-09-07"
    static let twelve = [
        "2026-09-07", "2026-09-10", "2026-09-14", "2026-09-17", "2026-09-21", "2026-09-24", "2026-09-28",
        "2026-10-01",
        "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26",
    ]
    static let threeAWeek = [
        "2026-09-07", "2026-09-09", "2026-09-11", "2026-09-14", "2026-09-16", "2026-09-18",
    ]

    private func dates(_ name: String) throws -> [String] {
        let start = try #require(CivilDate(Self.start))
        return try #require(Shipped.courseProtocol(named: name)).dates(from: start).map(\.description)
    }

    @Test func everyProtocolThatShipsReads() throws {
        let files = EmbeddedFile.below("seeds/protocols")
        for file in files { _ = try ProtocolReader.courseProtocol(in: file.text, file: file.path) }
        #expect(
            Shipped.protocols.map(\.name) == [
                "esketamine-8w", "esketamine-induction", "iv-eight-4w", "iv-six-2w", "iv-six-3w",
                "iv-twelve-6w",
                "oral-weekly-6", "sublingual-four-4w",
            ])
        #expect(Shipped.protocols.count == files.count)
    }

    @Test func datesFollowThePublishedSchedules() throws {
        #expect(try dates("esketamine-8w") == Self.twelve)
        #expect(try dates("esketamine-induction") == Array(Self.twelve.prefix(8)))
        #expect(try dates("iv-six-2w") == Self.threeAWeek)
        #expect(try dates("iv-six-3w") == Array(Self.twelve.prefix(6)))
        // From the first day to the last, both counted.
        #expect(Shipped.courseProtocol(named: "iv-six-2w")?.sessionDays.last == 12 - 1)
        #expect(Shipped.courseProtocol(named: "iv-six-3w")?.sessionDays.last == 18 - 1)
        guard let expected = try WorkedCases.expected("C17") else { return }
        #expect(try dates("esketamine-8w").count == expected.spravatoCount)
        #expect(try dates("esketamine-8w") == expected.spravato)
        #expect(try dates("iv-six-2w") == expected.iv3)
        #expect(try dates("iv-six-3w") == expected.iv2)
    }

    @Test(arguments: [
        ("iv-six-2w", 6, 2), ("iv-six-3w", 6, 3), ("iv-eight-4w", 8, 4), ("iv-twelve-6w", 12, 6),
        ("esketamine-induction", 8, 4), ("esketamine-8w", 12, 8), ("oral-weekly-6", 6, 6),
        ("sublingual-four-4w", 4, 4),
    ])
    func sessionsAndWeeks(name: String, sessions: Int, weeks: Int) throws {
        let plan = try #require(Shipped.courseProtocol(named: name))
        #expect(plan.sessionDays.count == sessions)
        #expect(plan.weeks == weeks)
        #expect(!plan.title.isEmpty && !plan.source.isEmpty)
    }

    @Test func dosesAreThosePublished() {
        #expect(Shipped.courseProtocol(named: "iv-twelve-6w")?.dose == Dose(0.5, .milligramsPerKilogram))
        #expect(Shipped.courseProtocol(named: "esketamine-8w")?.dose == Dose(56, .milligrams))
        #expect(Shipped.courseProtocol(named: "oral-weekly-6")?.dose == nil)
        #expect(Shipped.courseProtocol(named: "iv-twelve-6w")?.title == "Six weeks, two sessions a week")
    }

    @Test(arguments: [
        ("weeks: 2", "weeks: two", 2), ("[0, 2, 4]", "[0, 4, 2]", 4), ("[0, 2, 4]", "[1, 2]", 4),
        ("[0, 2, 4]", "[0, 14]", 4), ("route: iv", "route: rectal", 3), ("[0, 2, 4]", "often", 4),
    ])
    func wrongValuesAreNamedWithTheirLine(was: String, becomes: String, line: Int) throws {
        let good = "title: A course\nweeks: 2\nroute: iv\nsessionDays: [0, 2, 4]\nsource: the clinic\n"
        #expect(try ProtocolReader.courseProtocol(in: good, file: "own.yaml").name == "own")
        do throws(PresetProblem) {
            _ = try ProtocolReader.courseProtocol(in: good.replacing(was, with: becomes), file: "own.yaml")
            Issue.record("\(becomes) was taken")
        } catch {
            #expect(error.file == "own.yaml")
            #expect(error.line == line)
        }
    }
}
