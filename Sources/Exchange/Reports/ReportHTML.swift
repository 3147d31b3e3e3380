// A report as one HTML file that needs nothing else: no script, no reference, light, dark and on paper.

import CareDomain

package enum ReportHTML {
    package static func text(_ report: some PrintableReport) -> String {
        let sections = HTMLText.joined(report.sections.map { section($0, report.charts) })
        let page: HTMLText = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(report.title)</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <main>
            <header>
            <h1>\(report.title)</h1>
            <p>\(report.subtitle)</p>
            </header>
            \(sections)</main>
            </body>
            </html>

            """
        return page.string
    }

    private static func section(_ section: ReportSection, _ report: VisitReport?) -> HTMLText {
        let blocks = HTMLText.joined(section.blocks.map { block($0, report) })
        let kind: HTMLText = report != nil && section.part == nil ? " class=\"sources\"" : ""
        return "<section\(kind)>\n<h2>\(section.title)</h2>\n\(blocks)</section>\n"
    }

    private static func block(_ block: ReportSection.Block, _ report: VisitReport?) -> HTMLText {
        switch block {
        case .facts(let facts):
            let rows = facts.map { fact -> HTMLText in
                "<div><dt>\(fact.label)</dt><dd>\(fact.text)</dd></div>\n"
            }
            return "<dl>\n\(HTMLText.joined(rows))</dl>\n"
        case .items(let items):
            let rows = items.map { item -> HTMLText in "<li>\(item)</li>\n" }
            return "<ul>\n\(HTMLText.joined(rows))</ul>\n"
        case .note(let text): return "<p class=\"note\">\(text)</p>\n"
        case .table(let table): return self.table(table)
        case .picture(let picture): return report.map { drawing(picture, $0) } ?? ""
        }
    }

    private static func drawing(_ picture: ReportSection.Picture, _ report: VisitReport) -> HTMLText {
        switch picture {
        case .nights: return NightsDrawing(report.pictures).svg
        case .efficiency: return EfficiencyDrawing(report.pictures).svg
        case .scores:
            let drawings = report.checkIns.map { ScoreDrawing($0.series).svg }
            return "<div class=\"scores\">\n\(HTMLText.joined(drawings))</div>\n"
        }
    }

    private static func table(_ table: ReportSection.Table) -> HTMLText {
        let sides = table.columns.map { column -> HTMLText in column.isRight ? " class=\"right\"" : "" }
        let heads = zip(table.columns, sides).map { column, side -> HTMLText in
            "<th scope=\"col\"\(side)>\(column.title)</th>"
        }
        let rows = table.rows.map { row -> HTMLText in
            let cells = zip(row, sides).map { cell, side -> HTMLText in "<td\(side)>\(cell ?? "–")</td>" }
            return "<tr>\(HTMLText.joined(cells))</tr>\n"
        }
        return """
            <div class="wide"><table>
            <thead><tr>\(HTMLText.joined(heads))</tr></thead>
            <tbody>
            \(HTMLText.joined(rows))</tbody>
            </table></div>

            """
    }

    /// The colours are those of the themes dawn and dusk.
    private static let style: HTMLText = """
        :root { --paper: #f7f2e8; --text: #3a3940; --strong: #17161a; --dim: #605d65; --rule: #cbc3b3;
          --sleep: #2f52b0; --soft: #8fa5dc; --session: #994e00; --awake: #54510c; --band: #e6dfd0; }
        @media (prefers-color-scheme: dark) { :root { --paper: #16181d; --text: #c9ccd3; --strong: #ffffff;
          --dim: #8d939f; --rule: #3b4150; --sleep: #8aa9f9; --soft: #5878b4; --session: #e6ae62;
          --awake: #f0eaa6; --band: #272c39; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--text);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
        main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
        header { border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; }
        h1 { color: var(--strong); font-size: 1.6rem; font-weight: 600; margin: 0; }
        h2 { color: var(--strong); font-size: 1.05rem; font-weight: 600; margin: 2rem 0 .5rem; }
        header p, .note, dt, th { color: var(--dim); }
        .note { margin: .5rem 0; }
        dl { margin: 0; }
        dl div { display: grid; grid-template-columns: 9rem 1fr; gap: .75rem; padding: .1rem 0; }
        dd { margin: 0; }
        ul { margin: 0; padding-left: 1.1rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th { font-weight: 500; text-align: left; border-bottom: 1px solid var(--rule); }
        th, td { padding: .2rem 1rem .2rem 0; vertical-align: top; }
        th.right, td.right { text-align: right; }
        svg { display: block; width: 100%; height: auto; margin: .75rem 0; }
        svg text { fill: var(--dim); font: 11px system-ui, sans-serif; }
        svg .title { fill: var(--text); }
        svg .rule { stroke: var(--rule); stroke-width: 1; }
        svg .asleep { fill: var(--sleep); } svg .awake { fill: var(--awake); }
        svg .inbed { fill: var(--soft); } svg .session { fill: var(--session); }
        svg .mark { stroke: var(--session); stroke-width: 1; stroke-dasharray: 2 3; }
        svg .band { fill: var(--band); } svg .night { fill: var(--soft); }
        svg .middle { fill: none; stroke: var(--sleep); stroke-width: 2; stroke-linejoin: round; }
        .scores { display: flex; flex-wrap: wrap; gap: 1rem; }
        .scores svg { width: 15rem; margin: .5rem 0; }
        .sources { font-size: .85rem; border-top: 1px solid var(--rule); margin-top: 2.5rem; }
        @page { margin: 16mm; }
        @media print { :root { --paper: #ffffff; --text: #222222; --strong: #000000; --dim: #555555;
            --rule: #bbbbbb; --sleep: #2f52b0; --soft: #8fa5dc; --session: #994e00; --awake: #54510c;
            --band: #eeeeee; }
          body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
          section, svg, tr { break-inside: avoid; } .wide { overflow: visible; } }
        """
}
