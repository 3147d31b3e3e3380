// What can be chosen about the terminal, and what can be wrong with it.
import CellCanvas

/// How many colours are used.
package enum ColourDepth: String, CaseIterable, Sendable {
    /// Bold, dim, underline and reverse only.
    case none = "never"
    /// The terminal's own sixteen, or its eight.
    case sixteen = "16"
    case twoHundredFiftySix = "256"
    case truecolor

    /// Whether a theme's colours are drawn, and not the terminal's own.
    package var showsThemes: Bool { self == .twoHundredFiftySix || self == .truecolor }
}

package struct TerminalOptions: Sendable {
    package var theme: Theme
    /// The most colours to use, as far as the terminal has them. nil: what NO_COLOR, COLORTERM and TERM say.
    package var colours: ColourDepth?
    /// Asks the terminal for the colour of its background before the screen is opened; `background` has it.
    package var asksBackground: Bool
    /// Draws in ASCII even where the locale is UTF-8.
    package var ascii: Bool
    /// The file that takes what is written to standard error while the screen is up; it is made with mode
    /// 0600 and appended to. nil: it is thrown away. Standard error that does not go to a terminal is left
    /// alone.
    package var errorLog: String?
    /// A line for the person after a crash, when the shell has its terminal again. Empty: none.
    package var crashNote: String

    package init(
        theme: Theme = .terminal, colours: ColourDepth? = nil, asksBackground: Bool = false,
        ascii: Bool = false,
        errorLog: String? = nil, crashNote: String = ""
    ) {
        self.theme = theme
        self.colours = colours
        self.asksBackground = asksBackground
        self.ascii = ascii
        self.errorLog = errorLog
        self.crashNote = crashNote
    }
}

/// Why there can be no full screen here.
package enum TerminalProblem: Error, Equatable, Sendable {
    /// Standard input or output is a file, a pipe or nothing.
    case notATerminal
    /// TERM is not set.
    case noTerminalName
    /// The terminal cannot move its cursor.
    case dumbTerminal(name: String)
    /// Neither the terminal nor any that it might resemble is described on this system, or it does not
    /// answer.
    case cannotOpen(name: String)
    /// The system refused a pipe to be woken by; `code` is its error number.
    case noSignals(code: Int32)

    package var sentence: String {
        switch self {
        case .notATerminal: "The full screen needs a terminal for both input and output."
        case .noTerminalName: "TERM is not set, so it is not known how to draw on this terminal."
        case .dumbTerminal(let name): "The terminal \"\(CleanText(name).string)\" cannot move its cursor."
        case .cannotOpen(let name): "The terminal \"\(CleanText(name).string)\" is not known on this system."
        case .noSignals(let code): "Signals cannot be watched (error \(code))."
        }
    }
}
