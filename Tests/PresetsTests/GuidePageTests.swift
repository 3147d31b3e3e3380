// The guide's pages: each reads, has its parts, is of a length that is read, and names figures that exist.

import CareDomain
import Testing

@testable import Presets

@Suite struct GuidePageTests {
    static let names = [
        "how-ketamine-works", "tonight", "help-and-harm", "rem-and-deep-sleep", "dreams", "recovery",
        "body-clock", "stimulants", "screens-and-room", "relaxation", "cbt-i", "medicines", "side-effects",
        "when-it-goes-on", "after-the-course",
    ]

    @Test func everyPageThatShipsReads() throws {
        for file in EmbeddedFile.yaml(below: "seeds/guide") {
            _ = try GuidePageReader.page(in: file.text, file: file.path)
        }
        #expect(GuideShelf().pages.map(\.name) == Self.names)
    }

    @Test func aPageIsOfALengthThatIsRead() {
        for page in GuideShelf().pages {
            #expect((150...400).contains(page.wordCount), "\(page.name) has \(page.wordCount) words")
            let paragraphs = page.sections.flatMap { $0.text + $0.points + $0.after }
            for text in paragraphs where text.split(separator: " ").count > 75 {
                Issue.record("\(page.name) has a long paragraph: \(text)")
            }
            #expect(page.short != nil && page.part != .own)
        }
    }

    @Test func aFigureOrARuleLeadsToOnePage() {
        let pages = GuideShelf().pages
        for keys in [pages.flatMap(\.figures), pages.flatMap(\.rules)] {
            #expect(Set(keys).count == keys.count)
        }
        #expect(pages.page(onFigure: Figure.caffeineLeft.rawValue)?.name == "stimulants")
        #expect(pages.page(onFigure: Measure.remPercent.rawValue)?.name == "rem-and-deep-sleep")
        #expect(pages.page(onFigure: Figure.sd.rawValue) == nil)
        for rule in ["R04", "R05", "R06", "R20"] {
            #expect(pages.page(onRule: rule)?.name == "when-it-goes-on")
        }
    }

    @Test func aRuleThatLeadsHereHasWordsForAPerson() throws {
        for rule in GuideShelf().pages.flatMap(\.rules) {
            let file = try #require(EmbeddedFile.named(rule, below: "seeds/rules"), "\(rule)")
            #expect(file.text.contains("patientText:") && file.text.contains("audience: both"), "\(rule)")
        }
    }

    @Test func whatIsDisputedSaysSo() throws {
        let pages = GuideShelf().pages
        func words(_ name: String) throws -> String {
            let page = try #require(pages.first { $0.name == name })
            return (page.sections.flatMap { $0.text + $0.points + $0.after } + page.unknown)
                .joined(separator: " ")
        }
        #expect(try words("how-ketamine-works").contains("do not agree"))
        #expect(try words("help-and-harm").contains("do not agree"))
        #expect(try words("tonight").contains("This is advice, not trial data."))
        #expect(try words("dreams").contains("unproven"))
        #expect(try words("rem-and-deep-sleep").contains("not in a crossover of 36"))
    }

    // MARK: Files of others

    private static let small = """
        title: Tea
        summary: On tea.
        sections:
          - text: [Tea has caffeine too.]
        unknown: [How much.]
        sources: [Our clinic]
        """

    @Test func whatIsWrongIsSaidWithFileAndLine() {
        func problem(_ change: (String, String)) -> String {
            let text = Self.small.replacing(change.0, with: change.1)
            do throws(PresetProblem) {
                _ = try GuidePageReader.page(in: text, file: "guide/tea.yaml")
                return "it was read"
            } catch { return error.description }
        }
        #expect(problem(("title: Tea\n", "")) == "guide/tea.yaml:1: title is missing")
        #expect(problem(("unknown:", "unknwon:")) == "guide/tea.yaml:5: there is no key unknwon here")
        #expect(
            problem(("sources: [Our clinic]", "sources: []"))
                == "guide/tea.yaml:6: sources is \"[...]\", not a list of texts")
        #expect(
            problem(("On tea.", "On tea.\nfigures: [teaLeft]"))
                == "guide/tea.yaml:3: figures[1] is \"teaLeft\", not the JSON key of a figure")
        #expect(
            problem(("On tea.", "On tea.\nown: [tea]")).hasPrefix("guide/tea.yaml:3: own[1] is \"tea\", not"))
        #expect(problem(("text: [Tea has caffeine too.]", "heading: Tea")).contains("guide/tea.yaml:4: "))
    }

    @Test func anOwnPageTakesItsPlace() throws {
        var shelf = GuideShelf()
        try shelf.add(Self.small, file: "/home/ada/.config/lull/guide/stimulants.yaml")
        #expect(shelf.pages.map(\.name) == Self.names)
        #expect(shelf.pages.first { $0.name == "stimulants" }?.title == "Tea")
        try shelf.add(Self.small, file: "/home/ada/.config/lull/guide/tea.yaml")
        #expect(shelf.pages.map(\.name) == Self.names + ["tea"])
    }
}
