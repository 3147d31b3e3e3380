// Draws one entry of the cohort's first page: when, who, why, and what to know, with the name alone marked
// where it is chosen.

import CareDomain
import CellCanvas

struct TodayLine {
    private let entry: TodayEntry
    private let name: String
    private let hidesNames: Bool
    private let isOn: Bool
    private let row: Int
    private let columns: Int

    init(_ entry: TodayEntry, name: String, hidesNames: Bool, isOn: Bool, row: Int, columns: Int) {
        self.entry = entry
        self.name = name
        self.hidesNames = hidesNames
        self.isOn = isOn
        self.row = row
        self.columns = columns
    }

    /// The age or the hour ends before it; then the sign of what is chosen, then the name.
    private static let whenEnd = 10
    private static let nameColumn = 12
    private var nameColumns: Int { min(26, max(isNarrow ? 17 : 20, columns / 5)) }
    private var wordsColumn: Int { Self.nameColumn + nameColumns + 1 }
    private var end: Int { columns - 2 }
    private var isWide: Bool { columns >= 96 }
    private var isNarrow: Bool { columns < 72 }
    private var whose: TodayFacts.Phone.Whose { hidesNames ? .nameless : isWide ? .whole : .short }

    func draw(on canvas: inout Canvas, _ model: DashboardModel, _ context: Context) {
        let now = context.wall.instant
        let today = entry.member.zone.date(now)
        switch entry {
        case .flag(let flagged): draw(flagged, model.snapshot.firstRead[flagged.flag.id], today, on: &canvas)
        case .session(let entry):
            draw(entry, entry.phase(model.settings.doseRoutes, now: now), today, now, on: &canvas)
        case .silent(let silent): draw(silent, today, on: &canvas)
        case .duty(let due): draw(due, due.isOverdue(today: today, now: now), today, on: &canvas)
        }
    }

    // MARK: Pieces

    private func drawName(_ style: Style, on canvas: inout Canvas) {
        if isOn {
            let area = Rect(column: Self.whenEnd, row: row, columns: nameColumns + 2, rows: 1)
            canvas.shade(area, .selection)
            canvas.put("▸ " + String(repeating: " ", count: nameColumns), area.column, row, Style(.strong))
            canvas.focus = Position(column: area.column, row: row)
        }
        // Two people can have one name: the year of birth tells them apart.
        let born = hidesNames || isNarrow ? nil : entry.member.row.bornYear
        let end = canvas.put(
            name, Self.nameColumn, row, isOn ? Style(.strong) : style,
            limit: nameColumns - (born == nil ? 0 : 5))
        if let born { canvas.put("\(born)", end + 1, row, .muted) }
    }

    /// To the right; what comes before it has the columns up to its first one.
    private func drawRight(_ text: String, _ style: Style, on canvas: inout Canvas) -> Int {
        let width = min(CleanText(text).width, end - wordsColumn - 8)
        canvas.put(text, end - width, row, style, limit: width)
        return end - width - 2
    }

    private func drawWords(_ text: String, _ style: Style, to end: Int, on canvas: inout Canvas) {
        canvas.put(text, wordsColumn, row, style, limit: max(0, end - wordsColumn))
    }

    private func drawWhen(_ text: String, _ style: Style, on canvas: inout Canvas) {
        canvas.putRight(text, endColumn: Self.whenEnd - 1, row, style)
    }

    /// A line below the first one; the first part is what one looks for.
    private func drawBelow(
        _ parts: [String], line: Int, _ first: Style, _ rest: Style, on canvas: inout Canvas
    ) {
        guard let head = parts.first else { return }
        var end = canvas.put(head, Self.nameColumn, row + line, first, limit: self.end - Self.nameColumn)
        // What would be a letter or two is left to the pane.
        for part in parts.dropFirst() where self.end - end > 8 {
            end = canvas.put(" · " + part, end, row + line, rest, limit: self.end - end)
        }
    }

    // MARK: Entries

    private func draw(
        _ entry: CohortToday.Flagged, _ firstRead: OffsetInstant?, _ today: CivilDate,
        on canvas: inout Canvas
    ) {
        let isNow = entry.flag.level == .now
        let mark: Style =
            entry.isSeen ? .muted : Style(isNow ? .urgent : .caution, bold: isNow)
        canvas.put(isNow ? "▲▲" : "▲", 2, row, mark)
        drawWhen(entry.flag.since.age(on: today), .muted, on: &canvas)
        let text: Style = entry.isSeen ? .muted : .text
        drawName(entry.isSeen ? .muted : .text, on: &canvas)
        let owner = isNarrow ? "" : "\(entry.ownerWords) · "
        let end = drawRight(owner + entry.stateWords, .muted, on: &canvas)
        drawWords(entry.flag.reason, entry.isSeen ? .muted : Style(.strong), to: end, on: &canvas)
        let parts = [
            entry.member.phoneWords(whose), entry.raisedWords(on: today),
            CohortToday.Flagged.readWords(firstRead, on: today), isNarrow ? entry.ownerWords : nil,
        ]
        drawBelow(parts.compactMap { $0 }, line: 1, text, .muted, on: &canvas)
    }

