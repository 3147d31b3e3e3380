// Reads a page of the guide; seeds/guide/README.md has the keys.

import CareDomain

package enum GuidePageReader {
    /// - Parameters:
    ///   - text: YAML with `title`, `summary`, `sections`, `unknown` and `sources`.
    ///   - file: the file's name; without its folder and ending it is the page's name.
    package static func page(in text: String, file: String) throws(PresetProblem) -> GuidePage {
        try entry(in: text, file: file).page
    }

    /// A page, and its place in the list.
    package struct Entry: Sendable {
        package var page: GuidePage
        /// 0 comes first; one that a file does not give comes last.
        package var order: Int
    }

    package static func entry(in text: String, file: String) throws(PresetProblem) -> Entry {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: keys)
        let page = GuidePage(
            name: PresetName.stem(of: file),
            title: try top.required("title").text(),
            short: try short(top.optional("short")),
            part: try top.optional("part")?.word() ?? .own,
            summary: try top.required("summary").text(),
            sections: try sections(top.required("sections")),
            unknown: try texts(top.required("unknown")),
            sources: try texts(top.required("sources")),
            figures: try figures(top.optional("figures")),
            rules: try names(top.optional("rules")),
            own: try topics(top.optional("own")))
        return Entry(page: page, order: try top.optional("order")?.whole(0...1000) ?? 1001)
    }

    private static let keys: Set<String> = [
        "title", "short", "part", "summary", "order", "sections", "unknown", "sources", "figures", "rules",
        "own",
    ]

    private static func short(_ place: YAMLPlace?) throws(PresetProblem) -> String? {
        guard let place else { return nil }
        let text = try place.text()
        guard text.count <= 20 else { throw place.wrong("a text of 20 letters or fewer") }
        return text
    }

    private static func sections(_ place: YAMLPlace) throws(PresetProblem) -> [GuidePage.Section] {
        var sections: [GuidePage.Section] = []
        for item in try place.list() {
            try item.refuseOthers(than: ["heading", "text", "points", "after"])
            let section = GuidePage.Section(
                heading: try item.optional("heading")?.text(),
                text: try paragraphs(item.optional("text")),
                points: try paragraphs(item.optional("points")),
                after: try paragraphs(item.optional("after")))
            guard !(section.text + section.points + section.after).isEmpty else {
                throw item.wrong("a section with text or points")
            }
            sections.append(section)
        }
        guard !sections.isEmpty else { throw place.wrong("a list of sections") }
        return sections
    }

    private static func paragraphs(_ place: YAMLPlace?) throws(PresetProblem) -> [String] {
        guard let place else { return [] }
        return try texts(place)
    }

    private static func texts(_ place: YAMLPlace) throws(PresetProblem) -> [String] {
        var texts: [String] = []
        for item in try place.list() { texts.append(try item.text()) }
        guard !texts.isEmpty else { throw place.wrong("a list of texts") }
        return texts
    }

    private static func figures(_ place: YAMLPlace?) throws(PresetProblem) -> [String] {
        var keys: [String] = []
        for item in try place?.list() ?? [] {
            let key = try item.text()
            guard FigureNote.of(key) != nil else { throw item.wrong("the JSON key of a figure") }
            keys.append(key)
        }
        return keys
    }

    private static func names(_ place: YAMLPlace?) throws(PresetProblem) -> [String] {
        var names: [String] = []
        for item in try place?.list() ?? [] { names.append(try item.text()) }
        return names
    }

    private static func topics(_ place: YAMLPlace?) throws(PresetProblem) -> [GuideTopic] {
        var topics: [GuideTopic] = []
        for item in try place?.list() ?? [] { topics.append(try item.word()) }
        return topics
    }
}
