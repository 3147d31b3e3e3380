// A note that something is wrong with a line of a journal, and that someone has seen it.

package struct KnownDamage: Hashable, Sendable {
    /// The journal's path in the store, `people/okafor-n/ada-laptop-7f3a.jsonl`.
    package var file: String
    /// 1 for the first line.
    package var line: Int
    /// What was wrong, in words; a line that is damaged anew says something else.
    package var why: String

    package init(file: String, line: Int, why: String) {
        self.file = file
        self.line = line
        self.why = why
    }
}
