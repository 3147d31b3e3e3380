// Draws who logs, and when they stop: the whole cohort by week of the course, and below it a line a person.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawDiariesPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let diaries = cohort.diaries
        let layout = DiariesLayout(area, diaries.summary)
        drawCohortTitle("longest silent first", on: &canvas, in: area)
        guard !diaries.members.isEmpty else { return drawNobodyFits(on: &canvas, row: area.row + 2) }
        if let pictures = layout.pictures {
            DiariesPicture(diaries.summary, area: pictures).draw(on: &canvas)
        }
        drawDiariesWords(diaries.summary.words, layout, on: &canvas)
        let weeks = layout.weeks(from: diaries.firstWeek)
        drawDiariesHead(weeks, layout, on: &canvas)
        let selected = diaries.selected
        let offset = min(
            max(0, selected - layout.people / 2), max(0, diaries.members.count - layout.people))
        for (index, member) in diaries.members.enumerated().dropFirst(offset).prefix(layout.people) {
            let row = layout.headRow + 1 + index - offset
            drawCohortName(
                member.row, isOn: index == selected, steps: index - selected, columns: layout.nameColumns,
                on: &canvas, row)
            drawDiary(member, weeks, layout, on: &canvas, row)
        }
        guard let pane = layout.pane else { return }
        let member = diaries.members[selected]
        drawCohortPane(member.row, member.diaryWords, on: &canvas, in: pane)
    }

    /// The sentences on one line; where they are too long, on two, or the first alone.
    private func drawDiariesWords(_ words: [String], _ layout: DiariesLayout, on canvas: inout Canvas) {
        guard let row = layout.wordRow else { return }
        let room = canvas.size.columns - 4
        let all = words.joined(separator: " ")
        let lines = all.count <= room ? [all] : words
        for (index, line) in lines.prefix(layout.headRow - row).enumerated() {
            canvas.put(line, 2, row + index, .text, limit: room)
        }
    }

    private func drawDiariesHead(_ weeks: Range<Int>, _ layout: DiariesLayout, on canvas: inout Canvas) {
        canvas.put("Nights a week", 3, layout.headRow, .muted, limit: layout.nameColumns)
        for week in weeks {
            canvas.putRight("W\(week)", endColumn: layout.end(ofWeek: week, weeks), layout.headRow, .muted)
        }
        for (column, end) in layout.ends {
            canvas.putRight(column.title, endColumn: end, layout.headRow, .muted)
        }
    }

    private func drawDiary(
        _ member: CohortMember, _ weeks: Range<Int>, _ layout: DiariesLayout, on canvas: inout Canvas,
        _ row: Int
    ) {
        let diary = member.diary
        for week in weeks where week <= diary.weekly.count {
            let isFull = week <= diary.fullWeeks
            canvas.putRight(
                "\(diary.weekly[week - 1])", endColumn: layout.end(ofWeek: week, weeks), row,
                isFull ? .text : .muted)
        }
        for (column, end) in layout.ends {
            let (words, style) = cell(column, of: member)
            canvas.putRight(words, endColumn: end, row, style)
        }
    }

    private func cell(_ column: DiariesLayout.Column, of member: CohortMember) -> (String, Style) {
        let diary = member.diary
        func ago(_ date: CivilDate) -> String {
            let days = date.days(until: member.strip.today)
            return days <= 0 ? "today" : days == 1 ? "yesterday" : "\(days) days"
        }
        switch column {
        case .logged: return diary.share.map { ($0.words, .text) } ?? ("·", .faint)
        case .last:
            guard let date = diary.lastNight else { return ("none yet", .muted) }
            if diary.phase == .over { return ("over", .muted) }
            let isSilent = diary.silentDays ?? 0 > DiaryFacts.silence
            return (ago(date), isSilent ? Style(.caution) : .text)
        case .received: return diary.heard.map { (ago($0.civil.date), .muted) } ?? ("nothing", .muted)
        case .clock: return diary.usualClock.map { ($0.description, .muted) } ?? ("·", .faint)
        }
    }
}

/// Where pictures, columns and words lie. A narrow screen leaves columns out.
struct DiariesLayout {
    enum Column: CaseIterable {
        case logged, last, received, clock

        var title: String {
            switch self {
            case .logged: "Logged"
            case .last: "Last night"
            case .received: "Received"
            case .clock: "Written"
            }
        }

        /// Columns of the screen, the gap before it included.
        var width: Int {
            switch self {
            case .logged: 8
            case .last: 12
            case .received: 11
            case .clock: 9
            }
        }
    }

    let nameColumns: Int
    /// The column of the screen after the last one of each.
    let ends: [Column: Int]
    /// Nil where there is no room for them, or nothing to draw.
    let pictures: Rect?
    /// Where the sentences stand that read the pictures; nil where there is no room.
    let wordRow: Int?
    let headRow: Int
    let people: Int
    let pane: Rect?
    private let left: Int
    private let weekCount: Int
    private let lastWeek: Int

    private static let weekColumns = 4

    init(_ area: Rect, _ summary: CohortDiaries) {
        nameColumns = min(24, max(13, area.columns / 5))
        left = 3 + nameColumns
        lastWeek = summary.furthestWeek
        let room = area.endColumn - 2 - left
        var shown = Column.allCases
        for column in [Column.clock, .logged]
        where shown.reduce(0, { $0 + $1.width }) + 5 * Self.weekColumns > room {
            shown.removeAll { $0 == column }
        }
        let others = shown.reduce(0) { $0 + $1.width }
        weekCount = max(1, min(lastWeek, (room - others) / Self.weekColumns))
        var end = left + weekCount * Self.weekColumns
        var ends: [Column: Int] = [:]
        for column in shown {
            end += column.width
            ends[column] = end
        }
        self.ends = ends
        let hasPictures = area.rows >= 18 && !summary.weeks.isEmpty
        let isTall = area.rows >= 24
        let pictureRows = area.rows >= 36 ? 13 : isTall ? 9 : 8
        pictures =
            hasPictures
            ? Rect(
                column: 0, row: area.row + (isTall ? 2 : 1), columns: area.columns,
                rows: pictureRows) : nil
        // Below a tall window's pictures there is air around the words.
        wordRow = area.rows < 12 ? nil : pictures.map { $0.endRow + (isTall ? 1 : 0) } ?? area.row + 1
        headRow = wordRow.map { $0 + (isTall ? 2 : 1) } ?? area.row + 1
        let paneRows = area.rows >= 18 ? 4 : area.rows >= 12 ? 3 : 0
        pane = paneRows == 0 ? nil : area.bottom(paneRows)
        people = max(1, area.endRow - paneRows - headRow - 1)
    }

    func clamped(_ week: Int) -> Int { min(max(1, week), max(1, lastWeek - weekCount + 1)) }

    func weeks(from first: Int) -> Range<Int> {
        let first = clamped(first)
        return first..<min(first + weekCount, lastWeek + 1)
    }

    func end(ofWeek week: Int, _ shown: Range<Int>) -> Int {
        left + (week - shown.lowerBound + 1) * Self.weekColumns
    }
}
