// Everything that a day holds, on a page of its own: sessions, the night, habits, how it felt, notes.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// A line of the page: a label at the left of the first line of a part, and its text.
    struct DayLine: Equatable {
        var label: String
        var text: String
        var style: Style = .text
    }

    mutating func updateDayPage(
        _ date: CivilDate, _ offset: Int, _ command: Command, in context: Context
    ) -> [Effect] {
        func show(_ day: CivilDate) {
            calendar.chosen = day
            turn(to: .day(day, offset: 0))
        }
        switch command {
        case .move(.left): show(date.adding(days: -1))
        case .move(.right): show(date.adding(days: 1))
        case .session: changeSession(on: date, in: context)
        case .edit: editNight(on: date, in: context)
        case .logNight: openForm(on: date.adding(days: 1), in: context)
        case .log(let kind) where FormKind.addingToSession.contains(kind):
            addToSession(kind, on: date, in: context)
        case .log(let kind): openEntry(kind, on: date, in: context)
        case .tickDuty: return tickDuty(on: date, in: context)
        case .remove: callOffSession(on: date, in: context)
        default:
            guard let person else { return [] }
            let lines = dayLines(date, person, columns: context.size.columns - 8, context).count
            turn(to: .day(date, offset: scrolled(offset, command, of: lines, in: context)))
        }
        return []
    }

    func drawDayPage(
        _ date: CivilDate, _ offset: Int, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        guard let person else { return }
        canvas.clear(area)
        let column = area.column + 2
        let after = canvas.put("\(date.longWords)", column, area.row, .title)
        canvas.put(
            "and the night to \(date.adding(days: 1).weekday.name)", after + 1, area.row, .muted)
        canvas.putRight(
            date.relative(to: person.today(in: context)), endColumn: area.endColumn - 2, area.row, .muted)
        drawDay(
            date, offset, person, CalendarCells(person.history), on: &canvas, in: area.below(2), context,
            hasFocus: true)
    }

    /// The night as it went, and all the lines of the day under it.
    func drawDay(
        _ date: CivilDate, _ offset: Int, _ person: StoreSnapshot.Person, _ cells: CalendarCells,
        on canvas: inout Canvas, in area: Rect, _ context: Context, hasFocus: Bool = false
    ) {
        let column = area.column + 2
        var top = area.row
        if let night = cells.nights[date] {
            drawWideNight(night, on: &canvas, in: area, row: top)
            top += 3
        }
        if hasFocus { canvas.focus = Position(column: column, row: top) }
        let lines = dayLines(date, person, columns: area.columns - 8, context)
        for (index, line) in lines.dropFirst(offset).prefix(max(0, area.endRow - top)).enumerated() {
            canvas.put(line.label, column, top + index, .muted, limit: 14)
            canvas.put(line.text, column + 16, top + index, line.style, limit: area.columns - 20)
        }
    }

    /// The night across the page, with its own hours under it.
    private func drawWideNight(
        _ row: LoggedNight, on canvas: inout Canvas, in area: Rect, row line: Int
    ) {
        let (zone, measures) = (row.night.zone, row.measures)
        guard let bed = measures.intoBed ?? measures.trySleep,
            let up = measures.outOfBed ?? measures.finalAwake
        else {
            canvas.put("No times were given for this night.", area.column + 2, line, .muted)
            return
        }
        let column = area.column + 2
        let width = min(area.columns - 18, 100)
        let start = canvas.put(zone.clock(bed).description, column, line, .muted) + 1
        NightStrip(row, from: bed, to: up, columns: width).draw(on: &canvas, start, line)
        canvas.put(zone.clock(up).description, start + width + 1, line, .muted)
        canvas.rule(row: line + 1, from: start, to: start + width)
    }

    // MARK: Lines

    func dayLines(
        _ date: CivilDate, _ person: StoreSnapshot.Person, columns: Int, _ context: Context
    ) -> [DayLine] {
        let history = person.history
        let cells = CalendarCells(history)
        let width = max(20, columns - 14)
        var lines: [DayLine] = []
        func add(_ label: String, _ texts: [String], _ style: Style = .text) {
            let wrapped = texts.flatMap { CleanText($0).wrapped(to: width) }
            for (index, text) in wrapped.enumerated() {
                lines.append(DayLine(label: index == 0 ? label : "", text: text, style: style))
            }
            if !wrapped.isEmpty { lines.append(DayLine(label: "", text: "")) }
        }
        for session in cells.sessions[date] ?? [] {
            lines += sessionLines(session, on: date, person, width: width, context)
        }
        if let night = cells.nights[date] {
            add("Night", nightFacts(night))
        } else {
            add("Night", ["Not logged. l logs it, as much as is remembered."], .muted)
        }
        add("Habits", history.habits.filter { $0.value.day == date }.map(\.value.words))
        add(
            "Felt",
            mineEntries(.mood, of: history).filter { $0.more == date.words }.map(\.text))
        add("Noticed", history.symptoms.filter { $0.value.day == date }.map(\.value.words))
        add("Practice", practiceWords(on: date, history))
        add(
            "Naps",
            history.naps.filter { $0.value.start.civil.date == date }.map { nap in
                "\(nap.value.start.civil.clock)" + (nap.value.length.map { ", \($0.words)" } ?? "")
            })
        add(
            "Notes",
            history.notes.filter { $0.frame.at.civil.date == date && $0.value.to != "self" }
                .map(\.value.text))
        return lines
    }

    private func nightFacts(_ row: LoggedNight) -> [String] {
        let measures = row.measures
        var parts: [String] = []
        func add(_ words: String, _ value: String?) {
            if let value { parts.append("\(words) \(value)") }
        }
        add("slept", measures.totalSleep?.words)
        add("efficiency", measures.efficiency?.words)
        add("to fall asleep", measures.latency?.words)
        add("awake between", measures.wakeAfterSleepOnset?.words)
        add("times awake", row.night.awakenings.map(String.init))
        add("quality", row.night.quality.map { "\($0) of 5" })
        add("refreshed", row.night.refreshed.map { "\($0) of 5" })
        add("nightmares", row.night.nightmares.map(String.init))
        add("taken for sleep:", row.night.medication)
        if row.source != "diary" { parts.append("from \(row.source)") }
        var texts = [parts.joined(separator: " · ")]
        if let comment = row.night.comment { texts.append("✎ \(comment)") }
        return texts.filter { !$0.isEmpty }
    }

    func practiceWords(on date: CivilDate, _ history: PersonHistory) -> [String] {
        history.practices.filter { $0.value.start.civil.date == date }.map { entry in
            let value = entry.value
            let title = settings.programmes.first { $0.name == value.programme }?.title ?? value.programme
            var text = "∿ \(title) \(Minutes(Double(value.seconds) / 60).words)"
            if let before = value.tensionBefore, let after = value.tensionAfter {
                text += ", tension \(before) → \(after)"
            }
            return text
        }
    }
}
