// The guide: its pages at every size, reading and coming back, one's own figures, and the way from a figure.

import CareDomain
import CellCanvas
import Dashboard
import Presets
import TestKit
import Testing

@Suite struct GuideTests {
    private func evening(people: Int = 1, pages: [GuidePage] = GuideShelf().pages) throws -> Evening {
        var settings = DashboardSettings(programmes: SampleProgrammes.all, storeName: "Ward 3")
        settings.guidePages = pages
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York", settings: settings)
        var ada = try Ada.person(zone: evening.zone)
        try addCoffees(to: &ada)
        try evening.add(ada)
        for number in 1..<max(1, people) {
            try evening.add(
                try Ada.person(zone: evening.zone, id: "person-\(number)", name: "Person \(number)"),
                as: "sample-2")
        }
        return evening
    }

    private func addCoffees(to person: inout SamplePerson) throws {
        for (day, clocks) in [("2026-11-20", ["08:10", "13:30"]), ("2026-11-21", ["08:20"])] {
            let date = try #require(CivilDate(day))
            let drinks = try clocks.map { clock in
                let time = CivilTime(date, try #require(ClockTime(typed: clock)))
                return Habits.Caffeine(
                    at: OffsetInstant(person.zone.instant(time), in: person.zone), milligrams: 95)
            }
            person.add(
                .habits(Habits(day: date, caffeine: drinks, alcoholDrinks: 0)),
                at: person.zone.instant(CivilTime(date, secondOfDay: 72_000)))
        }
    }

    private func picture(
        _ evening: Evening, at size: Size = Size(columns: 100, rows: 30), _ keys: (Script) -> Void
    ) throws -> Canvas {
        keys(evening.script)
        evening.script.picture("end")
        try evening.run(size.columns, size.rows)
        return try #require(evening.script.pictures["end"])
    }

    private func text(
        _ evening: Evening, at size: Size = Size(columns: 100, rows: 30), _ keys: (Script) -> Void
    ) throws -> String {
        try picture(evening, at: size, keys).lines.joined(separator: "\n")
    }

    // MARK: Goldens

    static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 140, rows: 45),
    ]

    @Test(arguments: sizes) func list(size: Size) throws {
        let canvas = try picture(evening(), at: size) { $0.press("6jj") }
        Golden.expect(Golden.text(canvas), "guide-list-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes) func reading(size: Size) throws {
        let canvas = try picture(evening(), at: size) {
            $0.press("6jjjjjjj"); $0.press(.enter); $0.press("o")
        }
        Golden.expect(Golden.text(canvas), "guide-reading-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes.prefix(2)) func theEndOfAPage(size: Size) throws {
        let canvas = try picture(evening(), at: size) {
            $0.press("6"); $0.press(.enter, .end)
        }
        Golden.expect(Golden.text(canvas), "guide-end-\(size.columns)x\(size.rows)")
    }

    @Test func inASCII() throws {
        let evening = try evening()
        evening.script.press("6jjjjjj")
        evening.script.picture("list")
        evening.script.press(.enter)
        evening.script.press("o")
        evening.script.picture("page")
        try evening.run(80, 24)
        var text = ""
        for name in ["list", "page"] {
            text += try #require(evening.script.pictures[name]).inASCII().lines.joined(separator: "\n") + "\n"
        }
        #expect(text.utf8.allSatisfy { $0 < 0x7f })
        Golden.expect(text, "guide-ascii-80x24")
    }

    // MARK: Reading

    @Test func thePlaceInAPageIsKept() throws {
        let small = Size(columns: 80, rows: 24)
        let shown = try text(evening(), at: small) {
            $0.press("6"); $0.press(.enter); $0.press("jjj")
            $0.press(.escape, .down, .enter, .escape, .up)
        }
        #expect(shown.contains(" 4–"))
        #expect(shown.contains("How ketamine works, and sleep"))
    }

    @Test func escapeGoesBackAStepAtATime() throws {
        let evening = try evening()
        let narrow = Size(columns: 60, rows: 18)
        evening.script.press("6")
        evening.script.press(.right)
        evening.script.picture("page")
        evening.script.press(.escape)
        evening.script.picture("list")
        evening.script.press(.escape)
        evening.script.picture("home")
        try evening.run(narrow.columns, narrow.rows)
        let lines = { (name: String) in
            try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
        }
        #expect(try !lines("page").contains("Medicines"))
        #expect(try lines("list").contains("▸ How ketamine works"))
        #expect(try lines("home").contains("Tonight"))
    }

    @Test func scrollingEndsWhereThePageDoes() throws {
        let end = try text(evening(), at: Size(columns: 80, rows: 24)) {
            $0.press("6"); $0.press(.enter, .end, .down, .pageDown)
        }
        #expect(end.contains("ph16040568"))
        let count = try #require(end.firstMatch(of: /–(\d+) of (\d+)/))
        #expect(count.1 == count.2)
    }

    @Test func ownFiguresStandThereOnRequest() throws {
        let quiet = try text(evening()) { $0.press("6jjjjjjj") }
        #expect(quiet.contains("before 14:00"))
        #expect(!quiet.contains("13:30"))
        let asked = try text(evening()) { $0.press("6jjjjjjjo") }
        #expect(asked.contains("Fri 20 Nov · 08:10, 13:30"))
        #expect(try !text(evening()) { $0.press("6jjjjjjjoo") }.contains("13:30"))
    }

    // MARK: From a figure

    @Test func aFigureLeadsToItsPage() throws {
        let evening = try evening()
        evening.script.press("3i")
        evening.script.picture("figures")
        evening.script.press("6")
        evening.script.picture("guide")
        evening.script.press(.escape)
        evening.script.picture("list")
        try evening.run(100, 30)
        let lines = { (name: String) in
            try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
        }
        #expect(try lines("figures").contains("6 Guide: Sleep and recovery"))
        #expect(try lines("figures").contains("Guide: CBT-I and other therapies"))
        #expect(try lines("guide").contains("▸ Sleep and recovery"))
        #expect(try lines("list").contains("Days and evenings"))
    }

    @Test func aFigureFurtherDownLeadsToItsOwn() throws {
        let shown = try text(evening(), at: Size(columns: 80, rows: 24)) {
            $0.press("3i")
            $0.press(.end)
            $0.press("6")
        }
        #expect(shown.contains("▸ The body clock"))
    }

    @Test func theCohortHasNoGuide() throws {
        let shown = try text(evening(people: 3)) { $0.press("i6") }
        #expect(!shown.contains("Guide"))
        #expect(shown.contains("What these figures are"))
    }

    @Test func withoutAPageTheScreenSaysSo() throws {
        let shown = try text(evening(pages: [])) {
            $0.press("6"); $0.press(.enter, .down); $0.press("]o")
        }
        #expect(shown.contains("The guide has no page."))
    }
}
