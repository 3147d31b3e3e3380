// Draws what the chosen day of the calendar held: its session, and the night that began on its evening.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawDayPane(
        _ date: CivilDate, _ person: StoreSnapshot.Person, _ cells: CalendarCells, on canvas: inout Canvas,
        in area: Rect, _ context: Context
    ) {
        let today = person.today(in: context)
        canvas.rule(row: area.row)
        let title = " \(date.longWords), and the night to \(date.adding(days: 1).weekday.name) "
        canvas.put(title, 2, area.row, .title, limit: area.columns - 4)
        if area.rows >= 12 {
            drawDay(date, 0, person, cells, on: &canvas, in: area.below(2), context)
            return
        }
        var row = area.row + 1
        for session in cells.sessions[date] ?? [] where row < area.endRow {
            canvas.mark(session.status.glyph, 2, row, session.status.style)
            let after = canvas.put(sessionTitle(session, person.history), 4, row, .text)
            canvas.put(
                sessionWords(session, on: date), after + 2, row, .muted,
                limit: area.columns - after - 4)
            row += 1
        }
        if let night = cells.nights[date] {
            drawNightLine(night, on: &canvas, row: row)
            row += 1
        } else if row < area.endRow {
            let words = date >= today ? "This night is yet to come." : "This night was not logged."
            canvas.put(words, 4, row, .muted)
            row += 1
        }
        let notes = dayNotes(date, person.history).flatMap { CleanText($0).wrapped(to: area.columns - 6) }
        for line in notes where row < area.endRow {
            canvas.put(line, 4, row, .muted)
            row += 1
        }
    }

    func sessionTitle(_ session: TreatmentSession, _ history: PersonHistory) -> String {
        let counted = history.sessions.filter { $0.status != .cancelled }.count
        guard let number = session.number else { return "Session, cancelled" }
        let words = session.status == .missed ? ", not held" : session.status == .planned ? ", planned" : ""
        return "Session \(number) of \(counted)\(words)"
    }

    /// - Parameter readings: false where they stand beside it one by one.
    func sessionWords(
        _ session: TreatmentSession, on date: CivilDate, readings: Bool = true
    ) -> String {
        var parts: [String] = []
        if let dose = session.dose { parts.append(dose.words + (session.route.map { " \($0.label)" } ?? "")) }
        let end = session.record?.value.end.map { "–\($0.civil.clock)" } ?? ""
        if session.status != .cancelled, session.status != .missed {
            parts.append((session.date == date ? "" : session.date.words + " ") + "\(session.clock)\(end)")
        }
        if let record = session.record?.value {
            if readings, let peak = record.peakDissociation { parts.append("dissociation \(peak)/10") }
            let pressures = record.observations.compactMap { seen in
                seen.systolic.flatMap { upper in seen.diastolic.map { "\(upper)/\($0)" } }
            }
            if readings, !pressures.isEmpty { parts.append(pressures.joined(separator: " → ")) }
            if let note = record.note { parts.append(note) }
        }
        return parts.joined(separator: " · ")
    }

    private func drawNightLine(_ row: LoggedNight, on canvas: inout Canvas, row line: Int) {
        let zone = row.night.zone
        var column = 4
        let measures = row.measures
        if let bed = measures.intoBed ?? measures.trySleep, let up = measures.outOfBed ?? measures.finalAwake
        {
            column = canvas.put(zone.clock(bed).description, column, line, .muted) + 1
            let width = canvas.size.columns >= 96 ? 32 : 18
            NightStrip(row, from: bed, to: up, columns: width).draw(on: &canvas, column, line)
            column = canvas.put(zone.clock(up).description, column + width + 1, line, .muted) + 2
        }
        var parts: [String] = []
        let isWide = canvas.size.columns >= 110
        if let sleep = measures.totalSleep { parts.append("slept \(isWide ? sleep.words : sleep.short)") }
        if let efficiency = measures.efficiency {
            parts.append((isWide ? "efficiency " : "") + efficiency.words)
        }
        if let wake = measures.wakeAfterSleepOnset { parts.append("awake \(wake.words)") }
        if let quality = row.night.quality { parts.append("quality \(quality) of 5") }
        if row.source != "diary" { parts.append(row.source) }
        canvas.put(
            parts.joined(separator: " · "), column, line, .text, limit: canvas.size.columns - column - 1)
    }

    private func dayNotes(_ date: CivilDate, _ history: PersonHistory) -> [String] {
        var parts = history.habits.filter { $0.value.day == date }.map(\.value.words)
        parts += practiceWords(on: date, history)
        if let comment = history.mainNight(on: date.adding(days: 1))?.night.comment {
            parts.append("✎ \(comment)")
        }
        return parts.isEmpty ? [] : [parts.joined(separator: " · ")]
    }
}
