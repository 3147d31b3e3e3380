// Draws a person's flags: a line each, and below it all that is known of the one that is chosen.

import CareDomain
import CellCanvas

/// How the page is shared between the list and what is said of the chosen flag.
struct FlagsLayout {
    /// Rows of the list, and of what is said below it.
    let listRows: Int
    let rows: Int
    let hasAir: Bool

    init(_ state: FlagsState, in size: Size) {
        let area = size.rows - 4
        hasAir = area >= 19
        // The title, the head and the rule.
        let rest = area - (hasAir ? 5 : 3)
        listRows = max(1, min(state.flags.count, max(3, rest * 2 / 5)))
        rows = max(1, rest - listRows)
    }
}

extension DashboardModel {
    func drawFlags(_ state: FlagsState, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        canvas.clear(area)
        guard let person else { return }
        let layout = FlagsLayout(state, in: context.size)
        let column = area.column + 2
        let after = canvas.put(whose(person.history), column, area.row, .title, limit: area.columns / 2)
        let closed = state.flags.count - state.openCount
        let counts =
            NumberWords.count(state.openCount, "open flag") + (closed > 0 ? " · \(closed) closed" : "")
        canvas.put(counts, after + 2, area.row, .muted, limit: max(0, area.endColumn - after - 4))
        guard !state.flags.isEmpty else {
            let words = "No flags. What a rule finds in the records stands here until somebody closes it."
            for (index, line) in CleanText(words).wrapped(to: area.columns - 4).enumerated() {
                canvas.put(line, column, area.row + 2 + index, .text)
            }
            canvas.focus = Position(column: column, row: area.row + 2)
            return
        }
        let together = state.togetherSeen.count
        if together > 1 {
            let words = "S marks \(together) as seen"
            if after + CleanText(counts).width + CleanText(words).width + 6 < area.endColumn {
                canvas.putRight(words, endColumn: area.endColumn - 2, area.row, .muted)
            }
        }
        let head = area.row + (layout.hasAir ? 2 : 1)
        drawFlagList(state, layout, person.today(in: context), on: &canvas, in: area, head: head)
        let rule = head + layout.listRows + (layout.hasAir ? 2 : 1)
        canvas.rule(row: rule, from: column, to: area.endColumn - 2)
        let lines = flagLines(state, in: context)
        let first = min(state.offset, max(0, lines.count - layout.rows))
        for (index, line) in lines.dropFirst(first).prefix(layout.rows).enumerated() {
            canvas.put(line.label, column, rule + 1 + index, .muted, limit: FlagLine.labelColumns - 1)
            canvas.put(
                line.text, column + (line.isWide ? 0 : FlagLine.labelColumns), rule + 1 + index, line.style,
                limit: area.columns - 4 - (line.isWide ? 0 : FlagLine.labelColumns))
        }
        if lines.count > layout.rows {
            let last = min(lines.count, first + layout.rows)
            canvas.putRight(
                " \(first + 1)–\(last) of \(lines.count) ", endColumn: area.endColumn - 2, rule, .muted)
        }
    }

    private func drawFlagList(
        _ state: FlagsState, _ layout: FlagsLayout, _ today: CivilDate, on canvas: inout Canvas,
        in area: Rect, head: Int
    ) {
        let columns = FlagColumns(area)
        columns.drawHead(on: &canvas, row: head)
        let place = state.place ?? 0
        let first = min(
            max(0, place - layout.listRows / 2), max(0, state.flags.count - layout.listRows))
        for (index, flag) in state.flags.enumerated().dropFirst(first).prefix(layout.listRows) {
            let row = head + 1 + index - first
            canvas.touch(
                Rect(column: 1, row: row, columns: area.columns - 2, rows: 1),
                .item(columns: 0, rows: index - place))
            columns.draw(flag, isOn: index == place, today, on: &canvas, row)
        }
        if state.flags.count > layout.listRows {
            let last = min(state.flags.count, first + layout.listRows)
            canvas.putRight(
                "\(first + 1)–\(last) of \(state.flags.count)", endColumn: area.endColumn - 2, head, .muted)
        }
    }

