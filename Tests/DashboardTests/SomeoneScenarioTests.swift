// Someone to call: by itself after an answer that needs someone, by its key from everywhere, and back to
// exactly where one was.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct SomeoneScenarioTests {
    @Test(arguments: ["1", "2", "3"])
    func anAnswerToItemNineOpensThePageAndIsKept(answer: String) throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("c")
        script.press(.enter)
        script.press("11111111" + answer)
        script.picture("page")
        script.press(.escape)
        script.picture("form")
        script.press(.enter)
        script.picture("result")
        try evening.run(100, 30)
        let page = try evening.text("page")
        let order = [
            "Thank you for saying so.", "Lull has not told anyone. Your clinic sees this when it next reads",
            "Your own plan for bad hours", "I stop answering", "Who can be reached now", "Kim",
            "outside its hours", "988 Suicide", "988lifeline.org, not checked yet", "If it cannot wait: 911",
            "notes that you called",
        ]
        var rest = page[...]
        for words in order {
            let range = try #require(rest.range(of: words), "\(words) after what comes before it")
            rest = rest[range.upperBound...]
        }
        // At noon on a Sunday neither the neighbour nor the clinic can be reached.
        #expect(!page.contains("Lee") && !page.contains("212-555-0103"))
        #expect(try evening.text("form").contains("9 of 9 answered"))
        #expect(try evening.text("result").contains("of 27"))
        let kept = try evening.histories().flatMap(\.checkIns).last?.value.answers
        #expect(kept == [1, 1, 1, 1, 1, 1, 1, 1, Int(answer)])
        // The page is the same, whatever the answer, and never in the colour of urgency.
        let canvas = try #require(script.pictures["page"])
        #expect(canvas.cells.allSatisfy { $0.style.role != .urgent && $0.style.role != .caution })
    }

    @Test func leftHalfWayTheAnswerIsKeptAndThePageOpens() throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("c")
        script.press(.enter)
        script.press(.down, .down, .down, .down, .down, .down, .down, .down)
        script.press(.right, .right, .escape)
        script.picture("page")
        script.press("q")
        script.picture("list")
        try evening.run(80, 24)
        #expect(try evening.text("page").contains("Thank you for saying so."))
        #expect(try evening.text("list").contains("begun today, 8 items open"))
        let last = try evening.histories().flatMap(\.checkIns).last?.value.answers
        #expect(last == [nil, nil, nil, nil, nil, nil, nil, nil, 1])
    }

    @Test func aZeroOpensNothingAndIsCalledNothing() throws {
        let evening = try CheckInEvening.make()
        evening.script.press("c")
        evening.script.press(.enter)
        evening.script.press("000000000")
        evening.script.picture("form")
        evening.script.press(.enter)
        evening.script.picture("result")
        try evening.run(100, 30)
        for name in ["form", "result"] {
            let text = try evening.text(name).lowercased()
            #expect(!text.contains("someone to call"))
            for word in ["safe", "normal", "well done", "no risk"] { #expect(!text.contains(word)) }
        }
    }

    @Test func theFormOfANightLosesNothing() throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("l")
        script.press("22:40")
        script.picture("before")
        script.press("!")
        script.picture("page")
        script.press(.escape)
        script.picture("after")
        // In a line of one's own words it is a letter like any other.
        script.press(.end, .up)
        script.press("odd!")
        script.picture("text")
        script.press(.function(1))
        script.press("!")
        script.picture("from help")
        script.press("q")
        script.press(.escape)
        script.picture("text again")
        try evening.run(100, 30)
        #expect(try evening.text("page").contains("It is good that you came here."))
        #expect(evening.script.pictures["before"] == evening.script.pictures["after"])
        #expect(try evening.text("text").contains("odd!"))
        #expect(try evening.text("from help").contains("Who can be reached now"))
        #expect(evening.script.pictures["text"] == evening.script.pictures["text again"])
    }

    /// A key leads to it from every screen, and one key back.
    @Test(arguments: ["", "2", "3", "3]", "4", "5", "6", "?", "i", "a", "N", "4\n", "4\n\n", "5\n"])
    func everyScreenLeadsThereAndBack(keys: String) throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        for key in keys { key == "\n" ? script.press(.enter) : script.press(String(key)) }
        script.picture("before")
        script.press("!")
        script.picture("page")
        script.press(.escape)
        script.picture("after")
        try evening.run(100, 30)
        #expect(try evening.text("page").contains("Who can be reached now"))
        // A guide that was under way waits.
        if keys != "4\n\n" { #expect(script.pictures["before"] == script.pictures["after"]) }
    }

    @Test(
        arguments: [(0, nil), (1, "Kim, sister"), (2, "Harbour Street Clinic")] as [(Int, String?)])
    func thatOneCalledIsNoted(downs: Int, whom: String?) throws {
        let evening = try CheckInEvening.make()
        evening.script.press("!")
        for _ in 0..<downs { evening.script.press(.down) }
        evening.script.press("k")
        evening.script.picture("noted")
        evening.script.press(.escape)
        evening.script.press("u")
        evening.script.press(.control("r"))
        try evening.run(80, 24)
        #expect(try evening.text("noted").contains("Noted that you called."))
        let call = try #require(try evening.histories().first?.calls.first?.value)
        #expect(call.note?.hasPrefix("called by the person") == true)
        #expect(whom == nil || call.note?.contains(whom ?? "") == true)
        #expect(call.reached == nil)
    }

    @Test func aZoneWithoutALineHasALocalNumber() throws {
        let evening = try CheckInEvening.make("2026-11-22T12:00:00+14:00", zone: "Pacific/Kiritimati")
        evening.script.press("!")
        evening.script.picture("page")
        evening.script.resize(50, 12)
        evening.script.picture("small")
        try evening.run(80, 24)
        #expect(try evening.text("page").contains("your local emergency number"))
        #expect(try evening.text("small").contains("Emergency: your local number"))
    }

    @Test func theCohortHasThePageOfTheSystemsZone() throws {
        let evening = try CheckInEvening.make()
        try evening.add(try Ada.person(zone: evening.zone, id: "other", name: "Other"), as: "sample-2")
        evening.script.press("!")
        evening.script.picture("page")
        evening.script.press("k")
        evening.script.press(.escape)
        evening.script.picture("cohort")
        evening.script.resize(40, 10)
        evening.script.picture("small")
        try evening.run(60, 18)
        #expect(try evening.text("page").contains("988"))
        #expect(try !evening.text("page").contains("notes that you called"))
        #expect(try evening.text("cohort").contains("2 people"))
        #expect(try evening.text("small").contains("Emergency: 911"))
    }

    /// However much stands on the page, all of it can be reached, and the emergency number is always seen.
    @Test func aSmallWindowShowsEverything() throws {
        let evening = try CheckInEvening.make()
        let script = evening.script
        script.press("!")
        script.picture("top")
        for number in 1...4 {
            script.press(.down)
            script.picture("\(number)")
        }
        try evening.run(60, 18)
        for name in ["top", "1", "2", "3"] {
            #expect(try evening.text(name).contains("If it cannot wait: 911"))
        }
        #expect(try evening.text("1").contains("▸ 212-555-0101"))
        #expect(try evening.text("3").contains("▸ 988"))
        #expect(try evening.text("3").contains("988lifeline.org"))
    }
}
