// A theme: which colour each role has, as read from a base16 scheme or as the terminal's own sixteen.

package struct RGB: Equatable, Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Six hexadecimal digits, a leading `#` allowed; nil for anything else.
    package init?(hex: String) {
        let digits = hex.hasPrefix("#") ? hex.dropFirst() : Substring(hex)
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(UInt8(value >> 16 & 0xff), UInt8(value >> 8 & 0xff), UInt8(value & 0xff))
    }

    /// The colour on the way to another: 0 is this one, 1 the other.
    package func mixed(with other: RGB, _ share: Double) -> RGB {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
        }
        return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    /// Relative luminance, 0 to 1. Source: WCAG 2.2, relative luminance.
    package var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : PowerTable.power24((value + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Contrast with another colour, 1 to 21. Source: WCAG 2.2, contrast ratio.
    package func contrast(with other: RGB) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}

/// The 2.4th power without a mathematics library: x² times the fifth root of x².
enum PowerTable {
    static func power24(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        let square = x * x
        var root = 1.0
        for _ in 0..<40 {
            root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
        }
        return square * root
    }
}

/// One colour of a theme.
package enum Paint: Equatable, Hashable, Sendable {
    /// What the terminal uses by itself.
    case terminalDefault
    /// One of the terminal's own sixteen colours, 0...15.
    case ansi(UInt8)
    case rgb(RGB)
}

package struct Theme: Equatable, Sendable {
    package var name: String
    package var isDark: Bool
    package var background: Paint
    package var selection: Paint
    package var panel: Paint
    private var foregrounds: [Paint]

    /// - Parameter foreground: the colour of each role.
    package init(
        name: String, isDark: Bool, background: Paint, selection: Paint, panel: Paint,
        foreground: (Role) -> Paint
    ) {
        self.name = name
        self.isDark = isDark
        self.background = background
        self.selection = selection
        self.panel = panel
        foregrounds = Role.allCases.map(foreground)
    }

    package func foreground(_ role: Role) -> Paint { foregrounds[Int(role.rawValue)] }

    /// True where no role has a colour of its own: bold, dim, underline and reverse say everything.
    package var isColourless: Bool {
        (foregrounds + [background, selection, panel]).allSatisfy { $0 == .terminalDefault }
    }

    package func backdrop(_ backdrop: Backdrop) -> Paint {
        switch backdrop {
        case .none: background
        case .selection: selection
        case .panel: panel
        }
    }

    /// The terminal's own sixteen colours on its own background.
    package static let terminal = Theme(
        name: "terminal", isDark: true, background: .terminalDefault, selection: .terminalDefault,
        panel: .terminalDefault
    ) { role in
        switch role {
        case .text, .strong, .muted: .terminalDefault
        case .faint: .ansi(8)
        case .accent, .accentSoft: .ansi(4)
        case .session: .ansi(3)
        case .good: .ansi(6)
        case .caution: .ansi(3)
        case .urgent: .ansi(1)
        }
    }
}

// MARK: Fewer colours

extension Theme {
    /// The theme in the fixed colours of a terminal with 256 of them. Colours that could be read on what lies
    /// behind them still can: each becomes the nearest one that is as clear as needed.
    package var inFixedColours: Theme {
        func fixed(_ paint: Paint) -> Paint {
            guard case .rgb(let colour) = paint else { return paint }
            return .rgb(IndexedColour.fixed(colour))
        }
        return Theme(
            name: name, isDark: isDark, background: fixed(background), selection: fixed(selection),
            panel: fixed(panel)
        ) { role in
            guard case .rgb(let colour) = foreground(role) else { return foreground(role) }
            let nearest = IndexedColour.fixed(colour)
            if isAsClear(nearest, as: colour) { return .rgb(nearest) }
            let clear = IndexedColour.fixed(byNearnessTo: colour).first { isAsClear($0, as: colour) }
            return .rgb(clear ?? nearest)
        }
    }

    /// Whether a fixed colour can be read where another can be, and a soft one is about as soft.
    private func isAsClear(_ fixed: RGB, as colour: RGB) -> Bool {
        [background, panel, selection].allSatisfy { paint in
            guard case .rgb(let surface) = paint else { return true }
            let before = colour.contrast(with: surface)
            let now = fixed.contrast(with: IndexedColour.fixed(surface))
            return now >= (before >= 4.5 ? 4.5 : before * 0.8)
        }
    }
}
