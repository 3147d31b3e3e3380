// What a cell means to the eye: a role that the theme turns into a colour, and attributes that work without
// colour.

/// What a piece of the screen is, for the theme to colour. Screens name roles, never colours.
package enum Role: UInt8, CaseIterable, Sendable {
    /// Ordinary text.
    case text
    /// Titles and values to be seen first.
    case strong
    /// Labels and explanations.
    case muted
    /// Rules, grid lines, places where nothing is.
    case faint
    /// Sleep, and the keys that can be pressed.
    case accent
    /// Sleep of a lower value, the softer fill beside `accent`.
    case accentSoft
    /// Treatment sessions.
    case session
    case good
    case caution
    case urgent
}

/// What lies behind the text.
package enum Backdrop: UInt8, Sendable {
    /// The screen's own background.
    case none
    /// The row, day or field that the next key acts on.
    case selection
    /// A surface lifted off the background: help, forms.
    case panel
}

package struct Style: Equatable, Hashable, Sendable {
    package var role: Role
    package var backdrop: Backdrop
    package var bold: Bool
    package var underlined: Bool

    package init(_ role: Role, on backdrop: Backdrop = .none, bold: Bool = false, underlined: Bool = false) {
        self.role = role
        self.backdrop = backdrop
        self.bold = bold
        self.underlined = underlined
    }

    package static let text = Style(.text)
    package static let muted = Style(.muted)
    package static let faint = Style(.faint)
    package static let accent = Style(.accent)
    package static let session = Style(.session)
    /// A panel's title.
    package static let title = Style(.strong, bold: true)
    /// A figure to be seen first.
    package static let figure = Style(.accent, bold: true)

    package func on(_ backdrop: Backdrop) -> Style {
        var style = self
        style.backdrop = backdrop
        return style
    }
}
