// The guide without a screen: its pages listed, or one of them printed.

import ArgumentParser
import CareDomain
import CellCanvas
import PlainJSON
import Presets

struct GuideCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "Lists the guide's pages, or prints one of them.",
        discussion: """
            What is known about ketamine and sleep, and what is not, with sources.
            Pages of your own lie in the folder 'guide' beside the configuration.

              lull guide
              lull guide body-clock
              lull guide stimulants --own
            """)

    @Argument(help: "A page's name.")
    var page: String?

    @Flag(help: "With your own times, and what you noted in the last seven days.")
    var own = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func validate() throws {
        if own, page == nil {
            throw ValidationError("--own goes with a page, such as 'lull guide stimulants'")
        }
    }

    func perform(in invocation: inout Invocation) throws {
        let pages = invocation.guidePages()
        guard let name = page, name != "list" else { return try list(pages, &invocation) }
        guard let page = pages.first(where: { $0.name == name }) else {
            throw Failure.usage("there is no page \(quoted(name)); 'lull guide' lists them all")
        }
        let figures = try own ? figures(page, &invocation) : nil
        try invocation.put(
            .object(GuideText.object(page, figures)), lines: GuideText(page, figures).lines)
    }

    private func list(_ pages: [GuidePage], _ invocation: inout Invocation) throws {
        var listing = Listing(
            keys: ["page", "title", "summary"], columns: [.left("Name"), .left("Title", limit: 60)],
            whenEmpty: "No pages.")
        for page in pages {
            listing.add(
                [
                    "page": .string(page.name), "title": .string(page.title),
                    "summary": .string(page.summary),
                ],
                cells: [page.name, page.title])
        }
        try invocation.put(listing)
    }

    private func figures(_ page: GuidePage, _ invocation: inout Invocation) throws -> OwnGuideFigures {
        let subject = try invocation.theSubject()
        let titles = Shipped.programmes.map { ($0.name, $0.title) }
        return OwnGuideFigures(
            page.own, of: subject.history, today: subject.today,
            titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }))
    }
}

extension Invocation {
    /// What ships, and the person's own pages; what is wrong with one is said in a sentence, and the rest
    /// goes on.
    func guidePages() -> [GuidePage] {
        var shelf = GuideShelf()
        for file in ownFiles("guide") {
            do throws(PresetProblem) { try shelf.add(file.text, file: file.path) } catch {
                note("\(error); it was left out")
            }
        }
        return shelf.pages
    }
}
