// Draws the first page of the cohort: who needs somebody today.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawTodayPage(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let today = cohort.today
        drawTodayHead(on: &canvas, area, context)
        let listArea = todayListArea(in: area)
        let layout = todayLayout(in: context)
        let top = layout.top(showing: today.selected, from: today.top, rows: listArea.rows)
        canvas.focus = Position(column: 2, row: listArea.row)
        canvas.within(listArea) { canvas in
            for section in layout.sections {
                let row = listArea.row + section.row - top
                if (listArea.row..<listArea.endRow).contains(row) {
                    drawTodayTitle(section.section, on: &canvas, row: row, listArea, context)
                }
            }
            for index in layout.tops.indices
            where layout.ends[index] > top && layout.tops[index] < top + listArea.rows {
                guard let entry = today.list.entry(at: index) else { continue }
                let row = listArea.row + layout.tops[index] - top
                let isOn = index == today.selected
                let rows = layout.ends[index] - layout.tops[index]
                canvas.touch(
                    Rect(column: 1, row: row, columns: area.columns - 2, rows: rows),
                    .item(columns: 0, rows: index - today.selected))
                let line = TodayLine(
                    entry, name: shownName(entry.member.row), hidesNames: hidesNames, isOn: isOn, row: row,
                    columns: area.columns)
                line.draw(on: &canvas, self, context)
            }
        }
        let paneRows = todayPaneRows(in: area)
        if paneRows > 0, let entry = chosenTodayEntry {
            drawTodayPane(entry, on: &canvas, in: area.bottom(paneRows), context)
        }
    }

    private func drawTodayHead(on canvas: inout Canvas, _ area: Rect, _ context: Context) {
        let list = cohort.today.list
        let counts = [
            NumberWords.count(list.flags.count, "flag"),
            NumberWords.count(list.sessions.count, "session"),
            "\(list.silent.count) silent",
            list.duties.count == 1 ? "1 duty" : "\(list.duties.count) duties",
        ]
        let words = counts.joined(separator: " · ")
        let start = area.endColumn - 2 - words.count
        let after = canvas.put(settings.storeName, 2, area.row, .title, limit: min(30, start - 4))
        canvas.put(words, start, area.row, .muted)
        let count = filteredMembers.count
        let people = count == 1 ? "1 person" : "\(count) people"
        let read = cohort.members.count
        let isReading = read < snapshot.count
        let shown =
            isReading
            ? "\(read) of \(snapshot.count) read"
            : cohort.filter.isEmpty ? people : "\(count) of \(read) people"
        if after + shown.count + 4 <= start { canvas.put(shown, after + 2, area.row, .muted) }
    }

    private func drawTodayTitle(
        _ section: TodaySection, on canvas: inout Canvas, row: Int, _ area: Rect, _ context: Context
    ) {
        let list = cohort.today.list
        let count = list.count(section)
        var end = canvas.put(section.title, 2, row, .title)
        guard count > 0 else {
            // What is still being read may hold something.
            let words = cohort.members.count < snapshot.count ? "being read …" : section.emptyWords
            canvas.put(words, end + 2, row, .muted, limit: max(0, area.endColumn - end - 4))
            return
        }
        end = canvas.put("\(count)", end + 2, row, .figure)
        if let words = todayCountWords(section, context) {
            end = canvas.put("· \(words)", end + 1, row, .muted, limit: max(0, area.endColumn - end - 3))
        }
        canvas.rule(row: row, from: end + 1, to: area.endColumn - 2)
    }

    /// What else is to be known of how many there are.
    private func todayCountWords(_ section: TodaySection, _ context: Context) -> String? {
        let list = cohort.today.list
        let now = context.wall.instant
        switch section {
        case .flags:
            let open = list.flags.count { !$0.isSeen }
            return open == list.flags.count ? nil : "\(open) not seen yet"
        case .sessions:
            var words: [String] = []
            let running = list.sessions.count { entry in
                if case .running = entry.phase(settings.doseRoutes, now: now) { true } else { false }
            }
            if running > 0 { words.append("\(running) running") }
            let offset = context.wall.offsetSeconds
            if list.sessions.contains(where: { $0.session.at.offsetSeconds != offset }) {
                words.append("by the clock where each person is")
            }
            return words.isEmpty ? nil : words.joined(separator: " · ")
        case .silent:
            let nothing = list.silent.count { $0.silence.kind == .nothingReceived }
            return nothing == 0 ? "the diary alone" : "from \(nothing) nothing at all"
        case .duties:
            let overdue = list.duties.count {
                $0.isOverdue(today: $0.member.zone.date(now), now: now)
            }
            return overdue > 0 ? "\(overdue) overdue" : nil
        }
    }
}

extension TodaySection {
    var title: String {
        switch self {
        case .flags: "Flags for now and today"
        case .sessions: "Sessions today"
        case .silent: "Nothing received, no diary"
        case .duties: "Duties due"
        }
    }

    var emptyWords: String {
        switch self {
        case .flags: "none is open"
        case .sessions: "none"
        case .silent: "nobody for three days or more"
        case .duties: "none is open"
        }
    }
}
