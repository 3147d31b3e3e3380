// Puts hidden names in the place of names and ids, wherever they stand in a text.

/// Knows everyone of a store, for sentences and pages that were not written with hidden names: paths, what a
/// command says, a line of a journal that needs a look.
package struct NameMask: Equatable, Sendable {
    private struct Named: Equatable, Sendable {
        var name: [Character]
        var hidden: String
    }

    private var hidden: [String: HiddenName] = [:]
    /// By the hidden name in one word; empty for one that two people share, which then means neither.
    private var ids: [String: String] = [:]
    /// By the first word of the name.
    private var names: [String: [Named]] = [:]

    /// - Parameter people: each with the name that is shown, or the id where there is none.
    package init(_ people: [(id: PersonID, name: String)]) {
        for (id, name) in people {
            let hidden = HiddenName(id, shown: name)
            self.hidden[id.text] = hidden
            ids[hidden.word] = ids[hidden.word] == nil ? id.text : ""
            guard name != id.text else { continue }
            let characters = Array(name)
            let first = String(characters.prefix { Self.isPart($0) })
            if !first.isEmpty {
                names[first, default: []].append(Named(name: characters, hidden: hidden.text))
            }
        }
    }

    /// Nil for someone who is not known.
    package func hidden(_ id: PersonID) -> HiddenName? { hidden[id.text] }

    /// The id of whom a hidden name in one word stands for; nil where it stands for nobody.
    package func id(ofWord word: String) -> String? { ids[word].flatMap { $0.isEmpty ? nil : $0 } }

    /// Everyone's hidden name in one word, in order.
    package var words: [String] { ids.filter { !$0.value.isEmpty }.keys.sorted() }

    /// A text with hidden names in the place of names and ids.
    /// - Complexity: linear in the text, however many people there are.
    package func covered(_ text: String) -> String { replaced(text, \.text) }

    /// A line to be typed: the same with hidden names in one word.
    package func coveredLine(_ line: String) -> String { replaced(line, \.word) }

    private func replaced(_ text: String, _ form: (HiddenName) -> String) -> String {
        let characters = Array(text)
        var result = ""
        var at = 0
        while at < characters.count {
            let isStart = at == 0 || !Self.isPart(characters[at - 1])
            if isStart, Self.isPart(characters[at]), let found = person(in: characters, at: at, form) {
                result += found.hidden
                at = found.end
            } else {
                result.append(characters[at])
                at += 1
            }
        }
        return result
    }

    /// Whose name or id begins at a place, the longest there is.
    private func person(
        in text: [Character], at start: Int, _ form: (HiddenName) -> String
    ) -> (hidden: String, end: Int)? {
        func isEnd(_ end: Int) -> Bool { end == text.count || !Self.isPart(text[end]) }
        var end = start
        while end < text.count, Self.isPart(text[end]) { end += 1 }
        var best: (hidden: String, end: Int)?
        for named in names[String(text[start..<end])] ?? [] {
            let last = start + named.name.count
            guard last <= text.count, last > best?.end ?? 0, isEnd(last),
                text[start..<last].elementsEqual(named.name)
            else { continue }
            best = (named.hidden, last)
        }
        // An id has hyphens, and may be followed by more after one.
        while true {
            if end > best?.end ?? 0, let known = hidden[String(text[start..<end])] {
                best = (form(known), end)
            }
            guard end + 1 < text.count, text[end] == "-", Self.isPart(text[end + 1]) else { return best }
            end += 1
            while end < text.count, Self.isPart(text[end]) { end += 1 }
        }
    }

    private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
