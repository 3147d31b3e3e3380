// The header in narrow windows: the name is the last that is cut.

import CareDomain
import CellCanvas
import TestKit
import Testing

@testable import Dashboard

@Suite struct HeaderTests {
    private static let clock = ["Sun 22 Nov  18:14", "22 Nov  18:14", "18:14"]
    private static let four = ["Tonight", "Calendar", "Sleep", "Relax"]
    private static let six = four + ["Check-ins", "Guide"]

    private func layout(_ titles: [String], _ who: String, columns: Int, shown: Int = 0) -> HeaderLayout {
        HeaderLayout(titles: titles, shown: shown, who: who, clock: Self.clock, room: columns - 10)
    }

    @Test func withRoomEverythingIsThere() {
        let layout = layout(Self.six, "Ada Lovell 1988", columns: 140)
        #expect(layout.hasAllTitles && layout.clock == Self.clock[0] && layout.who == "Ada Lovell 1988")
    }

    @Test func at80ColumnsTheNameAndTheYearStay() {
        let layout = layout(Self.six, "Ada Lovell 1988", columns: 80)
        #expect(!layout.hasAllTitles)
        #expect(layout.who == "Ada Lovell 1988")
        #expect(layout.clock == Self.clock[0])
    }

    /// With fewer titles a shorter date is enough for all of them.
    @Test func theDateGetsShorterBeforeTheTitlesGo() {
        let layout = layout(Self.six, "Ada Lovell 1988", columns: 96)
        #expect(layout.hasAllTitles && layout.who == "Ada Lovell 1988")
        #expect(layout.clock == Self.clock[2])
    }

    @Test func aLongNameShortensTheDateAndIsCutLast() {
        let long = "Wilhelmina van den Heuvel-Rosenthal 1954"
        let shorter = layout(Self.six, long, columns: 90)
        #expect(shorter.who == long)
        #expect(shorter.clock == "18:14")
        let cut = layout(Self.six, long, columns: 60)
        #expect(cut.who.hasPrefix("Wilhelmina van") && cut.who.hasSuffix("…"))
    }

    @Test func nothingOverlapsAtAnyWidth() {
        for columns in 30...140 {
            for shown in Self.six.indices {
                let layout = layout(Self.six, "Ada Lovell 1988", columns: columns, shown: shown)
                let tabs = Self.six.enumerated().reduce(0) { width, tab in
                    width + 3
                        + (layout.hasAllTitles || tab.offset == shown ? tab.element.count + 1 : 0)
                }
                let who = layout.who.isEmpty ? 0 : CleanText(layout.who).width + 2
                let isWide = columns >= 50
                #expect(!isWide || tabs + who + layout.clock.count <= columns - 10, "\(columns)")
            }
        }
    }

    @Test func theCohortsColumnsDoNotOverlapInASmallWindow() throws {
        let evening = try Evening("2026-11-22T18:14:00-05:00", zone: "America/New_York")
        for number in 0..<3 {
            try evening.add(
                try Ada.person(zone: evening.zone, id: "person-\(number)", name: "Person Number \(number)"),
                as: "sample-\(number)")
        }
        evening.script.picture("cohort")
        try evening.run(60, 18)
        let lines = try #require(evening.script.pictures["cohort"]).lines
        let head = try #require(lines.first { $0.contains("Person  ") })
        let titles = head.split(separator: " ", omittingEmptySubsequences: true)
        #expect(titles == ["Person", "Reason", "Week", "Diary"])
        let row = try #require(lines.first { $0.contains("Person Number") })
        #expect(row.contains("6/7") || row.contains("7/7"))
    }
}
