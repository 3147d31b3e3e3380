// Outcomes and session nights over everyone: how they look, and what choosing and narrowing do.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct CohortGroupPagesTests {
    private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)]

    private func evening() throws -> Evening {
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York",
            settings: DashboardSettings(
                protocolTitles: ["iv-twelve-6w": "Six weeks, two sessions a week"], storeName: "Ward 3",
                care: CareKnowledge(instruments: [OutcomeWard.phq9])))
        for (number, person) in try OutcomeWard.people(zone: evening.zone).enumerated() {
            try evening.add(person, as: "sample-\(number)")
        }
        return evening
    }

    private func picture(
        _ size: Size = Size(columns: 100, rows: 30), tier: ChartTier = .braille, _ keys: (Script) -> Void
    ) throws -> Canvas {
        let evening = try evening()
        keys(evening.script)
        evening.script.picture("end")
        try evening.run(size.columns, size.rows, tier: tier)
        let canvas = try #require(evening.script.pictures["end"])
        #expect(canvas.faults.isEmpty)
        return canvas
    }

    private func text(_ keys: (Script) -> Void) throws -> String {
        try picture { keys($0) }.lines.joined(separator: "\n")
    }

    @Test(arguments: sizes) func pages(size: Size) throws {
        let name = "\(size.columns)x\(size.rows)"
        Golden.expect(Golden.text(try picture(size) { $0.press("4") }), "cohort-outcomes-\(name)")
        Golden.expect(Golden.text(try picture(size) { $0.press("6") }), "cohort-nights-\(name)")
        Golden.expect(
            Golden.text(
                try picture(size) {
                    $0.press("4"); $0.press(.down)
                }), "cohort-outcomes-sleep-\(name)")
        Golden.expect(
            Golden.text(
                try picture(size) {
                    $0.press("4"); $0.press(.end)
                }), "cohort-events-\(name)")
        Golden.expect(
            Golden.text(
                try picture(size) {
                    $0.press("4"); $0.press(.end, .up)
                }), "cohort-caseload-\(name)")
    }

    @Test(arguments: sizes) func inASCII(size: Size) throws {
        var text = ""
        for keys in ["4", "6"] {
            let canvas = try picture(size, tier: .ascii) { $0.press(keys) }.inASCII()
            text += canvas.lines.map { "|" + $0 + "\n" }.joined()
        }
        #expect(text.utf8.allSatisfy { $0 < 0x7f })
        Golden.expect(text, "cohort-group-\(size.columns)x\(size.rows)-ascii")
    }

    @Test func aNarrowScreenShowsWhatIsChosenAlone() throws {
        for keys in ["4", "6"] {
            let lines = try picture(Size(columns: 60, rows: 18)) { $0.press(keys) }.lines
            #expect(!lines.joined().contains("Caseload") && !lines.joined().contains("Refreshed"))
            #expect(lines[3].hasPrefix("▸ "))
            for size in Self.sizes {
                let canvas = try picture(size) { $0.press(keys) }
                #expect(canvas.lines[canvas.focus.row].contains("▸"))
            }
        }
    }

    @Test func choosingShowsAnotherAndStopsAtTheEnds() throws {
        let first = try text { $0.press("4") }
        #expect(first.contains("▸ PHQ-9") && first.contains("12 of 12 have started · 11 in their course"))
        #expect(first.contains("n of 12") && first.contains("· 1 ended early"))
        #expect(
            try text {
                $0.press("4"); $0.press(.up)
            } == first)
        let sleep = try text {
            $0.press("4"); $0.press(.down, .down)
        }
        #expect(sleep.contains("▸ Asleep") && sleep.contains("hours, people by week of the course"))
        let events = try text {
            $0.press("4"); $0.press(.end, .down)
        }
        #expect(events.contains("▸ Adverse events") && events.contains("Sessions held"))
        let nights = try text {
            $0.press("6"); $0.press(.down)
        }
        #expect(nights.contains("▸ Awake in the night"))
    }

    @Test func oneProtocolIsLookedAtAndStaysChosenOnBothPages() throws {
        let one = try text {
            $0.press("4"); $0.press(.right)
        }
        #expect(one.contains("iv-six-3w  4 have started") && one.contains("n of 4"))
        let other = try text {
            $0.press("4"); $0.press(.left); $0.press("6")
        }
        #expect(other.contains("Six weeks, two sessions a week  8 people with a session"))
        let all = try text {
            $0.press("4"); $0.press(.right, .right, .right)
        }
        #expect(all.contains("All protocols  12 of 12"))
    }

    @Test func onlyThoseWhoFitTheFilterCount() throws {
        let shown = try text {
            $0.press("2/person-1")
            $0.press(.enter)
            $0.press("4")
        }
        #expect(shown.contains("3 of 3 have started") && shown.contains("of those who fit the filter"))
        #expect(shown.contains("under 5 people a week: counts alone"))
    }

    @Test func figuresOfThePageAreExplained() throws {
        let outcomes = try text { $0.press("4i") }
        #expect(outcomes.contains("Quartiles") && outcomes.contains("Response"))
        let nights = try text {
            $0.press("6i"); $0.press(.down, .down, .down, .down, .down)
        }
        #expect(nights.contains("These nights less the person's others"))
    }
}
