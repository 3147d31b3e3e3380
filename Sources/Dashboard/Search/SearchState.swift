// What is searched for, where, and what was found.

import CellCanvas

struct SearchState: Equatable {
    /// Where the keys went when the search began, which is what is searched.
    let mode: Mode
    var line = TypedLine()
    /// The text is being typed; afterwards it is kept for the next and the previous match.
    var isTyping = true
    /// What was chosen, or the first line shown, when it began.
    let start: Int
    /// Of the matches, the one that is shown.
    var match = 0
    /// What the text cannot mean, in a clause; nil where it can be searched for.
    var problem: String?

    init(_ mode: Mode, start: Int, text: String = "") {
        self.mode = mode
        self.start = start
        line = TypedLine(text)
    }

    var text: String { line.text }
}
