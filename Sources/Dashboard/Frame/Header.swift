// The line at the top: the screens with their number keys, whose they are, and the clock.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawHeader(on canvas: inout Canvas, _ context: Context) {
        canvas.rule(row: 1)
        var column = canvas.put("lull", 1, 0, .figure) + 3
        if person != nil {
            // Where there is no room for all names, the number keys stay.
            let isNarrow = canvas.size.columns < 96
            for screen in PersonScreen.allCases {
                let isOn = screen == self.screen
                let title = isOn || !isNarrow ? screen.title : ""
                column = drawTab("\(screen.rawValue + 1)", title, isOn: isOn, on: &canvas, column)
            }
        } else if !snapshot.people.isEmpty {
            column = drawTab("", "Cohort", isOn: true, on: &canvas, column)
        }
        drawWho(on: &canvas, from: column, context)
    }

    private func drawTab(_ key: String, _ title: String, isOn: Bool, on canvas: inout Canvas, _ column: Int)
        -> Int
    {
        var at = column
        if !key.isEmpty { at = canvas.put(key, at, 0, isOn ? .accent : .muted) + 1 }
        let end = title.isEmpty ? at - 1 : canvas.put(title, at, 0, isOn ? .title : .muted)
        if isOn { for under in at..<max(at, end) { canvas.mark("━", under, 1, .accent) } }
        return end + 2
    }

    private func drawWho(on canvas: inout Canvas, from column: Int, _ context: Context) {
        let zone = person?.zone
        let wall = zone.map { OffsetInstant(context.wall.instant, in: $0) } ?? context.wall
        let clock = "\(wall.civil.date.words)  \(wall.civil.clock)"
        let end = canvas.size.columns - 2
        canvas.putRight(clock, endColumn: end, 0, .text)
        guard let person, showsWhose else { return }
        let born = person.history.details.bornYear.map { " \($0)" } ?? ""
        let name = name(of: person.history) + (hidesNames ? "" : born)
        let room = end - CleanText(clock).width - 2 - column
        guard room > 6 else { return }
        let shown = CleanText(name).fitted(to: room)
        canvas.putRight(shown, endColumn: end - CleanText(clock).width - 2, 0, .muted)
    }
}
