// The table of the cohort: who stands first, what it is sorted by, which columns it has, and how it fills.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import JournalStore
import TestKit
import Testing

@Suite struct CohortTableTests {
    /// Remembers what it was asked to keep.
    private final class Shelf: Wardrobe {
        private(set) var kept: [[String]] = []

        func choices() -> [ThemeChoice] { [] }
        func theme(named name: String) -> Result<Theme, ThemeRefusal> {
            .failure(ThemeRefusal(sentence: "none"))
        }
        func keep(_ name: String) -> ThemeRefusal? { nil }
        func keepColumns(_ names: [String]) -> ThemeRefusal? {
            kept.append(names)
            return nil
        }
    }

    private func evening(_ nights: [(name: String, last: String?)]) throws -> Evening {
        var settings = DashboardSettings(programmes: SampleProgrammes.all)
        settings.cohortPage = .table
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York", settings: settings)
        for (number, one) in nights.enumerated() {
            var person = try #require(
                SamplePerson(
                    "person-\(number)", zone: evening.zone,
                    details: PersonDetails(name: one.name, bornYear: 1980)))
            if let last = one.last {
                try person.night(last, bed: "22:30", try: "22:45", sol: "20", woke: "06:00", quality: "3")
            }
            try evening.add(person, as: "sample-\(number)")
        }
        return evening
    }

    private func names(_ evening: Evening, _ picture: String) throws -> [String] {
        let lines = try #require(evening.script.pictures[picture]).lines
        return lines.compactMap { line in
            ["Zoe", "Ann", "Mia"].first { line.contains("\($0) ") && !line.contains("born") }
        }
    }

    @Test func theOrderIsThatOfTheColumnThatIsAskedFor() throws {
        let evening = try evening([("Zoe", "2026-11-21"), ("Ann", "2026-11-22"), ("Mia", "2026-11-20")])
        evening.settings.cohortColumns = ["week", "lastNight"]
        let script = evening.script
        script.press("s")
        script.picture("name")
        script.press("S")
        script.picture("turned")
        script.press("sss")
        script.picture("urgency again")
        script.press("sss")
        script.picture("night")
        try evening.run(100, 30)
        #expect(try names(evening, "name") == ["Ann", "Mia", "Zoe"])
        #expect(try names(evening, "turned") == ["Zoe", "Mia", "Ann"])
        #expect(try names(evening, "urgency again") == ["Zoe", "Ann", "Mia"])
        #expect(try names(evening, "night") == ["Mia", "Zoe", "Ann"])
        let head = try #require(evening.script.pictures["night"]?.lines.first { $0.contains("Person  ") })
        #expect(head.contains("Last night") && !head.contains("Reason"))
    }

    @Test func columnsAreChosenAndKept() throws {
        let evening = try evening([("Zoe", nil), ("Ann", nil)])
        let shelf = Shelf()
        evening.wardrobe = shelf
        let script = evening.script
        script.press("C")
        script.picture("list")
        script.press(" ")
        script.press(.escape)
        script.picture("without a reason")
        try evening.run(100, 30)
        let list = try #require(script.pictures["list"]).lines.joined(separator: "\n")
        #expect(list.contains("▸ ✓ Reason") && list.contains("· SE change"))
        let head = try #require(script.pictures["without a reason"]?.lines.first { $0.contains("Person  ") })
        #expect(!head.contains("Reason") && head.contains("Week"))
        #expect(shelf.kept.count == 1 && shelf.kept.first?.contains("reason") == false)
        #expect(shelf.kept.first?.contains("week") == true)
    }

    @Test func aFilterHoldsOnEveryPage() throws {
        let evening = try evening([("Zoe", nil), ("Ann", nil), ("Mia", nil)])
        let script = evening.script
        script.press("3/ann")
        script.press(.enter)
        script.press("2")
        script.picture("table")
        script.press(.escape)
        script.picture("all")
        try evening.run(100, 30)
        #expect(try names(evening, "table") == ["Ann"])
        #expect(try names(evening, "all").count == 3)
    }
}

