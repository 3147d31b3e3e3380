// A table of plain text: columns aligned, cells cleaned, nothing but spaces between them.

import CellCanvas

struct TextTable {
    enum Alignment { case left, right }

    struct Column {
        let title: String
        let alignment: Alignment
        /// The widest that a cell is shown.
        let limit: Int

        static func left(_ title: String, limit: Int = 40) -> Column {
            Column(title: title, alignment: .left, limit: limit)
        }
        static func right(_ title: String) -> Column { Column(title: title, alignment: .right, limit: 40) }
    }

    private let columns: [Column]
    private var rows: [[CleanText]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row of a cell for each column; a cell of nil is unknown.
    mutating func add(_ cells: [String?]) { rows.append(cells.map { CleanText($0 ?? "–") }) }

    func lines(plain: Bool) -> [String] { plain ? facts : lines }

    /// A row a line, each value behind its title; what is too long for a line has a line for each value.
    /// Bars are left out.
    var facts: [String] {
        rows.flatMap { row -> [String] in
            let head = row.first.map { PlainLine.cell($0.string) } ?? ""
            let parts = zip(columns, row).dropFirst().compactMap { column, cell -> String? in
                let text = PlainLine.cell(cell.string)
                if text.isEmpty { return nil }
                return column.title.isEmpty ? text : PlainLine.lowered(column.title) + " " + text
            }
            let line = parts.isEmpty ? head : head + ": " + parts.joined(separator: ", ")
            return line.count <= PlainLine.columns ? [line] : [head + ":"] + parts.map { "  " + $0 }
        }
    }

    /// The title line and a line a row, without space at their ends; no lines where there are no rows.
    var lines: [String] {
        if rows.isEmpty { return [] }
        let all = [columns.map { CleanText($0.title) }] + rows
        let widths = columns.indices.map { index in
            all.map { min($0.indices.contains(index) ? $0[index].width : 0, columns[index].limit) }.max() ?? 0
        }
        return all.map { row in
            let cells = zip(row.indices, row).map { index, cell in
                let text = cell.fitted(to: widths[index])
                let space = String(repeating: " ", count: max(0, widths[index] - CleanText(text).width))
                return columns[index].alignment == .left ? text + space : space + text
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