    /// Everything that is said of the chosen flag.
    func flagLines(_ state: FlagsState, in context: Context) -> [FlagLine] {
        guard let flag = state.flag, let person else { return [] }
        let today = person.today(in: context)
        let columns = context.size.columns - 4
        var lines: [FlagLine] = [FlagLine(text: flag.title, style: .title, isWide: true)]
        func add(_ label: String, _ text: String, _ style: Style = .text, isWide: Bool = false) {
            let width = isWide ? columns : columns - FlagLine.labelColumns
            for (index, line) in CleanText(text).wrapped(to: width).enumerated() {
                lines.append(
                    FlagLine(label: index == 0 ? label : "", text: line, style: style, isWide: isWide))
            }
        }
        add("", flag.message, isWide: true)
        if context.size.rows >= 28 { lines.append(FlagLine(text: "")) }
        if columns < 72 { add("Level", flag.level.words) }
        let age = "\(flag.since.words(on: today)), \(flag.since.relative(to: today))"
        add("Since", age + (flag.openedOn > flag.since ? "; open again since \(flag.openedOn.words)" : ""))
        if !flag.isHolding {
            add("Now", "it no longer holds; it stays here until somebody closes it")
        }
        let deeds = person.history.deeds(about: flag.id, in: person.zone)
        if deeds.isEmpty { add("Done", flag.isOpen ? "nothing yet" : "closed", .muted) }
        for (index, deed) in deeds.reversed().enumerated() {
            let civil = OffsetInstant(deed.at.instant, in: person.zone).civil
            add(
                index == 0 ? "Done" : "",
                "\(civil.date.words) \(civil.clock) · \(deed.author) · \(deed.words)")
        }
        let evidence = flag.evidence.evidenceWords
        if !evidence.isEmpty { add("Rests on", evidence.joined(separator: " · "), .muted) }
        add("Source", flag.source, .muted)
        return lines
    }
}

/// A line of what is said of a flag.
struct FlagLine {
    static let labelColumns = 10

    var label = ""
    var text: String
    var style = Style.text
    /// From the edge on, over the column of the labels.
    var isWide = false
}

/// Where the columns of the list stand.
private struct FlagColumns {
    private let level, reason, since, state, owner: Int
    private let end: Int
    /// False where there is room for the marks of the level alone.
    private let hasLevels: Bool

    init(_ area: Rect) {
        level = area.column + 2
        hasLevels = area.columns >= 76
        reason = level + (hasLevels ? 13 : 4)
        end = area.endColumn - 2
        // Owner and rest share the last column; the reason takes what is left.
        owner = end - (area.columns >= 96 ? 30 : hasLevels ? 20 : 8)
        state = owner - 11
        since = state - 8
    }

    func drawHead(on canvas: inout Canvas, row: Int) {
        if hasLevels { canvas.put("Level", level + 3, row, .muted) }
        canvas.put("What", reason, row, .muted)
        canvas.putRight("Age", endColumn: state - 2, row, .muted)
        canvas.put("State", state, row, .muted)
        canvas.put("Owner", owner, row, .muted)
    }

    func draw(_ flag: ReviewFlag, isOn: Bool, _ today: CivilDate, on canvas: inout Canvas, _ row: Int) {
        if isOn {
            // What it is alone, so that a move repaints two short pieces.
            canvas.shade(Rect(column: reason - 1, row: row, columns: since - reason, rows: 1), .selection)
            canvas.put("▸", level - 1, row, .accent)
            canvas.focus = Position(column: level - 1, row: row)
        }
        let isOpen = flag.isOpen
        let quiet: Style = isOpen ? .text : .muted
        if isOpen, let (mark, style) = flag.level.mark { canvas.put(mark, level, row, style) }
        if hasLevels { canvas.put(flag.level.shortWords, level + 3, row, quiet) }
        canvas.put(flag.reason, reason, row, isOn ? .title : quiet, limit: since - reason - 1)
        canvas.putRight(flag.since.age(on: today), endColumn: state - 2, row, quiet)
        canvas.put(flag.state.rawValue, state, row, quiet, limit: 10)
        let rest = flag.until.map { "rests to \($0.dayMonth)" }
        let words = [flag.assignee, rest].compactMap { $0 }.joined(separator: ", ")
        canvas.put(words, owner, row, quiet, limit: end - owner)
    }
}

extension CivilDate {
    /// `today`, `6 d`.
    fileprivate func age(on today: CivilDate) -> String {
        let days = days(until: today)
        return days <= 0 ? "today" : "\(days) d"
    }
}