/// How a clinic's store is read: person by person, between keys.
@Suite struct ReadingOnTests {
    private func ledger(people: Int, in evening: Evening) throws -> StoreLedger {
        for number in 0..<people {
            let details = PersonDetails(name: "Person \(number)")
            let person = try #require(SamplePerson("person-\(number)", zone: evening.zone, details: details))
            try evening.add(person, as: "sample-1")
        }
        return StoreLedger(
            try evening.open(as: "reader-1"), zones: evening.zones, systemZone: evening.zone, author: "kim",
            sentence: { "\($0)" })
    }

    private func evening() throws -> Evening {
        try Evening("2026-11-22T18:14:00-05:00", zone: "America/New_York")
    }

    @Test func onePersonAtATimeWhereThereIsNoTime() throws {
        let evening = try evening()
        var ledger = try ledger(people: 3, in: evening)
        let now = evening.clock.wall()
        ledger.readOn(now: now) { false }
        var snapshot = ledger.load(now: now)
        #expect(snapshot.members.map(\.id.text) == ["person-0"] && snapshot.count == 3)
        #expect(snapshot.people.isEmpty && ledger.isReading)
        ledger.readOn(now: now) { true }
        snapshot = ledger.load(now: now)
        #expect(snapshot.members.count == 3 && !ledger.isReading)
    }

    @Test func whoeverIsOpenedIsThereAsAWhole() throws {
        let evening = try evening()
        var ledger = try ledger(people: 6, in: evening)
        let now = evening.clock.wall()
        for number in 0..<6 { ledger.attend(to: try #require(PersonID("person-\(number)"))) }
        let snapshot = ledger.load(now: now)
        // The last four, without waiting for the others.
        #expect(snapshot.people.map(\.history.id.text) == ["person-2", "person-3", "person-4", "person-5"])
    }

    @Test func onlyThoseAreReadAgainWhoHaveSomethingNew() throws {
        let evening = try evening()
        var ledger = try ledger(people: 3, in: evening)
        let now = evening.clock.wall()
        ledger.readOn(now: now) { true }
        let before = ledger.load(now: now).members
        let isNewAtFirst = ledger.hasChanged(isLook: true, now: now)
        var other = try evening.open(as: "other-1")
        let id = try #require(PersonID("person-1"))
        _ = try other.append([RecordDraft(.note(Note(text: "new")))], to: id, by: "ada", now: now)
        let isNew = ledger.hasChanged(isLook: true, now: now)
        #expect(!isNewAtFirst && isNew)
        ledger.readOn(now: now) { true }
        let after = ledger.load(now: now).members
        #expect(after[0] === before[0] && after[1] !== before[1] && after[2] === before[2])
    }

    @Test func whoeverComesAndGoesIsSeen() throws {
        let evening = try evening()
        var ledger = try ledger(people: 2, in: evening)
        let now = evening.clock.wall()
        ledger.readOn(now: now) { true }
        let details = PersonDetails(name: "New")
        try evening.add(try #require(SamplePerson("new", zone: evening.zone, details: details)), as: "new-1")
        ledger.forgetAll()
        ledger.readOn(now: now) { true }
        #expect(ledger.load(now: now).members.map(\.id.text) == ["new", "person-0", "person-1"])
    }

    @Test func aMemberIsWorkedOutAnewWhenTheDayEnds() throws {
        let evening = try evening()
        var ledger = try ledger(people: 2, in: evening)
        ledger.readOn(now: evening.clock.wall()) { true }
        let today = ledger.load(now: evening.clock.wall()).members.first?.row.today
        let later = try #require(OffsetInstant("2026-11-23T01:14:00-05:00"))
        let isNew = ledger.hasChanged(isLook: true, now: later)
        #expect(isNew && ledger.isReading)
        ledger.readOn(now: later) { true }
        #expect(ledger.load(now: later).members.first?.row.today == today?.adding(days: 1))
    }
}
