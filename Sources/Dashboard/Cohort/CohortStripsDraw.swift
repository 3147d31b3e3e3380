// Draws a strip calendar a person: a line each, the days of all on one scale.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawStripsPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let strips = cohort.strips
        let today = context.wall.civil.date
        let layout = StripsLayout(area)
        let weeks = strips.weeks(layout.weeks, today: today, weekStart: stripWeekStart)
        drawCohortTitle(stripsTitle(weeks, today: today), on: &canvas, in: area)
        guard !strips.members.isEmpty else { return drawNobodyFits(on: &canvas, row: layout.headRow + 1) }
        drawStripsHead(weeks, layout, today: today, on: &canvas)
        let offset = layout.offset(of: cohort.selected, among: strips.members.count)
        for (index, member) in strips.members.enumerated().dropFirst(offset).prefix(layout.people) {
            let row = layout.firstRow + index - offset
            let isOn = index == cohort.selected
            drawCohortName(
                member.row, isOn: isOn, steps: index - cohort.selected, columns: layout.nameColumns,
                on: &canvas, row)
            drawStrip(member.strip, weeks, layout, on: &canvas, row)
        }
        guard let pane = layout.pane, strips.members.indices.contains(cohort.selected) else { return }
        let member = strips.members[cohort.selected]
        drawCohortPane(member.row, member.stripWords, on: &canvas, in: pane)
        if layout.hasKey { drawStripsKey(on: &canvas, row: area.endRow - 1) }
    }

    private func stripsTitle(_ weeks: ClosedRange<Int>, today: CivilDate) -> String {
        let strips = cohort.strips
        guard strips.alignment == .course else { return "by date, today \(today.words)" }
        let all = strips.courseWeeks
        let shown = min(max(weeks.lowerBound, all.lowerBound), all.upperBound)
        let last = min(weeks.upperBound, all.upperBound)
        let part = shown >= last ? "week \(shown)" : "weeks \(shown)–\(last)"
        return "\(part) of \(all.upperBound) of the course"
    }

    /// The weeks, and below them the days where there is room.
    private func drawStripsHead(
        _ weeks: ClosedRange<Int>, _ layout: StripsLayout, today: CivilDate, on canvas: inout Canvas
    ) {
        let strips = cohort.strips
        for week in weeks {
            let column = layout.column(ofWeek: week, from: weeks.lowerBound)
            switch strips.alignment {
            case .course:
                guard strips.courseWeeks.contains(week) else { continue }
                let words = week > 0 ? "Week \(week)" : week == 0 ? "Before" : "\(1 - week) before"
                canvas.put(words, column + 1, layout.headRow, .muted)
                guard layout.hasDays else { continue }
                for day in 0..<7 where week > 0 {
                    canvas.put("\(day + 1)", column + 2 + day * 2, layout.headRow + 1, .faint)
                }
            case .date:
                let first = StripsState.firstDay(ofWeek: week, stripWeekStart)
                let isNow = first.days(until: today)
                canvas.put(
                    first.dayMonth, column + 1, layout.headRow, (0..<7).contains(isNow) ? .title : .muted)
                guard layout.hasDays else { continue }
                for day in 0..<7 {
                    let date = first.adding(days: day)
                    canvas.put(
                        String(date.weekday.shortName.prefix(1)), column + 2 + day * 2, layout.headRow + 1,
                        date == today ? .title : .faint)
                }
            }
        }
    }

    private func drawStrip(
        _ strip: PersonStrip, _ weeks: ClosedRange<Int>, _ layout: StripsLayout, on canvas: inout Canvas,
        _ row: Int
    ) {
        let isKnown = cohort.strips.alignment == .date || strip.start != nil
        if !isKnown { canvas.put("no course", layout.left + 2, row, .muted) }
        for week in weeks {
            let column = layout.column(ofWeek: week, from: weeks.lowerBound)
            guard let first = cohort.strips.firstDay(ofWeek: week, of: strip, stripWeekStart) else {
                continue
            }
            canvas.mark(canvas.tier.chosen, column, row, .faint)
            for number in 0..<7 {
                let date = first.adding(days: number)
                let at = column + 1 + number * 2
                if date == strip.today {
                    canvas.shade(Rect(column: at, row: row, columns: 2, rows: 1), .panel)
                }
                if let day = strip.day(date) {
                    drawStripDay(day, isToday: date == strip.today, on: &canvas, at, row)
                }
            }
        }
    }

    /// Two cells: what came on the day, then the night that began on its evening.
    private func drawStripDay(
        _ day: PersonStrip.Day, isToday: Bool, on canvas: inout Canvas, _ column: Int, _ row: Int
    ) {
        if let mark = day.mark(isToday: isToday) { canvas.mark(mark.glyph, column, row, mark.style) }
        switch day.night {
        case .notAsked: break
        case .notDue: canvas.mark(canvas.tier.notDue, column + 1, row, .muted)
        case .notLogged: canvas.mark(canvas.tier.missing, column + 1, row, .muted)
        case .logged(let quality):
            let glyph = quality.map { Self.stripBar($0, canvas.tier) } ?? canvas.tier.dot
            canvas.mark(glyph, column + 1, row, .accent)
        }
    }

    /// The bar of the table's row for a quality of 1...5.
    private static func stripBar(_ quality: Int, _ tier: ChartTier) -> Character {
        Sparkline.bar(Double(quality) / 7, tier)
    }

    /// What the signs mean; the last ones go where there is no room.
    private func drawStripsKey(on canvas: inout Canvas, row: Int) {
        let bars = String((1...5).map { Self.stripBar($0, canvas.tier) })
        let signs: [(String, Style, String)] = [
            ("●", .session, "held"), ("○", .muted, "planned"), ("✕", Style(.caution), "not held"),
            (bars, .accent, "quality 1–5"), (String(canvas.tier.missing), .muted, "not logged"),
            ("▲", Style(.caution), "flag"), ("◆", .muted, "check-in"),
            (String(canvas.tier.dot), .accent, "no quality noted"),
        ]
        var column = 4
        for (sign, style, words) in signs {
            let end = column + sign.count + 1 + words.count
            guard end <= canvas.size.columns - 2 else { return }
            canvas.put(sign, column, row, style)
            column = canvas.put(words, column + sign.count + 1, row, .muted) + 2
        }
    }
}

