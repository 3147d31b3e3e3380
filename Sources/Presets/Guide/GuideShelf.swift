// The pages of the guide: those that ship, and a person's or a clinic's own over them.

import CareDomain

package struct GuideShelf: Sendable {
    private var entries: [String: GuidePageReader.Entry] = [:]

    /// With what ships.
    package init() {
        for file in EmbeddedFile.yaml(below: "seeds/guide") {
            guard let entry = try? GuidePageReader.entry(in: file.text, file: file.path) else { continue }
            entries[entry.page.name] = entry
        }
    }

    /// In the order in which they are listed.
    package var pages: [GuidePage] {
        GuidePage.Part.allCases.flatMap { part in
            entries.values.filter { $0.page.part == part }
                .sorted { ($0.order, $0.page.name) < ($1.order, $1.page.name) }
                .map(\.page)
        }
    }

    /// Puts a page in the place of the one that has its name, or beside the others. One that gives no part or
    /// no order has those of the page whose place it takes.
    package mutating func add(_ text: String, file: String) throws(PresetProblem) {
        var entry = try GuidePageReader.entry(in: text, file: file)
        if let old = entries[entry.page.name] {
            if entry.order > 1000 { entry.order = old.order }
            if entry.page.part == .own { entry.page.part = old.page.part }
        }
        entries[entry.page.name] = entry
    }
}
