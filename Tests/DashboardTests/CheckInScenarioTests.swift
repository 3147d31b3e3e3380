// Check-ins over the real loop: answered, left half-way and gone on with, taken back, and what a kill leaves.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct CheckInScenarioTests {
    private func checkIns(_ evening: Evening, _ name: String = "phq9") throws -> [CheckIn] {
        try evening.histories().flatMap(\.checkIns).map(\.value).filter { $0.instrument == name }
    }

    @Test func nineDigitsAndTwoEntersAnswerThePHQ9() throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("c")
        script.picture("list")
        script.press(.enter)
        script.press("11212110")
        script.picture("before the last")
        script.press("0")
        script.picture("end")
        script.press(.enter)
        script.picture("result")
        script.press(.enter)
        script.picture("after")
        script.press("u")
        script.picture("undone")
        try evening.run(100, 30)
        #expect(try evening.text("list").contains("▸ ◇ PHQ-9"))
        let before = try evening.text("before the last")
        #expect(before.contains("8 of 9 answered"))
        // The total stands nowhere before the end.
        #expect(!before.contains("9 of 27"))
        #expect(try evening.text("end").contains("Enter keeps it and shows the total"))
        let result = try evening.text("result")
        #expect(result.contains("9 of 27   mild"))
        #expect(result.contains("At the baseline, on 25 Oct, it was 18; now 9 points lower."))
        #expect(result.contains("Next on Sun 29 Nov, in 7 days."))
        #expect(!result.lowercased().contains("safe"))
        #expect(try evening.text("after").contains("◆ PHQ-9"))
        #expect(try evening.text("undone").contains("Taken back: PHQ-9, 9 of 9 answered."))
        #expect(try checkIns(evening).count == 4)
    }

    @Test func arrowsAnswerAsWell() throws {
        let evening = try CheckInEvening.make(answered: false)
        let script = evening.script
        script.press("c")
        script.press(.enter)
        script.press(.right, .right, .down, .right, .left, .enter)
        script.picture("two")
        script.press(.up, .delete, .up, .left)
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try evening.text("two").contains("2 of 7 answered"))
        #expect(try checkIns(evening, "isi").map(\.answers) == [[0, nil, nil, nil, nil, nil, nil]])
    }

    @Test func whatIsLeftHalfWayGoesOnAsACorrection() throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("5")
        script.press(.enter)
        script.press("121")
        script.press(.escape)
        script.picture("left")
        script.press(.enter)
        script.picture("again")
        script.press("210100")
        script.press(.enter, .enter)
        script.picture("done")
        try evening.run(80, 24)
        #expect(try evening.text("left").contains("begun today, 6 items open"))
        #expect(try evening.text("left").contains("Saved: PHQ-9, 3 of 9 answered."))
        #expect(try evening.text("again").contains("3 of 9 answered"))
        #expect(try evening.text("again").contains("▸  4  energy"))
        #expect(try checkIns(evening).count == 5)
        #expect(try checkIns(evening).last?.answers == [1, 2, 1, 2, 1, 0, 1, 0, 0])
        var store = try evening.open(as: "reader-1")
        let frames = try store.readEveryone().people[0].records.map(\.record.frame)
        #expect(frames.filter { $0.replaces != nil }.count == 1)
    }

    @Test func leavingAtOnceWritesNothing() throws {
        let evening = try CheckInEvening.make()
        evening.script.press("5")
        evening.script.press(.enter, .down, .escape)
        evening.script.picture("left")
        try evening.run(80, 24)
        #expect(try evening.text("left").contains("▸ ◇ PHQ-9"))
        #expect(try checkIns(evening).count == 4)
    }

    @Test(arguments: [("19", 19), ("99", nil), ("", nil)] as [(String, Int?)])
    func aTotalAloneIsTakenWhereItCanBe(typed: String, kept: Int?) throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("5")
        script.press(.enter, .end, .up)
        script.press(typed)
        script.press(.enter, .enter)
        script.picture("after")
        try evening.run(100, 30)
        #expect(try checkIns(evening).last?.givenTotal == kept)
        if kept != nil {
            #expect(
                try evening.text("after").contains("A total alone does not say how item 9 was answered."))
        } else {
            #expect(try evening.text("after").contains(typed.isEmpty ? "Nothing is answered yet" : "0 to 27"))
        }
    }

    @Test func whatWasAnsweredOutlivesAKill() throws {
        let first = try CheckInEvening.make()
        first.script.press("5")
        first.script.press(.enter)
        first.script.press("1210")
        first.script.advance(.seconds(2))
        first.script.elsewhere { first.files.kill() }
        try first.run(100, 30)
        let next = try CheckInEvening.make("2026-11-22T12:10:00-05:00", on: first)
        next.script.picture("offer")
        next.script.press(.enter)
        next.script.picture("form")
        next.script.press("11000")
        next.script.press(.enter)
        try next.run(100, 30)
        #expect(try next.text("offer").contains("PHQ-9 was not finished"))
        #expect(try next.text("offer").contains("You answered 4 items of it at 12:00."))
        #expect(try next.text("form").contains("4 of 9 answered"))
        #expect(try checkIns(next).last?.answers == [1, 2, 1, 0, 1, 1, 0, 0, 0])
        #expect(next.files.names("/state/drafts").isEmpty)
    }

    @Test func aRefusedWriteLosesNothing() throws {
        let evening = try CheckInEvening.make()
        evening.script.press("5")
        evening.script.press(.enter)
        evening.script.press("121210100")
        evening.script.elsewhere { [files = evening.files] in
            files.beforeCall = { call, _ in
                if call == .sync { files.fault = (files.calls + 1, .fail(errno: 28)) }
            }
        }
        evening.script.press(.enter)
        evening.script.picture("refused")
        try evening.run(100, 30)
        #expect(try evening.text("refused").contains("not written"))
        #expect(try evening.text("refused").contains("9 of 9 answered"))
        #expect(evening.files.names("/state/drafts").count == 1)
    }

    @Test func readOnlyOpensNoForm() throws {
        let evening = try CheckInEvening.make()
        evening.settings.isReadOnly = true
        evening.script.press("5")
        evening.script.press(.enter)
        evening.script.picture("refused")
        try evening.run(80, 24)
        #expect(try evening.text("refused").contains("opened to read only"))
        #expect(try evening.text("refused").contains("▸ ◇ PHQ-9"))
    }

    /// Asked and entered by a clinician alone, whatever a person lives with.
    @Test func theScreenerOfCliniciansIsNotInTheList() throws {
        let evening = try CheckInEvening.make(conditions: ["depression", "suicidal", "ptsd", "anxiety"])
        evening.script.press("5")
        evening.script.picture("list")
        try evening.run(140, 45)
        let text = try evening.text("list")
        #expect(!text.contains("C-SSRS") && !text.contains("CADSS"))
        #expect(text.contains("PCL-5") && text.contains("GAD-7"))
    }

    @Test func aClinicsWordingIsShownAsItStands() throws {
        var care = CheckInEvening.care
        var mood = CheckInEvening.mood
        mood.conditions = ["any"]
        care.instruments.append(mood)
        let words = "Here stands a sentence of the clinic that is long enough for more than one line of it."
        care.wordings["mood"] = Wording(
            instrument: "mood", intro: "Think of today.",
            items: [
                .init(text: words, answers: ["never", "now and then", "often", "always"]), .init(text: "B?"),
            ],
            source: "Harbour Street Clinic")
        let evening = try CheckInEvening.make(care: care)
        evening.script.press("5")
        evening.script.press(.enter)
        evening.script.picture("first")
        evening.script.press("2")
        evening.script.picture("second")
        try evening.run(60, 18)
        let first = try evening.text("first")
        for part in ["Think of today.", "Here stands a sentence", "now and then", "Harbour Street Clinic"] {
            #expect(first.contains(part))
        }
        #expect(!first.contains("paper form"))
        #expect(try evening.text("second").contains("2  often"))
    }
}
