// Shows a theme: each role as a sample, with its colour and how well it can be read.

import ArgumentParser
import CellCanvas
import PlainJSON
import Presets

struct ThemeShow: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a theme's colours.",
        discussion: """
            On a terminal with colours each line is drawn in its own.

              lull theme show ember
              lull theme show ./my-scheme.yaml
            """)

    @Argument(help: ArgumentHelp("A theme's name or file.", valueName: "theme"))
    var name: String

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let scheme: ColourScheme
        do throws(ThemeProblem) {
            scheme = try ThemeShelf(invocation.environment).scheme(named: name)
        } catch {
            throw error.failure
        }
        guard invocation.global.form == .text else { return try putTable(of: scheme, in: &invocation) }
        let author = scheme.author.map { ", by \($0)" } ?? ""
        try invocation.put("\(scheme.title)\(author)\n")
        guard let colours = RoleColours(scheme)?.guarded() else {
            return try invocation.put("The terminal's own colours, on its own background.\n")
        }
        let paint = invocation.samplePaint
        for role in Role.allCases {
            let colour = colours[role]
            let sample = global.ascii ? String(role.sample.map(ASCIIGlyphs.plain)) : role.sample
            let contrast = ContrastWords.text(colour.contrast(with: colours.paper)).padded(to: 5, right: true)
            let line = "  \(role.name.padded(to: 12))\(sample.padded(to: 30))\(colour.hex)  \(contrast)  "
            try invocation.put(paint.line(line, colour, on: colours.paper))
        }
        for (name, colour) in colours.surfaces {
            let line = "  \(name.padded(to: 12))\("what lies behind".padded(to: 30))\(colour.hex)         "
            try invocation.put(paint.line(line, colours[.text], on: colour))
        }
    }

    private func putTable(of scheme: ColourScheme, in invocation: inout Invocation) throws {
        var listing = Listing(
            keys: ["role", "colour", "contrast"], columns: [.left("Role")], whenEmpty: "No colours.")
        guard let colours = RoleColours(scheme)?.guarded() else { return try invocation.put(listing) }
        for role in Role.allCases {
            listing.add(
                [
                    "role": .string(role.name), "colour": .string(colours[role].hex),
                    "contrast": ContrastWords.json(colours[role].contrast(with: colours.paper)),
                ], cells: [])
        }
        for (name, colour) in colours.surfaces {
            listing.add(
                ["role": .string(name), "colour": .string(colour.hex), "contrast": .null], cells: [])
        }
        try invocation.put(listing)
    }
}

/// Draws lines of samples in colours, or as plain text.
struct SamplePaint {
    enum Depth { case none, indexed, full }

    let depth: Depth

    func line(_ text: String, _ colour: RGB, on paper: RGB) -> OutputText {
        switch depth {
        case .none: "\(text.trimmingEnd)\n"
        case .indexed:
            "\u{1b}[38;5;\(index(colour));48;5;\(index(paper))m\(text)\u{1b}[0m\n"
        case .full:
            "\u{1b}[38;2;\(parts(colour));48;2;\(parts(paper))m\(text)\u{1b}[0m\n"
        }
    }

    private func index(_ colour: RGB) -> Int32 { IndexedColour.nearest(to: colour) }
    private func parts(_ colour: RGB) -> String { "\(colour.red);\(colour.green);\(colour.blue)" }
}

extension Invocation {
    /// Colours go to a terminal alone, and only where nobody turned them off.
    fileprivate var samplePaint: SamplePaint {
        guard environment.terminals.contains(.output) else { return SamplePaint(depth: .none) }
        switch global.color ?? .auto {
        case .never, .sixteen: return SamplePaint(depth: .none)
        case .twoHundredFiftySix: return SamplePaint(depth: .indexed)
        case .truecolor: return SamplePaint(depth: .full)
        case .auto: break
        }
        if environment.variable("NO_COLOR") != nil { return SamplePaint(depth: .none) }
        let terminal = environment.variable("TERM") ?? ""
        switch environment.variable("COLORTERM") {
        case "truecolor", "24bit": return SamplePaint(depth: .full)
        case _ where terminal.hasSuffix("-256color") || terminal.hasSuffix("-direct"):
            return SamplePaint(depth: .indexed)
        default: return SamplePaint(depth: .none)
        }
    }
}

extension Role {
    /// What a role stands for, in words that could stand on a screen.
    fileprivate var sample: String {
        switch self {
        case .text: "You went to bed at 22:40."
        case .strong: "Last night"
        case .muted: "asleep, awake, in bed"
        case .faint: "────────────"
        case .accent: "sleep ▃▅▆▅▇  6 h 12 m"
        case .accentSoft: "sleep of a lower value"
        case .session: "● session, ○ planned"
        case .good: "✓ saved"
        case .caution: "▲ a line needs a look"
        case .urgent: "▲▲ answer needs a call"
        }
    }
}

extension RoleColours {
    /// What lies behind the text, by name.
    var surfaces: [(name: String, colour: RGB)] {
        [("paper", paper), ("panel", panel), ("selection", selection)]
    }
}

extension String {
    /// With spaces up to a width.
    fileprivate func padded(to width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - CleanText(self).width))
        return right ? space + self : self + space
    }

    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
