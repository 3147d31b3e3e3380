// Divides a text into cells, and says what has no place in it.

/// Puts scalars into cells, one after another: each begins a cell, joins the one under way, or has no place
/// where it stands.
struct CellScanner {
    enum Step: Equatable {
        /// Begins a cell of so many columns.
        case begins(columns: Int)
        /// Joins the cell under way, which becomes wider by so many columns.
        case joins(columns: Int)
        /// Is not to be shown here.
        case refused
    }

    /// The most marks that one base carries; more would run into the lines above and below.
    static let mostMarks = 4
    /// The most joiners in one picture: no family or flag that is drawn has more.
    static let mostJoiners = 3

    private enum Last {
        /// Nothing that carries a mark: the start, a space, what was refused.
        case nothing
        case base, keycapBase, pictograph, pictureSelector, skinTone, keycapSelector, joiner, mark
        case leadingJamo, vowelJamo, trailingJamo, openSyllable, closedSyllable
    }

    private var last = Last.nothing
    private var marks = 0
    private var joiners = 0
    /// Of the cell under way.
    private var columns = 0

    /// - Parameter next: the scalar after it, nil at the end.
    mutating func take(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Step {
        switch ScalarKind(scalar) {
        case .hidden: return refuse()
        case .space: return begin(scalar, .nothing)
        case .spacing: return begin(scalar, .base)
        case .keycapBase: return begin(scalar, .keycapBase)
        case .leadingJamo: return begin(scalar, .leadingJamo)
        case .openSyllable: return begin(scalar, .openSyllable)
        case .closedSyllable: return begin(scalar, .closedSyllable)
        case .pictograph: return last == .joiner ? widen(.pictograph) : begin(scalar, .pictograph)
        case .skinTone:
            return last == .pictograph || last == .pictureSelector ? widen(.skinTone) : begin(scalar, .base)
        case .selector: return select(scalar, before: next)
        case .joiner: return joinPictures(before: next)
        case .vowelJamo:
            return last == .leadingJamo || last == .vowelJamo || last == .openSyllable
                ? mark(.vowelJamo) : refuse()
        case .trailingJamo:
            switch last {
            case .vowelJamo, .trailingJamo, .openSyllable, .closedSyllable: return mark(.trailingJamo)
            default: return refuse()
            }
        case .mark: return mark(.mark)
        case .spacingMark:
            guard mark(.mark) != .refused else { return .refused }
            columns = ScalarWidth.columns(scalar)
            return .begins(columns: columns)
        }
    }

    private mutating func refuse() -> Step {
        last = .nothing
        return .refused
    }

    private mutating func begin(_ scalar: Unicode.Scalar, _ last: Last) -> Step {
        self.last = last
        marks = 0
        joiners = 0
        columns = ScalarWidth.columns(scalar)
        return .begins(columns: columns)
    }

    /// A picture made of several is two columns wide.
    private mutating func widen(_ last: Last) -> Step {
        self.last = last
        let more = max(0, 2 - columns)
        columns += more
        return .joins(columns: more)
    }

    private mutating func select(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Step {
        let isColour = scalar == "\u{FE0F}"
        if last == .pictograph {
            if isColour { return widen(.pictureSelector) }
            last = .pictureSelector
            return .joins(columns: 0)
        }
        guard last == .keycapBase, isColour, next == "\u{20E3}" else { return refuse() }
        return widen(.keycapSelector)
    }

    private mutating func joinPictures(before next: Unicode.Scalar?) -> Step {
        guard last == .pictograph || last == .pictureSelector || last == .skinTone,
            joiners < Self.mostJoiners, let next, ScalarKind(next) == .pictograph
        else { return refuse() }
        joiners += 1
        last = .joiner
        return .joins(columns: 0)
    }

    private mutating func mark(_ last: Last) -> Step {
        guard self.last != .nothing, self.last != .joiner, marks < Self.mostMarks else { return refuse() }
        self.last = last
        marks += 1
        return .joins(columns: 0)
    }
}
