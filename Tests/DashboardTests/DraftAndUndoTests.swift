// What a person typed outlives the program, and what was saved can be taken back and brought back.

import CareDomain
import CellCanvas
import Dashboard
import DashboardRuntime
import TestKit
import Testing

@Suite struct DraftAndUndoTests {
    private func evening(_ now: String = "2026-11-22T08:10:00-05:00", on other: Evening? = nil) throws
        -> Evening
    {
        let settings = DashboardSettings(programmes: SampleProgrammes.all)
        if let other {
            return try Evening(now, zone: "America/New_York", settings: settings, on: other.files.disk)
        }
        let evening = try Evening(now, zone: "America/New_York", settings: settings)
        let person = try #require(
            SamplePerson("person-0", zone: evening.zone, details: PersonDetails(name: "Person 0")))
        try evening.add(person, as: "clinic-1")
        return evening
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    private func typeBedtimes(_ script: Script) {
        script.press("l")
        script.press(.down)
        for entry in ["22:40", "2250", "25"] {
            script.press(entry)
            script.press(.enter)
        }
    }

    private static let drafts = "/state/drafts"

    @Test(arguments: [EndReason.hangUp, .terminate, .interrupt, .terminalGone])
    func whatWasTypedIsOfferedAtTheNextStart(_ reason: EndReason) throws {
        let first = try evening()
        typeBedtimes(first.script)
        first.script.press("2")
        first.script.end(reason)
        try first.run(100, 30)
        #expect(first.files.names(Self.drafts).count == 1)

        let next = try evening("2026-11-22T09:00:00-05:00", on: first)
        next.script.picture("offer")
        next.script.press(.enter)
        next.script.picture("form")
        next.script.press("30")
        next.script.press(.enter)
        next.script.press("6:10")
        next.script.press(.enter)
        next.script.press("6:40")
        next.script.press(.end, .enter)
        next.script.picture("saved")
        try next.run(100, 30)
        #expect(try text(next, "offer").contains("The night to Sunday 22 November was not saved"))
        #expect(try text(next, "offer").contains("at 08:10"))
        #expect(try text(next, "form").contains("22:40"))
        #expect(try text(next, "saved").contains("Saved: the night of Sat 21–22."))
        let night = try #require(try next.histories().first?.mainNights.first)
        #expect(night.measures.latency == Minutes(25) && night.night.awakenings == 2)
        // Once saved, nothing is left to offer.
        #expect(next.files.names(Self.drafts).isEmpty)
    }

    /// A kill gives no warning: what was typed more than two seconds ago is on the disk.
    @Test func aKillLosesTwoSecondsOfTypingAtMost() throws {
        let first = try evening()
        typeBedtimes(first.script)
        first.script.advance(.seconds(2))
        let next = try evening("2026-11-22T09:00:00-05:00", on: first)
        first.script.elsewhere {
            // Another machine looks at the disk as it is when the power goes.
            #expect(next.files.names(Self.drafts).count == 1)
            first.files.kill()
        }
        try first.run(100, 30)
        next.script.press(.enter)
        next.script.picture("form")
        try next.run(100, 30)
        #expect(try text(next, "form").contains("22:50") || text(next, "form").contains("2250"))
        #expect(try text(next, "form").contains("25"))
    }

    @Test func aRefusedWriteLeavesTheDraft() throws {
        let first = try evening()
        typeBedtimes(first.script)
        first.script.elsewhere { [files = first.files] in
            files.beforeCall = { call, path in
                if call == .sync { files.fault = (files.calls + 1, .fail(errno: 28)) }
            }
        }
        first.script.press(.end, .enter)
        first.script.picture("refused")
        try first.run(100, 30)
        #expect(try text(first, "refused").contains("not written"))
        #expect(try text(first, "refused").contains("22:40"))
        #expect(first.files.names(Self.drafts).count == 1)
    }

    @Test func whatIsLeftOnPurposeIsNotOffered() throws {
        let first = try evening()
        typeBedtimes(first.script)
        first.script.advance(.seconds(3))
        first.script.press(.escape)
        first.script.press("y")
        try first.run(100, 30)
        #expect(first.files.names(Self.drafts).isEmpty)
    }

    @Test(arguments: [("x", 0), ("later", 1)])
    func anOfferCanBeDroppedOrLeftForLater(_ answer: String, _ left: Int) throws {
        let first = try evening()
        typeBedtimes(first.script)
        first.script.end(.hangUp)
        try first.run(80, 24)
        let next = try evening("2026-11-23T09:00:00-05:00", on: first)
        next.script.picture("offer")
        if answer == "x" { next.script.press("x") } else { next.script.press(.escape) }
        next.script.picture("after")
        // Another form has a draft of its own, and leaves this one alone.
        next.script.press("l")
        next.script.press(.down)
        next.script.press("23:00")
        next.script.advance(.seconds(3))
        next.script.press(.escape)
        next.script.press("y")
        try next.run(80, 24)
        #expect(try text(next, "offer").contains("on Sun 22 Nov at 08:10"))
        #expect(!(try text(next, "after").contains("was not saved")))
        #expect(next.files.names(Self.drafts).count == left)
    }

    @Test func whatWasSavedIsTakenBackAndBroughtBack() throws {
        let evening = try evening()
        let script = evening.script
        script.press("u")
        script.picture("nothing")
        script.press("l")
        script.press(.down)
        script.press("22:40")
        script.press(.end, .enter)
        script.press("u")
        script.picture("undone")
        script.press("u")
        script.press(.control("r"))
        script.picture("redone")
        script.press("u")
        script.press(.control("r"))
        script.press("u")
        script.picture("gone")
        try evening.run(100, 30)
        #expect(try text(evening, "nothing").contains("There is nothing to take back"))
        #expect(
            try text(evening, "undone").contains("Taken back: the night of Sat 21–22. Ctrl-R brings it back.")
        )
        #expect(try text(evening, "undone").contains("How was the night"))
        #expect(try text(evening, "redone").contains("Brought back: the night of Sat 21–22."))
        #expect(!(try text(evening, "redone").contains("not logged yet")))
        #expect(try text(evening, "gone").contains("How was the night"))
        #expect(try evening.histories().first?.nights.isEmpty == true)
        // All of it is in the journal: the night, and five changes of mind.
        var store = try evening.open(as: "reader-1")
        let records = try store.readEveryone().people.first?.records.filter { $0.file.contains("dashboard") }
        #expect(records?.count == 6)
    }

    @Test func anotherNightAfterAnUndoIsAnotherWayOn() throws {
        let evening = try evening()
        let script = evening.script
        for time in ["22:40", "23:10"] {
            script.press("l")
            script.press(.down)
            script.press(time)
            script.press(.end, .enter)
            if time == "22:40" { script.press("u") }
        }
        script.press(.control("r"))
        script.picture("after")
        try evening.run(100, 30)
        #expect(try text(evening, "after").contains("There is nothing to bring back."))
        #expect(try evening.histories().first?.nights.count == 1)
    }
}
