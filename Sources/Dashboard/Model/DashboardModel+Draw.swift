// Draws the whole picture: the screen, what lies over it, and the frame around it.

import CareDomain
import CellCanvas

extension DashboardModel {
    package func draw(in context: Context) -> Canvas {
        var canvas = Canvas(size: context.size, tier: context.tier)
        guard !isTooSmall(context.size) else {
            drawTooSmall(on: &canvas, context)
            return canvas
        }
        guard !cover.isOn else {
            drawCover(on: &canvas)
            return canvas
        }
        let mode = mode(in: context.size)
        if case .night(let state) = topPage, commandLine == nil {
            drawNightPage(state, on: &canvas)
            return canvas
        }
        let isAlone = !hasForm && pages.isEmpty && commandLine == nil
        if screen == .relax, relax.run != nil, relax.isDim, shownPerson != nil, isAlone {
            drawGuide(on: &canvas, in: guideArea(in: context.size), context)
            drawWhose(on: &canvas)
            return canvas
        }
        let body = Rect(column: 0, row: 2, columns: context.size.columns, rows: context.size.rows - 4)
        // In the night no clock, whatever lies over its page.
        let isNight = pages.contains { $0.mode == .night }
        if !isNight { drawHeader(on: &canvas, context) }
        canvas.within(body) { drawBody(on: &$0, in: body, context) }
        drawFooter(on: &canvas, mode, context)
        canvas.within(body) { canvas in
            if let form { drawForm(form, on: &canvas, in: body, context) }
            if let checkInForm { drawCheckInForm(checkInForm, on: &canvas, in: body, context) }
            if let offeredDraft { drawOffer(offeredDraft, on: &canvas, in: body, context) }
            if let entryForm { drawEntry(entryForm, on: &canvas, in: body, context) }
            guard let page = topPage else { return }
            canvas.showsCursor = false
            drawPage(page, on: &canvas, in: body, context)
        }
        drawLines(on: &canvas, context)
        return canvas
    }

    /// The lines at the bottom in which a command or a search is typed, and what was found.
    private func drawLines(on canvas: inout Canvas, _ context: Context) {
        if let commandLine {
            drawCommandLine(commandLine, on: &canvas)
        } else if let search, search.isTyping {
            drawSearch(search, on: &canvas, context)
        } else if let search = search(in: modeUnderLines), notice == nil {
            drawFound(search, on: &canvas, context)
        }
    }

    private func drawBody(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard isLoaded else { return }
        guard let person = shownPerson else {
            if snapshot.isEmpty {
                drawEmptyStore(on: &canvas, in: area)
            } else {
                drawCohort(on: &canvas, in: area, context)
            }
            return
        }
        switch screen {
        case .tonight: drawTonight(person, on: &canvas, in: area, context)
        case .calendar: drawCalendar(person, on: &canvas, in: area, context)
        case .sleep: drawSleep(person, on: &canvas, in: area, context)
        case .relax: drawRelax(on: &canvas, in: area, context)
        case .checkIns: drawCheckIns(person, on: &canvas, in: area, context)
        case .guide: drawGuidePages(person, on: &canvas, in: area, context)
        }
    }

    private func drawTooSmall(on canvas: inout Canvas, _ context: Context) {
        let need = Self.smallest
        let lines = [
            "This window is too small.",
            "It has \(canvas.size.columns) x \(canvas.size.rows), Lull needs \(need.columns) x \(need.rows).",
            "Make it larger; or press i", "to go on anyway, q to quit.",
            "Emergency: " + (someoneToCall(in: context).emergency ?? "your local number"),
        ]
        let top = max(0, (canvas.size.rows - lines.count) / 2)
        for (index, line) in lines.enumerated() {
            canvas.putCentred(line, in: canvas.bounds, row: top + index, index == 0 ? .title : .text)
        }
    }

    private func drawEmptyStore(on canvas: inout Canvas, in area: Rect) {
        let lines = [
            "There is nobody in this store yet.", "",
            "lull init            makes a first person, and asks what it needs to know",
            "lull patient add ID  adds a person to a clinic's store",
            "lull demo            shows what Lull looks like with twelve made-up people",
        ]
        let left = max(2, (area.columns - 74) / 2)
        let top = area.row + max(1, (area.rows - lines.count) / 2)
        for (index, line) in lines.enumerated() {
            canvas.put(line, area.column + left, top + index, index == 0 ? .title : .text)
        }
    }
}
