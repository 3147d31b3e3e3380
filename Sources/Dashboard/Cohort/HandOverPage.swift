// The page with what one shift hands over to the next, in its own 80 columns, as it prints.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func openHandOver(in context: Context) {
        let handOver = HandOver(
            filteredMembers, at: context.wall, routes: settings.doseRoutes, hidesNames: hidesNames,
            name: { hidesNames ? shownName($0) : $0.nameAndYear })
        open(.handOver(ReportText(printing: handOver, ruler: .cells), Scroll()))
    }

    /// Lines that are shown at once: the frame takes two rows above and two below, the head one.
    private func handOverRows(in size: Size) -> Int { max(1, size.rows - 5) }

    mutating func updateHandOver(
        _ text: ReportText, _ scroll: Scroll, _ command: Command, in context: Context
    ) {
        var scroll = scroll
        scroll.move(
            command, lines: text.lines.count, rows: handOverRows(in: context.size),
            widest: ReportText.columns, columns: context.size.columns)
        turn(to: .handOver(text, scroll))
    }

    func drawHandOver(
        _ text: ReportText, _ scroll: Scroll, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        canvas.clear(area)
        let width = min(area.columns, ReportText.columns)
        let left = area.column + (area.columns - width) / 2
        let rows = handOverRows(in: context.size)
        let lines = text.lines
        let top = max(0, min(scroll.line, lines.count - rows))
        let print = ":cohort --report --to FILE writes it"
        canvas.put(print, left, area.row, .muted, limit: width)
        if lines.count > rows {
            let place = "\(top + 1)–\(min(lines.count, top + rows)) of \(lines.count)"
            canvas.putRight(place, endColumn: left + width, area.row, .muted)
        }
        for (index, line) in lines.dropFirst(top).prefix(rows).enumerated() {
            let style: Style =
                switch line.kind {
                case .title: .title
                case .heading: .figure
                case .columns, .note: .muted
                case .body, .gap: .text
                case .rule: .faint
                }
            let shown = CleanText(line.text)
            let moved =
                scroll.column == 0 ? shown.string : shown.tail(of: max(0, shown.width - scroll.column))
            canvas.put(moved, left, area.row + 1 + index, style, limit: width)
        }
        canvas.focus = Position(column: left, row: area.row + 1)
    }
}
