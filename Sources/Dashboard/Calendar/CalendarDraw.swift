// Draws the whole course at once: a row a week, a cell a day with its session and the night that began on its
// evening.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawCalendar(
        _ person: StoreSnapshot.Person, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        let today = person.today(in: context)
        let span = CalendarSpan(person.history, today: today, weekStart: settings.weekStart)
        let chosen = span.clamped(calendar.chosen ?? today)
        let hasNotes = area.columns >= 96
        let layout = CalendarLayout(
            area: area, weeks: span.weeks, hasWeekColumn: area.columns >= 76, isWide: hasNotes)
        drawCourseTitle(person.history, span, on: &canvas, in: area)
        for day in 0..<7 {
            let name = span.first.adding(days: day).weekday.shortName
            canvas.put(name, layout.column(ofDay: day) + 1, layout.headRow, .muted)
        }
        if layout.hasWeekColumn {
            canvas.putRight("week", endColumn: area.endColumn - 2, layout.headRow, .muted)
        }
        let cells = CalendarCells(person.history)
        let shown = layout.visibleWeeks(around: span.first.days(until: chosen) / 7)
        for week in shown {
            let start = span.first.adding(days: week * 7)
            let row = layout.row(ofWeek: week - shown.lowerBound)
            drawWeek(week, start, person.history, span, today: today, on: &canvas, layout, row)
            for day in 0..<7 {
                let date = start.adding(days: day)
                let cell = Rect(
                    column: layout.column(ofDay: day), row: row, columns: layout.cellColumns,
                    rows: layout.cellRows)
                if date == chosen {
                    canvas.shade(
                        Rect(column: cell.column, row: row, columns: cell.columns, rows: 2), .selection)
                    canvas.mark("▸", cell.column - 1, row, .accent)
                    canvas.focus = Position(column: cell.column - 1, row: row)
                }
                let days = span.first.days(until: date) - span.first.days(until: chosen)
                let weeks = week - span.first.days(until: chosen) / 7
                canvas.touch(cell, .item(columns: days - weeks * 7, rows: weeks))
                drawDay(
                    date, cells, in: cell, isToday: date == today, isFuture: date > today,
                    isOn: span.isWithin(date), &canvas)
            }
        }
        drawDayPane(chosen, person, cells, on: &canvas, in: layout.pane, context)
    }

    private func drawCourseTitle(
        _ history: PersonHistory, _ span: CalendarSpan, on canvas: inout Canvas, in area: Rect
    ) {
        guard let course = history.course else {
            canvas.put("No course yet", 2, area.row, .title)
            canvas.put(
                "The last six weeks of nights. a, A course of treatment begins one.", 18, area.row, .muted,
                limit: area.columns - 20)
            return
        }
        let title = settings.protocolTitles[course.protocolName] ?? course.protocolName
        let after = canvas.put(title, 2, area.row, .title, limit: area.columns / 2)
        var more = CivilDate.range(course.start, course.end ?? course.lastDay)
        if let first = course.plan.first, let dose = first.dose, let route = first.route {
            more = "\(route.label) \(dose.words) · " + more
        }
        let end = canvas.put(more, after + 2, area.row, .muted, limit: area.columns - after - 4)
        let legend = "bar quality · number efficiency"
        if end + legend.count + 4 <= area.columns {
            canvas.putRight(legend, endColumn: area.endColumn - 2, area.row, .muted)
        }
    }

    private func drawWeek(
        _ week: Int, _ start: CivilDate, _ history: PersonHistory, _ span: CalendarSpan, today: CivilDate,
        on canvas: inout Canvas, _ layout: CalendarLayout, _ row: Int
    ) {
        let isNow = today >= start && today < start.adding(days: 7)
        canvas.put(span.label(ofWeek: week), 2, row, isNow ? .title : .muted, limit: 6)
        guard layout.hasWeekColumn else { return }
        let nights = history.mainNights.filter { $0.date > start && $0.date <= start.adding(days: 7) }
        guard nights.count >= 4 else { return }
        let summary = NightsSummary(nights)
        let end = canvas.size.columns - 2
        if let efficiency = summary.pooledEfficiency {
            canvas.putRight(efficiency.words, endColumn: end, row, .accent)
        }
        if let sleep = summary.mean(.totalSleepMinutes) {
            let at = layout.isWide ? (end - 5, row) : (end, row + 1)
            canvas.putRight(sleep.short, endColumn: at.0, at.1, .text)
        }
    }

    private func drawDay(
        _ date: CivilDate, _ cells: CalendarCells, in cell: Rect, isToday: Bool, isFuture: Bool, isOn: Bool,
        _ canvas: inout Canvas
    ) {
        let number = date.day < 10 ? " \(date.day)" : "\(date.day)"
        if isToday {
            canvas.put("[\(number.trimmingSpaces)]", cell.column + (date.day < 10 ? 1 : 0), cell.row, .title)
        } else {
            canvas.put(number, cell.column + 1, cell.row, isOn && !isFuture ? .text : .muted)
        }
        var marks = cell.column + 5
        for session in cells.sessions[date] ?? [] {
            canvas.mark(session.status.glyph, marks, cell.row, session.status.style)
            marks += 1
        }
        if cells.practiceDays.contains(date) {
            canvas.mark("∿", marks + (marks > cell.column + 5 ? 0 : 1), cell.row, Style(.good))
        }
        guard !isFuture, cell.rows > 1 else { return }
        guard let night = cells.nights[date] else {
            if isOn, !isToday { canvas.put("·", cell.column + 1, cell.row + 1, .faint) }
            return
        }
        let width = cell.columns - 6
        if let quality = night.night.quality {
            HorizontalBar.draw(
                share: Double(quality) / 5, width: width, on: &canvas, cell.column + 1, cell.row + 1,
                .accent)
        } else if let sleep = night.measures.totalSleep, cell.columns >= 10, cell.rows < 4 {
            // A device knows no quality; its hours stand in the bar's place.
            canvas.put(sleep.short, cell.column + 1, cell.row + 1, .accent, limit: cell.columns - 4)
        }
        if cell.rows >= 4, let sleep = night.measures.totalSleep {
            canvas.put(sleep.short, cell.column + 1, cell.row + 2, .muted, limit: cell.columns - 2)
        }
        if let efficiency = night.measures.efficiency {
            canvas.putRight(
                "\(Int(efficiency.value.rounded()))", endColumn: cell.endColumn - (cell.columns < 10 ? 2 : 1),
                cell.row + 1, .muted)
        }
    }
}

