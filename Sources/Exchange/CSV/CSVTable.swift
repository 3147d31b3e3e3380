// A table with a header: cells by the names of their columns, and what every table of ours has in common.

import CareDomain

/// A kind of table that can be imported.
protocol ImportTable {
    /// The columns that mean something, as they are written in the manual.
    var columns: [String] { get }
    /// What to say where the header does not fit.
    var needs: String { get }
    /// True where the cells of columns that are not known find a place in the records.
    var keepsExtras: Bool { get }
    /// True where a header with these names, in small letters, is this table's.
    func fits(_ names: Set<String>) -> Bool
    /// Looks at all rows before the first is taken.
    mutating func prepare(_ rows: [CSVRow], options: ImportOptions)
    /// Takes a row.
    /// - Throws: `RowRefused` with the reason.
    func take(
        _ row: CSVRow, context: RowContext, into collector: inout ImportCollector
    ) throws(RowRefused)
}

extension ImportTable {
    mutating func prepare(_ rows: [CSVRow], options: ImportOptions) {}
}

/// Why a row is not taken: a plain clause without a full stop.
struct RowRefused: Error {
    var why: String

    init(_ why: String) { self.why = why }
}

/// Whom a row is about, and where.
struct RowContext {
    var person: String?
    var zone: Zone
    var options: ImportOptions
}

/// A row of a table, its cells by name.
struct CSVRow {
    let line: Int
    fileprivate let table: CSVTable
    fileprivate let fields: [String]

    /// The cell's text without the spaces around it; nil where it is blank, or the table has no such column.
    /// - Parameter column: the name as it is written in the manual.
    subscript(column: String) -> String? {
        guard let index = table.places[column], index < fields.count else { return nil }
        let text = fields[index].trimmingSpaces
        return text.isEmpty ? nil : text
    }

    /// The cells of the columns that are not known, `name: value`, in the order of the table.
    var extras: [String] {
        table.extras.compactMap { index, name in
            guard index < fields.count else { return nil }
            let text = fields[index].trimmingSpaces
            return text.isEmpty ? nil : name + ": " + text
        }
    }
}

struct CSVTable {
    /// Where the known columns are, by the names that the manual gives them.
    fileprivate var places: [String: Int] = [:]
    fileprivate var extras: [(index: Int, name: String)] = []
    private var width = 0

    /// A column's name as it is compared.
    static func plain(_ name: String) -> String { name.trimmingSpaces.lowercased() }

    /// - Parameter known: the columns that are not extra.
    /// - Throws: `wrongShape` where a column stands twice.
    init(header: [String], line: Int, known: [String]) throws(ImportProblem) {
        let known = Dictionary(known.map { (Self.plain($0), $0) }, uniquingKeysWith: { first, _ in first })
        width = header.count
        for (index, name) in header.enumerated() {
            let plain = Self.plain(name)
            if let column = known[plain] {
                guard places.updateValue(index, forKey: column) == nil else {
                    throw .wrongShape(line: line, why: "the column \(name.quoted) stands twice")
                }
            } else {
                extras.append((index, plain.isEmpty ? "column \(index + 1)" : name.trimmingSpaces))
            }
        }
    }

    /// - Throws: `RowRefused` where the row does not fit under the header.
    func row(_ fields: [String], line: Int, isEnded: Bool) throws(RowRefused) -> CSVRow {
        if fields.count > width, fields[width...].contains(where: { !$0.trimmingSpaces.isEmpty }) {
            throw RowRefused("the row has \(fields.count) cells, the header has \(width)")
        }
        if fields.count < width, !isEnded { throw RowRefused("the file ends within this row") }
        return CSVRow(line: line, table: self, fields: fields)
    }
}

extension ImportSource {
    /// Reads a table of one kind, and takes its rows.
    func readTable(
        _ kind: some ImportTable, into collector: inout ImportCollector, options: ImportOptions,
        progress: (Int, Int) -> Void
    ) throws(ImportProblem) {
        var kind = kind
        var reader = CSVReader(bytes)
        guard let header = reader.header() else { throw .empty }
        let columns: [String]
        switch header.fields {
        case .success(let fields): columns = fields
        case .failure(let problem): throw .wrongShape(line: header.line, why: problem.why)
        }
        guard kind.fits(Set(columns.map(CSVTable.plain))) else {
            throw .wrongShape(line: header.line, why: kind.needs)
        }
        let table = try CSVTable(header: columns, line: header.line, known: kind.columns + ["patient", "tz"])
        if !kind.keepsExtras, !table.extras.isEmpty {
            let names = table.extras.map(\.name.quoted).joined(separator: ", ")
            collector.warn("left out, having no place in \(collector.result.format.rawValue): \(names)")
        }
        let rows = readRows(&reader, of: table, into: &collector, progress: progress)
        kind.prepare(rows, options: options)
        for row in rows {
            do {
                try kind.take(row, context: try RowContext(row, options: options), into: &collector)
            } catch {
                collector.skip(line: row.line, error.why)
            }
        }
        collector.sortSkipped()
    }

    private func readRows(
        _ reader: inout CSVReader, of table: CSVTable, into collector: inout ImportCollector,
        progress: (Int, Int) -> Void
    ) -> [CSVRow] {
        var rows: [CSVRow] = []
        var told = 0
        while let next = reader.next() {
            if reader.at - told >= 1 << 18 {
                told = reader.at
                progress(told, bytes.count)
            }
            switch next.fields {
            case .failure(let problem): collector.skip(line: next.line, problem.why)
            case .success(let fields) where fields.allSatisfy({ $0.trimmingSpaces.isEmpty }): continue
            case .success(let fields):
                do {
                    rows.append(try table.row(fields, line: next.line, isEnded: next.isEnded))
                } catch {
                    collector.skip(line: next.line, error.why)
                }
            }
        }
        return rows
    }
}

extension RowContext {
    fileprivate init(_ row: CSVRow, options: ImportOptions) throws(RowRefused) {
        self.options = options
        if let name = row["tz"] {
            guard let zone = options.zones(name) else {
                throw RowRefused("tz: there is no time zone \(name.quoted)")
            }
            self.zone = zone
        } else {
            zone = options.zone
        }
        if let name = row["patient"] {
            guard let id = PersonID(name) else {
                throw RowRefused(
                    "patient: \(name.quoted) is no id; small letters, digits and hyphens make one")
            }
            if let only = options.person, only != id {
                throw RowRefused("the row is about \(id), not \(only)")
            }
            person = id.text
        }
    }
}
