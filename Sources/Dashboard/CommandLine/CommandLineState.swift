// The line at the bottom in which a command is typed: its text, what could complete it, and earlier lines.

import CellCanvas

/// Text on one line, with a place in it.
struct TypedLine: Equatable {
    private(set) var text = ""
    /// Characters before the cursor.
    private(set) var cursor = 0

    /// More is not taken: no command is longer.
    static let limit = 1000

    init(_ text: String = "") { set(text) }

    mutating func set(_ text: String) {
        self.text = text
        cursor = text.count
    }

    /// Line breaks and tabs of what was pasted become spaces.
    mutating func type(_ more: String) {
        let line = String(more.map { $0.isWhitespace ? " " : $0 })
        let kept = line.prefix(max(0, Self.limit - text.count))
        text.insert(contentsOf: kept, at: text.index(text.startIndex, offsetBy: cursor))
        // What combines with a letter makes no character of its own.
        cursor = min(cursor + kept.count, text.count)
    }

    mutating func erase() {
        guard cursor > 0 else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: cursor - 1))
        cursor -= 1
    }

    mutating func eraseWord() {
        let before = text.prefix(cursor)
        let kept = before.reversed().drop { $0 == " " }.drop { $0 != " " }.count
        text = String(before.prefix(kept)) + text.dropFirst(cursor)
        cursor = kept
    }

    mutating func eraseAll() { set("") }

    mutating func move(_ direction: Direction) {
        switch direction {
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .up, .down: break
        }
    }

    mutating func goToStart() { cursor = 0 }
    mutating func goToEnd() { cursor = text.count }
}

struct CommandLineState: Equatable {
    var line = TypedLine()
    /// What the last word can become, since Tab was pressed; empty before.
    var offered: [String] = []
    /// Which of them stands in the line; nil for none yet.
    var chosen: Int?
    /// What was typed before an earlier line was looked at.
    var typed = ""
    /// Of the earlier lines, counted back from the newest; nil while none is shown.
    var back: Int?
}

/// Lines that were run, the newest last.
struct CommandHistory: Equatable {
    private(set) var lines: [String] = []
    private static let most = 100

    /// Changes each line.
    mutating func change(_ how: (String) -> String) { lines = lines.map(how) }

    mutating func add(_ line: String) {
        lines.removeAll { $0 == line }
        lines.append(line)
        if lines.count > Self.most { lines.removeFirst() }
    }
}

/// What a command has said.
package struct CommandOutput: Equatable, Sendable {
    /// What went to standard output.
    package var text: String
    /// What was said beside it, without the program's name, a sentence a line.
    package var remarks: [String]
    /// Its exit status was not an error.
    package var isDone: Bool
    /// It would have written something, and was not allowed to.
    package var isNotAllowed = false

    package init(text: String, remarks: [String] = [], isDone: Bool) {
        self.text = text
        self.remarks = remarks
        self.isDone = isDone
    }

    /// The lines to read on a page.
    var lines: [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return remarks.isEmpty ? lines : lines + [""] + remarks
    }
}
