// Draws how many people a clinic looks after, and what unwanted things were noted, month by month.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCaseload(_ outcomes: CohortOutcomes, on canvas: inout Canvas, in area: Rect) {
        let load = outcomes.caseload
        canvas.put("Caseload", area.column, area.row, .title)
        let lines: [(String, Int, Int?)] = [
            ("Have begun a course", load.started, outcomes.protocolName == nil ? load.people : nil),
            ("Ended it before its last week", load.endedEarly, load.started),
            ("In their course today", load.active, load.started),
            ("  reached in a call, last 7 dates", load.contacted7, load.active),
            ("  reached in a call, last 30 dates", load.contacted30, load.active),
            ("  logged 5 or more of 7 nights", load.diaries5, load.active),
        ]
        var row = area.row + (area.rows >= 16 ? 2 : 1)
        for (title, count, whole) in lines where row < area.endRow {
            let end = min(area.column + 42, area.endColumn - 14)
            canvas.put(title, area.column, row, .text, limit: end - area.column - 4)
            canvas.putRight("\(count)", endColumn: end, row, .figure)
            if let whole {
                canvas.put("of \(whole)", end + 1, row, .muted)
                let share = whole > 0 ? Percent(100 * Double(count) / Double(whole)).words : ""
                canvas.putRight(share, endColumn: end + 14, row, .text)
            }
            row += 1
        }
        drawEnds(outcomes, on: &canvas, in: area.below(row - area.row + 1))
    }

    /// Response and remission at everyone's newest answer.
    private func drawEnds(_ outcomes: CohortOutcomes, on canvas: inout Canvas, in area: Rect) {
        guard area.rows >= 4 else { return }
        let step = min(16, (area.columns - 9) / 4)
        let ends = (1...4).map { area.column + 9 + $0 * step }
        canvas.put("Newest answer", area.column, area.row, .title, limit: 14)
        canvas.putRight("response", endColumn: ends[1], area.row, .muted)
        canvas.putRight("remission", endColumn: ends[3], area.row, .muted)
        for (index, end) in ends.enumerated() {
            canvas.putRight(index % 2 == 0 ? "started" : "answered", endColumn: end, area.row + 1, .muted)
        }
        let started = outcomes.caseload.started
        for (index, end) in outcomes.ends.prefix(area.rows - 2).enumerated() {
            let row = area.row + 2 + index
            canvas.put(instrument(end.instrument).title, area.column, row, .text, limit: 10)
            for (place, share) in [(0, end.response), (2, end.remission)] {
                guard let share else {
                    canvas.putRight(String(canvas.tier.missing), endColumn: ends[place], row, .faint)
                    continue
                }
                for (place, whole) in [(place, started), (place + 1, share.known)] {
                    let words = "\(share.reached) of \(whole)"
                    canvas.putRight(words, endColumn: ends[place], row, .text)
                }
            }
        }
        let row = area.row + 3 + outcomes.ends.count
        let lines = CleanText(OutcomeSeries.caution).wrapped(to: area.columns)
        guard row + lines.count <= area.endRow else { return }
        for (index, line) in lines.enumerated() { canvas.put(line, area.column, row + index, .muted) }
    }

    func drawEvents(_ events: CohortEvents, on canvas: inout Canvas, in area: Rect) {
        let after = canvas.put("Adverse events", area.column, area.row, .title)
        guard !events.months.isEmpty else {
            canvas.put("No session has been held yet.", area.column, area.row + 2, .muted)
            return
        }
        let table = EventTable(events, columns: area.columns, rows: area.rows - 2)
        canvas.put(
            "as noted in sessions, \(table.span)", after + 2, area.row, .muted,
            limit: max(0, area.endColumn - after - 2))
        table.draw(on: &canvas, in: area.below(2))
    }
}

/// A row for the sessions, for the serious events, and for the others by severity and by kind; a column a
/// month.
private struct EventTable {
    private struct Line {
        let title: String
        /// A number for each month; none for a heading.
        let counts: [Int]
        let style: Style
    }

    private static let gutter = 24
    private let months: [CohortEvents.Month]
    private var lines: [Line] = []
    private let step = 7

    init(_ events: CohortEvents, columns: Int, rows: Int) {
        let room = max(1, (columns - Self.gutter) / step)
        months = Array(events.months.suffix(room))
        add("Sessions held", .session) { $0.sessions }
        blank()
        add("Serious", .title) { $0.count(\.isSerious) }
        for kind in events.kinds(in: months, \.isSerious) {
            add("  " + kind.what) { month in month.count { $0.isSerious && $0.what == kind.what } }
        }
        blank()
        add("Others, or not judged", .title) { $0.count { !$0.isSerious } }
        for severity in events.severities(in: months, { !$0.isSerious }) {
            add("  " + (severity ?? "severity not noted")) { month in
                month.count { !$0.isSerious && $0.severity == severity }
            }
        }
        blank()
        let kinds = events.kinds(in: months) { !$0.isSerious }
        let free = rows - 1 - lines.count
        let shown = kinds.count <= free ? kinds.count : max(0, free - 1)
        for kind in kinds.prefix(shown) {
            add("  " + kind.what) { month in month.count { !$0.isSerious && $0.what == kind.what } }
        }
        if shown < kinds.count {
            let others = Set(kinds.dropFirst(shown).map(\.what))
            add("  \(others.count) other kinds") { month in
                month.count { !$0.isSerious && others.contains($0.what) }
            }
        }
    }

    /// `Sep 2026 to Nov 2026`.
    var span: String {
        let ends = [months.first, months.last].compactMap { $0?.month.words }
        return ends.first == ends.last ? ends.first ?? "" : ends.joined(separator: " to ")
    }

    private mutating func add(_ title: String, _ style: Style = .text, _ count: (CohortEvents.Month) -> Int) {
        lines.append(Line(title: title, counts: months.map(count), style: style))
    }

    private mutating func blank() { lines.append(Line(title: "", counts: [], style: .text)) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        for (index, month) in months.enumerated() {
            canvas.putRight(month.month.short, endColumn: end(index, area), area.row, .muted)
        }
        for (index, line) in lines.prefix(area.rows - 1).enumerated() {
            let row = area.row + 1 + index
            canvas.put(line.title, area.column, row, line.style, limit: Self.gutter - 1)
            for (month, count) in line.counts.enumerated() {
                let words = count == 0 ? String(canvas.tier.missing) : "\(count)"
                canvas.putRight(words, endColumn: end(month, area), row, count == 0 ? .faint : line.style)
            }
        }
    }

    private func end(_ index: Int, _ area: Rect) -> Int { area.column + Self.gutter + (index + 1) * step - 2 }
}
