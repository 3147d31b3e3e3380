// The mouse: a click means what was drawn under it, the wheel scrolls, and both can be left to the terminal.

import CareDomain
import CellCanvas
import TestKit
import Testing

@testable import Dashboard

@Suite struct MouseTests {
    private func evening(people: Int = 1) throws -> Evening {
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York",
            settings: DashboardSettings(programmes: SampleProgrammes.all))
        try evening.add(try Ada.person(zone: evening.zone))
        for number in 1..<max(1, people) {
            let person = try #require(
                SamplePerson(
                    "person-\(number)", zone: evening.zone, details: PersonDetails(name: "Person \(number)")))
            try evening.add(person, as: "sample-2")
        }
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    @Test func tabsAndHintsAreTheirKeys() throws {
        let evening = try evening()
        let script = evening.script
        script.click(on: "Calendar")
        script.picture("calendar")
        script.click(on: "? help")
        script.picture("help")
        script.click(on: "? close")
        script.click(on: "l log a night")
        script.picture("form")
        // Over a form the screens cannot be changed.
        script.click(on: "Sleep")
        script.picture("still the form")
        try evening.run(120, 30)
        #expect(try text(evening, "calendar").contains("Mon"))
        #expect(try text(evening, "help").contains("Keys here"))
        #expect(try text(evening, "form").contains("Esc leave"))
        #expect(try text(evening, "still the form").contains("Esc leave"))
    }

    @Test func aClickChoosesAndASecondOneOpens() throws {
        let evening = try evening(people: 6)
        let script = evening.script
        script.click(on: "Person 4")
        script.picture("chosen")
        script.click(on: "Person 4")
        script.picture("opened")
        try evening.run(100, 30)
        #expect(try text(evening, "chosen").contains("▸ Person 4"))
        #expect(try text(evening, "opened").contains("1 Tonight"))
    }

    @Test func theWheelMovesAndPagesHideWhatLiesUnder() throws {
        let evening = try evening(people: 30)
        let script = evening.script
        script.mouse(10, 10, .wheelDown)
        script.picture("down")
        script.mouse(10, 10, .wheelUp)
        script.picture("up")
        script.press("?")
        script.mouse(10, 8)
        script.picture("help")
        script.press(.escape)
        script.picture("after")
        try evening.run(100, 30)
        #expect(
            try text(evening, "down").contains("▸ Person 11") || text(evening, "down").contains("▸ Person"))
        #expect(try text(evening, "up") == text(evening, "after"))
        #expect(try text(evening, "help").contains("Keys here"))
    }

    @Test func itCanBeLeftToTheTerminal() throws {
        let evening = try evening()
        let script = evening.script
        script.elsewhere { [script] in #expect(script.watchesMouse) }
        script.press("M")
        script.elsewhere { [script] in #expect(!script.watchesMouse) }
        script.click(on: "2 Calendar")
        script.picture("still tonight")
        script.press("M")
        script.elsewhere { [script] in #expect(script.watchesMouse) }
        try evening.run(120, 30)
        #expect(try text(evening, "still tonight").contains("the terminal's again"))
        #expect(try text(evening, "still tonight").contains("Waiting for you"))
    }

    @Test func aClickOutsideDoesNothing() throws {
        let evening = try evening()
        evening.script.picture("before")
        for (column, row) in [(0, 0), (79, 23), (500, 2), (3, 900)] { evening.script.mouse(column, row) }
        evening.script.picture("after")
        try evening.run(80, 24)
        #expect(try text(evening, "before") == text(evening, "after"))
    }

    @Test func whatIsDrawnOverSomethingHidesItsTouches() {
        var canvas = Canvas(size: Size(columns: 40, rows: 10))
        canvas.touch(Rect(column: 0, row: 2, columns: 20, rows: 1), .item(columns: 0, rows: 1))
        canvas.touch(Rect(column: 5, row: 2, columns: 5, rows: 1), .key(.enter))
        #expect(canvas.touch(at: Position(column: 6, row: 2)) == .key(.enter))
        #expect(canvas.touch(at: Position(column: 12, row: 2)) == .item(columns: 0, rows: 1))
        #expect(canvas.touch(at: Position(column: 12, row: 3)) == nil)
        canvas.clear(Rect(column: 0, row: 0, columns: 40, rows: 5), .panel)
        #expect(canvas.touch(at: Position(column: 6, row: 2)) == nil)
    }
}
