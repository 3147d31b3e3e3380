// The strips and the diaries of a cohort: what each shows, and where keys lead.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct CohortPagesTests {
    private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)]

    /// Ada and Ben log, Cleo stopped in the third week, Dan has no course, and Eve's began a week later.
    private func evening(_ now: String = "2026-11-22T18:14:00-05:00") throws -> Evening {
        let evening = try Evening(
            now, zone: "America/New_York",
            settings: DashboardSettings(programmes: SampleProgrammes.all, storeName: "Ward 3"))
        for (id, name) in [("ada", "Ada Lovell"), ("ben", "Ben Okafor")] {
            try evening.add(try Ada.person(zone: evening.zone, id: id, name: name), as: id)
        }
        try evening.add(
            try Self.person("cleo", "Cleo Marsh", evening.zone, "2026-10-26", nights: 1...16), as: "cleo")
        try evening.add(
            try #require(
                SamplePerson("dan", zone: evening.zone, details: PersonDetails(name: "Dan Sato"))), as: "dan")
        try evening.add(
            try Self.person("eve", "Eve Rossi", evening.zone, "2026-11-02", nights: 1...20), as: "eve")
        return evening
    }

    private static func person(
        _ id: String, _ name: String, _ zone: Zone, _ start: String, nights: ClosedRange<Int>
    ) throws -> SamplePerson {
        let details = PersonDetails(name: name, zone: zone.name)
        var person = try #require(SamplePerson(id, zone: zone, details: details))
        let start = try #require(CivilDate(start))
        let plan = CourseProtocol(
            name: "iv-eight-4w", title: "Four weeks", weeks: 4, route: .intravenous, dose: nil,
            sessionDays: [0, 3, 7, 10, 14, 17, 21, 24], source: "sample")
        let course = plan.course(from: start, at: try #require(ClockTime(typed: "10:00")), in: zone)
        person.add(.course(course), at: zone.instant(CivilTime(start.adding(days: -5), secondOfDay: 36_000)))
        for night in nights where night % 6 != 4 {
            let date = start.adding(days: night)
            try person.night(
                date.description, bed: "22:30", try: "22:45", sol: "20", wakes: "1", waso: "15",
                woke: "06:20",
                up: "06:40", quality: night % 9 == 7 ? "" : "\(1 + night % 5)")
        }
        return person
    }

    private func picture(
        _ size: Size, tier: ChartTier = .braille, _ script: (Script) -> Void
    ) throws -> Canvas {
        let evening = try evening()
        script(evening.script)
        evening.script.picture("page")
        try evening.run(size.columns, size.rows, tier: tier)
        return try #require(evening.script.pictures["page"])
    }

    @Test(arguments: sizes) func strips(_ size: Size) throws {
        let place = "\(size.columns)x\(size.rows)"
        Golden.expect(Golden.text(try picture(size) { $0.press("3") }), "strips-\(place)")
        Golden.expect(
            Golden.text(
                try picture(size) {
                    $0.press("3t")
                    $0.press(.down, .down)
                }), "strips-by-date-\(place)")
    }

    @Test(arguments: sizes) func diaries(_ size: Size) throws {
        let canvas = try picture(size) { $0.press("5") }
        Golden.expect(Golden.text(canvas), "diaries-\(size.columns)x\(size.rows)")
    }

    @Test func inASCII() throws {
        var text = ""
        for keys in ["3", "3t", "5"] {
            let canvas = try picture(Size(columns: 80, rows: 24), tier: .ascii) { $0.press(keys) }.inASCII()
            text += canvas.lines.joined(separator: "\n") + "\n"
        }
        #expect(text.utf8.allSatisfy { $0 < 0x7f } && !text.contains("??"))
        Golden.expect(text, "cohort-pages-ascii-80x24")
    }

    @Test(arguments: [
        Size(columns: 60, rows: 18), Size(columns: 140, rows: 45), Size(columns: 200, rows: 60),
    ])
    func nothingOverlapsAtAnySize(_ size: Size) throws {
        for keys in ["3", "3t", "5"] {
            let canvas = try picture(size) { $0.press(keys) }
            #expect(canvas.faults.isEmpty)
            #expect(canvas.lines[canvas.focus.row].contains("▸"))
        }
    }

    /// The person chosen in the table is chosen on the strips, and Enter opens that one's screens.
    @Test func thePersonChosenIsTheTables() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2")
        script.press(.down, .down)
        script.press("3")
        script.picture("strips")
        script.press(.end)
        script.picture("last")
        script.press(.pageUp, .pageUp, .down)
        script.press(.enter)
        script.picture("opened")
        try evening.run(100, 30)
        #expect(try text(evening, "strips").contains("▸ Cleo Marsh"))
        #expect(try text(evening, "last").contains("▸ Eve Rossi"))
        #expect(try text(evening, "opened").contains("Ben Okafor"))
    }

    @Test func theStripsFollowTheTablesOrderAndFilter() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2sS")
        script.picture("table")
        script.press("3")
        script.picture("sorted")
        script.press("2/weeks=4")
        script.press(.enter)
        script.press("3")
        script.picture("filtered")
        script.press("5")
        script.picture("diaries")
        try evening.run(100, 30)
        let order = try names(evening, "sorted")
        #expect(try names(evening, "table") == order)
        #expect(order.prefix(2) == ["Eve", "Dan"])
        for name in ["filtered", "diaries"] {
            let text = try text(evening, name)
            #expect(
                text.contains("2 of 5 people") && text.contains("Cleo Marsh") && !text.contains("Dan Sato"))
        }
    }

    @Test func weeksAreTurnedAndEndAtTheEnds() throws {
        let evening = try evening()
        let script = evening.script
        script.press("3")
        script.press(.left, .left, .left, .left, .left)
        script.picture("before")
        script.press(.right, .right)
        script.picture("later")
        script.press("t")
        script.picture("dates")
        script.press("t")
        script.picture("again")
        try evening.run(80, 24)
        #expect(try text(evening, "before").contains("2 before"))
        #expect(try text(evening, "later").contains("Week 1"))
        #expect(try text(evening, "dates").contains("by date, today Sun 22 Nov"))
        #expect(try text(evening, "dates").contains("16 Nov"))
        #expect(try text(evening, "again").contains("weeks 1–4 of 6"))
    }

    @Test func theDiariesBeginWithTheLongestSilent() throws {
        let evening = try evening()
        let script = evening.script
        script.press("5")
        script.picture("first")
        script.press(.down)
        script.picture("second")
        script.press("P")
        script.picture("hidden")
        script.press("i")
        script.picture("figures")
        script.press(.escape)
        script.press(.home, .enter)
        script.picture("opened")
        try evening.run(100, 30)
        let first = try text(evening, "first")
        #expect(first.contains("▸ Cleo Marsh"))
        #expect(
            first.contains("Nothing received since Tue 10 Nov 06:40. No diary since Tue 10 Nov, 12 days."))
        #expect(first.contains("1 of 4 has stopped"))
        #expect(!(try text(evening, "second")).contains("▸ Cleo Marsh"))
        #expect(!(try text(evening, "hidden")).contains("Cleo Marsh"))
        #expect(try text(evening, "figures").contains("Still logging"))
        #expect(try text(evening, "opened").contains("C. M."))
    }

    @Test func nobodyFitsIsSaid() throws {
        let evening = try evening()
        let script = evening.script
        script.press("2/zzz")
        script.press(.enter)
        script.press("3")
        script.picture("strips")
        script.press(.down, .enter, .left)
        script.press("5")
        script.press(.down, .enter, .left)
        script.picture("diaries")
        try evening.run(80, 24)
        #expect(try text(evening, "strips").contains("Nobody fits"))
        #expect(try text(evening, "diaries").contains("Nobody fits"))
    }

    /// The first names down the page, each once.
    private func names(_ evening: Evening, _ name: String) throws -> [String] {
        try #require(evening.script.pictures[name]).lines.prefix(14).compactMap { line in
            ["Ada", "Ben", "Cleo", "Dan", "Eve"].first { line.prefix(12).contains($0) }
        }
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }
}
