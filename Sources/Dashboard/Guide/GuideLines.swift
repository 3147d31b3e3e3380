// A page of the guide as lines of a measured width, before they are drawn.

import CareDomain
import CellCanvas

struct GuideLine: Equatable {
    enum Kind { case gap, rule, summary, heading, text, mark, unknown, source, own, key }

    var kind: Kind
    var text = ""
    /// What stands before the text: a mark, the name of a figure or a key.
    var label = ""
    /// Columns by which the text is set in.
    var indent = 0
}

/// What of a page scrolls in the text's column, and what stands beside it where there is room.
struct GuideLines: Equatable {
    private(set) var main: [GuideLine] = []
    private(set) var margin: [GuideLine] = []

    /// - Parameters:
    ///   - columns: of the text.
    ///   - marginColumns: of the notes beside it; nil where those stand in the text.
    init(
        _ page: GuidePage, own: OwnGuideFigures?, showsOwn: Bool, columns: Int, marginColumns: Int?
    ) {
        main = Self.lines(.summary, page.summary, columns)
        let yours = own.map { Self.own(page, $0, showsOwn, marginColumns ?? columns) } ?? []
        if marginColumns == nil, !yours.isEmpty { main += [GuideLine(kind: .gap)] + yours }
        for section in page.sections { main += Self.section(section, columns) }
        let width = marginColumns ?? columns
        let unknown = Self.block("What is not known", page.unknown, .unknown, "?", width)
        let sources = Self.block("Sources", page.sources, .source, "·", width)
        if marginColumns == nil {
            main += [GuideLine(kind: .gap), GuideLine(kind: .rule), GuideLine(kind: .gap)] + unknown
            main += [GuideLine(kind: .gap)] + sources
        } else {
            margin = yours + (yours.isEmpty ? [] : [GuideLine(kind: .gap)])
            margin += unknown + [GuideLine(kind: .gap)] + sources
        }
    }

    private static func section(_ section: GuidePage.Section, _ columns: Int) -> [GuideLine] {
        var lines = [GuideLine(kind: .gap)]
        if let heading = section.heading {
            lines += Self.lines(.heading, heading, columns)
        }
        var isFirst = true
        for paragraph in section.text {
            if !isFirst { lines.append(GuideLine(kind: .gap)) }
            lines += Self.lines(.text, paragraph, columns)
            isFirst = false
        }
        if !isFirst, !section.points.isEmpty { lines.append(GuideLine(kind: .gap)) }
        for point in section.points { lines += marked(.mark, point, "·", columns) }
        for paragraph in section.after {
            lines.append(GuideLine(kind: .gap))
            lines += Self.lines(.text, paragraph, columns)
        }
        return lines
    }

    private static func block(
        _ heading: String, _ points: [String], _ kind: GuideLine.Kind, _ mark: String, _ columns: Int
    ) -> [GuideLine] {
        [GuideLine(kind: .heading, text: heading)]
            + points.flatMap { marked(kind, $0, mark, columns) }
    }

    /// The plan's times where there is a plan, and on request what was noted.
    private static func own(
        _ page: GuidePage, _ own: OwnGuideFigures, _ showsOwn: Bool, _ columns: Int
    ) -> [GuideLine] {
        guard !page.own.isEmpty else { return [] }
        let logs = page.own.contains { !$0.isPlan }
        guard !own.plan.isEmpty || logs else { return [] }
        let shown = own.plan + (showsOwn ? own.logged : [])
        var lines = shown.isEmpty && !showsOwn ? [] : [GuideLine(kind: .heading, text: "Yours")]
        let width = (shown.map { CleanText($0.label).width }.max() ?? 0) + 2
        for line in shown { lines += figure(line, width, columns) }
        guard logs else { return lines }
        if showsOwn, own.logged.isEmpty {
            lines += Self.lines(.text, "Nothing that belongs here is noted for the last seven days.", columns)
        }
        let words = showsOwn ? "without your seven days" : "your own last seven days"
        lines.append(GuideLine(kind: .key, text: words, label: "o", indent: 3))
        return lines
    }

    /// Beside its name where there is room, else below it.
    private static func figure(
        _ line: OwnGuideFigures.Line, _ width: Int, _ columns: Int
    ) -> [GuideLine] {
        let isNarrow = columns - width < 24
        let indent = isNarrow ? 2 : width
        let broken = CleanText(line.text).wrapped(to: columns - indent, keepsUnits: true)
        let texts = broken.enumerated().map { index, text in
            GuideLine(
                kind: .own, text: text, label: index == 0 && !isNarrow ? line.label : "", indent: indent)
        }
        return isNarrow && !line.label.isEmpty ? [GuideLine(kind: .own, label: line.label)] + texts : texts
    }

    private static func lines(_ kind: GuideLine.Kind, _ text: String, _ columns: Int) -> [GuideLine] {
        CleanText(text).wrapped(to: columns, keepsUnits: true).map { GuideLine(kind: kind, text: $0) }
    }

    private static func marked(
        _ kind: GuideLine.Kind, _ text: String, _ mark: String, _ columns: Int
    ) -> [GuideLine] {
        CleanText(text).wrapped(to: columns - 2, keepsUnits: true).enumerated().map { index, text in
            GuideLine(kind: kind, text: text, label: index == 0 ? mark : "", indent: 2)
        }
    }
}

/// Where the list, the text and its margin stand.
struct GuideLayout: Equatable {
    /// Nil where a narrow window shows the page alone.
    let list: Rect?
    /// Nil where a narrow window shows the list alone.
    let page: Rect?
    /// The lines that scroll; empty where no page is shown.
    let text: Rect
    let margin: Rect?

    /// A column that the eye finds its way back in.
    static let measure = 72
    private static let listColumns = 27

    init(in area: Rect, isReading: Bool) {
        let isWide = area.columns >= 78
        let airy = area.rows >= 18
        list = isWide ? area.left(Self.listColumns) : isReading ? nil : area
        guard isWide || isReading else {
            (page, margin) = (nil, nil)
            text = Rect(column: area.column, row: area.row, columns: 0, rows: 0)
            return
        }
        let right = isWide ? area.right(from: Self.listColumns + 3) : area.right(from: 2)
        let columns = min(Self.measure, right.columns - 3)
        let top = airy ? 1 : 0
        let page = Rect(column: right.column, row: right.row + top, columns: columns, rows: right.rows - top)
        let above = airy ? 3 : 2
        self.page = page
        text = Rect(
            column: page.column, row: page.row + above, columns: columns, rows: max(1, page.rows - above))
        let beside = right.columns - columns - 7
        margin =
            beside >= 28
            ? Rect(
                column: page.column + columns + 5, row: text.row, columns: min(36, beside), rows: text.rows)
            : nil
    }

    /// The last line that a page of so many can begin with.
    func lastPlace(of lines: Int) -> Int { max(0, lines - text.rows) }
}
