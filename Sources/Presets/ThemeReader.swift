// Turns a colour scheme into a theme that can be read: a colour for each role, guarded for contrast.

import CellCanvas

package enum ThemeReader {
    /// - Parameters:
    ///   - text: base16 or base24 YAML.
    ///   - file: the file's name, for problems and for the theme's own name.
    ///   - paper: true paints the scheme's background, false lets the terminal's show; nil as the file says.
    package static func theme(
        in text: String, file: String, paper: Bool? = nil
    ) throws(PresetProblem) -> Theme {
        var scheme = try ColourScheme(text: text, file: file)
        if let paper { scheme.paintsPaper = paper && !scheme.usesTerminalColours }
        return scheme.theme
    }
}

extension ColourScheme {
    /// The theme, each colour moved towards the strong one as far as it takes to be read.
    package var theme: Theme {
        guard let colours = RoleColours(self) else { return terminalTheme }
        let guarded = colours.guarded()
        return Theme(
            name: name, isDark: isDark, background: paintsPaper ? .rgb(guarded.paper) : .terminalDefault,
            selection: .rgb(guarded.selection), panel: .rgb(guarded.panel)
        ) { .rgb(guarded[$0]) }
    }

    /// The theme on a terminal whose background is known: it shows through where the scheme lets it and all
    /// can be read on it, else the scheme's own paper is painted.
    /// - Parameter background: nil where it is not known.
    package func theme(on background: RGB?) -> Theme {
        var painted = self
        painted.paintsPaper = !usesTerminalColours
        guard let background, !paintsPaper, let colours = RoleColours(self)?.guarded() else {
            return painted.theme
        }
        let isReadable = Role.allCases.allSatisfy { role in
            colours[role].contrast(with: background) >= RoleColours.neededContrast(role)
        }
        return isReadable ? theme : painted.theme
    }

    private var terminalTheme: Theme {
        Theme(
            name: name, isDark: isDark, background: .terminalDefault,
            selection: paint(selection) ?? .terminalDefault, panel: paint(panel) ?? .terminalDefault
        ) { paint(roles[$0]) ?? Theme.terminal.foreground($0) }
    }

    private func paint(_ source: Source?) -> Paint? {
        switch source {
        case .ansi(let number): .ansi(number)
        case .terminalDefault: .terminalDefault
        case .hex(let colour): .rgb(colour)
        case .slot(let slot): palette[slot].map(Paint.rgb)
        case nil: nil
        }
    }
}

/// The colour of each role and of what lies behind, as the scheme has them.
package struct RoleColours: Equatable, Sendable {
    package private(set) var paper: RGB
    package private(set) var panel: RGB
    package private(set) var selection: RGB
    private var colours: [Role: RGB]

    /// Nil where the scheme has no colours of its own.
    package init?(_ scheme: ColourScheme) {
        func slot(_ digits: String) -> RGB? { scheme.palette["base" + digits] }
        guard let paper = slot("00"), let panel = slot("01"), let selection = slot("02") else { return nil }
        func colour(_ source: ColourScheme.Source?) -> RGB? {
            switch source {
            case .slot(let name): scheme.palette[name]
            case .hex(let colour): colour
            case .ansi, .terminalDefault, nil: nil
            }
        }
        self.paper = paper
        self.panel = colour(scheme.panel) ?? panel
        self.selection = colour(scheme.selection) ?? selection
        colours = [:]
        for role in Role.allCases {
            colours[role] = colour(scheme.roles[role]) ?? slot(Self.slot(of: role))
        }
        if scheme.roles[.accentSoft] == nil { colours[.accentSoft] = self[.accent].mixed(with: paper, 0.5) }
    }

    package subscript(role: Role) -> RGB { colours[role] ?? paper }

    /// The slot that a scheme of someone else's has for a role. What is good is cyan and what is urgent red,
    /// never green and red; the sessions' orange and caution's yellow stand apart.
    private static func slot(of role: Role) -> String {
        switch role {
        case .text: "05"
        case .strong: "07"
        case .muted: "04"
        case .faint: "03"
        case .accent, .accentSoft: "0D"
        case .session: "09"
        case .good: "0C"
        case .caution: "0A"
        case .urgent: "08"
        }
    }
}

// MARK: Contrast

extension RoleColours {
    /// A pair of colours that is too close.
    package struct Shortfall: Equatable, Sendable {
        package var role: Role
        package var backdrop: Backdrop
        /// 1...21.
        package var contrast: Double
        package var needed: Double
    }

    /// The contrast with the background that a role has to have. Source: WCAG 2.2, 1.4.3 for text. Rules and
    /// soft fills carry no meaning alone, so they need only be seen.
    package static func neededContrast(_ role: Role) -> Double {
        switch role {
        case .faint: 1.4
        case .accentSoft: 2
        case .text, .strong, .muted, .accent, .session, .good, .caution, .urgent: 4.5
        }
    }

    /// What falls short in the scheme as its file has it, by role, then backdrop; empty where all can be
    /// read.
    package var shortfalls: [Shortfall] {
        var found: [Shortfall] = []
        for role in Role.allCases {
            for (backdrop, colour) in [(Backdrop.none, paper), (.panel, panel), (.selection, selection)] {
                let needed = backdrop == .none ? Self.neededContrast(role) : Self.neededOnSurface(role)
                let contrast = self[role].contrast(with: colour)
                guard contrast < needed else { continue }
                found.append(Shortfall(role: role, backdrop: backdrop, contrast: contrast, needed: needed))
            }
        }
        return found
    }

    /// A selected row and a lifted panel show the same text again; fills and rules may sink into them.
    private static func neededOnSurface(_ role: Role) -> Double { role.isText ? 4.5 : 1 }

    /// The same colours, changed in steps of a twentieth until they can be read: first the strong colour away
    /// from the paper, then the surfaces towards the paper, then each role towards the strong colour.
    package func guarded() -> RoleColours {
        var result = self
        let end = paper.contrast(with: .white) > paper.contrast(with: .black) ? RGB.white : RGB.black
        result.colours[.strong] = Self.moved(self[.strong], towards: end) { $0.contrast(with: paper) >= 7 }
        result.panel = Self.moved(panel, towards: paper) { result[.strong].contrast(with: $0) >= 7 }
        result.selection = Self.moved(selection, towards: paper) { result[.strong].contrast(with: $0) >= 7 }
        for role in Role.allCases where role != .strong {
            let surfaces = role.isText ? [paper, result.panel, result.selection] : [paper]
            result.colours[role] = Self.moved(self[role], towards: result[.strong]) { colour in
                surfaces.allSatisfy { colour.contrast(with: $0) >= Self.neededContrast(role) }
            }
        }
        return result
    }

    /// The first mixture on the way that will do, else the other end.
    private static func moved(_ colour: RGB, towards end: RGB, until isEnough: (RGB) -> Bool) -> RGB {
        for step in 0..<20 {
            let mixture = colour.mixed(with: end, Double(step) / 20)
            if isEnough(mixture) { return mixture }
        }
        return end
    }
}

extension Role {
    fileprivate var isText: Bool { self != .faint && self != .accentSoft }
}

extension RGB {
    fileprivate static let white = RGB(255, 255, 255)
    fileprivate static let black = RGB(0, 0, 0)
}
