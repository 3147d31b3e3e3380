// Styles as what ncurses draws with: attributes, and a pair of colours.
import CNcurses
import CellCanvas

/// How ncurses draws a style.
struct Rendition: Equatable {
    var attributes: attr_t
    /// 0: the terminal's own two colours.
    var pair: Int32
}

/// Gives out colour pairs as they are asked for, and remembers them. The terminal's palette itself is never
/// changed: it could not be put back.
struct Palette {
    /// The colours in use: what was wanted, as far as the terminal has it.
    let depth: ColourDepth

    private var theme: Theme
    /// Whether colour -1 is the terminal's own.
    private let hasDefaults: Bool
    private let colourCount: Int32
    private var pairs: [Colours: Int32] = [:]
    private var renditions: [Style: Rendition] = [:]

    /// Numbers as ncurses takes them.
    private struct Colours: Hashable {
        var foreground: Int32
        var background: Int32
    }

    /// Starts the colours of the terminal that has just been opened.
    init(_ theme: Theme, atMost wanted: ColourDepth, entry: TerminalEntry) {
        // Without has_colors() some of ncurses' colour functions fault on terminals that have none.
        guard wanted != .none, has_colors(), start_color() == OK else {
            (self.theme, depth, hasDefaults, colourCount) = (theme, .none, false, 0)
            return
        }
        hasDefaults = use_default_colors() == OK
        let (depth, count) = Self.depth(atMost: wanted, entry: entry, colours: lull_colours())
        self.depth = depth
        colourCount = count
        self.theme = Self.usable(theme, depth)
    }

    /// Pairs that are kept over several themes: cells that look the same are then not drawn again.
    private static let mostPairsKept = 1024

    /// - Returns: false where numbers of pairs may mean other colours than before, so that the terminal has
    ///   to be drawn as a whole.
    mutating func use(_ theme: Theme) -> Bool {
        self.theme = Self.usable(theme, depth)
        renditions = [:]
        guard pairs.count > min(Self.mostPairsKept, Int(lull_pairs()) / 2) else { return true }
        pairs = [:]
        reset_color_pairs()
        return false
    }

    /// The pair that lies behind everything.
    mutating func backgroundPair() -> Int32 { rendition(.text).pair }

    mutating func rendition(_ style: Style) -> Rendition {
        if let known = renditions[style] { return known }
        let made = make(style)
        renditions[style] = made
        return made
    }

    // MARK: What the terminal has

    private static func depth(
        atMost wanted: ColourDepth, entry: TerminalEntry, colours: Int32
    ) -> (ColourDepth, count: Int32) {
        if entry.hasDirectColours {
            // Only eight numbers are colours of the palette there; the others are shades of blue.
            return wanted == .sixteen || colours < 1 << 24 ? (.sixteen, 8) : (.truecolor, colours)
        }
        if colours >= 256, wanted != .sixteen { return (.twoHundredFiftySix, colours) }
        return (colours >= 8 ? .sixteen : .none, colours)
    }

    /// Sixteen colours of unknown look cannot carry a theme; the terminal's own meaning of them can.
    private static func usable(_ theme: Theme, _ depth: ColourDepth) -> Theme {
        switch depth {
        case .none, .sixteen: theme.isColourless ? theme : .terminal
        case .twoHundredFiftySix: theme.inFixedColours
        case .truecolor: theme
        }
    }

    // MARK: Making

    private mutating func make(_ style: Style) -> Rendition {
        let isReversed = style.backdrop == .selection && !selectionIsSeen
        var attributes: attr_t = 0
        if style.bold { attributes |= LULL_BOLD }
        if style.underlined { attributes |= LULL_UNDERLINE }
        if isReversed { attributes |= LULL_REVERSE }
        guard depth != .none, !theme.isColourless else {
            if style.role == .urgent || style.role == .caution { attributes |= LULL_BOLD }
            if !isReversed, style.role == .muted || style.role == .faint { attributes |= LULL_DIM }
            return Rendition(attributes: attributes, pair: 0)
        }
        // A reversed row in one colour is a bar; in the colours of its parts it would be a patchwork.
        let role = isReversed ? .text : style.role
        let (foreground, isStandIn) = number(theme.foreground(role))
        if depth == .sixteen, role == .muted || isStandIn { attributes |= LULL_DIM }
        let (background, _) = number(theme.backdrop(isReversed ? .none : style.backdrop))
        return Rendition(attributes: attributes, pair: pair(foreground, background))
    }

    /// Whether a selection's colour differs from the background, with the colours that there are.
    private var selectionIsSeen: Bool {
        depth != .none && number(theme.selection).0 != number(theme.background).0
    }

    /// The number of a colour, -1 for the terminal's own.
    /// - Returns: also whether another colour stands in for it, which the eye should be told by dimming.
    private func number(_ paint: Paint) -> (Int32, isStandIn: Bool) {
        switch paint {
        case .terminalDefault: return (-1, false)
        case .rgb(let colour): return (number(colour), false)
        case .ansi(let index) where depth == .truecolor && index > 7:
            return (number(IndexedColour.usual(index)), false)
        case .ansi(8) where colourCount < 16: return (-1, true)
        case .ansi(let index): return (Int32(index) < colourCount ? Int32(index) : Int32(index & 7), false)
        }
    }

    private func number(_ colour: RGB) -> Int32 {
        guard depth == .truecolor else { return IndexedColour.nearest(to: colour) }
        let value = Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue)
        // Below 8 the number would be a colour of the palette; 8 is a black that looks the same.
        return max(8, value)
    }

    /// - Returns: 0 when the terminal gives out no more pairs: plain text is better than black on black.
    private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
        if hasDefaults, foreground == -1, background == -1 { return 0 }
        let colours = Colours(
            foreground: foreground == -1 && !hasDefaults ? COLOR_WHITE : foreground,
            background: background == -1 && !hasDefaults ? COLOR_BLACK : background)
        if let known = pairs[colours] { return known }
        let next = Int32(pairs.count + 1)
        guard next < lull_pairs(),
            init_extended_pair(next, colours.foreground, colours.background) == OK
        else { return 0 }
        pairs[colours] = next
        return next
    }
}
