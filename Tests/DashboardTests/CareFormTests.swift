// What else a nurse writes down: calls over the cohort, and notes, answers, duties, referrals and therapies
// of a person who is open.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct CareFormTests {
    /// The cohort stays beneath, and is the same afterwards.
    @Test func aCallIsLoggedOverTheCohort() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.picture("before")
        script.press("k")
        script.press(.right)
        script.press(.down)
        script.picture("form")
        script.press(.down)
        script.press("well, sleeps better")
        script.press(.down)
        script.press("y")
        script.press(.control("s"))
        script.picture("after")
        script.advance(.milliseconds(5000))
        script.picture("later")
        try evening.run(100, 30)
        let form = try FlagWard.text(evening, "form")
        #expect(
            form.contains(" · A call to the person") && form.contains("answer needs a call, since"))
        #expect(form.contains("Set the flag to contacted") && form.contains("Table"))
        #expect(try FlagWard.text(evening, "after").contains("Saved for Ada Lovell"))
        let history = try FlagWard.history(evening)
        let call = try #require(history.calls.first?.value)
        #expect(call.reached == .yes && call.about == ["lovell-a.R01.2026-11-21"])
        #expect(call.start == OffsetInstant(FlagWard.noon) && call.note == "well, sleeps better")
        #expect(try FlagWard.marks(evening) == ["R01 contacted"])
        #expect(try FlagWard.text(evening, "later").contains("3 people"))
    }

    /// Nothing is set where nobody was reached, and the line for it is not there.
    @Test func aMessageIsNoContact() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("k")
        script.press(.left)
        script.picture("message")
        script.press(.down, .down, .down)
        script.press("tomorrow")
        script.press(.control("s"))
        script.picture("refused")
        script.press(.control("u"))
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try !FlagWard.text(evening, "message").contains("Set the flag to contacted"))
        #expect(try FlagWard.text(evening, "refused").contains("has not come yet"))
        #expect(try FlagWard.history(evening).calls.map(\.value.reached) == [.message])
        #expect(try FlagWard.marks(evening).isEmpty)
    }

    /// The place of a kind in the list of what a clinic adds.
    private static let clinicKinds = [
        "call", "answer", "personNote", "duty", "referral", "therapy", "sessionDone", "reading",
        "adverseEvent", "sessionLeft", "sessionPlan", "courseAdjust", "goal", "medication",
    ]

    private func choose(_ kind: String, _ script: Script) throws {
        script.press("a")
        for _ in 0..<(try #require(Self.clinicKinds.firstIndex(of: kind))) { script.press(.down) }
    }

    /// Sent, then seen, then what came of it: one record in its last form, the others kept beneath.
    @Test func aReferralIsFollowedToItsEnd() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press(.enter)
        try choose("referral", script)
        script.press(.enter)
        script.press("sleep clinic")
        script.press(.down)
        script.press("gasps")
        script.press(.down)
        script.press("2026-11-20")
        script.press(.control("s"))
        script.picture("sent")
        script.press(.right, .enter)
        script.press(.down, .down, .down)
        script.press("2026-11-19")
        script.press(.control("s"))
        script.picture("order")
        script.press(.control("u"))
        script.press("today")
        script.press(.down)
        script.press("apnoea; treated there")
        script.press(.control("s"))
        script.picture("ended")
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "sent").contains("not seen yet"))
        #expect(try FlagWard.text(evening, "order").contains("before it was sent"))
        #expect(try FlagWard.text(evening, "ended").contains("apnoea; treated there"))
        let referrals = try FlagWard.history(evening).referrals
        #expect(referrals.count == 1)
        #expect(referrals.first?.value.why == "gasps")
        #expect(referrals.first?.value.seen == .day(CivilDate("2026-11-22") ?? CivilDate(days: 0)))
    }

    @Test func aNoteOfThePersonIsAnswered() throws {
        let evening = try FlagWard.evening()
        var store = try evening.open(as: "ada-1")
        let id = try #require(PersonID("lovell-a"))
        _ = try store.append(
            [RecordDraft(.note(Note(text: "May I nap?", to: Note.clinic)))], to: id, by: "ada",
            now: evening.clock.wall())
        let script = evening.script
        script.press(.enter)
        try choose("answer", script)
        script.press(.enter)
        script.picture("which")
        script.press(.right, .enter)
        script.picture("form")
        script.press("Yes, before three")
        script.press(.control("s"))
        script.picture("answered")
        script.press(.right)
        script.press("x")
        script.picture("kept")
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "which").contains("chooses the note to answer"))
        #expect(try FlagWard.text(evening, "form").contains("“May I nap?”"))
        #expect(try FlagWard.text(evening, "form").contains("The person can read this"))
        #expect(try FlagWard.text(evening, "answered").contains("tester: Yes, before three"))
        #expect(try FlagWard.text(evening, "kept").contains("The person's note stays"))
        let thread = try #require(try FlagWard.history(evening).threadsToClinic(in: evening.zone).first)
        #expect(thread.answers.map(\.text) == ["Yes, before three"] && thread.read?.author == "tester")
    }

    @Test func dutiesTherapiesNotesAndGoals() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press(.enter)
        try choose("duty", script)
        script.press(.enter)
        script.press("monitoring form")
        script.press(.down, .right)
        script.press(.down)
        script.press("tomorrow")
        script.press(.down)
        script.press("tomorrow")
        script.press(.control("s"))
        script.picture("future")
        script.press(.control("u"))
        script.press("today")
        script.press(.control("s"))
        script.press(.down, .down, .enter)
        script.press("CBT-I")
        script.press(.down)
        script.press("2026-11-01")
        script.press(.control("s"))
        script.press(.up, .up, .up, .enter)
        script.press("See you Thursday")
        script.press(.control("s"))
        for _ in 0..<10 { script.press(.down) }
        script.press(.enter)
        script.press("walk")
        script.press(.control("s"))
        script.press(.right, .enter)
        script.press(" before noon")
        script.press(.control("s"))
        script.picture("goals")
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "future").contains("has not come yet"))
        let history = try FlagWard.history(evening)
        let duty = try #require(history.duties.first?.value)
        #expect(duty.what == Duty.monitoringForm && duty.session != nil && duty.done != nil)
        #expect(history.therapies.map(\.value.what) == ["CBT-I"])
        let note = try #require(history.notes.last?.value)
        #expect(note.text == "See you Thursday" && note.to == nil)
        #expect(history.plan?.value.goals.map(\.what) == ["walk before noon"])
    }

    /// What a clinic adds is not in a person's own list, and a person's thoughts are not in a clinic's.
    @Test func eachHasItsOwnKinds() throws {
        let evening = try FlagWard.evening()
        evening.script.press(.enter)
        evening.script.press("a")
        evening.script.picture("clinic")
        try evening.run(100, 30)
        let own = try FlagWard.evening(people: 1)
        own.script.press("a")
        own.script.picture("own")
        try own.run(100, 30)
        let (clinic, person) = (try FlagWard.text(evening, "clinic"), try FlagWard.text(own, "own"))
        #expect(clinic.contains("Referrals") && !clinic.contains("Worries"))
        #expect(!person.contains("Referrals") && person.contains("Worries"))
    }

    @Test func aCallIsCorrectedFromTheList() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("k")
        script.press(.right)
        script.press(.control("s"))
        script.press(.enter)
        try choose("call", script)
        script.press(.right, .enter)
        script.picture("form")
        script.press(.down, .down)
        script.press("she will come")
        script.press(.control("s"))
        script.picture("list")
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "form").contains("answer needs a call, since"))
        let calls = try FlagWard.history(evening).calls
        #expect(calls.count == 1 && calls.first?.value.note == "she will come")
        #expect(calls.first?.value.about == ["lovell-a.R01.2026-11-21"])
    }
}
