// The first page of the cohort, key by key, and as a person reads it.

import CareDomain
import CellCanvas
import Dashboard
import Presets
import TestKit
import Testing

enum WardEvening {
    static func make(_ now: String = SampleWard.noon) throws -> Evening {
        var settings = DashboardSettings(
            programmes: SampleProgrammes.all,
            protocolTitles: ["iv-twelve-6w": "Six weeks, two sessions a week"], storeName: "Ward 3",
            care: CheckInEvening.care)
        settings.doseRoutes = Shipped.doseRoutes
        settings.cohortPage = .today
        let evening = try Evening(now, zone: "America/New_York", settings: settings)
        for (index, person) in try SampleWard(zone: evening.zone).people.enumerated() {
            try evening.add(person, as: "sample-\(index + 1)")
        }
        return evening
    }
}

@Suite struct CohortTodayScreenTests {
    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    @Test(arguments: [
        Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 140, rows: 45),
    ])
    func pictures(size: Size) throws {
        let evening = try WardEvening.make()
        evening.script.picture("top")
        evening.script.press(.end)
        evening.script.picture("end")
        try evening.run(size.columns, size.rows)
        for name in ["top", "end"] {
            let canvas = try #require(evening.script.pictures[name])
            Golden.expect(Golden.text(canvas), "today-\(name)-\(size.columns)x\(size.rows)")
        }
    }

    @Test func theChosenNameAloneIsMarkedAndEnterOpensThePerson() throws {
        let evening = try WardEvening.make()
        let script = evening.script
        script.picture("first")
        script.press(.down)
        script.picture("second")
        script.press(.enter)
        script.picture("opened")
        try evening.run(100, 30)
        let first = try #require(script.pictures["first"])
        let second = try #require(script.pictures["second"])
        #expect(first.lines.contains { $0.contains("▸ Jean Baptiste") })
        #expect(second.lines.contains { $0.contains("▸ Samira Farouk") })
        // Two names and the pane below: the rest stays as it is.
        let pane = first.size.rows - 7
        let changed = (0..<pane).flatMap { row in
            (0..<first.size.columns).filter { first[$0, row] != second[$0, row] }.map { (row, $0) }
        }
        #expect(Set(changed.map(\.0)).count == 2)
        #expect(changed.allSatisfy { (10..<34).contains($0.1) })
        #expect(try text(evening, "opened").contains("Samira Farouk 1980"))
    }

    @Test func arrowsGoFromSectionToSectionAndTheListFollows() throws {
        let evening = try WardEvening.make()
        let script = evening.script
        for place in ["sessions", "silent", "duties"] {
            script.press(.right)
            script.picture(place)
        }
        script.press(.left)
        script.picture("back")
        script.press(.pageUp)
        script.press(.home)
        script.picture("home")
        try evening.run(80, 24)
        #expect(try text(evening, "sessions").contains("▸ João Silva"))
        #expect(try text(evening, "silent").contains("▸ Samira Farouk"))
        #expect(try text(evening, "duties").contains("▸ Aoife Walsh"))
        #expect(try text(evening, "duties").contains("Duties due"))
        #expect(try text(evening, "back").contains("▸ Samira Farouk"))
        #expect(try text(evening, "home").contains("▸ Jean Baptiste"))
    }

    @Test func minutesGoOnWhileASessionRuns() throws {
        let evening = try WardEvening.make()
        evening.script.picture("noon")
        evening.script.advance(.seconds(600))
        evening.script.picture("later")
        try evening.run(100, 30)
        #expect(try text(evening, "noon").contains("reading at 45 m in 10 m"))
        #expect(try text(evening, "later").contains("45 m since the dose"))
        #expect(try text(evening, "later").contains("reading at 45 m due now"))
    }

    @Test func whatIsClosedElsewhereGoesAndTheChosenOneStays() throws {
        let evening = try WardEvening.make()
        evening.script.press(.down)
        evening.script.elsewhere { [evening] in
            var store = try? evening.open(as: "other-1")
            guard let id = PersonID("baptiste-j") else { return }
            let close = Acknowledgement(flag: "baptiste-j.R01.2026-11-22", state: .closed, note: "talked")
            _ = try? store?.append(
                [RecordDraft(.acknowledgement(close))], to: id, by: "kim", now: evening.clock.wall())
        }
        evening.script.advance(.milliseconds(1500))
        evening.script.picture("after")
        try evening.run(100, 30)
        let after = try text(evening, "after")
        #expect(!after.contains("Jean Baptiste"))
        #expect(after.contains("▸ Samira Farouk"))
    }

    @Test func hiddenNamesAreHiddenInEveryEntry() throws {
        let evening = try WardEvening.make()
        evening.script.press("P")
        evening.script.picture("top")
        evening.script.press(.end)
        evening.script.picture("end")
        try evening.run(140, 45)
        for name in ["top", "end"] {
            let text = try text(evening, name)
            for hidden in ["Baptiste", "Silva", "Farouk", "Abara"] { #expect(!text.contains(hidden)) }
        }
    }

    @Test func aWardWithoutAnythingSaysSoInALineEach() throws {
        var settings = DashboardSettings(storeName: "Ward 3", care: CheckInEvening.care)
        settings.cohortPage = .today
        let evening = try Evening(SampleWard.noon, zone: "America/New_York", settings: settings)
        for number in 1...2 {
            let person = try #require(SamplePerson("person-\(number)", zone: evening.zone))
            try evening.add(person, as: "sample-\(number)")
        }
        evening.script.picture("empty")
        evening.script.press(.down, .enter, .end)
        evening.script.picture("still")
        try evening.run(80, 24)
        Golden.expect(Golden.text(try #require(evening.script.pictures["empty"])), "today-empty-80x24")
        #expect(try text(evening, "still") == text(evening, "empty"))
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)])
    func handOver(size: Size) throws {
        let evening = try WardEvening.make()
        evening.script.press("H")
        evening.script.picture("top")
        evening.script.press(.end)
        evening.script.picture("end")
        evening.script.press("H")
        evening.script.picture("closed")
        try evening.run(size.columns, size.rows)
        for name in ["top", "end"] {
            let canvas = try #require(evening.script.pictures[name])
            Golden.expect(Golden.text(canvas), "hand-over-\(name)-\(size.columns)x\(size.rows)")
        }
        #expect(try text(evening, "closed").contains("▸ Jean Baptiste"))
    }

    @Test func theHandOverOpensOnEveryPageAndHidesNames() throws {
        let evening = try WardEvening.make()
        evening.script.press("P")
        for page in 1...6 {
            evening.script.press("\(page)H")
            evening.script.picture("\(page)")
            evening.script.press(.escape)
        }
        try evening.run(100, 30)
        for page in 1...6 {
            #expect(try text(evening, "\(page)").contains("Open flags"))
            #expect(try !text(evening, "\(page)").contains("Baptiste"))
        }
    }
}
