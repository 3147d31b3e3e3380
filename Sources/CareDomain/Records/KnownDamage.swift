// A note that something is wrong with a line of a journal, and that someone has seen it.

package struct KnownDamage: Hashable, Sendable {
    /// The journal's path in the store, `people/okafor-n/ada-laptop-7f3a.jsonl`.
    package var file: String
    /// 1 for the first line.
    package var line: Int
    /// What was wrong, in words.
    package var why: String
    /// CRC-32C of the line as it was then, in hexadecimal digits, so that a line that is changed once more is
    /// not known; nil where there was no line.
    package var content: String?

    package init(file: String, line: Int, why: String, content: String? = nil) {
        self.file = file
        self.line = line
        self.why = why
        self.content = content
    }
}