/// What stands on which day: a night on the date of its evening, a session's mark on the night after it.
struct CalendarCells {
    private(set) var nights: [CivilDate: LoggedNight] = [:]
    private(set) var sessions: [CivilDate: [TreatmentSession]] = [:]
    private(set) var practiceDays: Set<CivilDate> = []

    init(_ history: PersonHistory) {
        for night in history.mainNights { nights[night.date.adding(days: -1)] = night }
        for session in history.sessions {
            sessions[history.nightDate(of: session).adding(days: -1), default: []].append(session)
        }
        practiceDays = Set(history.practices.map { $0.value.start.civil.date })
    }
}

/// Where weeks and days lie.
struct CalendarLayout {
    let headRow: Int
    let cellColumns: Int
    let cellRows: Int
    let hasWeekColumn: Bool
    let isWide: Bool
    let pane: Rect
    private let left = 9
    private let weeksShown: Int
    private let weeks: Int

    init(area: Rect, weeks: Int, hasWeekColumn: Bool, isWide: Bool) {
        self.hasWeekColumn = hasWeekColumn
        self.isWide = isWide
        self.weeks = weeks
        headRow = area.row + (area.rows >= 24 ? 2 : 1)
        let room = area.columns - left - (hasWeekColumn ? (isWide ? 16 : 8) : 1)
        cellColumns = max(6, min(14, room / 7))
        let paneRows = area.rows >= 24 ? 5 : 4
        let rows = area.endRow - paneRows - headRow - 1
        // A day takes two rows, and with room one for its hours and one of air.
        cellRows = rows >= weeks * 4 ? 4 : rows >= weeks * 3 ? 3 : 2
        weeksShown = max(1, min(weeks, (rows + (cellRows == 2 ? 0 : 1)) / cellRows))
        // What the weeks leave over goes to the day.
        let below = area.endRow - headRow - 1 - weeksShown * cellRows
        pane = area.bottom(max(paneRows, below))
    }

    func column(ofDay day: Int) -> Int { left + day * cellColumns }
    func row(ofWeek index: Int) -> Int { headRow + 1 + index * cellRows }

    /// The weeks that fit, with the chosen one among them.
    func visibleWeeks(around week: Int) -> Range<Int> {
        let first = min(max(0, week - weeksShown + 1), max(0, weeks - weeksShown))
        let start = week < weeksShown ? 0 : first
        return start..<min(weeks, start + weeksShown)
    }
}
