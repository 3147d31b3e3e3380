// What charts are drawn with: fine dots, blocks or ASCII, and the marks of places that have no value.

/// The signs that a terminal can show. Each tier has drawings of its own: ASCII is not made from the others.
package enum ChartTier: CaseIterable, Sendable {
    /// Two dots across and four down in a cell.
    case braille
    /// Quarters of a cell, for fonts without braille.
    case block
    /// Three strokes down in a cell, from signs that every terminal has.
    case ascii

    private func sign(_ fine: Character, _ plain: Character) -> Character { self == .ascii ? plain : fine }

    /// It could have been noted and was not.
    package var missing: Character { sign("·", ".") }
    /// Known, and nothing.
    package var zero: Character { sign("▁", "_") }
    /// Its time has not come yet.
    package var notDue: Character { sign("╌", "'") }
    /// One value.
    package var dot: Character { sign("•", "o") }
    /// The middle of some values.
    package var middle: Character { sign("┃", "|") }
    /// The edge of a band, or a line to hold against.
    package var band: Character { sign("┄", "-") }
    /// Where the chosen place lies.
    package var chosen: Character { sign("┊", ":") }

    /// Eight heights of a cell, the lowest first.
    package var heights: [Character] {
        self == .ascii
            ? [":", "-", "=", "+", "*", "%", "@", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    }

    /// Four shades, the lightest first.
    package var shades: [Character] {
        self == .ascii ? [":", "=", "*", "#"] : ["░", "▒", "▓", "█"]
    }
}

/// What a chart knows of one place: a value, or why there is none.
package enum ChartValue: Equatable, Sendable {
    case value(Double)
    case missing
    case notDue

    /// What is nil or no number is missing.
    package init(_ value: Double?) {
        self = value.flatMap { $0.isFinite ? .value($0) : nil } ?? .missing
    }

    package var known: Double? {
        if case .value(let value) = self, value.isFinite { value } else { nil }
    }
}

extension Int {
    /// The nearest whole number as a place on a canvas: within a million, 0 for what is no number.
    package init(place value: Double) {
        self = value.isNaN ? 0 : Int(Swift.min(1e6, Swift.max(-1e6, value.rounded())))
    }
}
