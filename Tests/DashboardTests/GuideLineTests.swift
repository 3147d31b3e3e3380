// The lines of the guide's pages: none is wider than its column, and none is cut.

import CareDomain
import CellCanvas
import Presets
import Testing

@testable import Dashboard

@Suite struct GuideLineTests {
    static let pages = GuideShelf().pages

    @Test(arguments: pages.map(\.name), [24, 46, 48, 55, 68, 72])
    func everyLineFitsItsColumn(name: String, columns: Int) throws {
        let page = try #require(Self.pages.first { $0.name == name })
        for margin in [nil, 28, 36] {
            let lines = GuideLines(
                page, own: nil, showsOwn: true, columns: columns, marginColumns: margin)
            for line in lines.main {
                #expect(line.indent + CleanText(line.text).width <= columns, "\(line.text)")
                #expect(!line.text.contains("…"))
            }
            for line in lines.margin {
                #expect(line.indent + CleanText(line.text).width <= margin ?? 0, "\(line.text)")
            }
            #expect(lines.margin.isEmpty == (margin == nil))
        }
    }

    @Test func everyWordOfAPageStandsInItsLines() throws {
        for page in Self.pages {
            let lines = GuideLines(page, own: nil, showsOwn: false, columns: 48, marginColumns: nil).main
            let shown = lines.map(\.text).joined(separator: " ").split(separator: " ").count
            let parts = page.sections.compactMap(\.heading) + page.sources + [page.summary]
            let words = parts.joined(separator: " ").split(separator: " ").count
            // And the headings of the last two blocks: what is not known, sources.
            #expect(shown == page.wordCount + words + 5, "\(page.name)")
        }
    }

    @Test(arguments: [(60, 18), (80, 24), (100, 30), (140, 45), (250, 70)])
    func theColumnsStandApartAndInTheArea(columns: Int, rows: Int) throws {
        let area = Rect(column: 0, row: 2, columns: columns, rows: rows - 4)
        for isReading in [true, false] {
            let layout = GuideLayout(in: area, isReading: isReading)
            guard let page = layout.page else {
                #expect(columns < 78 && !isReading)
                continue
            }
            #expect(page.columns <= GuideLayout.measure && page.columns >= 40)
            #expect(page.endColumn < area.endColumn && layout.text.endRow == area.endRow)
            if let list = layout.list { #expect(list.endColumn < page.column - 2) }
            if let margin = layout.margin {
                #expect(margin.column > page.endColumn + 2 && margin.endColumn <= area.endColumn)
            }
            #expect((layout.margin == nil) == (columns < 140))
        }
    }
}
