// Which terminal description to draw with: the terminal's own, one with more colours, or a similar one.
import CNcurses
import Glibc

/// A terminal description that is known on this system and can carry a full screen.
struct TerminalEntry: Equatable {
    let name: String
    /// Colours are given as red, green and blue instead of by number.
    let hasDirectColours: Bool
    /// It takes xterm's private modes, or ignores them: bracketed paste, synchronised output.
    let hasPrivateModes: Bool

    /// The descriptions to try, best first.
    static func candidates(depth: ColourDepth) throws(TerminalProblem) -> [TerminalEntry] {
        guard let terminal = environment("TERM") else { throw .noTerminalName }
        guard let own = lookUp(terminal) else {
            let similar = names(resembling: terminal).compactMap { lookUp($0) }.filter(\.movesCursor)
            guard !similar.isEmpty else { throw .cannotOpen(name: terminal) }
            return direct(for: terminal, depth) + similar.map(\.entry)
        }
        guard own.movesCursor else { throw .dumbTerminal(name: terminal) }
        guard own.entry.hasDirectColours else { return direct(for: terminal, depth) + [own.entry] }
        // Fewer colours than red, green and blue: by number, where the family has a description with numbers.
        let numbered = depth == .truecolor ? nil : lookUp(family(of: terminal) + "-256color")?.entry
        return [numbered, own.entry].compactMap { $0 }
    }

    /// The description with colours as red, green and blue that the terminal's family has; where it has none,
    /// xterm's for the terminals that are known to be like it.
    private static func direct(for terminal: String, _ depth: ColourDepth) -> [TerminalEntry] {
        let family = family(of: terminal)
        guard depth == .truecolor, family != "screen" else { return [] }
        let names = ["\(family)-direct"] + (likeXterm.contains(family) ? ["xterm-direct"] : [])
        return names.compactMap { lookUp($0)?.entry }.filter(\.hasDirectColours).prefix(1).map { $0 }
    }

    private static let likeXterm: Set<String> = [
        "xterm", "alacritty", "contour", "foot", "ghostty", "gnome", "kitty", "konsole", "rio", "vte",
        "wezterm",
    ]

    /// Nearly every terminal of today understands xterm, and every one something of ANSI.
    private static func names(resembling terminal: String) -> [String] {
        let isMultiplexer = terminal.hasPrefix("tmux") || terminal.hasPrefix("screen")
        if isMultiplexer { return ["tmux-256color", "screen-256color", "screen", "ansi"] }
        let isSimple = terminal.hasPrefix("vt") || terminal.hasPrefix("linux") || terminal.hasPrefix("con")
        return isSimple ? ["vt100", "ansi"] : ["xterm-256color", "xterm", "ansi"]
    }

    /// What stands before the first hyphen: `xterm` of `xterm-256color`.
    private static func family(of terminal: String) -> String {
        String(terminal.prefix { $0 != "-" })
    }

    private static func lookUp(_ name: String) -> (entry: TerminalEntry, movesCursor: Bool)? {
        // A name is looked up as part of a path.
        guard name.utf8.count <= 64, !name.contains("/"), !name.hasPrefix(".") else { return nil }
        let found = unsafe lull_look_up(name)
        guard found.exists else { return nil }
        let entry = TerminalEntry(
            name: name, hasDirectColours: found.has_direct_colours, hasPrivateModes: found.has_private_modes)
        return (entry, found.moves_cursor)
    }
}

extension ColourDepth {
    /// What the environment asks for, where nothing else was chosen.
    static var fromEnvironment: ColourDepth {
        if environment("NO_COLOR") != nil { return .none }
        switch environment("COLORTERM") {
        case "truecolor", "24bit": return .truecolor
        case _ where environment("TERM")?.hasSuffix("-direct") == true: return .truecolor
        default: return .twoHundredFiftySix
        }
    }
}

/// The value of an environment variable; nil if it is unset or empty.
func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
}
