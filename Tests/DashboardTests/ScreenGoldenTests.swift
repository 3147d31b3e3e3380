// What each screen shows, at the sizes that people have, as text that a person can read.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct ScreenGoldenTests {
    static let sizes = [
        Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 140, rows: 45),
    ]

    private func evening(_ now: String = "2026-11-22T18:14:00-05:00", people: Int = 1) throws -> Evening {
        let evening = try Evening(
            now, zone: "America/New_York",
            settings: DashboardSettings(
                programmes: SampleProgrammes.all,
                protocolTitles: ["iv-twelve-6w": "Six weeks, two sessions a week"], storeName: "Ward 3"))
        try evening.add(try Ada.person(zone: evening.zone))
        for number in 1..<max(1, people) {
            try evening.add(
                try Ada.person(zone: evening.zone, id: "person-\(number)", name: "Person Number \(number)"),
                as: "sample-2")
        }
        return evening
    }

    private func expect(
        _ name: String, at size: Size, people: Int = 1, now: String = "2026-11-22T18:14:00-05:00",
        _ script: (Script) -> Void
    ) throws {
        let evening = try evening(now, people: people)
        script(evening.script)
        evening.script.picture(name)
        try evening.run(size.columns, size.rows)
        let canvas = try #require(evening.script.pictures[name])
        Golden.expect(Golden.text(canvas), "\(name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes) func tonight(size: Size) throws { try expect("tonight", at: size) { _ in } }

    @Test(arguments: sizes) func eveningAfterASession(size: Size) throws {
        try expect("tonight-session-evening", at: size, now: "2026-11-19T21:30:00-05:00") { _ in }
    }

    @Test(arguments: sizes) func calendar(size: Size) throws {
        try expect("calendar", at: size) {
            $0.press("2"); $0.press(.left, .left, .left)
        }
    }

    @Test(arguments: sizes) func raster(size: Size) throws {
        try expect("raster", at: size) {
            $0.press("3"); $0.press(.up)
        }
    }

    @Test(arguments: sizes) func trend(size: Size) throws { try expect("trend", at: size) { $0.press("3]") } }

    @Test(arguments: sizes) func sessionNights(size: Size) throws {
        try expect("session-nights", at: size) { $0.press("3]]") }
    }

    @Test(arguments: sizes.prefix(2)) func figures(size: Size) throws {
        try expect("figures", at: size) { $0.press("3i") }
        try expect("figures-session-nights", at: size) { $0.press("3]]i") }
        try expect("figures-cohort", at: size, people: 4) { $0.press("i") }
    }

    @Test(arguments: sizes) func relaxList(size: Size) throws {
        try expect("relax-list", at: size) { $0.press("4") }
    }

    @Test(arguments: sizes) func relaxGuide(size: Size) throws {
        try expect("relax-guide", at: size) {
            $0.press("4")
            $0.press(.enter)
            $0.press("6")
            $0.advance(.milliseconds(3300))
        }
    }

    @Test(arguments: sizes) func form(size: Size) throws {
        try expect("form", at: size) {
            $0.press("l")
            $0.press(.enter, .enter, .enter)
            $0.press("25")
            $0.press(.enter)
            $0.press("0")
            $0.press(.enter)
            $0.press("15")
            $0.press(.enter, .enter, .enter)
            $0.press("9")
            $0.press(.enter)
        }
    }

    @Test(arguments: sizes) func help(size: Size) throws { try expect("help", at: size) { $0.press("2?") } }

    @Test(arguments: sizes) func cohort(size: Size) throws {
        try expect("cohort", at: size, people: 4) { $0.press(.down) }
    }

    @Test func smallWindow() throws {
        try expect("tonight", at: Size(columns: 60, rows: 18)) { _ in }
        try expect("raster", at: Size(columns: 60, rows: 18)) { $0.press("3") }
        try expect("calendar", at: Size(columns: 60, rows: 18)) { $0.press("2") }
        try expect("session-nights", at: Size(columns: 60, rows: 18)) { $0.press("3]]") }
        try expect("figures", at: Size(columns: 60, rows: 18)) { $0.press("3i") }
        try expect("form", at: Size(columns: 60, rows: 18)) {
            $0.press("l")
            $0.press(.down, .down, .down, .down, .down, .down, .down, .down, .down, .down)
            $0.press("abc")
        }
        try expect("too-small", at: Size(columns: 59, rows: 17)) { _ in }
    }

    @Test func inASCII() throws {
        let evening = try evening()
        evening.script.picture("tonight")
        evening.script.press("2")
        evening.script.picture("calendar")
        evening.script.press("3")
        evening.script.picture("raster")
        evening.script.press("]")
        evening.script.picture("trend")
        evening.script.press("]")
        evening.script.picture("session-nights")
        evening.script.press("i")
        evening.script.picture("figures")
        try evening.run(80, 24)
        var text = ""
        for name in ["tonight", "calendar", "raster", "trend", "session-nights", "figures"] {
            text += try #require(evening.script.pictures[name]).inASCII().lines.joined(separator: "\n") + "\n"
        }
        #expect(text.utf8.allSatisfy { $0 < 0x7f })
        #expect(!text.contains("?  help") && !text.contains("??"))
        Golden.expect(text, "ascii-80x24")
    }

    @Test func emptyStore() throws {
        let evening = try Evening("2026-11-22T18:14:00-05:00", zone: "America/New_York")
        evening.script.picture("empty")
        try evening.run(80, 24)
        Golden.expect(Golden.text(try #require(evening.script.pictures["empty"])), "empty-80x24")
    }
}
