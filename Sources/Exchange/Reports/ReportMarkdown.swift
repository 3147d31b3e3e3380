// A report as Markdown: titles, lists, tables, and the small charts as they are in plain text.

import CareDomain

package enum ReportMarkdown {
    package static func text(_ report: some PrintableReport) -> String {
        var lines = ["# \(escaped(report.title))", "", escaped(report.subtitle)]
        for section in report.sections {
            lines += ["", "## \(escaped(section.title))"]
            for block in section.blocks {
                let more = self.lines(block, report.charts)
                if !more.isEmpty { lines += [""] + more }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ block: ReportSection.Block, _ report: VisitReport?) -> [String] {
        switch block {
        case .facts(let facts): return facts.map { "- **\(escaped($0.label))**: \(escaped($0.text))" }
        case .items(let items): return items.map { "- \(escaped($0))" }
        case .note(let text): return [escaped(text)]
        case .table(let table): return lines(table)
        case .picture(.efficiency):
            let strip = report.map { EfficiencyStrip($0.pictures).lines } ?? []
            return strip.isEmpty ? [] : ["```"] + strip + ["```"]
        // The tables say what these draw.
        case .picture: return []
        }
    }

    private static func lines(_ table: ReportSection.Table) -> [String] {
        let row = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
        return [
            row(table.columns.map { escaped($0.title) }),
            row(table.columns.map { $0.isRight ? "---:" : "---" }),
        ]
            + table.rows.map { cells in row(cells.map { escaped($0 ?? "–") }) }
    }

    /// What Markdown or HTML would take for a sign of its own has a backslash before it.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in VisibleText.of(text).unicodeScalars {
            if signs.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static let signs = Set("\\`*_{}[]<>#|&~!".unicodeScalars)
}
