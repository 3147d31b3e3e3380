// Whose things are on the screen, in the words in which a person is named there: by name and year of birth,
// or with the name hidden.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// True where the screens may be another person's than the one who looks at them.
    var showsWhose: Bool { snapshot.hasSeveral || settings.opensReadOnly || settings.opened != nil }

    /// How a person is named on the screen.
    func name(of history: PersonHistory) -> String { shownName(history.id, history.displayName) }

    /// How a row of the cohort is named.
    func shownName(_ row: CohortRow) -> String { shownName(row.id, row.name) }

    private func shownName(_ id: PersonID, _ name: String) -> String {
        guard hidesNames else { return name }
        return (mask?.hidden(id) ?? HiddenName(id, shown: name)).text
    }

    /// `Ngozi Okafor, born 1984`, or the hidden name alone.
    func whose(_ history: PersonHistory) -> String {
        withBirth(name(of: history), history.details.bornYear)
    }

    /// The same for someone of whom only the cohort's row may be known; nil where nothing is.
    func whose(_ id: PersonID) -> String? {
        if let person = snapshot.people.first(where: { $0.history.id == id }) { return whose(person.history) }
        return cohort.members.first { $0.id == id }.map { whose($0.row) }
    }

    func whose(_ row: CohortRow) -> String { withBirth(shownName(row), row.bornYear) }

    private func withBirth(_ name: String, _ born: Int?) -> String {
        hidesNames ? name : name + (born.map { ", born \($0)" } ?? "")
    }

    /// What stands before the title of a form or a page: whose it is, where that is to be said.
    var whoseBefore: String { showsWhose ? person.map { whose($0.history) + " · " } ?? "" : "" }

    /// Where no header says it: whose the screen is, in its corner.
    func drawWhose(on canvas: inout Canvas) {
        guard showsWhose, let person else { return }
        canvas.putRight(whose(person.history), endColumn: canvas.size.columns - 2, 0, .faint)
    }

    /// A text that names people in its own way, as it can be shown.
    func shown(_ text: String) -> String { mask?.covered(text) ?? text }

    /// Takes note of who there is, for as long as names are hidden.
    mutating func refreshMask() {
        guard hidesNames else {
            mask = nil
            return
        }
        mask = everyonesMask
    }

    private var everyonesMask: NameMask {
        var people = cohort.members.map { (id: $0.id, name: $0.row.name) }
        if people.isEmpty { people = snapshot.people.map { ($0.history.id, $0.history.displayName) } }
        return NameMask(people)
    }

    /// Words as they were typed, with ids in the place of hidden names.
    func withIDs(_ words: [String]) -> [String] {
        guard words.contains(where: { $0.count > 7 && $0.suffix(6).allSatisfy(\.isNumber) }) else {
            return words
        }
        let mask = mask ?? everyonesMask
        return words.map { mask.id(ofWord: $0) ?? $0 }
    }

    /// Hides names everywhere, or shows them. A filter that only finds somebody by name is taken away with
    /// the names, and lines that were typed before keep none.
    mutating func toggleNames() {
        let before = Set(cohort.shown.map(\.id))
        hidesNames.toggle()
        refreshMask()
        sortCohort()
        guard hidesNames else { return }
        if !cohort.filter.isEmpty, before != Set(cohort.shown.map(\.id)) {
            cohort.filter = ""
            if search?.mode == .cohort { search = nil }
            sortCohort()
        }
        if let mask { commandHistory.change { mask.coveredLine($0) } }
        let said = notice.map { shown($0.text) }
        if let said { notice?.text = said }
    }
}
