// How a person is named on a screen that others may see: initials, and a number that stands for the id.

/// The number is the same on every machine and at every start, so that two who look at hidden names can speak
/// of the same person. It says nothing to the eye; whoever has a list of the ids can work it out.
package struct HiddenName: Equatable, Sendable {
    /// `N. O.` of the first and the last word of the name; empty where no name is known.
    package let initials: String
    /// Six digits beside initials, eight without. That two people have the same initials and the same number
    /// is less likely than not among 10,000, and less likely than one in a thousand in a clinic of hundreds.
    package let number: Int

    /// - Parameter name: nil where only the id is known.
    package init(_ id: PersonID, name: String?) {
        let letters = (name ?? "").split(whereSeparator: \.isWhitespace).compactMap { word in
            // A letter without what is stacked on it.
            word.first(where: \.isLetter)?.unicodeScalars.first.map { String(Character($0)).uppercased() }
        }
        let ends = letters.count > 1 ? [letters[0], letters[letters.count - 1]] : letters
        initials = ends.map { $0 + "." }.joined(separator: " ")
        // FNV-1a over 64 bits.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let least: UInt64 = ends.isEmpty ? 10_000_000 : 100_000
        number = Int(least + (hash ^ hash >> 32) % (least * 9))
    }

    /// - Parameter shown: the name, or the id where no name is known.
    package init(_ id: PersonID, shown: String) { self.init(id, name: shown == id.text ? nil : shown) }

    /// `N. O. 482136`, or the number alone.
    package var text: String { initials.isEmpty ? "\(number)" : "\(initials) \(number)" }

    /// The same in one word, as it can be typed: `N.O.482136`.
    package var word: String { text.filter { $0 != " " } }
}
