// Lines of a label and what it says, the second column aligned, and wrapped at 80 columns.

import CellCanvas

struct LabelledLines {
    private var rows: [(label: String, text: String)] = []

    mutating func add(_ label: String, _ text: String) { rows.append((label, text)) }

    /// Adds a line where something is known.
    mutating func add(_ label: String, _ text: String?) {
        if let text { rows.append((label, text)) }
    }

    /// The lines; where they are to be plain, each fact has its own, with its label.
    func lines(plain: Bool) -> [String] {
        guard plain else { return lines }
        return rows.flatMap { label, text in text.components(between: " · ").map { "\(label): \($0)" } }
    }

    /// A label that repeats the one before it is left out.
    var lines: [String] {
        let width = rows.map { CleanText($0.label).width }.max() ?? 0
        var previous = ""
        return rows.flatMap { label, text in
            let shown = label == previous ? "" : label
            previous = label
            let wrapped = CleanText(text).wrapped(to: max(20, 78 - width))
            return (wrapped.isEmpty ? [""] : wrapped).enumerated().map { index, line in
                let head = index == 0 ? shown : ""
                return head + String(repeating: " ", count: width + 2 - CleanText(head).width) + line
            }
        }
    }
}
