// Draws someone to call: what is known to whom, the person's own plan, and who can be reached at this hour.

import CareDomain
import CellCanvas

extension DashboardModel {
    struct SomeoneLine: Equatable {
        enum Kind { case text, title, plan, person, source, gap }

        var kind: Kind
        var text = ""
        /// The place of whom it is about among those that can be reached; nil for everything else.
        var reachable: Int?
    }

    /// The page, but for its title and the emergency number, which are always seen.
    func someoneLines(_ state: SomeoneState, in context: Context) -> [SomeoneLine] {
        let page = someoneToCall(in: context)
        let width = Self.someoneColumns(context.size)
        func paragraph(_ text: String, _ kind: SomeoneLine.Kind, indent: Int = 0) -> [SomeoneLine] {
            CleanText(text).wrapped(to: width - indent).map { SomeoneLine(kind: kind, text: $0) }
        }
        let first = state.isAnswered ? SomeoneToCall.thanks : SomeoneToCall.welcome
        var lines = paragraph(first, .text)
        lines += paragraph(state.isAnswered ? SomeoneToCall.whoKnows : SomeoneToCall.whoWouldKnow, .text)
        if !page.plan.isEmpty {
            lines += [
                SomeoneLine(kind: .gap), SomeoneLine(kind: .title, text: "Your own plan for bad hours"),
            ]
            lines += page.plan.flatMap { paragraph($0, .plan, indent: 2) }
        }
        let everyone = page.everyone
        guard !everyone.isEmpty else { return lines }
        lines += [SomeoneLine(kind: .gap), SomeoneLine(kind: .title, text: "Who can be reached now")]
        for (index, someone) in everyone.enumerated() {
            lines.append(SomeoneLine(kind: .person, reachable: index))
            if let source = someone.source {
                lines.append(SomeoneLine(kind: .source, text: source, reachable: index))
            }
        }
        return lines
    }

    /// Lines that the page shows at once.
    func someoneRows(in context: Context) -> Int {
        max(1, context.size.rows - 4 - (context.size.rows < 22 ? 2 : 4) - emergencyLines(in: context).count)
    }

    private func emergencyLines(in context: Context) -> [String] {
        let page = someoneToCall(in: context)
        let always = page.lines.first.map { "It answers now: \($0.phone), \($0.name)." }
        return [always, page.emergencyWords].compactMap { $0 }.flatMap {
            CleanText($0).wrapped(to: Self.someoneColumns(context.size))
        }
    }

    private static func someoneColumns(_ size: Size) -> Int { max(1, min(size.columns - 6, 84)) }

    func drawSomeone(
        _ state: SomeoneState, on canvas: inout Canvas, in area: Rect, _ context: Context
    ) {
        canvas.clear(area)
        let width = Self.someoneColumns(context.size)
        let left = area.column + max(3, (area.columns - width) / 2)
        let isTight = context.size.rows < 22
        canvas.put(
            whoseBefore + (whoseBefore.isEmpty ? "Someone to call" : "someone to call"), left, area.row,
            .title, limit: width)
        canvas.focus = Position(column: left, row: area.row)
        let lines = someoneLines(state, in: context)
        let rows = someoneRows(in: context)
        let offset = max(0, min(state.offset, lines.count - rows))
        let everyone = someoneToCall(in: context).everyone
        let top = area.row + (isTight ? 1 : 2)
        let shown = lines.dropFirst(offset).prefix(rows)
        for (index, line) in shown.enumerated() {
            drawSomeoneLine(
                line, everyone, state, on: &canvas,
                Rect(column: left, row: top + index, columns: width, rows: 1))
        }
        if lines.count > rows {
            let place = "\(offset + 1)–\(min(lines.count, offset + rows)) of \(lines.count)"
            canvas.putRight(place, endColumn: left + width, area.row, .muted)
        }
        // Right under the rest where there is room, and always on the screen.
        let emergency = emergencyLines(in: context)
        let end = min(top + shown.count + (isTight ? 0 : 1), area.endRow - 1 - emergency.count)
        for (index, line) in emergency.enumerated() { canvas.put(line, left, end + index, .title) }
        drawNoting(state, everyone, on: &canvas, left, end + emergency.count, limit: width)
    }

    private func drawSomeoneLine(
        _ line: SomeoneLine, _ everyone: [Reachable], _ state: SomeoneState, on canvas: inout Canvas,
        _ area: Rect
    ) {
        switch line.kind {
        case .gap: break
        case .text: canvas.put(line.text, area.column, area.row, .text)
        case .title: canvas.put(line.text, area.column, area.row, .muted)
        case .plan: canvas.put(line.text, area.column + 2, area.row, .text)
        case .source:
            canvas.put(line.text, area.column + 18, area.row, .muted, limit: area.columns - 18)
        case .person:
            guard let index = line.reachable, everyone.indices.contains(index) else { return }
            drawReachable(everyone[index], isOn: state.chosen == index, on: &canvas, area)
        }
    }

    private func drawReachable(_ someone: Reachable, isOn: Bool, on canvas: inout Canvas, _ area: Rect) {
        if isOn {
            let whole = Rect(column: area.column - 1, row: area.row, columns: area.columns + 2, rows: 1)
            canvas.shade(whole, .selection)
            canvas.put("▸", area.column, area.row, .accent)
            canvas.focus = Position(column: area.column, row: area.row)
        }
        let number = canvas.put(
            someone.phone ?? "no number", area.column + 2, area.row, someone.phone == nil ? .muted : .figure,
            limit: area.columns - 2)
        let hours = someone.hours.map { CleanText($0).fitted(to: 24) } ?? ""
        let end = area.endColumn - (hours.isEmpty ? 0 : CleanText(hours).width + 2)
        let name = max(number + 2, area.column + 18)
        let after = canvas.put(
            someone.name, name, area.row, isOn ? .title : .text, limit: max(0, end - name))
        canvas.putRight(hours, endColumn: area.endColumn, area.row, .muted)
        guard let role = someone.role, after + 6 < end else { return }
        canvas.put(role, after + 2, area.row, .muted, limit: end - after - 2)
    }

    private func drawNoting(
        _ state: SomeoneState, _ everyone: [Reachable], on canvas: inout Canvas, _ column: Int, _ row: Int,
        limit: Int
    ) {
        guard person != nil else { return }
        if state.isNoted {
            canvas.put("✓ Noted that you called.", column, row, Style(.good), limit: limit)
            return
        }
        let whom = state.chosen.flatMap { everyone.indices.contains($0) ? " " + everyone[$0].name : nil }
        let key = canvas.put("k", column, row, .figure)
        canvas.put("notes that you called\(whom ?? "")", key + 1, row, .muted, limit: limit - 2)
    }
}
