// The line at the top: the screens with their number keys, whose they are, and the clock.

import CareDomain
import CellCanvas

extension DashboardModel {
    func drawHeader(on canvas: inout Canvas, _ context: Context) {
        canvas.rule(row: 1)
        let start = canvas.put("lull", 1, 0, .figure) + 3
        let tabs = headerTabs
        let shown = tabs.firstIndex { $0.isOn } ?? 0
        let layout = HeaderLayout(
            titles: tabs.map(\.title), shown: shown,
            who: headerName, clock: headerClock(context),
            room: canvas.size.columns - 2 - start - (writingWord.map { $0.text.count + 2 } ?? 0))
        var column = start
        for (index, tab) in tabs.enumerated() {
            let title = tab.isOn || layout.hasAllTitles ? tab.title : ""
            let start = column
            column = drawTab("\(index + 1)", title, isOn: tab.isOn, on: &canvas, column)
            if let key = keymap.key(for: tab.command, in: mode(in: context.size)) {
                canvas.touch(Rect(column: start, row: 0, columns: column - start, rows: 1), .key(key))
            }
        }
        let end = canvas.size.columns - 2
        canvas.putRight(layout.clock, endColumn: end, 0, .text)
        var left = end - CleanText(layout.clock).width - 2
        if let (word, style) = writingWord {
            canvas.putRight(word, endColumn: left, 0, style)
            if let key = writingKey {
                canvas.touch(Rect(column: left - word.count, row: 0, columns: word.count, rows: 1), .key(key))
            }
            left -= word.count + 2
        }
        canvas.putRight(layout.who, endColumn: left, 0, .muted)
    }

    /// The screens of a person, or the pages of the cohort.
    private var headerTabs: [(title: String, isOn: Bool, command: Command)] {
        if shownPerson != nil {
            return PersonScreen.allCases.map { ($0.title, $0 == screen, .show($0)) }
        }
        guard !snapshot.isEmpty else { return [] }
        return CohortPage.allCases.map { ($0.title, $0 == cohort.page, .showCohort($0)) }
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

    /// Whose the screens are, with the year of birth; empty where they can only be of one.
    private var headerName: String {
        guard let person = shownPerson, showsWhose else { return "" }
        let born = hidesNames ? nil : person.history.details.bornYear
        return name(of: person.history) + (born.map { " \($0)" } ?? "")
    }

    /// The date and the time, longest form first.
    private func headerClock(_ context: Context) -> [String] {
        let wall = shownPerson.map { OffsetInstant(context.wall.instant, in: $0.zone) } ?? context.wall
        let (date, clock) = (wall.civil.date, wall.civil.clock)
        return ["\(date.words)  \(clock)", "\(date.dayMonth)  \(clock)", "\(clock)"]
    }
}

/// What of the header there is room for. The date gets shorter first, then the titles of the screens that are
/// not shown go, since their number keys stay; a name is cut last.
struct HeaderLayout: Equatable {
    var hasAllTitles: Bool
    var clock: String
    /// The name, shortened where it must be.
    var who: String

    /// - Parameters:
    ///   - shown: the index of the screen that is shown, which keeps its title.
    ///   - clock: the forms that the date and time can have, longest first.
    ///   - room: columns from the first tab to the end of the clock.
    init(titles: [String], shown: Int, who: String, clock: [String], room: Int) {
        func tabs(all: Bool) -> Int {
            titles.enumerated().reduce(0) { width, tab in
                width + 3 + (all || tab.offset == shown ? CleanText(tab.element).width + 1 : 0)
            }
        }
        let name = CleanText(who)
        let nameWidth = name.width == 0 ? 0 : name.width + 2
        var forms = clock.map { (all: true, clock: $0) }
        if !titles.isEmpty { forms += clock.map { (all: false, clock: $0) } }
        let fitting = forms.first { form in
            tabs(all: form.all) + nameWidth + CleanText(form.clock).width <= room
        }
        let form = fitting ?? (all: titles.isEmpty, clock: clock.last ?? "")
        hasAllTitles = form.all
        self.clock = form.clock
        let left = room - tabs(all: form.all) - CleanText(form.clock).width - 2
        self.who = fitting != nil ? name.string : left > 6 ? name.fitted(to: left) : ""
    }
}
