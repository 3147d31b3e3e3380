// What a scalar is to a line of text: it takes columns, it joins what stands before it, or it is not shown.

/// Joining and hiding, apart from how wide a scalar is.
enum ScalarKind: Equatable {
    /// Takes columns by itself, and carries marks.
    case spacing
    /// Takes columns, and carries nothing: a mark on it would seem to float.
    case space
    /// A digit, `#` or `*`, of which a keycap can be made.
    case keycapBase
    /// A picture that a selector, a skin tone or a joiner can follow.
    case pictograph
    case skinTone
    /// U+FE0E, U+FE0F: the way in which a picture is drawn.
    case selector
    /// U+200D.
    case joiner
    /// Combines, and takes no column of its own.
    case mark
    /// Combines, and takes a column.
    case spacingMark
    case leadingJamo, vowelJamo, trailingJamo
    /// A Hangul syllable that a vowel or a final consonant can follow, and one that only a consonant can.
    case openSyllable, closedSyllable
    /// Obeyed by a terminal, or invisible, or of no meaning that is known.
    case hidden

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20: self = .space
        case 0x23, 0x2A, 0x30...0x39: self = .keycapBase
        case 0x21...0x7E: self = .spacing
        case 0xA9, 0xAE: self = .pictograph
        case 0xA1...0x2FF: self = scalar.value == 0xAD ? .hidden : .spacing
        case 0x300...0x36F: self = scalar.value == 0x34F ? .hidden : .mark
        case 0x115F, 0x1160: self = .hidden
        case 0x1100...0x115E, 0xA960...0xA97C: self = .leadingJamo
        case 0x1161...0x11A7, 0xD7B0...0xD7C6: self = .vowelJamo
        case 0x11A8...0x11FF, 0xD7CB...0xD7FB: self = .trailingJamo
        case 0x4E00...0x9FFF: self = .spacing
        case 0xAC00...0xD7A3: self = (scalar.value - 0xAC00) % 28 == 0 ? .openSyllable : .closedSyllable
        case 0x200D: self = .joiner
        case 0xFE0E, 0xFE0F: self = .selector
        case 0x1F1E6...0x1F1FF: self = .spacing
        case 0x1F3FB...0x1F3FF: self = .skinTone
        default: self = Self.byProperties(scalar)
        }
    }

    private static func byProperties(_ scalar: Unicode.Scalar) -> ScalarKind {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return .hidden }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            return .hidden
        case .nonspacingMark, .enclosingMark: return .mark
        case .spacingMark: return .spacingMark
        case .spaceSeparator: return .space
        default: return properties.isEmoji ? .pictograph : .spacing
        }
    }
}