    private func draw(
        _ entry: CohortToday.InSession, _ phase: CohortToday.InSession.Phase, _ today: CivilDate,
        _ now: Instant, on canvas: inout Canvas
    ) {
        let (sign, isDim): (String, Bool) =
            switch phase {
            case .ahead, .waiting: ("○", false)
            case .running: ("◉", false)
            case .over: ("●", true)
            case .notHeld: ("✕", true)
            }
        canvas.put("\(entry.session.clock)", 2, row, isDim ? .muted : .text)
        canvas.put(sign, 8, row, isDim ? .muted : .session)
        drawName(isDim ? .muted : .text, on: &canvas)
        let plan = [entry.doseWords, entry.placeWords].compactMap { $0 }.joined(separator: " · ")
        switch phase {
        case .over, .notHeld:
            let end = drawRight(plan, .muted, on: &canvas)
            return drawWords(entry.outcomeWords(on: today), .muted, to: end, on: &canvas)
        case .ahead, .waiting:
            let wait = entry.waitWords(now: now)
            let end = drawRight(
                wait ?? "nothing noted yet", wait == nil ? Style(.caution) : .muted, on: &canvas)
            drawWords(plan, .text, to: end, on: &canvas)
            drawBelow(entry.knownWords(on: today, isShort: !isWide), line: 1, .text, .text, on: &canvas)
            drawBelow(
                entry.askedWords(on: today, hidesNames: hidesNames, isShort: !isWide), line: 2, .muted,
                .muted, on: &canvas)
            drawFlags(of: entry, line: 3, on: &canvas)
        case .running(let watch):
            let isLate = watch.nextDue.map { $0 <= now } ?? false
            let next = CohortToday.InSession.nextWords(watch, isShort: !isWide) ?? "no reading due"
            let end = drawRight(next, isLate ? Style(.caution, bold: true) : .text, on: &canvas)
            drawWords(
                CohortToday.InSession.sinceWords(watch), Style(.session, bold: true), to: end, on: &canvas)
            let reading = CohortToday.InSession.readingWords(watch) ?? "no reading noted yet"
            drawBelow([reading, entry.doseWords].compactMap { $0 }, line: 1, .text, .muted, on: &canvas)
            drawFlags(of: entry, line: 2, on: &canvas)
        }
    }

    private func drawFlags(of entry: CohortToday.InSession, line: Int, on canvas: inout Canvas) {
        let flags = entry.openFlags
        guard !flags.isEmpty else { return }
        let end = canvas.put("▲ ", Self.nameColumn, row + line, Style(.caution))
        let words = flags.map(\.reason).joined(separator: ", ")
        canvas.put(words, end, row + line, .text, limit: self.end - end)
    }

    private func draw(_ entry: CohortToday.Silent, _ today: CivilDate, on canvas: inout Canvas) {
        drawWhen("\(entry.silence.days(on: today)) d", .text, on: &canvas)
        drawName(.text, on: &canvas)
        let isNothing = entry.silence.kind == .nothingReceived
        let what = isNothing ? isWide ? "nothing received" : "nothing" : "no diary"
        let column = wordsColumn + (isWide ? 18 : 10)
        let contact = entry.contactWords(on: today)
        // Whose number it is stands beside it: nobody is to take it for the person's own.
        let phone = CleanText(entry.member.phoneWords(whose)).cut(to: end - column - 16)
        canvas.put(
            phone.string, end - phone.width, row, entry.member.today.phone == nil ? .muted : .text)
        drawWords(what, .text, to: column, on: &canvas)
        canvas.put(contact, column, row, .muted, limit: end - phone.width - 1 - column)
    }

    private func draw(
        _ entry: CohortToday.Due, _ isOverdue: Bool, _ today: CivilDate, on canvas: inout Canvas
    ) {
        drawWhen(entry.duty.due?.date.dayMonth ?? "", .muted, on: &canvas)
        drawName(.text, on: &canvas)
        let end = drawRight(
            entry.dueWords(on: today), isOverdue ? Style(.caution) : .muted, on: &canvas)
        drawWords(entry.words, .text, to: end, on: &canvas)
    }
}
