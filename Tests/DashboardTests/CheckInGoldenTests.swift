// The check-ins, their form, what they come to, and someone to call, as text that a person can read.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct CheckInGoldenTests {
    static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 140, rows: 45),
    ]

    private func expect(
        _ name: String, _ size: Size, _ evening: Evening, _ script: (Script) -> Void
    ) throws {
        script(evening.script)
        evening.script.picture(name)
        try evening.run(size.columns, size.rows)
        let canvas = try #require(evening.script.pictures[name])
        Golden.expect(Golden.text(canvas), "\(name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes) func list(size: Size) throws {
        try expect("check-ins", size, CheckInEvening.make()) { $0.press("5") }
    }

    @Test(arguments: sizes.prefix(3)) func listOfManyWithoutScores(size: Size) throws {
        let evening = try CheckInEvening.make(
            answered: false, conditions: ["depression", "anxiety", "ptsd", "nightmares"])
        try expect("check-ins-many", size, evening) {
            $0.press("5")
            $0.press(.down)
        }
    }

    @Test(arguments: sizes) func answering(size: Size) throws {
        try expect("check-in-form", size, CheckInEvening.make()) {
            $0.press("5")
            $0.press(.enter)
            $0.press("1212")
            $0.press(.down)
            $0.press("0")
        }
    }

    /// Twenty items: longer than a small window.
    @Test(arguments: sizes.prefix(2)) func answeringTheLongest(size: Size) throws {
        let evening = try CheckInEvening.make(answered: false, conditions: ["ptsd"])
        try expect("check-in-form-long", size, evening) {
            $0.press("5")
            $0.press(.end, .enter)
            $0.press("12121212121212")
        }
    }

    @Test(arguments: sizes) func halfWay(size: Size) throws {
        try expect("check-ins-half-way", size, CheckInEvening.make()) {
            $0.press("5")
            $0.press(.enter)
            $0.press("1212")
            $0.press(.escape)
            $0.advance(.seconds(5))
        }
    }

    @Test(arguments: sizes) func result(size: Size) throws {
        try expect("check-in-result", size, CheckInEvening.make()) {
            $0.press("5")
            $0.press(.enter)
            $0.press("112121100")
            $0.press(.enter)
            $0.advance(.seconds(5))
        }
    }

    @Test(arguments: sizes) func someone(size: Size) throws {
        try expect("someone", size, CheckInEvening.make()) {
            $0.press("5")
            $0.press(.enter)
            $0.press("111111111")
            $0.advance(.seconds(5))
        }
        try expect("someone-alone", size, CheckInEvening.make(answered: false, withPlan: false)) {
            $0.press("!")
            $0.press(.down)
        }
        let far = try CheckInEvening.make("2026-11-22T12:00:00+14:00", zone: "Pacific/Kiritimati")
        try expect("someone-far", size, far) { $0.press("!") }
    }

    @Test(arguments: sizes.prefix(3)) func whatQuestionnairesAre(size: Size) throws {
        try expect("check-ins-figures", size, CheckInEvening.make()) { $0.press("5i") }
    }

    @Test(arguments: sizes.dropFirst().prefix(2)) func tonightWithWhatWaits(size: Size) throws {
        try expect("tonight-waiting", size, CheckInEvening.make()) { _ in }
    }

    @Test func inASCII() throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("5")
        script.picture("list")
        script.press(.enter)
        script.press("112121101")
        script.picture("someone")
        script.press("q")
        script.picture("form")
        script.press(.enter)
        script.picture("result")
        try evening.run(80, 24)
        var text = ""
        for name in ["list", "someone", "form", "result"] {
            text += try #require(script.pictures[name]).inASCII().lines.joined(separator: "\n") + "\n"
        }
        #expect(text.utf8.allSatisfy { $0 < 0x7f })
        #expect(!text.contains("??"))
        Golden.expect(text, "check-ins-ascii-80x24")
    }
}
