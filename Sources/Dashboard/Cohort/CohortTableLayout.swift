// Where the columns of the cohort's table stand. A wider screen shows more of them and more of the course's
// nights; a narrow one leaves out what is least needed.

import CareDomain
import CellCanvas

struct CohortTableLayout: Equatable {
    private struct Placed: Equatable {
        var column: CohortColumn
        var start: Int
        var width: Int
    }

    private let nameColumns: Int
    private var placed: [Placed] = []
    /// How many nights a cell of the quality stands for.
    private var nightsPerCell = 1

    /// The mark of a flag and that of the one who is chosen stand before the name.
    private static let nameColumn = 6
    private static let gap = 2
    /// From so many columns of the screen on, the longer forms of figures are taken.
    private static let wide = 120
    let isWide: Bool

    /// - Parameters:
    ///   - chosen: in the order in which they stand.
    ///   - columns: of the screen.
    ///   - longest: the most nights that a course has.
    init(_ chosen: [CohortColumn], columns: Int, longest: Int) {
        nameColumns = min(24, max(14, columns / 6))
        let room = columns - 2 - Self.nameColumn - nameColumns
        let needed = CohortColumn.mostNeeded.filter(chosen.contains)
        let others = chosen.filter { !needed.contains($0) }
        isWide = columns >= Self.wide
        var fitting: Set<CohortColumn> = []
        var left = room
        for column in needed + others where left >= width(of: column) + Self.gap {
            fitting.insert(column)
            left -= width(of: column) + Self.gap
        }
        // What is left over goes to the words and to the nights.
        var reason = 0
        if fitting.contains(.reason) {
            reason = min(left, 8)
            left -= reason
        }
        let nights = fitting.contains(.quality) ? min(left, max(0, longest - CohortColumn.quality.width)) : 0
        var start = Self.nameColumn + nameColumns + Self.gap
        for column in chosen where fitting.contains(column) {
            let more = column == .reason ? reason : column == .quality ? nights : 0
            placed.append(Placed(column: column, start: start, width: width(of: column) + more))
            if column == .quality {
                nightsPerCell = max(1, (longest + column.width + more - 1) / (column.width + more))
            }
            start += width(of: column) + more + Self.gap
        }
    }

    /// A total has room for its age in words.
    private func width(of column: CohortColumn) -> Int {
        if case .score = column, isWide { return 9 }
        return column.width
    }

    /// The columns that there is room for.
    var shown: [CohortColumn] { placed.map(\.column) }

    /// The name with the mark of what is chosen before it.
    func nameArea(row: Int) -> Rect {
        Rect(column: Self.nameColumn - 2, row: row, columns: nameColumns + 2, rows: 1)
    }

    func drawHead(sort: CohortSort, isDescending: Bool, on canvas: inout Canvas, row: Int) {
        canvas.put("Person", Self.nameColumn, row, sort == .name ? .title : .muted)
        for one in placed {
            let fits = CleanText(one.column.title).width <= one.width
            let title = fits ? one.column.title : one.column.shortTitle
            let style: Style = sort == .column(one.column) ? .title : .muted
            if one.column.isText {
                canvas.put(title, one.start, row, style, limit: one.width)
            } else {
                canvas.putRight(title, endColumn: one.start + one.width, row, style)
            }
        }
    }

    func draw(
        _ row: CohortRow, name: String, isOn: Bool, _ look: CohortLook, on canvas: inout Canvas, _ at: Int
    ) {
        if let mark = row.flags.first?.level.mark { canvas.put(mark.0, 1, at, mark.1) }
        canvas.put(name, Self.nameColumn, at, isOn ? Style(.strong) : .text, limit: nameColumns)
        for one in placed {
            switch one.column {
            case .reason:
                guard let reason = row.reason else { continue }
                let isNote = row.flags.first?.level == .note
                canvas.put(reason, one.start, at, isNote ? .muted : .text, limit: one.width)
            case .quality: drawQualities(row, in: one, on: &canvas, at)
            default:
                guard let (words, style) = one.column.cell(row, look) else {
                    canvas.putRight("·", endColumn: one.start + one.width, at, .faint)
                    continue
                }
                canvas.putRight(words, endColumn: one.start + one.width, at, style)
            }
        }
    }

    /// All courses on one scale: a cell stands for as many nights in every row. Where it stands for several,
    /// it is their mean, muted where one of them was not logged.
    private func drawQualities(_ row: CohortRow, in place: Placed, on canvas: inout Canvas, _ at: Int) {
        let nights = row.qualities
        for (index, start) in stride(from: 0, to: nights.count, by: nightsPerCell).enumerated()
        where index < place.width {
            let cell = nights[start..<min(nights.count, start + nightsPerCell)]
            let known = cell.compactMap { $0 }
            let mean = known.isEmpty ? nil : Double(known.reduce(0, +)) / Double(known.count)
            Sparkline.draw(
                [mean], in: 0...7, on: &canvas, place.start + index, at,
                known.count < cell.count ? .muted : .accent)
        }
    }
}
