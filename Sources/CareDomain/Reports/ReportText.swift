// A report as lines of text for a page of 80 columns, as a printer and the dashboard show it.

/// How wide text is and where it breaks: whoever prints knows that of the characters it can show.
package struct TextRuler: Sendable {
    package let width: @Sendable (String) -> Int
    /// Broken into lines of at most so many columns.
    package let wrapped: @Sendable (String, Int) -> [String]
    /// Cut to at most so many columns.
    package let fitted: @Sendable (String, Int) -> String

    package init(
        width: @escaping @Sendable (String) -> Int, wrapped: @escaping @Sendable (String, Int) -> [String],
        fitted: @escaping @Sendable (String, Int) -> String
    ) {
        self.width = width
        self.wrapped = wrapped
        self.fitted = fitted
    }

    /// Filled up with spaces, in front of what stands to the right.
    fileprivate func padded(_ text: String, to columns: Int, isRight: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, columns - width(text)))
        return isRight ? space + text : text + space
    }
}

package struct ReportText: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package enum Kind: Equatable, Sendable { case title, heading, columns, body, note, gap, rule }

        package let text: String
        package let kind: Kind
        /// The part that it belongs to; nil for what cannot be left out.
        package let part: VisitReport.Part?
    }

    package static let columns = 80
    package let lines: [Line]

    /// - Parameter marksLeftOut: true where the parts that are left out stand as one line each, false where
    ///   nothing of them is there.
    package init(_ report: VisitReport, ruler: TextRuler, marksLeftOut: Bool = false) {
        var layout = ReportLayout(ruler: ruler)
        layout.add(report.title, .title, nil)
        layout.add(report.subtitle, .note, nil)
        layout.add(String(repeating: "─", count: Self.columns), .rule, nil)
        for section in marksLeftOut ? report.allSections : report.sections {
            let isLeftOut = section.part.map(report.leftOut.contains) ?? false
            if layout.lines.last?.kind != .rule { layout.add("", .gap, section.part) }
            layout.add(section.title + (isLeftOut ? " · left out" : ""), .heading, section.part)
            if isLeftOut { continue }
            for block in section.blocks { layout.add(block, section.part, report) }
        }
        lines = layout.lines
    }

    /// Everything that is printed.
    package init(printing report: some PrintableReport, ruler: TextRuler) {
        var layout = ReportLayout(ruler: ruler)
        layout.add(report.title, .title, nil)
        layout.add(report.subtitle, .note, nil)
        layout.add(String(repeating: "─", count: Self.columns), .rule, nil)
        for section in report.sections {
            if layout.lines.last?.kind != .rule { layout.add("", .gap, section.part) }
            layout.add(section.title, .heading, section.part)
            for block in section.blocks { layout.add(block, section.part, report.charts) }
        }
        lines = layout.lines
    }
}

private struct ReportLayout {
    let ruler: TextRuler
    private(set) var lines: [ReportText.Line] = []

    init(ruler: TextRuler) { self.ruler = ruler }

    private static let indent = "  "
    private static let room = ReportText.columns - 2

    mutating func add(_ text: String, _ kind: ReportText.Line.Kind, _ part: VisitReport.Part?) {
        var text = ruler.fitted(text, ReportText.columns)
        while text.last == " " { text.removeLast() }
        lines.append(ReportText.Line(text: text, kind: kind, part: part))
    }

    mutating func add(_ block: ReportSection.Block, _ part: VisitReport.Part?, _ report: VisitReport?) {
        switch block {
        case .facts(let facts): add(facts, part)
        case .table(let table): add(table, part)
        case .items(let items):
            for item in items { add(item, behind: "• ", .body, part) }
        case .note(let text):
            for line in ruler.wrapped(text, Self.room) { add(Self.indent + line, .note, part) }
        case .picture(.efficiency):
            guard let report else { break }
            for line in EfficiencyStrip(report.pictures).lines { add(Self.indent + line, .body, part) }
        case .picture: break
        }
    }

    private mutating func add(
        _ text: String, behind head: String, _ kind: ReportText.Line.Kind, _ part: VisitReport.Part?
    ) {
        let width = ruler.width(head)
        for (index, line) in ruler.wrapped(text, Self.room - width).enumerated() {
            add(Self.indent + (index == 0 ? head : String(repeating: " ", count: width)) + line, kind, part)
        }
    }

    /// A label that repeats the one before it is left out.
    private mutating func add(_ facts: [ReportSection.Fact], _ part: VisitReport.Part?) {
        let width = facts.map { ruler.width($0.label) }.max() ?? 0
        var previous = ""
        for fact in facts {
            let label = fact.label == previous ? "" : fact.label
            previous = fact.label
            add(fact.text, behind: ruler.padded(label, to: width) + "  ", .body, part)
        }
    }

    /// What does not fit into the last column goes on below it.
    private mutating func add(_ table: ReportSection.Table, _ part: VisitReport.Part?) {
        let rows = [table.columns.map { Optional($0.title) }] + table.rows
        let cells = rows.map { row in row.map { $0 ?? "–" } }
        var widths = table.columns.indices.map { column in
            cells.map { ruler.width($0[column]) }.max() ?? 0
        }
        let gaps = 2 * (widths.count - 1)
        // The widest column of words gives way where there is no room for all, as far as its words allow.
        let longest = table.columns.indices.map { column in
            cells.flatMap { $0[column].split(separator: " ") }.map { ruler.width(String($0)) }.max() ?? 0
        }
        while widths.reduce(gaps, +) > Self.room {
            let open = widths.indices.filter { column in
                !table.columns[column].isRight && widths[column] > min(24, longest[column])
            }
            guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        for (number, row) in cells.enumerated() {
            let parts = row.indices.map { column in
                ruler.width(row[column]) <= widths[column]
                    ? [row[column]] : ruler.wrapped(row[column], widths[column])
            }
            for line in 0..<max(1, parts.map(\.count).max() ?? 1) {
                let shown = parts.indices.map { column -> String in
                    let text = parts[column].indices.contains(line) ? parts[column][line] : ""
                    return ruler.padded(
                        text, to: widths[column], isRight: table.columns[column].isRight)
                }
                add(Self.indent + shown.joined(separator: "  "), number == 0 ? .columns : .body, part)
            }
        }
    }
}

/// Efficiency night by night as a row of bars, with the session marks under it.
package struct EfficiencyStrip {
    package let lines: [String]

    /// Percent at the foot of the bars.
    private static let low = 40.0
    private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    package init(_ pictures: VisitReport.Pictures) {
        guard let first = pictures.dates.first, let last = pictures.dates.last, first < last else {
            lines = []
            return
        }
        let values = pictures.efficiencies.map { value -> Character in
            guard let value else { return "·" }
            let share = (value - Self.low) / (100 - Self.low)
            let step = Int((share * Double(Self.bars.count)).rounded(.down))
            return Self.bars[min(Self.bars.count - 1, max(0, step))]
        }
        let marks = pictures.dates.map { pictures.sessionNights.contains($0) ? Character("●") : " " }
        var rows = ["Efficiency by night, \(CivilDate.range(first, last)), 40 to 100 %"]
        rows.append(String(values))
        if pictures.dates.contains(where: pictures.sessionNights.contains) {
            rows.append(String(marks))
            rows.append("● the first night after a session, · not known")
        }
        lines = rows
    }
}
