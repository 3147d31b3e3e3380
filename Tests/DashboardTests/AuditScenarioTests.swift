// What a clinic looks at on the screen is noted: each opening once, each report, each flag's first reading.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import JournalStore
import Presets
import TestKit
import Testing

@Suite struct AuditScenarioTests {
    /// - Parameter people: how many, of whom the first has answers that ask for a call.
    private func evening(_ people: Int, on disk: MemoryDisk? = nil) throws -> Evening {
        let evening = try Evening("2026-11-22T18:14:00-05:00", zone: "America/New_York", on: disk)
        evening.settings.cohortPage = .today
        evening.settings.care.rules = Shipped.reviewRules
        evening.settings.care.instruments = Shipped.instruments
        if disk != nil { return evening }
        for number in 0..<people {
            var person = try #require(
                SamplePerson(
                    "person-\(number)", zone: evening.zone, details: PersonDetails(name: "P \(number)")))
            if number == 0 {
                let at = evening.clock.wall().instant.adding(seconds: -3600)
                person.add(
                    .checkIn(CheckIn(instrument: "phq9", answers: [1, 1, 1, 1, 1, 1, 1, 1, 2])),
                    at: at)
            }
            try evening.add(person)
        }
        return evening
    }

    private func noted(_ evening: Evening) throws -> [String] {
        var store = try evening.open(as: "reader-1")
        return try store.readAudit().records.compactMap { stored in
            switch stored.record.body {
            case .viewed(let access): "viewed \(access.patient?.text ?? "-") \(access.what)"
            case .exported(let access): "exported \(access.patient?.text ?? "-") \(access.what)"
            default: nil
            }
        }
    }

    private static let reading = "viewed person-0 flag person-0.R01.2026-11-22"

    @Test func eachOpeningIsNotedOnceAndAFlagWithTheFirstLook() throws {
        let evening = try evening(3)
        evening.script.press("2")
        evening.script.press(.enter)
        evening.script.press("321q")
        evening.script.press(.down, .enter)
        try evening.run(100, 30)
        #expect(
            try noted(evening) == [
                Self.reading, "viewed person-0 screens", "viewed person-1 screens",
            ])

        // Another run: the flag was read, the person is opened anew.
        let next = try self.evening(3, on: evening.files.disk)
        next.settings.cohortPage = .table
        next.script.press(.enter)
        try next.run(100, 30)
        #expect(try noted(next).suffix(1) == ["viewed person-0 screens"])
        #expect(try noted(next).count { $0 == Self.reading } == 1)
    }

    @Test func aPersonWhoWasAskedForIsOpened() throws {
        let evening = try evening(2)
        evening.settings.opened = PersonID("person-1")
        evening.only = evening.settings.opened
        try evening.run(100, 30)
        #expect(try noted(evening) == ["viewed person-1 screens"])
    }

    @Test func aReportThatIsSavedIsAnExport() throws {
        let evening = try evening(2)
        evening.settings.opened = PersonID("person-1")
        evening.only = evening.settings.opened
        evening.saveReport = { _, _ in .success("/x.html") }
        evening.script.press("vwh")
        evening.script.picture("saved")
        try evening.run(100, 30)
        #expect(
            try noted(evening) == ["viewed person-1 screens", "exported person-1 report html"],
            "\(evening.script.pictures["saved"]?.lines ?? [])")
    }

    @Test func onePersonsOwnScreensAndAReadOnlyOnesNoteNothing() throws {
        let alone = try evening(1)
        alone.settings.opened = PersonID("person-0")
        try alone.run(100, 30)
        #expect(try noted(alone).isEmpty)
        let readonly = try evening(3)
        readonly.settings.isReadOnly = true
        readonly.script.press("2")
        readonly.script.press(.enter)
        try readonly.run(100, 30)
        #expect(try noted(readonly).isEmpty && readonly.files.names("/store/audit").isEmpty)
    }

    @Test func thatNothingCanBeNotedIsSaidOnce() throws {
        let evening = try evening(3)
        evening.settings.cohortPage = .table
        evening.files.place(.pipe, at: "/store/audit/dashboard-1.jsonl")
        evening.script.press(.enter)
        evening.script.picture("first")
        evening.script.press("q")
        evening.script.press(.down)
        evening.script.advance(.seconds(20))
        evening.script.press(.enter)
        evening.script.picture("second")
        try evening.run(100, 30)
        func text(_ name: String) throws -> String {
            try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
        }
        #expect(try text("first").contains("This look is not in the audit journal"))
        #expect(try text("second").contains("P 1") && !text("second").contains("audit journal"))
    }
}
