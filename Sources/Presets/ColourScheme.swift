// A colour scheme as its file has it: base16 or base24, with Lull's own block where there is one.

import CellCanvas

/// What a theme's file says, before it is fitted to the screen.
///
/// Format: github.com/tinted-theming/home (base16), github.com/tinted-theming/base24.
package struct ColourScheme: Equatable, Sendable {
    /// What a role of Lull is drawn in.
    package enum Source: Equatable, Sendable {
        /// One of the palette's colours, `base0D`.
        case slot(String)
        case hex(RGB)
        /// One of the terminal's own sixteen.
        case ansi(UInt8)
        case terminalDefault
    }

    /// The file's name without its ending: what `--theme` takes.
    package var name: String
    /// The name that the scheme gives itself.
    package var title: String
    package var author: String?
    package var isDark: Bool
    /// `base00` to `base0F`, and `base10` to `base17` of a base24 scheme; empty where the terminal's colours
    /// are used.
    package var palette: [String: RGB]
    /// Paints the scheme's own background; without it the terminal's shows through.
    package var paintsPaper: Bool
    package var roles: [Role: Source]
    package var selection: Source?
    package var panel: Source?

    package var usesTerminalColours: Bool { palette.isEmpty }
}

extension ColourScheme {
    /// - Parameters:
    ///   - text: base16 or base24 YAML, with or without `palette:`; keys that are not known are passed over.
    ///   - file: the file's name, for problems and for the scheme's own name.
    package init(text: String, file: String) throws(PresetProblem) {
        let top = try YAMLPlace(file: file, text: text)
        try Self.refuseOtherSystems(top)
        let lull = top.optional("lull")
        name = PresetName.stem(of: file)
        title = try (top.optional("name") ?? top.optional("scheme"))?.text() ?? name
        author = try top.optional("author")?.text()
        let isTerminal = try Self.asksForTerminalColours(lull)
        let colours = top.optional("palette") ?? top
        palette = isTerminal ? [:] : try Self.palette(colours, isBase24: Self.isBase24(top, colours))
        isDark = Self.isDark(top, palette)
        paintsPaper = try lull?.optional("paper")?.flag() ?? !isTerminal
        roles = [:]
        selection = nil
        panel = nil
        try readRoles(lull?.optional("roles"))
    }

    private static func refuseOtherSystems(_ top: YAMLPlace) throws(PresetProblem) {
        // The newer tinted8 keeps its system inside `scheme:`.
        let inner = top.optional("scheme")?.optional("system")
        guard let place = inner ?? top.optional("system"), let system = place.scalar else { return }
        guard system == "base16" || system == "base24" else {
            throw PresetProblem(file: place.file, line: place.line, what: .unsupported(format: system))
        }
    }

    /// The older form names no system; the colours that are there tell.
    private static func isBase24(_ top: YAMLPlace, _ colours: YAMLPlace) -> Bool {
        guard let system = top.optional("system")?.scalar else { return colours.optional("base17") != nil }
        return system == "base24"
    }

    private static func asksForTerminalColours(_ lull: YAMLPlace?) throws(PresetProblem) -> Bool {
        guard let place = lull?.optional("colours") else { return false }
        guard place.scalar == "terminal" else { throw place.wrong("terminal") }
        return true
    }

    private static func palette(_ place: YAMLPlace, isBase24: Bool) throws(PresetProblem) -> [String: RGB] {
        var palette: [String: RGB] = [:]
        for slot in slots {
            // Some write the digits of the keys in small letters.
            if let small = place.optional(slot.lowercased()) {
                palette[slot] = try colour(small)
            } else {
                palette[slot] = try colour(place.required(slot))
            }
        }
        for (slot, fallback) in brightSlots {
            if isBase24, let bright = place.optional(slot) {
                palette[slot] = try colour(bright)
            } else if isBase24 {
                palette[slot] = palette[fallback]
            }
        }
        return palette
    }

    private static func colour(_ place: YAMLPlace) throws(PresetProblem) -> RGB {
        guard let colour = place.scalar.flatMap(RGB.init(hex:)) else {
            throw place.wrong("six hexadecimal digits")
        }
        return colour
    }

    /// What the file says, else what its colours are.
    private static func isDark(_ top: YAMLPlace, _ palette: [String: RGB]) -> Bool {
        switch top.optional("variant")?.scalar?.lowercased() {
        case "dark": return true
        case "light": return false
        default: break
        }
        guard let back = palette["base00"], let text = palette["base05"] else { return true }
        return back.luminance < text.luminance
    }

    private mutating func readRoles(_ place: YAMLPlace?) throws(PresetProblem) {
        guard let place else { return }
        for name in place.names {
            guard let value = place.optional(name) else { continue }
            let source = try source(value)
            switch name {
            case "selection": selection = source
            case "panel": panel = source
            default: if let role = Role(name: name) { roles[role] = source }
            }
        }
    }

    private func source(_ place: YAMLPlace) throws(PresetProblem) -> Source {
        let text = place.scalar ?? ""
        if usesTerminalColours {
            if text == "default" { return .terminalDefault }
            return .ansi(UInt8(try place.whole(0...15)))
        }
        if palette[text] != nil { return .slot(text) }
        if let colour = RGB(hex: text) { return .hex(colour) }
        throw place.wrong("a key of the palette or six hexadecimal digits")
    }

    package static let slots = "0123456789ABCDEF".map { "base0\($0)" }

    /// The slots that only base24 has, and what stands in for a missing one.
    private static let brightSlots = [
        ("base10", "base00"), ("base11", "base00"), ("base12", "base08"), ("base13", "base0A"),
        ("base14", "base0B"), ("base15", "base0C"), ("base16", "base0D"), ("base17", "base0E"),
    ]
}

extension Role {
    /// The name by which a theme's file calls the role: `accentSoft`.
    package var name: String {
        switch self {
        case .text: "text"
        case .strong: "strong"
        case .muted: "muted"
        case .faint: "faint"
        case .accent: "accent"
        case .accentSoft: "accentSoft"
        case .session: "session"
        case .good: "good"
        case .caution: "caution"
        case .urgent: "urgent"
        }
    }

    init?(name: String) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}
