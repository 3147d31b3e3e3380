// The questionnaires that were answered, with their scores.

import ArgumentParser
import CareDomain

struct ScoresCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores",
        abstract: "The questionnaires that were answered, with their scores.",
        discussion: """
            A row each, oldest first.

              lull scores --last 5
              lull scores --patient okafor-n --json
            """)

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let shelf = invocation.instrumentShelf()
        let subjects = try invocation.subjects()
        let showsWho = subjects.count > 1
        var listing = Listing(
            keys: ScoreRow.keys,
            columns: (showsWho ? [TextTable.Column.left("Person", limit: 20)] : []) + ScoreRow.columns,
            whenEmpty: "No questionnaire was answered yet. 'lull check-in list' shows what is due.")
        for subject in subjects {
            let rows = subject.history.scoredCheckIns(in: subject.zone, until: invocation.now) {
                shelf.instrument($0)
            }
            for row in window.narrowItems(rows, date: \.date) {
                let who: [String?] = showsWho ? [subject.history.displayName] : []
                listing.add(
                    ScoreRow.object(row, of: subject.id),
                    cells: who + ScoreRow.cells(row, shelf.instrument(row.instrument)))
            }
        }
        try invocation.put(listing)
    }
}
