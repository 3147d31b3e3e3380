// A page of the guide as lines of at most 80 columns, and as JSON.

import CareDomain
import CellCanvas
import PlainJSON

struct GuideText {
    private(set) var lines: [String] = []

    private static let columns = 80

    init(_ page: GuidePage, _ figures: OwnGuideFigures?) {
        lines = [page.title] + Self.wrapped(page.summary)
        if let figures { add(figures) }
        for section in page.sections { add(section) }
        add("What is not known", page.unknown)
        add("Sources", page.sources)
    }

    private mutating func add(_ section: GuidePage.Section) {
        lines.append("")
        if let heading = section.heading { lines += [Self.shouted(heading), ""] }
        add(paragraphs: section.text)
        if !section.text.isEmpty, !section.points.isEmpty { lines.append("") }
        for point in section.points { lines += Self.wrapped(point, mark: "- ") }
        if !section.after.isEmpty { lines.append("") }
        add(paragraphs: section.after)
    }

    private mutating func add(paragraphs: [String]) {
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { lines.append("") }
            lines += Self.wrapped(paragraph)
        }
    }

    private mutating func add(_ heading: String, _ points: [String]) {
        lines += ["", Self.shouted(heading), ""]
        for point in points { lines += Self.wrapped(point, mark: "- ") }
    }

    private mutating func add(_ figures: OwnGuideFigures) {
        lines += ["", Self.shouted("Yours"), ""]
        let own = figures.plan + figures.logged
        if own.isEmpty { lines.append("Nothing that belongs to this page is noted yet.") }
        let width = own.map { CleanText($0.label).width }.max() ?? 0
        for line in own {
            let label = line.label.isEmpty ? "" : line.label
            let mark = label + String(repeating: " ", count: width - CleanText(label).width + 2)
            lines += Self.wrapped(line.text, mark: mark)
        }
    }

    /// A heading, told from the text without colour.
    private static func shouted(_ heading: String) -> String { heading.uppercased() }

    /// - Parameter mark: what stands before the first line; those below are set in by as much.
    private static func wrapped(_ text: String, mark: String = "") -> [String] {
        let indent = CleanText(mark).width
        let broken = CleanText(text).wrapped(to: columns - indent, keepsUnits: true)
        return broken.enumerated().map { index, line in
            (index == 0 ? mark : String(repeating: " ", count: indent)) + line
        }
    }

    static func object(_ page: GuidePage, _ figures: OwnGuideFigures?) -> JSONObject {
        let strings = { (texts: [String]) in JSONValue.array(texts.map { .string($0) }) }
        let sections = page.sections.map { section -> JSONValue in
            [
                "heading": section.heading.map { .string($0) } ?? .null, "text": strings(section.text),
                "points": strings(section.points), "after": strings(section.after),
            ]
        }
        var object: JSONObject = [
            "page": .string(page.name), "title": .string(page.title), "summary": .string(page.summary),
            "sections": .array(sections), "unknown": strings(page.unknown), "sources": strings(page.sources),
            "figures": strings(page.figures),
        ]
        if let figures {
            let lines = (figures.plan + figures.logged).map { line -> JSONValue in
                ["label": .string(line.label), "text": .string(line.text)]
            }
            object["own"] = .array(lines)
        }
        return object
    }
}
