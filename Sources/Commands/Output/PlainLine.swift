// Lines for ears, fingertips and small windows: signs in words or ASCII, and never longer than 76 columns.

import CellCanvas

enum PlainLine {
    static let columns = 76

    /// A line spelled, and broken where it is too long; what stands before its text stands before each part.
    static func lines(_ line: String) -> [String] {
        let clean = CleanText(spelled(line))
        guard clean.width > columns else { return [clean.string] }
        let indent = String(clean.string.prefix { $0 == " " })
        return clean.wrapped(to: columns - indent.count, keepsUnits: true).map { indent + $0 }
    }

    /// Without signs that are only drawn; letters of every language stay.
    static func spelled(_ line: String) -> String {
        line.components(between: " · ").joined(separator: ", ").map { character in
            isDrawn(character) ? String(ASCIIGlyphs.plain(character)) : String(character)
        }.joined()
    }

    /// A cell of a table in words: a bar says nothing beside its number.
    static func cell(_ text: String) -> String {
        if text == "–" || text == "·" { return "not known" }
        if text == "●" { return "after a session" }
        let isBar = !text.isEmpty && text.allSatisfy { $0 == "▇" }
        return isBar ? "" : spelled(text).trimmingSpaces
    }

    /// A title within a sentence; an abbreviation stays as it is.
    static func lowered(_ title: String) -> String {
        title.dropFirst().first?.isLowercase == true
            ? title.prefix(1).lowercased() + title.dropFirst() : title
    }

    private static func isDrawn(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        // Dashes, dots, and the minus.
        case 0xB7, 0x2010...0x2015, 0x2022, 0x2026, 0x2212: return true
        // Arrows, boxes, blocks, shapes, marks and braille.
        case 0x2190...0x21FF, 0x223C...0x223F, 0x2500...0x27BF, 0x2800...0x28FF: return true
        default: return false
        }
    }
}

extension String {
    /// The parts between some text that stands between them.
    func components(between separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
