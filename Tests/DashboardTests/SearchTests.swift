// Searching: people by name and filter, programmes, the help; what is found, counted, and cleared.

import CareDomain
import CellCanvas
import TestKit
import Testing

@testable import Dashboard

@Suite struct SearchTests {
    private func evening(people: Int) throws -> Evening {
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

    @Test func theCohortIsFilteredWhileOneTypes() throws {
        let evening = try evening(people: 12)
        let script = evening.script
        script.press("/son 1")
        script.picture("typing")
        script.press(.enter)
        script.picture("kept")
        script.press("n")
        script.press(.enter)
        script.press("q")
        script.picture("back")
        script.press(.escape)
        script.picture("all")
        try evening.run(100, 30)
        #expect(try text(evening, "typing").contains("3 of 12"))
        #expect(try text(evening, "kept").contains("/son 1 · 3 of 12"))
        #expect(
            try text(evening, "kept").contains("Person 11") && !text(evening, "kept").contains("Person 2"))
        #expect(try text(evening, "back").contains("3 of 12"))
        #expect(try text(evening, "all").contains("12 people") && text(evening, "all").contains("Person 2"))
    }

    @Test func theLanguageIsThatOfTheCommandLine() throws {
        let evening = try evening(people: 5)
        let script = evening.script
        script.press("/sessionsDone>=1")
        script.picture("with sessions")
        script.press(.control("u"))
        script.press("weak>3")
        script.picture("unknown")
        script.press(.control("u"))
        script.press("zzz")
        script.picture("nobody")
        script.press(.escape)
        script.picture("all")
        try evening.run(100, 30)
        #expect(try text(evening, "with sessions").contains("1 of 5"))
        #expect(try text(evening, "unknown").contains("there is no column or questionnaire \"weak\""))
        #expect(try text(evening, "nobody").contains("Nobody fits"))
        #expect(try text(evening, "all").contains("5 people"))
    }

    @Test func programmesAreFoundOneAfterTheOther() throws {
        let evening = try evening(people: 1)
        let script = evening.script
        script.press("4/e")
        script.picture("first")
        script.press(.enter)
        script.press("n")
        script.picture("second")
        script.press("/e")
        script.press(.down, .down, .up, .enter)
        script.picture("second again")
        script.press("/zzzz")
        script.picture("nothing")
        script.press(.escape)
        script.press(.escape)
        script.picture("tonight")
        try evening.run(100, 30)
        #expect(try text(evening, "first").contains(" 1 of "))
        #expect(try text(evening, "second").contains("/e · 2 of "))
        #expect(try text(evening, "second again").contains("/e · "))
        #expect(try text(evening, "nothing").contains("not found"))
        #expect(try text(evening, "tonight").contains("Waiting for you"))
    }

    @Test func theGuideIsSearchedAsAWholeAndPageByPage() throws {
        let evening = try evening(people: 1)
        func page(_ name: String, _ text: [String]) -> GuidePage {
            GuidePage(
                name: name, title: name.uppercased(), part: .days, summary: "About \(name).",
                sections: [GuidePage.Section(text: text)], unknown: ["A lot."], sources: ["A book."])
        }
        let long = (1...60).map { "Line \($0) says little." } + ["Melatonin stands here."]
        evening.settings.guidePages = [page("light", ["Morning light."]), page("clock", long)]
        let script = evening.script
        script.press("6/melatonin")
        script.press(.enter)
        script.picture("pages")
        script.press(.enter)
        script.press("/melatonin")
        script.press(.enter)
        script.picture("page")
        try evening.run(100, 30)
        #expect(try text(evening, "pages").contains("/melatonin · 1 of 1"))
        #expect(try text(evening, "pages").contains("▸ CLOCK"))
        #expect(try text(evening, "page").contains("Melatonin stands here."))
    }

    @Test func theHelpScrollsToWhatIsFound() throws {
        let evening = try evening(people: 1)
        evening.script.press("?/set the program aside")
        evening.script.press(.enter)
        evening.script.picture("help")
        evening.script.press(.escape)
        evening.script.picture("cleared")
        evening.script.press(.escape)
        evening.script.picture("closed")
        try evening.run(80, 24)
        let help = try #require(evening.script.pictures["help"])
        #expect(try text(evening, "help").contains("1 of 1"))
        let marked = help.cells.filter { $0.style.underlined && $0.style.bold }.map(\.character)
        #expect(String(marked) == "Settheprogramaside")
        #expect(try text(evening, "cleared").contains("Keys here"))
        #expect(try text(evening, "closed").contains("Waiting for you"))
    }

    @Test func elsewhereItSaysWhatCanBeSearched() throws {
        let evening = try evening(people: 1)
        evening.script.press("/")
        evening.script.picture("tonight")
        try evening.run(80, 24)
        #expect(try text(evening, "tonight").contains("nothing to search here"))
    }

    @Test func partsAreFoundWhateverTheirCase() {
        #expect(TextSearch.ranges(of: "aa", in: "AaaaB") == [0..<2, 2..<4])
        #expect(TextSearch.ranges(of: "é", in: "CAFÉ") == [3..<4])
        #expect(TextSearch.ranges(of: "", in: "x").isEmpty)
    }
}