extension PersonStrip.Day {
    /// The session, where there is none an open flag, else a check-in; nil for none of them.
    func mark(isToday: Bool) -> (glyph: Character, style: Style)? {
        if let session {
            let isToCome = session == .planned || session == .moved
            return isToday && isToCome ? ("◉", .session) : (session.glyph, session.style)
        }
        if hasFlag { return ("▲", Style(.caution)) }
        return hasCheckIn ? ("◆", .muted) : nil
    }
}

/// Where names, weeks and the words below them lie.
struct StripsLayout {
    let nameColumns: Int
    /// The column of the rule before the first week shown.
    let left: Int
    /// Weeks that there is room for.
    let weeks: Int
    let headRow: Int
    let hasDays: Bool
    /// Nil where there is no room for words.
    let pane: Rect?
    let hasKey: Bool
    /// Lines for people.
    let people: Int

    /// Seven days of two cells, and the rule before them.
    static let weekColumns = 15

    init(_ area: Rect) {
        nameColumns = min(22, max(12, area.columns / 5 - 2))
        left = 3 + nameColumns + 1
        weeks = max(1, (area.endColumn - 2 - left) / Self.weekColumns)
        headRow = area.row + (area.rows >= 18 ? 2 : 1)
        hasDays = area.rows >= 18
        hasKey = area.rows >= 18
        let paneRows = area.rows >= 24 ? 6 : area.rows >= 18 ? 5 : area.rows >= 12 ? 3 : 0
        let wordRows = paneRows - (hasKey ? 1 : 0)
        pane =
            paneRows == 0
            ? nil
            : Rect(column: 0, row: area.endRow - paneRows, columns: area.columns, rows: wordRows)
        people = max(1, area.endRow - paneRows - headRow - (hasDays ? 2 : 1))
    }

    var firstRow: Int { headRow + (hasDays ? 2 : 1) }

    func column(ofWeek week: Int, from first: Int) -> Int { left + (week - first) * Self.weekColumns }

    /// The first person shown, so that the chosen one is among them.
    func offset(of chosen: Int, among count: Int) -> Int {
        min(max(0, chosen - people / 2), max(0, count - people))
    }
}
